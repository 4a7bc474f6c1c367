"""Each status of a claim has a sign of its own."""

from reader.annotations.model import CLAIM_STATUSES
from reader.annotations.signs import STATUS_SIGNS, changed_words, status_words


def test_every_status_has_a_sign_of_its_own() -> None:
    assert tuple(STATUS_SIGNS) == CLAIM_STATUSES
    assert len(set(STATUS_SIGNS.values())) == len(CLAIM_STATUSES)
    assert all(len(sign) == 1 for sign in STATUS_SIGNS.values())


def test_a_status_is_told_with_its_sign() -> None:
    assert status_words("disputed") == "≠ disputed"
    assert status_words("of a newer version") == "? of a newer version"


def test_changes_are_told_with_the_words_of_both_ends_once() -> None:
    assert changed_words([("8.58 per cent", "8.6 per cent")]) == "8.58 → 8.6 per cent"
    assert changed_words([("Holt", "Holm"), ("", "7"), ("6", "")]) == "Holt → Holm, – → 7, 6 → –"
