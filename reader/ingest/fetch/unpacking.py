"""A packed body to its bytes, a little at a time, so that no small one becomes a huge one."""

import zlib
from collections.abc import Iterable, Iterator

_STEP = 64 * 1024
_GZIP = b"\x1f\x8b"
_GZIP_BITS, _ZLIB_BITS, _RAW_BITS = 31, 15, -15
_MOST_CODINGS = 2


class PackingError(Exception):
    """A body is packed in a way that was not asked for, or not as it says."""


def unpacked(parts: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield what *parts* hold, in pieces of 64 KiB at most where they were packed.

    Args:
        parts: the body as it comes.
        coding: the header that tells how it is packed.

    Raises:
        PackingError: if it cannot be unpacked.
    """
    names = [name for name in (part.strip().lower() for part in coding.split(",")) if name]
    if len(names) > _MOST_CODINGS:
        raise PackingError("packed too many times")
    stream = iter(parts)
    for name in reversed(names):
        if name in ("gzip", "x-gzip", "deflate"):
            stream = _inflated(stream, gzip=name != "deflate")
        elif name != "identity":
            raise PackingError(f"packed with {name[:20]}, which was not asked for")
    return stream


def _inflated(parts: Iterator[bytes], *, gzip: bool) -> Iterator[bytes]:
    """Yield what *parts* hold; several members of a gzip body follow each other."""
    stream = None
    for part in parts:
        rest = part
        while rest:
            if stream is None or stream.eof:
                if stream is not None and not (gzip and rest.startswith(_GZIP)):
                    return  # servers pad
                stream = zlib.decompressobj(_GZIP_BITS if gzip else _deflate_bits(rest))
            try:
                yield stream.decompress(rest, _STEP)
            except zlib.error as error:
                raise PackingError("it cannot be unpacked") from error
            rest = stream.unused_data if stream.eof else stream.unconsumed_tail


def _deflate_bits(head: bytes) -> int:
    """Return how a deflated body that starts with *head* is framed: some servers leave it bare."""
    framed = len(head) < 2 or (head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0)
    return _ZLIB_BITS if framed else _RAW_BITS
