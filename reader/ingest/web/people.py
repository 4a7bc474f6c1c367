"""Who wrote a page: names of people, without the words around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from lxml import etree

from reader.article.sanitise import clean_line
from reader.ingest.web.head import Metas
from reader.ingest.web.linked_data import Node, text_value

_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "twitter:data1",
)
_LEAD = re.compile(
    r"^(?:(?:written|posted|published|story|words|text|article|reported|edited)\s+)?"
    r"(?:by|von|par|por|door|av|af)[\s:]+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:;|\||,(?!\s*(?:jr|sr|ph\.?d|m\.?d)\b)|\s(?:and|und|et|y|&|with)\s)\s*", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:https?:|www\.|@|^admin|^editor|\bstaff\b|\bguest\b|^user|^anonymous|\d{2,}|\bteam\b|^contributor)",
    re.IGNORECASE,
)
_BYLINES = (
    etree.XPath("//*[@rel='author' or @itemprop='author']"),
    etree.XPath(
        "//*[contains(@class,'author-name') or contains(@class,'author__name')"
        " or contains(@class,'byline-name') or contains(@class,'authorName')"
        " or contains(@class,'author_name')]"
    ),
    etree.XPath(
        "//*[contains(concat(' ',@class,' '),' author ') or contains(@class,'byline')"
        " or @id='author']"
    ),
)
_LONGEST_NAME = 60


def authors(
    root: etree._Element, metas: Metas, articles: Sequence[Node], site: str | None
) -> tuple[str, ...]:
    """Return the names of the people who wrote the page; empty when it names none."""
    for found in _sources(root, metas, articles):
        names = _names(found, site)
        if names:
            return tuple(names)
    return ()


def _sources(root: etree._Element, metas: Metas, articles: Sequence[Node]) -> Iterator[list[str]]:
    """Yield what each part of the page says of its authors, the surest first."""
    for node in articles:
        yield _in_node(node.get("author") or node.get("creator"))
    for name in _METAS:
        yield metas.get(name, [])
    for find in _BYLINES:
        yield [clean_line(str(element.xpath("string()"))) for element in find(root)[:3]]


def _in_node(value: object) -> list[str]:
    """Return the names in the author of a JSON-LD node."""
    parts = value if isinstance(value, list) else [value]
    return [clean_line(unescape(name)) for name in map(text_value, parts) if name]


def _names(found: Iterable[str], site: str | None) -> list[str]:
    """Return the people in *found*, each once."""
    names: dict[str, str] = {}
    for text in found:
        for part in _BETWEEN.split(_LEAD.sub("", text)):
            name = _LEAD.sub("", part).strip(" .,:;-–—|•·")
            if _is_name(name, site):
                names.setdefault(name.casefold(), name)
    return list(names.values())


def _is_name(name: str, site: str | None) -> bool:
    """Tell whether *name* may be a person's."""
    if not 2 < len(name) <= _LONGEST_NAME or len(name.split()) > 6 or _NOBODY.search(name):
        return False
    return not site or name.casefold() != site.casefold()
