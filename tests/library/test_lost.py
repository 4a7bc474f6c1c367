"""Marks whose words are gone: where they may belong, and what a reader says of them."""

import pytest

from reader.annotations import Mark
from reader.errors import NotFoundError, SpanError, StoreError
from reader.library import Library
from reader.paths import Paths
from tests.library.made import PORT, port

QUOTE = "nine days outside the breakwater"
NEW = port(PORT[0], "Somewhere beyond the outer wall a dozen freighters lay idle.")


@pytest.fixture
def lost(library: Library) -> Mark:
    """Return a mark whose words the version on show does not have."""
    library.keep(port())
    mark = library.annotate(port().id, quote=QUOTE, note="mine", tags=["ships"])
    assert library.keep(NEW).summary == "1 mark lost"
    return library.mark(mark.id)


def test_a_lost_mark_is_put_on_a_place_and_keeps_what_it_was_on(
    library: Library, lost: Mark
) -> None:
    start = NEW.text.index("a dozen freighters")
    placed = library.lost.place(lost.id, start, start + len("a dozen freighters"))
    assert (placed.quote, placed.anchor.status, placed.version) == (
        "a dozen freighters",
        "exact",
        NEW.version,
    )
    assert (placed.note, placed.tags) == ("mine", ("ships",))
    assert placed.more["earlier"] == [
        {"quote": QUOTE, "version": port().version, "start": lost.start, "end": lost.end}
    ]
    assert library.marks(NEW.id) == [placed]
    assert library.undo() == f"placed “{QUOTE}”"
    assert library.marks(NEW.id)[0].anchor.status == "orphan"
    assert library.mark(lost.id).quote == QUOTE
    assert "earlier" not in library.mark(lost.id).more
    library.redo()
    assert library.mark(lost.id).quote == "a dozen freighters"


def test_a_mark_that_is_placed_twice_keeps_both_of_its_earlier_places(
    library: Library, lost: Mark
) -> None:
    library.lost.place(lost.id, 0, 7)
    placed = library.lost.place(lost.id, 8, 10)
    assert [was["quote"] for was in placed.more["earlier"]] == [QUOTE, "Dockers"]


def test_a_mark_kept_as_lost_asks_no_more_until_it_is_placed(library: Library, lost: Mark) -> None:
    kept = library.lost.keep(lost.id)
    assert kept.more["kept_lost"] == NEW.version
    assert (kept.quote, kept.anchor.status) == (QUOTE, "orphan")
    assert library.lost.keep(lost.id) == kept
    assert library.undo() == f"kept “{QUOTE}” as lost"
    assert "kept_lost" not in library.mark(lost.id).more
    library.redo()
    assert library.lost.place(lost.id, 0, 7).more["kept_lost"] is None


def test_the_suggestions_for_an_ambiguous_mark_are_all_its_places(library: Library) -> None:
    twice = port("The vote was lost in May.", "Between them.", "The vote was lost in June.")
    library.keep(twice)
    mark = library.annotate(twice.id, quote="The vote was lost")
    found = sorted(library.lost.candidates(mark.id))
    assert [twice.text[start:end] for start, end in found] == ["The vote was lost"] * 2


def test_a_mark_that_has_its_place_is_suggested_it(library: Library) -> None:
    library.keep(port())
    mark = library.annotate(port().id, quote=QUOTE)
    assert library.lost.candidates(mark.id) == [(mark.start, mark.end)]


def test_an_orphan_has_a_suggestion_where_something_is_like_it(library: Library) -> None:
    library.keep(port())
    mark = library.annotate(port().id, quote="The strike cost the harbour $12 million")
    new = port("Other words came first.", "A strike had cost some harbours a fair sum, it said.")
    library.keep(new)
    assert library.marks(new.id)[0].anchor.start is None
    for start, end in library.lost.candidates(mark.id):
        assert 0 <= start < end <= len(new.text)


@pytest.mark.parametrize("damaged", [True, False])
def test_what_has_no_old_text_at_hand_may_have_suggestions_too(
    library: Library, lost: Mark, paths: Paths, damaged: bool
) -> None:
    if damaged:
        (old,) = (paths.data / "articles").rglob(f"{port().version}.json")
        old.write_bytes(b"{")
        assert library.lost.candidates(lost.id) == []
    mark = library.annotate(NEW.id, quote="words that are not there")
    assert library.lost.candidates(mark.id) == []


def test_a_mark_made_before_its_article_was_held_can_be_placed(library: Library) -> None:
    mark = library.annotate(port().id, quote="nowhere to be found in it")
    library.keep(port())
    assert library.lost.candidates(mark.id) == []
    assert library.lost.place(mark.id, 0, 7).quote == "Dockers"


def test_a_note_on_the_whole_article_that_is_placed_was_on_no_words(library: Library) -> None:
    library.keep(port())
    mark = library.annotate(port().id, kind="note", note="Read again.")
    placed = library.lost.place(mark.id, 0, 7)
    assert (placed.quote, placed.note) == ("Dockers", "Read again.")
    assert "earlier" not in placed.more


def test_a_mark_cannot_be_placed_outside_its_article(library: Library, lost: Mark) -> None:
    with pytest.raises(SpanError):
        library.lost.place(lost.id, 5, 10_000)
    assert library.mark(lost.id) == lost


def test_a_deleted_mark_and_one_that_never_was_are_refused(library: Library, lost: Mark) -> None:
    library.delete_mark(lost.id)
    with pytest.raises(StoreError):
        library.lost.place(lost.id, 0, 7)
    with pytest.raises(StoreError):
        library.lost.keep(lost.id)
    with pytest.raises(NotFoundError):
        library.lost.candidates("0123456789abc")
