"""Pages that come wrapped - saved, archived, cut down - and pages that show but a wall."""

import base64
import os
import quopri

import pytest

from reader.article.model import Article
from reader.errors import IngestError
from reader.ingest import ingest

ADDRESS = "https://coast.example.org/2025/opens"


def passage(subject: str) -> str:
    """Return a paragraph about *subject*."""
    return (
        f"<p>The {subject} was opened on Thursday by the mayor, who said that it had taken nine"
        f" years to build, and that those who live beside the {subject} had waited for longer.</p>"
    )


STORY = "".join(map(passage, ("ferry", "lighthouse", "harbour", "quay", "bridge")))


def page(body: str = "", *, before: str = "", head: str = "", bar: str = "") -> str:
    """Return a page of news: *body* or the usual story, with whatever a wrapper puts around it."""
    body = body or f"<article><h1>The coast opens</h1>{STORY}</article>"
    return (
        f'<!DOCTYPE html>{before}<html lang="en"><head><title>The coast opens</title>{head}</head>'
        f'<body>{bar}<nav><a href="/a">Home</a> <a href="/b">World</a></nav>{body}'
        "<footer><p>© 2025 Coast Weekly. All rights reserved.</p></footer></body></html>"
    )


def read(text: str) -> Article:
    """Return the article of a page."""
    return ingest(text.encode())


def test_a_page_of_one_file_says_where_and_when_it_was_saved() -> None:
    saved = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
        " saved date: Thu Nov 20 2025 10:00:00 GMT+0100 (Central European Standard Time)\n-->"
    )
    article = read(page(before=saved))

    assert article.canonical_url == ADDRESS
    assert article.published == "2025-11-20"
    assert "saved" in article.guessed["published"]


def test_files_put_into_a_page_cost_neither_text_nor_space() -> None:
    inlined = base64.b64encode(os.urandom(9_000_000)).decode()
    pictures = (
        f'<img src=data:image/png;base64,{inlined} alt=quay>After it.<img src="data:image/png;'
        f'base64,{inlined}"><p style="background: url(data:image/png;base64,{inlined})">Over.</p>'
    )
    article = read(page(f"<article><h1>The coast opens</h1>{STORY}{pictures}{STORY}</article>"))

    assert "After it." in article.text
    assert "Over." in article.text
    assert "base64" not in article.text


def test_a_complete_page_says_where_it_was_and_its_pictures_are_nowhere() -> None:
    picture = '<img src="./The coast opens_files/quay.jpg" alt="The quay">'
    article = read(
        page(
            f"<article><h1>The coast opens</h1>{picture}{STORY}</article>",
            before=f"\n<!-- saved from url=(0036){ADDRESS} -->\n",
        )
    )

    assert article.canonical_url == ADDRESS
    assert "image" not in {block.kind for block in article.blocks}


def test_a_copy_of_archive_today_is_the_page_itself() -> None:
    copy = f"https://archive.ph/2025.11.20-101010/{ADDRESS}"
    bar = (
        f'<div id="HEADER"><form><input name="q" value="{ADDRESS}"></form>'
        "<p>Saved from, and some words about the copy and when it was made.</p></div>"
    )
    article = read(
        f'<html><head><title>The coast opens</title><link rel="canonical" href="{copy}"></head>'
        f'<body>{bar}<div id="SOLID"><div id="CONTENT"><article><h1>The coast opens</h1>{STORY}'
        f'<p>More stood in <a href="{copy}/2">another story</a> of that week, it said.</p>'
        '</article></div></div><div id="SHARE"><input value="short link">Share this copy of it'
        "</div></body></html>"
    )

    assert (article.title, article.canonical_url) == ("The coast opens", ADDRESS)
    assert article.published == "2025-11-20"
    assert "Saved from" not in article.text
    assert "Share this copy" not in article.text
    assert [mark.href for block in article.blocks for mark in block.inline] == [f"{ADDRESS}/2"]


def test_the_bars_of_archives_go_and_their_addresses_become_the_page_s_own() -> None:
    copy = f"https://web.archive.org/web/20251120101010/{ADDRESS}"
    bar = (
        '<div id="wm-ipp-base"><p>12 captures, and some words about this capture and who made it'
        " and how many of them there are and where they can be found.</p></div>"
    )
    link = (
        f'<p>More stood in <a href="{copy}/2">another story</a> of that week, which told of it.</p>'
    )
    article = read(
        page(
            f"<article><h1>The coast opens</h1>{STORY}{link}</article>",
            head=f'<link rel="canonical" href="{copy}">',
            bar=bar,
        )
    )

    assert article.canonical_url == ADDRESS
    assert "captures" not in article.text
    assert [mark.href for block in article.blocks for mark in block.inline] == [f"{ADDRESS}/2"]
    assert article.published == "2025-11-20"


def test_a_page_from_a_search_engine_s_cache_is_that_page() -> None:
    bar = (
        '<div id="x__google-cache-hdr"><span>This is Google\'s cache of '
        f'<a href="{ADDRESS}">{ADDRESS}</a>.</span> <span>It is a snapshot of the page as it'
        " appeared on 12 Mar 2023 10:11:12 GMT.</span></div>"
    )
    article = read(page(bar=bar))

    assert (article.canonical_url, article.published) == (ADDRESS, "2023-03-12")
    assert "snapshot" not in article.text


def test_the_reading_mode_of_a_browser_is_read() -> None:
    head = (
        '<div class="header reader-header"><a class="domain reader-domain"'
        f' href="{ADDRESS}">coast.example.org</a><h1 class="reader-title">The coast opens</h1>'
        '<div class="credits reader-credits">Ann Lee</div><div class="meta-data">'
        '<div class="reader-estimated-time">3-4 minutes</div></div></div><hr>'
    )
    article = read(page(f'<div class="container">{head}<div class="content">{STORY}</div></div>'))

    assert (article.title, article.byline) == ("The coast opens", ("Ann Lee",))
    assert article.canonical_url == ADDRESS
    assert "minutes" not in article.text


def test_the_pictures_of_amp_pages_are_pictures_and_their_adverts_are_not() -> None:
    picture = '<amp-img src="https://i.example.org/q.jpg" width="600" height="400" alt="Quay">'
    advert = '<amp-ad type="x"><p>Buy a boat today.</p></amp-ad>'
    article = read(
        page(
            f"<article><h1>The coast opens</h1>{STORY}{picture}</amp-img>{advert}{STORY}</article>"
        )
    )

    assert "https://i.example.org/q.jpg" in {block.href for block in article.blocks}
    assert "Buy a boat" not in article.text


@pytest.mark.parametrize("sender", ["<Saved by Blink>", "<Saved by Mozilla 5.0 (Windows)>"])
def test_a_page_saved_as_mail_is_the_page(sender: str) -> None:
    body = quopri.encodestring(page().encode()).decode().replace("\n", "\r\n")
    archive = (
        f"From: {sender}\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: The coast\r\n"
        "Date: Thu, 20 Nov 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n'
        "----b--\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n{body}"
        "\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
        "\r\n----b----\r\n"
    )
    article = read(archive)

    assert article.title == "The coast opens"
    assert article.canonical_url == ADDRESS
    assert article.text == read(page()).text
    assert article.published == "2025-11-20"


def test_a_page_saved_as_mail_without_its_page_says_so() -> None:
    with pytest.raises(IngestError, match="holds no page"):
        ingest(
            b"From: <Saved by Blink>\nMIME-Version: 1.0\n"
            b"Content-Type: multipart/related; boundary=b\n\n"
            b"--b\nContent-Type: image/png\n\nx\n--b--"
        )


def test_the_entries_of_a_live_page_keep_their_times_and_order() -> None:
    entries = "".join(
        f'<div class="entry"><time datetime="2025-11-20T1{n}:05:00Z">1{n}:05</time>'
        f"<h2>The {name} opens</h2>{passage(name)}</div>"
        for n, name in enumerate(("tunnel", "road", "pier"))
    )
    article = read(page(f"<main><h1>The coast opens</h1>{STORY}<div>{entries}</div></main>"))

    lines = article.text.split("\n\n")
    assert [line for line in lines if line.startswith("1")] == ["10:05", "11:05", "12:05"]
    assert [part.title for part in article.sections] == [
        f"The {name} opens" for name in ("tunnel", "road", "pier")
    ]


def test_an_article_of_several_pages_in_one_is_one() -> None:
    article = read(
        page(
            f"<article><h1>The coast opens</h1>{STORY}<div>Page 1 of 2</div><hr>"
            f"<h1>The coast opens</h1><h2>A second part</h2>{passage('tunnel')}"
            f"{passage('road')}<div>Page 2 of 2</div></article>"
        )
    )

    assert "Page 1 of 2" not in article.text
    assert [part.title for part in article.sections] == ["A second part"]
    assert "The tunnel was" in article.text


def test_posts_that_a_page_shows_are_quotes() -> None:
    post = (
        '<blockquote class="twitter-tweet"><p>We are open! Come and see the ferry.</p>&mdash; The'
        ' port (@port) <a href="https://twitter.com/port/status/1">20 November</a></blockquote>'
    )
    article = read(page(f"<article><h1>The coast opens</h1>{STORY}{post}{STORY}</article>"))

    quotes = [article.text[b.start : b.end] for b in article.blocks if b.kind == "quote"]
    assert quotes == ["We are open! Come and see the ferry.", "— The port (@port) 20 November"]


@pytest.mark.parametrize(
    ("wall", "problem"),
    [
        (
            "<h2>Subscribe to continue reading</h2><p>This article is for subscribers only."
            " Already a subscriber? Log in.</p>",
            "is behind a pay wall; log in with a browser, save the page",
        ),
        (
            "<h1>Before you continue</h1><p>We use cookies and data to keep this site going and"
            " to measure who reads it.</p><p>If you accept all, we will also use cookies to show"
            " personalised content.</p>",
            "asks for consent in the article's place; agree in a browser",
        ),
        (
            "<h1>Just a moment</h1><p>Please enable JavaScript and cookies to continue. We are"
            " checking your browser.</p>",
            "asks who reads it in the article's place; open it in a browser",
        ),
    ],
)
def test_a_wall_is_no_article_and_says_what_it_is(wall: str, problem: str) -> None:
    with pytest.raises(IngestError, match=problem):
        read(f"<html><head><title>Coast</title></head><body><main>{wall}</main></body></html>")


def test_a_text_that_a_wall_cuts_off_says_so() -> None:
    stated = (
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}'
    )
    wall = '<div class="x"><p>To continue reading, subscribe today.</p></div>'
    begun = f"<article><h1>The coast opens</h1>{passage('ferry')}{passage('quay')}</article>"

    for text in (page(begun, head=f"{stated}</script>"), page(begun + wall)):
        assert read(text).guessed["text"].startswith("cut by a pay wall")
    assert "text" not in read(page()).guessed
