"""Full-text search over articles and marks, in the file of the catalogue."""

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.article.digests import blake2s
from reader.search import asking, database, suggestion, texts
from reader.search.alike import Alike, alike
from reader.search.documents import Document, article_document, note_document
from reader.search.findable import Findable, Findables
from reader.search.hit import Hit, Where
from reader.search.query import Query
from reader.search.scan import scan

Progress = Callable[[int, int], None]
"""Told now and then how many articles of how many are indexed."""

Result = TypeVar("Result")

_MOMENT_S = 0.2
"""How long an answer may wait for the index while the query is being typed."""

_PATIENCE_S = 2.0
"""How long an answer may wait that nobody waits for."""

_BATCH = 64
_BATCH_BYTES = 150_000
"""What is written in one step: little enough that no list of another copy waits for it."""

_TRIES = 3
_DAMAGE = (sqlite3.DatabaseError, zlib.error, ValueError, TypeError)
"""What a file raises whose bytes are not those that were written."""


class _ReplacedError(Exception):
    """Another file stands where the one was that is open; the journal would be taken for its."""


class _Ready(NamedTuple):
    """What indexing an article comes to."""

    number: int
    """The number under which it was noted."""
    entries: tuple[texts.Entry, ...]
    """The documents that are new or changed."""
    gone: tuple[int, ...]
    """The documents that are not there any more, or were otherwise."""


class TextIndex:
    """Finds articles and marks by the words in them. Any thread may ask.

    Each question opens the file for itself and first catches up with the store: with the articles
    that changed, or with all when the file is new, damaged or lost. That goes in short steps, and
    what one copy of the program did no other does again. Without a file that can be written, or
    without full-text search in SQLite, every text is read instead: slowly, with the same result.
    """

    def __init__(self, records: Findables, file: Path) -> None:
        self._records = records
        self._file = file

    def search(
        self,
        text: str,
        *,
        where: Where = "all",
        limit: int = 50,
        typing: bool = False,
        progress: Progress | None = None,
    ) -> list[Hit]:
        """Return what the query *text* finds, the best first; ``Query.parse`` tells its language.

        Args:
            text: what is asked for; anything may stand in it.
            where: what is searched.
            limit: how many are returned at most.
            typing: whether the query is still being typed. Its last word is then taken for the
                start of one, and what the index lacks is left out when it takes long to add.
            progress: told how far the index has come.
        """
        query = Query.parse(text, typing=typing)
        if not query.clauses or limit <= 0:
            return []
        seconds = _MOMENT_S if typing else None
        found = self._ask(
            lambda db: asking.find(db, query, where, limit), seconds=seconds, progress=progress
        )
        return scan(self._records, query, where, limit) if found is None else found

    def did_you_mean(self, text: str) -> str | None:
        """Return the query *text* with its unknown words made known ones; None when none is like.

        For a query that found nothing.
        """
        return self._ask(lambda db: suggestion.suggestion(db, text), seconds=0.0)

    def alike(self, article: str, title: str, text: str) -> list[Alike]:
        """Return which articles tell the same story as *article*, the likest first.

        What the index lacks is left out when it takes long to add.
        """
        return self._ask(lambda db: alike(db, article, title, text), seconds=_PATIENCE_S) or []

    def index(self, *, seconds: float | None = None, progress: Progress | None = None) -> int:
        """Bring the index up to date, for *seconds* at most; return how many articles it lacks.

        For a thread that has nothing else to do. Nobody waits for it longer than for one step.
        """
        return self._ask(texts.count_awaiting, seconds=seconds, progress=progress) or 0

    def _ask(
        self,
        question: Callable[[sqlite3.Connection], Result],
        *,
        seconds: float | None,
        progress: Progress | None = None,
    ) -> Result | None:
        """Return the answer of the index, caught up for *seconds* at most; None without one.

        A damaged file is made again once. One that cannot be written answers only when it is up
        to date, or when there was no time to bring it up to date anyway.
        """
        if not database.make_room(self._file):
            return None
        for _ in range(_TRIES):
            opened = database.identity(self._file)
            try:
                with closing(database.connect(self._file)) as connection:
                    texts.prepare(connection, self._records.name)
                    self._catch_up(connection, opened, seconds, progress)
                    return question(connection)
            except _ReplacedError:
                continue
            except _DAMAGE as error:
                if _lacks_search(error) or not database.discard(self._file, error):
                    return None
        return None

    def _catch_up(
        self,
        connection: sqlite3.Connection,
        opened: tuple[int, int] | None,
        seconds: float | None,
        progress: Progress | None,
    ) -> None:
        """Index what changed, for *seconds* at most, while *opened* is the file in its place."""
        end = None if seconds is None else time.monotonic() + seconds
        try:
            self._note_changes(connection)
            total = texts.count_awaiting(connection)
            while (left := texts.count_awaiting(connection)) and not _is_past(end):
                if progress is not None:
                    progress(max(0, total - left), total)
                batch = texts.next_awaiting(connection, _BATCH)
                ready = self._ready(connection, batch, end)
                if database.identity(self._file) != opened:
                    raise _ReplacedError
                _write(connection, ready)
        except sqlite3.OperationalError as error:
            if seconds is None or not database.is_unusable(error):
                raise

    def _note_changes(self, connection: sqlite3.Connection) -> None:
        """Note which articles the store changed since that was last noted."""
        known = texts.read_meta(connection).get("position")
        if known == self._records.position():
            return
        position = self._records.settled_position()
        changed = None if known is None else self._records.changed_since(known)
        if changed is None:
            changed = frozenset({*self._records.ids(), *texts.indexed_articles(connection)})
        with database.step(connection):
            if texts.read_meta(connection).get("position") == known:  # else another copy noted it
                texts.await_articles(connection, sorted(changed - {""}))
                texts.write_meta(connection, position=position)

    def _ready(
        self, connection: sqlite3.Connection, batch: Sequence[tuple[int, str]], end: float | None
    ) -> list[_Ready]:
        """Return what indexing articles of *batch* comes to: as many as one step may write."""
        ready: list[_Ready] = []
        size = 0
        for number, article_id in batch:
            found = self._records.findable(article_id)
            known = texts.stored(connection, article_id)
            entries, kept = self._changed(found, known)
            gone = (old.number for mark, old in known.items() if mark not in kept)
            ready.append(_Ready(number, entries, tuple(gone)))
            size += sum(len(entry.body) for entry in entries)
            if size > _BATCH_BYTES or _is_past(end):
                break
        return ready

    def _changed(
        self, found: Findable | None, known: dict[str | None, texts.Stored]
    ) -> tuple[tuple[texts.Entry, ...], set[str | None]]:
        """Return the documents of an article that are not as they are *known*, and the others."""
        entries: list[texts.Entry] = []
        kept: set[str | None] = set()
        for mark, stamp, moment in _parts(found):
            if mark in known and known[mark].stamp == stamp:
                kept.add(mark)
            elif found is not None:
                document = self._document(found, mark)
                entries.append(texts.entry(document, stamp, moment))
        return tuple(entries), kept

    def _document(self, found: Findable, mark: str | None) -> Document:
        """Return the document of an article, or of one of its marks."""
        if mark is None:
            text = self._records.text(found.article, found.version or "")
            return article_document(found, text or "")
        return next(note_document(found, note) for note in found.notes if note.mark == mark)


def _parts(found: Findable | None) -> Iterator[tuple[str | None, str, str]]:
    """Yield what an article is indexed as: itself as None, then its marks, with stamp and moment.

    The stamp changes with all that can be found of the document.
    """
    if found is None:
        return
    about = found[:-1]
    if found.version is not None:
        yield None, _digest(about), found.moment
    for note in found.notes:
        yield note.mark, _digest((about, note)), note.moment


def _digest(value: object) -> str:
    """Return a short text that is another one for another *value*."""
    return blake2s(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _write(connection: sqlite3.Connection, ready: Sequence[_Ready]) -> None:
    """Write *ready* in one step, but for what another copy wrote meanwhile."""
    with database.step(connection):
        for number, entries, gone in ready:
            if not texts.is_awaiting(connection, number):
                continue
            for old in gone:
                texts.drop(connection, old)
            for new in entries:
                texts.add(connection, new)
            texts.done(connection, number)


def _is_past(end: float | None) -> bool:
    """Tell whether the time *end* is over; None never is."""
    return end is not None and time.monotonic() >= end


def _lacks_search(error: Exception) -> bool:
    """Tell whether *error* says that SQLite was built without full-text search."""
    return "no such module" in str(error)
