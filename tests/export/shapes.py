"""The shapes that readers of other programs' formats insist on, as those publish them.

A shape is a type, a tuple of allowed values, a pattern, a list of one shape, or a mapping from
names to shapes; a name that ends in ``?`` may be left out, and names that are not there may not be.
"""

import re
from collections.abc import Mapping
from typing import Any

Shape = Any

IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\S+)?)?)?")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
SOME = re.compile(r"(?s).*\S.*")

HYPOTHESIS_QUOTE = {
    "type": ("TextQuoteSelector",),
    "exact": SOME,
    "prefix": str,
    "suffix": str,
}
HYPOTHESIS_PLACE = {"type": ("TextPositionSelector",), "start": int, "end": int}
HYPOTHESIS = {
    "export_date": str,
    "export_userid": re.compile(r"acct:[^@\s]+@\S+"),
    "client_version": str,
    "annotations": [
        {
            "id": re.compile(r"[A-Za-z0-9_-]+"),
            "created": INSTANT,
            "updated": INSTANT,
            "user": re.compile(r"acct:[^@\s]+@\S+"),
            "uri": IRI,
            "text": str,
            "tags": [SOME],
            "group": SOME,
            "permissions": {"read": [str], "admin": [str], "update": [str], "delete": [str]},
            "target": [{"source": IRI, "selector?": [(HYPOTHESIS_QUOTE, HYPOTHESIS_PLACE)]}],
            "document": {"title": [SOME]},
            "references?": [str],
        }
    ],
}
"""What its client writes and reads: annotations as its API gives them, in an envelope."""

CSL = [
    {
        "id": SOME,
        "type": ("article-newspaper", "article-journal", "webpage"),
        "title": SOME,
        "author?": [{"literal": SOME}],
        "container-title?": SOME,
        "issued?": {"date-parts": [[int]]},
        "URL?": re.compile(r"https?://\S+"),
        "language?": str,
        "abstract?": str,
        "keyword?": str,
    }
]
"""Of its schema the fields that we write."""

RATING = {
    "@type": ("Rating",),
    "alternateName": SOME,
    "ratingValue?": (1, 2, 3, 4, 5),
    "bestRating?": (5,),
    "worstRating?": (1,),
    "ratingExplanation?": str,
}
NAMED = {"@type": ("Organization", "Person"), "name": SOME}
CLAIM_REVIEW = {
    "@context": ("https://schema.org",),
    "@graph": [
        {
            "@type": ("ClaimReview",),
            "@id": IRI,
            "url": IRI,
            "datePublished?": DAY,
            "claimReviewed": SOME,
            "reviewRating": RATING,
            "itemReviewed": {
                "@type": ("Claim",),
                "author?": NAMED,
                "appearance": {
                    "@type": ("NewsArticle",),
                    "headline": SOME,
                    "url?": re.compile(r"https?://\S+"),
                    "datePublished?": DAY,
                    "publisher?": NAMED,
                },
            },
            "author": NAMED,
            "reviewBody?": SOME,
            "citation?": [IRI],
        }
    ],
}
"""Of schema.org's ClaimReview what its readers ask for, and what we add."""


def misfit(value: Any, shape: Shape, place: str = "") -> str:
    """Return where *value* has not the *shape*, and what stands there; empty when it has."""
    if isinstance(shape, list):
        items = value if isinstance(value, list) else [_Missing()]
        told = (misfit(item, shape[0], f"{place}[{at}]") for at, item in enumerate(items))
        return next(filter(None, told), "")
    if isinstance(shape, Mapping):
        return _misfit_of_fields(value, shape, place)
    return "" if _is(value, shape) else f"{place}: {value!r}"


def _misfit_of_fields(value: Any, shape: Mapping[str, Shape], place: str) -> str:
    """Return where the fields of *value* are not those of *shape*."""
    if not isinstance(value, dict):
        return f"{place}: {value!r}"
    known = {name.removesuffix("?"): (name.endswith("?"), each) for name, each in shape.items()}
    if odd := set(value) - set(known):
        return f"{place}: has {odd}"
    for name, (is_optional, each) in known.items():
        if name in value:
            if told := misfit(value[name], each, f"{place}.{name}"):
                return told
        elif not is_optional:
            return f"{place}: lacks {name}"
    return ""


def _is(value: Any, shape: Shape) -> bool:
    """Tell whether a plain *value* has the *shape*."""
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.fullmatch(value) is not None
    if isinstance(shape, tuple):
        return any(
            not misfit(value, each) if isinstance(each, Mapping) else value == each
            for each in shape
        )
    return type(value) is shape


class _Missing:
    """Stands for a list that is none."""
