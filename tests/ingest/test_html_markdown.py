"""Inline marks through markdownify, with its traps closed."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.article.model import InlineKind
from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft, InlineDraft
from reader.ingest.web.inline_markdown import inline_html, with_markdown

READER = MarkdownIt("commonmark")


def shown(markdown: str) -> str:
    """Return the text that a reader of *markdown* sees."""
    return clean_line(unescape(re.sub(r"<[^>]*>", "", READER.render(markdown))))


@st.composite
def marked(draw: st.DrawFn) -> BlockDraft:
    """Return a draft of words and signs with marks at the ends of words."""
    signs = st.sampled_from(
        [*"abcdefgh", "1.", "#", "-", "*", "_", "[x]", "<b>", "&amp;", "`", "!"]
    )
    words = draw(st.lists(signs, min_size=1, max_size=8))
    text = " ".join(words)
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    marks = []
    kinds: list[InlineKind] = ["link", "strong", "emphasis"]
    for _ in range(draw(st.integers(0, 3))):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        kind = draw(st.sampled_from(kinds))
        href = "https://e.example/a" if kind == "link" else None
        marks.append(InlineDraft(starts[first], ends[last], kind, href))
    return BlockDraft("paragraph", text, inline=tuple(marks))


def markdown_of(draft: BlockDraft) -> str:
    """Return the Markdown made for one draft."""
    (made,) = with_markdown([draft])
    assert made.markdown is not None
    return made.markdown


def test_marks_become_markdown() -> None:
    text = "The ferry Brita is late"
    marks = (InlineDraft(4, 15, "link", "https://e.example"), InlineDraft(10, 15, "strong"))

    assert markdown_of(BlockDraft("paragraph", text, inline=marks)) == (
        "The [ferry **Brita**](https://e.example) is late"
    )


@settings(max_examples=60, deadline=None)
@given(marked())
def test_a_converted_block_is_told_from_its_text_alone_or_reads_back_as_it(
    draft: BlockDraft,
) -> None:
    (made,) = with_markdown([draft])

    assert made.text == draft.text
    if made.markdown is not None:
        assert shown(made.markdown) == clean_line(draft.text)


def test_a_link_holds_whatever_stands_in_its_address() -> None:
    mark = InlineDraft(0, 3, "link", "https://e.example/a%20(b)")

    assert 'href="https://e.example/a%20(b)"' in READER.render(
        markdown_of(BlockDraft("paragraph", "map", inline=(mark,)))
    )


def test_marks_that_overlap_are_not_both_written() -> None:
    marks = (InlineDraft(0, 5, "strong"), InlineDraft(3, 8, "emphasis"))

    assert inline_html("ferry is", marks) == "<strong>ferry</strong> is"


def test_a_block_without_marks_or_without_end_is_left_to_the_writer() -> None:
    plain = BlockDraft("paragraph", "plain")
    endless = BlockDraft("paragraph", "x" * 30_000, inline=(InlineDraft(0, 2, "strong"),))

    assert [draft.markdown for draft in with_markdown([plain, endless])] == [None, None]
