"""An article as lines, and back from a cell to its offset."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.tui.page.cells import width
from reader.tui.page.layout import Layout, lay_out

WORDS = st.lists(
    st.text(alphabet="abcdefghij日本é", min_size=1, max_size=12), min_size=1, max_size=25
).map(" ".join)
KINDS = st.sampled_from(["paragraph", "quote", "list_item", "heading", "caption", "code"])
DRAFTS = st.lists(
    st.one_of(
        st.builds(BlockDraft, KINDS, WORDS, st.integers(1, 3)),
        st.just(BlockDraft("rule")),
        st.builds(
            lambda cells: BlockDraft("row", "\t".join(cells)),
            st.lists(WORDS, min_size=1, max_size=4),
        ),
    ),
    max_size=12,
)


def article_of(*drafts: BlockDraft) -> Article:
    """Return an article of *drafts*."""
    text, blocks = compose(drafts)
    return Article("a", version_of(text), "Title", text, blocks)


def painted(layout: Layout) -> list[str]:
    """Return the words of each line."""
    text = layout.article.text
    return [
        line.own
        if line.own is not None
        else " ".join(text[p.start : p.end] for p in line.pieces)
        if line.pieces
        else line.prefix + text[line.start : line.end]
        for line in layout.lines
    ]


@settings(max_examples=150)
@given(DRAFTS, st.integers(12, 90))
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


@settings(max_examples=150)
@given(DRAFTS, st.integers(24, 90))
def test_no_line_is_wider_than_the_column(drafts: list[BlockDraft], cells: int) -> None:
    layout = lay_out(article_of(*drafts), cells)
    for line, words in zip(layout.lines, painted(layout), strict=True):
        if not line.pieces:
            assert width(words) <= cells


@settings(max_examples=150)
@given(DRAFTS, st.integers(12, 90), st.data())
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


@settings(max_examples=150)
@given(DRAFTS, st.integers(12, 90), st.data())
def test_a_cell_leads_to_the_character_painted_there(
    drafts: list[BlockDraft], cells: int, data: st.DataObject
) -> None:
    article = article_of(*drafts)
    layout = lay_out(article, cells)
    rows = [
        index
        for index, line in enumerate(layout.lines)
        if line.end > line.start and not line.pieces and line.own is None
    ]
    if not rows:
        return
    index = data.draw(st.sampled_from(rows))
    line = layout.lines[index]
    offset = data.draw(st.integers(line.start, line.end - 1))
    x = width(line.prefix) + width(article.text[line.start : offset])
    found = layout.offset_at(index, x)
    assert width(article.text[line.start : found]) == width(article.text[line.start : offset])


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


def test_an_article_without_text_has_no_lines() -> None:
    assert lay_out(article_of(), 40).lines == []


def test_a_rule_and_an_image_without_words_are_shown() -> None:
    layout = lay_out(article_of(BlockDraft("rule"), BlockDraft("image", href="x")), 12)
    assert painted(layout) == ["─" * 12, "", "▣ image"]
