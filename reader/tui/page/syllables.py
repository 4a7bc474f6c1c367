"""Where a word may be parted in scripts that are written without spaces between words.

Which signs make a word only a dictionary knows; but a sign that cannot begin a syllable, or that
still needs the next one, is not parted from it.
"""

import re
import unicodedata

_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]")
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai."""

_BEFORE_CONSONANT = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that are written before the consonant they follow in speech."""

_NOT_FIRST = frozenset("ะาำๅๆฯ์ະາຳຽໆຯ།༎་ៗ។៕៖ៈ၊။၏")
"""Signs that never begin a syllable: vowels after their consonant, signs that repeat or end."""

_CLOSED = frozenset("\u0e31\u0e37\u0e47\u0eb1\u0eb7\u0ebb\u0ecb")
"""Vowels of Thai and Lao that a consonant, or the rest of the vowel, must follow."""

_SILENT = frozenset("\u0e4c\u0ecc\u103a\u17cd")
"""What lies over a letter that ends a syllable or is not spoken at all."""

_VIRAMA = 9
_TSHEG = "\u0f0b"


def is_unspaced(sign: str) -> bool:
    """Tell whether *sign* is of a script that is written without spaces between words."""
    return _UNSPACED.match(sign) is not None


def begins_syllable(before: str, after: str) -> bool:
    """Tell whether a syllable surely begins with the grapheme *after* when *before* precedes it."""
    if before.endswith(_TSHEG):
        return after[0] not in _NOT_FIRST
    return after[0] in _BEFORE_CONSONANT and before[0] not in _BEFORE_CONSONANT


def may_part_syllables(before: str, after: str) -> bool:
    """Tell whether two graphemes of such a script may stand on two lines."""
    if after[0] in _NOT_FIRST or not _SILENT.isdisjoint(after):
        return False
    if before[0] in _BEFORE_CONSONANT or not _CLOSED.isdisjoint(before):
        return False
    return before[-1] in _SILENT or unicodedata.combining(before[-1]) != _VIRAMA
