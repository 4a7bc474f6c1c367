"""What a page's head says of it, in meta elements and links."""

from collections.abc import Iterable

from lxml import etree

from reader.article.sanitise import clean_line

Metas = dict[str, list[str]]
"""The contents of the page's meta elements by their lower-case name, in order."""


def read_metas(root: etree._Element) -> Metas:
    """Return the meta elements of *root*: OpenGraph, Dublin Core, microdata and plain ones."""
    metas: Metas = {}
    for element in root.iter("meta"):
        content = clean_line(element.get("content") or "")
        names = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        for name in {name.strip().lower() for name in names if name}:
            if content:
                metas.setdefault(name, []).append(content)
    return metas


def first(metas: Metas, names: Iterable[str]) -> str | None:
    """Return what the first of *names* that the page has says."""
    for name in names:
        if name in metas:
            return metas[name][0]
    return None


def link_to(root: etree._Element, relation: str) -> str | None:
    """Return the address of the page's first link element with this *relation*."""
    for element in root.iter("link"):
        if relation in (element.get("rel") or "").lower().split() and element.get("href"):
            return str(element.get("href"))
    return None
