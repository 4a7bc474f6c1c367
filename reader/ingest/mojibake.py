"""Mends text that was read in the wrong encoding before it was written in the right one.

A site that once took its UTF-8 for Windows' encoding serves “donâ€™t” for “don’t” ever since. What
such text reads as, put back into the bytes it was misread from, is UTF-8 again; what is written
as it was meant almost never is.
"""

import re

_MISREAD = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
_MISREAD += "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_TAIL = f"[\x80-\xbf{_MISREAD}]"
_RUN = re.compile(f"(?:[\xc2-\xdf]{_TAIL}|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}})+")
_SIGN = re.compile(f"\xe2\u20ac{_TAIL}|\xc3{_TAIL}|\xc2[\xa0-\xbf]")
_ENOUGH = 2
_ROUNDS = 2


def mend_mojibake(text: str) -> str:
    """Return *text* with what was misread as it was meant; most text comes back as it is."""
    for _ in range(_ROUNDS):
        if not _is_misread(text):
            break
        text = _RUN.sub(_meant, text)
    return text


def _is_misread(text: str) -> bool:
    """Tell whether *text* bears the signs more than once, as no text does by chance."""
    if text.isascii() or not any(sign in text for sign in ("\xe2\u20ac", "\xc3", "\xc2")):
        return False
    return sum(1 for _, _ in zip(_SIGN.finditer(text), range(_ENOUGH), strict=False)) >= _ENOUGH


def _meant(match: re.Match[str]) -> str:
    """Return what a run of misread characters was meant to be, itself when it was meant so."""
    data = bytearray()
    for sign in match[0]:
        code = ord(sign)
        data += bytes([code]) if code < 256 else sign.encode("cp1252")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
