"""Looking for what is wrong in a data directory, and putting it right without deleting anything."""

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reader.errors import StoreError
from reader.store import articles
from reader.store.documents import Rank, number_of, rank
from reader.store.encoding import SCHEMA, DamageError, decode
from reader.store.files import read_bytes, words_of
from reader.store.layout import TableFile
from reader.store.misfits import misfits_in, put_right
from reader.store.model import OF_ARTICLES, Document, Finding, Table
from reader.store.records import damaged_lines
from reader.store.recovery import read_checkpoint, rewrite_checkpoint
from reader.store.repair import latest, quarantine
from reader.store.segments import blank_out
from reader.store.shelf import Shelf
from reader.store.sweep import litter_since, sweep

_OLDEST: Rank = ("", "")
_NEWEST: Rank = ("~", "")
_AGAIN = "add it again from its source"
_REPAIR = "run `reader doctor --repair`"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong, and what puts it right where anything does."""

    path: str
    problem: str
    remedy: str = _REPAIR
    cure: Callable[[], object] | None = None
    done: str = "put right"
    """What the cure did, in words."""


def examine(shelf: Shelf, *, repair: bool) -> list[Finding]:
    """Return what is wrong, having put right what can be when *repair* is asked for.

    With *repair* the caller holds the lock.
    """
    findings: list[Finding] = []
    for look in _LOOKS:
        try:
            findings += [_treated(trouble, repair) for trouble in look(shelf)]
        except OSError as error:
            findings.append(_refused(shelf, error))
    return list(dict.fromkeys(findings))


def _refused(shelf: Shelf, error: OSError) -> Finding:
    """Return what the system refuses to show as a finding."""
    path = shelf.layout.relative(Path(error.filename)) if error.filename else "."
    in_the_way = isinstance(error, IsADirectoryError | NotADirectoryError)
    remedy = "move it out of the way" if in_the_way else "let its owner read and write it"
    return Finding(path, words_of(error), remedy)


def _treated(trouble: Trouble, repair: bool) -> Finding:
    """Return *trouble* as a finding, having cured it when that is asked for and possible."""
    repaired, problem = False, trouble.problem
    if repair and trouble.cure is not None:
        try:
            trouble.cure()
            repaired = True
        except (OSError, StoreError) as error:
            problem = f"{problem}, and could not be repaired ({words_of(error)})"
    return Finding(trouble.path, problem, trouble.done if repaired else trouble.remedy, repaired)


def _litter(shelf: Shelf) -> Iterator[Trouble]:
    """Yield unfinished files, and copies that no device could merge."""
    litter = litter_since(shelf.layout, 0)
    for path in litter.unfinished:
        where = shelf.layout.relative(path)
        problem = "left by a writer that was killed"
        yield Trouble(where, problem, cure=path.unlink, done="removed; nobody was told of it")
    for path, _ in litter.copies:
        where = shelf.layout.relative(path)
        problem, done = "a copy of another device, not merged", "merged, and kept in quarantine"
        yield Trouble(where, problem, cure=lambda: sweep(shelf, 0), done=done)


def _files(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the TinyDB files that are damaged, or written by a newer version."""
    for file in _table_files(shelf):
        raw = read_bytes(file.path)
        if raw is None:
            continue
        path = shelf.layout.relative(file.path)
        try:
            if decode(raw, file.table).schema > SCHEMA:
                yield Trouble(path, "written by a newer version", "update newsmargin")
        except DamageError as error:
            done = "written anew from what is sound in it and from the journal"
            yield Trouble(path, f"damaged: {error}", cure=_mending(shelf, file), done=done)


def _mending(shelf: Shelf, file: TableFile) -> Callable[[], object]:
    """Return what puts a damaged file right."""

    def mend() -> None:
        """Write what was saved, having kept the damaged bytes."""
        shelf.forget(file.path)
        shelf.write(file, ())

    return mend


def _fields(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the documents with fields that cannot be what they should."""
    for file in _table_files(shelf):
        for key, names in misfits_in(file):
            problem = (
                f"no such thing as should be there in {', '.join(names)}, which is passed over"
            )
            cure = partial(put_right, shelf, file, key)
            done = "put back as last saved; the file as it was is kept in quarantine"
            yield Trouble(shelf.layout.relative(file.path), problem, cure=cure, done=done)


def _journal(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the lines of the journal that hold no record."""
    for name in shelf.journal.sizes():
        path = shelf.layout.history / name
        where = shelf.layout.relative(path)
        for offset, line in damaged_lines(read_bytes(path) or b""):
            problem = f"torn or damaged at byte {offset}, {len(line)} bytes"
            cure, done = _blanking(shelf, path, offset, line), "kept in quarantine and blanked out"
            yield Trouble(where, problem, cure=cure, done=done)


def _blanking(shelf: Shelf, path: Path, offset: int, line: bytes) -> Callable[[], object]:
    """Return what takes a damaged line out of the journal."""

    def blank() -> None:
        """Keep the line in quarantine and leave as many blanks, so that no offset changes."""
        quarantine(shelf.layout, path, line)
        blank_out(path, offset, len(line))

    return blank


def _checkpoint(shelf: Shelf) -> Iterator[Trouble]:
    """Yield what is wrong with the checkpoint, or with the journal by its measure."""
    layout, sizes = shelf.layout, shelf.journal.sizes()
    where = layout.relative(layout.checkpoint)
    raw = read_bytes(layout.checkpoint)
    if raw is not None and not read_checkpoint(layout, shelf.journal.device).ours:
        problem = "damaged, or of another device; the whole journal is read"
        yield Trouble(where, problem, cure=_rewriting(shelf, raw), done="written anew")
    for name, offset in read_checkpoint(layout, shelf.journal.device).segments.items():
        lost = offset - sizes.get(name, 0)
        if lost > 0:
            problem = f"shorter by {lost} bytes than at the last checkpoint"
            problem = problem if name in sizes else "missing"
            done = "noted; the notes stand, but undo does not reach the steps that it lacks"
            yield Trouble(f"history/{name}", problem, cure=_rewriting(shelf, b""), done=done)


def _rewriting(shelf: Shelf, damaged: bytes) -> Callable[[], object]:
    """Return what makes the checkpoint agree with the journal."""

    def rewrite() -> None:
        """Keep a damaged checkpoint in quarantine and write a true one."""
        if damaged:
            quarantine(shelf.layout, shelf.layout.checkpoint, damaged)
        rewrite_checkpoint(shelf)

    return rewrite


def _absences(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the sound files that lack documents which the journal has, or hold older ones."""
    for (table, article), ranks in _newest(shelf).items():
        file = shelf.layout.table_file(table, article)
        held = _held(file)
        missing = [key for number, (key, newest) in ranks.items() if newest > held(number)]
        if missing:
            path = shelf.layout.relative(file.path)
            problem = f"{len(missing)} of its documents are missing, or older than in the journal"
            cure = _restoring(shelf, file, missing)
            yield Trouble(path, problem, cure=cure, done="put back from the journal")


def _newest(shelf: Shelf) -> dict[tuple[Table, str], dict[str, tuple[str, Rank]]]:
    """Return every key of the journal by its number, and how new its newest document is."""
    newest: dict[tuple[Table, str], dict[str, tuple[str, Rank]]] = {}
    for record in shelf.journal.every():
        if record.kind == "purge":
            for table in OF_ARTICLES:
                newest.pop((table, record.article), None)
        for change in record.changes:
            ranks = newest.setdefault((change.table, change.article), {})
            number, found = str(number_of(change.table, change.key)), rank(change.after)
            known = ranks.get(number, (change.key, _OLDEST))
            ranks[number] = (change.key, max(found, known[1]))
    return newest


def _held(file: TableFile) -> Callable[[str], Rank]:
    """Return what tells how new a document in *file* is; a damaged file is another trouble."""
    try:
        documents = _documents(file)
    except DamageError:
        return lambda _: _NEWEST
    return lambda number: rank(documents[number]) if number in documents else _OLDEST


def _documents(file: TableFile) -> dict[str, Document]:
    """Return the documents of *file* by number, without mending it.

    Raises:
        DamageError: if it is damaged.
    """
    raw = read_bytes(file.path)
    return decode(raw, file.table).documents(file.table) if raw is not None else {}


def _restoring(shelf: Shelf, file: TableFile, keys: list[str]) -> Callable[[], object]:
    """Return what puts documents of the journal back into their file."""

    def restore() -> None:
        """Write the newest of each, and make them durable."""
        known = latest(shelf.journal, file.table, file.article)
        shelf.write(file, [(key, known[key]) for key in keys])

    return restore


def _articles(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the versions of articles whose files are damaged, and articles that have none."""
    for folder in shelf.layout.entries("articles"):
        for path in sorted(Path(folder.path).glob("*.json")):
            if articles.read_article(path) is None:
                where = shelf.layout.relative(path)
                yield Trouble(where, "damaged beyond reading", _AGAIN)
    for file in shelf.layout.table_files("state"):
        if _is_held(file) and not articles.versions(shelf.layout, file.article):
            where = shelf.layout.relative(shelf.layout.article_folder(file.article))
            yield Trouble(where, "missing, though the library holds the article", _AGAIN)


def _is_held(file: TableFile) -> bool:
    """Tell whether *file* says that the library holds its article; a damaged one does not."""
    try:
        return any(document.get("card") for document in _documents(file).values())
    except DamageError:
        return False


def _backups(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the daily archives that cannot be read to their end."""
    from reader.store.backup import archives, contents

    for path in archives(shelf.layout):
        try:
            for _ in contents(shelf.layout, path):
                pass
        except StoreError as error:
            where, remedy = shelf.layout.relative(path), "move it away; the other backups stand"
            yield Trouble(where, error.problem, remedy)


def _modes(shelf: Shelf) -> Iterator[Trouble]:
    """Yield the files and folders that others than the owner may read."""
    for path in shelf.layout.everything():
        mode = path.lstat().st_mode
        if not stat.S_ISLNK(mode) and mode & 0o077:
            where = shelf.layout.relative(path)
            cure = _closing(path, mode)
            yield Trouble(where, "open to other users", cure=cure, done="closed to them")


def _closing(path: Path, mode: int) -> Callable[[], object]:
    """Return what leaves *path* to its owner."""
    return lambda: path.chmod(stat.S_IMODE(mode) & 0o700)


def _table_files(shelf: Shelf) -> Iterator[TableFile]:
    """Yield every file of tables."""
    yield shelf.layout.table_file("library", "")
    for table in OF_ARTICLES:
        yield from shelf.layout.table_files(table)


_LOOKS = (
    *(_litter, _files, _fields, _journal, _checkpoint, _absences),
    *(_articles, _backups, _modes),
)
"""All that is looked at, in the order in which it is put right."""
