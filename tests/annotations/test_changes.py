"""What changed in a passage is told as a fact-checker would: this figure, that name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import changed_facts
from reader.annotations.facts_within import facts_in
from reader.annotations.projection import project

PASSAGES = st.lists(
    st.sampled_from(
        [
            "8.58",
            "8.6%",
            "$6.3 million",
            "two",
            "the fare",
            "to Maren",
            "Holt",
            "U.S.",
            "fell.",
            "—",
        ]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("It fell by 8.58 in May.", "It fell by 8.6 in May.", [("8.58", "8.6")]),
        (
            "It fell by 8.58% to $6.3 billion.",
            "It fell by 8.6% to $6.3 million.",
            [("8.58%", "8.6%"), ("$6.3 billion", "$6.3 million")],
        ),
        ("The vote, said Maren Holt.", "The vote, said Maren Holm.", [("Holt", "Holm")]),
        ("It costs 6 euros.", "It costs 6 or 7 euros.", [("", "7")]),
        ("It costs 6 or 7 euros.", "It costs 7 euros.", [("6", "")]),
        ("In the U.S. it rose.", "In the U.K. it rose.", [("U.S.", "U.K.")]),
        ("By 5 to 4, then 4 to 5.", "By 4 to 5, then 5 to 4.", []),
        ("In May, by 4 at Saltby.", "In June, by 5 at Saltby.", [("May", "June"), ("4", "5")]),
        ("Twenty-one boats sank.", "Twenty-two boats sank.", [("Twenty-one", "Twenty-two")]),
        ("The fare rose.", "The price rose.", []),
    ],
)
def test_figures_and_names_that_changed_are_told_in_pairs(
    old: str, new: str, pairs: list[tuple[str, str]]
) -> None:
    assert changed_facts(old, new) == tuple(pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200 people", "1200 people"),
        ("1,00,000 rupees", "100000 rupees"),
        ("8.58 per cent", "8.58%"),
        ("$6.3bn", "$6.3 billion"),
        ("five boats", "5 boats"),
        ("in the US", "in the U.S."),
        ("a “6” there", 'a "6" there'),
    ],
)
def test_another_way_to_write_a_figure_is_no_change(one: str, other: str) -> None:
    assert changed_facts(one, other) == ()
    assert changed_facts(other, one) == ()


def test_a_decimal_comma_is_no_thousands_comma() -> None:
    assert changed_facts("by 8,58", "by 858") == (("8,58", "858"),)


def test_a_word_that_only_opens_a_sentence_is_no_name() -> None:
    assert changed_facts("It fell. Officials knew.", "It fell. Nobody knew.") == ()
    assert changed_facts("They met Mr. Holt.", "They met Mr. Holm.") == (("Holt", "Holm"),)


@given(PASSAGES, PASSAGES)
def test_there_are_pairs_exactly_when_the_facts_differ(old: str, new: str) -> None:
    differ = facts_in(project(old).text) != facts_in(project(new).text)
    assert bool(changed_facts(old, new)) == differ


@given(PASSAGES, PASSAGES)
def test_pairs_are_told_in_the_words_of_both_passages(old: str, new: str) -> None:
    for was, now in changed_facts(old, new):
        assert was in old
        assert now in new
        assert was or now


@given(PASSAGES)
def test_nothing_changed_in_the_same_passage(passage: str) -> None:
    assert changed_facts(passage, passage) == ()
