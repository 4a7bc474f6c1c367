"""Names of hosts to addresses that may be asked."""

import ipaddress
import socket

from reader.errors import NetworkError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_REMEDY = "set NEWSMARGIN_ALLOW_PRIVATE=1 to allow it"


def addresses_of(host: str, port: int, allow_private: bool) -> list[str]:
    """Return the addresses of *host*, in the order in which the system would try them.

    Raises:
        NetworkError: if it has none, or none but private ones and those are not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise NetworkError(host, "there is no such host", "check the address") from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    allowed = [text for text in addresses if allow_private or is_public(text)]
    if not allowed:
        raise NetworkError(host, "is on this machine or its own network", _REMEDY)
    return allowed


def check_literal(host: str, allow_private: bool) -> None:
    """Refuse *host* when it is a private address as it stands; names are for others to look up.

    Raises:
        NetworkError: if it is one, and those are not allowed.
    """
    try:
        public = is_public(host.strip("[]"))
    except ValueError:
        public = host.rstrip(".").lower() != "localhost"
    if not (public or allow_private):
        raise NetworkError(host, "is on this machine or its own network", _REMEDY)


def is_public(text: str) -> bool:
    """Tell whether the address is one of the public internet, however it is wrapped."""
    address: Address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    return address.is_global and not address.is_multicast
