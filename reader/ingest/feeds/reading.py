"""Bytes to a feed: RSS, Atom and JSON Feed, told apart by what they are."""

from reader.errors import IngestError
from reader.ingest.feeds.guard import check_depth, harmless_xml, text_of
from reader.ingest.feeds.model import Feed

_REMEDY = "give the address of a feed, or of a page that names one"


def read_feed(data: bytes, url: str, charset: str | None = None) -> Feed:
    """Return the feed in *data*.

    Args:
        data: the feed as it came.
        url: where it was found; relative addresses count from there.
        charset: the encoding that its server declared.

    Raises:
        IngestError: if it is no feed, or one that does harm.
        TooLargeError: if it is beyond what is read.
    """
    text = text_of(data, url, charset).lstrip("\ufeff \t\r\n")
    if not text:
        raise IngestError(url, "is empty", _REMEDY)
    if text.startswith("{"):
        from reader.ingest.feeds.json_feed import read_json_feed

        feed = read_json_feed(text, url)
    else:
        from reader.ingest.feeds.xml_feed import read_xml_feed

        text = harmless_xml(text, url)
        check_depth(text, url)
        feed = read_xml_feed(text, url)
    if feed is None:
        raise IngestError(url, "is no feed", _REMEDY)
    return feed
