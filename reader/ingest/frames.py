"""How this process and the one that reads pages speak: frames of JSON and bytes.

A request is two lengths, a JSON object and the document; an answer is one length and a JSON
object, which holds ``article``, ``feed`` or ``error``.
"""

import json
import struct
from typing import IO, Any

_REQUEST = struct.Struct(">IQ")
_ANSWER = struct.Struct(">Q")
MOST_BYTES = 512 * 1024 * 1024
"""The longest frame; a length beyond it is not one of ours."""

FEED, ENTRY = "feed", "entry"
"""Kinds of documents that are no articles: a feed, and one with a single entry as JSON."""


class FrameError(Exception):
    """What came is no frame, or only half of one."""


def write_request(stream: IO[bytes], about: dict[str, Any], data: bytes) -> None:
    """Write one request."""
    head = json.dumps(about).encode("ascii")
    stream.write(_REQUEST.pack(len(head), len(data)))
    stream.write(head)
    stream.write(data)
    stream.flush()


def read_request(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Return one request, None when the stream has ended.

    Raises:
        FrameError: if what came is no request.
    """
    lengths = stream.read(_REQUEST.size)
    if not lengths:
        return None
    if len(lengths) < _REQUEST.size:
        raise FrameError("half a length")
    head, body = _REQUEST.unpack(lengths)
    return _object(_exactly(stream, head)), _exactly(stream, body)


def write_answer(stream: IO[bytes], answer: dict[str, Any]) -> None:
    """Write one answer."""
    body = json.dumps(answer).encode("ascii")
    stream.write(_ANSWER.pack(len(body)))
    stream.write(body)
    stream.flush()


def read_answer(stream: IO[bytes]) -> dict[str, Any]:
    """Return one answer.

    Raises:
        FrameError: if none came, or not all of it.
    """
    (length,) = _ANSWER.unpack(_exactly(stream, _ANSWER.size))
    return _object(_exactly(stream, length))


def _exactly(stream: IO[bytes], length: int) -> bytes:
    """Return the next *length* bytes."""
    if length > MOST_BYTES:
        raise FrameError("a length that no frame has")
    data = stream.read(length)
    if len(data) < length:
        raise FrameError("half a frame")
    return data


def _object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in *body*."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FrameError("no JSON") from error
    if not isinstance(value, dict):
        raise FrameError("no object")
    return value
