"""Words are compared as a reader compares them."""

import pytest

from reader.annotations.wording import is_telling, respelled, shared_words, words_in


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
