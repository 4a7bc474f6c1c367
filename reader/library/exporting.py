"""Takes notes out of the library into a folder of files that people edit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypedDict

from reader import __version__
from reader.errors import ReaderError
from reader.library.articles import held_state
from reader.library.cards import State
from reader.library.export_index import ExportIndex
from reader.library.export_records import FIELD, ExportRecord, content_digest, packed_bases
from reader.library.export_report import Exported, ExportReport
from reader.library.export_writing import Write, tied_marks, writer
from reader.store import Change, Store

if TYPE_CHECKING:
    from reader.export import Written

_AT_ONCE = 100
"""How many articles' records are committed in one step."""

_PLACES = 8
"""Of how many places an article's records are kept though they are gone."""

_SETTLED_EVERY = 5 * _AT_ONCE
"""After how many articles the store is asked to make its files answer for themselves."""


class Options(TypedDict, total=False):
    """How notes are exported: the fields of a ``Target`` that are not given otherwise."""

    profile: str | None
    """None for the one of the configuration."""
    template: str | None
    """The text of a template of the user's own, which then decides."""
    subject: str
    """What errors call the template."""
    facts: bool
    dry_run: bool
    """Whether to tell what would be written, and write nothing."""
    file: str | None
    """The name of the file of a single article."""
    progress: Callable[[int], None] | None
    """Called after each article with how many there were."""
    alone: bool
    """Whether nothing else in this process changes the library meanwhile; then what did not change
    since the last export is not looked at."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where notes are exported to, and how."""

    folder: Path
    profile: str
    """The dialect of Markdown, by its name in ``PROFILES``."""
    facts: bool = False
    dry_run: bool = False
    file: str | None = None
    """The one file to write in the folder; None for one that is called after its article."""
    template: str | None = None
    """A template that writes the notes instead."""
    subject: str = ""

    @classmethod
    def of(cls, folder: Path, options: Options, usual: str) -> Self:
        """Return the target in *folder*, in the *usual* dialect unless *options* name one."""
        return cls(
            folder.expanduser().absolute(),
            options.get("profile") or usual,
            options.get("facts", False),
            options.get("dry_run", False),
            options.get("file"),
            options.get("template"),
            options.get("subject", "the template"),
        )

    def index(self, store: Store, cache: Path) -> ExportIndex:
        """Return what is remembered of the last export to here."""
        return ExportIndex.open(store, cache, self.key, [__version__, *self.about])

    @property
    def about(self) -> list[str]:
        """What decides how notes are told."""
        return [self.profile, str(self.facts), self.template or ""]

    @property
    def key(self) -> str:
        """Under which an article's state keeps the record of this place.

        Whatever the dialect: a file that is exported in another is merged with what stands in it.
        """
        return str(self.folder / (self.file or ""))


def export_to(
    store: Store,
    ids: Iterable[str],
    target: Target,
    progress: Callable[[int], None] | None = None,
    index: ExportIndex | None = None,
) -> ExportReport:
    """Write the notes on each article of *ids* into its file below the target's folder.

    A file that its owner edited is merged with. One whose notes are as they were, and that nobody
    touched, is not even read. What is wrong with one article is told, and the others are written.

    Raises:
        ReaderError: if its template is none; then nothing is written.
        StoreError: if what was exported cannot be noted; the files are written all the same.
    """
    waiting = iter(dict.fromkeys(ids))
    files: list[Exported] = []
    with writer(store, target.profile, target.facts, target.template, target.subject) as write:
        folder = _Folder(target.folder, write)
        while some := list(islice(waiting, _AT_ONCE)):
            changes: list[Change] = []
            for article_id in some:
                exported, change = _export_one(store, article_id, target, folder, index)
                files.append(exported)
                if progress is not None:
                    progress(len(files))
                changes += [change] if change else []
            if changes and store.read_only is None:
                store.commit(changes, "")
                _settle(store, len(files))
    if index is not None and not target.dry_run:
        index.save(store)
    return ExportReport(target.folder, tuple(files))


def _settle(store: Store, done: int) -> None:
    """Let the journal of a long export be done with now and then: it is held as it is read."""
    if done % _SETTLED_EVERY == 0:
        store.checkpoint()


class _Folder:
    """The notes files below a folder, looked for when the first is asked for.

    Args:
        root: the folder.
        write: what writes notes for it.
    """

    def __init__(self, root: Path, write: Write) -> None:
        self.write = write
        self._root = root
        self._found: dict[str, Path] | None = None
        self._taken: set[str] | None = None

    def files(self) -> dict[str, Path]:
        """Return the files by the id of their article."""
        if self._found is None:
            from reader.export import find_notes

            self._found = find_notes(self._root)
        return self._found

    def names(self) -> set[str]:
        """Return the names that are taken there."""
        if self._taken is None:
            from reader.export import names_in

            self._taken = names_in(self._root)
        return self._taken


def _export_one(
    store: Store, article_id: str, target: Target, folder: _Folder, index: ExportIndex | None
) -> tuple[Exported, Change | None]:
    """Export the notes on one article; return what came of it, and what is to be noted of it."""
    if index is not None and (file := index.unchanged(article_id)):
        return Exported(article_id, Path(file), "same"), None
    try:
        state = held_state(store, article_id)
        marks = store.marks(article_id)
        tied = tied_marks(store, marks)
        digest = content_digest(state, [*marks, *tied], *target.about)
        record = ExportRecord.of(state, target.key)
        others = [each.article for each in tied]
        if record and record.is_current(target.folder, digest):
            if index is not None:
                index.note(article_id, target.folder / record.file, others)
            return Exported(article_id, target.folder / record.file, "same"), None
        written = _write(article_id, target, record, folder)
        if target.file is None:
            folder.files()[article_id] = written.path
    except ReaderError as error:
        failed = Exported(article_id, None, "failed", error=str(error), exit_code=error.exit_code)
        return failed, None
    if index is not None:
        index.note(article_id, written.path, others)
    exported = Exported(article_id, written.path, written.status, written.report, written.diff)
    return exported, None if target.dry_run else _noted(state, article_id, target, written, digest)


def _write(
    article_id: str, target: Target, record: ExportRecord | None, folder: _Folder
) -> "Written":
    """Write the notes on one article, merged with what stands in its file."""
    from reader.export import write_notes

    named = {article_id: target.folder / target.file} if target.file else None
    if record and not named and article_id not in folder.files():
        _check_readable(target.folder / record.file)
    return write_notes(
        target.folder,
        folder.write(article_id),
        record.bases if record else {},
        found=named or folder.files(),
        taken=folder.names(),
        dry_run=target.dry_run,
    )


def _check_readable(path: Path) -> None:
    """Make sure that the file of the last export is gone, or another's, and not only shut.

    Raises:
        ReaderError: if it may hold its owner's words, which a second file would lack.
    """
    try:
        with path.open("rb"):
            pass
    except PermissionError as error:
        raise ReaderError(str(path), "cannot be read", "let yourself read it") from error
    except OSError:
        return


def _noted(
    state: State, article_id: str, target: Target, written: "Written", digest: str
) -> Change | None:
    """Return the change that notes what was *written*, or None when the file is gone already."""
    try:
        found = written.path.stat()
        file = str(written.path.relative_to(target.folder))
    except (OSError, ValueError):
        return None
    packed = packed_bases(written.bases)
    record = ExportRecord(file, found.st_size, found.st_mtime_ns, digest, packed)
    records = _standing(state.get(FIELD) or {}) | {target.key: record.as_dict()}
    return Change("state", article_id, "state", {FIELD: records})


def _standing(records: Mapping[str, object]) -> dict[str, object]:
    """Return *records* by place; of many, only those of places that are there."""
    if len(records) < _PLACES:  # a folder that is away for a while is merged with when it is back
        return dict(records)
    return {place: each for place, each in records.items() if Path(place).exists()}
