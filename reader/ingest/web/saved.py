"""Pages that come wrapped: saved by a browser, kept by an archive, shown by a reading mode.

What the wrapper says of the page - where it was, when it was saved - is told apart from what the
page says of itself, and the wrapper's own bars and buttons go.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from reader.ingest.dates import iso_date
from reader.ingest.web.inline import absolute
from reader.ingest.web.tree import drop

_HEAD = 20_000
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*"
    r"(?P<date>[^\n>]{0,80})",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S{1,2000})\s*-->", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/|(?:archive\.(?:today|ph|is|li|vn|fo|md)/))"
    r"(?P<stamp>\d{4}[\d.-]{4,16})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)",
    re.IGNORECASE,
)
_CACHED = re.compile(
    r"(?:Google(?:['’]s|&#39;s)?\s+cache\s+of|im Cache von Google|cached? (?:version|copy) of)"
    r"[^<]{0,20}(?:<[^>]{0,2000}>\s*){0,3}(?P<url>https?://[^\s<\"']+)",
    re.IGNORECASE,
)
_SNAPSHOT = re.compile(r"as it appeared on\s+(?P<date>[^<.]{8,40})", re.IGNORECASE)
_BARS = etree.XPath(
    "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato'"
    " or contains(@id,'google-cache-hdr')]"
    " | //body[.//*[@id='CONTENT']]//*[@id='HEADER' or @id='FOOTER' or @id='SHARE'][.//input]"
)
_READER = etree.XPath(
    "//*[contains(concat(' ',@class,' '),' reader-domain ')][@href]"
    " | //div[contains(@class,'header')]/a[contains(concat(' ',@class,' '),' domain ')][@href]"
)
_READER_PARTS = etree.XPath(
    "//*[contains(@class,'reader-estimated-time') or contains(@class,'reader-domain')"
    " or contains(@class,'reader-toolbar') or contains(@class,'toolbar-container')"
    " or contains(@class,'reader-message')]"
)
_RENAMED = {"amp-img": "img", "amp-anim": "img", "amp-youtube": "iframe", "amp-ad": "aside"}
_BESIDE = re.compile(r"(?:\./)?[^/:]+_files/")
"""Where a browser puts the pictures of a page that it saves as files."""

_REWRITTEN = ("href", "src", "srcset", "content")


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a wrapped page was and when it was saved; None where the wrapper does not say."""

    url: str | None = None
    date: str | None = None
    """In ISO 8601."""


def saved_from(page: str) -> Saved:
    """Return what a wrapper says in the head of *page*."""
    head = page[:_HEAD]
    single = _SINGLE_FILE.search(head)
    if single:
        return Saved(absolute(single["url"], None), iso_date(single["date"]))
    complete = _COMPLETE.search(head)
    if complete:
        return Saved(absolute(complete["url"], None))
    cached = _CACHED.search(head)
    if cached:
        date = _SNAPSHOT.search(head, cached.end())
        return Saved(absolute(cached["url"], None), iso_date(date["date"]) if date else None)
    return Saved()


def of_archive(address: str | None) -> Saved:
    """Return what page an archive's *address* keeps, and of which day."""
    match = _ARCHIVED.match(address or "")
    if match is None:
        return Saved()
    digits = re.sub(r"\D", "", match["stamp"])[:8]
    url = re.sub(r"^(https?:)/{1,2}", r"\1//", match["url"])
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 else ""
    return Saved(absolute(url, None), iso_date(day))


def unwrap(root: etree._Element) -> Saved:
    """Take the wrapper out of the tree *root*, in place, and return what it said.

    Addresses that an archive rewrote become those of the page again; the pictures of AMP pages
    become pictures, and those saved beside a page, which are nowhere, go.
    """
    for element in root.iter(*_RENAMED):
        element.tag = _RENAMED[element.tag]
    for image in root.iter("img"):
        if _BESIDE.match(image.get("src") or ""):
            del image.attrib["src"]
    shown = next((absolute(link.get("href"), None) for link in _READER(root)), None)
    if shown:
        drop(root, _READER_PARTS(root))
    bars = _BARS(root)
    links = (of_archive(link.get("href")) for link in root.iter("link") if link.get("href"))
    kept = next((saved for saved in links if saved.url and urlsplit(saved.url).path), Saved())
    if bars or kept.url:
        drop(root, bars)
        _restore_addresses(root)
    return Saved(shown) if shown else kept


def _restore_addresses(root: etree._Element) -> None:
    """Put the page's own addresses back where an archive put its copies', in place."""
    for element in root.iter("a", "img", "link", "meta", "source"):
        for name in _REWRITTEN:
            saved = of_archive(element.get(name))
            if saved.url:
                element.set(name, saved.url)
