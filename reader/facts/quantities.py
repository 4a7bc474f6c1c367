"""Finds measures: "60 miles", "8- to 16-metre", "44 mg to 50 mg", "7,000 m³/s"."""

import re
from dataclasses import dataclass
from typing import Any

from reader.facts.model import Fact
from reader.facts.numbers import DIGITS, FRACTIONS, NUMBER, ONES, SCALES, TENS, number, tidy
from reader.facts.reading import Reading
from reader.facts.units import FIRST_WORDS, Unit, unit_at

_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "thirds": 1 / 3, "quarters": 0.25}
_PART = r"(?:(?P<parts>one|two|three|an?)[ -])?(?P<part>half|quarters?|thirds?)(?: of)?(?: an?)?"
_FRACTION = r"(?:(?P<whole>\d+)[ -])?(?P<over>\d{1,2})/(?P<under>\d{1,2})"
_POWER_OF_TEN = rf"(?P<digits>{DIGITS})(?:[eE]| ?[x×] ?10\^?)(?P<exponent>[-+]?\d{{1,2}})"
_GROUPED = r"\d{1,3}(?: \d{3}){1,6}"
_UNUSUAL = rf"(?:{_POWER_OF_TEN}|{_FRACTION}|(?P<thousands>{DIGITS})k|{_PART})"
_WRITTEN = rf"(?:{_UNUSUAL}|{_GROUPED}(?![\d.,])|{NUMBER})"
_NOT_INSIDE = r"(?<![\w$£€¥₹.,/%-])"
_BEFORE_UNIT = re.compile(
    rf"(?:{_NOT_INSIDE}|(?<=\d-))(?P<number>an?(?= )|(?:(?<![\d)] )-)?{_WRITTEN})(?: ?|-)\Z",
    re.IGNORECASE,
)
_ONLY_UNUSUAL = re.compile(_UNUSUAL, re.IGNORECASE)
_FIRST_OF_RANGE = re.compile(
    rf"{_NOT_INSIDE}(?P<number>(?:(?<![\d)] )-)?{_WRITTEN})-?"
    r"(?P<sign> (?:to|or|and) | ?(?:-|–|±|\+/-) ?)\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r" (?:to|or|and) | ?(?:-|–) ?")
_OPENS = re.compile(r"\bbetween \Z")
_WORD = re.compile(r"[A-Za-z°º℃℉µμΩ]+")
_NUMBER_WORDS = frozenset([*ONES, *TENS, *SCALES, *_PARTS, "a", "an", "of", "trillions"]) - {"k"}
_LAST_WORD = re.compile(r"[a-z]+\Z")
_SAID_OF_ONE = frozenset({"m3", "kg", "byte", "W", "V"})
_FIGURATIVE = frozenset({"ton", "stone", "cup", "tonne", "carat"})
_REACH = 60
_LONGEST_UNIT = 60


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, or two with one unit between which the amount lies."""

    start: int

    end: int

    low: float

    high: float

    unit: Unit

    margin: float | None = None
    """How far off the amount can be, where that is told."""

    spread: bool = False
    """Whether it tells two numbers."""


def find_quantities(reading: Reading) -> list[Fact]:
    """Return the measures in reading order."""
    found: list[Measure] = []
    done = 0
    for hint in _WORD.finditer(reading.flat):
        if hint.start() < done or hint.group() not in FIRST_WORDS:
            continue
        measure = _measure_at(reading.flat, hint.start(), done)
        if measure:
            joined = _joined(reading.flat, found[-1], measure) if found else None
            if joined:
                found.pop()
            found += [joined] if joined else [*_listed(reading.flat, measure, done), measure]
            done = measure.end
    return [_fact(reading, measure) for measure in found]


def _measure_at(flat: str, at: int, done: int) -> Measure | None:
    """Return the measure whose unit is written at *at*."""
    low = max(done, at - _REACH)
    before = flat[low:at]
    if not _can_end_number(before):
        return None
    match = _BEFORE_UNIT.search(flat[max(0, low - 2) : at], min(low, 2))
    single = match is not None and match["number"].lower() in {"a", "an"}
    amount = 1.0 if single else amount_of(match["number"]) if match else None
    found = unit_at(flat, at, min(len(flat), at + _LONGEST_UNIT)) if match else None
    if match is None or amount is None or found is None:
        return None
    unit, end = found
    if unit.si == "K" and amount > 0 and flat.endswith("minus ", 0, at - len(match.group())):
        return Measure(at - len(match.group()) - len("minus "), end, -amount, -amount, unit)
    if match["number"].lower() in {"a", "an"}:
        return (
            Measure(at - len(match.group()), end, 1, 1, unit) if _is_one(flat, unit, end) else None
        )
    return _with_first(flat, Measure(at - len(match.group()), end, amount, amount, unit), done)


def _is_one(flat: str, unit: Unit, end: int) -> bool:
    """Tell whether "a" before a unit counts it: "a gallon of beer", but not "a degree of care"."""
    after = flat[end : end + 4]
    return after in {" of ", " is "} and unit.si in _SAID_OF_ONE and unit.name not in _FIGURATIVE


def _can_end_number(before: str) -> bool:
    """Tell whether a number can end where *before* ends; asked before the costly pattern."""
    before = before.rstrip(" -") if before[-1:] in {" ", "-"} else before
    last = before[-1:]
    if last.isdigit() or last in FRACTIONS or (last == "k" and before[-2:-1].isdigit()):
        return True
    word = _LAST_WORD.search(before[-12:].lower())
    return word is not None and word.group().removesuffix("s") in _NUMBER_WORDS


def _with_first(flat: str, measure: Measure, done: int) -> Measure:
    """Return *measure* with the number of a range, or the value, that stands before it."""
    low = max(done, measure.start - _REACH)
    match = _FIRST_OF_RANGE.search(flat[max(0, low - 2) : measure.start], min(low, 2))
    first = amount_of(match["number"]) if match else None
    if match is None or first is None:
        return measure
    start = measure.start - len(match.group())
    if match["sign"].strip() in {"±", "+/-"}:
        return Measure(start, measure.end, first, first, measure.unit, margin=measure.low)
    if match["sign"] == " and " and not _OPENS.search(flat[max(0, start - 10) : start]):
        return measure
    if first >= measure.high:
        return measure
    return Measure(start, measure.end, first, measure.high, measure.unit, spread=True)


def _listed(flat: str, measure: Measure, done: int) -> list[Measure]:
    """Return the measure whose unit is written only behind the next: the 45 of "45 and 50 mg"."""
    low = max(done, measure.start - _REACH)
    match = _FIRST_OF_RANGE.search(flat[max(0, low - 2) : measure.start], min(low, 2))
    if measure.spread or match is None or match["sign"] != " and ":
        return []
    start = measure.start - len(match.group())
    amount = amount_of(match["number"])
    if amount is None or not match["number"][-1].isdigit():
        return []
    return [Measure(start, start + len(match["number"]), amount, amount, measure.unit)]


def _joined(flat: str, first: Measure, second: Measure) -> Measure | None:
    """Return the range that two measures are the ends of: "44 mg to 50 mg"."""
    sign = _BETWEEN.fullmatch(flat, first.end, second.start)
    if sign is None or first.unit != second.unit or first.spread or second.spread:
        return None
    opened = _OPENS.search(flat[max(0, first.start - 10) : first.start])
    if sign.group() == " and " and not opened:
        return None
    low, high = sorted((first.low, second.high))
    return Measure(first.start, second.end, low, high, first.unit, spread=True)


def amount_of(written: str) -> float | None:
    """Return the value of a number as measures write it, fractions and powers among them."""
    sign, bare = (-1, written[1:]) if written.startswith("-") else (1, written)
    unusual = _ONLY_UNUSUAL.fullmatch(bare)
    if unusual:
        value = _unusual(unusual)
    else:
        value = number(bare.replace(" ", "") if bare[0].isdigit() else bare)
    return None if value is None else sign * value


def _unusual(match: re.Match[str]) -> float | None:
    """Return the value of a fraction, a power of ten or a part of one."""
    if match["exponent"]:
        digits = number(match["digits"])
        return None if digits is None else float(f"{digits}e{int(match['exponent'])}")
    if match["under"]:
        if int(match["under"]) == 0:
            return None
        return int(match["whole"] or 0) + int(match["over"]) / int(match["under"])
    if match["thousands"]:
        return 1000 * (number(match["thousands"]) or 0)
    if match["part"]:
        parts = {"two": 2, "three": 3}.get((match["parts"] or "").lower(), 1)
        return parts * _PARTS[match["part"].lower()]
    return None


def _fact(reading: Reading, measure: Measure) -> Fact:
    """Return the fact of a measure; of a range, the amount is its middle."""
    unit = measure.unit
    amount = _rounded((measure.low + measure.high) / 2)
    value: dict[str, Any] = {"amount": amount, "unit": unit.name}
    if measure.spread:
        value |= {"from": measure.low, "to": measure.high}
    if measure.margin is not None:
        value |= {"margin": measure.margin}
    return reading.fact(
        "quantity",
        measure.start,
        measure.end,
        value,
        "quantity.range" if measure.spread else "quantity.measure",
        entity=f"quantity:{amount} {unit.name}",
        si=_in_si(amount, unit),
    )


def _in_si(amount: float, unit: Unit) -> dict[str, Any] | None:
    """Return the amount in SI units, where the unit is a measure."""
    if unit.si is None:
        return None
    return {"amount": _rounded(amount * unit.factor + unit.offset), "unit": unit.si}


def _rounded(value: float) -> float:
    """Return *value* without the dust of floating point, however small it is."""
    return tidy(value) if abs(value) >= 1 or value == 0 else float(f"{value:.6g}")
