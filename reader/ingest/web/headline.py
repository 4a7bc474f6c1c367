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
_HOME = re.compile(r"(?:https?:)?(?://[^/?#]+)?/?(?:\./)?(?:index\.\w{3,5})?(?:\?[^#]*)?")
_KICKER = re.compile(
    r"kicker|top-?(?:title|line)|over(?:line|title)|eyebrow|dachzeile|spitzmarke|topic|label|rubri"
    r"|categor|pre-?title|super-?title|subtitle|small|section",
    re.IGNORECASE,
)
_LABEL = 3
_CUT = 100
_ALIKE = 0.3
_MOST = 0.5


def headline(
    root: etree._Element, metas: Metas, articles: Sequence[Node], site: str | None
) -> str | None:
    """Return the headline, None when nothing in the page looks like one.

    What the reader sees, a heading, is right more often than what is said in the head, where
    sites add their name and their search words; but only one that the head bears out is sure to
    be this story's.
    """
    said = _said(root, metas, articles)
    seen = _seen(root, said, site)
    borne_out = [text for text in seen if any(_key(text) in _key(other) for other in said)]
    if borne_out:
        return max(borne_out, key=lambda text: _agreement(text, said))
    sole = seen[0] if len(seen) == 1 else ""
    if len(sole.split()) > _LABEL and (_shared(sole, said) > _ALIKE or not _headlines(articles)):
        return sole
    for text in _headlines(articles):
        if _bears_out(text, said):
            return _uncut(text, said, site)
    if sole and _bears_out(sole, said):
        return sole
    stripped = [_uncut(without_site(text, site), said, site) for text in said]
    return next((text for text in stripped if text), None) or next(iter(seen), None)


def _headlines(articles: Sequence[Node]) -> list[str]:
    """Return what the linked data calls the articles."""
    told = (text_value(node.get("headline")) for node in articles)
    return [clean_line(unescape(text)) for text in told if text]


def _seen(root: etree._Element, said: Sequence[str], site: str | None) -> list[str]:
    """Return the texts of the headings that may be the story's, each once, in order.

    Where no heading of the first rank is, a lower one is it that says most of what the head says.
    """
    found = [_text(heading) for heading in root.iter("h1") if not _leads_home(heading)]
    own = [text for text in found if len(text) > _SHORT and not _is_site(text, said, site)]
    if not own:
        lower = (_text(heading) for heading in root.iter("h2", "h3"))
        own = [text for text in lower if any(_is_most(text, other) for other in said)]
    return list(dict.fromkeys(without_site(text, site) if "|" in text else text for text in own))


def _is_most(text: str, said: str) -> bool:
    """Tell whether *text* is one of the parts that the head says, or most of it."""
    key, whole = _key(text), _key(said)
    is_part = len(key) > _SHORT and key in map(_key, _SEPARATOR.split(said))
    return is_part or (key in whole and len(key) * 2 > len(whole))


def _leads_home(heading: etree._Element) -> bool:
    """Tell whether a heading is the site's name, which leads to its front page."""
    link = heading.find(".//a[@href]")
    if link is None:
        return False
    return _HOME.fullmatch(link.get("href", "").strip()) is not None


def _agreement(text: str, said: Sequence[str]) -> tuple[bool, int]:
    """Return how much the head is for *text*: whether it says nothing else, and how often."""
    key = _key(text)
    return any(key == _key(other) for other in said), sum(key in _key(other) for other in said)


def _uncut(text: str, said: Sequence[str], site: str | None) -> str:
    """Return what the head says more fully than *text*, which a system cut or a quote ended."""
    key = _key(text)
    fuller = [without_site(other, site) for other in said]
    fuller = [
        other for other in fuller if _key(other).startswith(key) and len(_key(other)) > len(key)
    ]
    is_cut = len(text) > _CUT or text.endswith(("…", "...")) or text.count('"') % 2
    if fuller and is_cut:
        return max(fuller, key=len)
    return text


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
    return _shared(text, said) >= _MOST


def _shared(text: str, said: Sequence[str]) -> float:
    """Return which part of the words of *text* the head has."""
    words = set(_WORD.findall(text.casefold()))
    have = {word for other in said for word in _WORD.findall(other.casefold())}
    return len(words & have) / max(1, len(words))


def without_site(title: str, site: str | None) -> str:
    """Return *title* without the site's name at its end or start."""
    head = title.partition(" | ")[0] if title.count(" | ") > 1 else ""
    if len(head.split()) > _LABEL:
        return head.strip()
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
    """Return all text of *element* on one line, without a kicker; a ``br`` is a space."""
    parts = " ".join(element.itertext()) if element.find(".//br") is not None else ""
    text = clean_line(parts or str(element.xpath("string()")))
    kicker = _kicker(element)
    rest = clean_line(text.removeprefix(kicker)).lstrip(" :|–—-") if kicker else text
    return rest if len(rest.split()) >= _LABEL else text


def _kicker(heading: etree._Element) -> str:
    """Return the words above a headline that stand in one heading with it."""
    first = next(iter(heading), None)
    if first is None or (heading.text or "").strip() or not isinstance(first.tag, str):
        return ""
    return (
        clean_line(str(first.xpath("string()"))) if _KICKER.search(first.get("class") or "") else ""
    )


def _key(text: str) -> str:
    """Return *text* as it is compared: letters and digits only."""
    return "".join(_WORD.findall(text.casefold()))
