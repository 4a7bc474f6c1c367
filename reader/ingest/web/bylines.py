"""Who is shown as a page's author: near its headline, by elements that are for such names.

Other stories, comments and biographies name people too, so signs are weighed: how plainly one says
who wrote the page, how near the headline it stands, and whether what holds it is about the story.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from reader.article.sanitise import clean_line
from reader.ingest.web.elsewhere import Known, around, headline_element, is_elsewhere
from reader.ingest.web.names import is_marked_name, looks_like_name, names_in

_FOR_NAMES = re.compile(
    r"(?:author|byline|writer|contributor|reporter|journalist)[\w-]*?(?:name|link)\b"
    r"|(?:^|\s)fn(?:\s|$)|(?:^|[\s_-])by-?author|profile-name",
    re.IGNORECASE,
)
_FOR_AUTHORS = re.compile(
    r"author|by-?line|posted-by|writer|contributor|reporter|journalist|verfasser|autor\b|reader-credits",
    re.IGNORECASE,
)
_TO_AUTHOR = re.compile(
    r"[/?](?:authors?|autor(?:en|es|in)?|auteurs?|contributors?|writers?|journalists?|reporters?"
    r"|editors|staff|signataires|redakteure?|autori|profiles?)[/=][^/]+"
)
_NO_PERSON = re.compile(
    r"avatar|social|follow|bio\b|share|image|photo|date|count|desc|role|job|title", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"(?:(?:written|posted|words|story|text|authored|reviewed)\s+)?(?:by|von|par|por|af|av|door)"
    r"\b:?\s+[^\n|•·]{3,70}|(?:著者|執筆者?|筆者|取材・文|文|作者|撰文|记者|記者)[:：●＝=/／].{2,40}",
    re.IGNORECASE,
)
_WRITES = re.compile(
    r"written|posted|words|story|text|authored|reviewed|by|von|par|por|af|av|door|著|執|筆|取|文|作|撰|记|記",
    re.IGNORECASE,
)
_OPENING = 12
_PLAINLY = re.compile(r"(?:written|words|story|text|authored)\s+by", re.IGNORECASE)
_OTHER_PART = re.compile(r"\b(?:reviewed|edited|checked|photo\w*|illustrat\w+)\s+by", re.IGNORECASE)
_TRAILER = re.compile(
    r"\s*(?:[|–—]|\bon\b|\bam\b|,?\s(?:published|posted|updated)|\(?\d{1,4}[\s./-]).*$"
)
_COMMENT = re.compile(
    r"(?<!no-)(?<!has-)comment(?!s?-(?:count|number|link|open|enabled))|disqus", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[|•·]\s*")
_INNER = etree.XPath(".//*[@itemprop='name'] | .//*[@rel='author'] | .//a")
_LINES = frozenset(("p", "div", "span", "li", "cite", "address", "h4", "h5", "h6", "small", "em"))
_LONGEST = 80
_FAR = 120
_NEAR = 60
_LEVELS = 5
_SURE = 2.0
_PASS = 1.6


@dataclass(frozen=True, slots=True)
class _Sign:
    """An element that says who wrote something."""

    element: etree._Element
    strength: float
    """How plainly it says so."""
    place: int
    """How many elements after the headline it stands."""
    names: tuple[str, ...]


def shown_authors(root: etree._Element, title: str | None) -> list[str]:
    """Return the names that the page shows as its authors', those of the plainest sign."""
    headline = headline_element(root, title)
    known = around(headline)
    scored = [
        (
            sign.strength + _nearness(sign.place) - _doubt(sign, known),
            -abs(sign.place),
            sign,
        )
        for sign in _signs(root, headline)
    ]
    if not scored:
        return []
    score, _, best = max(scored, key=lambda entry: entry[:2])
    if score < _PASS:
        return []
    names = dict.fromkeys(best.names)
    for element in _beside(best.element):
        for _, _, sign in scored:
            if sign.element is element and sign.strength == best.strength:
                names |= dict.fromkeys(sign.names)
    return list(names)


def _doubt(sign: _Sign, known: Known) -> float:
    """Return how much speaks against a sign for standing in a part about something else."""
    if not is_elsewhere(sign.element, known):
        return 0.0
    return 2.0 if 0 <= sign.place < _NEAR else 2.5


def _beside(element: etree._Element) -> list[etree._Element]:
    """Return the elements of the line that *element* stands in."""
    line = element
    for node in list(element.iterancestors())[:3]:
        line_of = _line(node)
        if len(line_of) > 2 * _LONGEST or _OTHER_PART.search(line_of):
            break
        line = node
    return [] if line is element else list(line.iter())


def _signs(root: etree._Element, headline: etree._Element | None) -> Iterator[_Sign]:
    """Yield the elements that say who wrote something."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    start = elements.index(headline) if headline is not None else None
    for index, element in enumerate(elements):
        place = _NEAR if start is None else index - start
        strength = _strength(element)
        if not strength and place > 0 and element.tag in _LINES and len(element) < 6:
            strength = _said(element, place)
        if not strength or _is_comment(element):
            continue
        if names := _names_of(element, strength):
            yield _Sign(element, strength, place, tuple(names))


def _strength(element: etree._Element) -> float:
    """Return how plainly an element is for an author's name; 0 when it is not."""
    if element.tag in ("meta", "link", "script", "img", "input", "body", "html", "article"):
        return 0.0
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return 3.0
    names = " ".join(filter(None, map(element.get, ("class", "id", "data-testid"))))
    called = _strength_of(names) if names else 0.0
    if called < 2.0 and element.tag == "a" and _TO_AUTHOR.search(element.get("href") or ""):
        return 2.0
    return called


@lru_cache(maxsize=4096)
def _strength_of(names: str) -> float:
    """Return how plainly classes and ids say that an element is for an author's name."""
    if _FOR_NAMES.search(names):
        return 2.5
    return 1.5 * (_FOR_AUTHORS.search(names) is not None and not _NO_PERSON.search(names))


def _is_comment(element: etree._Element) -> bool:
    """Tell whether an element names somebody who wrote of the page, not it."""
    names = (f"{one.get('class') or ''} {one.get('id') or ''}" for one in element.iterancestors())
    near = list(islice(names, _LEVELS))
    return _COMMENT.search(f"{' '.join(near)} {element.get('class') or ''}") is not None


def _said(element: etree._Element, place: int) -> float:
    """Return how plainly a line says who wrote the page; far down it must say all of it."""
    opening = (element.text or "").lstrip()[:_OPENING]
    if (not opening and place >= _FAR) or (opening and not _WRITES.match(opening)):
        return 0.0
    line = _line(element)
    if len(line) > _LONGEST or _WRITTEN.fullmatch(line) is None:
        return 0.0
    return 1.7 if _PLAINLY.match(line) else 1.5 * (place < _FAR)


def _names_of(element: etree._Element, strength: float) -> list[str]:
    """Return the names that an element says, with less doubt the plainer a sign it is."""
    line = _line(element)
    if len(line) > 3 * _LONGEST:
        return []
    inner = [_line(node) for node in _INNER(element)]
    inner = [name for name in names_in(inner) if looks_like_name(name)]
    if inner:
        return inner
    parts = [_TRAILER.sub("", part) for part in _PARTS.split(line)]
    told = names_in(parts) if len(line) <= 2 * _LONGEST else []
    single = len(told) == 1 and " " not in told[0] and strength < 1.6
    passes = (
        is_marked_name
        if strength >= _SURE or (single and _WRITTEN.match(line))
        else looks_like_name
    )
    return [name for name in told if passes(name)]


def _nearness(place: int) -> float:
    """Return how near the headline a place is, from 0 to 2; above it counts for less."""
    distance = place if place >= 0 else -3 * place
    return 2.0 * max(0.0, 1.0 - distance / _FAR)


def _line(element: etree._Element) -> str:
    """Return the text of *element* on one line, its parts apart."""
    return clean_line(" ".join(element.itertext("*")))
