"""One document from its address: redirects followed, short trouble waited out, time kept."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace

from reader.errors import NetworkError, StatusError
from reader.ingest.fetch.connection import Limits, ask
from reader.ingest.fetch.model import PAGE, Fetched, Redirect, Validators, Wanted
from reader.ingest.fetch.telling import told_of, without_credentials

_MOST_HOPS = 10
_TIMEOUT_S = 20.0
_LIMIT = 64 * 1024 * 1024
_PAUSES_S = (0.5, 2.0)
_OFF = frozenset({"", "0", "false", "no", "off"})
_PASSING = frozenset({429, 502, 503, 504})
"""Statuses of a server that may well answer a moment later."""


def fetch(
    url: str,
    *,
    limit: int = _LIMIT,
    timeout: float = _TIMEOUT_S,
    allow_private: bool = False,
    wanted: Wanted = PAGE,
    known: Validators | None = None,
    pauses: Sequence[float] = _PAUSES_S,
) -> Fetched:
    """Return the document at *url*.

    Args:
        url: an http or https address; a name and password in it are not sent.
        limit: how many bytes the document may have, unpacked.
        timeout: how many seconds everything may take together, waiting and redirects too.
        allow_private: whether addresses of this machine and its own network may be asked, as
            ``NEWSMARGIN_ALLOW_PRIVATE=1`` in the environment says too.
        wanted: what sort of document is asked for.
        known: which version one has; the server may then say that it is the newest.
        pauses: how many seconds to wait before each further try at a server in short trouble.
            What the server itself asks for counts when it is more.

    Raises:
        StatusError: if the server answers that it will not give it.
        NetworkError: if it cannot be fetched, or is nothing of the sort.
        TooLargeError: if it has more than *limit* bytes.
    """
    url = without_credentials(url)
    if os.environ.get("NEWSMARGIN_OFFLINE", "").strip().lower() not in _OFF:
        raise NetworkError(url, "the network is forbidden", "unset NEWSMARGIN_OFFLINE to fetch it")
    allow_private = allow_private or os.environ.get("NEWSMARGIN_ALLOW_PRIVATE") == "1"
    deadline = time.monotonic() + timeout
    limits = Limits(limit, deadline, allow_private)
    with told_of(url, timeout, deadline):
        return _patiently(url, wanted, known or Validators(), limits, pauses)


def _patiently(
    url: str, wanted: Wanted, known: Validators, limits: Limits, pauses: Sequence[float]
) -> Fetched:
    """Return the document at *url*, asking again after *pauses* when the trouble may pass."""
    import httpx2

    for pause in pauses:
        try:
            return _follow(url, wanted, known, limits)
        except (StatusError, httpx2.RemoteProtocolError, httpx2.ReadError) as error:
            wait = _wait_for(error, pause)
            if wait is None or time.monotonic() + wait >= limits.deadline:
                raise
        time.sleep(wait)
    return _follow(url, wanted, known, limits)


def _wait_for(error: Exception, pause: float) -> float | None:
    """Return how many seconds to wait after *error*, None when asking again is no use."""
    if not isinstance(error, StatusError):
        return pause
    return max(pause, error.retry_after_s or 0.0) if error.status in _PASSING else None


def _follow(url: str, wanted: Wanted, known: Validators, limits: Limits) -> Fetched:
    """Return the document at *url*, wherever its server sends one for it."""
    here = settled = url
    for _ in range(_MOST_HOPS + 1):
        found = ask(here, wanted, known, limits)
        if isinstance(found, Fetched):
            return replace(found, moved_to=settled) if settled != url else found
        settled = without_credentials(_settled(found, here, settled))
        here = without_credentials(found.to)
    raise NetworkError(url, f"redirects more than {_MOST_HOPS} times", "open it in a browser")


def _settled(found: Redirect, here: str, settled: str) -> str:
    """Return the address to ask the next time: as far as all redirects were for good.

    One for good that leaves https for http is none: whoever listens in may have made it.
    """
    lowered = here.lower().startswith("https:") and found.to.lower().startswith("http:")
    return found.to if found.permanent and settled == here and not lowered else settled
