"""Figures and names are told apart from the rest of the words."""

import pytest

from reader.annotations.facts_within import facts_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a rise of 8.58%", "a rise of 8.85%"),
        ("a sum of $6 billion", "a sum of €6 billion"),
        ("a sum of 6 million", "a sum of 6 billion"),
        ("said two people", "said three people"),
        ("said Maren Holt", "said Maren Holm"),
        ("on Tuesday", "on Friday"),
        ("of NATO", "of ASEAN"),
        ("the UN said", "the EU said"),
        ("to Élise", "to Émile"),
    ],
)
def test_another_figure_or_name_is_another_fact(one: str, other: str) -> None:
    assert facts_in(one) != facts_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it cost 1,200 pounds", "it cost 1200 pounds"),
        ("Repairs cost 3 pounds.", "Mending cost 3 pounds."),
        ("It fell. Then it rose.", "It fell. Later it rose."),
        ("prices rose quickly", "prices rose slowly"),
        ("said it was étrange", "said it was état"),
        ("码头在周二关闭", "渡口在周二关闭"),
        ("asked A to leave", "asked Me to leave"),
    ],
)
def test_other_words_are_the_same_facts(one: str, other: str) -> None:
    assert facts_in(one) == facts_in(other)
