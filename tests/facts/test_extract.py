"""All rules together: what holds for any text, and what must never be a fact."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.facts import Fact, extract_facts

PUBLISHED = date(2025, 12, 11)

PIECES = st.sampled_from(
    [
        "Ada Lund",
        "“We will pay",
        '"now" ',
        "”",
        "$6.3 billion",
        "8.58%",
        "in October",
        "\n\n",
        "\n",
        "the U.S. ",
        "said",
        "(FTA)",
        "Free Trade Agreement ",
        "٣٫٥",
        "１２％",
        "👩‍👩‍👧 ",
        "e\u0301",
        "\u202eabc\u202c",
        "\u2029",
        "\x00",
        "।",
        "。",
        "‘",
        "-",
        ", ",
        ". ",
        "India-US",
        "İ",
        "ß",
        "5 km",
        "two years ago",
        "9:30 p.m. ",
        "²",
        "L'",
        "Kanzler ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join)


def of_kind(facts: list[Fact], kind: str) -> list[str]:
    return [fact.text for fact in facts if fact.kind == kind]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_fact_is_verbatim_and_inside_one_paragraph(text: str) -> None:
    for fact in extract_facts(text, PUBLISHED):
        assert text[fact.start : fact.end] == fact.text != ""
        assert "\n\n" not in fact.text
        assert 0 <= fact.confidence <= 1
        for name in ("speaker", "exp"):
            start = fact.details.get(f"{name}_start")
            if start is not None:
                assert 0 <= start < fact.details[f"{name}_end"] <= len(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_what_a_claim_leads_to_are_facts_inside_it(text: str) -> None:
    facts = extract_facts(text, PUBLISHED, "en")
    places = {(fact.start, fact.end) for fact in facts}
    for claim in (fact for fact in facts if fact.kind == "claim"):
        for start, end in [*claim.details["figures"], *claim.details["names"]]:
            assert (start, end) in places
            assert claim.start <= start


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "fr", "hi", "zh-Hans", None]))
def test_facts_come_in_reading_order_in_any_language(text: str, language: str | None) -> None:
    starts = [fact.start for fact in extract_facts(text, None, language)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("text", "language"), [("Il dit que D'", "fr"), ("L'", "it")])
def test_a_text_that_ends_in_an_apostrophe_names_nobody(text: str, language: str) -> None:
    assert of_kind(extract_facts(text, PUBLISHED, language), "person") == []


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_day_that_no_article_was_published_on_counts_as_none(published: date) -> None:
    text = "It reopened two years before. The harbour was 9,000 years and two months old last week."
    assert extract_facts(text, published) == extract_facts(text, None)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "hello there", "It may rain. We can wait."])
def test_nothing_comes_of_nothing(text: str) -> None:
    facts = extract_facts(text, PUBLISHED)
    assert [fact for fact in facts if fact.kind != "claim"] == []


def test_words_that_only_look_like_facts_are_none() -> None:
    text = (
        "The PM may visit the 23rd session. Many read the will, and a sharp fall in May follows,"
        " he said. A 50% duty came. The S-400 stood by. Two cents of common sense helped."
    )
    facts = extract_facts(text, PUBLISHED)
    found = {(fact.kind, fact.text) for fact in facts if fact.kind != "claim"}
    assert ("date", "may") not in found
    assert not {text for kind, text in found if kind == "time"}
    assert not {text for _, text in found} & {"PM", "23rd", "will", "fall"}


def test_a_short_article_gives_every_kind_of_fact() -> None:
    text = (
        "Finance Minister Ada Lund said on Thursday that exports of Norway fell by 8.5 per cent to"
        " $6.3 billion in October. “We will rebuild the trade,” Lund said.\n\n"
        "The Nordic Trade Council (NTC) expects a Free Trade Agreement within two years. It ships"
        " 400 tonnes of salmon every week with its S-92 helicopters."
    )
    facts = extract_facts(text, PUBLISHED)
    kinds = {fact.kind for fact in facts}
    expected = {"person", "org", "place", "event", "work", "date", "duration", "set", "money"}
    assert kinds == expected | {"percent", "quantity", "quote", "acronym", "claim"}


def test_other_languages_keep_what_needs_no_english() -> None:
    text = (
        "De regering betaalt 6,5 procent meer, dus 12 % van €300 tot 2025-12-24. „Genoeg“,"
        " zei minister Weber maandag in Berlijn."
    )
    facts = extract_facts(text, PUBLISHED, "nl")
    assert of_kind(facts, "percent") == ["12 %"]
    assert of_kind(facts, "money") == ["€300"]
    assert of_kind(facts, "date") == ["2025-12-24"]
    assert of_kind(facts, "quote") == ["„Genoeg“"]
    assert not {fact.kind for fact in facts} & {"person", "org", "place", "event", "work"}


def test_text_in_another_script_gives_no_names() -> None:
    facts = extract_facts("总统说：“我们赢了。”比例为12%。Apple 公司表示。" * 3, PUBLISHED)
    assert {fact.kind for fact in facts} <= {"quote", "percent", "claim"}


def test_a_wrapped_line_does_not_hide_a_fact() -> None:
    text = "The ministry said the port would cost $6.3\nbillion and open on 11\nDecember 2027."
    facts = extract_facts(text, PUBLISHED)
    assert of_kind(facts, "money") == ["$6.3\nbillion"]
    assert of_kind(facts, "date") == ["11\nDecember 2027"]


def test_facts_can_be_written_as_json() -> None:
    text = "Ada Lund of the Nordic Trade Council (NTC) paid $5 for 3 km on Friday."
    for fact in extract_facts(text, PUBLISHED):
        assert json.loads(json.dumps(fact.as_dict()))["text"] == fact.text
