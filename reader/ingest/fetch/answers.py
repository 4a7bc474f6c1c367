"""A server's answer: a document, another address, or why there is neither."""

import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from reader.errors import NetworkError, StatusError, TooLargeError
from reader.ingest.fetch.model import FEED_TYPES, Fetched, Redirect, Validators, Wanted
from reader.ingest.fetch.unpacking import PackingError, unpacked

if TYPE_CHECKING:
    import httpx2

_FOR_GOOD = frozenset({301, 308})
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_LONGEST_WAIT_S = 30 * 24 * 3600.0
_LONGEST_VALIDATOR = 1000


def read_answer(
    target: "httpx2.URL", response: "httpx2.Response", wanted: Wanted, limit: int, deadline: float
) -> Fetched | Redirect:
    """Return the document in *response*, or the address that it redirects to.

    Args:
        target: the address that was asked.
        response: the answer, its body not read yet.
        wanted: what sort of document was asked for.
        limit: how many bytes it may have, unpacked.
        deadline: when its last byte has to be there, by the monotonic clock.

    Raises:
        StatusError: if the server answers that it will not give it.
        NetworkError: if it is nothing of the sort, or comes too slowly.
        TooLargeError: if it has more than *limit* bytes.
    """
    url, headers = str(target), response.headers
    location = headers.get("location")
    if response.is_redirect and location:
        return Redirect(str(target.join(location)), response.status_code in _FOR_GOOD)
    not_modified = response.status_code == HTTPStatus.NOT_MODIFIED
    if not (response.is_success or not_modified):
        raise _refused(url, response)
    media = headers.get("content-type", "")
    told = Fetched(b"", url, media)
    if not not_modified and not wanted.takes(told.media_type):
        is_feed = told.media_type in FEED_TYPES
        remedy = "subscribe with `reader feeds add`" if is_feed else wanted.remedy
        raise NetworkError(url, f"is {told.media_type}, not {wanted.name}", remedy)
    return Fetched(
        b"" if not_modified else _body(url, response, limit, deadline),
        url,
        media,
        not_modified,
        Validators(_short(headers, "etag"), _short(headers, "last-modified")),
        max_age_s=_max_age(headers.get("cache-control", "")),
    )


def _short(headers: Mapping[str, str], name: str) -> str:
    """Return a header, empty when there is none or it is no reasonable one."""
    text = headers.get(name, "")
    return text if len(text) <= _LONGEST_VALIDATOR else ""


def _max_age(control: str) -> int | None:
    """Return for how many seconds a document is fresh."""
    found = _MAX_AGE.search(control)
    return int(found[1]) if found else None


def _body(url: str, response: "httpx2.Response", limit: int, deadline: float) -> bytes:
    """Return the bytes of *response*, as long as they stay within the limits."""
    import httpx2

    parts: list[bytes] = []
    length = 0
    try:
        for part in unpacked(response.iter_raw(), response.headers.get("content-encoding", "")):
            length += len(part)
            if length > limit:
                problem = f"is larger than {limit >> 20} MiB" if limit >> 20 else "is too large"
                raise TooLargeError(url, problem, "save its text, and add the file")
            if time.monotonic() > deadline:
                raise _slow(url)
            parts.append(part)
        if time.monotonic() > deadline:  # an end may be that of a connection that was cut
            raise _slow(url)
    except PackingError as error:
        raise NetworkError(url, f"came damaged ({error})", "try again") from error
    except httpx2.HTTPError as error:
        if isinstance(error, httpx2.TimeoutException) or time.monotonic() > deadline:
            raise _slow(url) from error
        raise
    return b"".join(parts)


def _slow(url: str) -> NetworkError:
    """Return the error for a document that did not come to its end in time."""
    return NetworkError(url, "came too slowly", "try again, or open it in a browser")


_REMEDIES = {
    401: "log in with a browser, and save the page",
    402: "it is behind a pay wall; open it in a browser, and save the page",
    403: "open it in a browser, and save the page",
    404: "check the address",
    410: "it is gone for good; look for it in a web archive",
    451: "look for it in a web archive",
}


def _refused(url: str, response: "httpx2.Response") -> StatusError:
    """Return the error for an answer that is no success."""
    code = response.status_code
    try:
        phrase = HTTPStatus(code).phrase.lower()
    except ValueError:
        phrase = "no status of the standard"
    wait = retry_after(response.headers.get("retry-after", ""))
    remedy = _REMEDIES.get(code, "open it in a browser")
    if wait:
        remedy = f"try again in {wait:.0f} seconds"
    return StatusError(url, f"the server answered {code} ({phrase})", remedy, code, wait)


def retry_after(text: str) -> float | None:
    """Return how many seconds a server asks to wait, in its header's *text*; a month at most."""
    try:
        if re.fullmatch(r"\s*\d+(?:\.\d*)?\s*", text):
            seconds = float(text)
        else:
            moment = parsedate_to_datetime(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            seconds = (moment - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(0.0, seconds), _LONGEST_WAIT_S)
