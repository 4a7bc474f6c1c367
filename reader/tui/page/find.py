"""Finds words in an article the way a reader means them."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

Range = tuple[int, int]

LIMIT = 10_000
"""How many matches are told; nobody steps through more."""


def find_all(text: str, query: str) -> list[Range]:
    """Return where *query* stands in *text*, in order.

    Case counts only when the query has a capital. Accents count only when the query has them.
    A space in the query stands for any white space, so a phrase is found over a line break.
    """
    words = query.split()
    if not words:
        return []
    smart = query != query.lower()
    accented = _fold(query) != query
    if accented:
        haystack, places = text, None
    else:
        haystack, places = _folded(text)
    pattern = re.compile(r"\s+".join(map(re.escape, words)), 0 if smart else re.IGNORECASE)
    found: list[Range] = []
    for match in pattern.finditer(haystack):
        start, end = match.span()
        found.append((start, end) if places is None else (places[start], places[end - 1] + 1))
        if len(found) == LIMIT:
            break
    return found


def find_each(text: str, query: str) -> list[Range]:
    """Return where the words stand in *text* that a search of the library asks for, in order.

    The *query* is read as that search reads it: phrases in quotes, no words of fields.
    """
    from reader.search.query import Query
    from reader.search.words import folded

    plain = folded(text)
    found = sorted(
        plain.origin(*match.span())
        for clause in Query.parse(query, typing=True).wanted
        for match in islice(clause.pattern.finditer(plain.text), LIMIT)
    )
    apart: list[Range] = []
    for start, end in found[:LIMIT]:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


@lru_cache(maxsize=4)
def _folded(text: str) -> tuple[str, list[int] | None]:
    """Return *text* without accents, and where each character of it came from.

    None for the places when no character moved.
    """
    if text.isascii():
        return text, None
    out: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        plain = character if character < "\x80" else _fold(character)
        out.append(plain)
        places.extend([index] * len(plain))
    folded = "".join(out)
    return folded, None if len(folded) == len(text) and "" not in out else places


_QUOTES = str.maketrans("‘’‚“”„–—‑", "'''\"\"\"---")


def _fold(text: str) -> str:
    """Return *text* without accents, its quotes and dashes made plain."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(character for character in plain if not unicodedata.combining(character))
