"""Finds web addresses that an article spells out."""

import re

from reader.facts.model import Fact
from reader.facts.reading import Reading

_ADDRESS = re.compile(
    r"(?<![\w@./])(?:https?://|www\.)[^\s<>\"“”«»\[\]{}|\\^`]{4,2000}"
    r"|(?<![\w@./-])[\w-]{2,60}(?:\.[\w-]{2,60}){0,3}\.(?:co\.uk|gov\.uk|ac\.uk|gov\.in"
    r"|com|org|net|gov|edu|int|info|io|eu)(?![\w-])(?:/[^\s<>\"“”«»\[\]{}|\\^`]{0,2000})?(?![\w@])"
)
_SIGNS = (
    "://",
    "www.",
    ".co",
    ".org",
    ".net",
    ".gov",
    ".edu",
    ".int",
    ".info",
    ".io",
    ".eu",
    ".ac",
)
"""What every address holds one of; most articles hold none."""

_NOT_LAST = ".,;:!?'’…)"


def find_links(reading: Reading) -> list[Fact]:
    """Return the web addresses in reading order, without the punctuation behind them."""
    if not any(sign in reading.flat for sign in _SIGNS):
        return []
    facts = []
    for match in _ADDRESS.finditer(reading.flat):
        start, end = match.span()
        while reading.flat[end - 1] in _NOT_LAST and not _is_bracketed(match.group(), end - start):
            end -= 1
        address = reading.flat[start:end]
        value = address if address.startswith("http") else f"https://{address}"
        entity = f"link:{value.lower()}"
        facts.append(reading.fact("link", start, end, value, "link.address", entity=entity))
    return facts


def _is_bracketed(address: str, length: int) -> bool:
    """Tell whether the bracket that ends *address* closes one inside it."""
    inside = address[:length]
    return inside.endswith(")") and inside.count("(") == inside.count(")")
