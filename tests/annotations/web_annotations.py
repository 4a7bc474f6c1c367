"""Marks and annotations of every form, for the tests of Web Annotations."""

import json
from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st

from reader.annotations import Anchor, Claim, Link, Mark, Part, to_w3c
from reader.annotations.model import CLAIM_STATUSES, LABELS, RELATIONS
from reader.annotations.w3c_terms import CONTEXT_IRI

ID = "01jez7r4v0q8a"
OTHER = "01jez7r4v0q8b"
PAGE = "https://example.org/ferry"

WORDS = st.text(max_size=12)
IDS = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=13, max_size=13)
OFFSETS = st.none() | st.integers(0, 10**6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
PLACES = st.builds(
    Anchor,
    st.sampled_from(["exact", "moved", "edited", "ambiguous", "orphan", "unplaced"]),
    OFFSETS,
    OFFSETS,
    st.floats(0, 1),
    st.booleans(),
)
FIELDS = {spec.name for spec in fields(Mark)}
MARKS = st.builds(
    Mark,
    id=IDS,
    article=st.from_regex(r"[A-Za-z0-9._-]{1,64}", fullmatch=True),
    quote=WORDS,
    kind=st.sampled_from(["highlight", "claim", "note"]),
    version=st.none() | WORDS,
    prefix=WORDS,
    suffix=WORDS,
    start=OFFSETS,
    end=OFFSETS,
    section=st.none() | WORDS,
    parts=st.lists(st.builds(Part, WORDS, WORDS, WORDS, OFFSETS, OFFSETS), max_size=2).map(tuple),
    note=WORDS,
    label=st.none() | st.sampled_from(LABELS) | WORDS,
    color=st.none() | st.sampled_from(["yellow", ""]),
    tags=st.lists(WORDS | st.sampled_from(LABELS), max_size=2).map(tuple),
    claim=st.none()
    | st.builds(
        Claim,
        st.sampled_from(CLAIM_STATUSES) | WORDS,
        WORDS,
        st.none() | WORDS,
        st.none() | WORDS,
        st.none() | WORDS,
    ),
    links=st.lists(
        st.builds(
            Link,
            IDS | WORDS | IDS.map("urn:newsmargin:mark:".__add__),
            st.sampled_from(RELATIONS) | WORDS,
            WORDS,
        ),
        max_size=2,
    ).map(tuple),
    reply_to=st.none() | IDS | WORDS,
    anchor=PLACES | st.builds(replace, PLACES, parts=st.tuples(PLACES)),
    created=WORDS,
    updated=WORDS,
    deleted=st.booleans(),
    origin=st.none() | st.dictionaries(WORDS, JSON, max_size=2),
    sum=st.none() | WORDS,
    more=st.dictionaries(
        (WORDS | st.just("w3c")).filter(lambda name: name not in FIELDS),
        JSON
        | st.dictionaries(st.sampled_from(["@context", "creator", "id", "newsmargin:mark"]), JSON),
        max_size=2,
    ),
)

MARK = Mark(
    id=ID,
    article="saltby-1",
    quote="the eastern pier",
    kind="claim",
    version="a" * 64,
    prefix="Repairs to ",
    suffix=" alone",
    start=96,
    end=112,
    section="What it costs",
    note="Ask *Maren*.",
    label="doubt",
    color="yellow",
    tags=("ferry", "cost"),
    claim=Claim("disputed", "The figure is from May.", "Maren Holt", "statistic", "high"),
    links=(Link(OTHER, "contradicts", "see"), Link("https://example.org/report.pdf", "source")),
    created="2026-01-01T10:00:00.000Z",
    updated="2026-01-02T10:00:00.000Z",
    more={"earlier": [{"quote": "the pier"}]},
)


def written(mark: Mark, **given: Any) -> dict[str, Any]:
    """Return the annotation of *mark* as another program reads it from a file."""
    annotation = json.loads(json.dumps(to_w3c(mark, **given)))
    assert isinstance(annotation, dict)
    return annotation


def foreign(**given: Any) -> dict[str, Any]:
    """Return an annotation of another program, with a target."""
    quote = {"type": "TextQuoteSelector", "exact": "the eastern pier", "prefix": "to "}
    target = {"source": PAGE, "selector": quote}
    return {"@context": CONTEXT_IRI, "type": "Annotation", "target": target} | given


def listed(value: Any) -> list[Any]:
    """Return *value* as a list, as JSON-LD means it."""
    return value if isinstance(value, list) else [value]


def selectors(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all selectors of *annotation*."""
    targets = [one for one in listed(annotation["target"]) if isinstance(one, dict)]
    return [selector for one in targets for selector in one.get("selector", [])]
