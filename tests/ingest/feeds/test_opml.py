"""Lists of subscriptions, in and out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.sanitise import clean_line
from reader.errors import IngestError, TooLargeError
from reader.ingest.feeds.opml import Outline, read_opml, web_address, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>My feeds</title></head><body>
  <outline text="Sea">
    <outline text="Harbour" title="Harbour &amp; Coast" type="rss"
      xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>
    <outline title="North"><outline TEXT="Buoys" xmlurl="feed://buoys.example/f"/></outline>
  </outline>
  <outline text="Quay" xmlUrl="https://quay.example/atom" category="/Land/Cranes,/Other"/>
  <outline text="Mail" xmlUrl="mailto:ann@port.example"/>
  <outline text="Just a note"/>
  <outline xmlUrl="https://bare.example/rss"/>
</body></opml>"""


def test_folders_names_and_addresses_are_read_however_they_are_written() -> None:
    found = read_opml(LIST.encode(), "feeds.opml")
    assert found.title == "My feeds"
    assert found.feeds == (
        Outline(
            "https://harbour.example/feed",
            "Harbour & Coast",
            "https://harbour.example/",
            ("Sea",),
        ),
        Outline("http://buoys.example/f", "Buoys", None, ("Sea", "North")),
        Outline("https://quay.example/atom", "Quay", None, ("Land", "Cranes")),
        Outline("https://bare.example/rss"),
    )
    assert found.refused == ("mailto:ann@port.example",)


def test_a_feed_that_stands_twice_in_a_folder_comes_once() -> None:
    twice = LIST.replace("</body>", '<outline xmlUrl="https://bare.example/rss"/></body>')
    assert read_opml(twice.encode(), "f") == read_opml(LIST.encode(), "f")


def test_ampersands_that_stand_alone_are_understood() -> None:
    text = '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"/></body></opml>'
    (feed,) = read_opml(text.encode(), "f").feeds
    assert (feed.title, feed.url) == ("A & B", "https://a.example/?x=1&y=2")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<opml><body>", "is no sound OPML"),
        ("<html><body/></html>", "is no OPML"),
        ("", "is no sound OPML"),
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "declares entities"),
        ("<opml><body>" + "<outline text='f'>" * 100, "more than 64 levels"),
    ],
)
def test_what_is_no_list_says_so(text: str, problem: str) -> None:
    with pytest.raises(IngestError, match=problem):
        read_opml(text.encode(), "feeds.opml")


def test_a_list_without_end_is_refused() -> None:
    many = "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(20_001))
    with pytest.raises(TooLargeError, match="more than 20000 feeds"):
        read_opml(f"<opml><body>{many}</body></opml>".encode(), "f")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("feed:https://a.example/x", "https://a.example/x"),
        ("feed://a.example", "http://a.example"),
        (" HTTPS://a.example ", "HTTPS://a.example"),
        ("https://a b", None),
        ("file:///etc/hostname", None),
        ("https://", None),
        ("https://a.example/\x1b[31m", None),
    ],
)
def test_only_addresses_of_the_web_are_subscribed_to(text: str, url: str | None) -> None:
    assert web_address(text) == url


def names(least: int) -> st.SearchStrategy[str]:
    """Return names as the list keeps them: clean and on one line."""
    return st.text(max_size=20).map(clean_line).filter(lambda name: len(name) >= least)


OUTLINES = st.lists(
    st.builds(
        Outline,
        st.integers(0, 99).map(lambda n: f"https://a.example/feed?n={n}&m=<'\">"),
        names(0),
        st.none() | st.just("https://a.example/?a=1&b=2"),
        st.lists(names(1), max_size=3).map(tuple),
    ),
    unique=True,
    max_size=12,
)


@given(OUTLINES, names(0))
def test_a_list_that_is_written_reads_as_it_was(feeds: list[Outline], title: str) -> None:
    written = write_opml(feeds, title)
    found = read_opml(written, "f")
    assert sorted(found.feeds, key=repr) == sorted(feeds, key=repr)
    assert found.title == title
    assert write_opml(found.feeds, title) == written


@settings(max_examples=100)
@given(st.binary(max_size=200), st.integers(0, len(LIST)))
def test_no_list_however_mangled_does_anything_but_be_read_or_refused(
    data: bytes, place: int
) -> None:
    whole = LIST.encode()
    for text in (data, whole[:place] + data + whole[place:], whole[:place]):
        try:
            read_opml(text, "f")
        except IngestError:
            continue


def test_a_list_that_was_written_is_a_file_that_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(write_opml([Outline("https://a.example/f", "A")], "Mine"))
    assert path.read_text(encoding="utf-8").startswith("<?xml version='1.0' encoding='utf-8'?>")
