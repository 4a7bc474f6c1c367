"""The words that the W3C's annotations and Newsmargin's marks have for one another.

The model is https://www.w3.org/TR/annotation-model/. What it has no word for stands under terms
of our own, which the context that we write declares.
"""

import re
from collections.abc import Mapping
from typing import Any

from reader.annotations.model import MarkKind

CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld"
"""The context that every annotation names."""

OWN_CONTEXT = {
    "newsmargin": "urn:newsmargin:terms:",
    "newsmargin:mark": {"@type": "@json"},
}
"""Declares our own terms, all of which start with ``newsmargin:``."""

REST = "newsmargin:mark"
"""Those fields of a mark that nothing else in the annotation says."""

MARK_IRI = "urn:newsmargin:mark:"
ARTICLE_IRI = "urn:newsmargin:article:"

KEPT = "w3c"
"""The field of a mark that keeps what another program wrote and we have no word for."""

KNOWN = frozenset(
    (
        "@context",
        *("id", "@id", "type", "@type"),
        *("motivation", "created", "modified"),
        *("body", "bodyValue", "target"),
        REST,
    )
)
"""What is understood of an annotation, but for what is kept."""

MOTIVATIONS: dict[MarkKind, str] = {
    "claim": "assessing",
    "highlight": "highlighting",
    "note": "commenting",
}
"""Why a mark of each kind was made."""

CLAIM_TERMS = {
    "verdict": "newsmargin:verdict",
    "speaker": "newsmargin:speaker",
    "type": "newsmargin:claimType",
    "priority": "newsmargin:priority",
}
"""The terms for what is known of a claim, its status apart."""

RELATION = "newsmargin:rel"
LINK_NOTE = "newsmargin:note"

_MARK_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{13}")


def iri_of(mark_id: str) -> str:
    """Return the IRI of the mark *mark_id*; anything else is returned as it is."""
    return MARK_IRI + mark_id if _MARK_ID.fullmatch(mark_id) else mark_id


def named_by(iri: str) -> str:
    """Return the mark id that *iri* names; anything else is returned as it is."""
    mark_id = iri.removeprefix(MARK_IRI)
    return mark_id if _MARK_ID.fullmatch(mark_id) else iri


def as_list(value: Any) -> list[Any]:
    """Return *value* as JSON-LD means it: nothing is no item, and one item need not be listed."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def first_of(body: Mapping[str, Any], *names: str) -> Any:
    """Return the first of the *names* that *body* gives a value, or None."""
    return next((body[name] for name in names if body.get(name) is not None), None)


def iri_in(resource: Mapping[str, Any]) -> str | None:
    """Return the IRI of what *resource* is, or is a part of; None when it names none."""
    source = first_of(resource, "source", "id", "@id")
    if isinstance(source, Mapping):
        source = first_of(source, "id", "@id")
    return source if isinstance(source, str) else None
