"""Pages made, by malice or by broken templates, to break what reads them."""

import pytest

from reader.article.sanitise import clean_text
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.guard import open_source, shallow
from reader.ingest.web.tree import parse, strip_unread


def block_texts(page: str) -> list[str]:
    """Return the texts of all blocks of a page."""
    root = parse(open_source(page.encode("utf-8", "surrogatepass"), "page").text)
    strip_unread(root)
    return [block.draft.text for block in blocks_of(root) if block.draft.text]


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "b", "ul", "section"])
def test_what_stands_behind_elements_too_deep_is_kept(tag: str) -> None:
    page = f"<p>before{f'<{tag}>' * 3000}inside{f'</{tag}>' * 3000}<p>after"

    assert " ".join(block_texts(page)).split() == ["before", "inside", "after"]


def test_elements_that_nest_as_pages_do_are_left_alone() -> None:
    page = "<div><p>a</p><ul><li>b<li>c</ul></div>"

    assert shallow(page) == page


def test_a_tag_with_countless_attributes_keeps_its_text() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(20_000))

    assert block_texts(f"<p {attributes}>still here</p><p>and here") == ["still here", "and here"]


def test_a_stray_quote_in_a_tag_costs_no_text() -> None:
    page = '<img src="a.png" width="1"" /><p style="" );" class="x">one</p>' + "<p>two</p>" * 900

    assert block_texts(page)[:2] == ["one", "two"]


@pytest.mark.parametrize(
    "nasty",
    ["\x1b[31m", "&#27;[2J", "&#x1b;]52;c;AAAA&#7;", "\x9b31m", "\0", "&#0;", "\u202e", "&#8238;"],
)
def test_nothing_that_a_terminal_obeys_is_let_through(nasty: str) -> None:
    (text,) = block_texts(f"<p>red {nasty}herring</p>")

    assert text == "red herring"
    assert clean_text(text) == text


def test_a_reference_to_the_punctuation_of_windows_is_read_as_browsers_do() -> None:
    assert block_texts("<p>&#147;so&#148;</p>") == ["“so”"]


def test_markup_of_the_screen_is_text() -> None:
    assert block_texts("<p>[bold]no[/bold]</p>") == ["[bold]no[/bold]"]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &x; b'

    assert block_texts(page)[-1].startswith("a")
    assert "&x;" in block_texts(page)[-1]


def test_a_long_run_of_spaces_is_one() -> None:
    assert block_texts(f"<p>a{' ' * 50_000}b</p>") == ["a b"]
