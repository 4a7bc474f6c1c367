"""A folder of notes: one file for each article, found again whatever it is called."""

import difflib
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reader.errors import ReaderError
from reader.export.atomic import read_text, told_as_errors, write_text
from reader.export.document import split_front
from reader.export.merging import Merged, Outcome, bases_of, merge_notes
from reader.export.notes import Notes

_ID = re.compile(
    rb"^(?:id:|newsmargin-id::)[ \t]*[\"']?([A-Za-z0-9._-]{1,64})[\"']?[ \t]*\r?$", re.MULTILINE
)
_HEAD = 16_384
"""How much of a file is read for its id, in bytes."""
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What an export did to one file."""

    path: Path
    status: Literal["new", "updated", "same"]
    bases: dict[str, Any]
    """What the next export of this article to this place must be given."""
    report: tuple[Outcome, ...] = ()
    diff: str = ""
    """What would change, when nothing was to be written."""


def find_notes(folder: Path) -> dict[str, Path]:
    """Return the notes files below *folder* by the id of their article.

    Hidden folders are passed over. Of two files with one id, the one nearest the top counts, then
    the one with the shorter name: the other is a copy.
    """
    found: dict[str, Path] = {}
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix.lower() != ".md":
                continue
            article = notes_id(path)
            if article is not None:
                found[article] = min(path, found.get(article, path), key=_order)
    return found


def _order(path: Path) -> tuple[int, int, str]:
    """Return what tells the file itself from its copies: its depth, and its name's length."""
    return len(path.parts), len(path.name), path.name


def notes_id(path: Path) -> str | None:
    """Return the id of the article whose notes a file holds, or None when it holds none."""
    try:
        if not path.is_file():  # a pipe called so would never end
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if not head.removeprefix(b"\xef\xbb\xbf").startswith(b"---") and b"newsmargin-id::" not in head:
        return None
    front, _ = split_front(head.decode("utf-8", "replace"))
    match = _ID.search(front.removeprefix("\ufeff").encode())
    return match.group(1).decode() if match else None


def write_notes(
    folder: Path,
    notes: Notes,
    bases: Mapping[str, Any],
    *,
    found: Mapping[str, Path] | None = None,
    taken: set[str] | None = None,
    dry_run: bool = False,
) -> Written:
    """Write *notes* into *folder*: into the file that holds this article's, or into a new one.

    Args:
        folder: where notes go; made when it is not there.
        notes: the notes as they are now.
        bases: what the last export of this article to this folder gave; empty the first time.
        found: what ``find_notes`` gave, when several articles are written one after the other.
        taken: what ``names_in`` gave, likewise; the name of a new file is put into it.
        dry_run: write nothing, tell the difference.

    Raises:
        ReaderError: if the file cannot be read or written; what was there stands.
    """
    known = find_notes(folder) if found is None else found
    names = names_in(folder) if taken is None else taken
    path = known.get(notes.article) or _free_path(folder, notes, names)
    return write_notes_file(path, notes, bases, dry_run=dry_run)


def names_in(folder: Path) -> set[str]:
    """Return the names in *folder* as systems see them that tell no capitals apart."""
    try:
        return {_folded(entry.name) for entry in folder.iterdir()}
    except OSError:  # whoever writes there will tell
        return set()


def _folded(name: str) -> str:
    """Return *name* without what some systems do not tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _free_path(folder: Path, notes: Notes, taken: set[str]) -> Path:
    """Return a path that no file has on any system, of the names that the notes may have."""
    paths = (folder / f"{name}.md" for name in notes.names)
    free = next((path for path in paths if _folded(path.name) not in taken), None)
    if free is None:
        raise ReaderError(str(folder), f"holds other files under every name for {notes.article}")
    taken.add(_folded(free.name))
    return free


def write_notes_file(
    path: Path, notes: Notes, bases: Mapping[str, Any], *, dry_run: bool = False
) -> Written:
    """Write *notes* to the file *path*, merged with what its owner wrote there.

    The first time that a file of theirs is changed, a copy is left beside it, ending in ``.bak``.

    Raises:
        ReaderError: if the file holds something else, or cannot be read or written.
    """
    for _ in range(_ATTEMPTS):
        with told_as_errors(path):
            seen = _signature(path)
        old = read_text(path) if seen else ""
        merged = _merge(path, old, bases, notes)
        if merged.text == old:
            return Written(path, "same", merged.bases, merged.report)
        status: Literal["new", "updated"] = "updated" if seen else "new"
        if dry_run:
            return Written(path, status, dict(bases), merged.report, _diff(path, old, merged.text))
        if _signature(path) != seen:  # saved by its owner a moment ago: merge with that
            continue
        if seen:
            _back_up(path, old)
        write_text(path, merged.text)
        return Written(path, status, merged.bases, merged.report)
    raise ReaderError(str(path), "changes as fast as it is read", "close the program that saves it")


def _merge(path: Path, old: str, bases: Mapping[str, Any], notes: Notes) -> Merged:
    """Return *notes* merged into what *path* holds, or as they are when it holds nothing."""
    new = notes.text
    if not old.strip() or old == new:
        return Merged(new, bases_of(notes), ())
    if notes_id(path) != notes.article:
        raise ReaderError(str(path), "not the notes of this article", "choose another file with -o")
    return merge_notes(old, bases, notes)


def _signature(path: Path) -> tuple[int, int, int] | None:
    """Return what changes when a file is saved; None when there is no file."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _back_up(path: Path, text: str) -> None:
    """Leave a copy of what a file held before the first merge."""
    copy = path.with_name(f"{path.name}.bak")
    if not copy.exists():
        write_text(copy, text)


def _diff(path: Path, old: str, new: str) -> str:
    """Return what would change in a file, as ``diff -u`` tells it."""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True),
        new.splitlines(keepends=True),
        fromfile=str(path),
        tofile=str(path),
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
