"""Marks are put where they are in the newest text, in reading order."""

from dataclasses import replace

from reader.annotations import Anchor, Mark, Part, place, reading_order
from tests.annotations.stories import (
    BUSES,
    COSTS,
    LEAD,
    LORRIES,
    QUOTE,
    WEATHER,
    article,
    mark_of,
    selector_of,
    story,
)


def test_a_mark_on_the_same_text_is_exact() -> None:
    mark = place(story().text, mark_of(story(), COSTS))
    assert mark.anchor == Anchor("exact", mark.start, mark.end)


def test_a_mark_whose_figure_changed_says_so() -> None:
    now = article(LEAD, COSTS.replace("6.3", "9.4"), QUOTE, LORRIES, BUSES)
    mark = place(now.text, mark_of(story(), COSTS), story().text)
    assert mark.anchor.status == "edited"
    assert mark.anchor.facts_changed
    assert mark.quote == COSTS


def test_a_mark_whose_passage_went_is_an_orphan() -> None:
    mark = place(article(LEAD, QUOTE).text, mark_of(story(), COSTS))
    assert mark.anchor == Anchor("orphan", None, None, 0.0)


def test_a_mark_that_never_had_a_place_is_unplaced_until_it_finds_one() -> None:
    mark = Mark("01jez7r4v0q8a", "saltby-1", quote=COSTS)
    assert place(article(LEAD, QUOTE).text, mark).anchor.status == "unplaced"
    assert place(story().text, mark).anchor.status == "exact"


def test_a_note_on_the_whole_article_has_no_place_to_lose() -> None:
    mark = place("anything", Mark("01jez7r4v0q8a", "saltby-1", kind="note", note="A note."))
    assert mark.anchor == Anchor()


def test_parts_are_placed_each_by_itself() -> None:
    bus, lost = selector_of(story(), BUSES), selector_of(story(), LORRIES)
    parts = tuple(
        Part(one.quote, one.prefix, one.suffix, one.start, one.end) for one in (bus, lost)
    )
    never = Part("no such words at all")
    now = article(LEAD, COSTS, QUOTE, WEATHER, BUSES)
    mark = place(now.text, replace(mark_of(story(), COSTS), parts=(*parts, never)), story().text)
    assert mark.anchor.status == "exact"
    assert [part.status for part in mark.anchor.parts] == ["moved", "orphan", "unplaced"]
    assert [now.text[start:end] for start, end in mark.ranges] == [COSTS, BUSES]


def test_a_part_may_be_found_when_the_quote_itself_is_lost() -> None:
    bus = selector_of(story(), BUSES)
    part = Part(bus.quote, bus.prefix, bus.suffix, bus.start, bus.end)
    now = article(LEAD, QUOTE, BUSES)
    mark = place(now.text, replace(mark_of(story(), COSTS), parts=(part,)))
    assert mark.anchor.status == "orphan"
    assert [now.text[start:end] for start, end in mark.ranges] == [BUSES]


def test_reading_order_is_notes_then_places_then_what_is_lost() -> None:
    text = story().text
    first, second = mark_of(story(), LEAD, "01"), mark_of(story(), BUSES, "02")
    inside = mark_of(story(), LEAD[:20], "03")
    lost = replace(second, id="04", anchor=Anchor("orphan"))
    note = Mark("05", "saltby-1", kind="note", note="A note.")
    placed = [lost, *(place(text, mark) for mark in (second, inside, first)), note]
    assert [mark.id for mark in reading_order(placed)] == ["05", "01", "03", "02", "04"]
