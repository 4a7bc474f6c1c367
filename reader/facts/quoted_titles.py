"""Tells quotation marks round a title or a nickname from those round speech.

Newspapers put the names of shows, films and books between the marks of speech, too, and write
nicknames so inside a name: Robert "Bobby" Scott.
"""

import re

from reader.facts.quote_marks import Quotation
from reader.facts.words import words

_SMALL = words("a an the of and or in on to for with at by from your my is it this")
_MOST_WORDS = 7
_BEFORE = 40
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:titled|entitled|called|named|dubbed|nicknamed|nickname|starring in|film|movie"
    r"|documentary|show|series|sitcom|drama|book|novel|memoir|bestseller|song|album|single|play"
    r"|musical|podcast|column|magazine|poem|painting|exhibition|programme?|episode of"
    r"|broadcast of|edition of|host of|star of|author of|creator of|appearance on|interview on"
    r")|\w's),? \Z",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r" (?:(?:radio|television|TV|talk|news|reality|game|morning) )?(?:programme?|show|film|movie"
    r"|documentary|series|sitcom|podcast|album|song|book|novel|column|host|star)\b"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w.'-]* \Z")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")


def is_title(flat: str, quotation: Quotation) -> bool:
    """Tell whether the marks hold a name, by its capitals and by the words beside it."""
    inside = flat[quotation.inside_start : quotation.inside_end].strip(" ,.")
    found = inside.split()
    if not quotation.closed or not 0 < len(found) <= _MOST_WORDS:
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found):
        return False
    before = flat[max(0, quotation.start - _BEFORE) : quotation.start]
    if len(found) == 1 and _NAME_BEFORE.search(before) and _NAME_AFTER.match(flat, quotation.end):
        return True
    return bool(_NAMED_BEFORE.search(before) or _KIND_AFTER.match(flat, quotation.end))
