"""Candidates are found wherever a quote may be."""

from reader.annotations.brackets import between_own_ends, bracketed
from reader.annotations.candidates import alike, verbatim
from reader.annotations.evidence import Candidate, target_of
from reader.annotations.projection import Projection, project
from tests.annotations.stories import BUSES, COSTS, LEAD, LORRIES, QUOTE, WEATHER


def passages(page: Projection, candidates: list[Candidate]) -> list[str]:
    """Return what each candidate reads."""
    return [page.text[candidate.start : candidate.end].strip() for candidate in candidates]


def test_every_place_that_reads_alike_is_a_candidate() -> None:
    one, other = COSTS.replace("eastern", "western"), COSTS.replace("alone", "by itself")
    page = project("\n\n".join([one, *[WEATHER, BUSES, LORRIES] * 4, other]))
    found = alike(page, target_of(COSTS, "", "", None))
    assert passages(page, found) == [one, other]


def test_words_that_stand_everywhere_are_no_seeds() -> None:
    page = project(" ".join(["council"] * 60))
    assert alike(page, target_of("The council council voted.", "", "", None)) == []


def test_a_quote_of_short_words_is_sought_by_those() -> None:
    page = project("It is as big as it is. He can go on up to it.")
    found = alike(page, target_of("He can go up to it.", "", "", None))
    assert "He can go on up to it." in passages(page, found)


def test_a_bracket_is_shrunk_to_the_words_of_the_quote() -> None:
    quote = "The old terminal (of wood) served for ninety years"
    page = project(f'{LEAD} He wrote: "The terminal (all of wood) has served them". {QUOTE}')
    target = target_of(quote, f"{LEAD} ", f" {QUOTE}", None)
    assert passages(page, bracketed(page, target)) == [
        '"The terminal (all of wood) has served them".'
    ]


def test_a_bracket_that_holds_other_words_is_no_candidate() -> None:
    page = project(f"{LEAD} {WEATHER} {QUOTE}")
    assert bracketed(page, target_of(COSTS, f"{LEAD} ", f" {QUOTE}", None)) == []


def test_a_bracket_needs_both_sides_and_a_size_that_fits() -> None:
    page = project(f"{LEAD} {QUOTE}")
    assert bracketed(page, target_of(COSTS, f"{LEAD} ", "", None)) == []
    assert bracketed(page, target_of(COSTS, f"{LEAD} ", f" {QUOTE}", None)) == []
    assert bracketed(page, target_of(COSTS, "gone are the words", "and these", None)) == []


def test_a_quote_is_found_between_its_own_ends() -> None:
    middle = COSTS.replace("pier alone would cost", "pier, by one count of two, is to cost")
    page = project(f"{WEATHER} {middle} {WEATHER}")
    assert passages(page, between_own_ends(page, target_of(COSTS, "", "", None))) == [middle]


def test_a_start_without_its_end_is_no_candidate() -> None:
    page = project(f"{COSTS[:40]} {WEATHER}")
    assert between_own_ends(page, target_of(COSTS, "", "", None)) == []
    assert between_own_ends(page, target_of("too short", "", "", None)) == []


def test_word_for_word_means_whole_words_for_a_short_quote() -> None:
    page = project("art, party, art")
    assert len(verbatim(page, target_of("art", "", "", None))) == 2
    assert len(verbatim(project("北京市"), target_of("京", "", "", None))) == 1
