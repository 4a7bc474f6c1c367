"""The languages besides English that the rules read, each described by a file of words.

A file in ``data/languages`` says how a language writes numbers, dates, sums and speech; the rules
in the modules called ``abroad_…`` are the same for all. Another language is another file.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.facts.words import words

_FOLDER = Path(__file__).parent / "data" / "languages"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 4
_TIMES_ENGLISH = 2
_ENGLISH = words("the of and to in is that for was with as on it by he from at are a an am do")

START = r"(?<![\w\u0900-\u0963])"
"""Where a word begins; the vowel signs of Devanagari are no word characters to ``re``."""

END = r"(?![\w\u0900-\u0963])"
"""Where a word ends."""


@dataclass(frozen=True, slots=True)
class Language:
    """What the rules have to know of one language; the words are as it writes them."""

    code: str

    name: str
    """Its name in English."""

    decimal: str
    """What stands before the decimals: ``,`` or ``.``."""

    common: frozenset[str]
    """Words that give the language away."""

    numbers: dict[str, int]

    joiners: tuple[str, ...]
    """What stands between the words of one number, as in "treinta y cinco"."""

    scales: dict[str, int]

    percent: tuple[str, ...]

    up: tuple[str, ...]
    """Beginnings of words for a rise."""

    down: tuple[str, ...]

    currencies: dict[str, str]
    """ISO 4217 codes by name; ``EUR/100`` is a hundredth."""

    of: str
    """What stands between a scale and a currency: "millones de euros"; alternatives by ``|``."""

    months: tuple[tuple[str, ...], ...]

    weekdays: tuple[tuple[str, ...], ...]
    """From Monday, each in its spellings."""

    measures: dict[str, str]
    """Units of measure and their English names, in the singular."""

    counted: tuple[str, ...]
    """What news counts: people, homes, votes; in the plural."""

    to: tuple[str, ...]
    """Words between the ends of a range."""

    between: tuple[str, str]
    """The words of "between … and …"; empty where there are none."""

    parts: dict[str, str]
    """Words for parts of a day and their TIMEX3 letters."""

    ordinals: dict[str, int]
    """Words for the first to the fourth quarter of a year."""

    seasons: dict[str, str]
    """Words for the seasons and their TIMEX3 letters."""

    units: dict[str, str]
    """English names of the units of time, in the singular."""

    dates: tuple[tuple[str, str], ...]
    """What an expression means, and its pattern; the fields in braces stand for the lists."""

    future: str
    """A pattern of words that look ahead."""

    speech: tuple[str, ...]
    """Verbs that tell who spoke."""

    titles: tuple[str, ...]

    particles: frozenset[str]
    """Small words inside names of organisations."""

    person_particles: frozenset[str]

    organisations: frozenset[str]
    """Words that make a name one of an organisation."""

    place_before: tuple[str, ...]
    """Prepositions that stand before places."""

    places: dict[str, str]
    """English names of places that the language calls otherwise."""

    surnames: frozenset[str] = frozenset()
    """Common family names, where the script has no capitals to tell names by."""

    after_names: frozenset[str] = frozenset()
    """Words that stand behind names there, and belong to none."""

    verbs: frozenset[str] = frozenset()
    """Those of them that end a statement: what stands before them is hardly a name."""


def language_code(language: str | None) -> str | None:
    """Return the code of two letters in a BCP 47 tag, or None without a tag."""
    if not language:
        return None
    code = language.lower().replace("_", "-").split("-")[0]
    return {"eng": "en", "english": "en"}.get(code, code)


@cache
def language_rules(code: str | None) -> Language | None:
    """Return what is known of a language by its code; None for English and unknown ones."""
    path = _FOLDER / f"{code}.json"
    if code is None or not code.isalpha() or not path.is_file():
        return None
    described = json.loads(path.read_text(encoding="utf-8"))
    for field in (
        *("joiners", "percent", "up", "down", "speech", "titles", "place_before"),
        *("counted", "to", "between"),
    ):
        described[field] = tuple(described[field])
    for field in ("common", "particles", "person_particles", "organisations"):
        described[field] = frozenset(described[field])
    for field in {"surnames", "after_names", "verbs"} & described.keys():
        described[field] = frozenset(described[field])
    for field in ("months", "weekdays", "dates"):
        described[field] = tuple(tuple(entry) for entry in described[field])
    return Language(code=code, **described)


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are rules for, English first."""
    return ("en", *sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def _betraying() -> dict[str, tuple[str, ...]]:
    """Return for each small word the codes of the languages that it can be of.

    One that English has in common with another language, as "a" with Portuguese, tells nothing.
    """
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_ENGLISH, ("en",))
    for code in known_languages()[1:]:
        rules = language_rules(code)
        for word in rules.common if rules else ():
            found[word] = (*found.get(word, ()), code)
    return {word: codes for word, codes in found.items() if codes == ("en",) or "en" not in codes}


def guess_language(sample: str) -> str | None:
    """Return the code of the language that *sample* is in, when its small words give it away."""
    known = _betraying()
    counts = Counter(code for word in _WORD.findall(sample) for code in known.get(word, ()))
    english = counts.pop("en", 0)
    best = max(counts, key=lambda code: (counts[code], code), default=None)
    if best is None or counts[best] < max(_LEAST_WORDS, _TIMES_ENGLISH * english):
        return None
    return best


def alternatives(listed: object) -> str:
    """Return a pattern of words, the longer first, so that none hides another."""
    assert isinstance(listed, (tuple, list, dict, frozenset))
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))
