"""What was left out of the article is shown at its place, and lines go in and out of it."""

from pathlib import Path

import pytest

from reader.article.model import Article
from reader.library import Library
from reader.tui.desk.articles import open_held
from tests.tui.conftest import Desk, OpenDesk, id_of

BODY = [
    "The quay at Skarrow opens in spring, the council said on Monday after a long evening.",
    "Repairs cost four million pounds, which is more than was planned when the storm came.",
    "The county paid half of it, and the rest came from fees that shipping companies paid.",
]
ADVERT = "Sign up to our newsletter and get the news of the harbour every morning."


@pytest.fixture
def page(library: Library, tmp_path: Path) -> Article:
    """Add a page with an advertisement between its paragraphs."""
    inside = f"</p><div class='newsletter'><p>{ADVERT}</p></div><p>".join(BODY[:2])
    source = tmp_path / "quay.html"
    source.write_text(
        "<html><head><title>Quay opens</title>"
        "<link rel='canonical' href='https://example.org/quay'></head><body><article>"
        f"<h1>Quay opens</h1><p>{inside}</p><p>{BODY[2]}</p></article></body></html>"
    )
    added = library.add(str(source))
    assert added.id is not None, added
    return library.article(added.id)


async def go_to(at: Desk, text: str, key: str) -> None:
    """Press *key* until the line with *text* is at the cursor."""
    for _ in range(20):
        page = at.screen.left_out.cover.page
        if page is not None and page.line is not None and page.line.text == text:
            return
        await at.press(key)
    raise AssertionError(at.text)


async def test_a_line_is_brought_back_and_left_out_again(desk: OpenDesk, page: Article) -> None:
    async with desk("Quay") as at:
        await at.press("R")
        assert "left out: Quay opens" in at.text
        assert f"− {ADVERT[:40]}" in at.text
        await at.press("g", "enter")
        assert "is the headline; it stands above the text already" in at.said
        await go_to(at, ADVERT, "j")
        await at.press("enter")
        assert "brought back, remembered for example.org; u undoes" in at.said
        assert f"+ {ADVERT[:40]}" in at.text
        assert ADVERT in at.library.article(page.id).text
        await at.press("x")
        assert f"− {ADVERT[:40]}" in at.text
        assert at.library.article(page.id).text == page.text
        await at.press("x")
        assert "left out already; ⏎ brings it back" in at.said
        await at.press("u")
        assert ADVERT in at.library.article(page.id).text
        await at.press("ctrl+r")
        assert at.library.article(page.id).text == page.text
        await at.press("R")
        assert at.screen.body.has_focus
        assert at.screen.article == at.library.article(page.id, markdown=False)


async def test_a_paragraph_is_left_out_and_marks_stay(desk: OpenDesk, page: Article) -> None:
    async with desk("Quay") as at:
        await at.press(")", ")", "h")
        await at.press("R", "g", "}")
        await go_to(at, BODY[0], "}")
        await at.press("x")
        assert "left out, remembered for example.org" in at.said
        assert "(your choice)" in at.text
        await at.press("escape")
        assert at.screen.article is not None
        assert at.screen.article.text.startswith(BODY[1])
        (mark,) = at.library.marks(page.id)
        assert mark.anchor.status != "orphan"


async def test_enter_on_what_is_kept_goes_to_its_place(desk: OpenDesk, page: Article) -> None:
    async with desk("Quay") as at:
        await at.press("R", "G", "{", "{")
        await go_to(at, BODY[2], "}")
        await at.press("enter")
        assert not at.screen.left_out.cover.is_open
        assert at.sentence == BODY[2]


async def test_it_says_so_when_nothing_was_left_out(desk: OpenDesk) -> None:
    async with desk("Ferry", size=(40, 12)) as at:
        await at.press("R")
        assert "Nothing was left out: Ferry runs" in at.text
        await at.press("j", "k", "k")
        assert "no line before this one" in at.said
        await at.press("j", "x", "u", "R")
        assert at.screen.article is not None
        assert "The ferry" in at.screen.article.text


async def test_it_ends_where_there_is_nothing_more(desk: OpenDesk, page: Article) -> None:
    async with desk("Quay") as at:
        await at.press("R", "G", "space", "b", "ctrl+d", "ctrl+u")
        for _ in range(6):
            await at.press("j")
        assert "nothing left out after this one" in at.said
        await at.press("h", "v", "s")  # they do nothing here
        assert at.screen.left_out.cover.is_open
        assert at.library.marks(page.id) == []


async def test_it_goes_when_another_article_comes(desk: OpenDesk, page: Article) -> None:
    async with desk("Quay") as at:
        await at.press("R")
        at.screen.articles.open(id_of(at.library, "Ferry"))
        await at.settle()
        assert not at.screen.left_out.cover.is_open
        assert at.screen.body.has_focus


async def test_an_article_that_is_not_in_the_library_joins_it(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "guest.md"
    source.write_text("# Guest\n\nOne line of it.\n\nAnother line of it.\n")
    guest = library.read(str(source))
    async with desk(guest=guest) as at:
        await at.press("R", "x")
        assert "left out, for this article; u undoes" in at.said
        assert open_held(library, guest.id).article.text == "Another line of it."


async def test_nothing_is_turned_in_a_library_that_can_only_be_read(
    desk: OpenDesk, page: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk("Quay") as at:
        await at.press("R")
        monkeypatch.setattr(Library, "read_only", "a full disk")
        await at.press("enter")
        assert "can only be read" in at.said
        assert at.library.article(page.id) == page
