"""A page's headline, told from its site's name and from the headlines of other stories."""

import re
from collections.abc import Sequence
from html import unescape

from lxml import etree

from reader.article.sanitise import clean_line
from reader.ingest.web.head import Metas, first
from reader.ingest.web.linked_data import Node, text_value

_SEPARATOR = re.compile(r"\s+(?:[|\-–—»«:•·~/]|::|\|\|)\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")
_SHORT = 8
_LABEL = 3


def headline(
    root: etree._Element, metas: Metas, articles: Sequence[Node], site: str | None
) -> str | None:
    """Return the headline, None when nothing in the page looks like one.

    What the reader sees, an ``h1``, is right more often than what is said in the head, where
    sites add their name and their search words; but only an ``h1`` that the head bears out is
    sure to be this story's.
    """
    seen = [text for text in map(_text, root.iter("h1")) if text]
    said = _said(root, metas, articles)
    own = [text for text in seen if len(text) > _SHORT and not _is_site(text, said, site)]
    for text in own:
        if any(_key(text) in _key(other) for other in said):
            return text
    for node in articles:
        text = clean_line(unescape(text_value(node.get("headline")) or ""))
        if text and _bears_out(text, said):
            return text
    if len(own) == 1 and (len(own[0].split()) > _LABEL or _bears_out(own[0], said)):
        return own[0]
    stripped = [without_site(text, site) for text in said]
    return next((text for text in stripped if text), None) or next(iter(seen), None)


def _said(root: etree._Element, metas: Metas, articles: Sequence[Node]) -> list[str]:
    """Return what the head calls the page, OpenGraph first."""
    found = [first(metas, ("og:title",)), first(metas, ("twitter:title", "dc.title"))]
    found += [_text(title) for title in root.iterfind("head/title")]
    found += [text_value(node.get("headline")) for node in articles[:1]]
    return [clean_line(unescape(text)) for text in found if text]


def _is_site(text: str, said: Sequence[str], site: str | None) -> bool:
    """Tell whether *text* names the site: it is but the shorter end of what the head says."""
    key = _key(text)
    if site and key == _key(site):
        return True
    for title in said:
        parts = [_key(part) for part in _SEPARATOR.split(title) if part.strip()]
        if len(parts) > 1 and key == parts[-1] and len(key) < max(map(len, parts)):
            return True
    return False


def _bears_out(text: str, said: Sequence[str]) -> bool:
    """Tell whether the head has most words of *text*, so that it is not another story's."""
    words = set(_WORD.findall(text.casefold()))
    have = {word for other in said for word in _WORD.findall(other.casefold())}
    return len(words & have) * 2 >= len(words)


def without_site(title: str, site: str | None) -> str:
    """Return *title* without the site's name at its end or start."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    if site:
        kept = [part for part in parts if _key(part) not in (_key(site), "")]
        if len(kept) < len(parts) and kept:
            start = title.find(kept[0])
            return title[start : title.rfind(kept[-1]) + len(kept[-1])]
    last = parts[-1]
    if len(last.split()) <= 4 and len(last) * 2 < len(title):
        return title[: title.rfind(last)].rstrip(" |-–—»«:•·~/")
    return title


def _text(element: etree._Element) -> str:
    """Return all text of *element* on one line; a ``br`` is a space."""
    parts = " ".join(element.itertext()) if element.find(".//br") is not None else ""
    return clean_line(parts or str(element.xpath("string()")))


def _key(text: str) -> str:
    """Return *text* as it is compared: letters and digits only."""
    return "".join(_WORD.findall(text.casefold()))
