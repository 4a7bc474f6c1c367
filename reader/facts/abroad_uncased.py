"""People in a language whose script has no capitals, such as Hindi.

No letter tells a name from a word there. A title before it, or a family name at its end, does;
whatever stands bare stays unnamed rather than wrong.
"""

import re
from collections.abc import Iterator
from functools import cache

from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.reading import Reading

_WORD = r"[\u0900-\u0963]{2,}"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,3}}")
_MOST_WORDS = 3


def people_by_title(reading: Reading, rules: Language) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges of people's names, each with the rule that found it."""
    if not rules.surnames:
        return
    for title in _titles(rules.code).finditer(reading.flat):
        name = _NAME.match(reading.flat, title.end())
        end = _end_of_name(name, rules) if name else None
        if name and end:
            yield name.start(), end, "person.title"
    for match in _with_surname(rules.code).finditer(reading.flat):
        if (_stops(rules) | rules.organisations).isdisjoint(match.group().split()):
            yield *match.span(), "person.surname"


@cache
def _titles(code: str) -> re.Pattern[str]:
    """Return the pattern of a title and the space behind it."""
    rules = language_rules(code)
    assert rules is not None
    return re.compile(rf"{START}(?:{alternatives(rules.titles)})\.? ")


@cache
def _with_surname(code: str) -> re.Pattern[str]:
    """Return the pattern of one or two words and a family name."""
    rules = language_rules(code)
    assert rules is not None
    surname = alternatives(rules.surnames)
    return re.compile(rf"{START}(?!(?:{surname}){END}){_WORD}(?: (?:{surname}){END}){{1,2}}")


def _stops(rules: Language) -> frozenset[str]:
    """Return the words that are part of no name."""
    return rules.common | frozenset(rules.speech) | frozenset(rules.titles) | rules.after_names


def _end_of_name(name: re.Match[str], rules: Language) -> int | None:
    """Return where the name ends: at a family name, or before a word that stands behind names."""
    stops = _stops(rules)
    end = name.start()
    found: list[str] = []
    for word in re.finditer(_WORD, name.group()):
        surnamed = len(found) > 1 and found[-1] in rules.surnames
        if word.group() in stops or word.group() in rules.places:
            return end if found and (surnamed or word.group() not in rules.verbs) else None
        if word.group() in rules.organisations:
            return None
        if surnamed and word.group() not in rules.surnames:
            return end
        found.append(word.group())
        end = name.start() + word.end()
    return end if 1 < len(found) <= _MOST_WORDS else None
