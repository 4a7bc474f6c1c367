"""Finds percentages, and tells whether each is a rise, a fall, a share or a level."""

import re
from collections.abc import Iterator

from reader.facts.model import Fact
from reader.facts.numbers import DIGITS, SPELLED, number
from reader.facts.reading import Reading
from reader.facts.shares import find_shares
from reader.facts.spanindex import SpanIndex

_SIGNED = re.compile(
    rf"(?<![\w.,%])(?P<number>[-+]?{DIGITS}) ?"
    r"(?:[%٪﹪](?![\dA-Fa-f]{2}\b)|(?:प्रतिशत|फ़ीसदी|फीसदी|процент(?:а|ов)?|відсот(?:ок|ки|ків)"
    r"|(?:في ال|بال)(?:مئة|مائة))(?!\w)|パーセント|퍼센트)"
)
_SIGN_HINT = re.compile(r"[%٪﹪]|प्रति|फ[़ी]|процент|відсот|(?:في ال|بال)م|パーセ|퍼센")
_BEFORE_SIGN = 32
_WORDED = re.compile(
    rf"(?<![\w.,])(?P<minus>minus )?(?P<number>[-+]?{DIGITS}[½¼¾⅓⅔]?|{SPELLED})"
    r"[ -]*(?P<name>per ?cent(?:age)?s?\b(?:[ -]points?\b)?|pct\b|(?<!\d-)basis points?\b|bps\b)",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b(?:per ?cents?|percentages?) of (?P<number>{DIGITS}|{SPELLED})\b(?! of\b)(?! ?%)"
    r"(?= *(?:[.,;:!?)]|$))",
    re.IGNORECASE,
)
_WORD_HINT = re.compile(r"per ?cent|pct(?<=\bpct)\b|basis point(?<=\bbasis point)|bps(?<=\bbps)\b")
"""The name of a percentage; it begins with letters, for which texts are scanned fastest."""

_FIRST_OF_RANGE = re.compile(
    rf"(?<![\w$£€.,/%-])(?P<between>between )?(?P<number>{DIGITS}|{SPELLED})"
    r"(?P<sign> (?:to|or|and) | ?[-–] ?)",
    re.IGNORECASE,
)
_REACH = 40
_BEFORE_HINT = 60
_AFTER_HINT = 14

_UP = (
    r"r[io]se|risen|rising|gr[eo]w(?:n|th|ing)?|increas\w+|gain\w*|climb\w*|jump\w*|surg\w+|soar\w*"
    r"|advanc\w+|up|rall\w+|rebound\w*|expand\w*|expansion|accelerat\w+|rais\w+|higher|more"
    r"|hike[sd]?|added|improv\w+|leapt|spike[sd]?"
)
_DOWN = (
    r"f[ae]ll(?:en|ing|s)?|declin\w+|drop\w*|decreas\w+|los[te]|losing|loss\w*|slid\w*|slump\w*"
    r"|sank"
    r"|sink\w*|plung\w+|plummet\w*|tumbl\w+|down|shr[aiu]nk\w*|contract(?:ed|ion|ing)|cut(?:s"
    r"|ting)?"
    r"|reduc\w+|lower\w*|less|fewer|shed|slip\w*|dip\w*|eas(?:ed|ing)|crash\w*|slash\w*|weaken\w*"
)
_CUE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_SHARE = re.compile(r" (?:of\b(?! (?:a )?(?:percentage )?point)|stake\b|share\b|interest in\b)")
_LEVEL_BEFORE = re.compile(
    r"\b(?:at|to|is|was|of|were|are|remain\w*|stood|from) (?:\w+ )?$", re.IGNORECASE
)
_NOUN = re.compile(
    r"(?:rise|increase|growth|gain|climb|jump|surge|hike|improvement|expansion|rebound|fall|drop"
    r"|cut|decline|decrease|reduction|loss|slump|slide|plunge|dip|contraction)s?",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(
    r"(?: (?:in|on|to|for) (?:(?!\b(?:rate|level|total|share|average)s?\b)[^\d,;:]){1,50})?"
    r" of (?:\w+ ){0,2}"
)
_OFF = re.compile(r" off (?!course\b|target\b|work\b|duty\b)")
_TAKING = re.compile(
    r"\b(?:take[ns]?|taking|took|knock\w*|cut\w*|shav\w+|wip\w+|slic\w+|chop\w*|trim\w*) "
    r"(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_BEFORE = 70
_AFTER = 28


def find_percents(reading: Reading) -> list[Fact]:
    """Return the percentages in reading order."""
    found = {match.start(): match for match in _near_signs(reading.flat)}
    if not reading.english:
        return [fact for start in sorted(found) if (fact := _percent(reading, found[start]))]
    found |= {match.start(): match for match in _in_words(reading)}
    facts = [fact for start in sorted(found) for fact in _with_first(reading, found[start])]
    taken = SpanIndex((fact.start, fact.end) for fact in facts)
    facts += [
        _fact(reading, share.start, share.end, share.percent, "share", "fraction")
        for share in find_shares(reading)
        if taken.add(share.start, share.end)
    ]
    return sorted(facts, key=lambda fact: fact.start)


def _with_first(reading: Reading, match: re.Match[str]) -> Iterator[Fact]:
    """Yield the fact of a percentage, and before it that of the range it ends."""
    fact = _percent(reading, match)
    if fact is None:
        return
    first = _FIRST_OF_RANGE.search(reading.flat, max(0, fact.start - _REACH), fact.start)
    if first and first.end() == fact.start:
        value = number(first["number"])
        between = first["sign"] != " and " or first["between"]
        if value is not None and between and value < fact.value:
            change = str(fact.details["change"])
            yield _fact(reading, *first.span("number"), value, change, "range")
    yield fact


def _near_signs(flat: str) -> Iterator[re.Match[str]]:
    """Yield percentages with a sign, or a word of another script; sought where one stands."""
    done = 0
    for hint in _SIGN_HINT.finditer(flat):
        low = max(done, hint.start() - _BEFORE_SIGN)
        for match in _SIGNED.finditer(flat, low, min(len(flat), hint.end() + _BEFORE_SIGN)):
            if match.start() < hint.start() < match.end():
                yield match
                done = match.end()


def _in_words(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield percentages that are written with a word."""
    done, flat = 0, reading.flat
    for hint in _WORD_HINT.finditer(reading.lowered):
        low = max(done, hint.start() - _BEFORE_HINT)
        for match in _WORDED.finditer(flat, low, min(len(flat), hint.end() + _AFTER_HINT)):
            if match.start("name") == hint.start():
                yield match
                done = match.end()
        turned = _TURNED.match(flat, hint.start())
        if turned and hint.start() >= done:
            yield turned
            done = turned.end()


def _percent(reading: Reading, match: re.Match[str]) -> Fact | None:
    """Return the fact of one percentage."""
    written = match["number"]
    value = number(written.lstrip("+-"))
    if value is None:
        return None
    parts = match.groupdict()
    name = (parts.get("name") or "").lower()
    sign = "-" if parts.get("minus") else written[0]
    value = -value if sign == "-" else value
    if name.startswith("b"):
        value = round(value / 100, 9)
    change = _change(reading, match.start(), match.end(), sign)
    rule = "points" if "point" in name or name == "bps" else "number"
    return _fact(reading, match.start(), match.end(), value, change, rule)


def _fact(reading: Reading, start: int, end: int, value: float, change: str, rule: str) -> Fact:
    """Return the fact of a percentage."""
    return reading.fact(
        "percent",
        start,
        end,
        value,
        f"percent.{rule}",
        entity=f"percent:{value} {change}",
        confidence=0.7 if rule == "fraction" else 0.95,
        change=change,
    )


def _change(reading: Reading, start: int, end: int, sign: str) -> str:
    """Tell what the percentage measures: "up", "down", "share" or "level"."""
    if sign in "+-":
        return "up" if sign == "+" else "down"
    if not reading.english:
        return "level"
    flat = reading.flat
    low, high = reading.sentence_at(start)
    ahead = (
        _CUE.match(flat, end + 1, min(high, end + _AFTER)) if flat[end : end + 1] == " " else None
    )
    if ahead:
        return "up" if ahead["up"] else "down"
    if _SHARE.match(flat, end):
        return "share"
    low = max(low, start - _BEFORE)
    if _OFF.match(flat, end) and _TAKING.search(flat, low, start):
        return "down"
    cues = list(_CUE.finditer(flat, low, start))
    if not cues or _settles(cues[-1].group(), flat[cues[-1].end() : start]):
        return "level"
    return "up" if cues[-1]["up"] else "down"


def _settles(cue: str, between: str) -> bool:
    """Tell whether the words between a cue and the number make it a level: "fell to 5 %".

    They do not when the cue is a noun and the number its size: "a rise in pay of 5 %".
    """
    if _NOUN.fullmatch(cue) and _OF_NOUN.fullmatch(between):
        return False
    return "," in between.strip() or _LEVEL_BEFORE.search(between) is not None
