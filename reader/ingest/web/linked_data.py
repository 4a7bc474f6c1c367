"""What a page says of itself in JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

Node = dict[str, Any]

_SCRIPTS = etree.XPath("//script[contains(@type,'ld+json')]")
_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|LiveBlogPosting|Posting|Report|Review|Recipe|HowTo|Analysis)$"
)
_MAX_SCRIPT = 4_000_000
_MAX_NODES = 2_000
_NESTED = re.compile(r"(?:[\[{]\s{0,500}){200}")
_LEVELS = 12
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


def read_linked_data(root: etree._Element) -> list[Node]:
    """Return the objects of the page's JSON-LD, the outermost of each script first.

    A script that is no JSON is passed over, but for line ends in strings and trailing commas.
    """
    nodes: list[Node] = []
    for script in _SCRIPTS(root):
        text = script.text or ""
        if len(text) <= _MAX_SCRIPT and not _too_nested(text):
            nodes.extend(_nodes_of(_loaded(text)))
    return nodes[:_MAX_NODES]


def _too_nested(text: str) -> bool:
    """Tell whether *text* nests deeper than a parser should follow."""
    return _NESTED.search(text) is not None


def _loaded(text: str) -> Any:
    """Return what *text* is in JSON; None when it is not."""
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes_of(value: Any) -> Iterator[Node]:
    """Yield the objects in *value*, breadth first, so that the page's own come before its parts."""
    level = [value]
    for _ in range(_LEVELS):
        deeper: list[Any] = []
        for part in level:
            if isinstance(part, list):
                deeper[:0] = part
            elif isinstance(part, dict):
                yield part
                deeper += [part[key] for key in _INNER if key in part]
        level = deeper


_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")


def types_of(node: Node) -> list[str]:
    """Return the names of the kinds that *node* is."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str)]


def articles(nodes: list[Node]) -> list[Node]:
    """Return the nodes that are articles, the most telling first.

    Whom they only refer to, told elsewhere in the page, is put in their place.
    """
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    nodes = [_followed(node, known) for node in nodes]
    found = [node for node in nodes if any(_ARTICLE.search(kind) for kind in types_of(node))]
    found.sort(key=lambda node: -sum(key in node for key in _TELLING))
    return found


def _followed(node: Node, known: Mapping[str, Node]) -> Node:
    """Return *node* with whom it refers to beside whom it names."""
    author = node.get("author") or node.get("creator")
    publisher = node.get("publisher")
    found = {REFERRED: _referred(author, known)} if author else {}
    if publisher and text_value(publisher) is None:
        found["publisher"] = _referred(publisher, known)
    return {**node, **found}


def _referred(value: Any, known: Mapping[str, Node]) -> Any:
    """Return what *value* refers to, when it is but a reference; None when it names somebody."""
    if isinstance(value, list):
        return [found for part in value[:_MOST_AUTHORS] if (found := _referred(part, known))]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"])
    return None


REFERRED = "referred author"
"""Where those stand to whom an article only refers as its author; no vocabulary has this word."""

_MOST_AUTHORS = 100
_TELLING = ("headline", "datePublished", "author", "articleBody")


def text_value(value: Any) -> str | None:
    """Return *value* as text: itself, its first part, or its name."""
    if isinstance(value, list):
        value = next((part for part in value if part), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("url")
        return text_value(value) if isinstance(value, list | dict) else text_value_plain(value)
    return text_value_plain(value)


def text_value_plain(value: Any) -> str | None:
    """Return *value* when it is text that says something."""
    return value.strip() or None if isinstance(value, str) else None
