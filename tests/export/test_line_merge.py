"""Merging lines keeps what either side did."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.line_merge import merge_lines

LINES = st.lists(st.sampled_from("abcdef"), max_size=8)


@given(LINES, LINES)
def test_what_one_side_changed_is_the_outcome(base: list[str], changed: list[str]) -> None:
    for merged in (merge_lines(base, changed, base), merge_lines(base, base, changed)):
        assert (merged.lines, merged.refused) == (changed, [])
    assert merge_lines(base, changed, changed).lines == changed


@given(LINES, LINES, LINES)
def test_every_new_line_of_the_other_side_is_there_or_told(
    base: list[str], mine: list[str], fresh: list[str]
) -> None:
    merged = merge_lines(base, mine, fresh)
    assert set(fresh) - set(base) <= {*merged.lines, *merged.refused}
    assert set(mine) - set(base) <= set(merged.lines)


def test_changes_of_different_lines_are_both_made() -> None:
    merged = merge_lines("abcde", "aBcde", "abcDe")
    assert (merged.lines, merged.refused) == (list("aBcDe"), [])


def test_changes_of_one_line_leave_mine_and_tell_the_other() -> None:
    merged = merge_lines("abc", "aMc", "aTc")
    assert (merged.lines, merged.refused) == (list("aMc"), ["T"])


def test_lines_put_in_at_one_place_are_both_kept() -> None:
    merged = merge_lines("ab", "aMb", "aTb")
    assert (merged.lines, merged.refused) == (list("aTMb"), [])
