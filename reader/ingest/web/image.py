"""Pictures in a page: where the real one is, when the page loads it late, and what it shows."""

import re

from lxml import etree

from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft
from reader.ingest.web.inline import absolute

_LATE = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-hi-res-src",
    "data-url",
)
_BLANK = re.compile(
    r"(?:blank|spacer|pixel|placeholder|transparent|1x1|clear)\b[^/]*$", re.IGNORECASE
)
_PIXEL = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px|\b)(?!\.|%)", re.IGNORECASE)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_CANDIDATE = re.compile(r"(\S+)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s+|,?$)")


def image_draft(element: etree._Element, base: str | None) -> BlockDraft | None:
    """Return the draft of an ``img`` element, None when there is nothing to look at."""
    if _is_tiny(element):
        return None
    href = _address(element, base)
    if href is None:
        return None
    alt = clean_line(element.get("alt") or "")
    if _FILE_NAME.fullmatch(alt):
        alt = ""
    return BlockDraft("image", alt, href=href)


def _is_tiny(element: etree._Element) -> bool:
    """Tell whether the picture is made to count visits or to fill a gap."""
    if _PIXEL.search(element.get("style") or ""):
        return True
    sizes = [element.get("width") or "", element.get("height") or ""]
    return any(size.isdigit() and int(size) < 16 for size in sizes)


def _address(element: etree._Element, base: str | None) -> str | None:
    """Return where the picture is, looking where late loading hides it."""
    found = [element.get(name) for name in _LATE]
    found.append(element.get("src"))
    found += [largest(element.get(name)) for name in ("data-srcset", "srcset")]
    parent = element.getparent()
    if parent is not None and parent.tag == "picture":
        found += [largest(source.get("srcset")) for source in parent.iterchildren("source")]
    for href in found:
        if href and not href.startswith("data:") and not _BLANK.search(href):
            address = absolute(href, base)
            if address:
                return address
    return None


def largest(srcset: str | None) -> str | None:
    """Return the address of the largest picture that *srcset* offers."""
    best: tuple[float, str] | None = None
    for match in _CANDIDATE.finditer(srcset or ""):
        size = float(match[2] or 1)
        if best is None or size > best[0]:
            best = (size, match[1].rstrip(","))
    return best[1] if best else None
