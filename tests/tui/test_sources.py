"""The tab of the sources: where an article comes from, its versions, its like, its links."""

import webbrowser
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.errors import DamagedError
from reader.library import Library
from reader.library.versions import Versions
from reader.tui.desk import browsing, clipboard, sources_pane
from reader.tui.desk.browsing import has_browser
from tests.tui.conftest import Desk, OpenDesk

BRIDGE = """\
---
title: Kestrel Bridge closed after crack found
canonical_url: https://news.example.org/bridge
publisher: Dunmorrow Echo
date: 2026-03-03
---
Engineers in Dunmorrow closed the Kestrel Bridge on Tuesday after a crack was found in a girder.
Some 18,500 cars cross it each day, said Ilse Brandt of the [road service](https://roads.example.org/).
Mayor Tomas Ferreira said repairs would cost $7.3 million; see [the plan](https://roads.example.org/plan)
and [the service](https://roads.example.org/) again, or [write](mailto:desk@example.org).
"""
QUEUES = """\
---
title: Queues for the ferries
publisher: Saltness Post
date: 2026-03-04
---
Drivers from Saltness queued on Wednesday after the Kestrel Bridge was shut, one of the 18,500 of
each day. “We had no choice,” said Ilse Brandt in Dunmorrow. The mayor, Tomas Ferreira, put the
bill at $7.3 million.
"""


@pytest.fixture
def bridge(library: Library, tmp_path: Path) -> Path:
    """Add two reports of one event."""
    for name, text in (("queues", QUEUES), ("bridge", BRIDGE)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        assert library.add(str(tmp_path / f"{name}.md")).status == "added"
    return tmp_path / "bridge.md"


def listed(at: Desk) -> Sequence[str]:
    """Return the words of the rows of the tab."""
    return [row.text for row in at.screen.side.sources.rows.rows]


def group(at: Desk, title: str) -> list[str]:
    """Return the words of the rows below *title*."""
    rows = at.screen.side.sources.rows.rows
    first = next(index for index, row in enumerate(rows) if row.text == title) + 1
    ends = (index for index in range(first, len(rows)) if rows[index].style == "group")
    return [row.text for row in rows[first : next(ends, len(rows))]]


async def turn(at: Desk) -> None:
    """Go to the tab of the sources."""
    await at.press("tab", "left")
    assert at.screen.side.shows_sources
    assert at.screen.focused is at.screen.side.sources.rows


async def choose(at: Desk, words: str) -> None:
    """Choose the first row with *words*."""
    rows = at.screen.side.sources.rows
    at.screen.set_focus(rows)
    rows.go_to(next(row.key for row in rows.rows if words in row.text and row.selectable))
    await at.press("enter")


async def test_it_tells_where_the_article_comes_from(desk: OpenDesk, bridge: Path) -> None:
    async with desk("Kestrel") as at:
        await turn(at)
        told = " ".join(group(at, "From"))
        assert "https://news.example.org/bridge" in told.replace(" ", "")
        assert str(bridge) in told.replace(" ", "")
        assert "published 3 Mar 2026" in told
        assert "added " in told
        assert "Sources" in at.text


async def test_links_are_numbered_each_once_and_open_in_the_browser(
    desk: OpenDesk, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk("Kestrel") as at:
        opened: list[str] = []
        monkeypatch.setattr(at.pilot.app, "open_url", opened.append)
        await turn(at)
        assert group(at, "Links") == ["road service", "the plan", "write"]
        assert at.screen.side.sources.rows.rows[-3].sign == "1"
        await choose(at, "the plan")
        assert opened == ["https://roads.example.org/plan"]
        assert "opened in the browser: https://roads.example.org/plan" in at.said


async def test_without_a_browser_the_address_is_copied(
    desk: OpenDesk, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "has_browser", lambda: False)
    monkeypatch.setattr(clipboard, "copied_by", lambda _: None)
    async with desk("Kestrel") as at:
        opened: list[str] = []
        monkeypatch.setattr(at.pilot.app, "open_url", opened.append)
        await at.press("o")
        assert opened == []
        assert "there is no browser here; the address was copied" in at.said
        assert at.pilot.app.clipboard == "https://news.example.org/bridge"


@pytest.mark.parametrize(("name", "opens"), [("lynx", False), ("firefox", True), (None, False)])
def test_a_browser_on_the_terminal_is_none(
    monkeypatch: pytest.MonkeyPatch, name: str | None, opens: bool
) -> None:
    def get() -> webbrowser.BaseBrowser:
        if name is None:
            raise webbrowser.Error("could not locate runnable browser")
        return webbrowser.GenericBrowser(name)

    monkeypatch.setattr(webbrowser, "get", get)
    assert has_browser() == opens


async def test_a_link_to_an_article_of_the_library_opens_here(
    desk: OpenDesk, bridge: Path, library: Library, tmp_path: Path
) -> None:
    text = "---\ntitle: Follow-up\n---\nAs [reported](https://news.example.org/bridge) before.\n"
    (tmp_path / "follow.md").write_text(text, encoding="utf-8")
    library.add(str(tmp_path / "follow.md"))
    async with desk("Follow-up") as at:
        await turn(at)
        await choose(at, "reported")
        assert at.screen.article is not None
        assert at.screen.article.title.startswith("Kestrel")
        assert at.screen.body.has_focus


async def test_a_file_that_is_no_address_is_not_given_to_the_browser(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        opened: list[str] = []
        monkeypatch.setattr(at.pilot.app, "open_url", opened.append)
        await turn(at)
        await choose(at, str(tmp_path)[:12])
        assert opened == []
        assert "no address that a browser opens" in at.said


async def test_other_reports_of_the_event_are_listed_and_opened(
    desk: OpenDesk, bridge: Path
) -> None:
    async with desk("Kestrel") as at:
        await turn(at)
        assert group(at, "Same story") == ["Queues for the ferries"]
        await choose(at, "Queues")
        assert at.screen.article is not None
        assert at.screen.article.title == "Queues for the ferries"
        assert group(at, "Same story") == ["Kestrel Bridge closed after crack found"]
    async with desk("Harbour") as at:
        await turn(at)
        assert group(at, "Same story") == [sources_pane.NO_STORY]


async def test_a_version_shows_what_was_changed_in_it(
    desk: OpenDesk, bridge: Path, library: Library
) -> None:
    async with desk("Kestrel") as at:
        await turn(at)
        assert len(group(at, "Versions")) == 1
    bridge.write_text(BRIDGE.replace("$7.3", "$8.1"), encoding="utf-8")
    assert library.add(str(bridge)).status == "new-version"
    async with desk("Kestrel") as at:
        await turn(at)
        versions = group(at, "Versions")
        assert len(versions) == 2
        await choose(at, versions[0])
        assert at.screen.changes.cover.is_open
        assert "8.1" in at.text


async def test_a_guest_says_that_it_is_not_in_the_library(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "guest.md").write_text("# Guest\n\nA line with words in it.", encoding="utf-8")
    guest = library.read(str(tmp_path / "guest.md"))
    async with desk(guest=guest) as at:
        await turn(at)
        assert "not in the library yet" in " ".join(group(at, "From"))
        assert group(at, "Versions") == [sources_pane.ONE_VERSION]
        assert group(at, "Links") == [sources_pane.NO_LINKS]


async def test_with_nothing_open_it_says_what_would_be_there(desk: OpenDesk) -> None:
    async with desk("") as at:
        await turn(at)
        assert listed(at) == []
        assert "comes from would be here" in at.text


async def test_what_cannot_be_read_is_told_in_its_place(
    desk: OpenDesk, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DamagedError("versions", "they cannot be read", "run reader doctor")

    monkeypatch.setattr(Versions, "all", fail)
    async with desk("Kestrel") as at:
        await turn(at)
        assert group(at, "Versions") == ["versions: they cannot be read; run reader doctor"]
        assert group(at, "Same story") == ["Queues for the ferries"]


async def test_what_was_left_out_is_a_key_away(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    body = "The quay opens in spring, the council said on Monday after a long evening. " * 3
    advert = "<div class='newsletter'><p>Sign up to our newsletter and get the news.</p></div>"
    inside = f"<h1>Quay</h1><p>{body}</p>{advert}<p>{body[::-1]}</p>"
    page = f"<html><body><article>{inside}</article></body></html>"
    (tmp_path / "quay.html").write_text(page, encoding="utf-8")
    added = library.add(str(tmp_path / "quay.html"))
    assert added.title is not None
    async with desk(added.title) as at:
        await turn(at)
        await choose(at, "left out: ")
        assert at.screen.left_out.cover.is_open


async def test_a_click_on_the_name_of_a_tab_turns_to_it(desk: OpenDesk) -> None:
    async with desk() as at:
        names = at.screen.side.tabs.render().plain
        await at.pilot.click(at.screen.side.tabs, offset=(names.index("Sources") + 2, 0))
        await at.settle()
        assert at.screen.side.shows_sources


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_it_fits_every_size(desk: OpenDesk, bridge: Path, size: tuple[int, int]) -> None:
    async with desk("Kestrel", size=size) as at:
        await at.press("i", *(["i"] if size[0] >= 120 else []))
        await at.press("left")
        assert at.screen.side.shows_sources
        assert "From" in at.text
        assert all(len(line) <= size[0] for line in at.text.splitlines())
