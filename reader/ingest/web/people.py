"""Who wrote a page: the names alone, without the words around them.

What the page's data states is taken at its word. What is only marked by a class, or only written
in a line that begins with "By", must also look like somebody's name.
"""

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
)
_LEAD = re.compile(
    r"^(?:(?:written|posted|published|story|words|text|article|reported|edited|created|author)\s+)?"
    r"(?:by|von|par|por|door|av|af|author|autor|auteur)(?:[\s:]+|$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:;|\||•|·|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|dds|dvm|rn|esq)\b)|\s(?:and|und|et|y|&|with)\s)\s*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"https?:|www\.|@|\d{2,}|\.com$|^(?:admin|adminn?istrator|editor|staff|guest|team|user"
    r"|anonymous|contributor|author|writer|none|null|unknown|redaktion)$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|of|the)\s+|[A-ZÀ-ÞŠŽĆČĐĀ-Ž]"
    r"[\w.'’()-]*(?:\s+|$)){1,5}"
)
_NOT_A_NAME = re.compile(
    r"\b(?:minutes?|read|updated?|published|posted|share|follow|comments?|about|more|finance|news"
    r"|january|february|march|april|june|july|august|september|october|november|december|view"
    r"|articles?|posts?|by|editor|writer|reporter|contributor|correspondent|bio|profile)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?:(?:written|posted|words|story|text)\s+)?by:?\s+((?-i:[A-ZÀ-Þ])[^\n|•·]{2,60})",
    re.IGNORECASE,
)
_MARKED = (
    etree.XPath("//*[@rel='author' or @itemprop='author']"),
    etree.XPath(
        "//*[contains(@class,'author-name') or contains(@class,'author__name')"
        " or contains(@class,'byline-name') or contains(@class,'authorName')"
        " or contains(@class,'author_name') or contains(@class,'byline__name')"
        " or contains(@data-testid,'author')]"
    ),
    etree.XPath(
        "//*[contains(concat(' ',@class,' '),' author ') or contains(@class,'byline')"
        " or contains(@class,'by-line') or contains(@class,'post-author')"
        " or contains(@class,'entry-author') or contains(@class,'article-author')"
        " or contains(@class,'posted-by') or contains(@class,'reader-credits')"
        " or @id='author' or @id='byline']"
    ),
    etree.XPath("//a[contains(@href,'/author/') or contains(@href,'/authors/')]"),
)
_INNER_NAME = etree.XPath(".//*[@itemprop='name'] | .//*[@rel='author'] | .//a")
_OTHERS = re.compile(r"comment|related|sidebar|footer|widget|popular|latest", re.IGNORECASE)
_LABELLED = re.compile(r"\b(?:by|author|von|verfasst|escrito|écrit|auteur)\b", re.IGNORECASE)
_MOST_SHOWN = 4
_LONGEST_NAME = 60
_LONGEST_LINE = 80
_FIRST_LINES = 80


def authors(
    root: etree._Element, metas: Metas, articles: Sequence[Node], site: str | None
) -> tuple[str, ...]:
    """Return the names of those who wrote the page; empty when it names none.

    A page that states but its own publication may still show who wrote for it.
    """
    stated = next((names for found in _stated(metas, articles) if (names := _names(found))), [])
    if stated and not all(name.casefold() == (site or "").casefold() for name in stated):
        return tuple(stated)
    for found in _shown(root):
        names = [name for name in _names(found) if _looks_like_name(name, site)]
        if names:
            return tuple(names[:_MOST_SHOWN])
    return tuple(stated)


def _stated(metas: Metas, articles: Sequence[Node]) -> Iterator[list[str]]:
    """Yield what the page's data says of its authors, the surest first."""
    for node in articles:
        yield _in_node(node.get("author") or node.get("creator"))
    for name in _METAS:
        yield metas.get(name, [])
    for number in ("1", "2"):
        if _LABELLED.search(" ".join(metas.get(f"twitter:label{number}", ()))):
            yield metas.get(f"twitter:data{number}", [])


def _in_node(value: object) -> list[str]:
    """Return the names in the author of a JSON-LD node."""
    parts = value if isinstance(value, list) else [value]
    return [clean_line(unescape(name)) for name in map(text_value, parts) if name]


def _shown(root: etree._Element) -> Iterator[list[str]]:
    """Yield what the page shows of its authors, the surest first."""
    for find in _MARKED:
        marked = [element for element in find(root)[:8] if not _is_elsewhere(element)]
        for element in marked[:3]:
            yield _inner_names(element)
    for line in _first_lines(root):
        match = _WRITTEN.fullmatch(line)
        if match:
            yield [match[1]]


def _is_elsewhere(element: etree._Element) -> bool:
    """Tell whether *element* stands in a part of the page that is about other texts."""
    return any(
        _OTHERS.search(f"{node.get('class') or ''} {node.get('id') or ''}")
        for node in [element, *element.iterancestors()]
        if node.tag not in ("body", "html", "main", "article")
    )


def _inner_names(element: etree._Element) -> list[str]:
    """Return the names that an element marked as the author's holds."""
    inner = [_line(node) for node in _INNER_NAME(element)]
    inner = [text for text in inner if _looks_like_name(text, None)]
    return inner or [_line(element)]


def _line(element: etree._Element) -> str:
    """Return the text of *element* on one line, its parts apart."""
    return clean_line(" ".join(element.itertext("*")))


def _first_lines(root: etree._Element) -> Iterator[str]:
    """Yield the short lines after the first headline."""
    start = next(root.iter("h1"), None)
    if start is None:
        return
    for count, element in enumerate(
        start.xpath("following::*[self::p or self::div or self::span]")
    ):
        if count >= _FIRST_LINES:
            return
        text = _line(element) if len(element) < 6 else ""
        if text and len(text) <= _LONGEST_LINE:
            yield text


def _names(found: Iterable[str]) -> list[str]:
    """Return the names in *found*, each once."""
    names: dict[str, str] = {}
    for text in found:
        for part in _BETWEEN.split(_LEAD.sub("", text.strip())):
            name = _LEAD.sub("", part).strip(" .,:;-–—|•·")
            if _may_be_name(name):
                names.setdefault(name.casefold(), name)
    return list(names.values())


def _may_be_name(name: str) -> bool:
    """Tell whether *name*, where a name is stated, is somebody's and not an address or a role."""
    short = 2 < len(name) <= _LONGEST_NAME and len(name.split()) <= 6
    return short and _NOBODY.search(name) is None


def _looks_like_name(name: str, site: str | None) -> bool:
    """Tell whether *name*, found among other text, may be somebody's."""
    if site and name.casefold() == site.casefold():
        return False
    return _NAME.fullmatch(name) is not None and _NOT_A_NAME.search(name) is None
