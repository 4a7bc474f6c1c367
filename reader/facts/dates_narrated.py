"""Dates told from one named before: "that year", "the next morning", "three days later"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reader.facts.calendar_arithmetic import shifted
from reader.facts.calendar_terms import (
    COUNT,
    PART_OF_DAY,
    PARTS_OF_DAY,
    VAGUE,
    WEEKDAY,
    unit_name,
    weekday_number,
)
from reader.facts.dates_durations import length
from reader.facts.model import Fact
from reader.facts.numbers import number
from reader.facts.reading import Reading
from reader.facts.timex import SAME_QUARTER, Moment, Timex, rule

NARRATED = "date.narrated"
"""The rule for what only a date told before makes certain; without one it is left out."""

_RULES = frozenset({NARRATED, "time.narrated", "date.neighbour", "date.distant"})
_TOLD = re.compile(
    r"(?:(?:earlier|later|early|late) )?(?:"
    r"(?:that(?: same| very)?|the same) (?P<same>day|week|month|year|quarter|decade)"
    r"|the (?P<which>following|next|previous|preceding|very next)"
    r" (?P<unit>day|week|month|year)"
    r"|the (?P<beside>day|week|month|year) (?P<side>before|after)"
    r"|(?P<way>that|the same|the next|the following|the previous)"
    r" (?P<part>morning|afternoon|evening|night)"
    rf"|(?:(?:about|around|nearly|almost|more than|over|at least|less than|just|roughly|some|only)"
    rf" )?(?:(?P<count>{COUNT}|{VAGUE}) )?(?P<far>days?|weeks?|months?|years?|decades?)"
    r" (?P<back>earlier|later|before))",
    re.IGNORECASE,
)
_NEXT_WEEKDAY = re.compile(rf"(?:next|following) ({WEEKDAY})(?: {PART_OF_DAY})?", re.IGNORECASE)
_ANCHOR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q\d)?(?:T.*)?")
_PRECISION = {"decade": 0, "year": 0, "quarter": 1, "month": 1, "week": 2, "day": 2}
"""How many parts of a date, after its year, tell what lies a unit from it."""

_REACH = 420
_PARAGRAPHS = 2
_NO_MORE = (
    r"(?=[.,;:)!?\"”]|\n|$| (?:and|but|when|that|as|to|in|on|at|from|with|for|after|while)\b)"
)


def _narrated(_match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read what a date before explains; its value is told when all dates are known."""
    return Timex("date", "XXXX")


def _narrated_part(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a part of a day that a date before explains."""
    return Timex("time", f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]}")


def _next_weekday(reading: Reading, fact: Fact, known: list[Fact]) -> Fact:
    """Return "the next Tuesday" of a story as the one after the day told before it."""
    named = _NEXT_WEEKDAY.fullmatch(fact.text)
    if named is None or not reading.flat.endswith("the ", 0, fact.start):
        return fact
    anchor = _anchor(reading, fact, known, _PRECISION["day"])
    if anchor is None:
        return fact
    day = anchor[0] + timedelta((weekday_number(named[1]) - anchor[0].weekday() - 1) % 7 + 1)
    value = f"{day.isoformat()}{str(fact.value)[10:]}"
    return replace(fact, value=value, entity=f"{fact.kind}:{value}".lower(), confidence=0.7)


def narrated(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield *facts*, in order, with those told from a date before them put right."""
    known: list[Fact] = []
    for fact in facts:
        told = _TOLD.fullmatch(reading.flat[fact.start : fact.end]) if _may_be(fact) else None
        settled = _settled(reading, fact, told, known) if told else fact
        if settled is None:
            continue
        if settled.evidence[0] == "date.weekday":
            settled = _next_weekday(reading, settled, known)
        if _ANCHOR.fullmatch(str(settled.value)) and settled.kind in {"date", "time"}:
            known.append(settled)
        yield settled


def _may_be(fact: Fact) -> bool:
    """Tell whether *fact* is of a rule that reads what can be told from another date."""
    return fact.evidence[0] in _RULES and fact.evidence[-1] != SAME_QUARTER


def _settled(reading: Reading, fact: Fact, told: re.Match[str], known: list[Fact]) -> Fact | None:
    """Return *fact* with the value that a date before it gives, or None when it says nothing."""
    unit, count = _shift(told)
    anchor = _anchor(reading, fact, known, _PRECISION[unit])
    value = _value(anchor, unit, count, told["part"]) if anchor and count is not None else None
    if value:
        evidence = (*(name for name in fact.evidence if name != NARRATED), NARRATED)
        entity = f"{fact.kind}:{value}".lower()
        return replace(fact, value=value, entity=entity, evidence=evidence, confidence=0.7)
    if (told["back"] or "").lower() == "later":
        span = length(told["count"], told["far"])
        return replace(fact, kind="duration", value=span, entity=f"duration:{span}".lower())
    return None if fact.evidence[0] == NARRATED else fact


def _shift(told: re.Match[str]) -> tuple[str, int | None]:
    """Return the unit and how many of it lie between the date told before and this one."""
    if told["same"]:
        return told["same"].lower(), 0
    if told["which"]:
        back = told["which"].lower() in {"previous", "preceding"}
        return told["unit"].lower(), -1 if back else 1
    if told["beside"]:
        return told["beside"].lower(), -1 if told["side"].lower() == "before" else 1
    if told["part"]:
        way = told["way"].lower().removeprefix("the ")
        return "day", {"next": 1, "following": 1, "previous": -1}.get(way, 0)
    written = (told["count"] or "").lower()
    value = 1 if written in {"a", "an"} else number(written)
    if value is None or value != int(value):
        return unit_name(told["far"]), None
    return unit_name(told["far"]), int(value) * (1 if told["back"].lower() == "later" else -1)


def _anchor(
    reading: Reading, fact: Fact, known: list[Fact], precision: int
) -> tuple[date, str] | None:
    """Return the nearest date before *fact* that is told precisely enough, and its value."""
    for before in reversed(known[-6:]):
        gap = reading.flat[before.end : fact.start]
        if len(gap) > _REACH or len(re.findall(r"\n+", gap)) >= _PARAGRAPHS:
            return None
        found = _ANCHOR.fullmatch(str(before.value))
        if found and sum(part is not None for part in found.groups()[1:]) >= precision:
            return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)), found[0]
    return None


def _value(anchor: tuple[date, str], unit: str, count: int, part: str | None) -> str | None:
    """Return what lies *count* units from the anchor."""
    day, written = anchor
    if unit == "quarter":
        return written if "Q" in written else shifted(day, unit, 0)
    value = shifted(day, unit, count)
    return f"{value}T{PARTS_OF_DAY[part.lower()]}" if value and part else value


RULES = (
    rule(
        NARRATED,
        "unit",
        r"\b(?:(?:earlier|later|early|late) )?(?:that(?: same| very)?|the same)"
        r" (?:day|week|month|year|quarter|decade)\b(?!-| (?:as|that|of)\b)",
        _narrated,
    ),
    rule(NARRATED, "unit", r"\bthe (?:day|week|month|year) after\b" + _NO_MORE, _narrated),
    rule(
        "time.narrated",
        "part",
        r"\b(?:(?:earlier|later) )?(?:that|the same|the next|the following|the previous)"
        r" (?P<part>morning|afternoon|evening|night)\b",
        _narrated_part,
    ),
)
