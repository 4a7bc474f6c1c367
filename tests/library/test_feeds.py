"""Subscriptions, and what their feeds bring into the library, from a real server."""

import json
from collections.abc import Iterator
from functools import partial

import pytest

from reader.article.model import Article
from reader.config import Config
from reader.errors import IngestError, NotFoundError
from reader.ingest.feeds import Entry, Feed
from reader.ingest.feeds.pace import Pace
from reader.ingest.feeds.polite import PoliteAsker
from reader.ingest.process import IngestProcess
from reader.library import Library
from reader.library.feed_outcome import Refreshed
from reader.library.sources import Sources
from reader.paths import Paths
from tests.ingest.feeds import samples
from tests.ingest.feeds.conftest import FeedServer, _no_proxy, server

__all__ = ["_no_proxy", "server"]


@pytest.fixture
def reading(paths: Paths) -> Iterator[Library]:
    """Give an empty library that may ask this machine."""
    library = Library.open(paths, Config(allow_private=True))
    yield library
    library.close()


@pytest.fixture(scope="module")
def process() -> Iterator[IngestProcess]:
    """Give one process that reads feeds and pages for all of these tests."""
    made = IngestProcess(timeout_s=30)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch: pytest.MonkeyPatch, process: IngestProcess) -> None:
    """Let the one host that there is be asked without a rest, and no process start anew."""
    hasty = partial(PoliteAsker, pace=Pace(0.0))
    monkeypatch.setattr("reader.library.feeds.PoliteAsker", hasty)
    monkeypatch.setattr(Sources, "_worker", lambda sources: process)


def refreshed(library: Library, *names: str) -> list[Refreshed]:
    """Return what comes of asking for feeds, by their addresses."""
    return sorted(library.feeds.refresh(names), key=lambda told: told.url)


def titles(library: Library) -> set[str]:
    """Return the headlines of what the library holds."""
    return {row.title for row in library.rows()}


def test_a_subscription_brings_its_entries_into_a_section_of_its_name(
    reading: Library, server: FeedServer
) -> None:
    added = reading.feeds.add(f"{server.url}/good")
    assert (added.status, added.title, added.new) == ("added", "Harbour & Coast", 2)
    rows = {row.title: row for row in reading.rows()}
    assert set(rows) == {"Port strike ends", "Fog closes the strait"}
    row = rows["Port strike ends"]
    assert (row.section, row.publisher, row.unread) == ("Harbour & Coast", "Harbour & Coast", True)
    assert "Shifts end at ten." in reading.article(row.id).text


def test_a_page_is_subscribed_to_by_the_feed_that_it_names(
    reading: Library, server: FeedServer
) -> None:
    added = reading.feeds.add(f"{server.url}/page", folder=["Sea", " North "], title="Mine")
    assert (added.url, added.title, added.status) == (f"{server.url}/good", "Mine", "added")
    assert added.others == (f"{server.url}/comments.xml",)
    (row,) = reading.feeds.rows()
    assert (row.folder, row.section, row.home) == (
        ("Sea", "North"),
        "Sea / North",
        "https://harbour.example/",
    )
    assert {each.section for each in reading.rows()} == {"Sea / North"}


def test_subscribing_twice_is_told_and_asks_for_no_more(
    reading: Library, server: FeedServer
) -> None:
    reading.feeds.add(f"{server.url}/good")
    again = reading.feeds.add(f"{server.url}/good")
    assert (again.status, len(reading.feeds.rows())) == ("same", 1)


def test_the_first_feed_that_a_page_names_and_that_is_there_is_taken(
    reading: Library, server: FeedServer
) -> None:
    assert reading.feeds.add(f"{server.url}/half-right").url == f"{server.url}/atom"
    failed = reading.feeds.add(f"{server.url}/half-wrong")
    assert (failed.status, failed.exit_code) == ("failed", 3)


def test_of_a_huge_feed_the_first_entries_are_taken(
    reading: Library, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.feed_entries._MOST_AT_ONCE", 5)
    items = "".join(f"<item><title>Story {n}</title><guid>g{n}</guid></item>" for n in range(9))
    server.growing = f"<rss version='2.0'><channel><title>Many</title>{items}</channel></rss>"
    assert reading.feeds.add(f"{server.url}/growing").new == 5
    assert "Story 0" in titles(reading)


def test_an_entry_that_cannot_be_read_is_passed_over(
    reading: Library, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Sources.read_entry

    def fussy(sources: Sources, entry: Entry, feed: Feed) -> Article:
        if "Fog" in entry.title:
            raise IngestError(entry.title, "takes too long")
        return read(sources, entry, feed)

    monkeypatch.setattr(Sources, "read_entry", fussy)
    assert reading.feeds.add(f"{server.url}/growing").new == 1
    server.growing = samples.RSS2.replace("Ferries", "All ferries")
    (told,) = refreshed(reading)
    assert (told.status, told.changed) == ("new", 0)
    assert titles(reading) == {"Port strike ends"}


def test_what_is_no_feed_is_not_subscribed_to(reading: Library, server: FeedServer) -> None:
    failed = reading.feeds.add(f"{server.url}/picture")
    assert failed.status == "failed"
    assert failed.exit_code == 3
    assert "is image/png, not a feed" in str(failed.error)
    assert reading.feeds.rows() == []


def test_a_refresh_adds_what_is_new_and_leaves_the_rest(
    reading: Library, server: FeedServer
) -> None:
    reading.feeds.add(f"{server.url}/growing")
    (told,) = refreshed(reading)
    assert (told.status, told.new, told.changed) == ("unchanged", 0, 0)
    item = "<item><title>Lamp lit</title><link>https://harbour.example/lamp</link></item>"
    grown = samples.RSS2.replace("<item>", f"{item}<item>", 1)
    server.growing = grown.replace("Shifts end", "All shifts end")
    (told,) = refreshed(reading)
    assert (told.status, told.new, told.changed) == ("new", 1, 1)
    (strike,) = (row.id for row in reading.rows() if row.title == "Port strike ends")
    assert "All shifts end" in reading.article(strike).text
    assert len(reading.versions.names(strike)) == 2


def test_what_was_thrown_away_stays_away(reading: Library, server: FeedServer) -> None:
    reading.feeds.add(f"{server.url}/growing")
    trashed, purged = (row.id for row in reading.rows())
    reading.remove([trashed])
    reading.remove([purged], purge=True)
    server.growing = samples.RSS2.replace("Shifts end", "All shifts end")
    refreshed(reading)
    assert titles(reading) == set()


def test_an_article_that_was_added_from_its_page_is_not_replaced_by_its_feed(
    reading: Library, server: FeedServer
) -> None:
    page = "---\ntitle: Port strike ends\n---\n\nThe whole text, from its own page."
    url = "https://harbour.example/2026/port-strike?page=2"
    kept = reading.add(page.encode(), url=url, kind="markdown")
    reading.feeds.add(f"{server.url}/growing")
    server.growing = samples.RSS2.replace("Shifts end", "All shifts end")
    refreshed(reading)
    assert kept.id is not None
    assert reading.article(kept.id).text == "The whole text, from its own page."


def test_one_bad_feed_is_told_and_the_rest_go_on(reading: Library, server: FeedServer) -> None:
    lines = "".join(
        f'<outline xmlUrl="{server.url}/{name}"/>' for name in ("good", "failing", "atom")
    )
    reading.feeds.import_opml(f"<opml><body>{lines}</body></opml>".encode(), "f.opml")
    told = {each.url.rpartition("/")[2]: each for each in refreshed(reading)}
    assert told["failing"].status == "failed"
    assert told["failing"].exit_code == 3
    assert (told["good"].new, told["atom"].new) == (2, 1)
    rows = {row.url.rpartition("/")[2]: row for row in reading.feeds.rows()}
    assert rows["failing"].failures == 1
    assert "500" in rows["failing"].error
    assert rows["good"].title == "Harbour & Coast"
    assert rows["good"].checked


def test_a_feed_that_moved_is_asked_where_it_is_now(reading: Library, server: FeedServer) -> None:
    line = f'<opml><body><outline xmlUrl="{server.url}/moved"/></body></opml>'
    reading.feeds.import_opml(line.encode(), "f.opml")
    (told,) = refreshed(reading)
    assert (told.url, told.moved_from) == (f"{server.url}/good", f"{server.url}/moved")
    (row,) = reading.feeds.rows()
    assert row.url == f"{server.url}/good"
    assert row.checked
    assert refreshed(reading)[0].moved_from is None
    assert server.paths()[-1] == "/good"
    assert reading.feeds.add(f"{server.url}/good").status == "same"


def test_only_what_is_due_is_asked_for_when_that_is_wanted(
    reading: Library, server: FeedServer
) -> None:
    reading.feeds.add(f"{server.url}/good")
    asked = len(server.asked)
    (told,) = reading.feeds.refresh(only_due=True)
    assert told.status == "not-due"
    assert len(server.asked) == asked


def test_a_subscription_is_ended_by_address_title_or_start_and_undo_brings_it_back(
    reading: Library, server: FeedServer
) -> None:
    reading.feeds.add(f"{server.url}/good")
    reading.feeds.add(f"{server.url}/atom")
    (ended,) = reading.feeds.remove(["harbour & coast"])
    assert ended.url == f"{server.url}/good"
    assert [row.title for row in reading.feeds.rows()] == ["Quay News"]
    assert "Port strike ends" in titles(reading)
    assert reading.undo() == "end of the subscription to “Harbour & Coast”"
    assert len(reading.feeds.rows()) == 2
    with pytest.raises(NotFoundError, match="may be any of 2 feeds"):
        reading.feeds.remove([server.url])
    with pytest.raises(NotFoundError, match="no such subscription"):
        reading.feeds.remove([f"{server.url}/good", "nobody"])
    assert len(reading.feeds.remove([f"{server.url}/good", f"{server.url}/at"])) == 2
    assert reading.feeds.rows() == []
    assert reading.feeds.add(f"{server.url}/good").status == "added"


def test_lists_come_in_and_go_out_with_their_folders(reading: Library) -> None:
    text = """<opml><body><outline text="Sea"><outline text="A" xmlUrl="https://a.example/f"/>
    </outline><outline text="B" xmlUrl="https://b.example/f" htmlUrl="https://b.example/"/>
    <outline xmlUrl="gopher://c.example"/></body></opml>"""
    told = reading.feeds.import_opml(text.encode(), "f.opml")
    assert [each.status for each in told] == ["added", "added", "failed"]
    written = reading.feeds.export_opml()
    assert [each.status for each in reading.feeds.import_opml(written, "again")] == ["same"] * 2
    assert [row.folder for row in reading.feeds.rows()] == [(), ("Sea",)]
    assert reading.undo() == "import of 2 feeds"
    assert reading.feeds.rows() == []
    with pytest.raises(IngestError, match="is no OPML"):
        reading.feeds.import_opml(b"<html/>", "f.opml")


def test_without_its_cache_a_feed_is_asked_anew_and_nothing_comes_twice(
    reading: Library, server: FeedServer, paths: Paths
) -> None:
    reading.feeds.add(f"{server.url}/good")
    states = paths.cache / "feeds.json"
    assert f"{server.url}/good" in json.loads(states.read_text(encoding="utf-8"))
    for damage in ("", "[]", "{", json.dumps({f"{server.url}/good": 5})):
        states.write_text(damage, encoding="utf-8")
        (told,) = refreshed(reading)
        assert (told.status, told.new, told.changed) == ("new", 0, 0)
        assert "If-None-Match" not in server.asked[-1][1]


def test_a_cache_that_cannot_be_written_is_done_without(
    reading: Library, server: FeedServer, paths: Paths
) -> None:
    paths.cache.parent.mkdir(parents=True, exist_ok=True)
    paths.cache.write_text("in the way", encoding="utf-8")
    assert reading.feeds.add(f"{server.url}/good").new == 2


def test_the_network_stays_off_when_it_is_switched_off(paths: Paths, server: FeedServer) -> None:
    library = Library.open(paths, Config(allow_private=True, offline=True))
    try:
        added = library.feeds.add(f"{server.url}/good")
        assert added.error is not None
        assert "the network is switched off" in added.error
        assert server.asked == []
    finally:
        library.close()


def test_a_beginning_is_completed_from_its_page_and_keeps_its_marks(
    reading: Library, server: FeedServer
) -> None:
    server.growing = samples.RSS2.replace("https://harbour.example/fog", f"{server.url}/story")
    reading.feeds.add(f"{server.url}/growing")
    (cut,) = (row.id for row in reading.rows() if reading.feeds.is_cut(row.id))
    mark = reading.annotate(cut, quote="Ferries stayed in port")
    added = reading.feeds.complete(cut)
    assert (added.id, added.status) == (cut, "new-version"), added.error
    whole = reading.article(cut)
    assert "could not see the end of the pier" in whole.text
    assert whole.published == "2026-11-20T07:00:00+00:00"
    assert reading.marks(cut)[0].id == mark.id
    assert reading.marks(cut)[0].anchor.start == 0
    assert not reading.feeds.is_cut(cut)
    assert reading.feeds.complete(cut).status == "same"
    server.growing = server.growing.replace("Ferries stayed", "All ferries stayed")
    refreshed(reading)
    assert "All ferries" not in reading.article(cut).text


def test_a_page_that_gives_no_more_or_cannot_be_had_leaves_what_there_is(
    reading: Library, server: FeedServer
) -> None:
    server.growing = samples.RSS2.replace("https://harbour.example/fog", f"{server.url}/nowhere")
    reading.feeds.add(f"{server.url}/growing")
    (cut,) = (row.id for row in reading.rows() if reading.feeds.is_cut(row.id))
    failed = reading.feeds.complete(cut)
    assert (failed.status, failed.exit_code) == ("failed", 3)
    assert reading.feeds.is_cut(cut)
    server.growing = samples.RSS2.replace("https://harbour.example/fog", f"{server.url}/short")
    refreshed(reading)
    (short,) = (r.id for r in reading.rows() if reading.feeds.is_cut(r.id) and r.id != cut)
    assert "gives no more than its feed" in str(reading.feeds.complete(short).error)
    assert not reading.feeds.is_cut(short)
    assert reading.feeds.complete("nobody").status == "failed"


def test_a_page_that_gives_no_more_than_the_list_it_was_imported_from_is_told(
    reading: Library, server: FeedServer
) -> None:
    excerpt = "Fog closed the harbour at dawn. " * 40
    columns = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite"
    data = f"{columns}\n1,Fog,,{excerpt},{server.url}/short,,,,,,false\n".encode()
    reading.exchange.import_from("raindrop.csv", data)
    (listed,) = (row.id for row in reading.rows() if reading.feeds.is_cut(row.id))
    told = str(reading.feeds.complete(listed).error)
    assert "gives no more than the list that it was imported from" in told


def test_a_feed_gets_another_name_and_its_articles_move_along(
    reading: Library, server: FeedServer
) -> None:
    reading.feeds.add(f"{server.url}/good")
    first, second = (row.id for row in reading.rows())
    reading.set_state([second], "", section="Mine")
    now = reading.feeds.change("Harbour & Coast", title=" The  quays ")
    assert (now.title, now.section) == ("The quays", "The quays")
    assert (reading.state(first)["section"], reading.state(second)["section"]) == (
        "The quays",
        "Mine",
    )
    reading.feeds.change(f"{server.url}/good", folder=["World", " Sea"])
    assert reading.state(first)["section"] == "World / Sea"
    reading.feeds.change("The quays", title="", folder=["World", "Sea"])
    assert reading.undo() == "change of the feed “The quays”"
    assert reading.undo() == "change of the feed “Harbour & Coast”"
    assert reading.state(first)["section"] == "Harbour & Coast"


def test_the_feeds_behind_an_address_are_told_without_subscribing(
    reading: Library, server: FeedServer
) -> None:
    found = reading.feeds.found_at(f"{server.url}/page")
    assert [one.url for one in found] == [f"{server.url}/good", f"{server.url}/comments.xml"]
    assert reading.feeds.rows() == []
