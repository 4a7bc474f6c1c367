"""The date of publication that a page shows its readers, where no data in it states one.

A page shows many dates: those of other stories, of comments, of events in the text, and today's.
The story's own stands near its headline, by itself, and often says what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reader.ingest.dates import find_date, iso_date
from reader.ingest.web.elsewhere import around, headline_element, is_elsewhere
from reader.ingest.web.slashed import iso_of_slashed

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATED = re.compile(
    r"date|time|publi|posted|stamp|byline|meta|info|datum|fecha|data\b", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"publi(?:shed|cad|é|cat)|posted|first |created|erschienen|veröffentlicht|erstellt|geplaatst"
    r"|date:|datum:|vom\b|公開|公開日|発行|投稿|掲載|发布|發布|發佈|发表|등록|입력|опубликован",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updated|modifi|changed|edited|revised|reviewed|aktualisiert|geändert|änderung"
    r"|mise? à jour|actualiza|aggiornat|更新|修正|수정|обновлен|gewijzigd|bijgewerkt|uppdaterad",
    re.IGNORECASE,
)
_CHANGED_ALONE = re.compile(r"^(?!.*publish).*\b(?:updated|modified|changed)\b", re.IGNORECASE)
_BODY = re.compile(r"(?:entry|post|article|story)-?_?(?:content|body|text)", re.IGNORECASE)
_APART = frozenset(("body", "html", "main"))
_NEVER = frozenset(("script", "style", "noscript", "template", "textarea", "select", "head"))
_LONGEST = 160
_EARLIEST = "1990"
_LABEL = 40
_ALONE = 40
_ELSEWHERE = 3.0
_FAR = 1_500
_PASS = 2.6
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A stretch of text, or a moment that an element tells machines."""

    element: etree._Element
    text: str
    before: str
    """The text before it, as far as a label may reach."""
    place: int
    """How many characters of text stand before it in the page."""
    day: str


def shown_date(
    root: etree._Element, title: str | None, language: str | None, hint: str | None
) -> str | None:
    """Return the date that the page shows as its own, as ISO 8601.

    Args:
        root: the page's tree.
        title: its headline, near which the date stands.
        language: the page's language, which tells the order of day and month.
        hint: the day or month that the page's address names, which the date shown bears out.
    """
    headline = headline_element(root, title)
    known = around(headline)
    head, chunks = _read(root, headline, language)
    scored = [
        (
            _score(chunk, head, hint) - _ELSEWHERE * is_elsewhere(chunk.element, known),
            -chunk.place,
            chunk.day,
        )
        for chunk in chunks
    ]
    best = max(scored, default=None)
    return best[2] if best and best[0] >= _PASS else None


def _read(
    root: etree._Element, headline: etree._Element | None, language: str | None
) -> tuple[int | None, list[_Chunk]]:
    """Return where the headline ends and the chunks that tell a day, both in reading order."""
    head: int | None = None
    place, before = 0, ""
    chunks: list[_Chunk] = []
    for element, text in _texts(root):
        if headline is not None and element is headline and head is None:
            head = place + len("".join(headline.itertext()).strip())
        day = _day(element, text, language) if len(chunks) < _MOST else None
        if day:
            chunks.append(_Chunk(element, text, before[-_LABEL:], place, day))
        place += len(text)
        before = "" if head is not None and place <= head else f"{before[-_LABEL:]} {text}"
    return head, chunks


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the stretches of text below *root* with the elements that they stand in."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag in _NEVER:
            continue
        if event == "start":
            text = " ".join((element.text or "").split())
            if text or element.get("datetime") or element.tag in ("h1", "h2", "h3"):
                yield element, text
        elif element.tail and not element.tail.isspace():
            parent = element.getparent()
            if parent is not None and parent.tag not in _NEVER:
                yield parent, " ".join(element.tail.split())


def _day(element: etree._Element, text: str, language: str | None) -> str | None:
    """Return the date that a stretch of text gives; that for machines is the surer."""
    stated = element.get("datetime")
    if stated and element.tag == "time" and (found := iso_date(stated)):
        return found
    if not text or len(text) > _LONGEST or not _YEAR.search(text):
        return None
    day = iso_date(text) or iso_of_slashed(text, language)
    return day if day and day > _EARLIEST else None


def _score(chunk: _Chunk, head: int | None, hint: str | None) -> float:
    """Return how much speaks for a chunk's date being the story's."""
    node = chunk.element
    names = " ".join(
        f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemprop') or ''}"
        for one in (node, *list(node.iterancestors())[:2])
        if one.tag not in _APART
    )
    match = find_date(chunk.text)
    label = f"{chunk.before} {chunk.text[: match.start()] if match else chunk.text}"[-_LABEL:]
    changed = _CHANGED.search(f"{label} {chunk.text}") or _CHANGED_ALONE.search(names)
    score: dict[str, float] = {
        "said to be published": 2.0 * (_PUBLISHED.search(label) is not None),
        "said to be changed": -1.5 * (changed is not None),
        "called a date": 1.5 * (_DATED.search(names) is not None),
        "told machines": 0.5 * (node.tag == "time"),
        "alone": 1.0 * (len(chunk.text) < _ALONE),
        "in the address": 2.0 * (bool(hint) and chunk.day.startswith(hint or "")),
        "leads elsewhere": -0.5 * (node.tag == "a"),
        "in the text": -1.0 * (_BODY.search(names) is not None),
    }
    return sum(score.values()) + _nearness(chunk.place, head)


def _nearness(place: int, head: int | None) -> float:
    """Return how near a place is to the headline, from 0 to 2; above it counts for less."""
    if head is None:
        return 0.5
    distance = place - head if place >= head else 3 * (head - place)
    return 2.0 * max(0.0, 1.0 - distance / _FAR)
