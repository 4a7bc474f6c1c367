"""Which panes are in view: all three where there is room, one over the page where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.widget import Widget

from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

Pane = Literal["tree", "side"]

WIDE = 120
"""From how many columns all three panes stand side by side."""

SMALL = 80
"""Below how many columns there is only the page and one line."""


class Panes:
    """What is in view beside the page."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._asked: dict[Pane, bool | None] = {"tree": None, "side": None}
        """Whether the reader asked for a pane; None leaves it to the width."""
        self._zen = False
        self._was_wide = False

    @property
    def wide(self) -> bool:
        """Whether there is room for all panes."""
        return self._screen.app.size.width >= WIDE

    def _widget(self, pane: Pane) -> Widget:
        """Return the widget of a pane."""
        return self._screen.section_tree if pane == "tree" else self._screen.side

    def _rows(self, pane: Pane) -> RowList:
        """Return the list of a pane."""
        return self._screen.section_tree.rows if pane == "tree" else self._screen.side.rows

    def arrange(self) -> None:
        """Show or hide the panes for the present width and what the reader asked for."""
        self.fit()
        for pane in self._asked:
            if not self._widget(pane).display and self._screen.focused_rows is self._rows(pane):
                self._focus(self._page)
        self._screen.follow_now()
        self._screen.follow_sources()

    def fit(self) -> None:
        """Show and hide what the width says, before anything is painted."""
        screen, width = self._screen, self._screen.app.size.width
        if self.wide != self._was_wide:  # what was asked for suited the other width
            self._was_wide = self.wide
            self._asked = {"tree": None, "side": None}
        screen.set_class(self.wide, "-wide")
        screen.set_class(width < SMALL, "-small")
        for pane in self._asked:
            asked = self._asked[pane]
            shown = self.wide if asked is None else asked
            self._widget(pane).display = shown and not self._zen
        screen.title_line.display = width >= SMALL and not self._zen

    def toggle(self, pane: Pane) -> None:
        """Show a pane and go to it, or put it away."""
        shown = bool(self._widget(pane).display)
        self._zen = False
        self._asked[pane] = not shown
        if not shown and not self.wide:
            self._asked["side" if pane == "tree" else "tree"] = False
        self.arrange()
        self._focus(self._page if shown else self._rows(pane))

    def reset(self) -> None:
        """Show what the width says, whatever the reader asked for."""
        self._asked = {"tree": None, "side": None}
        self._zen = False
        self._focus(self._page)
        self.arrange()

    def toggle_zen(self) -> None:
        """Show the page alone, or everything again."""
        self._zen = not self._zen
        self._focus(self._page)
        self.arrange()

    def step_focus(self, step: int) -> None:
        """Take the focus to the next pane; where one lies over the page, bring the next one in."""
        if self._zen:
            self.toggle_zen()
        if not self.wide:
            self._slide(step)
            return
        around: list[Widget] = [self._page]
        if self._screen.section_tree.display:
            around.insert(0, self._screen.section_tree.rows)
        if self._screen.side.display:
            around.append(self._screen.side.rows)
        at = next((index for index, pane in enumerate(around) if pane is self._screen.focused), 0)
        self._focus(around[(at + step) % len(around)])

    def _slide(self, step: int) -> None:
        """Bring in the pane *step* after the one in view: the page, the tree, the side panel."""
        order: list[Pane | None] = [None, "tree", "side"]
        here = next((pane for pane in self._asked if self._widget(pane).display), None)
        target = order[(order.index(here) + step) % len(order)]
        self._asked = {"tree": target == "tree", "side": target == "side"}
        self.arrange()
        self._focus(self._page if target is None else self._rows(target))

    def _focus(self, widget: Widget) -> None:
        """Give *widget* the focus at once: the next key is for it."""
        self._screen.set_focus(widget)

    @property
    def _page(self) -> Widget:
        """The page, or what stands in its place."""
        cover = self._screen.foreground.cover
        return (cover.page if cover is not None else None) or self._screen.body

    def focus_page(self) -> None:
        """Take the focus to the page; a pane that lies over it goes."""
        self._focus(self._page)
        if not self.wide and any(self._asked.values()):
            self._asked = {"tree": None, "side": None}
            self.arrange()
        self._screen.refresh_status()
