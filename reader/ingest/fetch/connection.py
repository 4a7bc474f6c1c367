"""One question to one server, at an address that was checked."""

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader import __version__
from reader.errors import NetworkError
from reader.ingest.fetch.answers import read_answer
from reader.ingest.fetch.fuse import Fuse
from reader.ingest.fetch.model import Fetched, Redirect, Validators, Wanted
from reader.ingest.hosts import addresses_of, check_literal

if TYPE_CHECKING:
    import ssl

    import httpx2

_CONNECT_S = 10.0
_LEAST_S = 0.1
_HEADERS = {
    "User-Agent": f"Newsmargin/{__version__} (news reader for the terminal)",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one goes for a document."""

    size: int
    """How many bytes it may have, unpacked."""

    deadline: float
    """When it has to be there, by the monotonic clock."""

    allow_private: bool
    """Whether this machine and its own network may be asked."""

    @property
    def left_s(self) -> float:
        """How many seconds are left; never quite none, so that trouble is told by its name."""
        return max(_LEAST_S, self.deadline - time.monotonic())


def ask(url: str, wanted: Wanted, known: Validators, limits: Limits) -> Fetched | Redirect:
    """Return the document at *url*, or the address that it redirects to.

    Raises:
        NetworkError: if it is no address, or one that may not be asked.
        httpx2.HTTPError: if the server cannot be spoken to.
    """
    import httpx2

    target = httpx2.URL(url).copy_with(username=None, password=None, fragment=None)
    if target.scheme not in ("http", "https") or not target.host:
        remedy = "give one that starts with http:// or https://"
        raise NetworkError(url, "is no web address", remedy)
    proxy = _proxy_for(target)
    for place in (places := _places(target, proxy, limits))[:-1]:
        try:
            return _ask_at(place, target, proxy, wanted, known, limits)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            continue
    return _ask_at(places[-1], target, proxy, wanted, known, limits)


def _places(target: "httpx2.URL", proxy: str | None, limits: Limits) -> list[str]:
    """Return the addresses at which to ask for *target*; a proxy looks names up itself."""
    host = target.raw_host.decode("ascii")
    if proxy:
        check_literal(host, limits.allow_private)
        return [host]
    port = target.port or (443 if target.scheme == "https" else 80)
    return addresses_of(host, port, limits.allow_private)


def _proxy_for(target: "httpx2.URL") -> str | None:
    """Return the proxy that the environment sets for *target*, if any."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    proxy = proxies.get(target.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(target.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _ask_at(
    place: str,
    target: "httpx2.URL",
    proxy: str | None,
    wanted: Wanted,
    known: Validators,
    limits: Limits,
) -> Fetched | Redirect:
    """Return what the server at the address *place* answers for *target*."""
    import httpx2

    left = limits.left_s
    client = httpx2.Client(
        transport=_transport(target.scheme, proxy),
        timeout=httpx2.Timeout(left, connect=min(left, _CONNECT_S)),
        trust_env=False,
        headers=_HEADERS | {"Accept": wanted.accept},
    )
    with client, Fuse(limits.deadline) as fuse:
        request = client.build_request(
            "GET",
            target.copy_with(host=place),
            headers={"Host": target.netloc.decode("ascii"), **known.headers()},
            extensions={"sni_hostname": target.raw_host.decode("ascii"), "trace": fuse.watch},
        )
        response = client.send(request, stream=True)
        try:
            return read_answer(target, response, wanted, limits.size, limits.deadline)
        finally:
            response.close()


def _transport(scheme: str, proxy: str | None) -> "httpx2.HTTPTransport":
    """Return what carries one question.

    Raises:
        NetworkError: if the proxy is of a kind that cannot be asked.
    """
    import httpx2

    verify = _trusted() if scheme == "https" else False
    try:
        return httpx2.HTTPTransport(verify=verify, proxy=proxy, trust_env=False)
    except (ValueError, ImportError) as error:
        remedy = "name one that speaks HTTP in the environment"
        raise NetworkError(str(proxy), "is no proxy that can be used", remedy) from error


@cache
def _trusted() -> "ssl.SSLContext":
    """Return whom to trust, which takes a while to find out."""
    import httpx2

    return httpx2.create_ssl_context(trust_env=False)
