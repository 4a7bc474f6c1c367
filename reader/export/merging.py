"""A second export into a file that its owner has written in since.

Each region is merged on its own, against what was last exported: what only the reader changed is
brought up to date, what only the owner changed is kept, and where both changed a line the
owner's stands, with the other told below. Text outside regions is never touched.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from reader.export.document import Managed, Piece, broken_regions, parse, split_front
from reader.export.front_merge import merge_front
from reader.export.insertion import insert, line_end
from reader.export.line_merge import MergedLines, merge_lines
from reader.export.notes import Notes, Region, wrap
from reader.export.profiles import Profile

What = Literal["added", "updated", "removed", "conflict", "kept", "left out", "broken"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a merge did about one region, where it is worth telling."""

    region: str
    what: What
    """``conflict``: both sides changed a line. ``kept``: deleted in the reader, but edited in the
    file. ``left out``: deleted in the file. ``broken``: one of its comment lines is lost."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge."""

    text: str
    """The file; the very text that was there when nothing changed."""

    bases: dict[str, Any]
    """What was exported, for the next merge. JSON only."""

    report: tuple[Outcome, ...]


def bases_of(notes: Notes) -> dict[str, Any]:
    """Return what the next merge must know of *notes* written to a new file."""
    return {
        "front": dict(notes.front),
        "regions": {region.id: region.body for region in notes.regions},
        "contents": {region.id: region.content for region in notes.regions if region.content},
        "made_by": notes.made_by,
    }


def merge_notes(old_file_text: str, bases: Mapping[str, Any], fresh: Notes) -> Merged:
    """Return a file's text with *fresh* notes merged in.

    Args:
        old_file_text: the file as it stands.
        bases: what the last export to it gave; empty when nobody knows.
        fresh: the notes as they would be exported now.
    """
    front, body = split_front(old_file_text)
    if front:
        front = merge_front(front, bases.get("front", {}), fresh.front)
    base: Mapping[str, str] = bases.get("regions", {})
    standing = parse(body)
    retold = _retold(standing, bases, fresh)
    pieces, report = _update(standing, base, fresh, retold)
    pieces, more = _add(pieces, standing, base, fresh)
    kept = bases_of(fresh)
    kept["regions"] = _of_others(pieces, base, fresh) | kept["regions"]
    known = {region: by for region, by in retold.items() if region in kept["contents"]}
    if known:
        kept["regions"] |= {region: base[region] for region in known}
        kept["retold"] = known
    text = front + "".join(piece.text for piece in pieces)
    return Merged(text, kept, tuple([*report, *more]))


def _retold(standing: list[Piece], bases: Mapping[str, Any], fresh: Notes) -> dict[str, str]:
    """Return which edited regions would merely be told otherwise, with what wrote them.

    Another template or dialect writes anew what nobody edited; merged into an edit it would only
    be in its way. What they tell is brought up to date when it changes.
    """
    base, contents = bases.get("regions", {}), bases.get("contents", {})
    before = {region: bases.get("made_by") for region in base} | bases.get("retold", {})
    now = {region.id: region.content for region in fresh.regions}
    return {
        piece.id: before[piece.id]
        for piece in standing
        if isinstance(piece, Managed)
        and before.get(piece.id) not in (None, fresh.made_by)
        and contents.get(piece.id, "") == now.get(piece.id)
        and piece.body.replace("\r\n", "\n") != base[piece.id]
    }


def _update(
    standing: list[Piece], base: Mapping[str, str], fresh: Notes, retold: Collection[str]
) -> tuple[list[Piece], list[Outcome]]:
    """Return the pieces of a file with its regions brought up to date, and what was done.

    Those that are merely *retold* stay as they are.
    """
    regions = {region.id: region for region in fresh.regions}
    newline = line_end(standing)
    pieces: list[Piece] = []
    report: list[Outcome] = []
    for piece in standing:
        if not isinstance(piece, Managed) or piece.id in retold:
            pieces.append(piece)
            continue
        if piece.id in regions:
            region, known = regions[piece.id], base.get(piece.id)
            merged, what = _merge_region(piece, known, region, fresh.profile, newline)
            pieces.append(merged)
        else:
            left, what = _leave_or_remove(piece, base.get(piece.id))
            pieces += [left] if left else []
        report += [Outcome(piece.id, what)] if what else []
    return pieces, report


def _merge_region(
    piece: Managed, base: str | None, region: Region, profile: Profile, newline: str
) -> tuple[Managed, What | None]:
    """Return a region of the file with what changed in the reader, and what was done."""
    mine = piece.body.replace("\r\n", "\n")
    if mine == region.body or base == region.body:
        return piece, None
    if mine == base:
        [written] = parse(wrap(region, profile).replace("\n", newline))
        return (written, "updated") if isinstance(written, Managed) else (piece, None)
    merged = _merge_bodies(base, mine.split("\n"), region.body.split("\n"))
    body = "\n".join(merged.lines)
    if merged.refused:
        body = body.rstrip("\n") + "\n\n" + _callout(merged.refused, profile)
    what: What = "conflict" if merged.refused else "updated"
    return Managed(piece.id, piece.begin, body.replace("\n", newline), piece.end), what


def _merge_bodies(base: str | None, mine: list[str], fresh: list[str]) -> MergedLines:
    """Return two versions of a region's lines as one; all stays when nobody knows its base."""
    if base is None:
        return MergedLines(mine, [line for line in fresh if line not in mine])
    return merge_lines(base.split("\n"), mine, fresh)


def _callout(lines: list[str], profile: Profile) -> str:
    """Return *lines* as a quotation that says where they come from."""
    head = "**Changed in the reader:**"
    if profile.has_block_ids:
        head = "[!warning] changed in the reader"
    told = (head, *(line.removeprefix(profile.indent) for line in lines))
    return "".join(f"{profile.indent}> {line}".rstrip() + "\n" for line in told)


def _leave_or_remove(piece: Managed, base: str | None) -> tuple[Managed | None, What | None]:
    """Return a region that the reader no longer has, or None when its owner never edited it.

    Only the regions of marks go away; others were merely not asked for this time.
    """
    if base is None or not piece.id.startswith("h-"):
        return piece, None
    if piece.body.replace("\r\n", "\n") == base:
        return None, "removed"
    return piece, "kept"


def _add(
    pieces: list[Piece], standing: list[Piece], base: Mapping[str, str], fresh: Notes
) -> tuple[list[Piece], list[Outcome]]:
    """Return *pieces* with the regions that the file never had, and what was done."""
    present = {piece.id for piece in standing if isinstance(piece, Managed)}
    broken = broken_regions(standing)
    report = []
    for index, region in enumerate(fresh.regions):
        if region.id in present:
            continue
        if region.id in broken:
            report.append(Outcome(region.id, "broken"))
        elif region.id in base:
            report.append(Outcome(region.id, "left out"))
        else:
            pieces = insert(pieces, fresh.regions, index, fresh.profile)
            report.append(Outcome(region.id, "added"))
    return pieces, report


def _of_others(pieces: list[Piece], base: Mapping[str, str], fresh: Notes) -> dict[str, str]:
    """Return the bases of regions that stand in the file, but were not asked for this time."""
    known = {region.id for region in fresh.regions}
    standing = {piece.id for piece in pieces if isinstance(piece, Managed)}
    return {region: body for region, body in base.items() if region in standing - known}
