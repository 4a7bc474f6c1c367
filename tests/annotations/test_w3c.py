"""Marks come back from Web Annotations as they were, and foreign ones come in."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Mark, Part, from_w3c
from reader.annotations.w3c_terms import CONTEXT_IRI
from tests.annotations.web_annotations import (
    ID,
    MARK,
    MARKS,
    OTHER,
    PAGE,
    listed,
    selectors,
    written,
)


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


def test_the_passage_of_a_mark_is_told_in_the_words_of_the_model() -> None:
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


def test_what_is_said_of_a_mark_is_told_in_the_words_of_the_model() -> None:
    assert written(MARK)["body"] == [
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
