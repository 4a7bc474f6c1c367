"""Quoted text reads in Markdown as it reads in the article, with no backslash too many."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.escaping import escape_line, escape_lines
from reader.export.profiles import MARKDOWN, OBSIDIAN, Profile

SIGNS = st.text(st.sampled_from("ab1 .)(*_`~[]<>!#+-=|\\&;:/^%${}'\"x\n\t—"), max_size=40)
PROFILES = st.sampled_from([MARKDOWN, OBSIDIAN])


def read(markdown: str) -> list[str]:
    """Return the lines of text that a Markdown reader sees in a block quote."""
    lines: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        assert token.type in ("blockquote_open", "blockquote_close", "inline") or (
            token.type.startswith("paragraph")
        )
        if token.type == "inline":
            text = ""
            for child in token.children or []:
                assert child.type in ("text", "softbreak")
                text += "\n" if child.type == "softbreak" else child.content
            lines += text.split("\n")
    return lines


@given(SIGNS, PROFILES)
@example("a line that ends so\\\nand goes on", MARKDOWN)
def test_an_escaped_quotation_reads_as_the_text(text: str, profile: Profile) -> None:
    quotation = "\n".join(f"> {line}" for line in escape_lines(text, profile))
    expected = [line.strip() for line in text.replace("\t", " | ").split("\n")]
    assert read(quotation) == [line for line in expected if line]


@given(SIGNS, PROFILES)
def test_an_escaped_line_reads_as_the_text_inside_a_line(text: str, profile: Profile) -> None:
    markdown = f"Words {escape_line(text, profile)} end"
    assert " ".join(read(markdown)[0].split()) == " ".join(f"Words {text} end".split())


@pytest.mark.parametrize(
    "text",
    [
        "A rise of 8.58% to $6.3 billion - the second in a row.",
        "snake_case and 3 * 4 * 5",
        "It’s “so”; (they say) a/b & c: #1, 50% + 2 = 52",
        "C# and a|b and x < y > z",
        "mail a.b+c@news.example about it!",
    ],
)
def test_what_means_nothing_is_not_escaped(text: str) -> None:
    assert escape_lines(text, MARKDOWN) == [text]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("#tag here", "\\#tag here"),
        ("a #tag", "a \\#tag"),
        ("a %%comment%%", "a \\%\\%comment\\%\\%"),
        ("a ==light==", "a \\=\\=light\\=\\="),
        ("[[page]]", "\\[\\[page]]"),
        ("an end ^ab-1", "an end \\^ab-1"),
        ("US$5 and A$6", "US\\$5 and A\\$6"),
        ("only $5", "only $5"),
    ],
)
def test_the_signs_of_obsidian_are_escaped_for_it(text: str, escaped: str) -> None:
    assert escape_lines(text, OBSIDIAN) == [escaped]
