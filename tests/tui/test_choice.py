"""One of a few values: every one has a key of its own."""

from reader.annotations.model import CLAIM_STATUSES
from reader.tui.widgets.choice import keys_of
from reader.tui.widgets.claim_form import PRIORITIES, TYPES


def test_every_value_has_a_key_of_its_own() -> None:
    for values in (CLAIM_STATUSES, TYPES, PRIORITIES):
        assert list(keys_of(values).values()) == list(values)


def test_the_first_letter_that_is_free_chooses() -> None:
    assert keys_of(("unchecked", "unverifiable")) == {"u": "unchecked", "n": "unverifiable"}
