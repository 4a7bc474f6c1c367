"""Putting a damaged file right from what can still be read of it and from the journal."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.store.documents import is_newer, number_of
from reader.store.encoding import TABLE_NAMES, Sheet, encode, salvage, sides
from reader.store.files import replace_file
from reader.store.journal import Journal
from reader.store.layout import Layout, TableFile
from reader.store.model import Document, Table


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be saved of a damaged file."""

    sheet: Sheet
    salvaged: int
    """How many documents the file itself still held."""
    restored: int
    """How many more, or newer ones, the journal had."""

    def told(self) -> str:
        """Return what was recovered, in words."""
        count = self.salvaged + self.restored
        return f"{count} of its documents recovered, {self.restored} from the journal"


def recover(file: TableFile, raw: bytes, journal: Journal) -> Recovered:
    """Return the documents of a damaged file, the newest of each that bytes or journal hold."""
    documents = _salvaged(file, raw)
    salvaged = len(documents)
    restored = 0
    for key, document in latest(journal, file.table, file.article).items():
        number = str(number_of(file.table, key))
        if is_newer(document, documents.get(number)):
            salvaged -= number in documents
            restored += 1
            documents[number] = document
    sheet = Sheet(tables={TABLE_NAMES[file.table]: {**documents}})
    sheet = encode(file.table, file.article, sheet)
    return Recovered(sheet, salvaged, restored)


def _salvaged(file: TableFile, raw: bytes) -> dict[str, Document]:
    """Return the sound documents of *raw*; where Git mixed two versions, the later of each."""
    documents = salvage(raw, file.table)
    for side in sides(raw):
        for number, document in salvage(side, file.table).items():
            if is_newer(document, documents.get(number)):
                documents[number] = document
    return documents


def latest(journal: Journal, table: Table, article: str) -> dict[str, Document]:
    """Return the newest document of every key that the journal knows of one file."""
    records = list(journal.about(article or table))
    purges = [record.at for record in records if record.kind == "purge"]
    purged = max(purges, default="") if article else ""
    found: dict[str, Document] = {}
    for record in records:
        for change in record.changes if record.at >= purged else ():
            mine = (change.table, change.article) == (table, article)
            if mine and is_newer(change.after, found.get(change.key)):
                found[change.key] = change.after
    return found


def quarantine(layout: Layout, path: Path, raw: bytes) -> Path:
    """Keep the damaged bytes of *path*; they are never deleted."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = "-".join(path.relative_to(layout.root).parts)
    kept = layout.quarantine / f"{name}.{moment}.{os.urandom(3).hex()}"
    replace_file(kept, raw)
    return kept
