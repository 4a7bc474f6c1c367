"""The way between the page and the list of its facts, and what is done in that list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.errors import ReaderError
from reader.facts import reads_words_of
from reader.facts.lines import Keep
from reader.facts.model import Fact, FactKind
from reader.library.fact_choices import choices_of
from reader.tui.widgets.fact_rows import ArticleFacts, Finding, words_of, worth_listing
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.library import Library
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen

FACTS_S = 0.1
"""How long an article is on the page before its facts are looked for: the page comes first."""

KINDS: tuple[tuple[FactKind, str], ...] = (
    ("person", "a person"),
    ("org", "an organisation"),
    ("place", "a place"),
    ("event", "an event or agreement"),
    ("work", "a work, product or system"),
)
"""The kinds that the reader can give a fact, with what they are called."""


def with_facts(library: Library, opened: Opened) -> Opened:
    """Return *opened* with what can be listed of its facts in a moment, if the library holds it."""
    article = opened.article
    if not opened.held:
        return opened
    found = library.fact_book.at_once(article, _wanted(library, article), dismissed=True)
    return opened if found is None else replace(opened, facts=_listed(found, article))


def _wanted(library: Library, article: Article) -> Keep:
    """Return what tells which facts of *article* the panel may list."""
    return worth_listing(len(choices_of(library.state(article.id))))


def _listed(facts: list[Fact], article: Article) -> ArticleFacts:
    """Return what the panel lists of the *facts* of an article."""
    return ArticleFacts.of(facts, article.text, knows_words=reads_words_of(article.language))


class FactsPane:
    """Looks for the facts of the open article, lists them, and keeps what is said of them."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._told: set[str] = set()
        """What was said of engines that failed; once is enough."""
        self._by_rules: ArticleFacts | None = None
        """What was listed last before the engines were heard."""
        self.is_waiting = False
        """Whether the facts of the open article are yet to be found."""

    @property
    def has_keys(self) -> bool:
        """Whether the list of facts has the focus."""
        return self._screen.focused is self._screen.side.facts.rows

    def show(self, opened: Opened) -> None:
        """List the facts of an article: at once when they are known, else when they are found."""
        if opened.facts is not None:
            self._list(opened.facts, opened.article)
        else:
            self.is_waiting = True
            self._screen.side.show_facts(None)
            self._screen.set_timer(FACTS_S, lambda: self._look(opened.article))

    def follow(self, now: Opened) -> None:
        """List the facts of the open article anew, of which something else may be said now."""
        if now.facts is None:
            self._look(now.article)
        elif now.facts != self._by_rules:
            self._list(now.facts, now.article)

    def _list(self, known: ArticleFacts, article: Article) -> None:
        """List what the rules know of *article*, then ask the engines."""
        self._by_rules, self.is_waiting = known, False
        self._screen.side.show_facts(known)
        self._hear(article)

    def _look(self, article: Article) -> None:
        """Look for the facts of *article* beside the page, if it is still there."""
        if not self._is_open(article):
            return

        def find() -> ArticleFacts | None:
            if not self._is_open(article):  # turned over while others were looked for
                return None
            library = self._screen.library
            wanted = _wanted(library, article)
            return _listed(library.fact_book.facts_of(article, wanted, dismissed=True), article)

        def show(found: ArticleFacts | None) -> None:
            if found is not None and self._is_open(article):
                self._list(found, article)

        def fail(error: ReaderError) -> None:
            if self._is_open(article):
                self.is_waiting = False
                self._screen.side.facts.show_failure(error)

        self._screen.background.think(find, show, fail)

    def _hear(self, article: Article) -> None:
        """Ask the engines of the configuration, now that the rules' own facts are listed."""
        screen = self._screen
        names = screen.config.fact_engines
        if not names:
            return

        def ask() -> tuple[ArticleFacts, list[str]] | None:
            if not self._is_open(article):
                return None
            book, wanted = screen.library.fact_book, _wanted(screen.library, article)
            facts, told = book.with_engines(article, wanted, names=names, dismissed=True)
            return _listed(facts, article), told

        def show(heard: tuple[ArticleFacts, list[str]] | None) -> None:
            if heard is not None and self._is_open(article):
                screen.side.show_facts(heard[0])
                for line in heard[1]:
                    if line not in self._told:
                        screen.tell(line, error=True)
                self._told.update(heard[1])

        screen.background.think(ask, show)

    def _is_open(self, article: Article) -> bool:
        """Tell whether *article*, in just this version, is on the page."""
        now = self._screen.article
        return now is not None and (now.id, now.version) == (article.id, article.version)

    # What is said of a fact

    def dismiss(self) -> None:
        """Say that what stands at the cursor is no fact; of one that was dismissed, that it is."""
        finding = self._screen.side.facts.finding
        if finding is None:
            self._screen.tell("there is no fact here")
        elif finding.is_dismissed:
            self._restore(finding)
        else:
            self._dismiss(finding, finding.first, whole=True)

    def ask_kind(self) -> None:
        """Ask what the thing at the cursor is, or this one mention of it."""
        panel = self._screen.side.facts
        finding, fact = panel.finding, panel.chosen
        if finding is None or fact is None:
            self._screen.tell("there is no fact here")
            return
        if finding.is_dismissed:
            self._restore(finding)
            return
        rows = list(_kind_rows(fact, whole=True))
        if len(finding.facts) > 1:
            at = finding.facts.index(fact) + 1
            title = f"Only mention {at} of {len(finding.facts)}, “{fact.text}”"
            rows += [Row(title, style="group", selectable=False), *_kind_rows(fact, whole=False)]

        def settle(row: Row) -> None:
            kind, whole = row.key
            if kind is None:
                self._dismiss(finding, fact, whole=whole)
            else:
                self._retype(finding, fact, kind, whole=whole)

        question = f"What is “{words_of(finding)}”?"
        self._screen.chooser.open(question, rows, settle, back=panel.rows)

    def _dismiss(self, finding: Finding, fact: Fact, *, whole: bool) -> None:
        """Keep that *fact* is none."""

        def call(article: Article) -> None:
            self._screen.library.fact_book.dismiss(article, fact, whole=whole)

        self._save(call, f"dismissed: {words_of(finding)}; u brings it back")

    def _retype(self, finding: Finding, fact: Fact, kind: FactKind, *, whole: bool) -> None:
        """Keep that *fact* is of another kind."""

        def call(article: Article) -> None:
            self._screen.library.fact_book.retype(article, fact, kind, whole=whole)

        self._save(call, f"{words_of(finding)} is {dict(KINDS)[kind]}; u takes it back")

    def _restore(self, finding: Finding) -> None:
        """Take back that a thing is no fact."""

        def call(article: Article) -> None:
            self._screen.library.fact_book.bring_back(article, finding.first)

        self._save(call, f"brought back: {words_of(finding)}")

    def _save(self, call: Callable[[Article], None], told: str) -> None:
        """Keep what is said of a fact of the open article, then list its facts anew."""
        screen = self._screen
        article = screen.article
        if article is None or not screen.may_change() or not screen.articles.join():
            return

        def saved(_: None) -> None:
            screen.tell(told)
            self._look(article)
            if screen.side.display and not screen.busy:
                screen.set_focus(screen.side.facts.rows)

        screen.background.save(lambda: call(article), saved)

    # The list

    def ask_filter(self) -> None:
        """Ask for words that the listed facts should have; the list follows as they are typed."""
        screen = self._screen
        before = screen.side.facts.filter

        def back() -> None:
            screen.set_focus(screen.side.facts.rows)
            screen.refresh_status()

        def leave() -> None:
            screen.side.narrow_facts(before)
            back()

        screen.prompt.ask(
            "facts with:",
            lambda _: back(),
            answer=before,
            typed=screen.side.narrow_facts,
            left=leave,
            example="words of a fact, as “percent” or a name; nothing lists all",
        )

    def cancel(self) -> bool:
        """List all facts again when they are narrowed; tell whether they were."""
        narrowed = self.has_keys and bool(self._screen.side.facts.filter)
        if narrowed:
            self._screen.side.narrow_facts("")
        return narrowed


def _kind_rows(fact: Fact, *, whole: bool) -> list[Row]:
    """Return a row for each thing that *fact* may be."""
    rows = [Row(told.capitalize(), (kind, whole), 1) for kind, told in KINDS if kind != fact.kind]
    return [*rows, Row("No fact at all", (None, whole), 1, sign="✗")]
