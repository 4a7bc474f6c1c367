"""One tree a page: parsed once, rid of what is never text, and never too deep to walk."""

import re
from copy import deepcopy

from lxml import etree, html

from reader.ingest.web.guard import MAX_DEPTH, shallow

NEVER_TEXT = (
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas"),
    *("audio", "video", "map", "select", "textarea", "input", "button", "datalist", "progress"),
)
"""The elements whose text is for machines, or for those who fill in a form."""

_TOO_DEEP = etree.XPath(f"boolean(/{'/'.join('*' * (2 * MAX_DEPTH))})")
_HIDDEN = etree.XPath(
    "//*[@hidden or contains(@style,'display:none') or contains(@style,'display: none')"
    " or contains(@style,'visibility:hidden')]"
)
_ASIDE = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader)", re.IGNORECASE)
_UNSEEN = etree.XPath(
    "//*[contains(@class,'sr-only') or contains(@class,'visually')"
    " or contains(@class,'screen-reader')]"
)


def parse(text: str) -> etree._Element:
    """Return the root of the page in *text*, scripts and all.

    The usual parser drops everything from a depth of 256 to the end of the page without a word;
    this one takes a page that deep apart first.
    """
    root = _parse(text)
    return _parse(shallow(text)) if _TOO_DEEP(root) else root


def _parse(text: str) -> etree._Element:
    """Return the root of *text* as the parser sees it."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text, parser=parser, ensure_head_body=True)
    except (etree.ParserError, AssertionError):
        return html.document_fromstring("<html><body></body></html>", parser=parser)


def strip_unread(root: etree._Element) -> None:
    """Take out of *root*, in place, what a reader never reads: scripts, controls, hidden parts.

    Hidden parts stay when they hold half of the page: a script would have shown them.
    """
    etree.strip_elements(root, *NEVER_TEXT, with_tail=False)
    hidden = [element for element in _HIDDEN(root) if element.tag not in ("html", "body")]
    hidden += [element for element in _UNSEEN(root) if _ASIDE.search(element.get("class", ""))]
    size = _length(root)
    for element in hidden:
        if element.getparent() is not None and _length(element) * 2 < size:
            element.drop_tree()


def _length(element: etree._Element) -> int:
    """Return how many characters of text *element* holds."""
    return len(element.xpath("string()"))


def copy_of(root: etree._Element) -> etree._Element:
    """Return a copy of *root* that a library may take apart."""
    return deepcopy(root)
