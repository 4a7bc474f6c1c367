"""Dates and names that stand beside a headline without a word that says what they are."""

import re
from collections.abc import Mapping, Sequence

from reader.ingest.labels import Stated, is_date_line, names
from reader.ingest.local_dates import iso_local_date
from reader.ingest.scrape.lines import Line

_HEAD = 2
"""How many paragraphs may stand above a date that is still the article's: a standfirst is one."""

_ROLE_WORDS = 5
_PLACES = re.compile(
    r"\b(?:news|desk|staff|team|times|post|daily|weekly|gazette|courier|herald|press|street|county"
    r"|city|north|south|east|west|new|saint|university|politics|business|culture|sport)\b",
    re.IGNORECASE,
)


def take_dates(
    stated: Stated, lines: Sequence[Line], body: Sequence[int], out: Mapping[int, str]
) -> dict[int, str]:
    """Return the lines around the text that are dates alone; the first may date the article."""
    if not body:
        return {}
    top = body[min(_HEAD, len(body) - 1)]
    dates = [i for i, line in enumerate(lines) if i not in out and _is_date(line, stated)]
    inside = [index for index in dates if body[0] < index < body[-1]]
    found: dict[int, str] = {}
    for index in dates:
        if index in inside and (index > top or len(inside) > 1):
            continue
        found[index] = "metadata"
        if stated.published is None and (
            date := iso_local_date(lines[index].text, stated.language)
        ):
            stated.published = date
            stated.guessed["published"] = "a line that is only a date; nothing says of what"
    return found


def _is_date(line: Line, stated: Stated) -> bool:
    """Tell whether *line* is a date alone."""
    return is_date_line(line.text, stated.language)


def take_name(
    stated: Stated, lines: Sequence[Line], body: Sequence[int], out: Mapping[int, str]
) -> dict[int, str]:
    """Return the line that is the name of who wrote the text, if none is labelled.

    Such a name stands at the head of the text next to a date; only the writer's part or address
    may stand between them.

    Args:
        stated: what labels state; its byline is set.
        lines: the lines.
        body: the indices of the paragraphs that are kept, in order.
        out: the indices of lines that are known to be something else.
    """
    if stated.byline or not body:
        return {}
    top = body[min(1, len(body) - 1)]
    for date in (index for index in sorted(out) if index <= top and lines[index].dated):
        for index in _places_for_name(lines, date):
            if index not in out and index <= top and _is_name(lines[index]):
                stated.byline = names(lines[index].text)
                stated.guessed["byline"] = "a name beside the date; nothing says of whom"
                return {index: "metadata"}
    return {}


def _places_for_name(lines: Sequence[Line], date: int) -> list[int]:
    """Return the indices where the name beside a date can stand, the likeliest first."""
    places = [date - 1]
    if date >= 2 and lines[date - 1].words <= _ROLE_WORDS:
        places.append(date - 2)
    places.append(date + 1)
    return [index for index in places if 0 <= index < len(lines)]


def _is_name(line: Line) -> bool:
    """Tell whether *line* can be a person's name and nothing else."""
    text = line.text
    plain = 2 <= len(text.split()) <= 4 and line.copies == 1 and not any(line.furniture)
    return plain and not line.digits and not _PLACES.search(text) and len(names(text)) == 1
