"""One tree a page: parsed once, rid of what is never text, and never too deep to walk."""

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree, html

from reader.ingest.web.guard import MAX_DEPTH, shallow

_FOR_MACHINES = ("script", "style", "noscript", "template", "iframe", "textarea", "datalist")
_CONTROLS = (
    *("button", "select", "svg", "object", "embed", "canvas", "audio", "video", "map"),
    *("input", "progress"),
)
NEVER_TEXT = (*_FOR_MACHINES, *_CONTROLS)
"""The elements whose text is for machines, or for those who fill in a form."""

_LONG_LABEL = 400
_PLACEHOLDERS = 3
_FEW = 20
_GONE = "GONE"
"""A name that the parser gives to no element, for its are in lower case."""
_HAS_PASSAGES = etree.XPath("boolean(.//p|.//h1|.//h2|.//h3|.//article|.//section)")
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

    Hidden parts stay when they hold half of the page: a script would have shown them. So does the
    text of a control that holds more than a label: it was never closed.
    """
    _lift_unscripted(root)
    etree.strip_elements(root, *_FOR_MACHINES, with_tail=False)
    controls = [control for control in root.iter(*_CONTROLS) if control.getparent() is not None]
    unclosed = [control for control in controls if _holds_more_than_a_label(control)]
    drop(root, set(controls).difference(unclosed))
    for control in unclosed:
        control.drop_tag()
    hidden = [element for element in _HIDDEN(root) if element.tag not in ("html", "body")]
    hidden += [element for element in _UNSEEN(root) if _ASIDE.search(element.get("class", ""))]
    size = _length(root)
    drop(root, [element for element in hidden if _length(element) * 2 < size])


def _lift_unscripted(root: etree._Element) -> None:
    """Put in place what is for readers without scripts: pictures, and what was never closed.

    The picture that a script would have put there comes instead of the one that keeps its place.
    """
    for element in list(root.iter("noscript")):
        pictures = list(element.iter("img"))
        if _HAS_PASSAGES(element) and _length(element) > _LONG_LABEL:
            element.drop_tag()
        elif len(pictures) == 1 and not _text(element) and pictures[0].get("src"):
            _drop_placeholder(element)
            element.drop_tag()


def _drop_placeholder(unscripted: etree._Element) -> None:
    """Take out the picture beside *unscripted* that a script would have replaced."""
    parent = unscripted.getparent()
    if parent is None or len(parent) > _FEW:
        return
    beside = [one for one in parent.iterdescendants("img") if not _is_within(one, unscripted)]
    if 1 <= len(beside) <= _PLACEHOLDERS and not _text(parent):
        for one in beside:
            one.drop_tree()
    elif len(beside) == 1:
        beside[0].drop_tree()


def _is_within(element: etree._Element, outer: etree._Element) -> bool:
    """Tell whether *element* stands in *outer*."""
    return any(one is outer for one in element.iterancestors())


def _text(element: etree._Element) -> str:
    """Return the text of *element*."""
    return str(element.xpath("string()")).strip()


def drop(root: etree._Element, elements: Iterable[etree._Element]) -> None:
    """Take *elements* out of *root*, in place; the text behind each stays.

    All at once, for one by one takes quadratic time where much text stands between them.
    """
    for element in elements:
        element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)


def _holds_more_than_a_label(control: etree._Element) -> bool:
    """Tell whether *control* holds what no control does."""
    return _length(control) > _LONG_LABEL or bool(_HAS_PASSAGES(control))


def _length(element: etree._Element) -> int:
    """Return how many characters of text *element* holds."""
    return len(element.xpath("string()"))


def copy_of(root: etree._Element) -> etree._Element:
    """Return a copy of *root* that a library may take apart."""
    return deepcopy(root)
