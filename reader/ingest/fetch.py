"""The only network code: one page, over http or https, from a public address.

A page that the user asks for must not be a way into the network that the user sits in. Every
hop's host is looked up here, and the connection goes to the very address that was checked.
"""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from reader import __version__
from reader.errors import NetworkError, TooLargeError
from reader.ingest.hosts import addresses_of

if TYPE_CHECKING:
    import httpx2

_MOST_HOPS = 10
_TIMEOUT = 20.0
_LIMIT = 64 * 1024 * 1024
_USER_AGENT = f"Newsmargin/{__version__} (news reader for the terminal)"
_HEADERS = {
    "User-Agent": _USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_READABLE = frozenset(
    ("application/xhtml+xml", "application/xml", "application/octet-stream", "application/markdown")
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server gave it."""

    data: bytes
    """Its bytes, unpacked."""

    url: str
    """Where it was found, after redirects."""

    content_type: str = ""
    """The header as it came; empty when there was none."""

    @property
    def media_type(self) -> str:
        """The type alone, as in ``text/html``."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the header names, None when it names none."""
        message = Message()
        message["Content-Type"] = self.content_type
        return message.get_content_charset()


def fetch(
    url: str,
    *,
    limit: int = _LIMIT,
    timeout: float = _TIMEOUT,
    allow_private: bool = False,
) -> Fetched:
    """Return the page at *url*.

    Args:
        url: an http or https address; a name and password in it are not sent.
        limit: how many bytes the page may have, unpacked.
        timeout: how many seconds everything may take together.
        allow_private: whether addresses of this machine and its own network may be asked, as
            ``NEWSMARGIN_ALLOW_PRIVATE=1`` in the environment says too.

    Raises:
        NetworkError: if it cannot be fetched, or is no page.
        TooLargeError: if it has more than *limit* bytes.
    """
    if os.environ.get("NEWSMARGIN_OFFLINE") == "1":
        raise NetworkError(url, "the network is forbidden", "unset NEWSMARGIN_OFFLINE to fetch it")
    allow_private = allow_private or os.environ.get("NEWSMARGIN_ALLOW_PRIVATE") == "1"
    deadline = time.monotonic() + timeout
    here = url
    with _told_of(url, timeout):
        for _ in range(_MOST_HOPS + 1):
            found = _hop(here, limit, deadline, allow_private)
            if isinstance(found, Fetched):
                return found
            here = found
    raise NetworkError(url, f"redirects more than {_MOST_HOPS} times", "open it in a browser")


def _hop(url: str, limit: int, deadline: float, allow_private: bool) -> Fetched | str:
    """Return the page at *url*, or the address that it redirects to."""
    import httpx2

    target = httpx2.URL(url).copy_with(username=None, password=None, fragment=None)
    if target.scheme not in ("http", "https") or not target.host:
        raise NetworkError(
            url, "is no web address", "give one that starts with http:// or https://"
        )
    proxy = _proxy_for(target)
    port = target.port or (443 if target.scheme == "https" else 80)
    places = [target.host] if proxy else addresses_of(target.host, port, allow_private)
    for place in places[:-1]:
        try:
            return _ask(target, place, proxy, limit, deadline)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            continue
    return _ask(target, places[-1], proxy, limit, deadline)


def _proxy_for(target: "httpx2.URL") -> str | None:
    """Return the proxy that the environment sets for *target*, if any."""
    from urllib.request import getproxies, proxy_bypass

    proxy = getproxies().get(target.scheme)
    return proxy if proxy and not proxy_bypass(target.host) else None


def _ask(
    target: "httpx2.URL", place: str, proxy: str | None, limit: int, deadline: float
) -> Fetched | str:
    """Return what the server at the address *place* answers for *target*."""
    import httpx2

    with httpx2.Client(
        transport=httpx2.HTTPTransport(verify=target.scheme == "https", proxy=proxy),
        timeout=max(0.1, deadline - time.monotonic()),
        trust_env=False,
        headers=_HEADERS,
    ) as client:
        request = client.build_request(
            "GET",
            target.copy_with(host=place),
            headers={"Host": target.netloc.decode("ascii")},
            extensions={"sni_hostname": target.host},
        )
        response = client.send(request, stream=True)
        try:
            return _answer(target, response, limit, deadline)
        finally:
            response.close()


def _answer(
    target: "httpx2.URL", response: "httpx2.Response", limit: int, deadline: float
) -> Fetched | str:
    """Return the page in *response*, or the address that it redirects to."""
    url = str(target)
    location = response.headers.get("location")
    if response.is_redirect and location:
        return str(target.join(location))
    if not response.is_success:
        raise NetworkError(url, _status(response.status_code), "open it in a browser")
    page = Fetched(b"", url, response.headers.get("content-type", ""))
    media = page.media_type
    if media and not media.startswith("text/") and media not in _READABLE:
        raise NetworkError(url, f"is {media}, not a page", "save it, and add the file")
    return Fetched(_body(url, response, limit, deadline), url, page.content_type)


def _status(code: int) -> str:
    """Return what a status that is no success means."""
    from http import HTTPStatus

    try:
        phrase = HTTPStatus(code).phrase.lower()
    except ValueError:
        phrase = "no status of the standard"
    return f"the server answered {code} ({phrase})"


def _body(url: str, response: "httpx2.Response", limit: int, deadline: float) -> bytes:
    """Return the bytes of *response*, as long as they stay within the limits."""
    parts: list[bytes] = []
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > limit:
            problem = f"is larger than {limit >> 20} MiB" if limit >> 20 else "is too large"
            raise TooLargeError(url, problem, "save its text, and add the file")
        if time.monotonic() > deadline:
            raise NetworkError(url, "came too slowly", "try again, or open it in a browser")
        parts.append(part)
    return b"".join(parts)


@contextmanager
def _told_of(url: str, timeout: float) -> Iterator[None]:
    """Turn what the network library raises into errors about *url*."""
    import httpx2

    try:
        yield
    except httpx2.TimeoutException as error:
        problem = f"did not answer within {timeout:g} seconds"
        raise NetworkError(url, problem, "try again later") from error
    except httpx2.ConnectError as error:
        raise NetworkError(url, *_why_not_connected(str(error))) from error
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise NetworkError(url, "is no web address", "check its spelling") from error
    except httpx2.DecodingError as error:
        raise NetworkError(url, "came damaged", "try again") from error
    except httpx2.HTTPError as error:
        problem = f"broke off ({str(error).lower() or 'no reason given'})"
        raise NetworkError(url, problem, "try again") from error


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
