"""Opening articles, keeping the place in each, and putting them where they belong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError, UsageError
from reader.tui.desk.browsing import open_in_browser
from reader.tui.desk.code_colours import colour_code
from reader.tui.desk.facts_pane import with_facts
from reader.tui.desk.opened import LAST_OPEN, Opened, read_held
from reader.tui.desk.trail import Place, Trail
from reader.tui.page.heading import heading_of

if TYPE_CHECKING:
    from reader.library import Added, Library
    from reader.tui.screens.reading import ReadingScreen


def open_held(library: Library, article_id: str) -> Opened:
    """Read an article that the library holds, and what can be listed of its facts."""
    return with_facts(library, read_held(library, article_id))


class Articles:
    """The open article, and the way from one to the next."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._trail = Trail()
        self.opened: Opened | None = None
        self.minutes = 0
        """How long it takes to read."""

        self._opening: str | None = None
        """The id of the article that is being read to be opened next."""

        self._last_open: str | None = None
        """The id that was kept of the article that is open; None before it was looked up."""

    # Opening

    def open(
        self,
        article_id: str,
        *,
        offset: int | None = None,
        mark: str | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Open an article: at *offset*, at the mark of that id, or where it was left.

        *then* is called when it is on the page.
        """
        screen = self._screen
        if self.opened is not None and self.opened.article.id == article_id:
            self._go_within(offset, mark)
            if then is not None:
                then()
            return
        screen.noting.put_away()
        self.keep_place()
        screen.status.show_state("reading")
        self._opening = article_id

        def show(opened: Opened) -> None:
            screen.status.show_state("")
            screen.noting.put_away()
            self.show(opened, offset)
            self._go_within(None, mark)
            screen.noting.remind()
            if then is not None:
                then()

        screen.background.read(lambda: open_held(screen.library, article_id), show, self._failed)

    def _failed(self, _: Exception) -> None:
        """Leave what was open where it was."""
        self._opening = None
        self._screen.status.show_state("")

    def _go_within(self, offset: int | None, mark: str | None) -> None:
        """Go to a place of the article that is open."""
        if mark is not None and self.opened is not None:
            found = next((one for one in self.opened.marks if one.id.startswith(mark)), None)
            offset = found.anchor.start if found else None
            if found is None:
                told = f"{mark}: is no mark of this article; it may have been deleted"
                self._screen.tell(told, error=True)
        if offset is not None:
            self._screen.body.go_to(offset)

    def show(self, opened: Opened, offset: int | None = None) -> None:
        """Show an article that was read, at *offset* or where it was left."""
        screen = self._screen
        screen.foreground.make_way(opened)
        self.opened = replace(opened, page=None)
        self.minutes = opened.minutes(screen.pace.words_a_minute)
        if self._opening == opened.article.id:
            self._opening = None
        if offset is None:
            offset = opened.place
        offset = max(0, min(offset, len(opened.article.text)))
        heading = heading_of(opened.article, self.minutes)
        screen.body.show(opened.article, heading, offset, opened.page)
        screen.pace.begin(opened)
        screen.show_marks(opened.marks)
        colour_code(screen, opened.article)
        screen.facts_pane.show(opened)
        screen.follow_now()
        screen.follow_sources()
        if opened.state.get("feed"):
            screen.feeding.complete(opened)
        if opened.held:
            self._take_note(opened)

    def _take_note(self, opened: Opened) -> None:
        """Take an article that was opened for read, and keep that the next start begins with it."""
        article_id = opened.article.id
        if not opened.state.get("read"):
            opened.state["read"] = True
            self.set_state([article_id], "", read=True)
        library = self._screen.library
        if self._last_open is None:
            self._last_open = library.settings.get(LAST_OPEN)
        if not library.read_only and article_id != self._last_open:
            self._last_open = article_id
            self._screen.background.save(lambda: library.settings.set(LAST_OPEN, article_id))

    def leave_for(self, article_id: str | None) -> None:
        """Leave the open article, which has gone; open another one, or show that there is none."""
        self.opened = None
        if article_id is not None:
            self.open(article_id)
        else:
            self._screen.show_nothing()
            self._screen.follow_sources()

    def show_again(self, *, quiet: bool = False, then: Callable[[], None] | None = None) -> None:
        """Read the open article and its marks anew, for the library changed under it.

        Args:
            quiet: whether nothing is said of a newer version: the reader knows.
            then: called when it is on the page.
        """
        opened = self.opened
        if opened is None or not opened.held:
            return
        article_id = opened.article.id
        screen = self._screen

        marks = screen.body.marks

        def read() -> tuple[Opened, str]:
            from reader.tui.desk.versions import told_of  # not at the start

            fresh = open_held(screen.library, article_id)
            return fresh, told_of(opened.article, marks, fresh)

        def show(read: tuple[Opened, str]) -> None:
            fresh, told = read
            now = self.opened
            if now is None or now.article.id != article_id:
                return
            self.opened = fresh
            if fresh.article == now.article:
                screen.show_marks(fresh.marks)
                screen.facts_pane.follow(fresh)
            else:
                screen.versions.show(now, fresh, "" if quiet else told)
            screen.follow_now()
            if then is not None:
                then()

        screen.background.read(read, show)

    def beside(self, step: int, *, unread: bool = False) -> None:
        """Open the article *step* further down the tree, of the unread ones when asked.

        After the last of the tree, those are the first unread ones from the top.
        """
        tree = self._screen.section_tree
        order = tree.order
        here = self._opening or (self.opened.article.id if self.opened else None)
        at = order.index(here) if here in order else -1 if step > 0 else len(order)
        following = order[at + 1 :] if step > 0 else order[:at][::-1]
        if unread:
            following = [one for one in (*following, *order[: max(0, at)]) if tree.is_unread(one)]
        if following:
            self.open(following[min(abs(step), len(following)) - 1])
        else:
            self._screen.tell("no more unread articles" if unread else "no more articles")

    # Places

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        cursor = self._screen.body.cursor
        if self.opened is None or cursor is None:
            return None
        return Place(self.opened.article.id, cursor[0])

    def keep_place(self) -> None:
        """Keep where the reader is in the open article, to come back to, and how fast they read."""
        self._screen.pace.keep()
        opened, place = self.opened, self.place
        if opened is None or place is None or not opened.held or self._screen.library.read_only:
            return
        if (opened.state.get("place") or {}).get("offset", 0) != place.offset:
            opened.state["place"] = {"offset": place.offset}
            self.set_state([opened.article.id], "", place={"offset": place.offset})

    def remember(self) -> None:
        """Remember the place that one is about to jump from."""
        if (place := self.place) is not None:
            self._trail.leave(place)

    def travel(self, step: int) -> None:
        """Go back to where one came from, or forth again, by so many places as there are."""
        here, target = self.place, None
        for _ in range(abs(step)):
            reached = self._trail.travel(step, here) if here else None
            if reached is None:
                break
            here = target = reached
        if target is None:
            self._screen.tell("no place to go back to" if step < 0 else "no place to go forth to")
        else:
            self.open(target.article, offset=target.offset)

    # Changing what the library says of it

    def to_change(self) -> Opened | None:
        """Return the open article if the library holds it and can be changed; else say why not."""
        screen, opened = self._screen, self.opened
        if opened is None or not screen.may_change():
            return None
        if not opened.held:
            screen.tell("this article is not in the library yet; mark something first")
            return None
        return opened

    def set_state(self, ids: Sequence[str], label: str, **fields: Any) -> None:
        """Set fields of articles' states, and show the tree anew."""
        screen = self._screen
        if screen.library.read_only:
            return
        screen.background.save(
            lambda: screen.library.set_state(ids, label, **fields),
            lambda _: screen.refresh_tree(),
        )

    def join(self) -> bool:
        """Put the open article into the library when it is not there; tell whether it is now."""
        opened, screen = self.opened, self._screen
        if opened is None:
            return False
        if not opened.held:
            self.opened = Opened(opened.article, opened.marks, opened.state, True)
            screen.background.save(
                lambda: screen.library.keep(opened.article), self._joined, self._not_joined
            )
        return True

    def _joined(self, added: Added) -> None:
        """Show the article in the tree, as one that has been opened."""
        if added.id is not None:
            self.set_state([added.id], "", read=True)
        self._screen.tell(f"added to the library: {added.title}")

    def _not_joined(self, _: Exception) -> None:
        """Take the open article for a guest again."""
        if self.opened is not None:
            opened = self.opened
            self.opened = Opened(opened.article, opened.marks, opened.state, False)

    def correct(self, article_id: str, fields: dict[str, str]) -> None:
        """Correct what the source says of an article."""
        screen = self._screen
        given: dict[str, Any] = dict(fields)
        if "byline" in given:
            given["byline"] = [part.strip() for part in given["byline"].split(",") if part.strip()]

        def corrected(_: None) -> None:
            screen.refresh_tree()
            screen.tell("corrected: " + ", ".join(fields))
            self.show_again()

        def failed(error: ReaderError) -> None:
            if isinstance(error, UsageError):  # nothing is waiting to be saved
                screen.status.show_state("")
            screen.correcting.ask_again(article_id, fields)

        screen.background.save(
            lambda: screen.library.correct(article_id, **given), corrected, failed
        )

    def browse(self) -> None:
        """Open the article's page in the browser."""
        article = self.opened.article if self.opened else None
        address = (article.canonical_url or article.url or "") if article else ""
        if address.startswith(("http://", "https://")):
            open_in_browser(self._screen, address)
        else:
            self._screen.tell("this article has no address on the web")
