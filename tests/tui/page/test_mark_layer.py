"""What marks paint is kept up change by change, and is what painting them all at once gives."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.model import Anchor, Claim, Mark, Status
from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.tui.page.layout import Layout, lay_out
from reader.tui.page.mark_layer import MarkLayer
from reader.tui.widgets.note_rows import RowCache, rows_of

TEXT = "\n\n".join(f"Paragraph {number} tells of the harbour and its ships." for number in range(9))


def page() -> Layout:
    """Return narrow lines of a few paragraphs."""
    blocks, start = [], 0
    for part in TEXT.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(part)))
        start += len(part) + 2
    article = Article("a", version_of(TEXT), "A", TEXT, tuple(blocks), markdown=TEXT)
    return lay_out(article, 20, ())


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Draw a mark of one of few ids, somewhere in the text, that says something or nothing."""
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT)))
    status: Status = draw(st.sampled_from(["exact", "edited"]))
    mark = Mark(f"m{draw(st.integers(0, 9))}", "a", TEXT[start:end], start=start, end=end)
    return replace(
        mark,
        claim=draw(st.sampled_from([None, Claim(), Claim("false")])),
        note=draw(st.sampled_from(["", "a note"])),
        label=draw(st.sampled_from([None, "doubt"])),
        anchor=Anchor(status, start, end),
    )


def listed(drawn: list[Mark]) -> list[Mark]:
    """Return *drawn* by id, each id once."""
    return [mark for _, mark in sorted({mark.id: mark for mark in drawn}.items())]


def shown(layer: MarkLayer) -> tuple[object, ...]:
    """Return all that *layer* paints, but for which of several equal signs."""
    return layer.washes.keys(), layer.overlaps, layer.signs.keys(), layer.badges, layer.starts


@settings(max_examples=60)
@given(st.lists(st.lists(marks(), max_size=8), min_size=1, max_size=5))
def test_change_after_change_leads_to_what_painting_all_at_once_gives(
    rounds: list[list[Mark]],
) -> None:
    layer = MarkLayer(page())
    cache: RowCache = {}
    for drawn in rounds:
        now = listed(drawn)
        layer.show(now)
        fresh = MarkLayer(page())
        fresh.show(now)
        assert shown(layer) == shown(fresh)
        every = frozenset(mark.id for mark in now)
        assert rows_of(now, every, TEXT, cache) == rows_of(now, every, TEXT)


def test_only_what_changed_is_told() -> None:
    layer = MarkLayer(page())
    first = Mark("m1", "a", TEXT[:9], anchor=Anchor("exact", 0, 9))
    second = Mark("m2", "a", TEXT[60:70], anchor=Anchor("exact", 60, 70))
    assert layer.show([first, second]) == [(0, 9), (60, 70)]
    assert layer.show([first, replace(second)]) == []
    assert layer.show([first, replace(second, note="new")]) == [(60, 70), (60, 70)]
    assert layer.show([second]) == [(0, 9), (60, 70), (60, 70)]
    assert layer.show([]) == [(60, 70)]
    assert (layer.signs, layer.washes, layer.starts) == ({}, {}, set())


def test_of_several_signs_on_a_line_the_one_that_says_most_is_shown() -> None:
    layer = MarkLayer(page())
    claim = Mark("m1", "a", TEXT[:9], claim=Claim("false"), anchor=Anchor("exact", 0, 9))
    note = Mark("m2", "a", TEXT[2:12], note="n", anchor=Anchor("exact", 2, 12))
    layer.show([claim, note])
    (line,) = layer.starts
    assert layer.signs[line] == "×"
    layer.show([note])
    assert layer.signs[line] == "¶"
