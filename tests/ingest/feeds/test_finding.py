"""The feeds behind an address: its own, those its page names, and the usual places."""

import pytest

from reader.errors import IngestError, NetworkError
from reader.ingest.feeds.asking import parse_here
from reader.ingest.feeds.discovery import Found, feeds_named_in, usual_places
from reader.ingest.feeds.finding import find_feeds
from reader.ingest.feeds.pace import Pace
from reader.ingest.feeds.polite import PoliteAsker
from tests.ingest.feeds.conftest import FeedServer

ASK = PoliteAsker(allow_private=True, pace=Pace(0.0), heed_robots=False)


def found(server: FeedServer, name: str) -> list[Found]:
    """Return the feeds at or behind the page called *name*."""
    return find_feeds(f"{server.url}/{name}", ASK, parse_here)


def test_a_feeds_own_address_gives_itself(server: FeedServer) -> None:
    assert found(server, "atom") == [Found(f"{server.url}/atom", "Quay News")]


def test_a_feed_that_moved_for_good_gives_its_new_address(server: FeedServer) -> None:
    assert found(server, "moved") == [Found(f"{server.url}/good", "Harbour & Coast")]


def test_a_page_gives_the_feeds_it_names_those_of_comments_last(server: FeedServer) -> None:
    assert found(server, "page") == [
        Found(f"{server.url}/good", "Harbour"),
        Found(f"{server.url}/comments.xml", "Comments"),
    ]


def test_a_page_whose_head_names_none_gives_those_it_links_to(server: FeedServer) -> None:
    assert [each.url for each in found(server, "linked")] == [
        f"{server.url}/atom",
        f"{server.url}/news/feed/",
    ]


def test_a_page_that_names_none_has_its_site_asked_in_the_usual_places(server: FeedServer) -> None:
    assert found(server, "bare") == [Found(f"{server.url}/feed.json", "Buoys")]
    assert len(server.asked) <= 9


def test_an_address_without_a_feed_says_so(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.feeds.finding.usual_places", lambda url: [f"{url}/none"])
    with pytest.raises(IngestError, match="neither is a feed nor names one"):
        found(server, "bare")
    with pytest.raises(NetworkError, match="404"):
        found(server, "nowhere")


def test_the_site_as_a_whole_is_asked_before_a_folder_of_it() -> None:
    places = usual_places("https://a.example/blog/2026/x.html")
    assert places[0] == "https://a.example/feed"
    assert "https://a.example/blog/2026/feed" in places


def test_addresses_count_from_the_pages_base_and_wrong_ones_are_passed_over() -> None:
    page = b"""<base href="https://b.example/sub/"><link rel=alternate type="text/xml" href="rss">
    <link rel="alternate" type="application/rss+xml" href="javascript:x">
    <link rel="alternate" hreflang="de" href="/de"><link rel="feed" href="/f">
    <link rel="alternate" type="application/atom+xml" href="/f">"""
    assert [each.url for each in feeds_named_in(page, "https://a.example/")] == [
        "https://b.example/sub/rss",
        "https://b.example/f",
    ]


@pytest.mark.parametrize("data", [b"", b"\x00\x01" * 500, b"%PDF-1.7", b"<" * 50_000])
def test_what_is_no_page_names_no_feed(data: bytes) -> None:
    assert feeds_named_in(data, "https://a.example/") == []
