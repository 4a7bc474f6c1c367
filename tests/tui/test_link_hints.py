"""Letters over the links of the page."""

import pytest

from reader.article.model import Article
from reader.ingest import ingest
from reader.library import Library
from reader.tui.desk import clipboard
from reader.tui.page.hints import LETTERS, letters_for, links_in
from tests.tui.conftest import Desk, OpenDesk

LINKED = """\
# Links in it

One claim.[^1] Two [the report](https://example.org/report) and [a letter](mailto:a@example.org).

Three [the first again](https://example.org/first) and 日本 [港湾](https://example.org/minato).

[^1]: The source is [here](https://example.org/source).
"""


@pytest.fixture
def guest() -> Article:
    return ingest(LINKED.encode(), kind="markdown")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what would be opened in the browser."""
    addresses: list[str] = []
    monkeypatch.setattr("reader.tui.app.ReaderApp.open_url", lambda _, url: addresses.append(url))
    return addresses


def rows(at: Desk) -> str:
    """Return the page without the lines around it."""
    return "\n".join(at.text.splitlines()[1:-1])


async def test_letters_lie_over_the_links_and_one_opens_its_address(
    desk: OpenDesk, guest: Article, opened: list[str]
) -> None:
    async with desk("", guest=guest) as at:
        await at.press("f")
        assert "claim.a1]" in rows(at)
        assert "Two she report and d letter." in rows(at)
        assert "日本 j 湾" in rows(at)
        await at.press("s")
        assert opened == ["https://example.org/report"]
        assert "the report and a letter" in rows(at)
        assert "opened in the browser: https://example.org/report" in at.said
        await at.press("h")
        assert len(at.quotes) == 1


async def test_letters_typed_at_once_are_taken(
    desk: OpenDesk, guest: Article, opened: list[str]
) -> None:
    async with desk("", guest=guest) as at:
        await at.burst("f", "d")
        assert opened == ["mailto:a@example.org"]


async def test_a_capital_copies_the_address(
    desk: OpenDesk, guest: Article, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    async with desk("", guest=guest) as at:
        await at.press("f", "S")
        assert at.pilot.app.clipboard == "https://example.org/report"
        assert opened == []


async def test_a_footnote_is_gone_to_and_come_back_from(
    desk: OpenDesk, guest: Article, opened: list[str]
) -> None:
    async with desk("", guest=guest) as at:
        await at.press("f", "a")
        assert at.sentence == "The source is here."
        await at.press("less_than_sign")
        assert at.sentence.startswith("One claim.[1]")
        assert opened == []


async def test_an_article_that_the_library_holds_opens_here(
    desk: OpenDesk, guest: Article, opened: list[str], library: Library
) -> None:
    library.add(b"# First\n\nIt stands in the library.\n", url="https://example.org/first")
    async with desk("", guest=guest) as at:
        await at.press("f", "f")
        assert "It stands in the library." in rows(at)
        assert opened == []


async def test_escape_takes_the_letters_away(
    desk: OpenDesk, guest: Article, opened: list[str]
) -> None:
    async with desk("", guest=guest) as at:
        await at.press("f", "escape")
        assert "Two the report and a letter." in rows(at)
        await at.press("f", "m")
        assert "the report" in rows(at)
        await at.press("enter")
        assert "no link has these letters" in at.said
        assert opened == []


async def test_letters_of_no_link_are_said_to_be_none(desk: OpenDesk, guest: Article) -> None:
    async with desk("", guest=guest) as at:
        await at.press("f", "z")
        assert "no such link" in at.said
        await at.press("backspace")
        assert "no such link" not in at.said


async def test_a_page_without_links_says_so(desk: OpenDesk) -> None:
    async with desk("Ferry") as at:
        await at.press("f")
        assert "no links in view" in at.said
        assert not at.screen.prompt.is_open


def test_many_links_have_two_letters_each_and_none_begins_with_another() -> None:
    text = " ".join(f"[w{number}](https://example.org/{number})" for number in range(90))
    article = ingest(f"# Many\n\n{text}\n".encode(), kind="markdown")
    links = links_in(article, 0, len(article.text))
    assert len(links) == 90
    hints = letters_for(links)
    assert {len(letters) for letters in hints} == {2}
    assert list(hints.values()) == links
    assert set(letters_for(links[:26])) == set(LETTERS)


def test_only_addresses_of_the_web_and_of_mail_have_letters() -> None:
    html = b"""<html><body><article><h1>A</h1><p>Words enough to be an article stand here, and
    <a href="javascript:alert(1)">one</a> <a href="file:///etc/passwd">two</a> with
    <a href="https://example.org/x">three</a> more of them behind.</p></article></body></html>"""
    article = ingest(html, kind="html")
    links = links_in(article, 0, len(article.text))
    assert [link.address for link in links] == ["https://example.org/x"]
