"""Feeds of every format and age, sound and broken, to the same entries."""

import gzip
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import IngestError, TooLargeError
from reader.ingest.feeds.entries import MOST_ENTRIES
from reader.ingest.feeds.guard import MAX_BYTES
from reader.ingest.feeds.model import Entry, Feed
from reader.ingest.feeds.reading import read_feed
from tests.ingest.feeds import samples

URL = "https://feeds.example/news.xml"


def read(text: str) -> Feed:
    """Return the feed in *text*."""
    return read_feed(text.encode(), URL)


def rss(items: str, about: str = "<title>T</title>") -> str:
    """Return an RSS feed with *items*."""
    return f"<rss version='2.0'><channel>{about}{items}</channel></rss>"


def item(inside: str) -> Entry:
    """Return the one entry of an RSS feed."""
    (entry,) = read(rss(f"<item>{inside}</item>")).entries
    return entry


def test_rss_2_is_read_with_all_that_it_tells() -> None:
    feed = read(samples.RSS2)
    assert (feed.kind, feed.title, feed.home) == (
        "rss20",
        "Harbour & Coast",
        "https://harbour.example/",
    )
    assert (feed.language, feed.ttl_s) == ("en-GB", 5400)
    first = feed.entries[0]
    assert first.title == "Port strike ends"
    assert first.url == first.identity == "https://harbour.example/2026/port-strike?page=2"
    assert first.guid == "feeds.example 4711"
    assert first.authors == ("Ann Lee",)
    assert first.tags == ("Ports", "Labour")
    assert first.published == "2026-11-21T18:30:00+05:30"
    assert first.summary == "The strike is over."
    assert "<h2>What changes</h2>" in first.content
    assert first.lead_image == "https://harbour.example/quay.jpg"
    assert not first.truncated


def test_an_entry_is_in_a_feed_once_whatever_its_guids_and_tracking_say() -> None:
    titles = [entry.title for entry in read(samples.RSS2).entries]
    assert titles == ["Port strike ends", "Fog closes the strait"]


@pytest.mark.parametrize(
    ("text", "kind", "url", "published"),
    [
        (samples.RSS091, "rss091u", "http://old.example/lamp.html", None),
        (samples.RSS1, "rss10", "http://rdf.example/one", "2026-11-20T07:00:00+01:00"),
        (samples.ATOM, "atom10", "https://quay.example/news/one.html", "2026-11-19"),
        (samples.JSON, "json11", "https://buoys.example/17", "2026-11-18T09:00:00-03:00"),
    ],
)
def test_every_format_is_known_by_its_content(
    text: str, kind: str, url: str, published: str | None
) -> None:
    feed = read(text)
    assert feed.kind == kind
    assert feed.entries[0].url == url
    assert feed.entries[0].published == published


def test_atom_counts_addresses_from_its_own_base_and_reads_markup_in_titles() -> None:
    feed = read(samples.ATOM)
    (entry,) = feed.entries
    assert (feed.title, feed.home, feed.language) == ("Quay News", "https://quay.example/", "de")
    assert entry.title == "Kräne < Kräfte"
    assert entry.base == "https://quay.example/news/"
    assert entry.authors == ("Bo Kahn", "Cy Dee")
    assert entry.updated == "2026-11-20T10:00:00+00:00"
    assert entry.tags == ("Cranes",)


def test_json_feed_takes_numbers_for_ids_and_bare_text_for_paragraphs() -> None:
    first, note = read(samples.JSON).entries
    assert first.guid == "feeds.example 17"
    assert first.tags == ("buoys",)
    assert note.content == "<p>Two lines.</p><p>One note.</p>"
    assert (note.title, note.url, note.authors) == ("", None, ("Dee Sands",))
    assert not note.truncated


def test_json_feed_of_the_first_version_knew_one_author() -> None:
    body = {
        "version": "https://jsonfeed.org/version/1",
        "author": {"name": "Ann"},
        "items": [{"id": "a", "title": "T", "content_text": "Words."}],
    }
    assert read(json.dumps(body)).entries[0].authors == ("Ann",)


def test_what_stands_for_itself_is_not_cleaned_away() -> None:
    entry = item("<title>AT&amp;amp;T: 3 &lt; 4 &amp;lt;b&gt;</title><link>/a</link>")
    assert entry.title == "AT&T: 3 < 4 <b>"
    assert entry.url == "https://feeds.example/a"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>ann@port.example (Ann Lee)</author>", ("Ann Lee",)),
        ("<author>ann@port.example</author>", ()),
        ("<author>Ann Lee &lt;ann@port.example&gt;</author>", ("Ann Lee",)),
        ("<author>Ann Lee</author>", ("Ann Lee",)),
    ],
)
def test_an_author_is_a_name_and_no_address(author: str, name: tuple[str, ...]) -> None:
    assert item(f"<title>T</title>{author}").authors == name


@pytest.mark.parametrize(
    ("inside", "identity"),
    [
        ("<link>https://a.example/x</link>", "https://a.example/x"),
        ("<link>https://a.example/x#part-2</link><guid>p2</guid>", None),
        ("<link>https://a.example/x#comments</link>", "https://a.example/x"),
        ("<link>https://a.example/</link><guid>n1</guid>", None),
        ("<guid>https://a.example/y</guid>", "https://a.example/y"),
        ("<guid isPermaLink='false'>https://a.example/y</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
    ],
)
def test_an_entry_is_known_by_its_address_when_that_is_its_own(
    inside: str, identity: str | None
) -> None:
    assert item(f"<title>T</title>{inside}").identity == identity


def test_entries_of_two_feeds_with_one_number_are_two() -> None:
    text = rss("<item><title>T</title><guid isPermaLink='false'>7</guid></item>")
    one, other = (read_feed(text.encode(), f"https://{host}.example/f").entries[0] for host in "ab")
    assert one.key != other.key


@pytest.mark.parametrize(
    ("description", "truncated"),
    [
        ("A short beginning.", True),
        ("<p>" + "Words go on. " * 200 + "</p>", False),
        ("<p>" + "Words go on. " * 200 + "[&#8230;]</p>", True),
        (
            "<p>" + "Words go on. " * 200 + "</p><a href='/a'>Continue reading Port strike →</a>",
            True,
        ),
        ("<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>", False),
        ("", True),
        ("<script>var a = 1" + " " * 3000, True),
    ],
)
def test_a_beginning_is_told_from_a_whole_text(description: str, truncated: bool) -> None:
    told = description.replace("&", "&amp;").replace("<", "&lt;")
    entry = item(f"<title>T</title><link>/a</link><description>{told}</description>")
    assert entry.truncated is truncated


def test_a_broken_feed_gives_what_can_be_read_of_it() -> None:
    half = samples.RSS2[: samples.RSS2.index("Fog closes") + 5]
    assert read(half).entries[0].title == "Port strike ends"
    bare = rss("<item><title>Salt & Pepper</title><link>https://a.example/s</link></item>")
    assert read(bare).entries[0].title == "Salt & Pepper"
    control = rss("<item><title>Bell\x07 and \x00NUL</title><guid>1</guid></item>")
    assert read(control).entries[0].title == "Bell and NUL"


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("iso-8859-1", "iso-8859-1", None),
        ("windows-1252", "utf-8", "windows-1252"),
        ("utf-8", "iso-8859-1", "iso-8859-1"),
        ("utf-16", "utf-16", None),
        ("utf-8-sig", "us-ascii", None),
    ],
)
def test_the_encoding_is_told_by_the_bytes_whatever_is_declared(
    encoding: str, declared: str, header: str | None
) -> None:
    text = f"<?xml version='1.0' encoding='{declared}'?>" + rss(
        "<item><title>Café am Meer, größer</title><guid>1</guid></item>"
    )
    feed = read_feed(text.encode(encoding), URL, header)
    assert feed.entries[0].title == "Café am Meer, größer"


BOMB = """<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


@pytest.mark.parametrize(
    "head",
    [
        BOMB,
        f"<?xml version='1.0'?><!-- <rss> --><?go on?> {BOMB}",
        "<!doctype rss [<!entity a SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE rss SYSTEM 'a' <!ENTITY a 'b'>>",
        f"<!DOCTYPE rss SYSTEM 'http://a.example/rss.dtd'>{BOMB}",
        "<!DOCTYPE rss SYSTEM 'a>b' [<!ENTITY b 'c'>]>",
        f"words before {BOMB}",
        "<!DOCTYPE rss><!DOCTYPE rss>",
    ],
)
def test_a_feed_that_declares_entities_is_refused(head: str) -> None:
    with pytest.raises(IngestError, match="declares entities"):
        read(head + rss("<item><title>&b;</title></item>"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "<html><body><p>A page about feeds</p></body></html>",
        "just words",
        "{}",
        '{"version": "https://jsonfeed.org/version/1", "items": 5}',
        '{"version": "https://evil.example/version/1", "items": []}',
        "{broken",
        "{" * 100_000,
        '{"a": ' * 100_000,
        "%PDF-1.7",
        "<!-- never ends",
    ],
)
def test_what_is_no_feed_says_so(text: str) -> None:
    with pytest.raises(IngestError):
        read(text)


def test_a_feed_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError, match="more than 16 MiB"):
        read_feed(b" " * (MAX_BYTES + 1), URL)


def test_bytes_that_stayed_packed_are_no_feed() -> None:
    with pytest.raises(IngestError):
        read_feed(gzip.compress(samples.RSS2.encode()), URL)


def test_a_huge_feed_gives_its_first_entries() -> None:
    items = "".join(f"<item><title>{n}</title><guid>g{n}</guid></item>" for n in range(1500))
    entries = read(rss(items)).entries
    assert len(entries) == MOST_ENTRIES
    assert entries[0].title == "0"


def test_a_feed_goes_through_json_and_back() -> None:
    for text in (samples.RSS2, samples.ATOM, samples.JSON):
        feed = read(text)
        assert Feed.from_dict(json.loads(json.dumps(feed.as_dict()))) == feed


def test_an_edited_entry_keeps_its_key_and_changes_its_fingerprint() -> None:
    before = item("<title>One</title><link>/a</link>")
    after = item("<title>One, corrected</title><link>/a?utm_medium=rss</link>")
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint


PIECES = st.sampled_from(
    [
        *("<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<entry>", "<link/>"),
        *("<link>", "<guid>", "<description>", "</description>", "<![CDATA[", "]]>", "<!--", "-->"),
        *(
            "&lt;",
            "&amp;",
            "&bogus;",
            "<content:encoded>",
            "<pubDate>",
            "2026-11-20",
            "<",
            ">",
            "&",
        ),
        *(
            "<a xml:base='http://[::1'>",
            "<link href='http://[x'/>",
            "\ud7ff",
            "é",
            "\x00",
            "<?xml",
            "?>",
        ),
        *("<feed xmlns='http://www.w3.org/2005/Atom'>", "<rdf:RDF>", "<dc:date>", "<author>", "@"),
    ]
)


def mangled(text: str) -> Callable[[tuple[int, int, str]], str]:
    """Return what replaces a stretch of *text* by something else."""
    return lambda cut: text[: cut[0] % len(text)] + cut[2] + text[cut[1] % len(text) :]


@settings(max_examples=150)
@given(
    st.one_of(
        st.lists(PIECES, max_size=30).map("".join),
        *(
            st.tuples(st.integers(0, 5000), st.integers(0, 5000), st.text(max_size=20)).map(
                mangled(text)
            )
            for text in (samples.RSS2, samples.ATOM, samples.RSS1, samples.JSON)
        ),
    )
)
def test_no_feed_however_mangled_does_anything_but_be_read_or_refused(text: str) -> None:
    try:
        feed = read_feed(text.encode("utf-8", "replace"), URL)
    except IngestError:
        return
    keys = [entry.key for entry in feed.entries]
    assert len(keys) == len(set(keys))
    for entry in feed.entries:
        assert "\n" not in entry.title
        assert entry.url is None or entry.url.startswith("http")


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_be_read_or_refused(data: bytes) -> None:
    for head in (b"", b"<rss version='2.0'><channel><item><title>", b"{"):
        try:
            read_feed(head + data, URL)
        except IngestError:
            continue
