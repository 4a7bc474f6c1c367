"""Links lead back to the passage, on the page and in the reader."""

from dataclasses import replace

from reader.annotations import Anchor
from reader.export.addresses import passage_url, reader_link, source_url, text_fragment
from tests.export.stories import ADDRESS, BUSES, ferry, highlight


def test_a_short_quote_is_a_fragment_as_a_whole() -> None:
    assert text_fragment("twenty-one, they said") == "twenty%2Done%2C%20they%20said"


def test_a_long_quote_is_told_by_its_ends() -> None:
    assert text_fragment("one two three four five six seven eight nine ten eleven") == (
        "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    )


def test_a_quote_of_two_paragraphs_is_told_by_its_ends() -> None:
    assert text_fragment("one two\n\nthree four") == "one%20two,three%20four"


def test_a_passage_that_stands_has_an_address_of_its_own() -> None:
    mark = highlight("01jez7r4v0q8b", BUSES)
    article = ferry(canonical_url=f"{ADDRESS}#top")
    assert passage_url(article, mark) == (
        f"{ADDRESS}#:~:text=A%20bus%20will%20run%20every%20twenty%20minutes."
    )


def test_a_passage_that_changed_has_the_address_of_its_page() -> None:
    mark = replace(highlight("01jez7r4v0q8b", BUSES), anchor=Anchor("edited", 0, 9))
    assert passage_url(ferry(), mark) == ADDRESS


def test_an_article_from_a_file_has_no_address() -> None:
    article = ferry(url="/home/ida/ferry.html")
    assert source_url(article) is None
    assert passage_url(article, highlight("01jez7r4v0q8b", BUSES)) is None


def test_the_reader_is_opened_at_a_mark() -> None:
    mark = highlight("01jez7r4v0q8b", BUSES)
    assert reader_link(ferry(), mark) == "reader://open/saltby-ferry-7c41e0#01jez7r4v0q8b"
    assert reader_link(ferry()) == "reader://open/saltby-ferry-7c41e0"
