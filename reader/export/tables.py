"""Marks as data: JSON and CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

from reader.annotations import Mark
from reader.article.model import Article
from reader.export.addresses import source_url

COLUMNS = (
    *("id", "article", "title", "url", "published", "kind", "quote", "note", "label", "tags"),
    *("status", "verdict", "speaker", "section", "anchor", "created", "updated"),
)
"""The columns of the CSV, in order."""


def render_json(marks: Iterable[Mark]) -> str:
    """Return *marks* as a JSON list of the contract's objects."""
    bodies = [mark.as_dict() for mark in marks]
    return json.dumps(bodies, ensure_ascii=False, indent=2) + "\n"


def render_json_lines(marks: Iterable[Mark]) -> str:
    """Return the contract's objects of *marks*, one a line."""
    return "".join(json.dumps(mark.as_dict(), ensure_ascii=False) + "\n" for mark in marks)


def render_csv(marks: Iterable[Mark], articles: Mapping[str, Article]) -> str:
    """Return *marks* as CSV with a header line.

    Args:
        marks: the marks, one a row.
        articles: their articles by id; the columns of one that is missing are empty.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for mark in marks:
        writer.writerow(_row(mark, articles.get(mark.article)))
    return text.getvalue()


def _row(mark: Mark, article: Article | None) -> dict[str, str | None]:
    """Return the cells of one mark by column."""
    row = {name: getattr(mark, name) for name in ("id", "article", "kind", "quote", "note")}
    row |= {name: getattr(mark, name) for name in ("label", "section", "created", "updated")}
    row["quote"] = " […] ".join([mark.quote, *(part.quote for part in mark.parts)])
    row |= {"tags": ", ".join(mark.tags), "anchor": mark.anchor.status}
    if mark.claim is not None:
        row |= {"status": mark.claim.status, "verdict": mark.claim.verdict}
        row["speaker"] = mark.claim.speaker
    if article is not None:
        row |= {"title": article.title, "published": article.published}
        row["url"] = source_url(article) or article.url
    return row
