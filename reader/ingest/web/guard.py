"""Makes any bytes that call themselves a page safe to parse.

The parsers behind it are quick on honest pages, yet quadratic in the attributes of one tag, and
silent about what lies too deep. Both are cut here, in passes that are linear in the page.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass

from reader.article.sanitise import clean_text
from reader.errors import IngestError, TooLargeError
from reader.ingest.encoding import decode

MAX_BYTES = 32_000_000
"""What is read of a page, compressed or not."""

MAX_DEPTH = 100
"""How deep elements nest before those deeper are taken out and their text is kept."""

_VALUE = r"""=\s*+"[^"]*+"|=\s*+'[^']*+'|[^<>=]++|="""
_HUGE_TAG = re.compile(
    rf"<([a-zA-Z][\w:-]{{0,40}})(?:(?:{_VALUE}){{1000,}}+|[^<>=]{{8000,}}+)(?:{_VALUE})*+>?"
)
_INLINED = re.compile(rb"""([=(,]\s{0,8}["']?data:)[\w.+-]{1,40}/[^"'\s<>)]{200,}+""")
"""A file that was put into the page itself; no reader needs it, and it may be most of the page."""

_REFERENCE = re.compile(
    r"&#(?:[xX]0{0,8}([0-9a-fA-F]{1,6})|0{0,8}([0-9]{1,7}))(?:;|(?![0-9a-fA-F]))"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})[^<>]*>")
_FEW = 9
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")
_EARLY_END = re.compile(r"</(?:body|html)\s{0,20}>", re.IGNORECASE)
_SHORT_LIVED = frozenset(
    (
        *("p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option"),
        *("br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source"),
        *("track", "wbr"),
    )
)
_REMEDY = "give a page, a Markdown file or a plain text"
_SIGNATURES = {
    b"%PDF": "is a PDF document",
    b"PK\x03\x04": "is an archive or an office document",
    b"\x89PNG": "is a picture",
    b"\xff\xd8\xff": "is a picture",
    b"GIF8": "is a picture",
    b"\x7fELF": "is a program",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A page's text, ready for a parser."""

    text: str
    cut: bool = False
    """Whether the page goes on beyond what was read of it."""


def open_source(data: bytes, name: str) -> Source:
    """Return the text of the page in *data*.

    Args:
        data: the page as it came, which may be compressed with gzip.
        name: what the user calls it, for errors.

    Raises:
        IngestError: it is no text at all.
        TooLargeError: it is beyond what is read.
    """
    data, cut = _unpacked(data)
    data = _INLINED.sub(rb"\1,", data)
    if len(data) > MAX_BYTES:
        raise TooLargeError(name, f"has more than {MAX_BYTES // 1_000_000} million bytes")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise IngestError(name, f"{what}, not a web page", _REMEDY)
    text = _XML_DECLARATION.sub("", decode(data))
    if not text.strip() and not cut:
        raise IngestError(name, "is empty", _REMEDY)
    if _is_noise(text):
        raise IngestError(name, "is not text", _REMEDY)
    return Source(_harmless(text), cut)


def shallow(text: str) -> str:
    """Return *text* without the tags that nest deeper than ``MAX_DEPTH``; what they hold stays.

    Elements that close by themselves are not counted, for pages seldom close them.
    """
    depth = 0
    removed: Counter[str] = Counter()

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        name = match[2].lower()
        if name in _SHORT_LIVED:
            return match[0]
        if match[1]:
            if removed[name]:
                removed[name] -= 1
                return " "
            depth = max(0, depth - 1)
            return match[0]
        if depth >= MAX_DEPTH:
            removed[name] += 1
            return " "
        depth += 1
        return match[0]

    return _TAG.sub(keep, text)


def _unpacked(data: bytes) -> tuple[bytes, bool]:
    """Return *data* uncompressed, and whether more of it than that is left."""
    if not data.startswith(b"\x1f\x8b"):
        return data, False
    stream = zlib.decompressobj(wbits=31)
    try:
        unpacked = stream.decompress(data, MAX_BYTES)
    except zlib.error:
        return data, False
    return unpacked, bool(stream.unconsumed_tail)


def _is_noise(text: str) -> bool:
    """Tell whether *text* is no writing: a binary file read as text."""
    head = text[:20_000]
    strange = len(_CONTROL.findall(head)) + head.count("\ufffd")
    return strange > _FEW and strange * 20 > len(head)


def _harmless(text: str) -> str:
    """Return *text* without monstrous tags, control characters and references to them.

    The page's end goes too: what templates put behind it the parser would drop without a word.

    A reference becomes its character first, so that an escape sequence goes as a whole.
    """
    text = _EARLY_END.sub(" ", _HUGE_TAG.sub(r"<\1>", text))
    if "&#" in text:
        text = _REFERENCE.sub(_spelt_out, text)
    return clean_text(text.replace("\r\n", "\n"))


def _spelt_out(match: re.Match[str]) -> str:
    """Return the character of a reference where the reference itself would do harm.

    Numbers from 128 to 159 are meant as Windows' punctuation, as browsers read them.
    """
    code = int(match[1], 16) if match[1] else int(match[2])
    if 128 <= code < 160:
        return bytes([code]).decode("cp1252", "ignore")
    if code < 32 and code not in (9, 10, 13):
        return chr(code) if code else ""
    return "" if code == 127 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else match[0]
