"""Finds sums of money and gives them an amount and an ISO 4217 code."""

import re
from collections.abc import Iterator

from reader.facts.currencies import (
    CODES,
    HUNDREDTHS,
    NAMES,
    NEEDS_SCALE,
    SIGNS,
    SMALL_CODES,
    currency_of,
)
from reader.facts.foreign_amounts import (
    FOREIGN_NAME,
    FOREIGN_SCALE,
    UNSURE_SCALE,
    factor_of,
    foreign_currency,
)
from reader.facts.hints import matches_beside
from reader.facts.model import Fact
from reader.facts.numbers import DIGITS, NUMBER, SCALE, SPELLED, number, tidy
from reader.facts.reading import Reading


def _sign_pattern(sign: str) -> str:
    """Return the pattern of a currency's sign; "A $5 note" is in no Australian dollars."""
    if sign in {"ரூ", "Rs", "Rs.", "RM"} or len(sign) == 1:
        return re.escape(sign)
    small = f"(?i:{re.escape(sign[:-1])})" if sign[:-1] not in _LETTERS else re.escape(sign[:-1])
    return small + (" ?" if sign[:-1] not in _LETTERS else "") + re.escape(sign[-1])


_LETTERS = frozenset({"A", "S", "R", "Z", "T"})
_SIGN = "|".join(
    _sign_pattern(sign)
    for sign in sorted([*SIGNS, "Rs", "Rs.", "Mex$"], key=len, reverse=True)
    if not sign.startswith("RS")
)
_CODE = CODES.replace(" ", "|") + "|" + SMALL_CODES.replace(" ", "|")
_THOUSANDS = {"M": 10**6, "K": 10**3, "k": 10**3}
_NAME = "|".join(
    re.escape(name).replace(r"\ ", r"s? ") + "s?" for name in sorted(NAMES, key=len, reverse=True)
)
_SCALED = rf"{DIGITS}(?:(?:[ -]?{SCALE}|[kmbt]|[bt]n)\b){{0,2}}"

_GROUPED = r"\d{1,3}(?: \d{3}){1,6}(?![\d,.])"
_GAP = re.compile(r"(?<=\d) (?=\d)")
_FOREIGN = rf"(?i:(?: ?{FOREIGN_SCALE}){{0,2}})"

_BY_SIGN = re.compile(
    rf"(?<![\w$])(?P<minus>-)?(?P<sign>{_SIGN}) ?(?P<inner>-(?=\d))?"
    rf"(?P<number>(?i:{_SCALED}))(?P<scales>{_FOREIGN})"
    rf"(?P<name>[ -](?i:{_NAME})\b)?"
)
_SIGN_HINT = re.compile(r"[$£€¥￥₹₽₩₪₺₴₦₫฿₱₡₾₭₿₸₵৳]|R[Ms]|ரூ")
_LONGEST_SIGN, _BEHIND_SIGN = 6, 90
_UPPER_BOUND = re.compile(
    rf" ?(?:-|–|to) ?(?P<number>{DIGITS}[ -]?(?:{SCALE}|[mb]n?)\b)(?! ?%)", re.IGNORECASE
)
_BY_CODE = re.compile(
    rf"\b(?=[A-Za-z]{{3,4}} ?[\d.])(?P<many>[MK](?=[A-Z]{{3}}))?(?P<sign>{_CODE})"
    rf" ?(?P<number>{_SCALED})(?P<scales>{_FOREIGN})"
    rf"|(?<![\w$£€.,])(?P<after>(?:(?<![\d)] )(?<!\w)-)?(?:{_GROUPED}|{_SCALED}))"
    rf"(?P<scales_after>{_FOREIGN})\.? ?(?P<many_after>[Mk](?=[A-Z]{{3}}))?"
    rf"(?P<code>{_CODE}|[€₹₽₩¥£₡₾₭₿₸₪₺₴₦₫฿₱](?!\w)|ரூ|\$(?! ?\d))(?![A-Za-z\d])"
    rf"(?P<late> {SCALE}\b)?",
)
_CODE_HINT = re.compile(rf"{_CODE}|[€₹₽₩¥£₡₾₭₿₸₪₺₴₦₫฿₱$]|ரூ")
_BY_NAME = re.compile(
    rf"(?<![\w$£€.,])(?P<number>{_GROUPED}|{NUMBER}|an?(?= (?:dollar|pound|euro|cent|penny)\b))"
    rf"[ -]+(?:of )?(?P<name>{_NAME})\b(?!s? (?:of|each)\b (?!the|a)\w+s\b)",
    re.IGNORECASE,
)
_BY_FOREIGN_NAME = re.compile(
    rf"(?<![\w$£€.,])(?<!\d )(?P<number>{_GROUPED}|{DIGITS})"
    rf"(?P<scales>(?: ?{FOREIGN_SCALE}\.?){{0,2}}) ?(?P<name>{FOREIGN_NAME})",
    re.IGNORECASE,
)
_FIRST_OF_RANGE = re.compile(
    rf"(?<![\w$£€.,/%-])(?P<between>between )?(?P<number>{NUMBER})"
    r"(?: (?:to|or|(?P<and>and)) | ?[-–] ?)",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"\b(?P<name>dollars?|euros?|rupees?|pounds?) (?P<number>{DIGITS} ?{SCALE}\b)", re.IGNORECASE
)
_PENCE = re.compile(r"\d\d?p\b(?![./-]\w)")
_BEFORE_PENCE = frozenset(".,:/-_")
_LAST_WORDS = "|".join(sorted({name.split()[-1] for name in NAMES}))
_NAME_HINT = re.compile(rf"\b(?:{_LAST_WORDS})s?\b")
_SMALL_CHANGE = re.compile(rf" (?:and )?({NUMBER}) (cents?|pence)\b", re.IGNORECASE)
_BARE_CHANGE = re.compile(
    rf" (?:and )?(\d\d|{SPELLED})(?= *(?:[.,;!?)](?!\d)|\n|$)| more\b)", re.IGNORECASE
)
_RANGE = re.compile(r" ?(?:-|–|to|and) ?")
_LEAST_LARGE = 1_000
_BEFORE_NAME = 60


def find_money(reading: Reading) -> list[Fact]:
    """Return the sums of money in reading order."""
    found = [*_signed(reading), *_coded(reading), *_named_abroad(reading)]
    if reading.english:
        found += _named(reading)
        found += _named_before(reading)
    return _share_scales(reading, _without_overlaps(found))


def _signed(reading: Reading) -> Iterator[Fact]:
    """Yield sums with a sign before the number, as in "$6.3 billion"."""
    for match in _near_signs(reading.flat):
        currency = currency_of(match["sign"])
        value = number(match["number"])
        if currency is None or value is None or UNSURE_SCALE.match(reading.flat, match.end()):
            continue
        if match["name"]:
            currency = currency_of(match["name"].strip(" -")) or currency
        upper = _UPPER_BOUND.match(reading.flat, match.end())
        if upper and match.group()[-1].isdigit() and value < _bare(upper["number"]):
            most = number(upper["number"]) or 0
            value *= most / _bare(upper["number"])
            yield _money(reading, *upper.span("number"), most, currency, "money.range")
        value *= factor_of(match["scales"]) * (-1 if match["minus"] or match["inner"] else 1)
        yield _money(reading, match.start(), match.end(), value, currency, "money.sign")


def _near_signs(flat: str) -> Iterator[re.Match[str]]:
    """Yield the matches of the pattern of signs, which is costly, where a sign stands."""
    done = 0
    for hint in _SIGN_HINT.finditer(flat):
        low = max(done, hint.start() - _LONGEST_SIGN)
        for match in _BY_SIGN.finditer(flat, low, min(len(flat), hint.end() + _BEHIND_SIGN)):
            if match.start() > hint.start():
                break
            if hint.start() < match.start("number"):
                yield match
                done = match.end()
                break


def _coded(reading: Reading) -> Iterator[Fact]:
    """Yield sums with a code, as in "EUR 5m", or a sign behind them, as in "5 €"."""
    for match in matches_beside(_CODE_HINT, _BY_CODE, reading.flat):
        currency = currency_of(match["sign"] or match["code"])
        written = _GAP.sub("", match["number"] or match["after"])
        value = number(written.lstrip("-") + (match["late"] or ""))
        if currency and value is not None:
            value *= factor_of(match["scales"] or match["scales_after"])
            value *= _THOUSANDS.get(match["many"] or match["many_after"], 1)
            change, end = _small_change(reading.flat, match.end())
            value = -value if written.startswith("-") else value + change
            yield _money(reading, match.start(), end, value, currency, "money.code")


def _named_abroad(reading: Reading) -> Iterator[Fact]:
    """Yield sums with a currency's name in another language, as in "20 लाख रुपये"."""
    if reading.flat.isascii():
        return
    for match in _BY_FOREIGN_NAME.finditer(reading.flat):
        value = number(_GAP.sub("", match["number"]))
        if value is not None:
            value *= factor_of(match["scales"])
            currency = foreign_currency(match["name"])
            yield _money(reading, match.start(), match.end(), value, currency, "money.foreign-name")


def _named(reading: Reading) -> Iterator[Fact]:
    """Yield sums with the name of a currency, as in "50 million Swiss francs"."""
    flat = reading.flat
    done = 0
    for hint in _NAME_HINT.finditer(reading.lowered):
        low = max(done, hint.start() - _BEFORE_NAME)
        for match in _BY_NAME.finditer(flat, low, min(len(flat), hint.end() + _BEFORE_NAME)):
            if not match.start("name") <= hint.start() < match.end():
                continue
            if fact := _named_sum(reading, match):
                yield from _first_of_range(reading, fact, match["number"])
                yield fact
                done = fact.end


def _first_of_range(reading: Reading, fact: Fact, written: str) -> Iterator[Fact]:
    """Yield the sum before *fact* when both are the ends of a range: "5 to 10 million euros"."""
    match = _FIRST_OF_RANGE.search(reading.flat, max(0, fact.start - _BEFORE_NAME), fact.start)
    value = number(match["number"]) if match and match.end() == fact.start else None
    if match is None or value is None or (match["and"] and not match["between"]):
        return
    bare = _bare(written)
    if match["number"][-1].isdigit() and 0 < value < bare:
        value *= (number(written) or 0) / bare
    if value < fact.value["amount"]:
        yield _money(reading, *match.span("number"), value, fact.value["currency"], "money.range")


def _named_before(reading: Reading) -> Iterator[Fact]:
    """Yield sums with the name before the number, as in "rupees 20 lakh", and pence: "50p"."""
    for match in _NAME_FIRST.finditer(reading.flat):
        currency, value = currency_of(match["name"]), number(match["number"])
        if currency and value is not None:
            yield _money(reading, match.start(), match.end(), value, currency, "money.name-first")
    for match in _PENCE.finditer(reading.flat):
        before = reading.flat[match.start() - 1 : match.start()]
        if before.isalnum() or before in _BEFORE_PENCE:
            continue
        yield _money(reading, *match.span(), int(match.group()[:-1]) / 100, "GBP", "money.pence")


def _named_sum(reading: Reading, match: re.Match[str]) -> Fact | None:
    """Return the sum that *match* names, unless the name is another word here."""
    name = match["name"].lower()
    currency = currency_of(name)
    value = 1 if match["number"].lower() in {"a", "an"} else number(_GAP.sub("", match["number"]))
    if currency is None or value is None:
        return None
    if name.removesuffix("s") in NEEDS_SCALE and value < _LEAST_LARGE:
        return None
    end = match.end()
    if name.split()[-1].removesuffix("s") in HUNDREDTHS:
        value = value / 100
    else:
        change, end = _small_change(reading.flat, end)
        value += change
    return _money(reading, match.start(), end, value, currency, "money.name")


def _small_change(flat: str, at: int) -> tuple[float, int]:
    """Return the hundredths that stand behind a sum, as its part, and where they end."""
    match = _SMALL_CHANGE.match(flat, at) or _BARE_CHANGE.match(flat, at)
    return ((number(match[1]) or 0) / 100, match.end()) if match else (0, at)


def _money(reading: Reading, start: int, end: int, value: float, currency: str, rule: str) -> Fact:
    """Return the fact of a sum."""
    amount = tidy(value)
    return reading.fact(
        "money",
        start,
        end,
        {"amount": amount, "currency": currency},
        rule,
        entity=f"money:{currency.lower()} {amount}",
        confidence=0.95,
    )


def _without_overlaps(facts: list[Fact]) -> list[Fact]:
    """Return *facts* in order; of those that overlap, the longer one."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end)):
        if kept and fact.start < kept[-1].end:
            if fact.end - fact.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(fact)
    return kept


def _share_scales(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return *facts* with ranges put right: in "$5 to $7 million" both are millions."""
    shared = list(facts)
    for at in range(len(facts) - 1):
        first, second = facts[at], facts[at + 1]
        if not _RANGE.fullmatch(reading.flat, first.end, second.start):
            continue
        bare = _bare(second.text)
        amount = first.value["amount"]
        if first.text[-1].isdigit() and 0 < amount < bare < second.value["amount"]:
            scale = second.value["amount"] / bare
            shared[at] = _money(
                reading,
                first.start,
                first.end,
                amount * scale,
                first.value["currency"],
                "money.range",
            )
    return shared


def _bare(written: str) -> float:
    """Return the number in *written* without the words and letters that scale it."""
    return number(re.sub(r"[^\d.,]", "", written).strip(".,")) or 0
