"""Feeds on the screen: subscribed to, asked for what is new, and each with its menu."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

import pytest
from textual import events

from reader.config import Config
from reader.ingest.feeds.pace import Pace
from reader.ingest.feeds.polite import PoliteAsker
from reader.ingest.process import IngestProcess
from reader.library import Library
from reader.library.sources import Sources
from reader.tui.desk import feeding
from tests.tui.conftest import Desk, OpenDesk, id_of

STORY = "Fog lay on the strait for two days, and no boat left the harbour before noon. " * 6
LINK = '<link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}.xml">'


@dataclass
class Site:
    """A web server with feeds and pages, by their paths."""

    url: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    gate: threading.Event = field(default_factory=threading.Event)
    """What the feeds whose names begin with ``slow`` wait for."""

    def feed(self, name: str, *entries: str, text: str = STORY) -> str:
        """Serve a feed of *entries*; return its address."""
        items = "".join(
            f"<item><title>{one}</title><link>{self.url}/{name}/{number}</link>"
            f"<description>{text}</description></item>"
            for number, one in enumerate(entries)
        )
        channel = f"<channel><title>{name.title()} news</title>{items}</channel>"
        self.pages[f"/{name}.xml"] = f'<rss version="2.0">{channel}</rss>'
        return f"{self.url}/{name}.xml"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = cast(Site, self.server.site)  # type: ignore[attr-defined]
        if self.path.startswith("/slow"):
            site.gate.wait(20)
        data = site.pages.get(self.path, "").encode()
        self.send_response(200 if data else 404)
        kind = "application/rss+xml" if self.path.endswith(".xml") else "text/html"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def process() -> Iterator[IngestProcess]:
    """Give one process that reads feeds and pages for all of these tests."""
    made = IngestProcess(timeout_s=30)
    yield made
    made.close()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, process: IngestProcess) -> Iterator[Site]:
    """Serve the feeds on loopback."""
    monkeypatch.setattr(Sources, "_worker", lambda sources: process)
    monkeypatch.setenv("NEWSMARGIN_ALLOW_PRIVATE", "1")
    monkeypatch.delenv("NEWSMARGIN_OFFLINE", raising=False)
    monkeypatch.setattr(feeding, "PROGRESS_S", 0.02)
    hasty = partial(PoliteAsker, pace=Pace(0.0))
    monkeypatch.setattr("reader.library.feeds.PoliteAsker", hasty)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as running:
        site = Site(f"http://127.0.0.1:{running.server_port}")
        running.site = site  # type: ignore[attr-defined]
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield site
        site.gate.set()
        running.shutdown()
        thread.join()


async def choose(at: Desk, words: str) -> None:
    """Take the row with *words* from the list that is open."""
    at.pilot.app.post_message(events.Paste(words))
    await at.press("enter")


async def test_capital_a_subscribes_to_a_feed(desk: OpenDesk, site: Site) -> None:
    url = site.feed("harbour", "Boats wait", "Quay opens")
    async with desk() as at:
        await at.press("A")
        await at.type(url)
        await at.press("enter")
        assert "subscribed: Harbour news · 2 new" in at.said
        assert "Harbour news" in at.text
        assert {"Boats wait", "Quay opens"} <= {row.title for row in at.library.rows()}
        await at.press("F")
        await choose(at, "subscribe")
        await at.type(url)
        await at.press("enter")
        assert "subscribed already: Harbour news" in at.said


async def test_the_front_page_of_a_site_with_a_feed_is_no_article(
    desk: OpenDesk, site: Site
) -> None:
    site.feed("harbour", "Fog on the strait")
    site.pages["/"] = f"<html><head>{LINK.format('harbour')}</head><p>{STORY}</p></html>"
    async with desk() as at:
        await at.press("A")
        await at.type(f"{site.url}/")
        await at.press("enter")
        assert "subscribed: Harbour news · 1 new" in at.said
        assert f"{site.url}/" not in {row.url for row in at.library.rows()}


async def test_of_several_feeds_on_a_page_one_is_chosen(desk: OpenDesk, site: Site) -> None:
    site.feed("harbour", "Boats wait")
    site.feed("county", "Roads close")
    site.pages["/front"] = LINK.format("harbour") + LINK.format("county")
    async with desk() as at:
        await at.press("F")
        assert "No feeds yet" in at.text or "subscribe to a feed" in at.text
        await choose(at, "subscribe")
        await at.type(f"{site.url}/front")
        await at.press("enter")
        assert "Subscribe to which of these feeds?" in at.text
        await choose(at, "county")
        assert [feed.title for feed in at.library.feeds.rows()] == ["County news"]


async def test_what_is_no_feed_is_told(desk: OpenDesk, site: Site) -> None:
    async with desk() as at:
        at.screen.feeding.look_for(f"{site.url}/nothing")
        await at.settle()
        assert "/nothing" in at.said
        at.screen.feeding.look_for(" ")
        assert at.library.feeds.rows() == []


async def test_all_feeds_are_asked_and_errors_are_listed(desk: OpenDesk, site: Site) -> None:
    async with desk() as at:
        at.library.feeds.add(site.feed("harbour", "Boats wait"))
        at.library.feeds.add(site.feed("county", "Roads close"))
        at.library.feeds.add(site.feed("parish", "Bells ring"))
        site.feed("harbour", "Boats wait", "Boats leave")
        del site.pages["/county.xml"]
        site.pages["/parish.xml"] = "no feed"
        await at.press("F")
        assert "ask all 3 feeds" in at.text
        await choose(at, "ask all")
        assert "feeds 3 of 3 · 1 new · 2 failed, ! lists why" in at.said
        assert "Boats leave" in at.text
        await at.press("!")
        assert "county.xml" in at.text
        await at.press("escape", "F")
        assert "failed 1×" in at.text
        await choose(at, "County")
        assert "rename" in at.text
        assert "404" in at.text


async def test_a_refresh_can_be_stopped_and_holds_up_no_key(desk: OpenDesk, site: Site) -> None:
    async with desk() as at:
        site.gate.set()
        for name in ("slow-a", "slow-b"):
            at.library.feeds.add(site.feed(name, "Once"))
        site.gate.clear()
        at.screen.feeding.refresh()
        await at.pilot.pause(0.1)
        assert at.screen.feeding.is_on
        assert "feeds 0 of 2 · 0 new" in at.said
        await at.pilot.press("]")
        assert at.sentence == "The vote"
        at.screen.feeding.refresh()
        assert "escape stops it" in at.screen.telling.messages[-1].words
        await at.pilot.press("escape")
        assert "stopping: feeds 0 of 2" in at.screen.telling.messages[-1].words
        assert not at.screen.feeding.stop()
        site.gate.set()
        await at.settle()
        assert "stopped" in at.said


async def test_a_feed_is_renamed_filed_and_left(desk: OpenDesk, site: Site) -> None:
    async with desk() as at:
        at.library.feeds.add(site.feed("harbour", "Boats wait"))
        await at.press("F")
        await choose(at, "Harbour")
        await choose(at, "rename")
        await at.press("ctrl+a", "ctrl+k")
        await at.type("Quays")
        await at.press("enter")
        assert "Quays: articles in “Quays”" in at.said
        await at.press("F")
        await choose(at, "Quays")
        await choose(at, "folder")
        await at.type("World/Sea")
        await at.press("enter")
        assert "articles in “World / Sea”" in at.said
        (row,) = [row for row in at.library.rows() if row.title == "Boats wait"]
        assert row.section == "World / Sea"
        assert "▾ World" in at.text
        assert "  ▾ Sea" in at.text


async def test_a_subscription_is_ended_and_undone(desk: OpenDesk, site: Site) -> None:
    async with desk() as at:
        at.library.feeds.add(site.feed("harbour", "Boats wait"))
        await at.press("F")
        await choose(at, "Harbour")
        await choose(at, "unsubscribe")
        assert "unsubscribed: Harbour news" in at.said
        assert at.library.feeds.rows() == []
        assert at.library.undo() is not None
        assert [feed.title for feed in at.library.feeds.rows()] == ["Harbour news"]


async def test_an_entry_that_is_cut_is_completed_at_its_place(desk: OpenDesk, site: Site) -> None:
    url = site.feed("harbour", "Boats wait", text="Fog lay on the strait for two days, and …")
    site.pages["/harbour/0"] = (
        "<html lang='en'><head><title>Boats wait</title></head><body><article>"
        f"<h1>Boats wait</h1><p>{STORY}</p><p>Toward evening it lifted, and the first left.</p>"
        "</article></body></html>"
    )
    async with desk() as at:
        at.library.feeds.add(url)
        one = id_of(at.library, "Boats")
        assert at.library.feeds.is_cut(one)
        at.screen.articles.open(one)
        await at.settle()
        assert at.screen.article is not None
        assert "the first left" in at.screen.article.text
        assert not at.library.feeds.is_cut(one)


async def test_that_an_entry_cannot_be_completed_is_told_once(desk: OpenDesk, site: Site) -> None:
    url = site.feed("harbour", "Boats wait", text="Fog lay on the strait for two days, and …")
    async with desk() as at:
        at.library.feeds.add(url)
        one = id_of(at.library, "Boats")
        for _ in range(2):
            at.screen.articles.open(one)
            await at.settle()
            at.screen.articles.open(id_of(at.library, "Ferry"))
            await at.settle()
        told = [one.words for one in at.screen.telling.messages if "/harbour/0" in one.words]
        assert len(told) == 1


async def test_offline_only_the_beginning_is_there(
    desk: OpenDesk, library: Library, site: Site
) -> None:
    url = site.feed("harbour", "Boats wait", text="Fog lay on the strait for two days, and …")
    library.feeds.add(url)
    async with desk(config=Config(offline=True, feeds_on_start=True)) as at:
        at.screen.articles.open(id_of(library, "Boats"))
        await at.settle()
        assert "only the beginning is here; the network is switched off" in at.said


async def test_due_feeds_are_asked_at_the_start_when_the_configuration_says_so(
    desk: OpenDesk, library: Library, site: Site
) -> None:
    library.feeds.import_opml(
        f"<opml version='2.0'><body><outline text='x' xmlUrl='{site.feed('harbour', 'Boats wait')}'"
        "/></body></opml>".encode(),
        "feeds.opml",
    )
    async with desk(config=Config(feeds_on_start=True, feeds_minutes=60)) as at:
        await at.settle()
        assert "Boats wait" in {row.title for row in library.rows()}
        at.screen.feeding.refresh(only_due=True)
        await at.settle()
        assert "feeds" in at.said


async def test_nothing_is_asked_for_in_a_library_that_can_only_be_read(
    desk: OpenDesk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        at.library.feeds.add(site.feed("harbour", "Boats wait"))
        monkeypatch.setattr(Library, "read_only", "a full disk")
        at.screen.feeding.refresh()
        assert "can only be read" in at.screen.telling.messages[-1].words
        at.screen.feeding.ask()
        assert not at.screen.prompt.is_open
