"""What a page says of itself."""

import pytest

from reader.ingest.web.about import About, read_about
from reader.ingest.web.dates import iso_date
from reader.ingest.web.headline import without_site
from reader.ingest.web.lines import is_byline, is_date, same_words
from reader.ingest.web.tree import parse

URL = "https://courier.example/a"


def about(head: str = "", body: str = "", url: str | None = URL) -> About:
    """Return what a page made of *head* and *body* says of itself."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_about(parse(page), page, url)


LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Courier"},
{"@type": "NewsArticle", "headline": "Ferry &amp; bridge", "datePublished": "2026-01-22T15:10:00Z",
 "dateModified": "2026-01-23", "author": [{"@type": "Person", "name": "Signe Ravndal"},
 {"name": "Odd Tveit"}], "publisher": {"name": "Kystposten"}, "keywords": "storm, ferry",
 "image": {"url": "/brita.jpg"}, "inLanguage": "en_gb",}]}</script>"""


def test_linked_data_is_believed_first_even_with_a_comma_too_many() -> None:
    found = about(LINKED + '<meta name="author" content="Somebody Else">')

    assert found.title == "Ferry & bridge"
    assert found.byline == ("Signe Ravndal", "Odd Tveit")
    assert found.publisher == "Kystposten"
    assert (found.published, found.modified) == ("2026-01-22T15:10:00+00:00", "2026-01-23")
    assert found.tags == ("storm", "ferry")
    assert found.lead_image == "https://courier.example/brita.jpg"
    assert found.language == "en-GB"


@pytest.mark.parametrize("text", ["[" * 20_000 + "]" * 20_000, "{broken", "null", '{"@type": 7}'])
def test_linked_data_that_cannot_be_read_is_passed_over(text: str) -> None:
    found = about(f'<title>Tides</title><script type="application/ld+json">{text}</script>')

    assert found.title == "Tides"


def test_the_headline_seen_is_preferred_when_the_head_bears_it_out() -> None:
    found = about(
        "<title>Ferry stopped by storm - Courier</title>", "<h1>Ferry stopped by storm</h1>"
    )

    assert found.title == "Ferry stopped by storm"


def test_the_sites_name_is_no_headline() -> None:
    found = about("<title>Ferry stopped by storm | The Courier</title>", "<h1>The Courier</h1>")

    assert found.title == "Ferry stopped by storm"


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Ferry stopped | Courier", None, "Ferry stopped"),
        ("Courier: Ferry - Courier", "Courier", "Courier: Ferry"),
        ("Nine years - and no bridge at all", None, "Nine years - and no bridge at all"),
        ("Ferry", "Courier", "Ferry"),
    ],
)
def test_a_title_loses_the_sites_name_and_nothing_else(
    title: str, site: str | None, expected: str
) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    "body",
    [
        '<a rel="author" href="/x">Moira Tennant</a>',
        '<div class="byline">By <a href="/x">Moira Tennant</a>, Harbour correspondent</div>',
        '<span class="author-name">Moira Tennant</span>',
        "<h1>Ferry</h1><p>By Moira Tennant</p>",
    ],
)
def test_authors_are_found_where_the_page_shows_them(body: str) -> None:
    assert about("", body).byline == ("Moira Tennant",)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><span class="author">Nosy Parker</span></div>',
        '<span class="author">5 minutes</span>',
        '<span class="author">admin</span>',
    ],
)
def test_those_who_did_not_write_it_are_no_authors(body: str) -> None:
    assert about("", body).byline == ()


def test_a_date_that_the_page_does_not_state_is_called_guessed() -> None:
    found = about("", "<p>Published on 12 May 2021</p>")

    assert found.published == "2021-05-12"
    assert "published" in found.guessed


def test_a_date_in_another_language_is_found_by_the_thorough_search() -> None:
    assert about("", "<time>12 de mayo de 2021</time>").published == "2021-05-12"


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("cs", "12. května 2021", "2021-05-12"),
        ("fi", "12. toukokuuta 2021", "2021-05-12"),
        ("xx", "12 de mayo de 2021", "2021-05-12"),
    ],
)
def test_the_months_of_the_page_s_own_language_are_known(
    language: str, line: str, day: str
) -> None:
    found = about("", f'<meta name="language" content="{language}"><time>{line}</time>')

    assert found.published == day


def test_the_year_of_a_copyright_line_is_no_date() -> None:
    assert about("", "<p>A story of no date.</p><p>© 2020 The Courier</p>").published is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-17T18:42:00+05:30", "2026-03-17T18:42:00+05:30"),
        ("2026-03-17 18:42", "2026-03-17T18:42:00"),
        ("2026-03-17", "2026-03-17"),
        ("Tue, 17 Mar 2026 18:42:00 GMT", "2026-03-17T18:42:00+00:00"),
        ("03/17/2026 18:42:00", "2026-03-17"),
        ("17/3/2026", "2026-03-17"),
        ("03/04/2026", None),
        ("17/17/2026", None),
        ("2026-13-45", None),
        ("0001-01-01", None),
        ("soon", None),
    ],
)
def test_dates_keep_what_they_state_and_no_more(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


def test_relative_addresses_need_something_to_count_from() -> None:
    head = '<meta property="og:image" content="/a.jpg">'

    assert about(head, url=None).lead_image is None
    assert about('<base href="https://e.example/">' + head, url=None).lead_image == (
        "https://e.example/a.jpg"
    )


def test_a_line_of_names_and_nothing_else_is_a_byline() -> None:
    names = ("Moira Tennant", "Ifan Prydderch")

    assert is_byline("By Moira Tennant and Ifan Prydderch", names)
    assert is_byline("By Moira Tennant and Ifan Prydderch · 12 May 2026", names)
    assert not is_byline("Moira Tennant saw the ferry sink", names)
    assert not is_byline("By the sea", ())


@pytest.mark.parametrize("line", ["17 March 2026", "Published: Mar 17, 2026 6:42 pm", "2026-03-17"])
def test_a_line_of_a_date_and_nothing_else_is_a_date(line: str) -> None:
    assert is_date(line)
    assert not is_date(f"On {line} the ferry sank")


def test_lines_are_the_same_but_for_marks_and_capitals() -> None:
    assert same_words("“Ferry” stopped!", "ferry stopped")
    assert not same_words("", "")
