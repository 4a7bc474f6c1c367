"""A revision as lines."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.revision import compare
from reader.tui.page.cells import width
from reader.tui.page.revised import BROKEN, MOVED, lay_out

WORDS = st.lists(st.sampled_from(["north", "quay", "14", "港", "\n\n", "é"]), max_size=12)
TEXTS = WORDS.map(" ".join)


def words_of(old: str, new: str, *kinds: str) -> list[str]:
    """Return the words of the lines that are of one of *kinds*, or moved the same way."""
    revised = lay_out(compare(old, new).pieces, 500, folded=False)
    text = " ".join(run.text for line in revised.lines for run in line.runs if run.kind in kinds)
    return [word for word in text.replace(BROKEN, " ").split()]


@given(TEXTS, TEXTS)
def test_no_line_is_wider_than_the_view_and_every_change_has_a_place(old: str, new: str) -> None:
    for written in (False, True):
        revised = lay_out(compare(old, new).pieces, 12, written=written)
        assert all(width("".join(run.text for run in line.runs)) <= 12 for line in revised.lines)
        assert len(revised.starts) == len(revised.places)
        assert revised.starts == sorted(revised.starts)


@given(TEXTS, TEXTS)
def test_unfolded_it_shows_every_word_of_the_new_text(old: str, new: str) -> None:
    shown = words_of(old, new, "same", "added", "moved")
    for word in new.split():
        assert any(word in one for one in shown)


def test_a_blank_before_an_added_paragraph_is_no_change_of_its_own() -> None:
    revised = lay_out(compare("quay", "14 quay \n\n north").pieces, 12)
    assert len(revised.starts) == len(revised.places) == 2


def test_what_did_not_change_is_folded_to_one_line() -> None:
    old = "One.\n\nTwo.\n\nThree.\n\nFour."
    revised = lay_out(compare(old, old.replace("Four", "Five")).pieces, 60)
    text = ["".join(run.text for run in line.runs) for line in revised.lines]
    assert text == ["⋯ 3 paragraphs unchanged; z unfolds", "", "Four. Five."]
    assert revised.lines[-1].sign == "±"


def test_a_moved_paragraph_is_told_to_be_moved() -> None:
    parts = [f"Paragraph number {name} says quite a few words." for name in ("one", "two", "six")]
    old = "\n\n".join(parts)
    new = "\n\n".join([parts[2], *parts[:2]])
    lines = lay_out(compare(old, new).pieces, 200).lines
    told = ["".join(run.text for run in line.runs) for line in lines]
    assert f"{MOVED['added']}{parts[2]}" in told
    assert f"{MOVED['removed']}{parts[2]}" in told
