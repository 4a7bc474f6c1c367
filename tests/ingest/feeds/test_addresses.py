"""Addresses made whole, and rid of what tells where a reader came from."""

import pytest
from hypothesis import given
from hypothesis import provisional as web

from reader.ingest.feeds.addresses import absolute, canonical, guid_within, identity_of


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://A.Example:443/P?utm_source=rss&id=7&fbclid=x", "https://a.example/P?id=7"),
        ("http://a.example:80/p?at_medium=RSS&at_campaign=K", "http://a.example/p"),
        (
            "https://a.example/p?partner=rss&emc=rss&source=print",
            "https://a.example/p?source=print",
        ),
        ("https://ann:secret@a.example/p", "https://a.example/p"),
        ("https://a.example/p#xtor=RSS-1", "https://a.example/p"),
        ("https://a.example/p?b=%20x&a=1;c#top", "https://a.example/p?b=%20x&a=1;c#top"),
    ],
)
def test_only_what_tracks_is_taken_out(url: str, bare: str) -> None:
    assert canonical(url) == bare


@given(web.urls())
def test_cleaning_an_address_twice_is_cleaning_it_once(url: str) -> None:
    whole = absolute(url, None)
    if whole is not None:
        assert canonical(canonical(whole)) == canonical(whole)


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("/a b\n", "https://a.example/ab"),
        ("//b.example/x", "https://b.example/x"),
        ("?page=2", "https://a.example/news/?page=2"),
        ("mailto:ann@a.example", None),
        ("http://[::1", None),
        ("\u202ehttps://a.example", None),
        ("https://a.example/" + "x" * 5000, None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(href: str | None, whole: str | None) -> None:
    assert absolute(href, "https://a.example/news/") == whole


def test_a_front_page_is_no_articles() -> None:
    assert identity_of("https://a.example/news", "https://a.example/news/") is None
    assert identity_of("https://a.example/?p=3", "https://a.example/") == "https://a.example/?p=3"


@pytest.mark.parametrize("guid", ["tag:a,2026:1", "a@b", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"])
def test_a_guid_of_the_whole_world_needs_no_host(guid: str) -> None:
    assert guid_within(guid, "https://a.example/f") == guid
