"""Marks as the file that the client of Hypothesis writes and imports."""

import json
from collections.abc import Sequence
from typing import Any

from reader.annotations import Mark
from reader.annotations.threads import answered
from reader.export.code_units import units_before
from reader.export.material import Material

_USER = "acct:newsmargin@localhost"
_GROUP = "__world__"


def render_hypothesis(material: Sequence[Material]) -> str:
    """Return the marks of *material* as an export of Hypothesis.

    It is dated as its youngest annotation, so that an export in which nothing changed is the same
    to the letter.
    """
    annotations = [
        annotation
        for one in material
        for annotation in _annotations(one, {mark.id: mark for mark in one.marks})
    ]
    body = {
        "export_date": max((each["updated"] for each in annotations), default=""),
        "export_userid": _USER,
        "client_version": "newsmargin",
        "annotations": annotations,
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _annotations(material: Material, marks: dict[str, Mark]) -> list[dict[str, Any]]:
    """Return the annotations of one article."""
    return [
        {
            "id": mark.id,
            "created": mark.created,
            "updated": mark.updated or mark.created,
            "user": _USER,
            "uri": _uri(material),
            "text": mark.note,
            "tags": list(mark.tags),
            "group": _GROUP,
            "permissions": {
                "read": [_USER],
                "admin": [_USER],
                "update": [_USER],
                "delete": [_USER],
            },
            "target": [_target(material, mark)],
            "document": {"title": [material.title]},
        }
        | _references(mark, marks)
        for mark in material.marks
    ]


def _uri(material: Material) -> str:
    """Return the address by which Hypothesis knows the article."""
    return material.url or f"urn:newsmargin:article:{material.article_id}"


def _references(mark: Mark, marks: dict[str, Mark]) -> dict[str, list[str]]:
    """Return which annotations *mark* answers, the first of the thread first."""
    if not mark.reply_to:
        return {}
    known = [each.id for each in answered(mark, marks)][::-1]
    return {"references": known or [mark.reply_to]}


def _target(material: Material, mark: Mark) -> dict[str, Any]:
    """Return the passage of *mark*, by its words and its place in the version on show."""
    target: dict[str, Any] = {"source": _uri(material)}
    if not mark.quote or mark.reply_to:
        return target
    quote = {"exact": mark.quote, "prefix": mark.prefix, "suffix": mark.suffix}
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector"} | quote]
    start, end = mark.anchor.start, mark.anchor.end
    if material.article is not None and start is not None and end is not None:
        text = material.article.text
        place = {"start": units_before(text, start), "end": units_before(text, end)}
        selectors.append({"type": "TextPositionSelector"} | place)
    return target | {"selector": selectors}
