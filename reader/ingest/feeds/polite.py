"""Asks for feeds as a good guest does: by the site's rules, at its pace, only for what is new."""

from urllib.parse import urlsplit

from reader.errors import NetworkError
from reader.ingest.encoding import decode
from reader.ingest.feeds.addresses import absolute
from reader.ingest.feeds.guard import MAX_BYTES
from reader.ingest.feeds.pace import Pace
from reader.ingest.feeds.robots import Robots
from reader.ingest.fetch import FEED, PLAIN, Fetched, Validators, fetch

_TIMEOUT_S = 20.0
_ROBOTS_BYTES = 512 * 1024
_PAUSES_S = (1.0,)


class PoliteAsker:
    """Fetches feeds over the network, for a refresh. Any thread may call it.

    Args:
        allow_private: whether this machine and its own network may be asked.
        pace: how often one host is asked.
        timeout_s: how many seconds one feed may take, waiting for its turn apart.
        heed_robots: whether sites are asked for their rules first: not for an address that the
            user has just named.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        pace: Pace | None = None,
        timeout_s: float = _TIMEOUT_S,
        heed_robots: bool = True,
    ) -> None:
        self._allow_private = allow_private
        self._pace = pace or Pace()
        self._timeout_s = timeout_s
        self._robots = Robots(self._rules_at) if heed_robots else None

    def __call__(self, url: str, known: Validators) -> Fetched:
        """Return the document at *url*, or that it is the one *known*.

        Raises:
            NetworkError: if it cannot be fetched, or its site asks programs to keep away.
            TooLargeError: if it is beyond what is read of a feed.
        """
        if absolute(url, None) is None:
            raise NetworkError(url, "is no web address", "remove it, and add it anew")
        delay = self._robots.check(url) if self._robots else 0.0
        with self._pace.turn(urlsplit(url).hostname or "", delay):
            return fetch(
                url,
                limit=MAX_BYTES,
                timeout=self._timeout_s,
                allow_private=self._allow_private,
                wanted=FEED,
                known=known,
                pauses=_PAUSES_S,
            )

    def _rules_at(self, url: str) -> str:
        """Return the rules for programs at *url*."""
        page = fetch(
            url,
            limit=_ROBOTS_BYTES,
            timeout=self._timeout_s,
            allow_private=self._allow_private,
            wanted=PLAIN,
            pauses=(),
        )
        return decode(page.data, page.charset)
