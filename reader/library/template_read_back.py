"""Takes back what the owner of notes files changed in what a template wrote there."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.annotations import Mark
from reader.errors import ReaderError
from reader.library.export_writing import material_for_template
from reader.store import Store

if TYPE_CHECKING:
    from reader.export.document import Managed
    from reader.export.read_back import Edit
    from reader.export.template_notes import TemplateNotes

_REMEDY = "name the template that wrote it with --template"


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """A template, and the store that its notes are of."""

    store: Store
    notes: "TemplateNotes"
    has_facts: bool
    """Whether it is given the facts of articles."""


@contextmanager
def template_reading(
    store: Store, template: str | None, subject: str
) -> Iterator[TemplateReading | None]:
    """Give what reads a *template* backwards, for as long as it is needed; None for no template.

    Raises:
        ReaderError: if it is no template.
    """
    if template is None:
        yield None
        return
    from reader.export.template_notes import TemplateNotes

    with TemplateNotes(template, subject) as notes:
        yield TemplateReading(store, notes, "facts" in template)


def is_by_template(bases: Mapping[str, Any]) -> bool:
    """Tell whether a template wrote the file of which *bases* are what the last export noted."""
    return str(bases.get("made_by", "")).startswith("template ")


def edits_by_template(
    article_id: str,
    path: Path,
    regions: "Sequence[Managed]",
    bases: Mapping[str, Any],
    problems: list[str],
    reading: TemplateReading | None,
) -> "Iterator[tuple[Mark, Edit]]":
    """Yield what a file that a template wrote says otherwise than the library.

    Args:
        article_id: whose notes the file holds.
        path: the file.
        regions: what the export keeps up to date in it.
        bases: what the last export noted.
        problems: where that is put which makes no sense.
        reading: the template; None when none was named.

    Raises:
        ReaderError: if it is not the one that wrote the file.
    """
    from reader.export.passages import region_id
    from reader.export.read_back import edits_of
    from reader.export.template_read_back import said_by_template, said_of

    if reading is None or reading.notes.made_by != bases["made_by"]:
        raise ReaderError(str(path), "was written by a template", _REMEDY)
    material = material_for_template(reading.store, article_id, reading.has_facts)
    marks = {region_id(mark): mark for mark in material.marks}
    now = {each.id: each.body for each in reading.notes.notes(material).regions}
    for region in regions:
        mine, base = region.body.replace("\r\n", "\n"), bases.get("regions", {}).get(region.id)
        mark = marks.get(region.id)
        if mark is None or mine in (base, now.get(region.id)):
            continue
        said = said_by_template(reading.notes, material, mark, mine)
        if said is None:
            remedy = "change the mark itself in the reader"
            problem = f"{path}: {region.id}: says more than the template tells of a mark; {remedy}"
            problems.append(problem)
            continue
        before = said_by_template(reading.notes, material, mark, base) if base else None
        for edit in edits_of(before, said, said_of(mark)):
            yield mark, edit
