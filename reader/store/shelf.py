"""The TinyDB files of a data directory: read with care, replaced whole, put right when damaged."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import DamagedError, ReadOnlyError, StoreError
from reader.store.absence import Counts, is_short
from reader.store.documents import is_newer, number_of
from reader.store.encoding import (
    SCHEMA,
    TABLE_NAMES,
    DamageError,
    Sheet,
    decode,
    encode,
    sides,
)
from reader.store.files import Staged, holds, read_bytes, refusal, replace_file, stage, words_of
from reader.store.journal import Journal
from reader.store.layout import Layout, TableFile
from reader.store.model import Document, Table
from reader.store.repair import latest, quarantine, recover

_KEPT = 32
"""How many files are remembered, so that a file left alone since is not parsed again."""

_AT_ONCE = 128
"""How many documents are read together."""


@dataclass(slots=True)
class Shelf:
    """Reads and replaces files of tables; everything it has to say goes into ``notices``."""

    layout: Layout
    journal: Journal
    lock: AbstractContextManager[object]
    notices: list[str]
    pending: dict[tuple[Table, str], dict[str, Document]] = field(default_factory=dict)
    """Documents of the journal that could not be written to their files yet."""
    swept: int = 0
    """Up to when the folders were looked through for litter; see ``sweep``."""
    latest: str | None = None
    """When this device's last record was made; None until somebody asks."""
    files: Counts = field(default_factory=dict)
    """How many files the folders held at the last checkpoint that this process knows of."""
    said: set[str] = field(default_factory=set)
    """What was among the notices before; nothing is said twice."""
    _sheets: dict[Path, Sheet] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def say(self, notice: str) -> None:
        """Put *notice* among the notices, unless it was there before."""
        if notice not in self.said:
            self.said.add(notice)
            self.notices.append(notice)

    def load(self, file: TableFile, *, keep: bool = True) -> Sheet:
        """Return the sound content of *file*, repairing it when it is damaged.

        Args:
            file: the file, which may not exist.
            keep: whether the content is remembered for the next time.

        Raises:
            StoreError: if the system does not let it be read.
        """
        sheet = self._sheets.get(file.path)
        try:
            if sheet is not None and holds(file.path, sheet.raw):
                return self._completed(file, sheet)
            raw = read_bytes(file.path)
        except OSError as error:
            raise refusal(self.layout.relative(file.path), error) from error
        if raw is None and self._is_lost(file):
            return self._completed(file, self._brought_back(file))
        sheet = self._checked(file, raw)
        if keep and raw is not None:
            self.remember(file.path, sheet)
        return self._completed(file, sheet)

    def documents(self, file: TableFile, *, keep: bool = True) -> Iterator[Document]:
        """Return the documents of *file* in the order of their numbers, a few read at a time."""
        return _rows(self.load(file, keep=keep), file.table)

    def document(self, table: Table, article: str, key: str) -> Document | None:
        """Return one document, or None when there is none; it must not be altered."""
        sheet = self.load(self.layout.table_file(table, article))
        return sheet.document(table, str(number_of(table, key)))

    def stage(self, file: TableFile, documents: Iterable[tuple[str, Document]]) -> "StagedSheet":
        """Write *file* with *documents*, by key, put in, beside the one that stands.

        Raises:
            OSError: if that fails; nothing is left behind.
            ReadOnlyError: if a newer version wrote the file.
            DamagedError: if it is damaged and could not be put right.
        """
        changed = self._changed(file, self._writable(file), list(documents))
        return StagedSheet(self, changed, stage(file.path, changed.raw))

    def write(self, file: TableFile, documents: Iterable[tuple[str, Document]]) -> None:
        """Put *documents*, by key, into *file* and make it durable.

        Raises:
            OSError: if that fails; the file is then as it was.
        """
        changed = self._changed(file, self._writable(file), list(documents))
        replace_file(file.path, changed.raw)
        self.remember(file.path, changed)

    def waiting(self, table: Table) -> list[TableFile]:
        """Return the files of *table* that wait for documents of the journal."""
        places = sorted(article for kind, article in self.pending if kind == table)
        return [self.layout.table_file(table, article) for article in places]

    def remove(self, file: TableFile) -> None:
        """Remove *file* for good.

        Raises:
            OSError: if the system refuses.
        """
        self.forget(file.path)
        self.pending.pop((file.table, file.article), None)
        file.path.unlink(missing_ok=True)

    def remember(self, path: Path, sheet: Sheet) -> None:
        """Remember *sheet*, and let go of the one remembered longest."""
        with self._guard:
            self._sheets.pop(path, None)
            self._sheets[path] = sheet
            if len(self._sheets) > _KEPT:
                del self._sheets[next(iter(self._sheets))]

    def forget(self, path: Path) -> None:
        """Forget what *path* held."""
        with self._guard:
            self._sheets.pop(path, None)

    def _writable(self, file: TableFile) -> Sheet:
        """Return the content of *file*, which may be replaced.

        Raises:
            ReadOnlyError: if a newer version wrote it.
            DamagedError: if it is damaged and could not be put right.
        """
        sheet = self.load(file)
        if sheet.damaged:
            self.forget(file.path)
            sheet = self.load(file)
        if sheet.damaged:
            path, remedy = self.layout.relative(file.path), "run `reader doctor --repair`"
            raise DamagedError(path, "damaged and not repaired", remedy)
        if sheet.schema > SCHEMA:
            path = self.layout.relative(file.path)
            raise ReadOnlyError(path, "written by a newer version", "update newsmargin")
        return sheet

    def _changed(
        self, file: TableFile, sheet: Sheet, documents: Sequence[tuple[str, Document]]
    ) -> Sheet:
        """Return *sheet* with *documents* put in, encoded."""
        from reader.store.tables import replace_rows

        rows = [(number_of(file.table, key), document) for key, document in documents]
        tables = replace_rows(sheet.tables, TABLE_NAMES[file.table], rows)
        return encode(file.table, file.article, Sheet(tables=tables))

    def _checked(self, file: TableFile, raw: bytes | None) -> Sheet:
        """Return the content of *raw*, or what can be saved of it."""
        if raw is None:
            return Sheet()
        try:
            sheet = decode(raw, file.table)
        except DamageError:
            return self._mend(file, raw)
        if sheet.schema > SCHEMA:
            self._newer(file)
        return sheet

    def _is_lost(self, file: TableFile) -> bool:
        """Tell whether *file*, which is absent, seems to have been deleted from outside."""
        return file.path in self._sheets or is_short(self.layout, self.files, file)

    def _brought_back(self, file: TableFile) -> Sheet:
        """Write *file* anew from the journal, and say so; one that was purged stays away."""
        self.forget(file.path)
        documents = latest(self.journal, file.table, file.article)
        if not documents:
            return Sheet()
        sheet = self._changed(file, Sheet(), list(documents.items()))
        path, count = self.layout.relative(file.path), len(documents)
        try:
            with self.lock:
                if (again := read_bytes(file.path)) is not None:
                    return self._checked(file, again)
                replace_file(file.path, sheet.raw)
        except (OSError, StoreError) as error:
            problem = f"was deleted from outside and not written anew ({words_of(error)})"
            self.say(f"{path}: {problem}, {count} documents read from the journal")
            return sheet
        problem = f"was deleted from outside, {count} documents written anew from the journal"
        self.say(f"{path}: {problem}")
        return sheet

    def _newer(self, file: TableFile) -> None:
        """Say once that a newer version wrote *file*."""
        path = self.layout.relative(file.path)
        self.say(f"{path}: written by a newer version, only read; update newsmargin")

    def _mend(self, file: TableFile, raw: bytes) -> Sheet:
        """Put *file* right under the lock, unless another process already has."""
        try:
            with self.lock:
                again = read_bytes(file.path)
                if again != raw:
                    return self._checked(file, again)
                return self._replaced(file, raw)
        except (OSError, StoreError) as error:
            recovered = recover(file, raw, self.journal)
            problem = f"damaged and not repaired ({words_of(error)}), {recovered.told()}"
            self.say(f"{self.layout.relative(file.path)}: {problem}")
            return Sheet(raw, recovered.sheet.tables, damaged=True)

    def _replaced(self, file: TableFile, raw: bytes) -> Sheet:
        """Keep the damaged bytes, write what was saved, and say so."""
        recovered = recover(file, raw, self.journal)
        kept = quarantine(self.layout, file.path, raw)
        for number, side in enumerate(sides(raw)):
            # The next start takes from it what only one of them said, as from a device's copy.
            replace_file(file.path.with_name(f"{file.path.stem}.sync-conflict-{number}.json"), side)
        replace_file(file.path, recovered.sheet.raw)
        where = self.layout.relative(kept)
        path = self.layout.relative(file.path)
        self.say(f"{path}: damaged, {recovered.told()}; the damaged file is kept in {where}")
        return recovered.sheet

    def _completed(self, file: TableFile, sheet: Sheet) -> Sheet:
        """Return *sheet* with what the journal holds beyond it and no disk would take."""
        pending = self.pending.get((file.table, file.article))
        if not pending:
            return sheet
        newer = [
            (key, document)
            for key, document in pending.items()
            if is_newer(document, sheet.document(file.table, str(number_of(file.table, key))))
        ]
        return self._changed(file, sheet, newer) if newer else sheet


def _rows(sheet: Sheet, table: Table) -> Iterator[Document]:
    """Yield the documents of *sheet*; read all at once they would take ten times their bytes."""
    if not (numbers := sheet.numbers(table)):
        return
    from reader.store.tables import read_rows

    for first in range(0, len(numbers), _AT_ONCE):
        some = sheet.documents(table, numbers[first : first + _AT_ONCE])
        yield from read_rows(some, TABLE_NAMES[table])


@dataclass(frozen=True, slots=True)
class StagedSheet:
    """A file of tables that is written and waits to take its place."""

    shelf: Shelf
    sheet: Sheet
    file: Staged

    def replace(self) -> None:
        """Let it take its place."""
        self.file.replace()
        self.shelf.remember(self.file.path, self.sheet)

    def waits(self) -> bool:
        """Tell whether it has not taken its place yet."""
        return self.file.temporary.exists()

    def discard(self) -> None:
        """Take it away again."""
        self.file.discard()
