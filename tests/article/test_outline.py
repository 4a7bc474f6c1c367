"""The tree of headings."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Section
from reader.article.outline import flatten, section_at, sections_of
from reader.article.text import BlockDraft, compose

LEVELS = st.lists(st.sampled_from([None, None, 1, 2, 3, 4, 5, 6]), max_size=20)


def _sections(levels: list[int | None]) -> tuple[str, tuple[Section, ...]]:
    """Return a text with a heading for each level and a paragraph for each None."""
    drafts = [
        BlockDraft("heading", f"Heading {i}", level=level)
        if level
        else BlockDraft("paragraph", "p")
        for i, level in enumerate(levels)
    ]
    text, blocks = compose(drafts)
    return text, sections_of(blocks, text)


def _assert_nested(sections: tuple[Section, ...], start: int, end: int) -> None:
    """Check that *sections* lie in order between *start* and *end*, and theirs in them."""
    for section in sections:
        assert start <= section.start < section.end <= end
        _assert_nested(section.children, section.start, section.end)
        assert all(child.level > section.level for child in section.children)
        start = section.end


@given(LEVELS)
def test_sections_lie_in_each_other_and_never_across(levels: list[int | None]) -> None:
    text, sections = _sections(levels)
    _assert_nested(sections, 0, len(text))


@given(LEVELS)
def test_every_heading_opens_one_section_with_its_own_words(levels: list[int | None]) -> None:
    text, sections = _sections(levels)
    found = [section for _, section in flatten(sections)]
    assert len(found) == sum(level is not None for level in levels)
    assert all(text.startswith(section.title, section.start) for section in found)


@given(LEVELS, st.integers(0, 300))
def test_the_section_at_an_offset_is_the_innermost_around_it(
    levels: list[int | None], offset: int
) -> None:
    _, sections = _sections(levels)
    around = [s for _, s in flatten(sections) if s.start <= offset < s.end]
    assert section_at(sections, offset) == (around[-1] if around else None)


def test_a_level_left_out_nests_as_one_step() -> None:
    _, sections = _sections([2, None, 4, None, 2, None])
    assert [(depth, s.title) for depth, s in flatten(sections)] == [
        (1, "Heading 0"),
        (2, "Heading 2"),
        (1, "Heading 4"),
    ]


def test_a_deeper_heading_first_stands_beside_a_higher_one_after() -> None:
    _, sections = _sections([3, None, 2, None])
    assert [s.title for s in sections] == ["Heading 0", "Heading 2"]


def test_a_heading_without_a_level_counts_as_the_second() -> None:
    text, blocks = compose([BlockDraft("heading", "One"), BlockDraft("paragraph", "p")])
    assert sections_of(blocks, text)[0].level == 2
