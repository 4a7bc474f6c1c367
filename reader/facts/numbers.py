"""Numbers as newspapers write them: "6.3 billion", "1,25,000", "two and a half", "a dozen"."""

import re

ONES = {
    **{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13},
    **{"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18},
    **{"nineteen": 19},
}
TENS = {
    name: 10 * value
    for value, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "crore": 10**7,
    "cr": 10**7,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "dozen": 12,
    "score": 20,
}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d{1,3},\d{1,2}(?![\d,])"
    r"|\d+(?:\.\d+)?|\.\d+)"
)
"""A number in digits."""

SCALE = r"(?:thousand|lakh|million|mln|mn|crore|billion|bln|bn|trillion|tn|trn)s?"
"""A word that multiplies the number before it; the letters k, m and b only after money."""

_UNIT = "|".join([*ONES, *TENS])
_STEP = rf"(?:{_UNIT}|hundred|thousand|million|billion|trillion|dozen)"
SPELLED = (
    r"(?:(?:(?:(?:half )?an?|half|(?:an? |three )?quarters?(?: of an?)?)"
    rf"(?= (?:hundred|thousand|million|billion|trillion|dozen))|(?:{_UNIT})\b)"
    rf"(?:[ -]+(?:and[ -]+)?{_STEP}\b){{0,9}}+(?: and a (?:half|quarter)\b| point (?:{_UNIT})\b)?+"
    r"(?:[ -]+(?:thousand|million|billion|trillion)\b)?+)"
)
"""A number in words; case must not matter where it is used."""

NUMBER = rf"(?:{DIGITS}[½¼¾⅓⅔]?(?:[ -]?{SCALE}\b){{0,2}}|[½¼¾⅓⅔]|{SPELLED})"
"""Any number. Use it with ``re.IGNORECASE`` and read it with ``number``."""

_THREE_QUARTERS = 0.75
_PARTS = {
    "half": 0.5,
    "quarter": 0.25,
    "a quarter": 0.25,
    "three quarters": _THREE_QUARTERS,
}
_MOST_DIGITS = 30
_FIGURE = re.compile(rf"({DIGITS})([½¼¾⅓⅔]?)((?:[ -]*(?:{SCALE}|[kmbt]|dozen|hundred)\b)*)")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_WORD = re.compile(r"[a-z]+|[½¼¾⅓⅔]")


def number(written: str) -> float | None:
    """Return the value of a number as written, or None when it is none."""
    written = written.strip().lower().replace(" 1/2", "½")
    if written in FRACTIONS:
        return FRACTIONS[written]
    figure = _FIGURE.fullmatch(written)
    if figure is None:
        return _spelled(written)
    if len(figure[1]) > _MOST_DIGITS:
        return None
    value = float(_plain(figure[1])) + FRACTIONS.get(figure[2], 0)
    for scale in _WORD.findall(figure[3]):
        value *= _scale(scale)
    return tidy(value)


def tidy(value: float) -> float:
    """Return *value* without the dust of floating point, as an integer when it is whole."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _plain(digits: str) -> str:
    """Return *digits* without grouping and with a decimal point."""
    if _DECIMAL_COMMA.fullmatch(digits):
        return digits.replace(",", ".")
    return digits.replace(",", "")


def _scale(word: str) -> int:
    """Return what *word* multiplies by."""
    return SCALES.get(word) or SCALES.get(word.rstrip("s"), 1)


def _spelled(written: str) -> float | None:
    """Return the value of a number in words."""
    part = next((part for name, part in _PARTS.items() if written.startswith(name)), 1.0)
    whole, _, tail = written.partition(" and a ")
    if part == _THREE_QUARTERS:
        whole = whole.removeprefix("three ")
    total = group = 0.0
    seen = False
    for word in _WORD.findall(whole.replace(" point ", " ")):
        value = ONES.get(word, TENS.get(word))
        if value is not None:
            group += value / 10 if f" point {word}" in whole else value
        elif word == "hundred":
            group = (group or 1) * 100
        elif _scale(word) > 1:
            total += (group or 1) * _scale(word)
            group = 0
        seen = seen or value is not None or _scale(word) > 1
    if not seen:
        return None
    return _with_fraction(total + group, tail, part)


def _with_fraction(value: float, tail: str, part: float) -> float:
    """Return *part* of *value*, as in "half a million", with what "and a half" adds."""
    fraction = {"half": 0.5, "quarter": 0.25}.get(tail.split(" ")[0], 0.0)
    scale = 1
    for word in tail.split(" ")[1:]:
        scale *= _scale(word)
    return tidy((value + fraction) * scale * part)
