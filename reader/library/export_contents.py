"""Keeps the contents of a folder of exported notes up to date."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.export_report import Exported
from reader.library.exporting import Target
from reader.search import Row
from reader.store import Change, Store

if TYPE_CHECKING:
    from reader.export import Notes
    from reader.export.contents import Entry

_KEY = "export-contents"
"""The entry of the library with what was last exported, by place and note."""


def write_contents(
    store: Store,
    target: Target,
    files: Mapping[str, Path],
    rows: Iterable[Row],
    *,
    by_tag: bool = False,
) -> list[Exported]:
    """Write the contents of the target's folder, merged with what their owner wrote there.

    Args:
        store: what keeps the bases of the merge.
        target: where notes are exported to, and how.
        files: the notes by the ids of their articles.
        rows: what is known of the articles.
        by_tag: whether each tag gets contents of its own as well.

    Raises:
        ReaderError: if a file cannot be written.
    """
    from reader.export import find_notes, write_notes

    found = find_notes(target.folder)
    kept: dict[str, Any] = dict(store.library().get(_KEY, {}).get("bases") or {})
    told = []
    changed = False
    for notes in _notes(store, target, files, list(rows), by_tag=by_tag):
        key = f"{target.folder}\n{notes.article}"
        written = write_notes(
            target.folder, notes, kept.get(key, {}), found=found, dry_run=target.dry_run
        )
        changed = changed or kept.get(key) != written.bases
        kept[key] = written.bases
        status, report = written.status, written.report
        told.append(Exported(notes.article, written.path, status, report, written.diff))
    if changed and not target.dry_run and store.read_only is None:
        store.commit([Change("library", "", _KEY, {"bases": kept})], "")
    return told


def _notes(
    store: Store, target: Target, files: Mapping[str, Path], rows: list[Row], *, by_tag: bool
) -> "Iterator[Notes]":
    """Yield the contents of all, and those of each tag."""
    from reader.export.contents import contents

    listed = [row for row in rows if row.id in files]
    entries = {row.id: _entry(row, files[row.id], target.folder) for row in listed}
    yield contents(list(entries.values()), target.profile)
    if not by_tag:
        return
    tagged: dict[str, list[Entry]] = {}
    for row in listed:
        tags = [*row.tags, *(tag for mark in store.marks(row.id) for tag in mark.tags)]
        for tag in dict.fromkeys(tags):
            tagged.setdefault(tag, []).append(entries[row.id])
    for tag in sorted(tagged):
        yield contents(tagged[tag], target.profile, tag)


def _entry(row: Row, file: Path, folder: Path) -> "Entry":
    """Return the entry of one article."""
    from reader.export.contents import Entry

    name = file.relative_to(folder) if file.is_relative_to(folder) else file
    published = row.published or ""
    return Entry(row.title, name.as_posix(), row.section, published, row.marks, row.claims)
