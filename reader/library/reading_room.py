"""The library: the front doors' only way to articles, marks and facts.

Each call is a use case; what it does stands in the module of its name, loaded late if seldom used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, Unpack

from reader import first_frame
from reader.article.identity import is_article_id
from reader.errors import ReaderError, StoreError
from reader.library import articles, marks, seeding, states
from reader.library.cards import is_held
from reader.library.feed_sections import feed_sections
from reader.library.names import resolve
from reader.library.outcome import Added
from reader.library.settings import Settings
from reader.library.sources import Sources, listed
from reader.library.watching import Watch
from reader.store import Store

if TYPE_CHECKING:
    from reader.annotations import Mark
    from reader.article.model import Article
    from reader.config import Config
    from reader.facts import Fact
    from reader.library.backups import Backups
    from reader.library.cleaning import Cleaning
    from reader.library.exchange import Exchange
    from reader.library.export_report import ExportReport
    from reader.library.exporting import Options
    from reader.library.fact_book import FactBook
    from reader.library.feeds import Feeds
    from reader.library.fields import MarkFields
    from reader.library.lost import LostMarks
    from reader.library.sources import About
    from reader.library.states import Corrections
    from reader.library.versions import Versions
    from reader.paths import Paths
    from reader.search import Catalogue, Conditions, Hit, Row, TextIndex, Where
    from reader.store import Finding, Step


class Library:
    """One library of articles and marks.

    Any thread may call it. A call that changes something is durable when it returns, and raises
    ``ReadOnlyError`` or another ``StoreError`` when that cannot be, as for a mark that is deleted.
    One that names what is not held raises ``NotFoundError``, and has then changed nothing.

    Every call reads or writes the disk. ``read`` and ``facts`` may take seconds, ``rows`` and
    ``all_marks`` a moment in a large library, the others a few milliseconds.
    """

    def __init__(self, store: Store, paths: Paths, config: Config) -> None:
        self._store = store
        self._paths = paths
        self._config = config
        self.settings = Settings(store)
        self._sources = Sources(config, lambda article: self.cleaning.clean(article))
        self._watch = Watch(store)
        self._opened_at = store.position()

    @classmethod
    def open(cls, paths: Paths, config: Config) -> Self:
        """Open the library at *paths*; it is made when it does not exist.

        Costs the same however many articles it holds. Raises StoreError if nothing can be read.
        """
        return cls(Store(paths.data), paths, config)

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed; None when it can."""
        return self._store.read_only

    def take_notices(self) -> list[str]:
        """Return what was repaired or passed over since the last call, a line each."""
        return self._store.take_notices()

    # What it holds
    @cached_property
    def _catalogue(self) -> Catalogue:
        """The rows of all articles; the first text stands before they are asked for."""
        from reader.library.records import catalogue_of

        return catalogue_of(self._store, self._paths.index_file)

    def rows(self, **conditions: Unpack[Conditions]) -> list[Row]:
        """Return the rows of articles that fit all *conditions*, the latest first; reads none."""
        return self._catalogue.rows(**conditions)

    def row(self, article_id: str) -> Row | None:
        """Return the row of one article, or None when it is not held. Reads no article."""
        return self._catalogue.row(article_id)

    def holds(self, article_id: str) -> bool:
        """Tell whether the library holds the article, be it in the trash."""
        return is_article_id(article_id) and is_held(self._store.state(article_id))

    def article(
        self, article_id: str, version: str | None = None, *, markdown: bool = True
    ) -> Article:
        """Return a held article with its corrections, in its newest version unless one is named.

        Without *markdown* it takes half the room. DamagedError if its file cannot be read.
        """
        return articles.article(self._store, article_id, version, markdown=markdown)

    @cached_property
    def versions(self) -> Versions:
        """The versions of articles, which have calls of their own."""
        from reader.library.versions import Versions

        return Versions(self._store)

    def resolve(self, name: str) -> str:
        """Return the held article meant by its id, the start of one, its address or its file."""
        return resolve(name, self._store, lambda: self._catalogue)

    @cached_property
    def texts(self) -> TextIndex:
        """The index of the text, which is brought up to date and asked by its own calls."""
        from reader.library.search import text_index

        return text_index(self._store, self._paths)

    def search(
        self, query: str, *, where: Where = "all", limit: int = 50, typing: bool = False
    ) -> list[Hit]:
        """Return what *query* finds in articles and marks, the best first; see ``TextIndex``."""
        return self.texts.search(query, where=where, limit=limit, typing=typing)

    # What comes in
    def read(self, source: str | bytes, **about: Unpack[About]) -> Article:
        """Return the article that *source* is, storing nothing.

        A text is a path or an address on the web; bytes are the document itself.

        Raises:
            ReaderError: if it cannot be read, or is no article.
        """
        return self._sources.read(source, **about)

    def sources(self, source: str) -> list[str]:
        """Return the readable files of the folder *source*, sorted; of anything else, itself."""
        return listed(source)

    def keep(
        self, article: Article, *, section: str | None = None, tags: Iterable[str] = ()
    ) -> Added:
        """Put an article that was read into the library.

        Another text of an article it holds becomes its newest version, and its marks are placed
        in it. An article in the trash comes back.

        Raises:
            StoreError: if the store cannot be written.
        """
        source = self._sources.bytes_of(article)
        added = articles.keep(self._store, article, source, section=section, tags=tags)
        self._sources.forget(article)
        return added

    def add(
        self,
        source: str | bytes,
        *,
        section: str | None = None,
        tags: Iterable[str] = (),
        **about: Unpack[About],
    ) -> Added:
        """Read *source* and keep it; whatever is wrong with it is told in what is returned."""
        try:
            return self.keep(self.read(source, **about), section=section, tags=tags)
        except ReaderError as error:
            return Added(None, None, "failed", str(error), error.exit_code)

    def add_all(
        self,
        sources: Sequence[str | bytes],
        *,
        section: str | None = None,
        tags: Iterable[str] = (),
        **about: Unpack[About],
    ) -> Iterator[Added]:
        """Add *sources* in their order, each before it is yielded; files are read side by side."""
        reads = self._sources.read_many(sources, **about)
        return articles.keep_all(self._store, reads, section=section, tags=tags)

    def refresh(self, article_id: str) -> Added:
        """Read an article's own source again, as that article; trouble is told in the answer."""
        try:
            source = articles.source_of(self._store, article_id)
            return self.keep(self._sources.read(source, known_as=article_id))
        except ReaderError as error:
            return Added(article_id, None, "failed", str(error), error.exit_code)

    def feed_sections(self) -> list[str]:
        """Return the sections that the articles of feeds go into, sorted."""
        return feed_sections(self._store)

    @cached_property
    def cleaning(self) -> Cleaning:
        """What the user says of lines that were left out, which has calls of its own."""
        from reader.library.cleaning import Cleaning

        return Cleaning(self._store)

    @cached_property
    def feeds(self) -> Feeds:
        """The subscriptions, which have calls of their own."""
        from reader.library.feeds import Feeds

        return Feeds(self._store, self._paths, self._config, self._sources)

    @cached_property
    def exchange(self) -> Exchange:
        """What other programs' files give, which has calls of its own."""
        from reader.library.exchange import Exchange

        profile = self._config.export_profile
        return Exchange(self._store, self._catalogue, self._sources, self.feeds, profile)

    @property
    def is_new(self) -> bool:
        """Whether it has never held anything, or was not given all of the samples yet."""
        return seeding.is_new(self._store)

    def seed_one(self) -> Added | None:
        """Add the next of the bundled samples, the tour first; None when all were given.

        Raises:
            ResourceError: if the installation lacks the samples.
            StoreError: if the store cannot be written.
        """
        return seeding.seed_one(self._store, self.add)

    # What the user says of articles
    def state(self, article_id: str) -> dict[str, Any]:
        """Return what is known of an article: its card, and what the user said of it."""
        return self._store.state(article_id)

    def set_state(self, article_ids: Sequence[str], label: str, **fields: Any) -> None:
        """Set *fields* of articles in one step called *label*; undo passes over an empty one."""
        states.set_state(self._store, article_ids, label, fields)

    def retag(self, article_ids: Sequence[str], added: Iterable[str], gone: Iterable[str]) -> None:
        """Give articles the tags *added* and take those *gone*, in one step."""
        states.retag(self._store, article_ids, added, gone)

    def correct(self, article_id: str, **corrections: Unpack[Corrections]) -> None:
        """Correct what the source says of itself, for this version and those to come.

        None leaves a field as it is; an empty value goes back to what the source says.

        Raises UsageError if ``published`` is no date.
        """
        states.correct(self._store, article_id, corrections)

    def remove(self, article_ids: Sequence[str], *, purge: bool = False) -> None:
        """Move articles to the trash with their marks, or *purge* them for good."""
        articles.remove(self._store, article_ids, purge=purge)
        if purge:
            self.fact_book.forget(article_ids)
            first_frame.forget(self._paths.cache)

    def restore(self, article_ids: Sequence[str]) -> None:
        """Take articles back out of the trash."""
        articles.restore(self._store, article_ids)

    # Marks
    def marks(self, article_id: str) -> list[Mark]:
        """Return the live marks of an article as they are read, those without a place last."""
        return marks.placed_marks(self._store, article_id)

    def mark(self, mark_id: str) -> Mark:
        """Return a mark as it is stored, be it deleted."""
        return self._store.mark(mark_id)

    def all_marks(self) -> Iterator[Mark]:
        """Yield every live mark as it is stored, by article. Reads all of them."""
        return self._store.all_marks()

    def annotate(self, article_id: str, **fields: Unpack[MarkFields]) -> Mark:
        """Mark a passage: the range from ``start`` to ``end``, or where the ``quote`` stands.

        Neither makes a note on the whole article, or on the mark that it is a ``reply_to``. A
        quote that is not in the article, or whose article is not held, makes an unplaced mark.
        ``status`` and the other fields of a claim make it one.

        Raises:
            UsageError: if a field has a value that marks do not have.
            SpanError: if the article has no such range.
        """
        return marks.annotate(self._store, article_id, fields)

    def change_mark(self, mark_id: str, **fields: Unpack[MarkFields]) -> Mark:
        """Set *fields* of a mark; ``start`` and ``end`` move it, ``parts`` replace all it has.

        Raises:
            UsageError: if a field has a value that marks do not have.
            SpanError: if the article has no such range.
        """
        return marks.change_mark(self._store, mark_id, fields)

    def delete_mark(self, mark_id: str) -> None:
        """Delete a mark; undo brings it back."""
        marks.delete_mark(self._store, mark_id)

    @cached_property
    def lost(self) -> LostMarks:
        """The marks without a place, which have calls of their own."""
        from reader.library.lost import LostMarks

        return LostMarks(self._store)

    # Steps back and forth
    def travel(self, article_id: str | None = None, *, back: bool) -> Step | None:
        """Take the last step back, of one article or of all, or make it again; return it."""
        return (self._store.undo if back else self._store.redo)(article_id)

    def undo(self, article_id: str | None = None) -> str | None:
        """Take the last step back; return what it is called, None when there is none."""
        return step.label if (step := self.travel(article_id, back=True)) else None

    def redo(self, article_id: str | None = None) -> str | None:
        """Take the last undone step again; return what it is called, None when there is none."""
        return step.label if (step := self.travel(article_id, back=False)) else None

    # The rest
    @cached_property
    def fact_book(self) -> FactBook:
        """What is known of the facts of articles, which has calls of its own."""
        from reader.library.fact_book import FactBook

        return FactBook(self._store, self._paths, self._config)

    def facts(self, article: Article) -> list[Fact]:
        """Return what *article* says, tied to its text; see ``FactBook``."""
        return self.fact_book.facts_of(article)

    def export_text(
        self, article_ids: Sequence[str], form: str | None = None, *, facts: bool = False
    ) -> str:
        """Return the notes on articles in the format *form*, else that of the configuration."""
        from reader.library import export_data

        form = form or self._config.export_profile
        return export_data.export_text(self._store, article_ids, form, facts=facts)

    def export_to(
        self, folder: Path, article_ids: Iterable[str], **options: Unpack[Options]
    ) -> ExportReport:
        """Write the notes on each article into its file below *folder*, merged with its edits."""
        from reader.library import exporting

        target = exporting.Target.of(folder, options, self._config.export_profile)
        index = target.index(self._store, self._paths.cache) if options.get("alone") else None
        progress = options.get("progress")
        return exporting.export_to(self._store, article_ids, target, progress, index)

    def poll(self) -> frozenset[str]:
        """Return the ids of articles that another running copy changed since the last poll.

        The empty id stands for the library's own settings. One look at the disk when none did.
        """
        return self._watch.changed()

    def doctor(self, *, repair: bool = False) -> list[Finding]:
        """Return what is wrong in the data directory and the index, mended with *repair*."""
        from reader.library.search import index_findings

        found = self._store.doctor(repair=repair)
        return [*found, *index_findings(self._paths, repair=repair)]

    @cached_property
    def backups(self) -> Backups:
        """The daily archives of what the user made, which have calls of their own."""
        from reader.library.backups import Backups

        return Backups(self._store)

    def close(self) -> None:
        """Bring the catalogue up to date and let go of everything; may be called again."""
        self._sources.close()
        if "fact_book" in self.__dict__:
            self.fact_book.close()
        with suppress(StoreError):  # then the next to list the library does it
            if self._store.position() != self._opened_at:
                self._catalogue.refresh()
                self._opened_at = self._store.position()
        if "_catalogue" in self.__dict__:
            self._catalogue.close()
        self._store.close()
