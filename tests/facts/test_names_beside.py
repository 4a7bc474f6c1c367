"""Names told from peoples, clubs, animals, streets and short forms beside them."""

import pytest

from reader.facts import Fact, extract_facts

NAMES = {"person", "org", "place", "event", "work"}


def names(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(text) if fact.kind in NAMES]


def found(text: str) -> list[tuple[str, str, object]]:
    return [(fact.kind, fact.text, fact.value) for fact in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was led by Argentine Abel Lundgren again.", ("person", "Abel Lundgren")),
        ("Full-back Matthew Lundgren tired.", ("person", "Matthew Lundgren")),
        ("Major-General Ada Lund told reporters so.", ("person", "Ada Lund")),
        ("A report in the newspaper Jornal do Cais hurt him.", ("org", "Jornal do Cais")),
        ("They sang at the Teatro dei Satiri once.", ("org", "Teatro dei Satiri")),
        ("They rowed through the Okanda River Gorge.", ("place", "Okanda River Gorge")),
        ("She lives on Marine Parade with a cat.", ("place", "Marine Parade")),
        ("The Larch Fire burned 400 acres.", ("event", "Larch Fire")),
        ("A ferry sank off Brannoy on its way.", ("place", "Brannoy")),
        ("Rain fell in southern Okandar all day.", ("place", "Okandar")),
        ("The firm, based in Brannoy, grew.", ("place", "Brannoy")),
        ("A spokesman for Brannoy denied it.", ("org", "Brannoy")),
        ("Analysts at Brannoy expect more.", ("org", "Brannoy")),
        ("It borders the borough of Southmere there.", ("place", "Southmere")),
        ("He backs the British Red Cross there.", ("org", "British Red Cross")),
        (
            "It is the Moss Independent School District.",
            ("org", "Moss Independent School District"),
        ),
    ],
)
def test_the_words_of_a_name_and_those_beside_it_tell_one_kind(
    text: str, expected: tuple[str, str]
) -> None:
    assert [(fact.kind, fact.text) for fact in names(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "What do Americans do best? Russians do Chess.",
        "She left with her cat, Biscoito, and a bag.",
        "The trial, called HARBOUR-2, was stopped early.",
    ],
)
def test_a_verb_an_animal_and_a_code_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_club_called_after_a_town_is_a_club_with_its_short_name_too() -> None:
    text = (
        "Hartwell Town host Marske United in the league on Sunday. The striker scored both goals"
        " for Hartwell last season."
    )
    assert [(fact.kind, fact.value) for fact in names(text)] == [
        ("org", "Hartwell Town"),
        ("org", "Marske United"),
        ("org", "Hartwell Town"),
    ]


def test_a_name_of_which_nothing_is_known_is_not_sure() -> None:
    (name,) = names("They bought Brannoyan last year.")
    assert (name.kind, name.confidence) == ("org", 0.4)


def test_an_acronym_that_is_spelt_like_a_place_is_none() -> None:
    text = (
        "The wide optical spectrometer for samples (MOSS) flew twice. It is said that MOSS works."
    )
    assert [fact.text for fact in names(text) if fact.kind in {"place", "person"}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The photo by NASA Bill Lundgren is old.", [("org", "NASA"), ("person", "Bill Lundgren")]),
        ("They posed with the Chicago Fire actor.", [("org", "Chicago Fire")]),
        ("The Lund campaign said so.", [("person", "Lund")]),
        ("Many Californians and Queenslanders left.", []),
        ("What sets YOUR soul on fire is an API and a GP.", []),
        ("Large language models (LLMs) err. An LLM errs.", []),
        ("He is at Facebook Messenger again.", [("org", "Facebook Messenger")]),
        ("She lives in the Bay Area now.", [("place", "Bay Area")]),
        (
            "The Institute of Clerks in England and Wales (ICEW) met.",
            [
                ("org", "Institute of Clerks"),
                ("place", "England"),
                ("place", "Wales"),
                ("org", "ICEW"),
            ],
        ),
        (
            "The mayor is of Movimento 5 Stelle (M5S) there.",
            [("org", "Movimento 5 Stelle"), ("org", "M5S")],
        ),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(fact.kind, fact.text) for fact in names(text)] == expected
