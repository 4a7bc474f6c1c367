"""Takes back into the library what the owner of notes files changed in their regions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.annotations import Claim, Mark
from reader.errors import ReaderError
from reader.library import labels
from reader.library.articles import held_state
from reader.library.cards import State
from reader.library.export_records import FIELD, ExportRecord
from reader.library.export_writing import notes_of
from reader.library.fields import clean_tags
from reader.library.template_read_back import (
    TemplateReading,
    edits_by_template,
    is_by_template,
    template_reading,
)
from reader.store import Change, Store

if TYPE_CHECKING:
    from reader.export.document import Managed
    from reader.export.profiles import Profile
    from reader.export.read_back import Edit

_REGION = "h-"


@dataclass(frozen=True, slots=True)
class Offered:
    """One field of one mark that a file says otherwise than the library."""

    path: Path
    mark: Mark
    """The mark as it is in the library."""
    field: str
    before: object
    after: object

    @property
    def name(self) -> str:
        """What to call it: the file, the mark and the field."""
        return f"{self.path}: {self.field} of {labels.quoted(self.mark.quote or self.mark.id)}"

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "file": str(self.path),
            "id": self.mark.id,
            "article": self.mark.article,
            "field": self.field,
            "before": _plain(self.before),
            "after": _plain(self.after),
        }


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came of reading a folder of notes back, or would."""

    offered: tuple[Offered, ...]
    """What is taken into the library."""
    conflicts: tuple[Offered, ...]
    """What was changed on both sides since the last export; both stand as they are."""
    problems: tuple[str, ...]
    """What could not be read, as ``subject: problem; remedy``."""

    @property
    def summary(self) -> str:
        """What was found, on one line."""
        parts = [labels.counted(len(self.offered), "change")]
        parts += [labels.counted(len(self.conflicts), "conflict")] if self.conflicts else []
        return f"notes: {', '.join(parts)}"

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "offered": [one.as_dict() for one in self.offered],
            "conflicts": [one.as_dict() for one in self.conflicts],
            "problems": list(self.problems),
        }


def read_back(
    store: Store,
    folder: Path,
    *,
    dry_run: bool = False,
    template: str | None = None,
    subject: str = "the template",
) -> ReadBack:
    """Take the owner's edits in the notes files below *folder* into the library, in one step.

    A field that the library has changed as well since the last export stays there as it is, and so
    does the file.

    Args:
        store: the library's.
        folder: a folder of exported notes, or a file of them.
        dry_run: write nothing, tell what would be taken in.
        template: the template that wrote them, if one did.
        subject: what errors call it.

    Raises:
        ReaderError: if the template is none.
        StoreError: if the store cannot be written; then nothing is taken in.
    """
    from reader.export import find_notes

    offered: list[Offered] = []
    conflicts: list[Offered] = []
    problems: list[str] = []
    folder = folder.expanduser().absolute()
    files = _one_file(folder) if folder.is_file() else find_notes(folder)
    with template_reading(store, template, subject) as reading:
        for article_id, path in sorted(files.items(), key=lambda pair: pair[1]):
            try:
                for mark, edit in _edits(store, article_id, path, problems, reading):
                    one = Offered(path, mark, edit.field, edit.before, edit.after)
                    (conflicts if edit.is_conflict else offered).append(one)
            except ReaderError as error:
                problems.append(str(error))
    if offered and not dry_run:
        changes = _changes(offered)
        store.commit(changes, f"{labels.counted(len(changes), 'note')} read back from files")
    return ReadBack(tuple(offered), tuple(conflicts), tuple(problems))


def _one_file(path: Path) -> dict[str, Path]:
    """Return the one notes file at *path* by the id of its article.

    Raises:
        ReaderError: if it is none.
    """
    from reader.export.folder import notes_id

    article_id = notes_id(path)
    if article_id is None:
        raise ReaderError(str(path), "holds no notes", "name a file or a folder of an export")
    return {article_id: path}


def _edits(
    store: Store,
    article_id: str,
    path: Path,
    problems: list[str],
    reading: TemplateReading | None,
) -> "Iterator[tuple[Mark, Edit]]":
    """Yield what one file says otherwise; what makes no sense is put into *problems*."""
    from reader.export.atomic import read_text
    from reader.export.document import Managed, parse, split_front

    pieces = parse(split_front(read_text(path))[1])
    regions = [piece for piece in pieces if isinstance(piece, Managed)]
    if not any(region.id.startswith(_REGION) for region in regions):
        return  # contents of the folder, or a note of its owner's that has an id as well
    state = held_state(store, article_id)
    bases = _bases(state, path)
    if is_by_template(bases):
        yield from edits_by_template(article_id, path, regions, bases, problems, reading)
        return
    marks = {f"{_REGION}{mark.id}": mark for mark in store.marks(article_id)}
    told: Mapping[str, str] = bases.get("regions", {})
    rendered: dict[str, Mapping[str, str]] = {}
    for region in regions:
        profile = _dialect(region)
        if profile.name not in rendered:
            fresh = notes_of(store, article_id, profile.name, False)
            rendered[profile.name] = {each.id: each.body for each in fresh.regions}
        now = rendered[profile.name].get(region.id)
        mark = marks.get(region.id)
        if mark is None or now is None or region.body == now:
            continue
        bodies = (told.get(region.id), region.body, now)
        for edit in _edits_of_mark(mark, bodies, profile, f"{path}: {region.id}", problems):
            yield mark, edit


def _dialect(region: "Managed") -> "Profile":
    """Return the dialect of Markdown that a region is written in."""
    from reader.export.profiles import PROFILES

    begin = region.begin.lstrip()
    return PROFILES[{"%": "obsidian", "-": "logseq"}.get(begin[:1], "markdown")]


def _edits_of_mark(
    mark: Mark,
    bodies: tuple[str | None, str, str],
    profile: "Profile",
    name: str,
    problems: list[str],
) -> "Iterator[Edit]":
    """Yield what the region of a mark says otherwise.

    Args:
        mark: the mark as it is in the library.
        bodies: the region as it was exported last, as it stands in the file, as it would be
            exported now.
        profile: the dialect of the file.
        name: what problems call the region.
        problems: where they are put.
    """
    from reader.export.read_back import edits_of, has_ties, said_in

    base, mine, now = bodies
    about: Any = {"quoted": bool(mark.quote), "tied": has_ties(now, mark.note, profile)}
    said = said_in(mine, profile, **about)
    if said.is_conflict:
        remedy = "keep one of the two in the file, and delete the warning"
        problems.append(f"{name}: an export left two versions; {remedy}")
        return
    problems += [f"{name}: “{word}” is no label" for word in said.unknown]
    before = said_in(base, profile, **about) if base is not None else None
    for edit in edits_of(before, said, said_in(now, profile, **about)):
        if not (said.unknown and edit.field == "label" and edit.after is None):
            yield edit


def _bases(state: State, path: Path) -> Mapping[str, Any]:
    """Return what the last export noted of the file *path*; nothing when nobody knows.

    A file that was moved is the one of the export whose own file is gone.
    """
    moved: Mapping[str, Any] = {}
    for place in state.get(FIELD) or {}:
        record = ExportRecord.of(state, place)
        if record is None:
            continue
        own = next(
            (
                at
                for at in (Path(place) / record.file, Path(place).parent / record.file)
                if at.exists()
            ),
            None,
        )
        if own is not None and own.samefile(path):
            return record.bases
        moved = record.bases if own is None else moved
    return moved


def _changes(offered: Sequence[Offered]) -> list[Change]:
    """Return the changes that take in what was *offered*, one for each mark."""
    marks: dict[str, Mark] = {}
    originals = {one.mark.id: one.mark for one in offered}
    for one in offered:
        marks[one.mark.id] = _edited(marks.get(one.mark.id, one.mark), one)
    changes = []
    for mark in marks.values():
        before, after = originals[mark.id].as_dict(), mark.as_dict()
        patch = {name: value for name, value in after.items() if value != before.get(name)}
        changes += [Change("notes", mark.article, mark.id, patch)] if patch else []
    return changes


def _edited(mark: Mark, edit: Offered) -> Mark:
    """Return *mark* with one field as its file has it."""
    after: Any = edit.after
    if edit.field == "note":
        return replace(mark, note=after)
    if edit.field == "label":
        return replace(mark, label=after)
    if edit.field == "tags":
        return replace(mark, tags=_tags(mark, after))
    claim = mark.claim or Claim()
    if edit.field == "verdict":
        return replace(mark, kind="claim", claim=replace(claim, verdict=after))
    if after is None:
        return mark
    return replace(mark, kind="claim", claim=replace(claim, status=after))


def _tags(mark: Mark, told: Sequence[str]) -> tuple[str, ...]:
    """Return the tags that a file tells, those of the mark as they are written here."""
    from reader.export.passages import tag_word

    own = {tag_word(tag): tag for tag in mark.tags}
    return clean_tags(own.get(tag_word(tag), tag) for tag in told)


def _plain(value: object) -> object:
    """Return *value* as JSON writes it."""
    return list(value) if isinstance(value, tuple) else value
