"""The list of feeds, and what can be done with all of them and with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.tui.desk.feeding import EMPTY
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.library.feed_outcome import FeedRow
    from reader.tui.screens.reading import ReadingScreen


class FeedMenus:
    """Lists the subscriptions, and changes the one that is chosen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._feeding = screen.feeding

    def open(self) -> None:
        """List the feeds, and what can be done with all of them."""
        self._screen.background.read(self._screen.library.feeds.rows, self._show)

    def _show(self, feeds: Sequence[FeedRow]) -> None:
        """Show the list of feeds."""
        rows: list[Row] = []
        if feeds:
            rows.append(Row(f"ask all {len(feeds)} feeds for what is new", self._feeding.refresh))
            rows.append(Row("ask those that are due", lambda: self._feeding.refresh(only_due=True)))
        if self._feeding.is_on:
            rows.insert(0, Row("stop asking", self._feeding.stop))
        rows.append(Row("subscribe to a feed …", self._feeding.ask))
        for feed in feeds:
            trouble = "gone" if feed.gone else f"failed {feed.failures}×" if feed.failures else ""
            folder = " / ".join(feed.folder)
            rows.append(
                Row(
                    feed.title or feed.url,
                    lambda feed=feed: self._ask_what(feed),
                    sign="!" if trouble else "·",
                    aside=" · ".join(part for part in (trouble, folder) if part),
                )
            )
        self._screen.chooser.open("Feeds", rows, lambda row: row.key(), EMPTY)

    def _ask_what(self, feed: FeedRow) -> None:
        """Show what can be done with one feed."""
        name = feed.title or feed.url
        rows = [
            Row("ask for what is new", lambda: self._feeding.refresh([feed.url])),
            Row("rename …", lambda: self._ask_title(feed)),
            Row("put into a folder …", lambda: self._ask_folder(feed)),
            Row("unsubscribe; its articles stay", lambda: self._remove(feed)),
        ]
        if feed.error:
            rows.append(Row(feed.error, sign="!", style="lost", selectable=False))
        self._screen.chooser.open(name, rows, lambda row: row.key())

    def _ask_title(self, feed: FeedRow) -> None:
        """Ask what the feed is to be called."""
        self._ask_change(feed, "call it:", feed.title, lambda words: {"title": words})

    def _ask_folder(self, feed: FeedRow) -> None:
        """Ask which folder the feed goes into."""
        self._ask_change(feed, "folder, as in World/Asia:", "/".join(feed.folder), _folder_in)

    def _ask_change(
        self, feed: FeedRow, question: str, answer: str, fields: Callable[[str], dict[str, object]]
    ) -> None:
        """Ask for another title or folder of a feed, and save it."""
        screen = self._screen
        if not screen.may_change():
            return

        def change(words: str) -> None:
            screen.panes.focus_page()
            given = fields(words)
            screen.background.save(
                lambda: screen.library.feeds.change(feed.url, **given),  # type: ignore[arg-type]
                lambda now: self._changed(f"{now.title or now.url}: articles in “{now.section}”"),
            )

        screen.prompt.ask(question, change, answer=answer, left=screen.panes.focus_page)

    def _remove(self, feed: FeedRow) -> None:
        """End the subscription."""
        screen, name = self._screen, feed.title or feed.url
        if screen.may_change():
            told = f"unsubscribed: {name}; : undo anywhere brings it back"
            screen.background.save(
                lambda: screen.library.feeds.remove([feed.url]), lambda _: self._changed(told)
            )

    def _changed(self, told: str) -> None:
        """Say what was done, and show it."""
        self._screen.refresh_tree()
        self._screen.tell(told)


def _folder_in(words: str) -> dict[str, object]:
    """Return the folder that *words* name, as a field of a feed."""
    return {"folder": [part for part in words.split("/") if part.strip()]}
