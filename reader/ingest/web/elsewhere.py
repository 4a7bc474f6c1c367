"""Parts of a page that are about something else: other stories, comments, the site itself."""

import re
from functools import lru_cache

from lxml import etree

_ELSEWHERE = re.compile(
    r"comment|disqus|repl(?:y|ies)\b|relat|recommend|recirc|sidebar|side-|footer|widget|popular"
    r"|latest|trending|today|current-?date|calend|teaser|promo|nav|menu|listing|carousel|slider"
    r"|\bnext|event|veranstalt|similar|more-|copyright|legal|twitter|tweet|ticker|archive|modal"
    r"|popup|banner|products?\b|weather|schedule",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:entry|post|article|story|page|content|node|news)[\w-]*?-?(?:footer|nav|archive|banner)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_APART = frozenset(("body", "html", "main", "article"))

Known = dict[etree._Element, bool]
"""What is known of elements: whether they stand elsewhere."""


def key_of(text: str) -> str:
    """Return *text* as it is compared: letters and digits only."""
    return "".join(_WORD.findall(text.casefold()))


def headline_element(root: etree._Element, title: str | None) -> etree._Element | None:
    """Return the element that shows the headline, else the page's first one of the first rank."""
    key = key_of(title or "")
    for element in root.iter("h1", "h2", "h3"):
        if key and key_of("".join(element.itertext())) == key:
            return element
    return next(root.iter("h1"), None)


def around(headline: etree._Element | None) -> Known:
    """Return what the place of the headline tells: nothing that holds it stands elsewhere."""
    if headline is None:
        return {}
    return dict.fromkeys([headline, *headline.iterancestors()], False)


def is_elsewhere(element: etree._Element, known: Known) -> bool:
    """Tell whether *element* stands in a part of the page that is about something else.

    Args:
        element: an element of the page.
        known: what is known of others; it grows.
    """
    if element not in known:
        parent = element.getparent()
        known[element] = _is_named_so(element) or (
            parent is not None and is_elsewhere(parent, known)
        )
    return known[element]


def _is_named_so(element: etree._Element) -> bool:
    """Tell whether an element's own names say that it is about something else."""
    if element.tag in ("nav", "blockquote"):
        return True
    if element.tag in _APART:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and _is_so_called(names)


@lru_cache(maxsize=4096)
def _is_so_called(names: str) -> bool:
    """Tell whether *names* are those of such a part; pages use few, and use them again."""
    return _ELSEWHERE.search(_OWN.sub(" ", names)) is not None
