"""What the bodies of a Web Annotation say of its passage."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.annotations.model import CLAIM_STATUSES, LABELS, RELATIONS, Claim, Link
from reader.annotations.w3c_terms import (
    CLAIM_TERMS,
    LINK_NOTE,
    RELATION,
    as_list,
    iri_in,
    named_by,
)

_UNDERSTOOD = frozenset(("tagging", "classifying", "assessing"))
"""The purposes of words that are no note."""

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


class BodyError(ValueError):
    """A body that says nothing a mark can; its text is what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is thought of a passage, in the fields of a mark."""

    note: str
    label: str | None
    tags: tuple[str, ...]
    claim: Claim | None
    links: tuple[Link, ...]


class _Body(NamedTuple):
    """One body, and what it is for."""

    purpose: str
    content: Mapping[str, Any]

    @property
    def words(self) -> str | None:
        """What it says, when it says something itself rather than pointing elsewhere."""
        value = self.content.get("value")
        if value is not None and not isinstance(value, str):
            raise BodyError("the “value” of one of its bodies is no text")
        points_elsewhere = self.purpose == "linking" and _IRI.fullmatch(value or "")
        return None if points_elsewhere else value


def said_by(annotation: Mapping[str, Any], motivations: Sequence[str]) -> Said:
    """Return what the bodies of *annotation* say.

    A body that has no purpose of its own has the first of the *motivations*.

    Raises:
        BodyError: if a body is neither words nor a thing that has an IRI.
    """
    bodies = [
        _Body(str(next(iter([*as_list(body.get("purpose")), *motivations]), "")), body)
        for body in _bodies(annotation)
    ]
    texts = [(body, words) for body in bodies if (words := body.words) is not None]
    classes = [words for body, words in texts if body.purpose == "classifying"]
    label = next((words for words in classes if words in LABELS), None)
    return Said(
        note="\n\n".join(words for body, words in texts if body.purpose not in _UNDERSTOOD),
        label=label,
        tags=tuple(
            words
            for body, words in texts
            if body.purpose == "tagging" or (body.purpose == "classifying" and words != label)
        ),
        claim=next(
            (_claim(body, words) for body, words in texts if body.purpose == "assessing"), None
        ),
        links=tuple(_link(body) for body in bodies if body.words is None),
    )


def _bodies(annotation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the bodies of *annotation*, one by one, each as an object."""
    waiting = as_list(annotation.get("bodyValue")) + as_list(annotation.get("body"))[::-1]
    while waiting:
        body = waiting.pop()
        if isinstance(body, str):
            yield {"id" if _IRI.fullmatch(body) else "value": body}
        elif not isinstance(body, Mapping):
            raise BodyError("one of its bodies is neither text nor an object")
        elif items := as_list(body.get("items")):
            waiting += items[::-1]
        else:
            yield body


def _claim(body: _Body, words: str) -> Claim:
    """Return the claim that an assessing *body* makes of its passage, in these *words*."""
    told = {name: body.content.get(term) for name, term in CLAIM_TERMS.items()}
    if not all(value is None or isinstance(value, str) for value in told.values()):
        raise BodyError("what it tells of a claim is no text")
    given = {name: value for name, value in told.items() if value is not None}
    if words in CLAIM_STATUSES:
        return Claim(words, **given)
    return Claim(**{"verdict": words} | given)


def _link(body: _Body) -> Link:
    """Return the link that a *body* is."""
    iri = iri_in(body.content)
    iri = body.content.get("value") if iri is None else iri
    if iri is None:
        raise BodyError("one of its bodies has neither a value nor a source")
    relation, note = body.content.get(RELATION), body.content.get(LINK_NOTE)
    return Link(
        to=named_by(iri),
        rel=relation if isinstance(relation, str) and relation in RELATIONS else "context",
        note=note if isinstance(note, str) else "",
    )
