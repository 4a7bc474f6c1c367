"""Candidates are found wherever a quote may be."""

from reader.annotations.brackets import bracketed
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


MIDDLE = COSTS.replace("pier alone would cost", "pier, by one count of two, is to cost")


def test_a_quote_is_found_between_its_own_ends() -> None:
    page = project(f"{WEATHER} {MIDDLE} {WEATHER}")
    assert passages(page, bracketed(page, target_of(COSTS, "", "", None))) == [MIDDLE]


def test_a_quote_is_found_between_its_context_and_its_own_end() -> None:
    head, tail = f"{LEAD} Mending{MIDDLE[7:]}", f"{MIDDLE[:-10]}put by. {QUOTE}"
    first = bracketed(project(head), target_of(COSTS, f"{LEAD} ", "gone are the words", None))
    assert passages(project(head), first) == [f"Mending{MIDDLE[7:]}"]
    last = bracketed(project(tail), target_of(COSTS, "gone are the words", f" {QUOTE}", None))
    assert passages(project(tail), last) == [f"{MIDDLE[:-10]}put by."]


def test_a_start_without_its_end_is_no_candidate() -> None:
    page = project(f"{COSTS[:40]} {WEATHER}")
    assert bracketed(page, target_of(COSTS, "", "", None)) == []
    assert bracketed(page, target_of("too short", "", "", None)) == []


def test_a_bracket_leaves_out_sentences_put_before_or_after() -> None:
    quote = "Then the ferry was sold to a yard in the north."
    now = "Then ferry has been sold to a yard up north."
    extra = "The council met on Monday and the mayor was there with all of the port's staff."
    page = project(f"{LEAD} {extra} {now} {extra} {QUOTE}")
    found = bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None))
    assert passages(page, found) == [now]


def test_the_quotes_own_marks_at_its_ends_are_taken_in() -> None:
    quote = "+++ the ferry was sold to a yard in the north 🎉"
    now = "+++ the ferry has been sold to a yard up north 🎉"
    page = project(f"{LEAD} It is so. {now} Nobody knows. {QUOTE}")
    found = bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None))
    assert passages(page, found) == [now]


def test_a_word_of_the_quote_that_stands_far_off_is_left_out() -> None:
    quote = "Then the ferry was sold to a yard in the north"
    now = "Then the ferry was sold to a yard whose owner let her rot for want of buyers"
    page = project(f"{LEAD} {now}, as happens up north more often. {QUOTE}")
    found = passages(page, bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None)))
    assert found
    assert not any("north" in passage for passage in found)


def test_words_that_were_replaced_are_sought_in_the_quotes_own_sentence() -> None:
    quote = "Nobody knows why the ferry was sold to a yard in the northern isles."
    now = "Last May the ferry was sold to a yard in Holm."
    page = project(f"{LEAD} It is so. {now} She was old by then, they say. {QUOTE}")
    found = bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None))
    assert passages(page, found) == [now]


def test_sentences_that_were_replaced_are_sought_beyond_the_one_that_stands() -> None:
    quote = "It is odd. The ferry was sold to a yard in the north. Few mourn."
    now = "Why so? The ferry was sold to a yard in the north. Some do."
    page = project(f"{LEAD} {now} {QUOTE}")
    found = bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None))
    assert passages(page, found) == [now]


def test_the_last_word_of_a_bracket_is_the_quotes_however_much_came_between() -> None:
    quote = "The ferry sailed daily"
    now = "The ferry sailed, as its master never tired of telling the guests he had aboard, daily"
    page = project(f"{LEAD} {now} {QUOTE}")
    assert passages(page, bracketed(page, target_of(quote, f"{LEAD} ", f" {QUOTE}", None))) == [now]


def test_word_for_word_means_whole_words_for_a_short_quote() -> None:
    page = project("art, party, art")
    assert len(verbatim(page, target_of("art", "", "", None))) == 2
    assert len(verbatim(project("北京市"), target_of("京", "", "", None))) == 1
