"""The text projection: what ``compose`` promises of every offset."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import BlockKind, Inline
from reader.article.text import BLANK_LINE, BlockDraft, InlineDraft, compose

KINDS: list[BlockKind] = ["paragraph", "heading", "list_item", "row", "rule", "table"]
LINES = st.text(st.sampled_from("ab é中\t"), min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def drafts(draw: st.DrawFn) -> BlockDraft:
    """Draw a block with a mark somewhere in it."""
    kind = draw(st.sampled_from(KINDS))
    if kind in ("rule", "table"):
        return BlockDraft(kind)
    text = draw(LINES)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return BlockDraft(kind, text, level=2, inline=(InlineDraft(start, end, "strong"),))


@given(st.lists(drafts(), max_size=12))
def test_every_block_s_range_holds_its_own_text(parts: list[BlockDraft]) -> None:
    text, blocks = compose(parts)
    assert [text[block.start : block.end] for block in blocks] == [part.text for part in parts]
    for block, part in zip(blocks, parts, strict=True):
        for mark, own in zip(block.inline, part.inline, strict=True):
            assert text[mark.start : mark.end] == part.text[own.start : own.end]


@given(st.lists(drafts(), max_size=12))
def test_blocks_follow_each_other_without_overlap_and_within_the_text(
    parts: list[BlockDraft],
) -> None:
    text, blocks = compose(parts)
    end = 0
    for block in blocks:
        assert end <= block.start <= block.end <= len(text)
        end = block.end


@given(st.lists(drafts(), max_size=12))
def test_the_text_is_the_blocks_texts_parted_by_one_blank_line(parts: list[BlockDraft]) -> None:
    assert compose(parts)[0] == BLANK_LINE.join(part.text for part in parts if part.text)


def test_nothing_composes_to_nothing() -> None:
    assert compose([]) == ("", ())


def test_a_row_knows_the_range_of_each_cell_empty_ones_too() -> None:
    text, blocks = compose([BlockDraft("paragraph", "ab"), BlockDraft("row", "c\t\tde")])
    assert [text[start:end] for start, end in blocks[1].cells] == ["c", "", "de"]


def test_a_rule_at_the_end_stands_at_the_end_of_the_text() -> None:
    text, blocks = compose([BlockDraft("paragraph", "ab"), BlockDraft("rule"), BlockDraft("rule")])
    assert [(block.start, block.end) for block in blocks[1:]] == [(2, 2), (2, 2)]
    assert text == "ab"


def test_a_rule_between_two_blocks_stands_where_the_next_one_starts() -> None:
    _, blocks = compose(
        [BlockDraft("paragraph", "ab"), BlockDraft("rule"), BlockDraft("paragraph", "c")]
    )
    assert blocks[1].start == blocks[1].end == blocks[2].start == 4


def test_marks_come_in_reading_order_with_the_outer_one_first() -> None:
    marks = (
        InlineDraft(3, 4, "code"),
        InlineDraft(0, 2, "emphasis"),
        InlineDraft(0, 4, "link", "https://example.org/"),
    )
    _, blocks = compose([BlockDraft("paragraph", "abcd", inline=marks)])
    assert blocks[0].inline == (
        Inline(0, 4, "link", "https://example.org/"),
        Inline(0, 2, "emphasis"),
        Inline(3, 4, "code"),
    )
