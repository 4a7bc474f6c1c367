"""Marks come back from Web Annotations as they were, and foreign ones come in."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Anchor, Claim, Link, Mark, Part, from_w3c, to_w3c
from reader.annotations.model import CLAIM_STATUSES, LABELS, RELATIONS
from reader.annotations.w3c_terms import CONTEXT_IRI
from reader.errors import ReaderError

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


@given(MARKS, st.none() | st.just(PAGE))
def test_every_mark_comes_back_as_it_was(mark: Mark, source: str | None) -> None:
    assert from_w3c(written(mark, source=source)) == mark


@given(MARKS, st.none() | st.just(PAGE))
def test_every_annotation_keeps_the_rules_of_the_model(mark: Mark, source: str | None) -> None:
    annotation = written(mark, source=source)
    assert annotation["@context"][0] == CONTEXT_IRI
    assert annotation["type"] == "Annotation"
    assert annotation["id"] == f"urn:newsmargin:mark:{mark.id}"
    assert annotation["target"]
    for target in listed(annotation["target"]):
        assert isinstance(target, str) or (
            target["type"] == "SpecificResource" and target["source"]
        )
    for selector in selectors(annotation):
        if selector["type"] == "TextPositionSelector":
            assert {"type", "start", "end"} == selector.keys()
        else:
            assert {"type", "exact", "prefix", "suffix"} == selector.keys()
    for body in annotation["body"]:
        assert body["type"] in ("TextualBody", "SpecificResource")
        assert isinstance(body["purpose"], str)
        assert isinstance(body["value" if body["type"] == "TextualBody" else "source"], str)


def listed(value: Any) -> list[Any]:
    """Return *value* as a list, as JSON-LD means it."""
    return value if isinstance(value, list) else [value]


def selectors(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all selectors of *annotation*."""
    targets = [one for one in listed(annotation["target"]) if isinstance(one, dict)]
    return [selector for one in targets for selector in one.get("selector", [])]


def test_a_mark_is_told_in_the_words_of_the_model() -> None:
    annotation = written(MARK, source=PAGE)
    assert annotation["motivation"] == "assessing"
    assert annotation["created"] == "2026-01-01T10:00:00.000Z"
    assert annotation["modified"] == "2026-01-02T10:00:00.000Z"
    assert annotation["target"] == {
        "type": "SpecificResource",
        "source": PAGE,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "the eastern pier",
                "prefix": "Repairs to ",
                "suffix": " alone",
            },
            {"type": "TextPositionSelector", "start": 96, "end": 112},
        ],
        "styleClass": "yellow",
    }
    assert annotation["body"] == [
        {
            "type": "TextualBody",
            "value": "Ask *Maren*.",
            "purpose": "commenting",
            "format": "text/markdown",
        },
        {"type": "TextualBody", "value": "doubt", "purpose": "classifying"},
        {"type": "TextualBody", "value": "ferry", "purpose": "tagging"},
        {"type": "TextualBody", "value": "cost", "purpose": "tagging"},
        {
            "type": "TextualBody",
            "value": "disputed",
            "purpose": "assessing",
            "newsmargin:verdict": "The figure is from May.",
            "newsmargin:speaker": "Maren Holt",
            "newsmargin:claimType": "statistic",
            "newsmargin:priority": "high",
        },
        {
            "type": "SpecificResource",
            "source": f"urn:newsmargin:mark:{OTHER}",
            "purpose": "linking",
            "newsmargin:rel": "contradicts",
            "newsmargin:note": "see",
        },
        {
            "type": "SpecificResource",
            "source": "https://example.org/report.pdf",
            "purpose": "linking",
            "newsmargin:rel": "source",
        },
    ]


def test_only_what_the_model_has_no_word_for_is_told_in_our_own() -> None:
    annotation = written(MARK)
    assert annotation["newsmargin:mark"] == {
        "version": "a" * 64,
        "section": "What it costs",
        "earlier": [{"quote": "the pier"}],
    }
    assert annotation["@context"][-1]["newsmargin"].startswith("urn:")
    assert "newsmargin:mark" not in written(Mark(ID, "saltby-1", "the pier", start=1, end=9))


def test_parts_are_further_targets() -> None:
    mark = replace(MARK, parts=(Part("a ferry", "", "", 3, 10), Part("spring")))
    first, second, third = written(mark)["target"]
    assert (
        first["source"] == second["source"] == third["source"] == "urn:newsmargin:article:saltby-1"
    )
    assert [one["selector"][0]["exact"] for one in (first, second, third)] == [
        "the eastern pier",
        "a ferry",
        "spring",
    ]
    assert "parts" not in written(mark)["newsmargin:mark"]


def test_a_reply_is_about_the_annotation_that_it_answers() -> None:
    reply = Mark(ID, "saltby-1", kind="note", note="No.", reply_to=OTHER)
    assert written(reply)["motivation"] == "replying"
    assert written(reply)["target"] == f"urn:newsmargin:mark:{OTHER}"
    quoting = replace(reply, kind="highlight", quote="the pier")
    assert written(quoting)["motivation"] == ["highlighting", "replying"]
    assert written(quoting)["target"][1]["source"] == "urn:newsmargin:article:saltby-1"


def test_a_note_on_the_whole_article_has_no_selector() -> None:
    note = written(Mark(ID, "saltby-1", kind="note", note="Slow."), source=PAGE)
    assert note["motivation"] == "commenting"
    assert note["target"] == {"type": "SpecificResource", "source": PAGE}


def test_a_foreign_annotation_gets_an_id_and_keeps_its_own() -> None:
    mark = from_w3c(foreign(id="https://example.org/notes/7"), article="saltby-1")
    assert len(mark.id) == 13
    assert mark.origin == {"app": "w3c", "id": "https://example.org/notes/7"}
    assert (mark.article, mark.kind) == ("saltby-1", "highlight")
    assert (mark.quote, mark.prefix, mark.suffix) == ("the eastern pier", "to ", "")


def test_an_annotation_without_an_id_gets_one_each_time() -> None:
    assert from_w3c(foreign()).id != from_w3c(foreign()).id
    assert from_w3c(foreign()).origin is None
    assert from_w3c(foreign()).article == ""


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ({"body": "A plain remark."}, "note", "A plain remark."),
        ({"bodyValue": "A plain remark."}, "note", "A plain remark."),
        ({"body": {"type": "TextualBody", "value": "Look."}}, "note", "Look."),
        ({"body": [{"value": "One."}, {"value": "Two."}]}, "note", "One.\n\nTwo."),
        ({"body": {"type": "Choice", "items": [{"value": "One."}]}}, "note", "One."),
        ({"body": {"value": "ferry", "purpose": "tagging"}}, "tags", ("ferry",)),
        ({"body": {"value": "ferry", "purpose": ["tagging"]}}, "tags", ("ferry",)),
        ({"body": {"value": "ferry"}, "motivation": "tagging"}, "tags", ("ferry",)),
        ({"body": {"value": "doubt", "purpose": "classifying"}}, "label", "doubt"),
        ({"body": {"value": "silly", "purpose": "classifying"}}, "tags", ("silly",)),
        ({"body": "https://example.org/b"}, "links", (Link("https://example.org/b"),)),
        ({"body": {"id": "https://example.org/b"}}, "links", (Link("https://example.org/b"),)),
        ({"body": {"source": {"id": "urn:b"}}}, "links", (Link("urn:b"),)),
        ({"body": {"value": "urn:b", "purpose": "linking"}}, "links", (Link("urn:b"),)),
        ({"body": {"value": "See b.", "purpose": "linking"}}, "note", "See b."),
        ({"body": {"value": "No.", "purpose": "assessing"}}, "claim", Claim(verdict="No.")),
        ({"body": {"value": "false", "purpose": "assessing"}}, "claim", Claim("false")),
        ({"motivation": "assessing"}, "claim", Claim()),
        ({"motivation": ["oa:highlighting", "assessing"]}, "kind", "claim"),
        ({"motivation": "commenting"}, "kind", "note"),
        ({"motivation": "bookmarking"}, "kind", "highlight"),
        ({"target": PAGE}, "kind", "note"),
        ({"target": {"id": PAGE, "styleClass": "red"}}, "color", "red"),
        ({"target": {"type": "List", "items": [{"source": PAGE}]}}, "quote", ""),
        ({"@type": "oa:Annotation", "type": None}, "quote", "the eastern pier"),
        ({"type": ["Annotation", "Other"]}, "quote", "the eastern pier"),
        ({"created": 7}, "created", ""),
        (
            {"target": ["https://example.org/a"], "motivation": "replying"},
            "reply_to",
            "https://example.org/a",
        ),
    ],
)
def test_what_other_programs_write_is_understood(
    body: dict[str, Any], field: str, value: object
) -> None:
    assert getattr(from_w3c(foreign(**body)), field) == value


QUOTE = {"type": "TextQuoteSelector", "exact": "pier"}
PLACE = {"type": "TextPositionSelector", "start": 4, "end": 8}


@pytest.mark.parametrize(
    ("selector", "part"),
    [
        (QUOTE, Part("pier")),
        ([PLACE, QUOTE], Part("pier", start=4, end=8)),
        (PLACE, Part("", start=4, end=8)),
        ({"type": "FragmentSelector", "value": "top", "refinedBy": QUOTE}, Part("pier")),
        ({"type": "CssSelector", "value": "p", "refinedBy": PLACE}, Part("")),
        ({"type": "CssSelector", "value": "p", "refinedBy": "urn:s"}, Part("")),
        ({**QUOTE, "exact": "the long pier", "refinedBy": QUOTE}, Part("pier")),
        (
            [{"type": "RangeSelector", "startSelector": PLACE, "endSelector": PLACE}, QUOTE],
            Part("pier"),
        ),
        (
            [QUOTE, {**QUOTE, "exact": "other"}, PLACE, {**PLACE, "start": 5}],
            Part("pier", start=4, end=8),
        ),
        ({"type": "Choice", "items": [QUOTE]}, Part("pier")),
        ({"@type": "oa:TextQuoteSelector", "exact": "pier", "prefix": None}, Part("pier")),
        ("urn:selector", Part("")),
    ],
)
def test_selectors_are_followed_to_words_and_offsets(selector: Any, part: Part) -> None:
    mark = from_w3c(foreign(target={"source": PAGE, "selector": selector}))
    assert Part(mark.quote, mark.prefix, mark.suffix, mark.start, mark.end) == part


def test_targets_of_one_page_are_parts_and_others_are_links() -> None:
    targets = [
        PAGE,
        {"source": PAGE, "selector": QUOTE},
        {"source": PAGE, "selector": {**QUOTE, "exact": "ferry"}},
        {"source": "https://example.org/b", "selector": QUOTE},
    ]
    mark = from_w3c(foreign(target=targets))
    assert mark.quote == "pier"
    assert mark.parts == (Part("ferry"),)
    assert mark.links == (Link("https://example.org/b"),)


def test_what_nobody_here_understands_is_written_back() -> None:
    own = {"mood": "https://example.org/mood"}
    annotation = foreign(
        **{"@context": [CONTEXT_IRI, own], "mood": "calm", "creator": {"id": "urn:m"}}
    )
    again = to_w3c(from_w3c(annotation))
    assert again["mood"] == "calm"
    assert again["creator"] == {"id": "urn:m"}
    assert own in again["@context"]
    assert "w3c" not in again.get("newsmargin:mark", {})


@pytest.mark.parametrize("kept", [7, {"target": PAGE}, {"@context": "urn:c", "mood": "calm"}])
def test_what_was_kept_never_takes_the_place_of_the_marks_own(kept: Any) -> None:
    mark = replace(MARK, more={"w3c": kept})
    assert written(mark)["newsmargin:mark"]["w3c"] == kept
    assert from_w3c(written(mark)) == mark


@pytest.mark.parametrize(
    ("annotation", "problem"),
    [
        (None, "no Web Annotation"),
        ([], "no Web Annotation"),
        ({"type": "AnnotationPage", "items": []}, "no Web Annotation"),
        ({"type": "Annotation"}, "no target"),
        (foreign(target=[]), "no target"),
        (foreign(target=7), "neither an IRI nor an object"),
        (foreign(target={"selector": QUOTE}), "names no source"),
        (foreign(target={"source": PAGE, "selector": {**QUOTE, "exact": 7}}), "exact"),
        (foreign(target={"source": PAGE, "selector": {**QUOTE, "suffix": 7}}), "text"),
        (foreign(target={"source": PAGE, "selector": {**PLACE, "start": 9}}), "a range"),
        (foreign(target={"source": PAGE, "selector": {**PLACE, "start": True}}), "a range"),
        (foreign(body=7), "neither text nor an object"),
        (foreign(body={"value": 7}), "is no text"),
        (foreign(body={}), "neither a value nor a source"),
        (foreign(body={"value": "x", "purpose": "assessing", "newsmargin:verdict": 7}), "no text"),
        (foreign(**{"newsmargin:mark": 7}), "holds no fields"),
        (foreign(**{"newsmargin:mark": {"deleted": 1}}), "“deleted”"),
        (foreign(**{"newsmargin:mark": {"anchor": {"status": "lost"}}}), "“anchor”"),
        (foreign(**{"newsmargin:mark": {"parts": [{}]}}), "“parts”"),
        (foreign(**{"newsmargin:mark": {"tags": "ferry"}}), "“tags”"),
        (foreign(**{"newsmargin:mark": {"anchor": {"score": True}}}), "“anchor”"),
    ],
)
def test_what_makes_no_mark_is_refused_in_plain_words(annotation: Any, problem: str) -> None:
    with pytest.raises(ReaderError, match=problem) as refusal:
        from_w3c(annotation)
    assert refusal.value.subject == "the annotation"
    assert refusal.value.remedy


def test_a_refusal_names_the_annotation() -> None:
    with pytest.raises(ReaderError, match=r"urn:a: it has no target"):
        from_w3c({"id": "urn:a", "type": "Annotation"})


@given(JSON | st.dictionaries(st.sampled_from(["type", "target", "body", "motivation"]), JSON))
def test_nothing_but_a_refusal_comes_of_nonsense(annotation: Any) -> None:
    try:
        mark = from_w3c(annotation)
    except ReaderError:
        return
    assert from_w3c(to_w3c(mark)) == mark
