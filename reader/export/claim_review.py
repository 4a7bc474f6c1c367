"""Claims as schema.org's ClaimReview, which search engines and archives of fact checks read."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.annotations import Claim, Mark
from reader.export.material import Material

_RATINGS = {"supported": 5, "disputed": 3, "misleading": 2, "false": 1}
"""On a scale from 1, false, to 5, true; what is none of these was not rated."""


def render_claim_reviews(material: Sequence[Material]) -> str:
    """Return a JSON-LD document of those claims of *material* whose check has an outcome.

    A claim that is unchecked or being checked was not reviewed yet, and is left out.
    """
    graph = [review for one in material for review in _reviews(one)]
    body = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _reviews(material: Material) -> Iterator[dict[str, Any]]:
    """Yield the reviews of one article's claims."""
    for mark in material.marks:
        claim = mark.claim
        if claim is not None and mark.quote and claim.status not in ("unchecked", "checking"):
            yield _review(material, mark, claim)


def _review(material: Material, mark: Mark, claim: Claim) -> dict[str, Any]:
    """Return the review of one *claim*."""
    sources = [link.to for link in mark.links if "://" in link.to]
    day = (mark.updated or mark.created)[:10]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:newsmargin:mark:{mark.id}",
        "url": f"reader://open/{mark.article}#{mark.id}",
        **({"datePublished": day} if day else {}),
        "claimReviewed": mark.quote,
        "reviewRating": _rating(claim),
        "itemReviewed": _claim(material, claim),
        "author": {"@type": "Organization", "name": "Newsmargin"},
        **({"reviewBody": mark.note} if mark.note else {}),
        **({"citation": sources} if sources else {}),
    }


def _rating(claim: Claim) -> dict[str, Any]:
    """Return how the check of *claim* ended, in words and on a scale where there is one."""
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": claim.status.capitalize()}
    if claim.status in _RATINGS:
        scale = {"ratingValue": _RATINGS[claim.status], "bestRating": 5, "worstRating": 1}
        rating |= scale
    return rating | ({"ratingExplanation": claim.verdict} if claim.verdict else {})


def _claim(material: Material, claim: Claim) -> dict[str, Any]:
    """Return what was claimed where, and by whom as far as that is known."""
    appearance: dict[str, Any] = {"@type": "NewsArticle", "headline": material.title}
    article = material.article
    if material.url:
        appearance["url"] = material.url
    if article is not None and article.published:
        appearance["datePublished"] = article.published
    if article is not None and article.publisher:
        appearance["publisher"] = {"@type": "Organization", "name": article.publisher}
    speaker = {"author": {"@type": "Person", "name": claim.speaker}} if claim.speaker else {}
    return {"@type": "Claim", "appearance": appearance} | speaker
