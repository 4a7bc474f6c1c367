"""Figures and names are told apart from the rest of the words."""

import pytest

from reader.annotations.wording import facts_in, is_telling, respelled, shared_words, words_in


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


@pytest.mark.parametrize(
    ("passage", "telling"),
    [
        ("the eastern pier", True),
        ("Holm's drawings", False),
        ("a b c", False),
        ("新登陆台", False),
        ("车站和新登陆台之间", True),
    ],
)
def test_a_few_short_words_tell_nothing(passage: str, telling: bool) -> None:
    assert is_telling(passage) is telling


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the eastern pier", "the eatsern pier", True),
        ("the eastern pier", "the western pier", True),
        ("the eastern pier", "the northern pier", False),
        ("the old pier", "the odd pier", False),
        ("room 1204 there", "room 1205 there", False),
        ("the pier", "the old pier", False),
        ("仅东码头的修理", "仅东码的修理", True),
        ("仅东码头的修理", "仅西码的维修", False),
    ],
)
def test_a_slip_of_the_keyboard_is_no_other_word(one: str, other: str, same: bool) -> None:
    assert respelled(one, other) is same


def test_words_are_shared_whatever_their_order_and_case() -> None:
    assert shared_words(words_in("the old Pier"), words_in("pier of the town")) == pytest.approx(
        2 / 3
    )
    assert shared_words([], ["pier"]) == 0
