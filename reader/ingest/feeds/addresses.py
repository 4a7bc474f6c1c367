"""Addresses in feeds: whole, and without what only tells publishers where a reader came from."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_|at_|pk_|mtm_|ns_|hsa_|_hs|vero_|oly_|mc_[ce]id$|f?bclid$|fbclid$|gclid$|dclid$"
    r"|msclkid$|yclid$|igshid$|mkt_tok$|xtor$|cmpid$|cmp$|ocid$|smid$|ref_src$|guccounter$"
    r"|wt\.mc_id$|traffic_source$|spm$)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:ref|source|src|from|partner|emc|via|feature|output)$", re.IGNORECASE)
_FEED_WORD = re.compile(r"rss|feed|atom", re.IGNORECASE)
_TRACKING_FRAGMENT = re.compile(r"(?:xtor|utm_|ref|rss|feed|comments?\b|respond\b)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_LONGEST = 4000


def absolute(href: str | None, base: str | None) -> str | None:
    """Return the web address that *href* names, as seen from *base*; None when it names none."""
    if not href or len(href) > _LONGEST:
        return None
    try:
        whole = urljoin(base or "", re.sub(r"\s+", "", href.strip()))
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    return whole if whole.isprintable() else None


def canonical(url: str) -> str:
    """Return *url* as all feeds that name the page would have it.

    Without tracking parameters, credentials, a port that goes without saying and a fragment that
    names no part of the page; the host in lower case. An address that has none of these stays
    as it is, to the letter.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(_DEFAULT_PORTS.get(scheme, ""))
    query = "&".join(part for part in parts.query.split("&") if not _is_tracking(part))
    fragment = "" if _TRACKING_FRAGMENT.match(parts.fragment) else parts.fragment
    return urlunsplit((scheme, host, parts.path, query, fragment))


def _is_tracking(parameter: str) -> bool:
    """Tell whether a *parameter* of a query says only where the reader came from."""
    name, _, value = parameter.partition("=")
    if _TRACKING.match(name):
        return True
    return _SENDER.match(name) is not None and _FEED_WORD.match(value) is not None


def identity_of(url: str | None, home: str | None) -> str | None:
    """Return the address that an entry at *url* is known by.

    One that points into a page has company there, and one that points to the site's front page
    is no article's: neither tells which entry it is.
    """
    if url is None:
        return None
    parts = urlsplit(url)
    bare = not parts.path.strip("/") and not parts.query
    is_home = home is not None and url.rstrip("/") == canonical(home).rstrip("/")
    return None if parts.fragment or bare or is_home else url


def guid_within(guid: str, feed: str) -> str:
    """Return *guid* such that no other feed has the same: bare numbers are common to many."""
    if re.search(r"[:/@]|[0-9a-f]{8}-[0-9a-f]{4}-", guid, re.IGNORECASE):
        return guid
    return f"{urlsplit(feed).hostname or feed} {guid}"
