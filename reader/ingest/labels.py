"""Lines of a page that name a field and give its value: dates, bylines, tags, places."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.ingest.dates import find_date, iso_date
from reader.ingest.local_dates import iso_local_date, plain
from reader.ingest.tags import split_tags

_MOST_WORDS = 25
_LABELS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(
        rf"\s*(?:{words})\s*(?P<sign>[:：\-–—|])?\s*(?P<value>.*)",
        re.IGNORECASE | re.DOTALL | re.VERBOSE,
    )
    for name, words in {
        "byline": r"""
            by | (?:written|words|story|text|edited|curated|reported|posted|published)\s+by
            | authors? | reporter | von | autor(?:in|a)? | par | auteur | por | di | autor[ei]
            | a\s+cura\s+di | words(?=\s*:) | texte?o?(?=\s*:)
            | लेखक | लेखिका | संवाददाता""",
        "first": r"(?:first|originally)\s+published(?:\s+(?:on|at))?",
        "published": r"""
            (?:date\s+)?published(?:\s+(?:on|at|date|date\s+and\s+time))?
            | publish(?:ing)?\s+date | publication\s+date | posted(?:\s+(?:on|at))?
            | date(?:\s+posted)? | created(?:\s+on)? | issued(?:\s+on)?
            | veröffentlicht(?:\s+am)? | publié(?:\s+le)? | erstellt(?:\s+am)?
            | publicado(?:\s+(?:el|em))? | pubblicato(?:\s+il)? | stand(?=\s*:) | प्रकाशित""",
        "modified": r"""
            (?:last\s+)?(?:updated?|modified|edited|revised|reviewed)(?:\s+(?:on|at|date))?
            | aktualisiert(?:\s+am)? | mis\s+à\s+jour(?:\s+le)? | actualizado(?:\s+el)?
            | atualizado(?:\s+em)? | (?:ultimo\s+aggiornamento|aggiornato)(?:\s+(?:il|alle))?
            | अपडेट""",
        "publisher": r"(?:news\s+)?agency | source | publisher",
        "tags": r"""
            tags? | (?:related\s+)?topics? | keywords? | tagged(?:\s+(?:with|as|in))?
            | filed\s+under | (?:read\s+)?more\s+on(?:\s+these\s+topics)?
            | schlag(?:wörter|worte) | themen | mots-clés | etiquetas | temas | archivado\s+en
            | argomenti | assuntos | tópicos | sujets | टैग | विषय""",
        "dateline": r"location | place | dateline",
    }.items()
}
_SIGNED = ("tags", "publisher", "dateline")
"""Labels that are common words: they count only with a sign, or alone on their line."""

_NAME = re.compile(
    r"(?:(?:d[eu]|van|von|der|den|la|le|bin|al|el|da|di|st)\s+|[A-ZÀ-ÖØ-Þ][\w.’'-]*\s*|[\u0900-\u0dff]+\.?\s*){1,5}"
)
_PLACE = re.compile(rf"{_NAME.pattern}(?:,\s*{_NAME.pattern})?")
_NOT_NAME = re.compile(
    r"\b(?:the|our|your|email|staff\s+only|admin|more|this|that|read|news|www|com)\b|\d|@",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:,|;|\||•|·|&|/|\band\b|\bwith\b|\s[-–—]\s)\s*", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’' -]{2,30}(?:[,/]\s?(?![A-Z][a-z]{2,8}\.?\s\d)[A-Z][\w. ]{1,20})?)"
    r"(?:,\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?))?"
    r"\s?(?:\((?P<agency>[A-Z][\w /.]{1,20})\))?\s?(?:--|[–—:]|\s-\s)\s?\S"
)
_TIME_WORDS = re.compile(r"\b(?:at|on|AT|On|[APap]\.?[Mm]|[A-Z]{2,5})\b")
_ALONE = 0.55
_BOUNDARY = re.compile(
    r"""\s+[|·•]\s+|,?\s+(?:and\s+|et\s+|und\s+|y\s+|e\s+)?
    (?=(?:(?:last\s+)?(?:updated|modified)|mis\s+à\s+jour|actualizado|aktualisiert|aggiornato|atualizado)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Where a line says a second thing of the article."""

_DATES = ("first", "published", "modified")
_LONGEST_DATE = 90
_INITIALS = 4
"""A name in capitals that is no longer may be an agency's."""


@dataclass(slots=True)
class Stated:
    """What the lines of a page state, and which lines did."""

    published: str | None = None
    modified: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    beside: str | None = None
    """A date that stands beside the byline."""

    language: str | None = None
    """The language of the text, whose newsrooms' way to write dates counts."""

    guessed: dict[str, str] = field(default_factory=dict)
    lines: dict[int, str] = field(default_factory=dict)
    """The lines that are no part of the text, each with why."""


def read_labels(
    lines: Sequence[str], language: str | None = None, taken: Container[int] = ()
) -> Stated:
    """Return what *lines* state of the article.

    A label whose line holds no value takes it from the next line, if that can be its value.

    Args:
        lines: the lines.
        language: the one they are in.
        taken: the indices of lines that are known to be something else.
    """
    stated = Stated(language=language)
    dates: dict[str, str] = {}
    for index, name, value in _labelled(lines):
        if index in taken:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if name in _DATES:
            _take_date(stated, dates, index, name, value or "", following)
        elif name == "byline":
            _take_byline(stated, index, value, following)
        elif name == "tags":
            _take_tags(stated, index, value, following, lines)
        else:
            _take_plain(stated, index, name, value, following)
    stated.modified = dates.get("modified")
    stated.published = dates.get("first") or dates.get("published") or stated.beside
    return stated


def _labelled(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield every line that opens with a label: its index, the field, and the rest of it."""
    for index, line in enumerate(lines):
        if len(line) > 300 or len(line.split()) > _MOST_WORDS:
            continue
        first, *others = _parts(line)
        name, value = _label_of(line)
        if name in _DATES or (name is None and others):
            yield from ((index, *label) for part in (first, *others) if (label := _dated(part)))
            if name is None and _dated(others[0]) and _is_person(first):
                yield index, "byline", first
        elif name is not None:
            yield index, name, value


def _parts(line: str) -> list[str]:
    """Return *line* parted before each label of a date in its midst."""
    parts: list[str] = []
    for part in _BOUNDARY.split(line):
        if parts and _dated(part) is None:
            parts[-1] += f" | {part}"
        else:
            parts.append(part)
    return parts


def _label_of(line: str) -> tuple[str | None, str]:
    """Return the field that *line* opens with a label of, None when it does not, and the rest."""
    for name, pattern in _LABELS.items():
        match = pattern.match(line)
        if match and _is_label(name, match, line):
            return name, match["value"].strip()
    return None, ""


def _dated(part: str) -> tuple[str, str] | None:
    """Return a labelled date in one part of a line."""
    name, value = _label_of(part)
    return (name, value) if name in _DATES else None


def _is_person(text: str) -> bool:
    """Tell whether *text* can be a person's name and nothing else."""
    is_name = _NAME.fullmatch(text) is not None and _NOT_NAME.search(text) is None
    return is_name and 2 <= len(text.split()) <= 4


def _is_label(name: str, match: re.Match[str], line: str) -> bool:
    """Tell whether the words that open *line* are a label, not the start of a sentence."""
    if match["sign"] == ":":
        return True
    if name in _SIGNED:
        return name == "tags" and not match["value"] and not match["sign"]
    return not match["value"] or bool(match["sign"]) or line[match.start("value") - 1].isspace()


def _take_date(
    stated: Stated, dates: dict[str, str], index: int, name: str, value: str, following: str
) -> None:
    """Take a labelled date, from its own line or the next; an empty label is dropped too."""
    found = iso_local_date(value, stated.language)
    if found is None and not value and is_date_line(following, stated.language):
        found = iso_local_date(following, stated.language)
        stated.lines[index + 1] = "metadata"
    if found is not None:
        dates.setdefault(name, found)
    if found is not None or not value:
        stated.lines[index] = "label"


def is_date_line(line: str, language: str | None = None) -> bool:
    """Tell whether *line* is a date, a time of day and little else."""
    line = plain(line, language)
    match = find_date(line) if len(line) <= _LONGEST_DATE else None
    if match is None:
        return False
    rest = line[: match.start()] + line[match.end() :]
    letters = sum(map(str.isalpha, _TIME_WORDS.sub("", rest)))
    return letters <= max(12, _ALONE * len(match[0]))


def _take_byline(stated: Stated, index: int, value: str, following: str) -> None:
    """Take a byline, from its own line or the next, with a date that may share the line."""
    if not value:
        value, last = following, index + 1
    else:
        last = index
    value = plain(value, stated.language)
    match = find_date(value)
    people = names(value[: match.start()] if match else value)
    if not people or len(value) > 200:
        return
    stated.byline = tuple(dict.fromkeys((*stated.byline, *people)))
    stated.lines |= dict.fromkeys(range(index, last + 1), "metadata")
    stated.beside = stated.beside or iso_date(value)


def names(text: str) -> tuple[str, ...]:
    """Return the people that a byline names; empty when it reads as something else."""
    found: list[str] = []
    for part in _PARTS.split(text):
        part = re.sub(r"(?i)^(?:by|written by|edited by)\s+", "", part).strip(" .:")
        if not part:
            continue
        if not _NAME.fullmatch(part) or _NOT_NAME.search(part):
            return tuple(found)
        found.append(part.title() if part.isupper() and len(part) > _INITIALS else part)
    return tuple(found)


def _take_tags(
    stated: Stated, index: int, value: str, following: str, lines: Sequence[str]
) -> None:
    """Take the tags on a label's line or the next."""
    stated.lines[index] = "label"
    if value:
        stated.tags += split_tags(value, lines)
    elif following and len(following.split()) <= _MOST_WORDS and following[-1] not in ".!?:":
        stated.tags += split_tags(following, lines)
        stated.lines[index + 1] = "metadata"


def _take_plain(stated: Stated, index: int, name: str, value: str, following: str) -> None:
    """Take a publisher or a place, if its value is a name; a place may stand on the next line."""
    last = index
    if not value:
        stated.lines[index] = "label"
        if name == "dateline" and _PLACE.fullmatch(following):
            value, last = following, index + 1
    if _PLACE.fullmatch(value) and len(value.split()) <= 5 and getattr(stated, name) is None:
        setattr(stated, name, value)
        stated.lines[last] = "metadata"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What an agency's first paragraph opens with."""

    place: str
    day: str | None = None
    """In ISO 8601, where it names the year."""

    agency: str | None = None


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that *paragraph* opens with, None when it has none."""
    match = _DATELINE.match(paragraph)
    if match is None:
        return None
    return Dateline(match["place"].strip(" ,-"), iso_date(match["day"] or ""), match["agency"])
