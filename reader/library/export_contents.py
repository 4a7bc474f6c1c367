"""Keeps the contents of a folder of exported notes up to date."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.export_report import Exported
from reader.library.exporting import Target
from reader.search import Row
from reader.store import Change, Store

if TYPE_CHECKING:
    from reader.export.contents import Entry

_KEY = "export-contents"
"""The entry of the library with what was last exported, by place and note."""

_TAG = "tag"
"""Beside that, the tag that the note is of; None for the contents of all."""


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
    from reader.export.contents import contents

    found = find_notes(target.folder)
    kept: dict[str, Any] = dict(store.library().get(_KEY, {}).get("bases") or {})
    told = []
    changed = False
    tagged = _entries(store, target, files, list(rows), by_tag=by_tag)
    place = f"{target.folder}\n"
    for key, bases in kept.items():
        if by_tag and key.startswith(place) and key.removeprefix(place) in found:
            tagged.setdefault(bases.get(_TAG), [])  # one that no article has any more
    for tag, entries in tagged.items():
        notes = contents(entries, target.profile, tag)
        key = f"{place}{notes.article}"
        written = write_notes(
            target.folder, notes, kept.get(key, {}), found=found, dry_run=target.dry_run
        )
        bases = {**written.bases, _TAG: tag}
        changed = changed or kept.get(key) != bases
        kept[key] = bases
        status, report = written.status, written.report
        told.append(Exported(notes.article, written.path, status, report, written.diff))
    if changed and not target.dry_run and store.read_only is None:
        store.commit([Change("library", "", _KEY, {"bases": kept})], "")
    return told


def _entries(
    store: Store, target: Target, files: Mapping[str, Path], rows: list[Row], *, by_tag: bool
) -> "dict[str | None, list[Entry]]":
    """Return the entries of the contents of all, whose tag is None, and of those of each tag."""
    listed = [row for row in rows if row.id in files]
    entries = {row.id: _entry(row, files[row.id], target.folder) for row in listed}
    tagged: dict[str, list[Entry]] = {}
    for row in listed if by_tag else ():
        tags = [*row.tags, *(tag for mark in store.marks(row.id) for tag in mark.tags)]
        for tag in dict.fromkeys(tags):
            tagged.setdefault(tag, []).append(entries[row.id])
    return {None: list(entries.values()), **dict(sorted(tagged.items()))}


def _entry(row: Row, file: Path, folder: Path) -> "Entry":
    """Return the entry of one article."""
    from reader.export.contents import Entry

    name = file.relative_to(folder) if file.is_relative_to(folder) else file
    published = row.published or ""
    return Entry(row.title, name.as_posix(), row.section, published, row.marks, row.claims)
