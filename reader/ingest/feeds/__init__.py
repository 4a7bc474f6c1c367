"""Feeds: read, found, asked for in parallel, and told in OPML.

Nothing here stores anything: what is known of a feed comes in, and what is known of it after
goes out.
"""

from reader.ingest.feeds.model import Entry, Feed
from reader.ingest.feeds.opml import Outline, Outlines, read_opml, write_opml
from reader.ingest.feeds.polite import PoliteAsker
from reader.ingest.feeds.refresh import Outcome, refresh
from reader.ingest.feeds.subscription import FeedState, Subscription

__all__ = [
    "Entry",
    "Feed",
    "FeedState",
    "Outcome",
    "Outline",
    "Outlines",
    "PoliteAsker",
    "Subscription",
    "read_opml",
    "refresh",
    "write_opml",
]
