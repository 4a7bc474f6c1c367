"""An article as lines, and back from a cell to its offset."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.tui.page.cells import graphemes, width
from reader.tui.page.layout import Layout, lay_out
from reader.tui.page.line_table import Line, LineTable
from reader.tui.page.painter import PagePainter

LETTERS = st.one_of(
    st.sampled_from("abcdefghij日本é。「」"),
    st.sampled_from("abcdefghijklmnop"),
    st.sampled_from(["हि", "न्दी", "❤️", "👩\u200d👧", "🇫🇷", "e\u0301", "ශ්\u200dරී"]),
    st.sampled_from("قالتהנמל"),
)
WORDS = st.lists(
    st.lists(LETTERS, min_size=1, max_size=12).map("".join), min_size=1, max_size=25
).map(" ".join)
KINDS = st.sampled_from(["paragraph", "quote", "list_item", "heading", "caption", "code"])
DRAFTS = st.lists(
    st.one_of(
        st.builds(BlockDraft, KINDS, WORDS, st.integers(1, 6)),
        st.builds(BlockDraft, st.just("list_item"), WORDS, st.integers(1, 40), st.booleans()),
        st.just(BlockDraft("rule")),
        st.builds(
            lambda cells: BlockDraft("row", "\t".join(cells)),
            st.lists(WORDS, min_size=1, max_size=6),
        ),
    ),
    max_size=12,
)


CELLS = st.integers(8, 90)


def article_of(*drafts: BlockDraft) -> Article:
    """Return an article of *drafts*."""
    text, blocks = compose(drafts)
    return Article("a", version_of(text), "Title", text, blocks)


def painted(layout: Layout) -> list[str]:
    """Return the words of each line."""
    text = layout.article.text
    return [
        line.prefix + line.own
        if line.own is not None
        else " ".join(text[p.start : p.end] for p in line.pieces)
        if line.pieces
        else line.prefix + text[line.start : line.end]
        for line in layout.lines
    ]


@given(DRAFTS, CELLS)
def test_every_character_of_the_article_stands_on_a_line(
    drafts: list[BlockDraft], cells: int
) -> None:
    article = article_of(*drafts)
    seen = set[int]()
    for line in lay_out(article, cells).lines:
        if line.own is None:
            ranges = [(p.start, p.end) for p in line.pieces] or [(line.start, line.end)]
            for start, end in ranges:
                seen.update(range(start, end))
    missed = {index for index in range(len(article.text)) if article.text[index].strip()} - seen
    assert not missed


@given(DRAFTS, CELLS)
def test_no_line_is_wider_than_the_column(drafts: list[BlockDraft], cells: int) -> None:
    layout = lay_out(article_of(*drafts), cells, ("A headline", "قالت الحكومة إن الميناء"))
    text = layout.article.text
    for line, words in zip(layout.lines, painted(layout), strict=True):
        assert line.pieces or width(words) <= cells
        for piece in line.pieces:
            assert piece.x + width(text[piece.start : piece.end]) <= cells


@given(DRAFTS, CELLS)
def test_the_lines_in_their_order_give_back_the_text(drafts: list[BlockDraft], cells: int) -> None:
    layout = lay_out(article_of(*drafts), cells)
    parts = sorted(part for line in layout.lines if line.own is None for part in shown(line))
    assert all(before[1] <= after[0] for before, after in pairwise(parts))
    text = layout.article.text
    assert "".join("".join(text[a:z].split()) for a, z in parts) == "".join(text.split())


@given(DRAFTS, CELLS, CELLS, st.data())
def test_a_place_is_kept_from_width_to_width(
    drafts: list[BlockDraft], cells: int, other: int, data: st.DataObject
) -> None:
    article = article_of(*drafts)
    places = [index for index, sign in enumerate(article.text) if sign.strip()]
    if not places:
        return
    layout, second = lay_out(article, cells), lay_out(article, other)
    top = layout.line_of(data.draw(st.sampled_from(places)))
    place = layout.top_offset(top)
    there = second.line_of(place)
    assert second.top_offset(there, place) == place
    assert layout.line_of(second.top_offset(there, place)) == layout.line_of(place)


@given(DRAFTS, CELLS, st.data())
def test_a_place_is_found_again_on_the_line_that_shows_it(
    drafts: list[BlockDraft], cells: int, data: st.DataObject
) -> None:
    article = article_of(*drafts)
    places = [index for index, sign in enumerate(article.text) if sign.strip()]
    if not places:
        return
    layout = lay_out(article, cells)
    offset = data.draw(st.sampled_from(places))
    line = layout.lines[layout.line_of(offset)]
    ranges = [(p.start, p.end) for p in line.pieces] or [(line.start, line.end)]
    assert any(start <= offset < end for start, end in ranges)


@given(DRAFTS, CELLS, st.data())
def test_a_cell_leads_to_the_character_painted_there(
    drafts: list[BlockDraft], cells: int, data: st.DataObject
) -> None:
    article = article_of(*drafts)
    layout = lay_out(article, cells)
    rows = [index for index, line in enumerate(layout.lines) if line.own is None and shown(line)]
    if not rows:
        return
    index = data.draw(st.sampled_from(rows))
    first, last = data.draw(st.sampled_from(shown(layout.lines[index])))
    signs = [(first + a, first + z) for a, z, _ in graphemes(layout.article.text[first:last])]
    start, end = data.draw(st.sampled_from(signs))
    assert layout.sign_at(index, layout.cell_of(index, start)) == (start, end)


def shown(line: Line) -> list[tuple[int, int]]:
    """Return the ranges of text that a line shows, without the empty ones."""
    parts = [(p.start, p.end) for p in line.pieces] or [(line.start, line.end)]
    return [(start, end) for start, end in parts if end > start]


def test_the_headline_stands_above_the_text() -> None:
    layout = lay_out(article_of(BlockDraft("paragraph", "Words.")), 40, ("Title", "Somebody"))
    assert painted(layout) == ["Title", "Somebody", "", "Words."]


def test_list_items_are_bulleted_numbered_and_nested() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("list_item", "first", 1, ordered=True),
            BlockDraft("list_item", "inner", 2),
            BlockDraft("list_item", "second", 1, ordered=True),
        ),
        40,
    )
    assert painted(layout) == [" 1. first", "   ◦ inner", " 2. second"]


def test_an_empty_line_parts_a_list_from_one_of_another_sort() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("list_item", "one", 1), BlockDraft("list_item", "first", 1, ordered=True)
        ),
        40,
    )
    assert painted(layout) == [" • one", "", " 1. first"]


def test_list_items_are_numbered_as_their_source_numbers_them() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("list_item", "third", 1, ordered=True, number=3),
            BlockDraft("list_item", "fourth", 1, ordered=True),
            BlockDraft("paragraph", "between"),
            BlockDraft("list_item", "fifth", 1, ordered=True, number=5),
        ),
        40,
    )
    assert painted(layout) == [" 3. third", " 4. fourth", "", "between", "", " 5. fifth"]


def test_a_table_that_is_too_wide_folds_its_cells() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("table"),
            BlockDraft("row", "Quay\tWhat it cost to repair", header=True),
            BlockDraft("row", "North\ttwo million pounds and a little more"),
        ),
        30,
    )
    assert len(layout.lines) > 3
    assert any("┼" in (line.own or "") for line in layout.lines)


def test_a_line_parts_the_columns_of_a_folded_table_all_the_way_down() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("table"),
            BlockDraft("row", "Quay\tCost", header=True),
            BlockDraft("row", "North\ttwo million pounds"),
            BlockDraft("row", "The old South Quay\t3"),
        ),
        21,
    )
    painter = PagePainter(layout, 27)
    drawn = [painter.line(index)[0] for index in range(len(layout.lines))]
    assert ["".join(words for words, _ in runs).strip() for runs in drawn] == [
        "Quay      │ Cost",
        "──────────┼──────────",
        "North     │ two",
        "│ million",
        "│ pounds",
        "│",
        "The old   │ 3",
        "South     │",
        "Quay      │",
    ]


def test_no_short_word_of_a_table_is_broken() -> None:
    drafts = [BlockDraft("table"), BlockDraft("row", "\t".join(["2024-03-11 or so"] * 4))]
    narrow, wide = (lay_out(article_of(*drafts), cells) for cells in (48, 60))
    assert painted(narrow) == ["2024-03-11 or so"] * 4
    assert painted(wide)[0].count("2024-03-11") == 4


def test_a_table_that_would_be_lower_cell_by_cell_is_told_so() -> None:
    words = "a good many words that tell what came of it in the end and why nobody saw it come"
    row = BlockDraft("row", "\t".join(["North"] * 4 + [words]))
    assert painted(lay_out(article_of(BlockDraft("table"), row), 42))[:2] == ["North", "North"]


def test_an_article_without_text_has_no_lines() -> None:
    assert not lay_out(article_of(), 40).lines


def test_a_rule_and_an_image_without_words_are_shown() -> None:
    layout = lay_out(article_of(BlockDraft("rule"), BlockDraft("image", href="x")), 12)
    assert painted(layout) == ["─" * 12, "", "▣ image"]


def test_a_table_with_too_many_columns_is_told_cell_by_cell() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("table"),
            BlockDraft("row", "Quay\tCost\tWho paid", header=True),
            BlockDraft("row", "North\ttwo million\tthe county"),
            BlockDraft("row", "South\t\tfees"),
        ),
        16,
    )
    assert painted(layout) == [
        *("Quay", "Cost", "Who paid", ""),
        *("Quay: North", "Cost: two", "      million", "Who…: the county", ""),
        *("Quay: South", "Who…: fees"),
    ]


def test_what_is_read_from_the_right_stands_at_the_right_edge() -> None:
    layout = lay_out(
        article_of(
            BlockDraft("paragraph", "نعم كلا"),
            BlockDraft("quote", "לא"),
            BlockDraft("heading", "לא", 2),
            BlockDraft("list_item", "לא", 1),
            BlockDraft("paragraph", "A ب"),
        ),
        12,
        ("نعم",),
    )
    assert painted(layout) == [
        " " * 9 + "نعم",
        "",
        " " * 5 + "نعم كلا",
        "",
        "▎ " + " " * 8 + "לא",
        "",
        " " * 7 + "## לא",
        "",
        " " * 7 + " • לא",
        "",
        "A ب",
    ]


def test_a_list_that_is_nested_deeply_leaves_room_for_its_words() -> None:
    layout = lay_out(article_of(BlockDraft("list_item", "some words here", 30)), 12)
    assert painted(layout) == ["    ▪ some", "      words", "      here"]


@given(DRAFTS, CELLS)
def test_a_table_of_lines_gives_back_each_line_as_it_was_put(
    drafts: list[BlockDraft], cells: int
) -> None:
    lines = list(lay_out(article_of(*drafts), cells, ["A headline", "today"]).lines)
    table = LineTable()
    table.extend(lines)
    assert list(table) == lines
    assert table[1:4] == lines[1:4]
    assert table[-1] == lines[-1]
    assert [table[at] for at in range(len(table))] == lines
    assert [table.shows_text(at) for at in range(len(table))] == [
        line.end > line.start for line in lines
    ]
