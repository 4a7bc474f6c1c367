"""What sites ask of programs that come by themselves, as a refresh does."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.errors import NetworkError, StatusError, TooLargeError

if TYPE_CHECKING:
    from protego import Protego

AGENT = "Newsmargin"
"""The name by which sites may speak to this program."""

_DAY_S = 24 * 3600.0
_LONGEST_DELAY_S = 10.0
_SERVER_ERROR = 500


class Robots:
    """The rules of the sites that were asked for them, each for a day.

    A site that has no rules allows everything; one whose server cannot tell them just now
    allows nothing. Any thread may ask.

    Args:
        read: returns the text at an address.
        clock: seconds that never go back.
    """

    def __init__(
        self, read: Callable[[str], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read = read
        self._clock = clock
        self._known: dict[str, tuple[float, Protego]] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> float:
        """Return how many seconds the site wants between two requests, once *url* is allowed.

        Raises:
            NetworkError: if the site asks programs to keep away from it, or cannot be asked.
        """
        rules = self._rules(url)
        if not rules.can_fetch(url, AGENT):
            remedy = "open it in a browser, or ask its publisher"
            raise NetworkError(url, "its site asks programs to keep away (robots.txt)", remedy)
        return min(float(rules.crawl_delay(AGENT) or 0.0), _LONGEST_DELAY_S)

    def _rules(self, url: str) -> "Protego":
        """Return the rules of the site of *url*."""
        from protego import Protego

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        with self._lock:
            until, rules = self._known.get(site, (0.0, None))
        if rules is not None and self._clock() < until:
            return rules
        rules = Protego.parse(self._text(f"{site}/robots.txt"))
        with self._lock:
            self._known[site] = (self._clock() + _DAY_S, rules)
        return rules

    def _text(self, url: str) -> str:
        """Return the rules as they stand at *url*; a site that gives none has none."""
        try:
            return self._read(url)
        except TooLargeError:
            return ""
        except StatusError as error:
            if error.status >= _SERVER_ERROR or error.retry_after_s:
                raise
            return ""
