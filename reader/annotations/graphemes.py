"""Where one character, as a reader sees it, ends and the next begins.

A range that starts between a letter and its accent, or between the halves of a flag, paints
rubbish and copies rubbish. The rules are those of Unicode's annex 29 that news text meets.
"""

import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"
_EXTENDING = frozenset("\u200c\u200d\uff9e\uff9f")


def splits_cluster(text: str, offset: int) -> bool:
    """Tell whether *offset* lies inside a grapheme cluster of *text*."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if after.isascii():
        return after == "\n" and before == "\r"
    if _extends(after):
        return before not in "\r\n"
    if before == _ZERO_WIDTH_JOINER:
        return unicodedata.category(after) == "So"
    return _joins_hangul(before, after) or _splits_flag(text, offset)


def cluster_start(text: str, offset: int) -> int:
    """Return *offset*, or the start of the cluster that it lies in."""
    while splits_cluster(text, offset):
        offset -= 1
    return offset


def cluster_end(text: str, offset: int) -> int:
    """Return *offset*, or the end of the cluster that it lies in."""
    while splits_cluster(text, offset):
        offset += 1
    return offset


def _extends(character: str) -> bool:
    """Tell whether *character* belongs to the one before it."""
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character in _EXTENDING
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags, as in the flag of Scotland
    )


def _joins_hangul(before: str, after: str) -> bool:
    """Tell whether two characters are parts of one Hangul syllable."""
    if "\u1160" <= after <= "\u11a7":
        return "\u1100" <= before <= "\u11a7" or _is_open_syllable(before)
    if "\u11a8" <= after <= "\u11ff":
        return "\u1160" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return "\u1100" <= before <= "\u115f" and (
        "\u1100" <= after <= "\u115f" or "\uac00" <= after <= "\ud7a3"
    )


def _is_open_syllable(character: str) -> bool:
    """Tell whether *character* is a Hangul syllable without a final consonant."""
    return "\uac00" <= character <= "\ud7a3" and (ord(character) - 0xAC00) % 28 == 0


def _is_regional(character: str) -> bool:
    """Tell whether *character* is half of a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _splits_flag(text: str, offset: int) -> bool:
    """Tell whether *offset* lies between the two halves of one flag."""
    if not _is_regional(text[offset]):
        return False
    start = offset
    while start > 0 and _is_regional(text[start - 1]):
        start -= 1
    return (offset - start) % 2 == 1
