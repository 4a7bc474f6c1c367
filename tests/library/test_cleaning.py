"""Lines that the user brings back or leaves out, for the article, its next versions, its site."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article.model import Article, Dropped
from reader.article.text import BlockDraft
from reader.errors import NotFoundError, UsageError
from reader.ingest.parsed import Parsed, assemble
from reader.library import Library
from tests.library.made import PORT, port

ADVERT = "Sign up to our letter."
LEFT_OUT = (Dropped(ADVERT, "boilerplate", 1), Dropped("12 comments", "boilerplate", 3))


def given(*paragraphs: str, url: str = "https://www.example.org/port-strike") -> Article:
    """Return an article of *paragraphs* of which two lines were left out."""
    drafts = tuple(BlockDraft("paragraph", text) for text in paragraphs or PORT)
    return assemble(Parsed("Port strike ends", drafts, LEFT_OUT), url=url)


def test_a_line_comes_back_and_goes_again(library: Library) -> None:
    first = given()
    library.keep(first)
    cleaned = library.cleaning.bring_back(first.id, ADVERT)
    shown = library.article(first.id)
    assert shown.text.split("\n\n") == [PORT[0], ADVERT, *PORT[1:]]
    assert (cleaned.site, cleaned.version) == ("example.org", shown.version)
    assert library.cleaning.drop(first.id, ADVERT).version == first.version
    assert library.article(first.id) == first
    assert library.cleaning.clean(first) == first


def test_marks_move_with_it_and_undo_brings_all_back(library: Library) -> None:
    first = given()
    library.keep(first)
    library.correct(first.id, title="Mine")
    mark = library.annotate(first.id, quote="$12 million")
    library.cleaning.bring_back(first.id, ADVERT)
    (moved,) = library.marks(first.id)
    assert moved.anchor.start == (mark.anchor.start or 0) + len(ADVERT) + 2
    assert library.undo(first.id) == "brought back “Sign up to our letter.”"
    assert [one.anchor for one in library.marks(first.id)] == [mark.anchor]
    assert library.article(first.id) == replace(first, title="Mine", guessed={})
    assert library.cleaning.clean(first) == first
    assert library.redo(first.id)
    assert ADVERT in library.article(first.id).text


def test_a_choice_outlives_a_new_version(library: Library) -> None:
    library.keep(given())
    library.cleaning.bring_back(given().id, ADVERT)
    library.cleaning.drop(given().id, PORT[2])
    newer = library.cleaning.clean(given(*PORT, "A further paragraph."))
    assert newer.text.split("\n\n") == [PORT[0], ADVERT, PORT[1], "A further paragraph."]
    assert {piece.reason for piece in newer.dropped} == {"boilerplate", "your choice"}


def test_a_choice_is_remembered_for_the_site(library: Library) -> None:
    library.keep(given())
    library.cleaning.bring_back(given().id, "12 comments")
    library.cleaning.drop(given().id, PORT[2])
    page = given("Other news.", PORT[2], "The end.", url="https://example.org/other")
    page = replace(page, dropped=(Dropped("34 comments", "boilerplate", 3),))
    assert library.cleaning.clean(page).text == "Other news.\n\nThe end.\n\n34 comments"
    elsewhere = given(url="https://example.net/port-strike")
    assert library.cleaning.clean(elsewhere) == elsewhere


def test_a_choice_that_is_taken_back_is_forgotten_for_the_site(library: Library) -> None:
    library.keep(given())
    library.cleaning.drop(given().id, PORT[2])
    library.cleaning.bring_back(given().id, PORT[2])
    assert library.article(given().id) == given()
    page = given("Other news.", PORT[2], url="https://example.org/other")
    assert library.cleaning.clean(page) == page


def test_a_file_that_is_read_again_keeps_its_choices(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "port.md"
    file.write_text("# Port strike ends\n\n" + "\n\n".join(PORT))
    added = library.add(str(file))
    assert added.id is not None
    assert library.cleaning.drop(added.id, "nine days").site is None
    file.write_text("# Port strike ends\n\n" + "\n\n".join((*PORT, "A further paragraph.")))
    assert library.refresh(added.id).status == "new-version"
    assert library.article(added.id).text.split("\n\n")[2:] == ["A further paragraph."]
    assert library.refresh(added.id).status == "same"


def test_articles_without_an_address_have_their_publisher_in_common(library: Library) -> None:
    article = replace(given(), url="/a/file", canonical_url=None, publisher="Example  Wire")
    library.keep(article)
    assert library.cleaning.drop(article.id, PORT[2]).site == "example wire"
    strange = replace(article, url="http://[x/", canonical_url=None)
    library.keep(strange)
    assert library.cleaning.bring_back(article.id, ADVERT).site == "example wire"


Turn = Callable[[Library, str], object]


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (lambda library, one: library.cleaning.bring_back(one, "no such line"), "no such line"),
        (lambda library, one: library.cleaning.bring_back(one, PORT[0]), "left out of the article"),
        (lambda library, one: library.cleaning.bring_back(one, ""), "a line: no such line"),
        (lambda library, one: library.cleaning.drop(one, "the"), "may be any of 3 lines"),
        (lambda library, one: library.cleaning.drop(one, PORT[0], 2), "no such line"),
        (lambda library, one: library.cleaning.drop("none", PORT[0]), "no such article"),
    ],
)
def test_a_line_that_cannot_be_meant_is_told(library: Library, turn: Turn, told: str) -> None:
    library.keep(given())
    with pytest.raises(NotFoundError, match=told):
        turn(library, given().id)
    assert library.article(given().id) == given()


def test_the_last_of_the_text_stays(library: Library) -> None:
    library.keep(port(PORT[0]))
    with pytest.raises(UsageError, match="is all the text there is; remove the article"):
        library.cleaning.drop(port().id, PORT[0])


def test_the_headline_stays_above_the_text(library: Library) -> None:
    article = replace(given(), dropped=(Dropped("Port strike ends", "title", 0),))
    library.keep(article)
    with pytest.raises(UsageError, match="is the headline; it stands above the text already"):
        library.cleaning.bring_back(article.id, "Port strike ends")
