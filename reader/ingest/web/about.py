"""Everything a page says of itself, from the surest place that says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from reader.article.sanitise import clean_line
from reader.ingest.web import people
from reader.ingest.web.dates import Context, read_dates
from reader.ingest.web.head import Metas, first, link_to, read_metas
from reader.ingest.web.headline import headline
from reader.ingest.web.inline import absolute
from reader.ingest.web.linked_data import Node, articles, read_linked_data, text_value

_SITE = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_MAX_TAGS = 30


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; None and empty where it says nothing."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    lead_image: str | None = None
    canonical_url: str | None = None
    base: str | None = None
    """What relative addresses in the page count from."""
    bodies: tuple[str, ...] = ()
    """The article's text as JSON-LD gives it."""
    walled: bool = False
    """Whether its data says that not all of it is free to read."""
    guessed: dict[str, str] = field(default_factory=dict)


def read_about(root: etree._Element, page: str, url: str | None) -> About:
    """Return what the page says of itself.

    Args:
        root: its tree, scripts and all.
        page: its text.
        url: where it came from, when that is known.
    """
    metas = read_metas(root)
    nodes = articles(read_linked_data(root))
    base = _base(root, metas, url)
    site = _publisher(metas, nodes)
    guessed: dict[str, str] = {}
    language = _language(root, metas, nodes)
    title = headline(root, metas, nodes, site)
    dates = read_dates(
        root, metas, nodes, Context(title, language, absolute(url, None) or base, page)
    )
    if dates.guess:
        guessed["published"] = dates.guess
    if site is None and base:
        site = (urlsplit(base).hostname or "").removeprefix("www.") or None
        if site:
            guessed["publisher"] = "not named; the site's address"
    return About(
        title=title,
        byline=people.authors(root, metas, nodes, site, title),
        publisher=site,
        published=dates.published,
        modified=dates.modified,
        language=language,
        tags=_tags(root, metas, nodes),
        summary=first(metas, ("og:description", "description", "twitter:description")),
        lead_image=_lead_image(metas, nodes, base),
        canonical_url=_canonical(root, metas, base),
        base=base,
        bodies=_bodies(nodes),
        walled=any(str(node.get("isAccessibleForFree")).lower() == "false" for node in nodes),
        guessed=guessed,
    )


def _base(root: etree._Element, metas: Metas, url: str | None) -> str | None:
    """Return what relative addresses count from."""
    own = absolute(url, None) or _canonical(root, metas, None)
    for element in root.iter("base"):
        return absolute(element.get("href"), own) or own
    return own


def _canonical(root: etree._Element, metas: Metas, base: str | None) -> str | None:
    """Return the page's own name for its address; a home page is no article's."""
    for href in (link_to(root, "canonical"), first(metas, ("og:url",))):
        address = absolute(href, base)
        if address and urlsplit(address).path.strip("/"):
            return address
    return None


def _publisher(metas: Metas, nodes: Sequence[Node]) -> str | None:
    """Return the name of the publication."""
    for node in nodes:
        name = text_value(node.get("publisher"))
        if name and not name.startswith("http"):
            return clean_line(unescape(name))
    return first(metas, _SITE)


def _language(root: etree._Element, metas: Metas, nodes: Sequence[Node]) -> str | None:
    """Return the page's language as BCP 47 writes it."""
    found = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")]
    found += [text_value(node.get("inLanguage")) for node in nodes[:1]]
    found.append(first(metas, ("content-language", "language", "dc.language", "og:locale")))
    for text in found:
        match = _LANGUAGE.match(text.strip()) if text else None
        if match:
            tag, *more = re.split(r"[-_]", match[0])
            return "-".join(
                [tag.lower(), *(part.upper() if len(part) == 2 else part for part in more)]
            )
    return None


def _tags(root: etree._Element, metas: Metas, nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return what the page is filed under."""
    found: list[str] = []
    for node in nodes[:1]:
        found += _listed(node.get("keywords"))
    found = found or metas.get("article:tag", [])
    if len(found) == 1:
        found = _listed(found[0])
    for name in ("news_keywords", "keywords"):
        found = found or _listed(first(metas, (name,)))
    if not found:
        links = root.xpath("//a[contains(concat(' ',@rel,' '),' tag ')]")
        found = [clean_line(str(link.xpath("string()"))) for link in links]
    return tuple(dict.fromkeys(clean_line(unescape(tag)).lstrip("#") for tag in found if tag))[
        :_MAX_TAGS
    ]


def _listed(value: Any) -> list[str]:
    """Return the words of a list, however it is written."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;]", value) if part.strip()]
    parts = value if isinstance(value, list) else []
    return [name for name in map(text_value, parts) if name and ":" not in name]


def _lead_image(metas: Metas, nodes: Sequence[Node], base: str | None) -> str | None:
    """Return the address of the picture that stands for the article."""
    found = [first(metas, ("og:image", "og:image:url", "twitter:image", "twitter:image:src"))]
    for node in nodes[:1]:
        image = node.get("image")
        image = image[0] if isinstance(image, list) and image else image
        found.append(text_value(image.get("url") if isinstance(image, dict) else image))
    return next((address for href in found if (address := absolute(href, base))), None)


def _bodies(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the texts of the articles among *nodes*."""
    found = [text_value(node.get("articleBody")) for node in nodes[:3]]
    return tuple(text for text in found if text and len(text) > 250)
