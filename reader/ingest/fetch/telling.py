"""What the network library raises, in the words of someone who asked for a page."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reader.errors import NetworkError

_CREDENTIALS = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#]*@", re.IGNORECASE)


def without_credentials(url: str) -> str:
    """Return *url* without the name and password that may stand in it."""
    return _CREDENTIALS.sub(r"\1", url)


@contextmanager
def told_of(url: str, timeout: float, deadline: float) -> Iterator[None]:
    """Turn what the network library raises into errors about *url*.

    Args:
        url: what the user asked for.
        timeout: how many seconds it could take.
        deadline: when those are over, by the monotonic clock.
    """
    import httpx2

    subject = without_credentials(url)
    try:
        yield
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise NetworkError(subject, "is no web address", "check its spelling") from error
    except httpx2.HTTPError as error:
        # A connection that was cut at the deadline tells of it in many ways.
        if isinstance(error, httpx2.TimeoutException) or time.monotonic() >= deadline:
            problem = f"did not answer within {timeout:g} seconds"
            raise NetworkError(subject, problem, "try again later") from error
        if isinstance(error, httpx2.ConnectError):
            raise NetworkError(subject, *_why_not_connected(str(error))) from error
        problem = f"broke off ({str(error).lower() or 'no reason given'})"
        raise NetworkError(subject, problem, "try again") from error


_REASONS: Mapping[str, tuple[str, str]] = {
    "CERTIFICATE_VERIFY_FAILED": ("its certificate is not to be trusted", "open it in a browser"),
    "SSL": ("no secure connection came about", "try again, or open it in a browser"),
    "refused": ("the server refused the connection", "check the address, or try again later"),
}


def _why_not_connected(message: str) -> tuple[str, str]:
    """Return the problem and the remedy that the library's *message* amounts to."""
    for sign, told in _REASONS.items():
        if sign in message:
            return told
    return f"cannot be reached ({message.lower()})", "check the connection"
