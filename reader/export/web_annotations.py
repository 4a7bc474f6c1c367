"""Marks as a collection of the W3C's Web Annotations."""

import hashlib
import json
from collections.abc import Sequence

from reader.annotations import to_w3c
from reader.annotations.w3c_terms import CONTEXT_IRI
from reader.export.material import Material


def render_w3c(material: Sequence[Material]) -> str:
    """Return the marks of *material* as one annotation collection, its only page within it."""
    items = [to_w3c(mark, source=one.url or None) for one in material for mark in one.marks]
    digest = hashlib.blake2s("\n".join(item["id"] for item in items).encode(), digest_size=8)
    name = f"urn:newsmargin:collection:{digest.hexdigest()}"
    collection = {
        "@context": CONTEXT_IRI,
        "id": name,
        "type": "AnnotationCollection",
        "label": material[0].title if len(material) == 1 else "Newsmargin",
        "total": len(items),
        "first": {
            "id": f"{name}:page",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"
