"""Pages made, by malice or by broken templates, to break what reads them."""

import gzip

import pytest

from reader.article.sanitise import clean_text
from reader.errors import IngestError
from reader.ingest import ingest
from reader.ingest.web import choice, guard
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


STORY = "".join(
    f"<p>The {subject} was opened on Thursday by the mayor, who said that it had taken nine years"
    f" to build, and that those who live beside the {subject} had waited for longer.</p>"
    for subject in ("bridge", "ferry", "lighthouse", "harbour", "quay")
)


def page_of(middle: str) -> bytes:
    """Return a page whose story has *middle* in its midst."""
    start = "<html><head><title>The bridge opens</title></head><body><article>"
    return (
        f"{start}<h1>The bridge opens</h1>{STORY}{middle}{STORY}</article></body></html>".encode()
    )


def test_the_end_of_a_long_run_goes_the_way_of_its_head() -> None:
    lines = "".join(f"<p>The tide came in for the {n}th time and went out.</p>" for n in range(900))
    links = "".join(f'<li><a href="/{n}">Otter number {n}</a></li>' for n in range(900))
    page = page_of(f"<div>{lines}</div>") + f"<nav><ul>{links}</ul></nav>".encode() * 4

    text = ingest(page).text

    assert text.count("came in for") == 900
    assert "Otter" not in text


def test_a_run_within_the_end_of_another_is_out_of_view_with_it() -> None:
    inner = "<div>" + "<p>The tide came in and went out again, as it does.</p>" * 500 + "</div>"
    outer = "".join("<div><p>The tide came in once more on that day.</p></div>" for _ in range(450))

    text = ingest(page_of(f"<section>{outer}{inner * 5}</section>")).text

    assert text.count("went out again") == 2500


def test_of_a_page_of_countless_parts_but_the_quick_voter_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def slow(root: object) -> list[str]:
        asked.append(root)
        return []

    monkeypatch.setattr(choice, "VOTERS", {"slow": slow})
    part = f"<div>{'<p>The tide came in and went out again.</p>' * 100}</div>"

    article = ingest(page_of(part * 200))

    assert not asked
    assert article.text.count("was opened on Thursday") == 10


def test_a_page_that_is_cut_before_its_text_is_an_article_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 10_000)

    article = ingest(gzip.compress(b"<html><body>" + b" " * 100_000 + STORY.encode()))

    assert (article.text, article.blocks) == ("", ())
    assert article.guessed["text"] == "cut; the source goes on beyond what is read of it"


def test_a_page_that_is_cut_in_its_text_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 1_500)

    article = ingest(gzip.compress(page_of("")))

    assert article.text.count("was opened on Thursday") >= 5
    assert "text" in article.guessed


def test_a_page_of_nothing_but_space_is_no_article() -> None:
    with pytest.raises(IngestError, match="reads as an article"):
        ingest(b"<html><body>" + b" " * 100_000)


def test_what_stands_between_elements_that_are_taken_out_is_kept() -> None:
    page = "<p>before</p><div>" + "one<i hidden>two</i><input> " * 3 + "<gone>three</gone></div>"

    assert block_texts(page) == ["before", "one one one", "three"]


def test_lines_parted_by_countless_breaks_are_kept() -> None:
    lines = "the tide came in and went out again<br>" * 6_000

    assert ingest(page_of(f"<p>{lines}</p>")).text.count("went out again") == 6_000


def test_data_that_nests_in_endless_space_is_passed_over() -> None:
    data = f'<script type="application/ld+json">{"[ " * 150}{" " * 1_000_000}</script>'

    assert ingest(page_of(data)).text.count("was opened on Thursday") == 10
