"""When a page says, shows or hints that it was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.web.about import About, read_about
from reader.ingest.web.address_date import day_in_address, month_in_address
from reader.ingest.web.dates import iso_date
from reader.ingest.web.slashed import iso_of_slashed
from reader.ingest.web.tree import parse

URL = "https://courier.example/a"
HEADLINE = "<h1>Ferry stopped by storm</h1>"


def about(head: str = "", body: str = "", url: str | None = URL, language: str = "en") -> About:
    """Return what a page made of *head* and *body* says of itself."""
    page = f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return read_about(parse(page), page, url)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: January 3, 2024", "2024-01-03"),
        ("Veröffentlicht am 16.08.2019", "2019-08-16"),
        ("Publié le 14 février 2026", "2026-02-14"),
        ("Pubblicato il 2 Novembre 2023", "2023-11-02"),
        ("2019年4月21日 12時00分", "2019-04-21"),
        ("2024년 3월 5일", "2024-03-05"),
        ("发布于2023年11月2日", "2023-11-02"),
        ("2019.03.05", "2019-03-05"),
    ],
)
def test_a_date_shown_beside_the_headline_is_the_story_s_and_called_guessed(
    line: str, day: str
) -> None:
    found = about("", f"{HEADLINE}<p class='date'>{line}</p><p>The ferry stayed in port.</p>")

    assert (found.published or "")[:10] == day
    assert found.guessed["published"] == "no explicit date; the one shown beside the text"


def test_dates_of_other_stories_and_of_comments_are_not_the_story_s() -> None:
    body = f"""<div class="today-date">9 June 2026</div>
        <div class="related"><time datetime="2026-06-08">8 June</time></div>{HEADLINE}
        <p class="meta">12 May 2026</p><p>The ferry stayed in port.</p>
        <div class="comments"><time datetime="2026-05-30">30 May</time></div>"""

    assert about("", body).published == "2026-05-12"


def test_the_day_of_publication_is_preferred_to_that_of_the_last_change() -> None:
    body = f"""{HEADLINE}<p class="meta"><span>Updated 4 June 2026</span>
        <span>First published 12 May 2026</span></p>"""

    assert about("", body).published == "2026-05-12"
    classes = f"""{HEADLINE}<time class="updated" datetime="2026-06-04">4 June</time>
        <time class="published" datetime="2026-05-12">12 May</time>"""
    assert about("", classes).published == "2026-05-12"


def test_a_page_that_states_only_its_last_change_is_not_said_to_be_published_then() -> None:
    found = about('<meta property="article:modified_time" content="2026-06-04T10:00:00Z">')

    assert found.published in (None, "2026-06-04")
    if found.published:
        assert found.guessed["published"] == "no explicit date; the day of the last change"


def test_what_a_reader_is_told_may_stand_in_the_data_too() -> None:
    assert about('<meta name="date" content="March 11, 2026">').published == "2026-03-11"
    assert about('<meta name="date" content="2026-1-26T14:32:06+02:00">').published == (
        "2026-01-26T14:32:06+02:00"
    )


def test_dates_marked_in_teasers_are_those_of_other_stories() -> None:
    body = f"""{HEADLINE}<span itemprop="datePublished">12 May 2026</span>
        <article class="related-card"><span itemprop="datePublished">2026-06-01</span></article>"""

    assert about("", body).published == "2026-05-12"
    reverse = (
        f"""<div class="related-card"><b itemprop="datePublished">2026-06-01</b></div>{body}"""
    )
    assert about("", reverse).published == "2026-05-12"


def test_a_moment_told_for_greenwich_is_told_as_the_page_tells_it_on_its_face() -> None:
    head = '<meta property="article:published_time" content="2025-12-19T03:05:00+00:00">'
    shown = f'{HEADLINE}<time datetime="2025-12-18T19:05:00-08:00">December 18, 2025</time>'

    assert about(head, shown).published == "2025-12-18T19:05:00-08:00"
    assert about(head).published == "2025-12-19T03:05:00+00:00"


def test_the_day_in_the_address_is_that_of_the_place_where_it_was_written() -> None:
    head = '<meta property="article:published_time" content="2018-12-31T23:11:59+00:00">'

    assert about(head, url="https://courier.example/2019/01/01/new-year").published == "2019-01-01"
    assert about(head, url="https://courier.example/2019/02/01/b").published == (
        "2018-12-31T23:11:59+00:00"
    )


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2016/12/19/ferry", "2016-12-19"),
        ("/news/20190302-ferry", "2019-03-02"),
        ("/a/Ferry-stopped-20161013", "2016-10-13"),
        ("/2017/7/12/ferry", "2017-07-12"),
        ("/blog/2023/october/03/ferry", "2023-10-03"),
        ("/2016-12-19/ferry", "2016-12-19"),
        ("/2016/13/19/ferry", None),
        ("/id/201612191234", None),
        ("/2019/02/30/x", None),
        ("/ferry,198264.html", None),
        ("/2017712/ferry", None),
        ("/ferry", None),
    ],
)
def test_addresses_name_days(path: str, day: str | None) -> None:
    assert day_in_address(f"https://courier.example{path}") == day


def test_the_day_that_machines_count_from_is_no_date() -> None:
    for nothing in ("1970-01-01T01:00:00+01:00", "1969-12-31T19:00:00-05:00", "1970-01-01"):
        head = f'<meta property="article:published_time" content="{nothing}">'
        found = about(head, f"{HEADLINE}<p>Published: January 3, 2024</p>")
        assert found.published == "2024-01-03"


def test_an_address_that_names_a_month_tells_which_of_two_dates_is_meant() -> None:
    assert month_in_address("https://courier.example/2017/09/ferry.html") == "2017-09"
    body = "<h2>Saturday, 9 September 2017</h2><h1>Ferry</h1><p>14.08.2017</p>"

    found = about("", body, url="https://courier.example/2017/09/ferry.html")

    assert found.published == "2017-09-09"


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("03/04/2026", "en-US", "2026-03-04"),
        ("03/04/2026", "en-GB", "2026-04-03"),
        ("03/04/2026", "es", "2026-04-03"),
        ("03/04/2026", None, None),
        ("04/04/2026", None, "2026-04-04"),
        ("25/04/2026", "en-US", "2026-04-25"),
        ("31/31/2026", "es", None),
        ("soon", "es", None),
    ],
)
def test_the_page_s_language_puts_day_and_month_in_order(
    text: str, language: str | None, day: str | None
) -> None:
    assert iso_of_slashed(text, language) == day
    assert iso_date(text, language) == day


def test_a_birthday_in_the_text_is_no_day_of_publication() -> None:
    body = "<h1>Moira Tennant</h1><p>Born 28 January 1975</p>"

    assert about("", body).published != "1975-01-28"


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_an_address_and_from_slashes(day: date) -> None:
    assert day_in_address(f"https://courier.example/{day:%Y/%m/%d}/a") == day.isoformat()
    assert iso_of_slashed(f"{day:%m/%d/%Y}", "en-US") == day.isoformat()
    assert iso_of_slashed(f"{day:%d/%m/%Y}", "fr") == day.isoformat()


@given(st.text(max_size=80))
def test_any_text_can_be_an_address_or_a_date(text: str) -> None:
    for found in (day_in_address(text), iso_of_slashed(text, "en"), iso_date(text)):
        assert found is None or date.fromisoformat(found[:10]) > date.min
