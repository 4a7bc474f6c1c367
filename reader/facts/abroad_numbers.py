"""Numbers as other languages write them: "3.500", "4,5", "treinta y cinco", "2 millones"."""

import re

from reader.facts.languages import Language, alternatives
from reader.facts.numbers import DIGITS, number, tidy

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]*\d)")
_DECIMALS = re.compile(r"(?<![\d.,])\d+,\d+(?![\d,]*\d)")
_SPACED = r"\d{1,3}(?: \d{3}){1,6}(?:\.\d+)?(?!\d)"
_GROUP = 3
_SWAP = str.maketrans(".,", ",.")


def in_english_signs(flat: str) -> str:
    """Return *flat*, of a language with decimal commas, with its figures as English has them."""
    swapped = _GROUPED.sub(lambda match: match.group().translate(_SWAP), flat)
    return _DECIMALS.sub(_with_point, swapped)


def _with_point(match: re.Match[str]) -> str:
    """Return a figure with decimals behind a point, unless English grouped it just before."""
    figure = match.group()
    whole, _, decimals = figure.partition(",")
    return (
        figure if len(decimals) == 3 and len(whole) <= 3 and whole != "0" else f"{whole}.{decimals}"
    )


def number_pattern(rules: Language) -> str:
    """Return the pattern of a number with its scale, in digits or in words."""
    word = f"(?:{alternatives(rules.numbers)})"
    joined = "|".join(f" {joiner} " if joiner != "-" else "-" for joiner in rules.joiners)
    between = f"(?:{joined}| )" if joined else " "
    words = rf"{word}(?:{between}{word}(?!\w)){{0,4}}(?!\w)"
    return rf"(?:{_SPACED}|{DIGITS}|{words})(?: (?:{alternatives(rules.scales)})(?!\w)){{0,2}}"


def number_of(written: str, rules: Language) -> float | None:
    """Return the value of a number that ``number_pattern`` matched."""
    rest, factor = written.strip(), 1
    while True:
        scale = next((name for name in _longest(rules.scales) if rest.endswith(f" {name}")), None)
        if scale is None:
            break
        rest, factor = rest[: -len(scale) - 1], factor * rules.scales[scale]
    value = number(rest.replace(" ", "")) if rest[:1].isdigit() else _spelled(rest, rules)
    return None if value is None else tidy(value * factor)


def _longest(listed: dict[str, int]) -> list[str]:
    """Return the names of *listed*, the longest first."""
    return sorted(listed, key=len, reverse=True)


def _spelled(written: str, rules: Language) -> float | None:
    """Return the sum of the words of a number."""
    lowered = written.lower()
    if lowered in rules.numbers:
        return rules.numbers[lowered]
    parts = [part for part in re.split(r"[ -]", lowered) if part not in rules.joiners]
    values = [rules.numbers.get(part) for part in parts if part]
    if not values or None in values:
        return None
    return float(sum(value for value in values if value is not None))
