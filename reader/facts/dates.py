"""Finds expressions of time and gives each its TIMEX3 value.

The rules are many and most words are none of theirs, so one cheap pattern first finds the words
that can be part of such an expression; a rule only looks around the words that trigger it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from reader.facts import (
    dates_anchored,
    dates_calendar,
    dates_clock,
    dates_durations,
    dates_narrated,
    dates_periods,
    dates_relative,
    dates_uncounted,
    dates_written,
)
from reader.facts.dates_context import in_context
from reader.facts.model import Fact
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex
from reader.facts.timex import Moment, Rule, Timex

_FIRST_LETTERS = (
    r"\d|a(?:pr|ug|ft|go|ut|nn|sh|rm|nz|ll|sc)|b(?:ef|ox|as|la|on)|c(?:ur|en|hr|an|in|ol|yb)"
    r"|d(?:ec|ay|ai)|e(?:ve|ar|as|pi|ig)|f(?:eb|ri|or|ro|ut|al|if)|g(?:oo|ro)|h(?:al|ou|ol|r|[1-4])"
    r"|int|j(?:an|u[nl])|l(?:as|at|on|ab)|m(?:ar|ay|on|id|or|in|om|em|au)|n(?:ov|ig|oo|ex|ow|ew|in)"
    r"|oct|p(?:re|as|al|en)|q(?:ua|[1-4])|re[cm]|s(?:ep|at|un|ec|pr|um|t|ai|ix|ev|hr)"
    r"|t(?:ue|hu|hi|he|od|on|om|ha|wo|we)|v(?:al|et)|w(?:ed|ee|in|hi)|y(?:ea|es|r)"
)
"""What words of ``_TRIGGER`` begin with: it passes over all others in far less time."""

_TRIGGER = re.compile(
    rf"\b(?={_FIRST_LETTERS})"
    r"(?:(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)\b"
    r"|(?P<quarter>quarter|half)\b"
    r"|(?P<part>(?:mid-?)?(?:morning|afternoon)|evening|night|noon|midday|midnight)\b"
    r"|(?P<long>(?:hour|day|week|month|year|decade|centurie)s?-?long|century-long)\b"
    r"|(?P<this_month>(?:this|last|next) month)\b"
    r"|(?P<year_end>year(?:-| |'s )end)\b"
    r"|(?P<unit>(?:second|minute|hour|day|week|weekend|fortnight|month|year|decade|century"
    r"|quarter|night)s?|centuries)\b"
    r"|(?P<distant>ago|earlier|later|previously|before that|from now)\b"
    r"|(?P<distant2>before)(?=[.,;:)!?\n]|$| (?:and|but)\b)"
    r"|(?P<deictic>today|tonight|yesterday|tomorrow|now|present|presently|moment|currently|this"
    r" time"
    r"|these days|nowadays|recently|past|lately|formerly|long ago|previously|recent|future)\b"
    r"|(?P<season>spring|summer|autumn|fall|winter)\b"
    r"|(?P<frequency>daily|nightly|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly"
    r"|hourly)\b|(?P<holiday>christmas|boxing|new year|valentine|halloween|bastille|easter"
    r"|thanksgiving|good friday|black friday|st\.? patrick|saint patrick|labor day"
    r"|memorial day|earth day"
    r"|april fool|martin luther|ash wed|palm sun|veterans|armistice|remembrance sun|juneteenth"
    r"|anzac|canada day|bonfire night|cinco de|groundhog|all saints|epiphany|international wor"
    r"|may day|holocaust mem|columbus day|presidents'"
    r"|cyber monday|maundy|shrove|ascension day|whit monday|pentecost)"
    r"|(?P<spoken>nineteen[ -](?=[a-z]{3,5}ty)|two thousand\b)"
    r"|(?P<part_of_year>[qh][1-4]\b)"
    r"|(?P<decade>\d?\d?\d0'?s\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)"
    r"|(?P<short>hrs?|mins?|secs?|yrs?)\b"
    r"|(?P<digits>\d{4}(?:\b|(?=[年년]))|\d{1,2}(?:[:/.]\d\d?\b| ?[ap]\.?m\b))"
    r")|(?<=')(?P<decade2>\d0s)\b",
)
"""Words that expressions of time hold, in lower case."""

_ALSO = {
    "quarter": ("unit",),
    "part": ("unit",),
    "decade2": ("decade",),
    "distant2": ("distant",),
    "this_month": ("unit",),
}
_COMPARES = re.compile(r"(?:more|less) than (?=an? )", re.IGNORECASE)
_FIGURE_BEFORE = re.compile(r"(?:%|per ?cent|points?|times|half|twice|million|billion|\d) $")
"""Words that make "less than a year before" a figure's, and "a year before" the time."""

_BEFORE = 48
_AFTER = 48
_LONGEST_WORD = 24

_LANGUAGE_INDEPENDENT = frozenset(
    {"date.abroad", "date.signs", "date.iso", "date.iso-slashed", "date.numeric", "time.clock"}
)


def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the kind of word that triggers them."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    modules = (
        dates_anchored,
        dates_narrated,
        dates_written,
        dates_calendar,
        dates_periods,
        dates_relative,
        dates_durations,
        dates_uncounted,
        dates_clock,
    )
    for rule in (rule for module in modules for rule in module.RULES):
        rules[rule.trigger].append(rule)
    return {trigger: tuple(found) for trigger, found in rules.items()}


_RULES = _by_trigger()


def find_dates(reading: Reading) -> list[Fact]:
    """Return dates, times, durations and sets in reading order; the longest match wins."""
    candidates = sorted(_candidates(reading), key=lambda fact: (fact.start - fact.end, fact.start))
    taken = SpanIndex()
    kept = [fact for fact in candidates if taken.add(fact.start, fact.end)]
    return in_context(reading, sorted(kept, key=lambda fact: fact.start))


def _candidates(reading: Reading) -> Iterator[Fact]:
    """Yield everything that a rule reads as an expression of time."""
    for trigger, windows in _windows(reading.lowered).items():
        for rule in _RULES.get(trigger, ()):
            if not (reading.english or rule.name in _LANGUAGE_INDEPENDENT):
                continue
            for start, end in windows:
                for match in rule.pattern.finditer(reading.flat, start, end):
                    if fact := _resolved(reading, rule, match):
                        yield fact


def _windows(flat: str) -> dict[str, list[tuple[int, int]]]:
    """Return where the rules of each trigger have to look, without overlaps."""
    windows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _TRIGGER.finditer(flat):
        start = max(0, match.start() - _BEFORE)
        end = flat.find(" ", match.end() + _AFTER, match.end() + _AFTER + _LONGEST_WORD)
        end = end if end >= 0 else min(len(flat), match.end() + _AFTER)
        kind = match.lastgroup or ""
        for trigger in _ALSO.get(kind, ()) + (() if kind.endswith("2") else (kind,)):
            known = windows[trigger]
            if known and start <= known[-1][1]:
                known[-1] = (known[-1][0], end)
            else:
                known.append((start, end))
    return windows


def _resolved(reading: Reading, rule: Rule, match: re.Match[str]) -> Fact | None:
    """Return the fact that *rule* makes of *match*."""
    start, end = match.span()
    while start < end and reading.flat[start] in " -":
        start += 1
    compared = _COMPARES.match(reading.flat, start, end)
    if compared and _FIGURE_BEFORE.search(reading.flat[max(0, start - 12) : start]):
        start = compared.end()
    sentence = reading.sentence_at(start)
    moment = Moment(reading.flat, start, end, sentence, reading.published, reading.english)
    try:
        timex = rule.resolve(match, moment)
    except (OverflowError, ValueError):
        return None  # it lies outside the calendar
    return _fact(reading, start, end, timex, rule) if timex and start < end else None


def _fact(reading: Reading, start: int, end: int, timex: Timex, rule: Rule) -> Fact:
    """Return the fact of a resolved expression."""
    sure = timex.value is not None and "X" not in timex.value and "REF" not in timex.value
    return reading.fact(
        timex.kind,
        start,
        end,
        timex.value,
        rule.name,
        entity=f"{timex.kind}:{timex.value or reading.flat[start:end]}".lower(),
        confidence=0.9 if sure else 0.6,
    )
