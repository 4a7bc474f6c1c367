"""The old text and the new one are compared word by word when all else says nothing."""

from reader.annotations.comparison import place_by_comparison
from reader.annotations.snapshot import Snapshot, snapshot_of
from tests.annotations.stories import BUSES, COSTS, LEAD, LORRIES, QUOTE, WEATHER

OLD = f"{LEAD} {COSTS} {QUOTE} {LORRIES}"


def became(new: str, passage: str = COSTS) -> str | None:
    """Return what *passage* of the old text is in the *new* one."""
    start = OLD.index(passage)
    place = place_by_comparison(Snapshot(OLD, start, start + len(passage)), new)
    return place and new[place[0] : place[1]]


def test_a_reworded_passage_is_where_its_words_and_neighbours_went() -> None:
    reworded = (
        "Repairs to that pier would by now cost $6.3 million, twice the sum the council set aside"
    )
    assert became(f"{LEAD} {reworded}. {QUOTE} {LORRIES}") == reworded


def test_a_passage_of_which_few_words_are_left_has_no_place() -> None:
    assert became(f"{LEAD} {WEATHER} {QUOTE} {LORRIES}") is None


def test_a_passage_whose_words_are_scattered_has_no_place() -> None:
    half = COSTS.index("more than")
    scattered = f"{COSTS[:half]} {WEATHER} {BUSES} {WEATHER} {BUSES} {COSTS[half:]}"
    assert became(f"{LEAD} {scattered} {QUOTE}") is None


def test_a_passage_without_its_neighbours_has_no_place() -> None:
    assert became(f"{WEATHER} {COSTS} {BUSES}") is None


def test_a_passage_of_which_nothing_around_is_left_has_no_place() -> None:
    assert became(f"{WEATHER} {BUSES}") is None


def test_a_passage_is_sought_where_most_of_its_surroundings_went() -> None:
    reworded = COSTS.replace("alone would cost", "would by now cost")
    far = " ".join([WEATHER, BUSES] * 40)
    assert became(f"{COSTS[:40]} {far} {LEAD} {reworded} {QUOTE} {LORRIES}") == reworded[:-1]


def test_a_passage_of_few_words_has_no_place() -> None:
    assert became(OLD, "eastern pier") is None


def test_a_snapshot_is_where_the_quote_stood() -> None:
    start = OLD.index(COSTS)
    assert snapshot_of(OLD, COSTS, start) == Snapshot(OLD, start, start + len(COSTS))
    assert snapshot_of(OLD, COSTS, 3) == Snapshot(OLD, start, start + len(COSTS))


def test_a_quote_that_the_old_text_lacks_or_repeats_has_no_snapshot() -> None:
    assert snapshot_of(None, COSTS, 0) is None
    assert snapshot_of(OLD, BUSES, None) is None
    assert snapshot_of(f"{COSTS} {COSTS}", COSTS, None) is None
