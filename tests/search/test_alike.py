"""Reports of one event are found, articles about the same people and places are not."""

import pytest

from reader.search.alike import compared, told

BRIDGE = (
    "Kestrel Bridge closed",
    "Engineers in Dunmorrow closed the Kestrel Bridge after a crack was found. Some 18,500 cars "
    "cross it each day, said Ilse Brandt. Mayor Tomas Ferreira said repairs cost $7.3 million.",
)
SAME = (
    "Crack shuts crossing",
    "A look at the Kestrel Bridge turned up a crack, and Ilse Brandt ordered it shut. In Dunmorrow "
    "the mayor, Tomas Ferreira, spoke of $7.3 million. Of the 18,500 drivers many took the ferry.",
)
PAINT = (
    "Bridge to be green",
    "The Kestrel Bridge in Dunmorrow will be green. Mayor Tomas Ferreira wanted blue. A poll by "
    "the Echo found 61% for green. The painter is Agnes Holloway, with a bid of $840,000.",
)
MATCH = (
    "Rovers beat Athletic",
    "At Cray Park the Harlow Rovers beat Stanmere Athletic before 22,410. For the Rovers Keita "
    "scored twice, Lindqvist once. Their coach is Pia Landau.",
)
NEXT_MATCH = (
    "Rovers held",
    "At Cray Park the Harlow Rovers drew with Port Vale. Of the Rovers Keita is out, said "
    "Pia Landau. Goalkeeper Sven Holt saved a penalty by Marchetti before 19,870.",
)


def even(word: str) -> float:
    """Let every word say as much."""
    return 1.0


@pytest.mark.parametrize("pair", [(BRIDGE, SAME), (SAME, BRIDGE), (BRIDGE, BRIDGE)])
def test_two_reports_of_one_event_are_alike(pair: tuple[tuple[str, str], ...]) -> None:
    likeness, shared = compared(told(*pair[0]), told(*pair[1]), even)
    assert likeness > 0.5
    assert {"7.3", "18,500", "kestrel", "brandt"} <= set(shared)


@pytest.mark.parametrize("pair", [(BRIDGE, PAINT), (MATCH, NEXT_MATCH), (BRIDGE, MATCH)])
def test_two_events_of_the_same_people_and_places_are_not(
    pair: tuple[tuple[str, str], ...],
) -> None:
    assert compared(told(*pair[0]), told(*pair[1]), even)[1] == ()


def test_words_that_only_begin_a_sentence_and_years_are_no_names() -> None:
    assert told(
        "", "Rain fell in 2026. Trains stood. They left Ostmark at 14 and 3,100 saw it."
    ).every == {
        "ostmark",
        "14",
        "100",
        "3,100",
    }


@pytest.mark.parametrize("text", ["", "é", "一二三四", "'’", '"a" OR (b) *'])
def test_a_text_without_names_is_like_nothing(text: str) -> None:
    assert compared(told("", text), told("", text), even) == (0.0, ())
