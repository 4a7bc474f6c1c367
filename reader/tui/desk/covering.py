"""What stands in place of the page for a while: it comes, has the keys, and goes again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.cover import Cover

Page = TypeVar("Page", bound=ScrollView)

PASSED = frozenset({"keys", "palette", "leave", "messages"})
"""The commands that do what they always do while something stands in place of the page."""


class Covering(Generic[Page]):
    """Puts one thing in place of the page, and gives it the keys.

    Args:
        screen: the screen.
        make: makes it when it is first needed.
        scroll: scrolls it by so many lines.
        does: what commands mean there, besides turning its pages and leaving it.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        make: Callable[[], Cover[Page]],
        scroll: Callable[[Page, int], None],
        does: Mapping[str, Callable[[], None]],
    ) -> None:
        self._screen = screen
        self._make = make
        self._scroll = scroll
        self._view: Cover[Page] | None = None
        self._does: Mapping[str, Callable[[], None]] = {
            "page-down": lambda: self.turn_pages(1),
            "page-up": lambda: self.turn_pages(-1),
            "half-page-down": lambda: self.turn_pages(0.5),
            "half-page-up": lambda: self.turn_pages(-0.5),
            "back": self.leave,
            "cancel": self.leave,
            **does,
        }

    @property
    def page(self) -> Page | None:
        """What stands in place of the page; None while the page itself does."""
        return self._view.page if self._view is not None and self._view.is_open else None

    @property
    def is_open(self) -> bool:
        """Whether it stands in place of the page."""
        return self.page is not None

    def takes(self, command: str) -> bool:
        """Tell whether *command* does something here."""
        return command in self._does or command in PASSED

    def do(self, command: str) -> bool:
        """Do *command* as it is meant here; tell whether it means something of its own here.

        What means something on the page only, as when it was chosen by name, leads back there.
        """
        found = self._does.get(command)
        if found is not None:
            found()
        elif command not in PASSED:
            self.leave()
        return found is not None

    def open(self, fill: Callable[[], None]) -> None:
        """Put it in place of the page; *fill* is called when it has its size."""
        screen = self._screen
        screen.noting.put_away()
        if self._view is None:
            self._view = self._make()
            screen.query_one("#middle").mount(self._view, after=screen.body)
        self._view.display = True
        screen.set_focus(self._view.page)
        self._view.call_after_refresh(fill)

    def tell(self, words: str) -> None:
        """Say *words* above it."""
        if self._view is not None:
            self._view.tell(words)

    def leave(self) -> None:
        """Go back to the page, which stands where it stood."""
        if self._view is not None and self._view.is_open:
            self._view.display = False
            self._screen.panes.focus_page()

    def scroll(self, count: int) -> None:
        """Scroll by lines."""
        if (page := self.page) is not None:
            self._scroll(page, count)

    def turn_pages(self, share: float) -> None:
        """Scroll by a share of what is in view."""
        if (page := self.page) is not None:
            self._scroll(page, round(share * max(1, page.size.height - 1)))
