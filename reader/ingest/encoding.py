"""Bytes to text, for documents that lie about their encoding or say nothing.

Evidence beats declaration: a byte order mark first, then bytes that are UTF-8 as they stand (few
other texts ever are), then UTF-8 with rare damage, then what the document says of itself, and
only then a guess from the statistics of the bytes.
"""

import codecs
import re
import unicodedata

from reader.ingest.codepages import european
from reader.ingest.mojibake import mend_mojibake

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,512}?|<\?xml[^>]{0,200}?)(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}"""
    rb"""([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII = re.compile(rb"[\t\n\r -~]")
_TAG = re.compile(rb"<[^<>]*>")
_SHIFTS = re.compile(rb"\x1b\$[@B][!-~]{2,4000}?\x1b\([BJ]")
"""Japanese as mail writes it, between escapes."""

_BREAKS = re.compile(r"[\t\n\r\f\ufeff]")
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read when a page names the key: the larger set that writers mean by it."""

_HEAD = 4096
_SAMPLE = 60_000
_ENOUGH = 12


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of *data*, whatever its encoding; never fails.

    Text that was misread before it was written as it is now is mended.

    Args:
        data: a whole document.
        declared: the charset that came with it from outside, such as a Content-Type header's.
            One that the document names in a ``meta`` element or XML declaration is found here.
    """
    return mend_mojibake(_decoded(data, declared))


def _decoded(data: bytes, declared: str | None) -> str:
    """Return the text of *data* as its bytes say it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = [name for name in (_codec(declared), _codec(declared_in(data))) if name]
    escapes = [name for name in named if name.startswith("iso2022")]
    if _SHIFTS.search(data):
        escapes.append("iso2022_jp_2")
    for encoding in (*escapes, wide_encoding(data) or "utf-8"):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _from_damaged(data, named)


def declared_in(data: bytes) -> str | None:
    """Return the charset that the head of *data* names, as written there."""
    match = _META_CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _from_damaged(data: bytes, named: list[str]) -> str:
    """Return the text of bytes that no encoding tried so far takes without fault."""
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    good = len(_MULTIBYTE.findall(data))
    if good > 10 * bad or (bad * 1000 < len(lenient) and good > bad):
        return lenient
    for encoding in named:
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return the text of *data* in *encoding*, or None if it is not written in it."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _codec(name: str | None) -> str | None:
    """Return the codec for a charset's *name*, None when it has none that decodes text."""
    if not name:
        return None
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if known.name.startswith("utf") or not getattr(known, "_is_text_encoding", True):
        return None
    return _SUPERSETS.get(known.name, known.name)


def wide_encoding(data: bytes) -> str | None:
    """Return UTF-16's codec when *data* is written in it without a byte order mark, else None."""
    head = data[: _HEAD if len(data) > _HEAD else len(data) // 2 * 2]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.4 * half and not head[::2].count(0):
        return "utf-16-le"
    if half and head[::2].count(0) > 0.4 * half and not head[1::2].count(0):
        return "utf-16-be"
    if b"\0" not in head or half < _ENOUGH:
        return None
    return next((name for name in ("utf-16-le", "utf-16-be") if _is_written(head, name)), None)


def _is_written(head: bytes, encoding: str) -> bool:
    """Tell whether *head*, which holds a zero, is writing in *encoding*.

    Every second byte of a binary file would have to be such that all its pairs are letters and
    marks, and one of them a space or the end of a line.
    """
    if len(_ASCII.findall(head)) > 0.8 * len(head):
        return False  # two Latin letters are one Chinese one; a stray zero makes no wide text
    text = head.decode(encoding, "ignore" if len(head) == _HEAD else "replace")
    if not {" ", "\n"} & set(text):
        return False
    strange = sum(unicodedata.category(sign)[0] == "C" for sign in text) - len(
        _BREAKS.findall(text)
    )
    return strange == 0 and 2 * sum(map(str.isalpha, text)) > len(text) > len(head) // 2 - 2


def _guessed(data: bytes) -> str:
    """Return the text of *data* in the encoding that its bytes look most like.

    Where little is not ASCII, statistics have nothing to go by; it is Windows' punctuation.
    """
    words = _TAG.sub(b" ", data[: 4 * _SAMPLE])[:_SAMPLE]
    encoding = european(words)
    high = len(_HIGH.findall(words))
    if encoding is None and high >= _ENOUGH and high * 100 > len(words):
        from charset_normalizer import from_bytes

        best = from_bytes(words).best()
        if best is not None and best.encoding not in ("ascii", "utf_8"):
            encoding = best.encoding
    return data.decode(encoding or "cp1252", "replace")
