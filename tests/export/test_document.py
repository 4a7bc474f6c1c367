"""A file is cut into pieces that make it up again."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.document import (
    Managed,
    Prose,
    broken_regions,
    headings,
    parse,
    split_front,
)

LINES = st.sampled_from(
    [
        "---",
        "text",
        "",
        "id: a",
        "## Heading",
        "<!-- newsmargin:begin h-1 -->",
        "<!-- newsmargin:end h-1 -->",
        "%% newsmargin:begin h-2 %%",
        "%% newsmargin:end h-2 %%",
        "```",
    ]
)


@given(st.lists(LINES, max_size=20), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_the_pieces_make_up_the_file(lines: list[str], newline: str, ends: bool) -> None:
    text = newline.join(lines) + (newline if ends and lines else "")
    front, body = split_front(text)
    pieces = parse(body)
    assert front + "".join(piece.text for piece in pieces) == text
    ids = [piece.id for piece in pieces if isinstance(piece, Managed)]
    assert len(ids) == len(set(ids))


def test_a_region_stands_between_its_comment_lines() -> None:
    text = "a\n<!-- newsmargin:begin h-1 -->\nbody\n<!-- newsmargin:end h-1 -->\nb"
    assert parse(text) == [
        Prose("a\n"),
        Managed(
            "h-1", "<!-- newsmargin:begin h-1 -->\n", "body\n", "<!-- newsmargin:end h-1 -->\n"
        ),
        Prose("b"),
    ]


def test_a_region_that_lost_its_end_is_broken() -> None:
    pieces = parse("%% newsmargin:begin h-1 %%\nbody\n%% newsmargin:begin h-2 %%\n")
    assert all(isinstance(piece, Prose) for piece in pieces)
    assert broken_regions(pieces) == {"h-1", "h-2"}


def test_front_matter_may_follow_a_byte_order_mark() -> None:
    assert split_front("\ufeff---\nid: a\n---\nbody") == ("\ufeff---\nid: a\n---\n", "body")
    assert split_front("---\nno end") == ("", "---\nno end")


def test_what_looks_like_a_heading_in_code_is_none() -> None:
    text = "# One\n```sh\n# comment\n~~~\n# more\n````\n## Two\n"
    assert [words for *_, words in headings(text)] == ["# One", "## Two"]
    assert [text[start:end] for start, end, _ in headings(text)] == ["# One\n", "## Two\n"]
