"""Acronyms and what they stand for."""

import pytest

from reader.facts.acronyms import acronym_facts, find_acronyms
from reader.facts.reading import read


def explained(text: str) -> list[tuple[str, str]]:
    return [(acronym.short, acronym.long) for acronym in find_acronyms(read(text))]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("A Free Trade Agreement (FTA) came.", "FTA", "Free Trade Agreement"),
        ("The Nordic Trade Council (the NTC) met.", "", ""),
        ("The Nordic Trade Council (“NTC”) met.", "NTC", "Nordic Trade Council"),
        ("Its gross domestic product (GDP; yearly) grew.", "GDP", "gross domestic product"),
        ("The COMPACT (Common Port Act) came.", "", ""),
        ("The NTC (Nordic Trade Council) met.", "NTC", "Nordic Trade Council"),
        (
            "Two non-governmental organisations (NGOs) left.",
            "NGOs",
            "non-governmental organisations",
        ),
        ("It rained (AND it snowed a lot).", "", ""),
        ("Ada Lund (R) left.", "", ""),
        ("At 5 Coordinated Port Time (CTP) it met.", "CTP", "Coordinated Port Time"),
        ("At 5 CTP (Coordinated Port Time) it met.", "CTP", "Coordinated Port Time"),
        ("The Port Council (CP) met.", "", ""),
        ("It works. Some Nordic Trade Council (NTC) met.", "NTC", "Nordic Trade Council"),
    ],
)
def test_letters_in_order_explain_an_acronym(text: str, short: str, long: str) -> None:
    assert explained(text) == ([(short, long)] if short else [])


def test_an_explanation_never_crosses_a_paragraph() -> None:
    assert explained("They saw Free\n\nTrade Agreement (FTA) talks.") == []


def test_the_fact_tells_where_both_forms_stand() -> None:
    text = "A Free Trade Agreement (FTA) came."
    reading = read(text)
    [fact] = acronym_facts(reading, find_acronyms(reading))
    assert fact.text == "FTA"
    start, end = fact.details["exp_start"], fact.details["exp_end"]
    assert text[start:end] == fact.value == "Free Trade Agreement"
