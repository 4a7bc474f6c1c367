"""An edited passage is found without the ends of its neighbours."""

import pytest

from reader.annotations import anchor

BEFORE = "Dockers at the port of Skarrow went back to work on Friday."
AFTER = "Ships had waited for nine days outside the breakwater."


def found(old: list[str], new: list[str], quote: str) -> str | None:
    """Return what the mark of *quote* is on in the *new* paragraphs."""
    was, now = "\n\n".join([BEFORE, *old, AFTER]), "\n\n".join([BEFORE, *new, AFTER])
    start = was.index(quote)
    end = start + len(quote)
    place = anchor(now, quote, was[max(0, start - 64) : start], was[end : end + 64], start)
    return now[place.start : place.end] if place.start is not None else None


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_what_was_cut_at_a_start_is_not_made_up_from_the_sentence_before(gap: str) -> None:
    quote = "On Monday the port paid up in May."
    old, new = f"Talks ended on Friday.{gap}{quote}", f"Talks ended on Friday.{gap}{quote[10:]}"
    assert (found([old], [new], quote) or "").lower() == "the port paid up in may."


def test_what_was_cut_at_an_end_is_not_made_up_from_the_next_paragraph() -> None:
    quote = "Exports fell by 8.58% in October. The opposition walked out before the vote."
    old = [quote, "The state pays half of the sum."]
    new = ["Exports fell by 8.6% in October.", "The state pays a third of the sum."]
    assert found(old, new, quote) == new[0]


def test_a_paragraph_broken_in_two_is_still_one_passage() -> None:
    quote = "The harbour wall cracked in March. The engineers closed the quay at once."
    new = ["The harbour wall cracked in April.", "The engineers closed the quay at once."]
    assert found([quote], new, quote) == "\n\n".join(new)
