"""A mark is written as the contract describes it, and read back whole."""

from dataclasses import replace

import pytest

from reader.annotations import Anchor, Claim, Link, Mark, Part
from reader.annotations.model import id_number, new_mark_id, utc_now

MARK = Mark(
    id="01jez7r4v0q8a",
    article="saltby-1",
    quote="the eastern pier",
    kind="claim",
    parts=(Part("next spring"),),
    tags=("ferry",),
    claim=Claim("disputed", "The figure is from May."),
    links=(Link("https://example.org/report.pdf", "source"),),
    anchor=Anchor("moved", 3, 19, 0.8),
    origin={"app": "other"},
)


def test_a_mark_comes_back_as_it_was_written() -> None:
    assert Mark.from_dict(MARK.as_dict()) == MARK


def test_fields_that_a_newer_version_wrote_are_kept() -> None:
    body = MARK.as_dict() | {"mood": "calm"}
    body["claim"] = {**body["claim"], "weight": 3}
    mark = Mark.from_dict(body)
    assert mark.more == {"mood": "calm"}
    assert mark.as_dict()["mood"] == "calm"
    assert mark.claim == MARK.claim


def test_a_bare_document_is_a_highlight() -> None:
    mark = Mark.from_dict({"id": "01jez7r4v0q8a", "article": "saltby-1"})
    assert mark.kind == "highlight"
    assert mark.claim is None
    assert mark.anchor == Anchor()


def test_a_mark_is_lost_when_its_words_have_no_place() -> None:
    assert not MARK.is_lost
    assert replace(MARK, anchor=Anchor("orphan")).is_lost
    assert not Mark("01jez7r4v0q8a", "saltby-1", kind="note", anchor=Anchor()).is_lost


def test_a_mark_tells_what_it_was_on_before_it_was_placed_anew() -> None:
    before = [{"quote": "the pier", "version": "v1"}, {"quote": ""}, "not a passage"]
    assert replace(MARK, more={"earlier": before}).earlier_quotes == ("the pier",)
    assert MARK.earlier_quotes == replace(MARK, more={"earlier": 3}).earlier_quotes == ()


def test_a_mark_tells_what_other_devices_said_of_it() -> None:
    assert replace(MARK, more={"conflicts": [{"note": "theirs"}]}).conflicts == (
        {"note": "theirs"},
    )
    assert MARK.conflicts == replace(MARK, more={"conflicts": {"note": "x"}}).conflicts == ()


def test_marks_made_in_one_moment_have_ids_of_their_own_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    ids = [new_mark_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))


def test_a_clock_that_is_set_back_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_900_000_100.0)
    late = new_mark_id()
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    assert new_mark_id() < late


def test_ids_are_thirteen_digits_in_order_of_time() -> None:
    ids = [new_mark_id() for _ in range(50)]
    assert len(set(ids)) == 50
    assert all(len(mark_id) == 13 for mark_id in ids)
    assert id_number(ids[0]) >> 22 <= id_number(ids[-1]) >> 22


@pytest.mark.parametrize("written", ["", "01jez7r4v0q8", "01jez7r4v0q8u"])
def test_what_is_no_id_has_no_number(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        id_number(written)


def test_instants_are_told_in_utc() -> None:
    assert utc_now().endswith("Z")


def test_the_package_has_all_it_names_and_nothing_else() -> None:
    import reader.annotations

    assert all(hasattr(reader.annotations, name) for name in reader.annotations.__all__)
    assert not hasattr(reader.annotations, "no_such_thing")


def test_anchors_of_parts_are_written_only_where_there_are_some() -> None:
    assert "parts" not in MARK.as_dict()["anchor"]
    mark = replace(
        MARK, anchor=Anchor("exact", 3, 19, parts=(Anchor("orphan"), Anchor("moved", 1, 2)))
    )
    assert [part["status"] for part in mark.as_dict()["anchor"]["parts"]] == ["orphan", "moved"]
    assert Mark.from_dict(mark.as_dict()) == mark


def test_the_ranges_of_a_mark_are_those_that_have_a_place() -> None:
    parts = (Anchor("orphan"), Anchor("exact", 40, 51))
    assert replace(MARK, anchor=Anchor("exact", 3, 19, parts=parts)).ranges == ((3, 19), (40, 51))
    assert replace(MARK, anchor=Anchor("ambiguous", parts=parts)).ranges == ((40, 51),)
    assert Mark("01jez7r4v0q8a", "saltby-1").ranges == ()
