"""Marks as the W3C's Web Annotations, the form in which other programs take and give them.

Both ways are pure, and nothing is lost on them: ``from_w3c(to_w3c(mark)) == mark``, and what
another program wrote that we have no word for comes out of ``to_w3c`` as it went in.
"""

from collections.abc import Mapping
from typing import Any

from reader.annotations.model import Link, Mark, Part
from reader.annotations.shape import misshapen
from reader.annotations.w3c_reading import read_annotation, refused
from reader.annotations.w3c_terms import (
    ARTICLE_IRI,
    CLAIM_TERMS,
    CONTEXT_IRI,
    KEPT,
    KNOWN,
    LINK_NOTE,
    MOTIVATIONS,
    OWN_CONTEXT,
    RELATION,
    REST,
    iri_of,
)


def to_w3c(mark: Mark, *, source: str | None = None) -> dict[str, Any]:
    """Return *mark* as a Web Annotation, ready for JSON.

    Args:
        mark: the mark.
        source: the IRI of its article; without one, the article's id makes a URN.
    """
    kept, contexts = _kept(mark)
    annotation = {
        "@context": [CONTEXT_IRI, *contexts, OWN_CONTEXT],
        "id": iri_of(mark.id),
        "type": "Annotation",
        "motivation": _motivation(mark),
        **({"created": mark.created} if mark.created else {}),
        **({"modified": mark.updated} if mark.updated else {}),
        "body": _bodies(mark),
        "target": _targets(mark, source or ARTICLE_IRI + mark.article),
        **kept,
    }
    said = read_annotation(annotation).as_dict()
    rest = {
        name: value
        for name, value in mark.as_dict().items()
        if name not in said or said[name] != value
    }
    return annotation | ({REST: rest} if rest else {})


def from_w3c(annotation: Any, *, article: str | None = None) -> Mark:
    """Return the mark that a Web Annotation describes, whoever wrote it.

    A foreign one gets a new id; its own is kept in ``origin``. It is not anchored: where its
    quote stands in an article that is held, ``place`` finds out.

    Args:
        annotation: what JSON gave.
        article: the id of the article that it is about, for it may be known by its URL alone.

    Raises:
        ReaderError: if it is no annotation, or says what no mark can.
    """
    mark = read_annotation(annotation)
    rest = annotation.get(REST) or {}
    if not isinstance(rest, Mapping):
        raise refused(annotation, f"its {REST} holds no fields")
    document = mark.as_dict() | dict(rest)
    if article is not None:
        document["article"] = article
    if wrong := misshapen(document):
        raise refused(annotation, f"its {REST} gives a “{wrong}” that no mark can have")
    return Mark.from_dict(document)


def _kept(mark: Mark) -> tuple[dict[str, Any], list[Any]]:
    """Return what another program wrote of *mark* that is written back, and its contexts."""
    kept = mark.more.get(KEPT)
    if not isinstance(kept, Mapping) or not kept.keys().isdisjoint(KNOWN - {"@context"}):
        return {}, []
    contexts = kept.get("@context", [])
    if not isinstance(contexts, list):
        return {}, []
    return {name: value for name, value in kept.items() if name != "@context"}, contexts


def _motivation(mark: Mark) -> str | list[str]:
    """Return why *mark* was made."""
    if not mark.reply_to:
        return MOTIVATIONS[mark.kind]
    return "replying" if mark.kind == "note" else [MOTIVATIONS[mark.kind], "replying"]


def _bodies(mark: Mark) -> list[dict[str, Any]]:
    """Return what *mark* says of its passage."""
    bodies = []
    if mark.note:
        bodies.append(_text(mark.note, "commenting") | {"format": "text/markdown"})
    if mark.label is not None:
        bodies.append(_text(mark.label, "classifying"))
    bodies += [_text(tag, "tagging") for tag in mark.tags]
    if mark.claim is not None:
        told = {term: getattr(mark.claim, name) for name, term in CLAIM_TERMS.items()}
        bodies.append(
            _text(mark.claim.status, "assessing")
            | {term: value for term, value in told.items() if value}
        )
    return bodies + [_link(link) for link in mark.links]


def _text(value: str, purpose: str) -> dict[str, Any]:
    """Return the body that says *value* for a *purpose*."""
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _link(link: Link) -> dict[str, Any]:
    """Return the body that ties a mark to something else."""
    body = {
        "type": "SpecificResource",
        "source": iri_of(link.to),
        "purpose": "linking",
        RELATION: link.rel,
    }
    return body | ({LINK_NOTE: link.note} if link.note else {})


def _targets(mark: Mark, source: str) -> Any:
    """Return what *mark* is about: a mark that it answers, its passages, or the whole article."""
    own = Part(mark.quote, mark.prefix, mark.suffix, mark.start, mark.end)
    passages = [_target(passage, source, mark.color) for passage in (own, *mark.parts)]
    if not mark.reply_to:
        return passages if mark.parts else passages[0]
    answered = iri_of(mark.reply_to)
    return [answered, *passages] if mark.quote or mark.parts else answered


def _target(passage: Part, source: str, color: str | None) -> dict[str, Any]:
    """Return one *passage* of the *source*, described by its words and its place."""
    selectors: list[dict[str, Any]] = []
    if passage.quote:
        around = {"prefix": passage.prefix, "suffix": passage.suffix}
        selectors.append({"type": "TextQuoteSelector", "exact": passage.quote} | around)
    start, end = passage.start, passage.end
    if start is not None and end is not None and 0 <= start <= end:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if selectors:
        target["selector"] = selectors
    return target | ({"styleClass": color} if color is not None else {})
