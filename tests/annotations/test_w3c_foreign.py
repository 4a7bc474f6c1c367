"""Annotations of other programs become marks, or are refused in plain words."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Claim, Link, Part, from_w3c, to_w3c
from reader.annotations.w3c_terms import CONTEXT_IRI
from reader.errors import ReaderError
from tests.annotations.web_annotations import JSON, MARK, PAGE, foreign, written


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
