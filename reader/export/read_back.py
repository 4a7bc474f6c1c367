"""What the owner of a notes file says in a region, in the words of a mark.

A region is read as ``passages`` writes it. Reading what was last exported, what stands in the file
and what would be exported now in the same way tells which of its fields were changed on which side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.export.passages import REPLY
from reader.export.profiles import Profile

_ANCHOR = re.compile(r"\^h-[0-9a-z]+|<a id=\"h-[0-9a-z]+\"></a>")
_LINK = re.compile(r"\[(?:source|open)\]\(<[^>]*>\)")
_TAG = re.compile(r"#([\w/-]+)")
_TAGS = re.compile(r"#[\w/-]+(?:\s+#[\w/-]+)*")
_TIE = re.compile(
    r"- (?:evidence \((?:supports|contradicts)\): |(?:context|source|same claim): |reply to "
    r"|not found in the current text|stands in several places|earlier: “|a passage of it is "
    r"|\d+ passages of it are |\*\*(?:changed|reworded) in the article since)"
)
_WARNING = re.compile(r"> (?:\[!warning\] changed in the reader|\*\*Changed in the reader:\*\*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEAD = re.compile(r"\*\*(.*?)\*\*(?:: ?)?(.*)")
_CALLOUT = re.compile(r"> \[!quote[^\]]*\]\s*(.*)")
_PROPERTY = re.compile(r"(?:id|collapsed):: ")
_WORD = re.compile(r"[a-z]+")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Said:
    """What a region says of its passage."""

    note: str = ""
    status: str | None = None
    """As the head of the region tells it, or the line below."""
    tagged_status: str | None = None
    """As a tag tells it, which may have been forgotten, or may alone have been changed."""
    verdict: str = ""
    label: str | None = None
    tags: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words where a status or a label stands that are none."""
    has_line: bool = True
    """Whether the line stands there that tells verdict, label and tags."""
    is_conflict: bool = False
    """Whether an export left two versions in it for its owner to choose from."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One field that the owner of a file changed."""

    field: str
    """``note``, ``status``, ``verdict``, ``label`` or ``tags``."""
    before: object
    """What it is in the library."""
    after: object
    """What the file says."""
    is_conflict: bool = False
    """Whether the library has changed it as well since the last export."""


def edits_of(base: Said | None, mine: Said, now: Said) -> Iterator[Edit]:
    """Yield the fields that a file says otherwise than the library.

    Args:
        base: what was last exported; None when nobody knows, and then every difference is a
            conflict.
        mine: what stands in the file.
        now: what would be exported now.
    """
    mine = _with_status(base or now, mine)
    names = ("note", "status", "verdict", "label", "tags") if mine.has_line else ("note", "status")
    for name in names:
        told, kept = getattr(mine, name), getattr(now, name)
        was = getattr(base, name) if base is not None else object()
        if told not in (was, kept):
            yield Edit(name, kept, told, is_conflict=kept != was)


def _with_status(base: Said, mine: Said) -> Said:
    """Return *mine* with the status that its owner changed, wherever they did."""
    if mine.status == base.status and mine.tagged_status != base.tagged_status:
        return replace(mine, status=mine.tagged_status)
    return mine


def has_ties(body: str, note: str, profile: Profile) -> bool:
    """Tell whether the *body* of the region of a mark with this *note* ends in a list of ties.

    A note may end in a list that looks like one.
    """
    lines = _lines(body, profile)
    blocks = [block for block in _blocks(lines) if not _ANCHOR.fullmatch(block.first.strip())]
    if not blocks or not _is_ties(blocks[-1], lines):
        return False
    last = "\n".join(lines[blocks[-1].start : blocks[-1].end])
    return not note.strip().endswith(last.strip())


def said_in(body: str, profile: Profile, *, quoted: bool, tied: bool) -> Said:
    """Return what the *body* of a mark's region says.

    Args:
        body: the region, as it stands in a file or as it was exported.
        profile: the dialect that it is written in.
        quoted: whether the mark is on a passage.
        tied: whether its region ends in a list of ties.
    """
    lines = _lines(body, profile)
    blocks = _blocks(lines)
    said = Said(is_conflict=any(_WARNING.match(block.first) for block in blocks))
    rest = [block for block in blocks if not _ANCHOR.fullmatch(block.first.strip())]
    if quoted and rest and rest[0].first.startswith(">"):
        said = _with_headline(said, rest.pop(0).first)
    if rest and _is_about(rest[0], quoted=quoted):
        said = _with_about(said, rest.pop(0).first, profile)
    elif quoted:
        said = replace(said, has_line=False)
    rest = [block for block in rest if not _WARNING.match(block.first)]
    if tied and rest and _is_ties(rest[-1], lines):
        rest.pop()
    note = lines[rest[0].start : rest[-1].end] if rest else []
    return replace(said, note=_note(note))


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of lines between blank ones."""

    first: str
    start: int
    end: int


def _lines(body: str, profile: Profile) -> list[str]:
    """Return the lines of a region, without what makes them a block of an outline."""
    lines = body.replace("\r\n", "\n").split("\n")
    if not profile.is_outline:
        return lines
    plain = (line.lstrip("\t").removeprefix(profile.indent) for line in lines)
    return [line for line in plain if not _PROPERTY.match(line)]


def _blocks(lines: Sequence[str]) -> list[_Block]:
    """Return the runs of lines between blank ones."""
    blocks: list[_Block] = []
    start: int | None = None
    for at, line in enumerate([*lines, ""]):
        if line.strip():
            start = at if start is None else start
        elif start is not None:
            blocks.append(_Block(lines[start], start, at))
            start = None
    return blocks


def _with_headline(said: Said, line: str) -> Said:
    """Return *said* with the status that a callout is headed with."""
    head = _CALLOUT.match(line)
    return replace(said, status=_status(head.group(1))) if head else said


def _status(words: str) -> str | None:
    """Return the first status among *words*; None when there is none."""
    return next((word for word in _WORD.findall(words.lower()) if word in CLAIM_STATUSES), None)


def _is_ties(block: _Block, lines: Sequence[str]) -> bool:
    """Tell whether a block looks like a list of ties."""
    return all(_TIE.match(line) for line in lines[block.start : block.end])


def _is_about(block: _Block, *, quoted: bool) -> bool:
    """Tell whether a block is the line of verdict, label, tags and links."""
    if block.end - block.start != 1:
        return False
    if quoted:
        return _LINK.search(block.first) is not None
    head = _HEAD.match(block.first)
    is_tags = _TAGS.fullmatch(block.first.strip())
    return bool((head and _status(head.group(1))) or is_tags or _is_label(block.first))


def _is_label(words: str) -> bool:
    """Tell whether *words* are a label and tags of the plain dialect."""
    first = words.split(_BETWEEN)[0]
    return first.replace(" ", "-") in LABELS or first.startswith("tags: ")


def _with_about(said: Said, line: str, profile: Profile) -> Said:
    """Return *said* with what the line below the passage says."""
    head = _HEAD.match(line)
    if head and (status := _status(head.group(1))):
        said, line = replace(said, status=status), head.group(2)
    verdict: list[str] = []
    for piece in line.split(_BETWEEN):
        if _LINK.fullmatch(piece.strip()):
            continue
        said, is_taken = (_tagged if profile.has_tags else _named)(said, piece.strip())
        verdict += [] if is_taken or not piece.strip() else [piece]
    if said.status is None and said.tagged_status is None:
        return replace(said, unknown=(*said.unknown, *verdict))
    return replace(said, verdict=_ESCAPED.sub(r"\1", _BETWEEN.join(verdict)).strip())


def _tagged(said: Said, piece: str) -> tuple[Said, bool]:
    """Return *said* with the tags that a piece of the line is; and whether it is that."""
    if not _TAGS.fullmatch(piece):
        return said, False
    for tag in _TAG.findall(piece):
        kind, _, name = tag.partition("/")
        if kind == "claim" and name in CLAIM_STATUSES:
            said = replace(said, tagged_status=name)
        elif kind == "label" and name in LABELS:
            said = replace(said, label=name)
        elif kind in ("claim", "label") and name:
            said = replace(said, unknown=(*said.unknown, f"#{tag}"))
        else:
            said = replace(said, tags=(*said.tags, tag))
    return said, True


def _named(said: Said, piece: str) -> tuple[Said, bool]:
    """Return *said* with the label or tags that a piece of the line is; and whether it is that."""
    label = piece.replace(" ", "-")
    if label in LABELS:
        return replace(said, label=label), True
    if not piece.startswith("tags:"):
        return said, False
    names = _ESCAPED.sub(r"\1", piece.removeprefix("tags:")).split(",")
    return replace(said, tags=tuple(name.strip() for name in names if name.strip())), True


def _note(lines: Sequence[str]) -> str:
    """Return the note that *lines* are; that of a reply without what makes it an item."""
    item = re.match(rf"((?:- )+){REPLY} ?", lines[0]) if lines else None
    if item is None:
        return "\n".join(lines).strip()
    indent = " " * len(item.group(1))
    return "\n".join([lines[0][item.end() :], *(line.removeprefix(indent) for line in lines[1:])])
