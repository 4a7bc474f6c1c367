"""The process that reads pages, so that none can take the reader's own time or memory.

It reads requests on its standard input and answers on its standard output until the input ends.
It limits its own memory, and ends by itself when its parent has gone and a page never comes out.
"""

import gc
import json
import signal
import sys
from typing import IO, Any

from reader.errors import IngestError, ReaderError, TooLargeError
from reader.ingest.frames import ENTRY, FEED, FrameError, read_request, write_answer
from reader.ingest.source import Document
from reader.workers.serving import limit_memory, own_output

_MEMORY_MB = 1024
_SECONDS = 60


def main(arguments: list[str]) -> int:
    """Serve until the input ends; *arguments* are the memory in MiB and the seconds a page has."""
    memory, seconds = (*(int(argument) for argument in arguments[:2]), _MEMORY_MB, _SECONDS)[:2]
    limit_memory(memory)
    answers = own_output()
    try:
        return _serve(sys.stdin.buffer, answers, seconds)
    except (FrameError, BrokenPipeError):
        return 1


def _serve(requests: IO[bytes], answers: IO[bytes], seconds: int) -> int:
    """Answer every request."""
    while (request := read_request(requests)) is not None:
        signal.alarm(seconds)
        write_answer(answers, answer(*request))
        signal.alarm(0)
        del request
        gc.collect()
    return 0


def answer(about: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Return the answer to one request: the article or the feed, or why there is none."""
    named = (about.get(key) for key in ("subject", "url", "name"))
    subject = str(next(filter(None, named), "the source"))
    read = _READERS.get(str(about.get("kind")), _article)
    try:
        return read(about, data, subject)
    except ReaderError as error:
        return _failure(error)
    except MemoryError:
        return _failure(TooLargeError(subject, "takes more memory than a page may", _REMEDY))
    except RecursionError:
        return _failure(IngestError(subject, "nests too deep to be read", _REMEDY))


def _article(about: dict[str, Any], data: bytes, subject: str) -> dict[str, Any]:
    """Return the article of a document."""
    from reader.ingest import read_document

    document = Document(
        data,
        subject,
        about.get("url"),
        about.get("path"),
        str(about.get("name") or ""),
        about.get("charset"),
    )
    return {"article": read_document(document, about.get("kind")).as_dict()}


def _feed(about: dict[str, Any], data: bytes, subject: str) -> dict[str, Any]:
    """Return the feed in a document."""
    from reader.ingest.feeds.reading import read_feed

    return {"feed": read_feed(data, subject, about.get("charset")).as_dict()}


def _entry(about: dict[str, Any], data: bytes, subject: str) -> dict[str, Any]:
    """Return the article of a feed's one entry; the document is that feed as JSON."""
    from reader.ingest.feeds.article import article_of
    from reader.ingest.feeds.model import Feed

    feed = Feed.from_dict(json.loads(data))
    return {"article": article_of(feed.entries[0], feed).as_dict()}


_READERS = {FEED: _feed, ENTRY: _entry}
_REMEDY = "save its text, and add that file"


def _failure(error: ReaderError) -> dict[str, Any]:
    """Return the answer that tells of *error*."""
    told = [type(error).__name__, error.subject, error.problem, error.remedy]
    return {"error": told}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
