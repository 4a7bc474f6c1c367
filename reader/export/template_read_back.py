"""What the owner of a notes file says in a region that a template wrote.

A template cannot be read backwards. But it can be asked what it would write of a mark with another
status, another label, or a note that stands for any: what it then writes around that note must
stand in the file around the owner's, and with the owner's note it must write the very file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.annotations import Claim, Mark
from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.export.material import Material
from reader.export.passages import region_id
from reader.export.read_back import Said
from reader.export.template_notes import TemplateNotes

_ANY = "\ue000note\ue001"
"""Stands for any note: no text has these characters."""

_BLANK = re.compile(r"\n{3,}")


def said_by_template(
    notes: TemplateNotes, material: Material, mark: Mark, body: str
) -> Said | None:
    """Return what the *body* of the region of *mark* says; None when the template cannot tell.

    Args:
        notes: the template.
        material: the article with its marks, *mark* among them.
        mark: the mark as it is in the library.
        body: the region as it stands in a file.

    Raises:
        ReaderError: if the template makes no sense of the article.
    """
    told = body.replace("\r\n", "\n")
    for likely in _likely(mark):
        around = _written(notes, material, replace(likely, note=_ANY)).split(_ANY)
        for note in ("", *_between(around, told)):
            found = replace(likely, note=note)
            if _plain(_written(notes, material, found)) == _plain(told):
                return said_of(found)
    return None


def said_of(mark: Mark) -> Said:
    """Return what *mark* itself says."""
    claim = mark.claim
    return Said(
        note=mark.note.strip(),
        status=claim.status if claim else None,
        verdict=claim.verdict if claim else "",
        label=mark.label,
        tags=mark.tags,
    )


def _likely(mark: Mark) -> Iterator[Mark]:
    """Yield *mark* as it is, then with each other status, then with each other label."""
    yield mark
    claim = mark.claim or Claim()
    for status in CLAIM_STATUSES:
        yield replace(mark, kind="claim", claim=replace(claim, status=status))
    for label in (None, *LABELS):
        yield replace(mark, label=label)


def _written(notes: TemplateNotes, material: Material, mark: Mark) -> str:
    """Return the region that the template writes of *mark* among the others."""
    marks = tuple(mark if other.id == mark.id else other for other in material.marks)
    regions = notes.notes(replace(material, marks=marks)).regions
    return next((region.body for region in regions if region.id == region_id(mark)), "")


def _plain(text: str) -> str:
    """Return *text* with one blank line where there are several, as taking words out leaves."""
    return _BLANK.sub("\n\n", text).strip("\n")


def _between(around: Sequence[str], text: str) -> Iterator[str]:
    """Yield what stands in *text* between the two pieces *around* a note."""
    if len(around) != 2:
        return
    before, after = around
    is_there = text.startswith(before) and text.endswith(after)
    if is_there and len(text) >= len(before) + len(after):
        yield text[len(before) : len(text) - len(after)]
