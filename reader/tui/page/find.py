"""Finds words in an article the way a reader means them."""

import re
import unicodedata
from functools import lru_cache

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
