"""What the owner of a notes file says in a region that a template wrote.

A template cannot be read backwards. But it can be asked what it would write of a mark with another
status, another label, or with a note, a verdict or tags that stand for any: what it then writes
around those must stand in the file around the owner's, and with the owner's words it must write
the very file.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.annotations import Claim, Mark
from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.export.escaping import unescaped
from reader.export.material import Material
from reader.export.passages import region_id
from reader.export.read_back import Said
from reader.export.template_notes import TemplateNotes

_FIRST, _SECOND = "newsmarginfirsttag", "newsmarginsecondtag"
"""What stand for any tags: words, for a template may let nothing else be one."""

_STANDS_FOR = {
    "note": "\ue000note\ue001",
    "verdict": "\ue000verdict\ue001",
    "tags": f"{_FIRST}\n{_SECOND}",
}
"""What stands for any note, and any verdict: no text has these characters."""

_ONE_BY_ONE: tuple[tuple[str, ...], ...] = (("note",), ("verdict",), ("tags",))
_LONGEST = 20_000
"""In a longer text not all are looked for at once, which could take long."""

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

    def written(one: Mark) -> str:
        """Return the region that the template writes of the mark as it would be."""
        return _written(notes, material, one)

    for likely in _likely(mark):
        for found in _readings(written, likely, told, thoroughly=likely is mark):
            if _plain(written(found)) == _plain(told):
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


def _readings(
    written: Callable[[Mark], str], mark: Mark, told: str, *, thoroughly: bool
) -> Iterator[Mark]:
    """Yield *mark* with what *told* may say in place of its note, its verdict and its tags.

    Each alone, then all at once; the note alone, and all, unless *thoroughly*.
    """
    for slots in _ONE_BY_ONE if thoroughly else _ONE_BY_ONE[:1]:
        yield _with(mark, dict.fromkeys(slots, ""))
        text = written(_with(mark, {slot: _STANDS_FOR[slot] for slot in slots}))
        yield from _in_place(mark, text, told, slots)
    if len(told) <= _LONGEST:
        yield from _in_place(mark, written(_with(mark, _STANDS_FOR)), told, tuple(_STANDS_FOR))


def _in_place(mark: Mark, text: str, told: str, slots: Sequence[str]) -> Iterator[Mark]:
    """Yield *mark* with what stands in *told* where *text* has what stands for any of *slots*."""
    signs = {slot: _STANDS_FOR[slot] for slot in slots if _STANDS_FOR[slot] in text}
    between = text.partition(_FIRST)[2].partition(_SECOND)[0]
    if "tags" in slots and between and _SECOND in text:
        signs["tags"] = f"{_FIRST}{between}{_SECOND}"
    pattern = re.escape(text)
    for slot, sign in signs.items():
        before, *after = pattern.split(re.escape(sign))
        pattern = f"{before}(?P<{slot}>.*?){f'(?P={slot})'.join(after)}"
    found = re.fullmatch(pattern, told, re.DOTALL) if signs else None
    if found is None:
        return
    values = found.groupdict()
    if "tags" in values:
        values["tags"] = values["tags"].replace(between, "\n")
    yield _with(mark, values)
    yield _with(mark, {slot: unescaped(value) for slot, value in values.items()})


def _with(mark: Mark, values: Mapping[str, str]) -> Mark:
    """Return *mark* with *values* in place of its own; tags are parted by line ends."""
    if "note" in values:
        mark = replace(mark, note=values["note"])
    if "verdict" in values and mark.claim is not None:
        mark = replace(mark, claim=replace(mark.claim, verdict=values["verdict"].strip()))
    if "tags" in values:
        tags = (tag.strip() for tag in values["tags"].split("\n"))
        mark = replace(mark, tags=tuple(tag for tag in tags if tag))
    return mark
