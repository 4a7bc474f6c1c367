"""Puts the dated sentences of an article in the order in which their days came.

Only what names a stretch of the calendar has a place in it: a day, a month, a quarter, a decade, a
range of them. "Recently", "every Friday" and "two years" have none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reader.facts.model import Fact, reading_order
from reader.facts.sentences import sentence_spans

FEWEST_MOMENTS = 3
"""With fewer different dates there is no course of events to show."""

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>\w[\w:]*))?)?"
    r"|-W(?P<week>\d\d)(?:-(?:WE|\d))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|AU|WI))?"
)
_STRETCH = re.compile(r"(?P<first>\d{2,3})X{0,2}")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
_PARTS_OF_DAY = {"MO": "06:00", "DT": "06:00", "AF": "12:00", "EV": "18:00", "NI": "21:00"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated sentence of an article."""

    value: str
    """When: a TIMEX3 value of the calendar, as ``2025-12-11``, or a range of two."""

    start: int
    """Offset of the sentence in ``Article.text``."""

    end: int
    """Offset after the sentence."""

    fact: Fact
    """The date or time that the sentence names; the first, when it names one twice."""


def timeline(facts: Iterable[Fact], text: str) -> list[Moment]:
    """Return the dated sentences in the order of their dates; none when the dates are few.

    Of one date the sentences stand in reading order, and a longer stretch of time before its
    parts: a year, then its months, then their days.

    Args:
        facts: the facts of the article.
        text: its text.
    """
    dated = [
        (when, fact)
        for fact in sorted(facts, key=reading_order)
        if fact.kind in {"date", "time"} and (when := _begins(str(fact.value))) is not None
    ]
    if len({when for when, _ in dated}) < FEWEST_MOMENTS:
        return []
    sentences = sentence_spans(text)
    starts = [start for start, _ in sentences]
    moments: dict[tuple[str, int], tuple[str, Moment]] = {}
    for when, fact in dated:
        start, end = sentences[bisect_right(starts, fact.start) - 1]
        moment = Moment(str(fact.value), start, end, fact)
        moments.setdefault((moment.value, start), (when, moment))
    return [moment for _, moment in sorted(moments.values(), key=_order)]


def _order(dated: tuple[str, Moment]) -> tuple[str, int, int]:
    """Return the key that puts moments in the order of time."""
    when, moment = dated
    return when, moment.fact.start, moment.fact.end


def _begins(value: str) -> str | None:
    """Return when a value of the calendar begins, so that the order of strings is that of time.

    ``2025-12-11T09:30`` for a time, ``2025-12`` for a month; None for what the calendar has not.
    """
    first = value.partition("/")[0]
    point = _POINT.fullmatch(first)
    if point is None:
        stretch = _STRETCH.fullmatch(first)
        return stretch["first"].ljust(4, "0") if stretch else None
    if point["week"]:
        return _monday(int(point["year"]), int(point["week"]))
    if point["day"]:
        clock = point["clock"]
        day = first.partition("T")[0]
        return f"{day}T{_PARTS_OF_DAY.get(clock, clock)}" if clock else day
    month = _first_month(point)
    return f"{point['year']}-{month:02}" if month else point["year"]


def _first_month(point: re.Match[str]) -> int | None:
    """Return the month that a part of a year begins with; None for a whole year."""
    if point["quarter"]:
        return 3 * int(point["quarter"]) - 2
    if point["half"]:
        return 6 * int(point["half"]) - 5
    return _SEASONS[point["season"]] if point["season"] else int(point["month"] or 0) or None


def _monday(year: int, week: int) -> str | None:
    """Return the first day of a week; None when the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1).isoformat()
    except ValueError:
        return None
