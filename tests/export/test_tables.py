"""Marks are data too."""

import csv
import io
import json

from reader.export.tables import render_csv, render_json
from tests.export.stories import ADDRESS, ferry, some_marks


def test_json_is_the_marks_of_the_contract() -> None:
    assert json.loads(render_json(some_marks())) == [mark.as_dict() for mark in some_marks()]
    assert render_json([]) == "[]\n"


def test_csv_is_a_row_for_each_mark() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(some_marks(), {ferry().id: ferry()}))))
    assert [row["id"] for row in rows] == [mark.id for mark in some_marks()]
    assert rows[1]["status"] == "disputed"
    assert rows[1]["url"] == ADDRESS
    assert rows[0]["tags"] == "bus lines"
    assert rows[2]["anchor"] == "orphan"
    assert rows[3]["quote"] == ""


def test_csv_does_without_an_article() -> None:
    [row] = csv.DictReader(io.StringIO(render_csv(some_marks()[:1], {})))
    assert row["title"] == ""
