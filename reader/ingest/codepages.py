"""The encoding of bytes in one of Europe's old code pages, told by what any of them shows alike.

The small words of a language are ASCII mostly, so they say which letters to expect; of the code
pages that have those, the one is right in which the other bytes become such letters.
"""

import re
from typing import NamedTuple

_WORD = re.compile(rb"[A-Za-z]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_FEW = 0.06
"""A text has at least this share of small words of its language."""

_LEAST_FIT = 0.8
_PUNCTUATION = "’‘“”„–—…«»°§£€\u00a0"


class _Region(NamedTuple):
    """Languages that were written in the same code pages."""

    words: frozenset[bytes]
    encodings: tuple[str, ...]
    """The most usual first."""
    letters: frozenset[str]


_REGIONS = (
    _Region(
        frozenset(
            b"the and of is that it was der die und das ist nicht mit von le la les des est une"
            b" dans pour qui los las del una por con il che della per sono het een van og det som"
            b" den med att till uma os".split()
        ),
        ("cp1252", "mac_roman", "cp850"),
        frozenset("éèàùçêâîôûëïüöäßÉÈÀÜÖÄñáíóúÑÁÍÓÚ¿¡åæøÅÆØãõœ½ìò" + _PUNCTUATION),
    ),
    _Region(
        frozenset(
            b"w na nie jest przez oraz jak sa po od za az hogy egy nem meg ez volt v se je ve ale"
            b" jako pro byl bude".split()
        ),
        ("cp1250", "iso8859-2", "cp852"),
        frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽöüőűÖÜŐŰ" + _PUNCTUATION),
    ),
)


def european(sample: bytes) -> str | None:
    """Return the code page that *sample* is written in, None when its words do not tell."""
    words = [word.lower() for word in _WORD.findall(sample)]
    shares = {region: sum(word in region.words for word in words) for region in _REGIONS}
    region = max(shares, key=lambda one: shares[one])
    if not words or shares[region] < _FEW * len(words):
        return None
    high = b"".join(_HIGH.findall(sample))
    fits = {encoding: _fit(high, encoding, region.letters) for encoding in region.encodings}
    best = max(fits, key=lambda encoding: fits[encoding])
    return best if fits[best] > _LEAST_FIT else None


def _fit(high: bytes, encoding: str, letters: frozenset[str]) -> float:
    """Return which share of the bytes *high* are *letters* in *encoding*."""
    text = high.decode(encoding, "replace")
    return sum(sign in letters for sign in text) / max(1, len(text))
