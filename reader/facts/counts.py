"""Finds what is counted: "1,500 troops", "34 strikes", "three wounded soldiers"."""

import re
from collections.abc import Iterator

from reader.facts.gazetteer import gazetteer
from reader.facts.model import Fact
from reader.facts.numbers import DIGITS, ONES, SCALE, SPELLED, TENS, number
from reader.facts.placenames import is_demonym
from reader.facts.reading import Reading
from reader.facts.words import words

_COLLECTIVE = (
    "people|aircraft|men|women|children|police|personnel|staff|crew|spacecraft|sheep|cattle|teeth"
    "|grandchildren|fish|deer|geese|mice|bacteria"
)
_FIRST = "|".join([*list(ONES)[1:], *TENS, "dozen", "half", "hundred", "an?"])
_COUNT = re.compile(
    rf"(?<![\w$£€¥₹.,/#:%+-])(?P<number>{DIGITS}(?:[ -]{SCALE}\b)?|(?=(?:{_FIRST})\b){SPELLED})"
    r"(?![\d%:/.,°-])(?: (?:or )?(?:more|other|new|such))?"
    rf"(?P<between>(?: [A-Za-z][\w'-]*){{0,3}}?) (?P<noun>{_COLLECTIVE}|[a-z-]{{2,}}s"
    r"|(?-i:[A-Z]{2,}s))\b(?!['-]\w)",
    re.IGNORECASE,
)
_NO_NOUN = words(
    """
    halves thirds fifths tenths this was
    has is as its his thus always perhaps towards across less unless plus versus us years
    months weeks days hours minutes seconds decades centuries quarters times percents dollars cents
    euros pounds rupees yen pence points besides sometimes afterwards nights generations fortnights
    does says goes bus yes gas class pass press business process loss various previous series
    ours theirs hers yours sits means makes takes
    """
)
_NO_ADJECTIVE = words(
    """
    of in on at to and or the a an for from by with as is was are were be been has have had that
    who which when than per if but after before since until not will would can could may might
    this these those his her its their our my your into over under between among against he she
    it they we i you so because while where about around during through up down out off percent
    """
)
_EMPTY = words(
    """
    things ways ones others reasons questions kinds sorts types examples options choices ideas
    points aspects factors parts steps matters topics lessons tips takes counts fronts
    """
)
"""Nouns whose number says nothing of the world: "three things", "for two reasons"."""

_LABELS = words(
    """
    article section chapter page number no part volume room route highway flight phase act verse
    line figure table class grade type title day step rule channel game level ward
    """
)
_LONG = 6
_WORD_BEFORE = re.compile(r"([A-Za-z.]+) \Z")


def find_counts(reading: Reading) -> list[Fact]:
    """Return what is counted, in reading order."""
    return list(_counts(reading)) if reading.english else []


def _counts(reading: Reading) -> Iterator[Fact]:
    """Yield the facts of numbers with a noun in the plural."""
    at = 0
    while match := _COUNT.search(reading.flat, at):
        amount = number(match["number"])
        counted = amount is not None and amount > 1 and _is_counted(reading.flat, match)
        at = match.end() if counted else match.end("number")
        if amount is None or not counted:
            continue
        noun = match["noun"]
        yield reading.fact(
            "quantity",
            *match.span(),
            {"amount": amount, "unit": noun},
            "quantity.count",
            entity=f"quantity:{amount} {noun}",
            confidence=0.7,
            si=None,
        )


def _is_counted(flat: str, match: re.Match[str]) -> bool:
    """Tell whether the number counts the noun: "34 air strikes", but not "Article 5 requires"."""
    noun, between = match["noun"], match["between"].lower().split()
    if noun.lower() in _EMPTY and not match["number"][0].isdigit():
        return False
    if match["number"][0].isupper() and noun[0].isupper() and not is_demonym(noun):
        return False
    if noun.endswith("s") and not _is_plural(noun):
        return False
    if any(word in _NO_ADJECTIVE or word in _NO_NOUN for word in between):
        return False
    before = _WORD_BEFORE.search(flat, max(0, match.start() - 20), match.start())
    if before is None or not match["number"][0].isdigit():
        return True
    word = before[1]
    if word.lower().rstrip(".") in _LABELS:
        return False
    return word.islower() or word.lower() in gazetteer().common


def _is_plural(noun: str) -> bool:
    """Tell whether *noun*, which ends like one, is a word for more than one."""
    if noun.endswith(("ss", "us", "is")) or noun.lower() in _NO_NOUN:
        return False
    return len(noun) >= _LONG or noun[0].isupper() or noun in gazetteer().common
