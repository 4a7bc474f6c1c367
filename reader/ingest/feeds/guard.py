"""What no feed needs and some send to do harm, refused before a parser sees it."""

import re
from contextlib import suppress
from xml.parsers import expat

from reader.errors import IngestError, TooLargeError
from reader.ingest.encoding import decode

MAX_BYTES = 16 * 1024 * 1024
"""The longest feed that is read."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_DOCTYPE = "<!DOCTYPE"
_ROOT = re.compile(r"<[^\W\d]")
_MAX_DEPTH = 256
"""How deep elements may nest; those that read feeds take ever longer for each level."""


def text_of(data: bytes, subject: str, charset: str | None = None) -> str:
    """Return the text of a feed or an OPML file, without characters that XML cannot hold.

    Args:
        data: the file as it came.
        subject: what errors call it.
        charset: the encoding that came with it from outside.

    Raises:
        TooLargeError: if it is beyond ``MAX_BYTES``.
    """
    if len(data) > MAX_BYTES:
        raise TooLargeError(subject, f"is a feed of more than {MAX_BYTES >> 20} MiB")
    return _ILLEGAL.sub("", _exactly(data) or decode(data, charset))


def _exactly(data: bytes) -> str | None:
    """Return the text of *data* to the letter when it is sound UTF-8, as nearly all is; else None.

    What is read of pages has the traces of wrong encodings mended; a name in a list has not.
    """
    if b"\0" in data:
        return None  # wider characters, which may look like it
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def harmless_xml(text: str, subject: str) -> str:
    """Return *text* without its XML declaration and document type.

    Entities that a document declares for itself can grow without bounds or read files; no feed
    needs them. A type that only points to one, as those of RSS 0.91, is left out.

    Raises:
        IngestError: if the document declares anything.
    """
    text = _DECLARATION.sub("", text, count=1)
    start = _end_of_notes(text, 0)
    root = _ROOT.search(text, start)
    head = text[start : root.start() if root else len(text)]
    if "[" in head or "<!ENTITY" in head.upper() or head.upper().count(_DOCTYPE) > 1:
        raise IngestError(subject, "declares entities, which no feed needs", "do not trust it")
    if not head.upper().startswith(_DOCTYPE):
        return text
    return text[start + len(head) :]


def check_depth(text: str, subject: str) -> None:
    """Refuse XML that nests deeper than any feed, as far as it is sound.

    Raises:
        IngestError: if it does.
    """
    depth = 0

    def enter(name: str, attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise IngestError(subject, "nests deeper than any feed", "do not trust it")

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = enter, leave
    with suppress(expat.ExpatError):
        parser.Parse(text.encode("utf-8", "replace"), True)


def _end_of_notes(text: str, start: int) -> int:
    """Return where comments, instructions and blanks from *start* end."""
    ends = {"<!--": "-->", "<?": "?>"}
    while True:
        while start < len(text) and (text[start].isspace() or text[start] == "\ufeff"):
            start += 1
        mark = next((mark for mark in ends if text.startswith(mark, start)), None)
        if mark is None:
            return start
        end = text.find(ends[mark], start + len(mark))
        if end < 0:
            return len(text)
        start = end + len(ends[mark])
