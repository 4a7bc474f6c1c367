"""Which voters are asked for the article's blocks."""

import pytest
from lxml import etree

from reader.ingest.web import choice
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.consensus import ballot, grams, shared, tokens
from reader.ingest.web.tree import parse
from reader.ingest.web.voters import Voter

LINES = [
    f"On {day} all ferries of {day} wait in port for {day}'s storm; {day} it is"
    for day in (
        *("monday", "tuesday", "wednesday", "thursday"),
        *("friday", "sunday"),
    )
]
PAGE = "".join(f"<p>{line}</p>" for line in LINES)


def asked(monkeypatch: pytest.MonkeyPatch, second: list[str]) -> list[str]:
    """Return who is asked when the second voter takes other lines than the first."""
    names: list[str] = []

    def voter(name: str, lines: list[str]) -> Voter:
        def vote(_root: etree._Element) -> list[str]:
            names.append(name)
            return lines

        return vote

    voters = {
        "trafilatura": voter("trafilatura", LINES),
        "resiliparse": voter("resiliparse", second),
        "readability": voter("readability", LINES),
    }
    monkeypatch.setattr(choice, "VOTERS", voters)
    root = parse(PAGE)
    assert any(choice.choose(root, blocks_of(root), []))
    return names


def test_the_slowest_is_not_asked_when_the_first_two_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, LINES) == ["trafilatura", "resiliparse"]


def test_the_slowest_is_asked_when_the_first_two_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, LINES[:2]) == ["trafilatura", "resiliparse", "readability"]


def test_two_voters_share_what_both_kept() -> None:
    runs = [grams(tokens(line)) for line in LINES]

    both = shared(ballot(runs, LINES[:3]), ballot(runs, LINES[2:]))

    assert [both.keeps(index) for index in range(3)] == [False, False, True]
