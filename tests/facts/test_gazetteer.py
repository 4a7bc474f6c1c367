"""The lists of names, and how they are read."""

from pathlib import Path

import reader.facts
from reader.facts.gazetteer import gazetteer
from reader.facts.placenames import countries, is_place, place_rank, shouted_places
from reader.facts.spanindex import SpanIndex
from reader.facts.words import phrases, words


def test_the_lists_hold_what_their_names_say() -> None:
    lists = gazetteer()
    assert {"Norway", "India", "United Kingdom"} <= lists.countries
    assert {"Oslo", "New Delhi"} <= lists.cities
    assert {"Ada", "John", "Piyush"} & lists.given >= {"Ada", "John"}
    assert {"house", "will", "may"} <= lists.common
    assert "India" not in lists.given


def test_the_lists_are_read_once() -> None:
    assert gazetteer() is gazetteer()


def test_sources_and_licences_stand_beside_the_lists() -> None:
    notes = Path(reader.facts.__file__).parent / "data" / "ATTRIBUTION.md"
    told = notes.read_text(encoding="utf-8")
    assert "CC BY 4.0" in told
    assert "SCOWL" in told


def test_places_are_ranked_by_how_surely_they_are_places() -> None:
    assert place_rank("Norway") > place_rank("Oslo") > place_rank("Kongsberg") > 0
    assert place_rank("Lundgren") == 0
    assert is_place("US")
    assert "Britain" in countries()
    assert shouted_places()["NEW DELHI"] == "New Delhi"


def test_word_lists_take_white_space_and_commas() -> None:
    assert words(" one\n two ") == {"one", "two"}
    assert phrases("New\nYork, Oslo, ") == {"New York", "Oslo"}


def test_taken_ranges_are_not_taken_again() -> None:
    taken = SpanIndex([(5, 9), (0, 3)])
    assert taken.overlaps(2, 4)
    assert not taken.overlaps(3, 5)
    assert not taken.add(8, 12)
    assert taken.add(9, 12)
    assert taken.find(11, 20) == (9, 12)
