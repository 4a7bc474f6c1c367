"""What the user corrects of an article: it outlives new versions, and can be taken back."""

import pytest

from reader.errors import UsageError
from reader.library import Library
from tests.library.made import port


def test_corrections_outlive_a_new_version(library: Library) -> None:
    article = port(published="2025-12-11", guessed={"published": "the page's text"})
    library.keep(article)
    library.correct(
        article.id,
        title=" A \n title ",
        published="2025-12-10",
        byline=["One", ""],
        section="World",
    )
    library.keep(port("New text.", title="A new headline"))
    shown = library.article(article.id)
    assert (shown.title, shown.published, shown.byline) == ("A title", "2025-12-10", ("One",))
    assert shown.guessed == {}
    assert shown.text == "New text."
    (row,) = library.rows()
    assert (row.title, row.published, row.section) == ("A title", "2025-12-10", "World")


def test_an_empty_correction_goes_back_to_the_source(library: Library) -> None:
    library.keep(port())
    library.correct(port().id, title="Mine")
    library.correct(port().id, title="")
    assert library.article(port().id) == port()


def test_a_section_alone_is_corrected_too(library: Library) -> None:
    library.keep(port())
    library.correct(port().id, section=" World ")
    assert library.rows()[0].section == "World"
    assert library.article(port().id) == port()


def test_a_correction_can_be_undone(library: Library) -> None:
    library.keep(port())
    library.correct(port().id, title="Mine")
    assert library.undo() == "correction of “Port strike ends”"
    assert library.article(port().id).title == "Port strike ends"


def test_a_correction_that_corrects_nothing_is_no_step(library: Library) -> None:
    library.keep(port())
    library.correct(port().id, title="Mine", published="2025-12-11T08:00")
    library.correct(port().id, title="Mine")
    assert library.undo() is not None
    assert library.undo() is None


def test_a_date_that_is_none_is_refused(library: Library) -> None:
    library.keep(port())
    with pytest.raises(UsageError, match="yesterday: no date; write it as 2025-12-11"):
        library.correct(port().id, published="yesterday")
