"""Numbers as written, and what they are."""

import re

import pytest

from reader.facts.numbers import NUMBER, number

_NUMBER = re.compile(NUMBER, re.IGNORECASE)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("6.3 billion", 6_300_000_000),
        ("5,000", 5_000),
        ("1,25,000", 125_000),
        ("1.5 lakh crore", 1_500_000_000_000),
        ("8,5", 8.5),
        (".75", 0.75),
        ("2½", 2.5),
        ("¾", 0.75),
        ("twenty-three", 23),
        ("three hundred and five", 305),
        ("one hundred thousand", 100_000),
        ("two and a half", 2.5),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("ten point five", 10.5),
        ("4-million", 4_000_000),
        ("nineteen", 19),
    ],
)
def test_a_number_is_found_whole_and_read(written: str, value: float) -> None:
    found = _NUMBER.match(f"{written} ")
    assert found is not None
    assert found.group() == written
    assert number(written) == pytest.approx(value)


@pytest.mark.parametrize("written", ["", "and", "the few"])
def test_what_is_no_number_has_no_value(written: str) -> None:
    assert number(written) is None
