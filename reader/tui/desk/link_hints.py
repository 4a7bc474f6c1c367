"""Following a link of the page by the letters that lie over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.desk.addresses import go_to_address
from reader.tui.desk.clipboard import copy
from reader.tui.page.hints import Link, letters_for, links_in, still_meant

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_QUESTION = "the letters of a link; in capitals to copy it:"


class LinkHints:
    """Lays letters over the links in view, and does what the typed ones ask for."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._hints: dict[str, Link] = {}

    def ask(self) -> None:
        """Show the letters, and ask for those of one link."""
        screen = self._screen
        if screen.article is None:
            return
        screen.panes.focus_page()
        self._hints = letters_for(links_in(screen.article, *self._in_view))
        if not self._hints:
            screen.tell("no links in view")
            return
        self._show("")
        screen.prompt.ask(_QUESTION, self._done, typed=self._narrow, left=self._leave, counted=True)

    @property
    def _in_view(self) -> tuple[int, int]:
        """The range of the text on the page as it stands."""
        body = self._screen.body
        lines = body.page.lines[body.top_line :][: body.size.height] if body.page else []
        return min((line.start for line in lines), default=0), max(
            (line.end for line in lines), default=0
        )

    def _show(self, typed: str) -> None:
        """Lay over the links what is yet to be typed of their letters."""
        meant = still_meant(self._hints, typed)
        left = {link.start: letters[len(typed) :] for letters, link in meant.items()}
        self._screen.body.show_hints(left)

    def _narrow(self, typed: str) -> None:
        """Take what was typed so far; the letters of a link need no further key."""
        typed = typed.strip()
        if typed.lower() in self._hints:
            self._screen.prompt.close()
            self._done(typed)
        else:
            self._show(typed)
            self._screen.prompt.say("" if still_meant(self._hints, typed) else "no such link")

    def _done(self, typed: str) -> None:
        """Follow the link of the letters that were typed, or the only one that they may mean."""
        meant = still_meant(self._hints, typed)
        self._leave()
        if len(meant) != 1:
            self._screen.tell("no link has these letters" if not meant else "no link chosen")
            return
        (link,) = meant.values()
        if link.note is not None:
            self._screen.articles.remember()
            self._screen.body.go_to(link.note)
        elif typed != typed.lower():
            copy(self._screen, link.address, "address")
        else:
            go_to_address(self._screen, link.address)

    def _leave(self) -> None:
        """Take the letters away."""
        self._screen.body.show_hints({})
        self._screen.panes.focus_page()
