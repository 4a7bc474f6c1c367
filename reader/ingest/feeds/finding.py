"""The feed that somebody means who names an address: a feed's own, or a page's."""

from reader.errors import IngestError, NetworkError
from reader.ingest.feeds.asking import Ask, Parse
from reader.ingest.feeds.discovery import Found, feeds_named_in, usual_places
from reader.ingest.feeds.model import Feed
from reader.ingest.fetch import Fetched, Validators


def find_feeds(url: str, ask: Ask, parse: Parse) -> list[Found]:
    """Return the feeds at or behind *url*, the likeliest to be meant first; one at least.

    A feed's own address gives itself, as far as it has moved for good. A page gives the feeds
    that it names, which are not asked for; if it names none, the first that answers in one of
    the usual places of its site.

    Raises:
        NetworkError: if the address cannot be fetched.
        IngestError: if there is no feed.
    """
    page = ask(url, Validators())
    feed = _feed_in(page, parse)
    if feed is not None:
        return [Found(page.moved_to or url, feed.title)]
    named = feeds_named_in(page.data, page.url)
    if named:
        return named
    for place in usual_places(page.url):
        try:
            there = ask(place, Validators())
        except (NetworkError, IngestError):
            continue
        feed = _feed_in(there, parse)
        if feed is not None:
            return [Found(there.moved_to or place, feed.title)]
    raise IngestError(url, "neither is a feed nor names one", "give the feed's own address")


def _feed_in(page: Fetched, parse: Parse) -> Feed | None:
    """Return the feed that *page* is, None when it is none."""
    try:
        return parse(page)
    except IngestError:
        return None
