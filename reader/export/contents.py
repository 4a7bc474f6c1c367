"""Notes that lead to notes: the contents of a folder, of all articles or of those with one tag."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.export.document import OUTLINE_ID
from reader.export.escaping import escape_line
from reader.export.file_names import safe_name
from reader.export.notes import Notes, Region
from reader.export.profiles import Profile, profile_named

_ID = "newsmargin-contents"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article's notes in the contents."""

    title: str
    file: str
    """Its file, relative to the folder, with forward slashes."""
    section: str
    published: str = ""
    marks: int = 0
    claims: int = 0


def contents(entries: Sequence[Entry], profile: str, tag: str | None = None) -> Notes:
    """Return the contents of a folder as notes, which are merged into their file as others are.

    Args:
        entries: the notes that they lead to.
        profile: the dialect of Markdown, by its name in ``PROFILES``.
        tag: what all of them are tagged with; None for those of the whole library.
    """
    dialect = profile_named(profile)
    name = "Notes" if tag is None else f"Tag {tag}"
    known_as = _ID
    if tag is not None:
        known_as += f"-{hashlib.blake2s(tag.encode(), digest_size=5).hexdigest()}"
    front = {"id": f"id: {known_as}"}
    if dialect.is_outline:
        front = {OUTLINE_ID: f"{OUTLINE_ID}:: {known_as}"}
    bullet = "- " if dialect.is_outline else ""
    body = "\n".join(_lines(entries, dialect))
    body = "".join(f"{dialect.indent}{line}" for line in body.splitlines(keepends=True))
    return Notes(
        article=known_as,
        names=(safe_name(name) or known_as, f"{safe_name(name)} (contents)", known_as),
        profile=dialect,
        front=front,
        title=f"{bullet}# {escape_line(name, dialect)}",
        regions=(Region("contents", f"{body}\n"),),
    )


def _lines(entries: Sequence[Entry], profile: Profile) -> list[str]:
    """Return a list of *entries* for each section, the latest first."""
    latest = sorted(entries, key=lambda one: (one.published, one.title), reverse=True)
    lines: list[str] = []
    by_section = sorted(latest, key=lambda one: one.section.casefold())
    for section, inside in groupby(by_section, key=lambda one: one.section):
        lines += [f"**{escape_line(section, profile)}**", ""]
        lines += [_item(one, profile) for one in inside]
        lines.append("")
    return lines[:-1]


def _item(entry: Entry, profile: Profile) -> str:
    """Return the list item of one article."""
    counts = [f"{entry.marks} marks" if entry.marks != 1 else "1 mark"]
    counts += [f"{entry.claims} claims" if entry.claims > 1 else "1 claim"] if entry.claims else []
    about = " · ".join(part for part in (entry.published[:10], *counts) if part)
    if profile.has_tags:
        words = entry.title.translate({ord(sign): " " for sign in "[]|"})
        return f"- [[{entry.file.removesuffix('.md')}|{words}]] · {about}"
    words = escape_line(entry.title, profile).replace("]", "\\]")
    return f"- [{words}](<{entry.file}>) · {about}"
