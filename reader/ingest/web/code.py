"""Blocks of code in a page."""

import re

from lxml import etree

from reader.article.sanitise import clean_text
from reader.article.text import BlockDraft

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight-text|sourceCode|brush:)[-\s:]{0,2}"
    r"([A-Za-z][\w+#.-]{0,20})"
)


def code_draft(element: etree._Element) -> BlockDraft | None:
    """Return the draft of a ``pre`` element, None when it is empty."""
    text = clean_text("".join(_lines(element))).replace("\xa0", " ")
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if not lines:
        return None
    return BlockDraft("code", "\n".join(lines), language=_language(element))


def _lines(element: etree._Element) -> list[str]:
    """Return all text of *element*, with a line end for each ``br``."""
    parts = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "br":
            parts.append("\n")
        parts.append(child.text or "" if isinstance(child.tag, str) else "")
    return parts if len(parts) == 1 else _with_tails(element)


def _with_tails(element: etree._Element) -> list[str]:
    """Return the text of *element* and of what is in it, in order."""
    parts = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append("\n" if node.tag == "br" else node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    return parts


def _language(element: etree._Element) -> str | None:
    """Return the language that the classes in and around *element* name."""
    near = [element, *element.iterchildren("code"), *_around(element)]
    for node in near:
        named = node.get("data-lang") or node.get("data-language")
        match = _LANGUAGE.search(node.get("class") or "")
        if named or match:
            name = named or (match[1] if match else "")
            return re.sub(r"[^\w+#.-]", "", name) or None
    return None


def _around(element: etree._Element) -> list[etree._Element]:
    """Return the two elements around *element*."""
    return [node for node, _ in zip(element.iterancestors(), range(2), strict=False)]
