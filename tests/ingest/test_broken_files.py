"""Files of every format with something broken in them: an article, or an error that says what."""

import base64
import gzip
import os
import quopri
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.errors import IngestError, ReaderError
from reader.ingest import ingest
from reader.ingest.process import IngestProcess
from reader.ingest.sniff import KINDS
from tests.ingest.test_epub import book
from tests.ingest.test_mail import newsletter
from tests.ingest.test_pdf import page_one, page_two, pdf
from tests.ingest.test_saved_pages import page

MARKDOWN = (
    b"---\ntitle: The coast opens\ntags: [coast, ferry]\n---\n\n# The coast\n\nA "
    b"[ferry](https://x.example) and *more*[^1].\n\n1. one\n2. two\n   - three\n\n"
    b"| a | b |\n|---|---|\n| c | d |\n\n> quoted\n\n"
    b"```python\nx = 1\n```\n\n[^1]: A note.\n"
)
SCRAPE = (
    "Coast Weekly\nHome\nThe coast opens\nBy Ann Lee\n"
    "First Published: November 20, 2025, 10:00 IST\n"
    + "The ferry was opened on Thursday by the mayor, who said that it had taken years.\n" * 6
    + "Tags: coast, ferry\nview comments\nFollow us on X\n"
).encode()
ARCHIVE = (
    "From: <Saved by Blink>\nSubject: The coast\nMIME-Version: 1.0\n"
    "Content-Type: multipart/related;\n"
    '\tboundary="--b--"\n\n----b--\nContent-Type: text/html\nContent-Transfer-Encoding: '
    f"quoted-printable\n\n{quopri.encodestring(page().encode()).decode()}\n----b----\n"
).encode()
NOTE = (
    b"---\ntitle: The coast: open\nauthor: Ann Lee\n---\n\n"
    b"The [[Ferry|ferry]] is ==*in*==. ^a-1\n\n> [!note] A callout\n> of two lines\n\n"
    b"%% aside %%\n\n![[quay.png]]\n\n"
    b"7. seven[^a]\n8. eight[^b]\n\n[^a]: One[^b].\n\n    And more.\n\n[^b]: Two.\n"
)
BODY = b"\n\nThe ferry is in, and *nobody* asked why it was late.\n"
LIVE = (
    "<html><head><title>The coast, live</title></head><body><article><h1>The coast, live</h1>"
    + "<ol start=3 reversed>"
    + "".join(
        f"<li value={n}><time datetime=2025-11-20T1{n}:00>1{n}:00</time><p>The ferry was seen.</p>"
        "<p>Then it was not, which was told by those who had gone to the quay to look.</p></li>"
        for n in range(5)
    )
    + "</ol></article></body></html>"
).encode()
FEED = (
    b"<?xml version='1.0'?><rss version='2.0'><channel><title>Coast</title><item>"
    b"<title>Ferry</title><description>&lt;p&gt;The ferry is in.&lt;/p&gt;"
    b"</description></item></channel></rss>"
)
WHOLE = {
    "html": page().encode(),
    "gzip": gzip.compress(page().encode(), mtime=0),
    "wide": page().encode("utf-16-le"),
    "live": LIVE,
    "note": NOTE,
    "toml": b'+++\ntitle = "The coast"\ntags = ["a", "b"]\ndate = 2025-11-20\n+++' + BODY,
    "json": b'{"title": "The coast", "author": ["Ann Lee"], "date": "2025-11-20"}' + BODY,
    "header": b"Title: The coast\nAuthor: Ann Lee\nDate: 2025-11-20\n" + BODY,
    "block": b"% The coast\n% Ann Lee; Bo Hill\n% 2025-11-20\n" + BODY,
    "codepage": "Die Fähre heißt „Ferry“, und das ist für alle schön. ".encode("cp1252") * 9,
    "shifts": ("港湾局は火曜日、フェリーが再び運航すると発表した。Ferry\n" * 4).encode(
        "iso2022_jp"
    ),
    "archive": ARCHIVE,
    "mail": newsletter().as_bytes(),
    "epub": book(),
    "pdf": pdf([page_one(), page_two()], "/Title (The coast) /Author (Ann Lee)"),
    "markdown": MARKDOWN,
    "text": SCRAPE,
}
NASTY = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\x1b[2J",
        b"<",
        b">",
        b"&#27;",
        b"\n\n",
        b"--b--",
        b"=",
        b"%PDF-",
        b"PK\x03\x04",
    ),
    *(
        b"<!ENTITY a 'b'>",
        b"endobj",
        b"stream\n",
        b"/Kids [2 0 R]",
        b"9" * 30,
        b"[" * 60,
        b"|" * 60,
    ),
    *(b"<div>" * 90, b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", b"+++\n", b"---\n"),
)


def broken(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return *whole* with parts of it cut out, doubled, swapped for others or overwritten."""
    place = st.integers(0, len(whole))
    change = st.tuples(place, place, st.one_of(st.sampled_from(NASTY), st.binary(max_size=8)))

    def apply(changes: list[tuple[int, int, bytes]]) -> bytes:
        data = whole
        for start, end, put in changes:
            far = start + (end - start) % 200 if end % 3 else end
            data = data[:start] + put + data[far:]
        return data

    return st.lists(change, min_size=1, max_size=6).map(apply)


def read(data: bytes, kind: str | None = None) -> Article | None:
    """Return the article of *data*, None for an error that is told as all are."""
    article, error = None, ""
    try:
        article = ingest(data, kind=kind)
    except ReaderError as caught:
        error = str(caught)
    if article is None:
        assert error.startswith("the source: ")
        assert "\n" not in error
        assert "; " in error
        return None
    assert clean_text(article.text) == article.text
    assert article.title == clean_text(article.title)
    return article


@pytest.mark.parametrize("kind", WHOLE)
def test_every_sample_is_read_whole(kind: str) -> None:
    article = read(WHOLE[kind])

    assert article is not None
    assert any(word in article.text.lower() for word in ("ferry", "tide"))


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_broken_file_is_an_article_or_an_error(kind: str, data: st.DataObject) -> None:
    read(data.draw(broken(WHOLE[kind])))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.binary(max_size=300),
    st.sampled_from([None, *KINDS]),
    st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b\x08", b"PK\x03\x04", *NASTY]),
)
def test_any_bytes_are_an_article_or_an_error(data: bytes, kind: str | None, first: bytes) -> None:
    read(first + data, kind)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(broken(FEED))
def test_a_broken_feed_given_as_an_article_is_an_article_or_an_error(data: bytes) -> None:
    read(data)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_that_stops_anywhere_is_an_article_or_an_error(kind: str) -> None:
    whole = WHOLE[kind]
    for end in range(0, len(whole), len(whole) // 40):
        read(whole[:end])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", WHOLE)
def test_a_file_that_is_called_what_it_is_not_is_an_article_or_an_error(
    kind: str, other: str
) -> None:
    with suppress(IngestError):
        read(WHOLE[other], kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_broken_file_of_many_is_more_than_an_error(kind: str, data: st.DataObject) -> None:
    read(data.draw(broken(WHOLE[kind])))


def with_attachment() -> bytes:
    """Return a mail with tens of megabytes beside its text."""
    message = newsletter(html=None)
    message.add_attachment(os.urandom(30_000_000), maintype="application", subtype="zip")
    return message.as_bytes()


def with_pictures() -> bytes:
    """Return a page with tens of megabytes of pictures in it."""
    picture = base64.b64encode(os.urandom(30_000_000)).decode()
    return page(bar=f'<img src="data:image/png;base64,{picture}">').encode()


@pytest.mark.slow
@pytest.mark.parametrize("make", [with_attachment, with_pictures])
def test_what_lies_beside_the_text_may_be_long(make: Callable[[], bytes]) -> None:
    process = IngestProcess(timeout_s=60, memory_mb=1024)
    try:
        assert "ferry" in process.ingest(make()).text
    finally:
        process.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        book(**{"OPS/text/one.xhtml": b"<p>" + b"a" * 40_000_000}),
        pdf([page_one()]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
        newsletter().as_bytes() + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 90_000,
    ],
    ids=["book", "pdf", "mail"],
)
def test_what_is_made_to_fill_the_memory_is_refused_within_its_limits(data: bytes) -> None:
    process = IngestProcess(timeout_s=60, memory_mb=512)
    try:
        with pytest.raises(IngestError):
            process.ingest(data)
        assert process.pid is not None
    finally:
        process.close()
