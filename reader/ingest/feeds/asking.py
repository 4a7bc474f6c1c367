"""How feeds are asked for and read, whoever does it: over the network, in another process."""

from collections.abc import Callable

from reader.ingest.feeds.model import Feed
from reader.ingest.fetch import Fetched, Validators

Ask = Callable[[str, Validators], Fetched]
"""Returns the document at an address, or that it is the one known by its validators.

Raises ``NetworkError`` or ``TooLargeError``.
"""

Parse = Callable[[Fetched], Feed]
"""Returns the feed in a document. Raises ``IngestError``."""


def parse_here(page: Fetched) -> Feed:
    """Return the feed in *page*, read in this process: without limits of time and memory.

    Raises:
        IngestError: if it is no feed.
    """
    from reader.ingest.feeds.reading import read_feed

    return read_feed(page.data, page.url, page.charset)
