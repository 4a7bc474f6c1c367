"""The words and patterns that expressions of time are made of, and what each stands for."""

from reader.facts.numbers import ONES, SCALES, TENS

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
MONTHS = {name: at for at, name in enumerate(_MONTH_NAMES.split(), start=1)}
MONTHS |= {name[:3]: at for name, at in MONTHS.items()} | {"sept": 9}

_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: at for at, name in enumerate(_DAY_NAMES.split())}
WEEKDAYS |= {name[:3]: at for name, at in WEEKDAYS.items()} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}

UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "night": "D",
    "day": "D",
    "week": "W",
    "weekend": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "generation": "Y",
}
"""TIMEX3 letters of the units; those of hours and below stand after a ``T``."""

MULTIPLES = {"fortnight": 2}
"""How many of its letter's units a unit holds, where that is not one."""

PARTS_OF_DAY = {
    "morning": "MO",
    "midday": "MI",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midnight": "NI",
    "overnight": "NI",
}
PAST_WORDS = frozenset({"last", "past", "previous", "preceding", "this past", "latest"})
NEXT_WORDS = frozenset({"next", "coming", "following", "this coming"})
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
}

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV"
    r"|DEC)\b\.?)"
)
FULL_MONTH = MONTH.partition("|(?-i:")[0] + ")"
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
)
PAPERS = "Times|Herald|Telegraph|Mirror|Express|Post|Mail|World|Independent|Tribune|People"
"""What a newspaper is called behind the day it comes out on: "Sunday Times"."""

YEAR = r"(?:1[4-9]|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
DAY_SUFFIX = r"(?:st|nd|rd|th)?"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?"
    r"|years?"
    r"|decades?|centur(?:y|ies))"
)
DASH = r" ?(?:-|–|—) ?"

_COUNTED = "|".join([*ONES, *TENS, "hundred", "thousand", "million", "billion", "dozen"])
_SCALED = "|".join(word for word in SCALES if len(word) > 3)
COUNT = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?: 1/2|½)?(?:[ -](?:{_SCALED}))?"
    rf"|(?:{_COUNTED})(?:[ -](?:and )?(?:{_COUNTED})){{0,7}}"
    r"(?: and a half)?|one and a half|half an?|an?)"
)
VAGUE = (
    r"(?:a few|several|few|many|some|a couple of|a couple|couple of|dozens of|hundreds of"
    r"|thousands of"
    r"|a number of|a handful of)"
)
"""Amounts that are no number; TIMEX3 writes them ``X``."""


def month_number(name: str) -> int:
    """Return the number of a month by its name, written out or not."""
    return MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    return WEEKDAYS[name.rstrip(".").lower()]


def unit_name(written: str) -> str:
    """Return the unit of time in the singular."""
    written = written.lower()
    return "century" if written.startswith("centur") else written.removesuffix("s")
