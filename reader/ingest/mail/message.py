"""A MIME message taken apart: its parts, each with its place, and their texts.

The parser of the standard library takes any bytes, but follows nested parts as deep as they go;
what nests deeper than mail does is refused.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from reader.errors import IngestError, TooLargeError
from reader.ingest.encoding import decode

MAX_PARTS = 2_000
"""How many parts of a message are looked at."""

_DEEPEST = 50
_BOUNDARIES = 5_000
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_LONGEST_HEADER = 100_000
_NEXT_MESSAGE = re.compile(rb"^\r?\nFrom [^\n]*\d{4}[^\n]*\n(?=[A-Za-z-]{2,40}:)", re.MULTILINE)
_MAILBOX_LINE = re.compile(rb"\s*From [^\n]*\n")


def parse(data: bytes, subject: str) -> Message:
    """Return the message in *data*.

    Args:
        data: the message as it came.
        subject: what the user calls it, for errors.

    Raises:
        TooLargeError: it nests deeper than is followed.
    """
    if len(_BOUNDARY.findall(data)) > _BOUNDARIES:
        raise TooLargeError(subject, "has more parts within parts than mail has", _REMEDY)
    try:
        return BytesParser(policy=compat32).parsebytes(data)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise IngestError(subject, "is no mail that can be taken apart", _REMEDY) from error


_REMEDY = "save its text, and add that file"


def first_of(data: bytes) -> tuple[bytes, bool]:
    """Return the first message in *data*, and whether more follow, as in the file of a mailbox."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    first = _MAILBOX_LINE.match(data)
    if first is None:
        return data.lstrip(), False
    other = _NEXT_MESSAGE.search(data, first.end())
    return data[first.end() : other.start() if other else None], other is not None


def parts(message: Message) -> Iterator[Message]:
    """Yield *message* and the parts within it in order, but for those nested too deep."""
    waiting = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        yield part
        if part.is_multipart() and depth < _DEEPEST:
            waiting += [(inner, depth + 1) for inner in reversed(children(part))]


def children(part: Message) -> list[Message]:
    """Return the parts right within *part*."""
    payload = part.get_payload() if part.is_multipart() else []
    return [inner for inner in payload if isinstance(inner, Message)]


def header(part: Message, name: str) -> str:
    """Return the field *name* of a part's header as it stands, empty when it has none."""
    value = part.get(name)
    return "" if value is None else str(value)[:_LONGEST_HEADER]


def text_of(part: Message) -> str:
    """Return the text of a part that holds one, whatever its encoding."""
    return decode(bytes_of(part), charset_of(part))


def bytes_of(part: Message) -> bytes:
    """Return what a part holds, its transfer encoding undone."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: Message) -> str | None:
    """Return the charset that a part states."""
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def is_attached(part: Message) -> bool:
    """Tell whether a part lies beside the text, as a file to be saved."""
    return header(part, "Content-Disposition").strip().lower().startswith("attachment")
