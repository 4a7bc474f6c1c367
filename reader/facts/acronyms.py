"""Finds acronyms that an article explains: "Free Trade Agreement (FTA)", "FTA (Free Trade …)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.facts.model import Fact
from reader.facts.reading import Reading
from reader.facts.words import words

_SHORT_INSIDE = re.compile(
    r"\( ?(?:(?:or|also|hereafter|known as) )?['\"“]?(?P<short>[A-Za-z][A-Za-z0-9&./-]{1,9}?)"
    r"['\"”]? ?(?:[;,][^)\n]{0,60})?\)"
)
_LONG_INSIDE = re.compile(r"\b(?P<short>[A-Z][A-Za-z0-9&-]{1,9}) \((?P<long>[^()\n]{6,120})\)")
_LONGEST = 120
_FEWEST_SHUFFLED = 3
_SMALL = words("a an the of for and to in on at by with or de la der und et")
_SENTENCE_END = re.compile(r"[.!?;:] |[()\"“”]")


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym and the words it stands for, where the article puts them side by side."""

    short: str

    start: int
    """Where the acronym begins."""

    end: int

    long: str

    long_start: int
    """Where the words it stands for begin."""

    long_end: int


def find_acronyms(reading: Reading) -> list[Acronym]:
    """Return the explained acronyms in reading order."""
    found = {acronym.start: acronym for acronym in _long_inside(reading)}
    found |= {acronym.start: acronym for acronym in _short_inside(reading)}
    return [found[start] for start in sorted(found)]


def acronym_facts(reading: Reading, acronyms: list[Acronym]) -> list[Fact]:
    """Return the facts of *acronyms*."""
    return [
        reading.fact(
            "acronym",
            acronym.start,
            acronym.end,
            acronym.long,
            "acronym.brackets",
            entity=f"acronym:{acronym.short.lower()}",
            exp_start=acronym.long_start,
            exp_end=acronym.long_end,
        )
        for acronym in acronyms
    ]


def _short_inside(reading: Reading) -> Iterator[Acronym]:
    """Yield acronyms in brackets behind their long form."""
    flat = reading.flat
    for match in _SHORT_INSIDE.finditer(flat):
        short = match["short"]
        if sum(letter.isupper() for letter in short) < 2:
            continue
        low = max(0, match.start() - _LONGEST)
        before = flat[low : match.start()].rstrip()
        for stop in _SENTENCE_END.finditer(flat, low, low + len(before)):
            if not flat[stop.start() - 1 : stop.start()].isupper():
                low = stop.end()
        before = flat[low : low + len(before)].rpartition("\n")[2] if low else before
        before = flat[low : match.start()].rstrip()
        start = _long_form(before, short)
        start = _shuffled_form(before, short) if start is None else start
        if start is not None:
            yield _acronym(reading, match.span("short"), (low + start, low + len(before)))


def _long_form(before: str, short: str) -> int | None:
    """Return where in *before* the words begin whose letters are those of *short*.

    The letters are sought from the end backwards; the first one has to begin a word.
    """
    letters = [sign.lower() for sign in short.removesuffix("s") if sign.isalnum()]
    at = len(before) - 1
    for index in range(len(letters) - 1, -1, -1):
        while at >= 0 and not _is_letter(before, at, letters[index], first=index == 0):
            at -= 1
        if at < 0:
            return None
        at -= 1
    start = at + 1
    count = len(before[start:].split())
    if "\n" in before[start:] or count > min(len(letters) + 5, 2 * len(letters)) or count < 2:
        return None
    return start


def _shuffled_form(before: str, short: str) -> int | None:
    """Return where in *before* as many capitalised words begin as *short* has letters.

    Their initials are its letters in another order: "Coordinated Universal Time (UTC)".
    """
    match = re.search(rf"(?:[A-Z][\w-]+ ){{{len(short) - 1}}}[A-Z][\w-]+$", before)
    if match is None or len(short) < _FEWEST_SHUFFLED:
        return None
    initials = [word[0] for word in match.group().split()]
    return match.start() if sorted(initials) == sorted(short) else None


def _is_letter(text: str, at: int, letter: str, *, first: bool) -> bool:
    """Tell whether *letter* stands at *at*, and at a word's beginning when it is the *first*."""
    return text[at].lower() == letter and not (first and at > 0 and text[at - 1].isalnum())


def _long_inside(reading: Reading) -> Iterator[Acronym]:
    """Yield acronyms whose long form stands in brackets behind them."""
    for match in _LONG_INSIDE.finditer(reading.flat):
        short = match["short"]
        if sum(letter.isupper() for letter in short) < 2:
            continue
        found = [word for word in re.findall(r"[^\W\d_]+", match["long"])]
        initials = "".join(word[0] for word in found if word.lower() not in _SMALL).upper()
        all_initials = "".join(word[0] for word in found).upper()
        if len(found) > 1 and (_fits(short, initials) or _fits(short, all_initials)):
            yield _acronym(reading, match.span("short"), match.span("long"))


def _fits(short: str, initials: str) -> bool:
    """Tell whether *initials* explain *short*: most letters in order, or all in any order."""
    letters = [sign for sign in short.upper() if sign.isalnum()]
    if len(letters) >= _FEWEST_SHUFFLED and sorted(letters) == sorted(initials):
        return True
    if not initials or initials[0] != letters[0]:
        return False
    at = 0
    matched = 0
    for letter in letters:
        found = initials.find(letter, at)
        if found >= 0:
            at, matched = found + 1, matched + 1
    return matched >= max(2, len(letters) - 2) and len(initials) <= len(letters) + 2


def _acronym(reading: Reading, short: tuple[int, int], long: tuple[int, int]) -> Acronym:
    """Return the acronym at one range that stands for the words at another."""
    return Acronym(reading.text[slice(*short)], *short, reading.text[slice(*long)], *long)
