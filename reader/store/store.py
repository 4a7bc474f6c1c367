"""The store: what the library keeps, and the promise that none of it is lost."""

import contextlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.errors import NotFoundError, StoreError
from reader.store import articles, recovery, transaction, undo
from reader.store.documents import content, key_of
from reader.store.files import told, words_of
from reader.store.idle import Idle
from reader.store.listing import live_marks, mark_of, readable
from reader.store.locate import article_of
from reader.store.model import OF_ARTICLES, Change, Finding, Restored, Step
from reader.store.opening import open_directory
from reader.store.position import changed_since, position_of
from reader.store.records import Record, RecordKind
from reader.store.shape import sound

_CHECKPOINT_EVERY = 256
_IDLE_S = 2.0
_REMEMBERED = 65_536
_NOT_SAVED = "nothing was saved"


class Store:
    """One data directory, open for reading and, where the system lets it, for writing.

    A change is durable when the call that makes it returns. Several copies of the program may
    have the same directory open; each sees what the others saved. The methods may be called from
    any thread.
    """

    def __init__(self, root: Path) -> None:
        """Open *root*, making it when needed, and make good what a crash left.

        Raises:
            StoreError: if nothing there can be read.
        """
        self.root = root
        self._opened = open_directory(root)
        self._layout = self._opened.layout
        self._journal = self._opened.journal
        self._lock = self._opened.lock
        self._shelf = self._opened.shelf
        self._committed = False
        self._since_checkpoint = 0
        self._every = _interval()
        self._where: dict[str, str] = {}
        self._own: set[str] = set()
        self._idle = Idle(_IDLE_S, self._rest)

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written here, or None when it can."""
        return self._opened.read_only

    def take_notices(self) -> list[str]:
        """Return what was repaired or worked round since the last call, each said once."""
        notices = list(self._shelf.notices)
        del self._shelf.notices[: len(notices)]
        return notices

    def commit(self, changes: Sequence[Change], label: str) -> Step:
        """Make *changes* as one step, all or none, durable when it returns.

        Args:
            changes: the documents to make or alter; those that would not change are left alone.
            label: what undo calls the step; empty for one that undo passes over.

        Raises:
            NotFoundError: if a mark that is to be altered does not exist.
            ReadOnlyError: if the store may not be written.
            StoreError: if a change cannot be, or the system refuses.
        """
        with self._writing():
            drafted = transaction.draft(self._shelf, changes)
            record = transaction.record_of(self._shelf, "step", label, drafted)
            if drafted:
                self._carry_out(record)
            return record.step()

    def undo(self, article: str | None = None) -> Step | None:
        """Take the last step back, of one article or of all; return it, or None for none."""
        with self._writing():
            while record := undo.last_done(self._journal, article):
                if self._reverse(record, "undo").changes:
                    return record.step()
            return None

    def redo(self, article: str | None = None) -> Step | None:
        """Make the step again that was taken back last; return it, or None for none."""
        with self._writing():
            while record := undo.last_undone(self._journal, article):
                made = self._reverse(record, "redo")
                if made.changes:
                    return made.step()
            return None

    def marks(self, article: str, *, deleted: bool = False) -> list[Mark]:
        """Return the marks of *article* by id; with *deleted* those deleted as well."""
        return list(self.each_mark(article, deleted=deleted))

    def each_mark(self, article: str, *, deleted: bool = False) -> Iterator[Mark]:
        """Yield the same, a few read at a time: thousands held together take megabytes."""
        documents = self._shelf.documents(self._layout.table_file("notes", article))
        return live_marks(documents, deleted=deleted)

    def mark(self, mark_id: str) -> Mark:
        """Return one mark, deleted or not.

        Raises:
            NotFoundError: if there is none.
        """
        article = self._where.get(mark_id) or self._located(mark_id)
        document = self._shelf.document("notes", article, mark_id)
        if document is None:
            raise NotFoundError(mark_id, "no such mark")
        self._where[mark_id] = article
        try:
            return mark_of(document)
        except KeyError:
            raise NotFoundError(mark_id, "no such mark, but a damaged one") from None

    def all_marks(self, *, deleted: bool = False) -> Iterator[Mark]:
        """Yield the marks of all articles, by article and by id; memory does not grow."""
        self._look_again()
        for _, documents in readable(self._shelf, "notes"):
            yield from live_marks(documents, deleted=deleted)

    def state(self, article: str) -> dict[str, Any]:
        """Return what is known of *article*; empty when nothing is."""
        document = self._shelf.document("state", article, "state")
        return deepcopy(content(sound("state", document))) if document else {}

    def states(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield every article's id and what is known of it, by id."""
        self._look_again()
        for article, documents in readable(self._shelf, "state"):
            for document in documents:
                if body := content(sound("state", document)):
                    yield article, body

    def library(self) -> dict[str, dict[str, Any]]:
        """Return the entries of the library by key."""
        file = self._layout.table_file("library", "")
        documents = [sound("library", each) for each in self._shelf.documents(file)]
        bodies = {key_of("library", each): deepcopy(content(each)) for each in documents}
        return {key: body for key, body in sorted(bodies.items()) if body}

    def put_article(self, article: Article, source: bytes | None = None) -> bool:
        """Keep a version of an article, with its *source*; return whether it is new."""
        with self._writing():
            return articles.put(self._layout, article, source)

    def article(
        self, article_id: str, version: str | None = None, *, markdown: bool = True
    ) -> Article:
        """Return a version of an article, the one put last unless *version* names one.

        Without *markdown* its Markdown is left out, which takes as much room as its text.

        Raises:
            NotFoundError: if there is none.
            DamagedError: if its file is damaged.
        """
        return articles.get(self._layout, article_id, version, markdown=markdown)

    def versions(self, article_id: str) -> list[str]:
        """Return the versions of an article, the one put first first."""
        with told(article_id):
            return articles.versions(self._layout, article_id)

    def kept(self, article_id: str) -> list[tuple[str, str]]:
        """Return the versions of an article, and when each was put; empty where nobody knows."""
        with told(article_id):
            return articles.kept(self._layout, article_id)

    def purge_article(self, article_id: str) -> None:
        """Remove an article, its marks and its state for good; undo does not bring them back."""
        with self._writing():
            record = transaction.record_of(self._shelf, "purge", "", (), article=article_id)
            self._carry_out(record)
            try:
                for table in OF_ARTICLES:
                    self._shelf.remove(self._layout.table_file(table, article_id))
                articles.remove(self._layout, article_id)
            except OSError as error:
                problem = f"purged, but not all of its files are gone ({words_of(error)})"
                self._shelf.say(f"{article_id}: {problem}; the next start removes them")

    def position(self) -> str:
        """Return where the journal ends now, for ``changed_since``."""
        with told("history"):
            return position_of(self._journal.sizes())

    def settled_position(self) -> str:
        """Return the position when nobody is in the middle of a change.

        The files then hold all that the journal does up to there, and may be read.
        """
        held = self._lock if self.read_only is None else contextlib.nullcontext()
        with held:
            return self.position()

    def changed_since(self, position: str, *, own: bool = True) -> frozenset[str] | None:
        """Return the articles that any process changed since *position*; "" is the library.

        Without *own* what this store itself saved is left out. None means that it cannot be told,
        and everything must be read again.
        """
        with told("history"):
            return changed_since(self._journal, position, frozenset() if own else self._own)

    def checkpoint(self) -> None:
        """Make the files durable that so far only the journal answers for.

        What the system refuses is told among the notices; the journal holds everything.
        """
        if self.read_only is not None:
            return
        try:
            with self._lock:
                recovery.checkpoint(self._shelf)
                self._since_checkpoint = 0
        except (OSError, StoreError) as error:
            self._since_checkpoint = 0
            problem = f"checkpoint postponed ({words_of(error)})"
            remedy = "nothing is lost, but see to the disk"
            self._shelf.say(f"history/checkpoint.json: {problem}; {remedy}")

    def doctor(self, *, repair: bool = False) -> list[Finding]:
        """Return what is wrong in the directory; with *repair* put right what can be.

        Nothing is ever deleted: damaged bytes go to quarantine.
        """
        from reader.store.doctor import examine

        held = self._writing() if repair and self.read_only is None else contextlib.nullcontext()
        with told(str(self.root)), held:
            return examine(self._shelf, repair=repair)

    def backups(self) -> list[Path]:
        """Return the daily archives, the latest first."""
        from reader.store.backup import archives

        return archives(self._layout)

    def merge_backup(self, name: str) -> Restored:
        """Take from the backup *name* what is newer there or missing here, in one step.

        Args:
            name: the day or the name of one of ``backups``, or the path of any archive.

        Raises:
            NotFoundError: if there is no such backup.
            StoreError: if it is none, or the store cannot be written.
        """
        from reader.store.backup import contents, find
        from reader.store.merge import merge_archive

        archive = find(self._layout, name)
        with self._writing():
            files = contents(self._layout, archive)
            changes = merge_archive(self._shelf, archive.name, files)
            self._committed = self._committed or bool(changes)
            self._since_checkpoint += len(changes)
        self.checkpoint()
        live = Counter(change.table for change in changes if not change.after.get("deleted"))
        return Restored(live["notes"], live["state"], live["library"])

    def close(self) -> None:
        """Make everything durable and let go of the directory."""
        self._idle.stop()
        if self._since_checkpoint:
            self.checkpoint()
        if self._committed:
            self._try_back_up(small=True)
        self._lock.close()

    def _rest(self) -> None:
        """Do what may wait until nobody saves anything."""
        self.checkpoint()
        self._try_back_up(small=False)

    def _try_back_up(self, *, small: bool) -> None:
        """Write today's archive, or say why there is none; give it up when the store closes.

        With *small* it is written only when that takes no time worth speaking of, but then whole.
        """
        from reader.store.backup import back_up_if_due

        try:
            back_up_if_due(self._layout, lambda: self._idle.stopped and not small, small=small)
        except StoreError as error:
            self._shelf.say(str(error))

    def _look_again(self) -> None:
        """Bring back files that somebody deleted; that they cannot be is no reason to fail."""
        if self.read_only is None:
            with contextlib.suppress(OSError, StoreError):
                recovery.look_again(self._shelf)

    def _located(self, mark_id: str) -> str:
        """Return the article of a mark; nobody shortens the journal meanwhile."""
        held = self._lock if self.read_only is None else contextlib.nullcontext()
        with told("history"), held:
            return article_of(self._shelf, mark_id)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, and tell what the system refuses."""
        with told(str(self.root), _NOT_SAVED), self._lock:
            try:
                yield
            except RecursionError as error:
                raise StoreError(
                    str(self.root), "nested too deep to be saved", _NOT_SAVED
                ) from error

    def _carry_out(self, record: Record) -> None:
        """Make *record* durable."""
        self._own.add(record.id)
        transaction.carry_out(self._shelf, record)
        if len(self._where) > _REMEMBERED:
            self._where.clear()
        self._where.update((c.key, c.article) for c in record.changes if c.table == "notes")
        self._committed = True
        self._since_checkpoint += 1
        if self._since_checkpoint >= self._every:
            self.checkpoint()
        else:
            self._idle.stir()

    def _reverse(self, record: Record, kind: RecordKind) -> Record:
        """Take *record* back, or make it again, as a record of its own."""
        patches = undo.reversal(record, self._shelf)
        changes = transaction.reversed_changes(self._shelf, patches)
        of = record.of or record.id
        about = min(record.articles)
        made = transaction.record_of(self._shelf, kind, record.label, changes, of=of, article=about)
        self._carry_out(made)
        return made


def _interval() -> int:
    """Return how many records make a checkpoint; the environment may say."""
    given = os.environ.get("NEWSMARGIN_CHECKPOINT_EVERY", "")
    return int(given) if given.isdecimal() else _CHECKPOINT_EVERY
