"""Which passage the selectors of a Web Annotation's target choose."""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.annotations.model import Part
from reader.annotations.w3c_terms import as_list, first_of


class SelectorError(ValueError):
    """A selector that says what its kind cannot; its text is what is wrong with it."""


def passage_of(target: Mapping[str, Any]) -> Part:
    """Return the passage that the selectors of *target* choose; empty when none does.

    Words and offsets are understood. What selects by an element, a drawing or a fragment is
    passed over for what refines it; offsets that refine another selector count from that, which
    nobody here can resolve.

    Raises:
        SelectorError: if a selector of words or offsets has none.
    """
    words: tuple[str, str, str] | None = None
    place: tuple[int, int] | None = None
    for chain in _chains(target):
        quotes = [one for one in chain if _kind(one) == "TextQuoteSelector"]
        if quotes and words is None:
            words = _words(quotes[-1])
        if _kind(chain[0]) == "TextPositionSelector" and place is None:
            place = _place(chain[0])
    start, end = place or (None, None)
    return Part(*(words or ("", "", "")), start, end)


def _chains(target: Mapping[str, Any]) -> Iterator[list[Mapping[str, Any]]]:
    """Yield each selector of *target* with what refines it, what refines that, and so on."""
    waiting = as_list(target.get("selector"))[::-1]
    while waiting:
        selector = waiting.pop()
        if not isinstance(selector, Mapping):
            continue
        waiting += as_list(selector.get("items"))[::-1]
        chain = [selector]
        while refining := [
            one for one in as_list(chain[-1].get("refinedBy")) if isinstance(one, Mapping)
        ]:
            chain.append(refining[0])
        yield chain


def _kind(selector: Mapping[str, Any]) -> str:
    """Return the type of *selector*."""
    return str(first_of(selector, "type", "@type")).removeprefix("oa:")


def _words(selector: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the quote, the prefix and the suffix that *selector* gives."""
    words = [selector.get("exact"), selector.get("prefix") or "", selector.get("suffix") or ""]
    exact, prefix, suffix = words
    if not isinstance(exact, str) or not isinstance(prefix, str) or not isinstance(suffix, str):
        raise SelectorError("a TextQuoteSelector in it has no “exact” that is text")
    return exact, prefix, suffix


def _place(selector: Mapping[str, Any]) -> tuple[int, int]:
    """Return the offsets that *selector* gives."""
    start, end = selector.get("start"), selector.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise SelectorError(
            "a TextPositionSelector in it has no “start” and “end” that are a range"
        )
    return start, end
