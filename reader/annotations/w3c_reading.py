"""Reads what the W3C's own words in a Web Annotation say, however its writer put it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.annotations.model import Claim, Link, Mark, MarkKind, Part, new_mark_id
from reader.annotations.w3c_bodies import BodyError, Said, said_by
from reader.annotations.w3c_selectors import SelectorError, passage_of
from reader.annotations.w3c_terms import (
    ARTICLE_IRI,
    CONTEXT_IRI,
    KEPT,
    KNOWN,
    MOTIVATIONS,
    OWN_CONTEXT,
    as_list,
    first_of,
    iri_in,
    named_by,
)
from reader.errors import ReaderError


@dataclass(frozen=True, slots=True)
class _Target:
    """One thing that an annotation is about."""

    iri: str
    passage: Part
    style: str | None = None

    @property
    def is_passage(self) -> bool:
        """Whether it is a part of a text rather than the whole of something."""
        return bool(self.passage.quote) or self.passage.start is not None


def refused(annotation: Any, problem: str) -> ReaderError:
    """Return the error that tells why *annotation* makes no mark."""
    name = first_of(annotation, "id", "@id") if isinstance(annotation, Mapping) else None
    return ReaderError(
        name if isinstance(name, str) else "the annotation",
        problem,
        "leave it out, or have the program that wrote it follow the Web Annotation Data Model",
    )


def read_annotation(annotation: Any) -> Mark:
    """Return the mark that the standard words of *annotation* describe.

    Raises:
        ReaderError: if it is no annotation, or says what no mark can.
    """
    if not isinstance(annotation, Mapping) or not _is_annotation(annotation):
        raise refused(annotation, "it is no Web Annotation")
    motivations = [str(one).removeprefix("oa:") for one in as_list(annotation.get("motivation"))]
    try:
        targets = list(_targets(annotation))
        said = said_by(annotation, motivations)
    except (SelectorError, BodyError) as error:
        raise refused(annotation, str(error)) from error
    if not targets:
        raise refused(annotation, "it has no target")
    return _mark(annotation, motivations, targets, said)


def _is_annotation(annotation: Mapping[str, Any]) -> bool:
    """Tell whether *annotation* calls itself one, or nothing else."""
    kinds = as_list(first_of(annotation, "type", "@type"))
    return not kinds or any(str(kind).removeprefix("oa:") == "Annotation" for kind in kinds)


def _targets(annotation: Mapping[str, Any]) -> Iterator[_Target]:
    """Yield what *annotation* is about, one by one."""
    waiting = as_list(annotation.get("target"))[::-1]
    while waiting:
        target = waiting.pop()
        if isinstance(target, str):
            yield _Target(target, Part(""))
            continue
        if not isinstance(target, Mapping):
            raise SelectorError("one of its targets is neither an IRI nor an object")
        if items := as_list(target.get("items")):
            waiting += items[::-1]
            continue
        iri, style = iri_in(target), target.get("styleClass")
        if iri is None:
            raise SelectorError("one of its targets names no source")
        yield _Target(iri, passage_of(target), style if isinstance(style, str) else None)


def _mark(
    annotation: Mapping[str, Any],
    motivations: Sequence[str],
    targets: Sequence[_Target],
    said: Said,
) -> Mark:
    """Return the mark that all of it makes."""
    answered, about = _split_reply(motivations, targets)
    passages = [one for one in about if one.is_passage] or about[:1]
    main = passages[0] if passages else _Target("", Part(""))
    kind = _kind(motivations, main)
    parts = [one.passage for one in passages[1:] if one.iri == main.iri]
    elsewhere = [Link(one.iri) for one in about if one.iri != main.iri]
    return Mark(
        id=_mark_id(annotation),
        article=main.iri.removeprefix(ARTICLE_IRI) if main.iri.startswith(ARTICLE_IRI) else "",
        quote=main.passage.quote,
        kind=kind,
        prefix=main.passage.prefix,
        suffix=main.passage.suffix,
        start=main.passage.start,
        end=main.passage.end,
        parts=tuple(parts),
        note=said.note,
        label=said.label,
        color=main.style,
        tags=said.tags,
        claim=said.claim or (Claim() if kind == "claim" else None),
        links=(*said.links, *elsewhere),
        reply_to=answered,
        created=_instant(annotation, "created"),
        updated=_instant(annotation, "modified"),
        origin=_origin(annotation),
        more=_kept(annotation),
    )


def _split_reply(
    motivations: Sequence[str], targets: Sequence[_Target]
) -> tuple[str | None, Sequence[_Target]]:
    """Return the id of the mark that is answered, if one is, and the targets but for that."""
    first = targets[0]
    if "replying" in motivations and not first.is_passage:
        return named_by(first.iri), targets[1:]
    return None, targets


def _kind(motivations: Sequence[str], main: _Target) -> MarkKind:
    """Return what kind of mark was made with these *motivations*."""
    for kind, motivation in MOTIVATIONS.items():
        if motivation in motivations:
            return kind
    return "highlight" if main.is_passage else "note"


def _mark_id(annotation: Mapping[str, Any]) -> str:
    """Return the id of the mark that *annotation* was made of, or a new one."""
    name = str(first_of(annotation, "id", "@id"))
    return named_by(name) if named_by(name) != name else new_mark_id()


def _origin(annotation: Mapping[str, Any]) -> dict[str, str] | None:
    """Return whose a foreign *annotation* is, by the id that it has there."""
    name = first_of(annotation, "id", "@id")
    if not isinstance(name, str) or named_by(name) != name:
        return None
    return {"app": KEPT, "id": name}


def _instant(annotation: Mapping[str, Any], name: str) -> str:
    """Return the instant under *name*; empty when there is none."""
    instant = annotation.get(name)
    return instant if isinstance(instant, str) else ""


def _kept(annotation: Mapping[str, Any]) -> dict[str, Any]:
    """Return what nothing here understands, with the contexts that give it a meaning."""
    kept = {name: value for name, value in annotation.items() if name not in KNOWN}
    contexts = [
        one for one in as_list(annotation.get("@context")) if one not in (CONTEXT_IRI, OWN_CONTEXT)
    ]
    if contexts:
        kept["@context"] = contexts
    return {KEPT: kept} if kept else {}
