"""What is written as Markdown reads back as the same text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.article.inline import destination, escape
from reader.article.markdown import with_markdown, write_markdown
from reader.article.model import Article, BlockKind, InlineKind
from reader.article.sanitise import clean_text
from reader.article.text import BlockDraft, InlineDraft, compose

PARSER = MarkdownIt("commonmark").enable("table")
PIECES = [*"ab1 #*_`[]()<>!&;~-+.|:\\\n=\"'$é中", "&amp;", "http://a.b", "# ", "- ", "1. "]
INLINE_KINDS: list[InlineKind] = ["strong", "emphasis", "code", "link"]
KINDS: list[BlockKind] = [
    "paragraph",
    "heading",
    "list_item",
    "quote",
    "caption",
    "code",
    "image",
    "row",
    "table",
    "rule",
]


def _stripped(text: str) -> str:
    """Return *text* clean, without empty lines and space at the ends of lines."""
    lines = (line.strip() for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)


TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).map(_stripped)


@st.composite
def drafts(draw: st.DrawFn) -> BlockDraft:
    """Draw any block with any marks, overlapping ones too."""
    kind = draw(st.sampled_from(KINDS))
    if kind in ("rule", "table"):
        return BlockDraft(kind)
    if kind == "row":
        cells = draw(st.lists(TEXTS.map(_folded), min_size=1, max_size=3))
        return BlockDraft(kind, "\t".join(cells), header=draw(st.booleans()))
    text = draw(TEXTS.filter(bool))
    if kind in ("heading", "image"):
        text = _folded(text)
    marks = [draw(_mark(len(text))) for _ in range(draw(st.integers(0, 3)))]
    return BlockDraft(
        kind,
        text,
        level=draw(st.sampled_from([None, 1, 2, 3])),
        ordered=draw(st.booleans()),
        number=draw(st.sampled_from([None, 0, 1, 2, 3, 40])),
        inline=() if kind in ("code", "image", "caption") else tuple(marks),
        href="https://example.org/i.png" if kind == "image" else None,
    )


@st.composite
def _mark(draw: st.DrawFn, length: int) -> InlineDraft:
    """Draw a mark in a text of *length*."""
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start, length))
    kind = draw(st.sampled_from(INLINE_KINDS))
    return InlineDraft(start, end, kind, "https://example.org/a(b" if kind == "link" else None)


def _folded(text: str) -> str:
    """Return *text* with each run of white space made one space."""
    return " ".join(text.split())


def _read(markdown: str) -> list[str]:
    """Return the texts of the blocks of *markdown*, as a Markdown parser reads them."""
    found = []
    for token in PARSER.parse(markdown):
        if token.type == "inline":
            found.append(_plain(token.children or []))
        elif token.type in ("fence", "code_block", "html_block"):
            found.append(token.content)
    return [folded for text in found if (folded := _folded(text))]


def _plain(tokens: list[Token]) -> str:
    """Return the text of inline *tokens*."""
    return "".join(
        _plain(token.children or []) if token.type == "image" else token.content or _space(token)
        for token in tokens
    )


def _space(token: Token) -> str:
    """Return what a token without content stands for."""
    return " " if token.type in ("softbreak", "hardbreak") else ""


@settings(max_examples=400)
@given(st.lists(drafts(), max_size=5))
def test_reading_it_back_gives_the_same_text(parts: list[BlockDraft]) -> None:
    texts: list[str] = []
    for part in parts:
        texts += part.text.split("\t") if part.kind == "row" else [part.text]
    assert _read(write_markdown(parts)) == [_folded(text) for text in texts if text.strip()]


@given(TEXTS)
def test_an_escaped_text_has_no_markup(text: str) -> None:
    assert _read(escape(text)) == ([_folded(text)] if text else [])


def _write(*parts: BlockDraft) -> str:
    return write_markdown(parts)


def test_nothing_is_written_as_nothing() -> None:
    assert _write() == ""
    assert _write(BlockDraft("table"), BlockDraft("paragraph")) == ""


def test_marks_are_written_with_their_signs() -> None:
    marks = (
        InlineDraft(0, 3, "strong"),
        InlineDraft(4, 7, "emphasis"),
        InlineDraft(8, 11, "code"),
        InlineDraft(12, 15, "link", "https://example.org/"),
    )
    draft = BlockDraft("paragraph", "one two six ten", inline=marks)
    assert _write(draft) == "**one** *two* `six` [ten](https://example.org/)\n"


def test_a_mark_inside_another_is_written_inside_it() -> None:
    marks = (InlineDraft(0, 7, "link", "https://example.org/"), InlineDraft(0, 7, "strong"))
    draft = BlockDraft("paragraph", "one two", inline=marks)
    assert _write(draft) == "[**one two**](https://example.org/)\n"


def test_white_space_at_the_ends_of_a_mark_stays_outside_its_signs() -> None:
    draft = BlockDraft("paragraph", "one two", inline=(InlineDraft(0, 4, "strong"),))
    assert _write(draft) == "**one** two\n"


@pytest.mark.parametrize(
    ("text", "mark", "written"),
    [
        ("a b", InlineDraft(1, 2, "strong"), "a b"),
        ('a"b"c', InlineDraft(1, 4, "strong"), 'a"b"c'),
        ("a`b", InlineDraft(0, 3, "code"), "`` a`b ``"),
        ("a\nb", InlineDraft(0, 3, "code"), "a\\\nb"),
        (
            "no!a",
            InlineDraft(3, 4, "link", "https://example.org/"),
            "no\\![a](https://example.org/)",
        ),
    ],
)
def test_a_mark_that_would_not_read_as_one_is_left_out(
    text: str, mark: InlineDraft, written: str
) -> None:
    assert _write(BlockDraft("paragraph", text, inline=(mark,))) == written + "\n"


def test_lists_are_numbered_on_by_level_and_by_kind() -> None:
    items = [
        BlockDraft("list_item", "one", level=1, ordered=True),
        BlockDraft("list_item", "inner", level=2),
        BlockDraft("list_item", "two", level=1, ordered=True),
        BlockDraft("paragraph", "still two", level=1),
        BlockDraft("code", "x\ny", level=1),
        BlockDraft("list_item", "three", level=1, ordered=True),
        BlockDraft("paragraph", "after"),
        BlockDraft("list_item", "bullet", level=3),
    ]
    assert write_markdown(items) == (
        "1. one\n    - inner\n2. two\n\n   still two\n\n   ```\n   x\n   y\n   ```\n\n3. three\n\n"
        "after\n\n- bullet\n"
    )


def _numbered(text: str, number: int, level: int = 1) -> BlockDraft:
    return BlockDraft("list_item", text, level=level, ordered=True, number=number)


def test_a_list_starts_with_its_own_number_and_one_that_jumps_is_another_list() -> None:
    items = [
        BlockDraft("list_item", "dot", level=1),
        _numbered("four", 4, level=2),
        _numbered("five", 5, level=2),
        _numbered("nine", 9, level=2),
        _numbered("ten", 10, level=2),
    ]
    written = write_markdown(items)
    assert written == "- dot\n\n    4. four\n    5. five\n    9) nine\n    10) ten\n"
    starts = [
        token.attrs.get("start")
        for token in PARSER.parse(written)
        if token.type == "ordered_list_open"
    ]
    assert starts == [4, 9]


def test_a_heading_ends_the_list_before_it() -> None:
    items = [
        BlockDraft("list_item", "one", level=1, ordered=True),
        BlockDraft("heading", "C # #", level=3),
        BlockDraft("list_item", "one again", level=1, ordered=True),
    ]
    assert write_markdown(items) == "1. one\n\n### C # \\#\n\n1. one again\n"


def test_a_table_is_as_wide_as_its_widest_row_and_has_a_header() -> None:
    rows = [
        BlockDraft("table"),
        BlockDraft("row", "a|b\tc", inline=(InlineDraft(4, 5, "strong"),)),
        BlockDraft("row", "d\te\tf"),
        BlockDraft("table"),
        BlockDraft("row", "g", header=True),
        BlockDraft("row", "h"),
        BlockDraft("paragraph", "end"),
    ]
    assert write_markdown(rows) == (
        "|  |  |  |\n| --- | --- | --- |\n| a\\|b | **c** |  |\n| d | e | f |\n\n"
        "| g |\n| --- |\n| h |\n\nend\n"
    )


def test_code_stands_in_a_fence_that_it_does_not_hold() -> None:
    draft = BlockDraft("code", "```\nx\n````", language="py thon`")
    assert _write(draft) == "`````py\n```\nx\n````\n`````\n"


def test_quotes_captions_images_and_rules_are_written_as_such() -> None:
    parts = [
        BlockDraft("quote", "one\ntwo"),
        BlockDraft("image", "a\nport", href="https://example.org/a b.png"),
        BlockDraft("image"),
        BlockDraft("caption", "The port"),
        BlockDraft("caption", "5 * 3"),
        BlockDraft("rule"),
    ]
    assert write_markdown(parts) == (
        "> one\\\n> two\n\n![a port](https://example.org/a%20b.png)\n\n![]()\n\n*The port*\n\n"
        "5 \\* 3\n\n***\n"
    )


def test_inline_markdown_that_ingest_gave_is_taken_as_it_is() -> None:
    draft = BlockDraft("paragraph", "a", markdown="<u>a</u>")
    assert _write(draft) == "<u>a</u>\n"


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("https://example.org/a?b=1&lt;", "https://example.org/a?b=1\\&lt;"),
        ("https://example.org/a(b)", "<https://example.org/a(b)>"),
        ("a <b>\\é", "a%20%3Cb%3E%5Cé"),
    ],
)
def test_an_address_cannot_end_its_link_early(href: str, written: str) -> None:
    assert destination(href) == written


def test_markdown_that_was_left_out_is_written_again_as_it_was() -> None:
    link = InlineDraft(4, 8, "link", "https://example.org/")
    drafts = [
        BlockDraft("heading", "One", level=2),
        BlockDraft("paragraph", "The port *opens*.", inline=(link,)),
        BlockDraft("row", "a\tb", header=True),
        BlockDraft("list_item", "third", level=1, ordered=True, number=3),
    ]
    text, blocks = compose(drafts)
    bare = Article("a", "v", "Title", text, blocks)
    assert with_markdown(bare).markdown == write_markdown(drafts)
    assert with_markdown(replace(bare, markdown="its own")).markdown == "its own"
