"""Sums of money and percentages in other languages than English."""

import re
from dataclasses import dataclass
from functools import cache

from reader.facts.abroad_numbers import number_of, number_pattern
from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.model import Fact
from reader.facts.numbers import tidy
from reader.facts.reading import Reading

_BESIDE = 16
_COMPARED = re.compile(
    r"(?:\b(?:dal|dallo|desde el|frente al|face aos?|contra|contre|contro|gegenüber|nach) "
    r"|\bdall')$"
)
"""Words of the languages right before what a figure is compared with."""

_REACH = 60


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of one language."""

    money: re.Pattern[str]

    percent: re.Pattern[str]

    change: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    """Return the patterns of a language that there are rules for."""
    rules = language_rules(code)
    assert rules is not None
    number = number_pattern(rules)
    of = rf"(?: (?:{rules.of}))?" if rules.of else ""
    return _Patterns(
        money=re.compile(
            rf"(?<![\d.,$€£])(?<!\d ){START}(?P<number>{number}){of}[ -]?"
            rf"(?P<name>{alternatives(rules.currencies)}|[€$£₹](?! ?\d)){END}",
            re.IGNORECASE,
        ),
        percent=re.compile(
            rf"(?<![\d.,]){START}(?P<number>[-+]?{number}) ?(?:%|(?:{alternatives(rules.percent)})"
            rf"{END})",
            re.IGNORECASE,
        ),
        change=re.compile(
            rf"{START}(?:(?P<up>{alternatives(rules.up)})|(?P<down>{alternatives(rules.down)}))",
            re.IGNORECASE,
        ),
    )


def find_amounts_abroad(reading: Reading, rules: Language) -> list[Fact]:
    """Return the sums and percentages of *reading*, in no order."""
    return [*_money(reading, rules), *_percents(reading, rules)]


def _money(reading: Reading, rules: Language) -> list[Fact]:
    """Return the sums with the name of a currency."""
    names = {name.lower(): code for name, code in rules.currencies.items()}
    signs = {"€": "EUR", "$": "USD", "£": "GBP", "₹": "INR"}
    facts = []
    for match in _patterns(rules.code).money.finditer(reading.flat):
        value = number_of(match["number"], rules)
        code, _, part = (signs | names)[match["name"].lower()].partition("/")
        if value is None:
            continue
        amount = tidy(value / int(part or 1))
        facts.append(
            reading.fact(
                "money",
                *match.span(),
                {"amount": amount, "currency": code},
                f"money.{rules.code}",
                entity=f"money:{code.lower()} {amount}",
            )
        )
    return facts


def _percents(reading: Reading, rules: Language) -> list[Fact]:
    """Return the percentages, each with what it measures."""
    facts = []
    for match in _patterns(rules.code).percent.finditer(reading.flat):
        value = number_of(match["number"].lstrip("+-"), rules)
        if value is None:
            continue
        negative = match["number"].startswith("-")
        change = "down" if negative else _change(reading, rules, match)
        value = -value if negative else value
        facts.append(
            reading.fact(
                "percent",
                *match.span(),
                value,
                f"percent.{rules.code}",
                entity=f"percent:{value} {change}",
                change=change,
            )
        )
    return facts


def _change(reading: Reading, rules: Language, match: re.Match[str]) -> str:
    """Tell whether words beside a percentage make it a rise or fall; what it rose from is none."""
    if _COMPARED.search(reading.flat[max(0, match.start() - _BESIDE) : match.start()]):
        return "level"
    low, high = reading.sentence_at(match.start())
    low, high = max(low, match.start() - _REACH), min(high, match.end() + _REACH // 2)
    change = _patterns(rules.code).change
    before = list(change.finditer(reading.flat, low, match.start()))
    found = before[-1] if before else change.search(reading.flat, match.end(), high)
    if found is None:
        return "level"
    return "up" if found["up"] else "down"
