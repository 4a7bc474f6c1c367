"""``My Clippings.txt`` of Kindle and of KOReader, and KOReader's own JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from reader.annotations import Mark
from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.objects import document, text_in
from reader.importers.tables import text_of
from reader.importers.values import digest, instant, names

_RULE = re.compile(r"={10}")
_AUTHOR = re.compile(r"(?P<title>.*\S)\s*\((?P<author>(?:[^()]|\([^()]*\))*)\)\s*")
_NUMBERS = re.compile(r"\d+(?:\s*-\s*\d+)?")
_NOTE = re.compile(
    r"\b(?:note|notiz|nota|notitie|notatka|anteckning)\b|メモ|笔记|筆記", re.IGNORECASE
)
_BOOKMARK = re.compile(
    r"\b(?:bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer)\b|ブックマーク|书签",
    re.IGNORECASE,
)
_CUT = re.compile(r"<.*(?:limit|Limit).*>")
_DATES = (
    "%d %B %Y %I:%M:%S %p",
    "%B %d, %Y %I:%M:%S %p",
    "%d %B %Y %H:%M:%S",
    "%B %d, %Y %H:%M:%S",
)


@dataclass(frozen=True, slots=True)
class Clipping:
    """One record of the list."""

    where: str
    heading: str
    is_note: bool
    location: tuple[int, int]
    added: str
    words: str
    color: str | None = None

    @property
    def end(self) -> int:
        """The last location that it is on."""
        return self.location[1]


def read_clippings(bundle: Bundle, form: str) -> Found:
    """Return the highlights of a list of clippings, each with the note that was made on it."""
    refused: list[Refused] = []
    by_heading: dict[str, list[Clipping]] = {}
    for data in bundle.files.values():
        for line, record in _records(text_of(data)):
            try:
                clipping = _clipping(record, f"line {line}")
            except RowError as error:
                refused.append(Refused(f"line {line}", str(error)))
                continue
            if clipping is not None:
                by_heading.setdefault(clipping.heading, []).append(clipping)
    articles = [article_of(heading, found) for heading, found in by_heading.items()]
    return Found(form, tuple(articles), tuple(refused))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each record, with the line that it starts on; blank ones go."""
    record: list[str] = []
    start = 1
    lines = text.replace("\r\n", "\n").replace("\ufeff", "").split("\n")
    for number, line in enumerate(lines, 1):
        if _RULE.fullmatch(line.rstrip()):
            if any(each.strip() for each in record):
                yield start, record
            record, start = [], number + 1
        elif record or line.strip():
            record.append(line)
        else:
            start = number + 1
    if any(each.strip() for each in record):
        yield start, record


def _clipping(record: Sequence[str], where: str) -> Clipping | None:
    """Return one clipping; None for a bookmark, which has no words."""
    heading, about, *rest = [*record, "", ""][: max(2, len(record))]
    if not about.lstrip().startswith("-"):
        raise RowError("has no line that tells what it is")
    if _BOOKMARK.search(about):
        return None
    while rest and not rest[0].strip():
        rest = rest[1:]
    words = "\n".join(line.removeprefix(" ") if line.startswith(" ==") else line for line in rest)
    if not words.strip() or _CUT.fullmatch(words.strip()):
        raise RowError("has no words; the device gives no more of this text")
    parts = [part.strip() for part in about.split("|")]
    numbers = [int(number) for part in parts[:-1] or parts for number in _located(part)]
    return Clipping(
        where,
        heading.strip(),
        bool(_NOTE.search(parts[0])),
        (numbers[-2] if len(numbers) > 1 else numbers[0], numbers[-1]) if numbers else (0, 0),
        _instant(parts[-1]) if len(parts) > 1 else "",
        words,
    )


def _located(part: str) -> Iterator[str]:
    """Yield the ends of the last range of numbers in a part of the line."""
    ranges = _NUMBERS.findall(part)
    if ranges:
        first, _, last = ranges[-1].partition("-")
        yield first.strip()
        yield (last or first).strip()


def _instant(words: str) -> str:
    """Return when a clipping was added, where it is told in English or as numbers."""
    told = re.sub(r"^\D*?\bon\s+", "", words)
    if at := instant(told):
        return at
    told = re.sub(r"^\w+day,?\s+", "", told)
    for form in _DATES:
        try:
            at_ = datetime.strptime(told.strip(), form).replace(tzinfo=UTC)
        except ValueError:
            continue
        return at_.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return ""


def article_of(heading: str, clippings: Sequence[Clipping]) -> FoundArticle:
    """Return one book or article with its marks: a note goes to the highlight that ends there."""
    named = _AUTHOR.fullmatch(heading)
    title = named["title"] if named else heading
    authors = names(named["author"], ";") if named else ()
    about = FoundArticle(clippings[0].where, None, title, is_listed=False, byline=authors)
    paired = _paired(clippings)
    own = {id(note) for note in paired.values()}
    alone = [one for one in clippings if one.is_note and id(one) not in own]
    marks = [
        FoundMark(_mark(about, one, paired.get(place)), one.where)
        for place, one in enumerate(clippings)
        if not one.is_note
    ]
    marks += [FoundMark(_mark(about, None, note), note.where) for note in alone]
    return replace(about, marks=tuple(marks))


def _paired(clippings: Sequence[Clipping]) -> dict[int, Clipping]:
    """Return the notes by the places of the highlights that they were made on.

    One that stands right below a highlight of its location is on that; any other on the first
    that ends where it is and has none.
    """
    paired: dict[int, Clipping] = {}
    for place, (one, below) in enumerate(pairwise(clippings)):
        if below.is_note and not one.is_note and one.end == below.end:
            paired[place] = below
    taken = {id(note) for note in paired.values()}
    free: dict[int, list[int]] = {}
    for place in range(len(clippings) - 1, -1, -1):
        if not clippings[place].is_note and place not in paired:
            free.setdefault(clippings[place].end, []).append(place)
    for note in clippings:
        if note.is_note and id(note) not in taken and free.get(note.end):
            paired[free[note.end].pop()] = note
    return paired


def _mark(about: FoundArticle, passage: Clipping | None, note: Clipping | None) -> Mark:
    """Return the mark of a highlight, of a note, or of both."""
    first = passage or note
    words = passage.words if passage else ""
    said = note.words if note else ""
    known_as = digest(about.title, words or said, str(first.end if first else 0))
    fields = {"quote": words, "note": said, "created": first.added if first else ""}
    color = passage.color if passage else None
    return made_mark("clippings", known_as, about, **fields, color=color)


def read_koreader(bundle: Bundle, form: str) -> Found:
    """Return the highlights of KOReader's JSON: of one document, or of several."""
    articles: list[FoundArticle] = []
    refused: list[Refused] = []
    for data in bundle.files.values():
        body = document(data, bundle.subject)
        listed = body.get("documents", [body]) if isinstance(body, Mapping) else []
        for place, one in enumerate(listed if isinstance(listed, list) else [], 1):
            if isinstance(one, Mapping) and isinstance(one.get("entries"), list):
                articles.append(_document(one, f"document {place}", refused))
            else:
                refused.append(Refused(f"document {place}", "has no entries"))
    return Found(form, tuple(articles), tuple(refused))


def _document(body: Mapping[str, Any], where: str, refused: list[Refused]) -> FoundArticle:
    """Return one document of KOReader; what is wrong with its entries is put into *refused*."""
    about = FoundArticle(
        where,
        None,
        text_in(body, "title"),
        is_listed=False,
        byline=names(text_in(body, "author"), "\n"),
    )
    marks = []
    for place, entry in enumerate(body["entries"], 1):
        spot = f"{where}, entry {place}"
        try:
            if not isinstance(entry, Mapping):
                raise RowError("is no entry")
            words, note = text_in(entry, "text"), text_in(entry, "note")
            known_as = digest(about.title, words, str(entry.get("page")))
            fields = {"quote": words, "note": note, "created": instant(entry.get("time"))}
            chapter = text_in(entry, "chapter") or None
            mark = made_mark("koreader", known_as, about, section=chapter, **fields)
            marks.append(FoundMark(mark, spot))
        except RowError as error:
            refused.append(Refused(spot, str(error)))
    return replace(about, marks=tuple(marks))
