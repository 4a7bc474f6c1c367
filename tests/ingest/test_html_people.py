"""Whom a page names as its authors, in its data and on its face."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.web.about import read_about
from reader.ingest.web.names import names_in
from reader.ingest.web.tree import parse


def byline(head: str = "", body: str = "") -> tuple[str, ...]:
    """Return the authors of a page made of *head* and *body*."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_about(parse(page), page, "https://courier.example/a").byline


def linked(text: str) -> str:
    """Return *text* as linked data in a page's head."""
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Moira Tennant and Ifan Prydderch", ["Moira Tennant", "Ifan Prydderch"]),
        (
            "Moira Tennant, Ifan Prydderch & Signe Ravndal",
            [
                "Moira Tennant",
                "Ifan Prydderch",
                "Signe Ravndal",
            ],
        ),
        ("Moira Tennant,Ifan Prydderch", ["Moira Tennant", "Ifan Prydderch"]),
        ("Moira Tennant, MD, PhD", ["Moira Tennant, MD, PhD"]),
        ("Moira Tennant, CEPF®", ["Moira Tennant, CEPF®"]),
        ("Moira Tennant, Harbour Correspondent", ["Moira Tennant"]),
        ("Moira Tennant (Bergen, western office)", ["Moira Tennant"]),
        ("Tennant, Moira K.", ["Tennant, Moira K"]),
        ("Von Moira Tennant und Ifan Prydderch", ["Moira Tennant", "Ifan Prydderch"]),
        ("Par Moira Tennant et Ifan Prydderch", ["Moira Tennant", "Ifan Prydderch"]),
        ("著者：浜野 汐", ["浜野 汐"]),
        ("文● 浜野汐／港町編集部", ["浜野汐", "港町編集部"]),
        ("admin", []),
        ("https://courier.example/u/7", []),
    ],
)
def test_a_byline_s_names_are_read_without_leads_and_roles(line: str, names: list[str]) -> None:
    assert names_in([line]) == names


def test_a_person_whom_the_data_only_refers_to_is_looked_up_there() -> None:
    graph = """{"@graph": [{"@type": "Article", "headline": "Ferry", "author": {"@id": "#m"}},
        {"@type": "Person", "@id": "#m", "name": "Moira Tennant"}]}"""

    assert byline(linked(graph)) == ("Moira Tennant",)


def test_several_people_of_the_data_may_be_references() -> None:
    graph = """{"@graph": [{"@type": "Article", "author": [{"@id": "#m"}, {"@id": "#i"}],
        "publisher": {"@id": "#c"}}, {"@id": "#m", "name": "Moira Tennant"},
        {"@id": "#i", "name": "Ifan Prydderch"}, {"@id": "#c", "name": "The Courier"}]}"""

    assert byline(linked(graph)) == ("Moira Tennant", "Ifan Prydderch")


def test_an_organisation_s_name_is_one_whatever_stands_between_its_words() -> None:
    told = '{"@type": "Article", "author": {"@type": "Organization", "name": "Tide & Sons"}}'

    assert byline(linked(told)) == ("Tide & Sons",)


@pytest.mark.parametrize("account", ["moira.t", "MoiraT", "tide77", "Web Admin"])
def test_who_is_shown_wrote_it_rather_than_the_account_that_posted_it(account: str) -> None:
    shown = '<h1>Ferry stopped by storm</h1><p class="byline">By Moira Tennant</p>'

    assert byline(f'<meta name="author" content="{account}">', shown) == ("Moira Tennant",)
    assert byline(f'<meta name="author" content="{account}">') == (account,)


def test_a_first_name_is_made_whole_by_the_name_shown() -> None:
    shown = '<h1>Ferry stopped</h1><p class="full-author-name">Moira Tennant</p>'

    assert byline('<meta name="author" content="Moira">', shown) == ("Moira Tennant",)
    assert byline('<meta name="author" content="Ifan">', shown) == ("Ifan",)


def test_the_author_shown_near_the_headline_is_preferred_to_those_of_other_stories() -> None:
    body = """<div class="related"><span class="author-name">Odd Tveit</span></div>
        <h1>Ferry stopped by storm</h1><p class="meta__author">Moira Tennant</p>
        <p>The ferry stayed.</p>
        <div class="teaser"><a rel="author" href="/x">Signe Ravndal</a></div>
    """

    assert byline("", body) == ("Moira Tennant",)


def test_all_who_stand_in_one_line_are_authors() -> None:
    body = """<h1>Ferry stopped</h1><p>By <a rel="author" href="/m">Moira Tennant</a> and
        <a rel="author" href="/i">Ifan Prydderch</a></p>"""

    assert byline("", body) == ("Moira Tennant", "Ifan Prydderch")


def test_nicknames_count_where_an_element_is_for_names() -> None:
    assert byline("", '<h1>Ferry</h1><a rel="author" href="/u">saltwater</a>') == ("saltwater",)
    assert byline("", "<h1>Ferry</h1><p>by saltwater</p>") == ("saltwater",)
    assert byline("", "<h1>Ferry</h1><p>by all means, go there</p>") == ()


def test_a_line_at_the_end_says_who_wrote_it_when_it_says_so_plainly() -> None:
    text = "<p>The ferry stayed in port.</p>" * 150

    assert byline("", f"<h1>Ferry</h1>{text}<p>Written by Moira Tennant</p>") == ("Moira Tennant",)
    assert byline("", f"<h1>Ferry</h1>{text}<p>By Moira Tennant</p>") == ()


def test_a_date_beside_the_name_is_no_part_of_it() -> None:
    body = '<h1>Ferry stopped</h1><p class="byline">By Moira Tennant | 12 May 2026</p>'

    assert byline("", body) == ("Moira Tennant",)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_line_can_be_looked_at_for_names(lines: list[str]) -> None:
    names = names_in(lines)

    assert all(name.strip() == name and name for name in names)
    assert len({name.casefold() for name in names}) == len(names)
