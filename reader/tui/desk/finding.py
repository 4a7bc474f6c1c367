"""Finding words as they are typed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.tui.page.find import LIMIT, find_all, find_each

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Searching:
    """What is being looked for in the open article."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._from = 0
        self._query = ""
        self._way = 1
        """Which way it goes from place to place: 1 down the page, -1 up."""

    def ask(self, *, back: bool = False) -> None:
        """Ask for the words; the page goes to the first place from here as they are typed.

        That is the first one upwards when they are looked for *back*, and so are the next ones.
        """
        screen = self._screen
        self._way = -1 if back else 1
        self._from = screen.body.cursor[0] if screen.body.cursor else 0
        screen.articles.remember()
        question = "back /" if back else "/"
        screen.prompt.ask(question, self._done, typed=self._look, left=self._leave, counted=True)

    def _look(self, query: str) -> None:
        """Find what has been typed so far."""
        article = self._screen.article
        if article is None:
            return
        self._query = query
        matches = find_all(article.text, query)
        below = bisect_left(matches, (self._from, 0))
        self._screen.body.show_matches(matches, below - 1 if self._way > 0 else below)
        if matches:
            self._screen.walking.match(self._way)
        else:
            self._screen.body.go_to(self._from)
        self.tell()
        self._screen.following.after_key()

    def _done(self, query: str) -> None:
        """Keep what was found, for the keys that step through it."""
        if query != self._query:
            self._look(query)
        self._choose()
        self._screen.panes.focus_page()
        self.tell()

    def _leave(self) -> None:
        """Go back to where it was asked."""
        self.clear()
        self._screen.body.go_to(self._from)
        self._screen.panes.focus_page()

    def light(self, query: str, offset: int | None) -> None:
        """Light the words that a search of the library asked for; stand at those at *offset*."""
        screen = self._screen
        if screen.article is None:
            return
        self._query, self._way = query, 1
        matches = find_each(screen.article.text, query)
        here = bisect_left(matches, (offset or 0, 0))
        screen.body.show_matches(matches, (here if here < len(matches) else 0) - 1)
        if matches and offset is not None:
            screen.walking.match(1)
            self.tell()

    def clear(self) -> None:
        """Let go of what was found."""
        self._query = ""
        self._screen.body.show_matches([])
        self._screen.tell("")

    def step(self, count: int) -> None:
        """Go on by *count* places the way that was asked for, or back, round the ends."""
        body, count = self._screen.body, count * self._way
        reached, known = body.match + count, body.match >= 0
        if self._screen.walking.match(count):
            self._choose()
            top = "; from the top again" * (known and reached >= len(body.matches))
            self.tell(top or "; from the end again" * (known and reached < 0))

    def _choose(self) -> None:
        """Let go of the selection where words were found since: the keys work on these."""
        if self._screen.body.matches:
            self._screen.selecting.stop()

    def tell(self, round_end: str = "") -> None:
        """Say how many places there are, which one this is, and what end it went round."""
        body, prompt = self._screen.body, self._screen.prompt
        count = f"{len(body.matches)}{'+' if len(body.matches) >= LIMIT else ''}"
        place = f"{body.match + 1} of {count}" if body.matches else "not found"
        prompt.say(place if self._query.strip() else "")
        if not self._query.strip():
            self._screen.tell("")
        elif body.matches:
            self._say(f"{place}: {self._query}{round_end}")
        else:
            self._say(f"not in this article: {self._query}")

    def _say(self, words: str) -> None:
        """Say what was found so far, which is not worth keeping."""
        self._screen.telling.tell(words, keep=False)
