"""Marks are made, changed, found again and taken back."""

import pytest

from reader.annotations import Anchor, Claim, Mark
from reader.annotations.model import new_mark_id
from reader.errors import NotFoundError, SpanError, StoreError, UsageError
from reader.library import Library
from reader.paths import Paths
from reader.store import Change
from tests.library.made import PORT, port


@pytest.fixture
def held(library: Library) -> str:
    """Keep an article and return its id."""
    return library.keep(port()).id or ""


def test_a_range_becomes_a_highlight_with_its_surroundings(library: Library, held: str) -> None:
    start = port().text.index("The strike")
    mark = library.annotate(held, start=start, end=start + len("The strike cost "))
    assert mark.quote == "The strike cost"
    assert mark.prefix.endswith("on Friday.\n\n")
    assert mark.suffix.startswith(" the harbour")
    assert (mark.version, mark.anchor.status) == (port().version, "exact")
    assert mark.created
    assert mark.updated >= mark.created
    assert library.marks(held) == [mark]
    assert library.mark(mark.id) == mark


def test_a_quote_is_found_where_it_stands(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=" went  back\nto work ")
    assert mark.quote == "went back to work"
    assert port().text[mark.start : mark.end] == mark.quote
    assert mark.anchor.status == "exact"


def test_a_quote_that_is_not_there_makes_an_unplaced_mark(library: Library, held: str) -> None:
    mark = library.annotate(held, quote="a bishop visited the cathedral")
    assert (mark.anchor.status, mark.anchor.start, mark.start) == ("unplaced", None, None)
    assert mark.quote == "a bishop visited the cathedral"
    assert library.marks(held) == [mark]


def test_a_quote_that_stands_twice_is_ambiguous_until_context_decides(library: Library) -> None:
    article = port("The vote was lost in May.", "The vote was lost in June.")
    library.keep(article)
    assert library.annotate(article.id, quote="The vote was lost").anchor.status == "ambiguous"
    mark = library.annotate(article.id, quote="The vote was lost", suffix=" in June.")
    assert mark.start == article.text.rindex("The vote")


def test_a_mark_for_an_unknown_article_is_kept_unplaced(library: Library) -> None:
    mark = library.annotate("a0", quote="words", note="mine", prefix="before", suffix="after")
    assert (mark.anchor.status, mark.version) == ("unplaced", None)
    assert (mark.prefix, mark.suffix) == ("before", "after")
    assert library.marks("a0") == [mark]
    assert list(library.all_marks()) == [mark]
    assert library.rows() == []


def test_a_mark_on_nothing_is_a_note_on_the_whole_article(library: Library, held: str) -> None:
    library.annotate(held, quote="went back")
    mark = library.annotate(held, kind="note", note="Read again.")
    assert (mark.quote, mark.anchor.status) == ("", "exact")
    assert library.marks(held)[0] == mark


def test_a_range_outside_the_article_is_refused(library: Library, held: str) -> None:
    with pytest.raises(SpanError):
        library.annotate(held, start=5, end=10_000)
    assert library.marks(held) == []


def test_fields_are_kept_as_they_were_given(library: Library, held: str) -> None:
    mark = library.annotate(
        held,
        quote=PORT[1],
        note="Whose *figure*?\x1b[31m",
        label="doubt",
        tags=["#money", "money", " cost "],
        speaker="the owners",
        status="disputed",
    )
    assert (mark.kind, mark.claim) == ("claim", Claim("disputed", speaker="the owners"))
    assert (mark.note, mark.label, mark.tags) == ("Whose *figure*?", "doubt", ("money", "cost"))
    assert library.rows()[0].claims == 1


def test_a_claim_starts_unchecked(library: Library, held: str) -> None:
    assert library.annotate(held, quote=PORT[0], kind="claim").claim == Claim("unchecked")


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "scribble"), ("label", "odd"), ("status", "maybe")]
)
def test_a_value_that_marks_do_not_have_is_refused(
    library: Library, held: str, field: str, value: str
) -> None:
    with pytest.raises(UsageError, match=f"{value}: no {field} of a mark; use "):
        library.annotate(held, quote=PORT[0], **{field: value})  # type: ignore[arg-type]
    assert library.marks(held) == []


def test_only_the_named_fields_change(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], note="first", label="quote", tags=["a"])
    changed = library.change_mark(mark.id, note="second")
    assert (changed.note, changed.label, changed.tags) == ("second", "quote", ("a",))
    changed = library.change_mark(mark.id, label=None, tags=[])
    assert (changed.note, changed.label, changed.tags) == ("second", None, ())
    assert library.marks(held) == [changed]


def test_a_status_makes_a_highlight_a_claim_and_keeps_the_verdict(
    library: Library, held: str
) -> None:
    mark = library.annotate(held, quote=PORT[0])
    library.change_mark(mark.id, status="checking", verdict="Ask the union.")
    changed = library.change_mark(mark.id, status="supported")
    assert (changed.kind, changed.claim) == ("claim", Claim("supported", "Ask the union."))
    assert library.change_mark(mark.id, kind="highlight").claim == changed.claim


def test_a_mark_can_be_given_another_passage(library: Library, held: str) -> None:
    mark = library.annotate(held, quote="not in it at all", note="kept")
    changed = library.change_mark(mark.id, start=0, end=len(PORT[0]))
    assert (changed.quote, changed.note, changed.anchor.status) == (PORT[0], "kept", "exact")
    assert library.undo() == "new place on “not in it at all”"
    assert library.marks(held) == [library.mark(mark.id)]
    assert library.mark(mark.id).quote == "not in it at all"


def test_a_new_passage_holds_in_the_version_it_was_given_in(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[2])
    new = port("Wholly other words stand here.", "And here, to take its place.")
    library.keep(new)
    library.change_mark(mark.id, start=0, end=len("Wholly other words"))
    (placed,) = library.marks(held)
    assert (placed.quote, placed.anchor.start) == ("Wholly other words", 0)


def test_a_change_that_changes_nothing_is_no_step(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], note="same")
    assert library.change_mark(mark.id, note="same") == mark
    assert library.undo() == "note on “Dockers at the port of Skarrow went back…”"


def test_a_deleted_mark_is_no_longer_there_and_cannot_be_edited(
    library: Library, held: str
) -> None:
    mark = library.annotate(held, quote=PORT[0])
    library.delete_mark(mark.id)
    assert library.marks(held) == []
    assert library.rows()[0].marks == 0
    for change in (
        lambda: library.change_mark(mark.id, note="x"),
        lambda: library.delete_mark(mark.id),
    ):
        with pytest.raises(StoreError):
            change()
    assert library.undo() == "deleted highlight “Dockers at the port of Skarrow went back…”"
    assert [each.id for each in library.marks(held)] == [mark.id]


def test_editing_a_deleted_mark_to_what_it_was_is_refused_too(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], note="same")
    library.delete_mark(mark.id)
    with pytest.raises(StoreError):
        library.change_mark(mark.id, note="same")


def test_an_unknown_mark_is_told(library: Library) -> None:
    for change in (
        lambda: library.change_mark("0123456789abc", note="x"),
        lambda: library.delete_mark("0123456789abc"),
    ):
        with pytest.raises(NotFoundError):
            change()


def test_marks_come_in_reading_order_the_lost_ones_last(library: Library, held: str) -> None:
    quotes = [PORT[2], "nowhere to be found in it", PORT[0], PORT[1]]
    for quote in quotes:
        library.annotate(held, quote=quote)
    order = [mark.quote for mark in library.marks(held)]
    assert order == [PORT[0], PORT[1], PORT[2], "nowhere to be found in it"]


def test_undo_and_redo_go_back_and_forth_by_name(library: Library, held: str) -> None:
    library.annotate(held, quote=PORT[0])
    library.annotate(held, quote=PORT[1], kind="claim")
    assert [library.undo(held), library.undo(held), library.undo(held)] == [
        "claim",
        "highlight",
        None,
    ]
    assert library.marks(held) == []
    assert [library.redo(held), library.redo(held), library.redo(held)] == [
        "highlight",
        "claim",
        None,
    ]
    assert len(library.marks(held)) == 2


def test_a_mark_is_placed_anew_though_its_old_version_is_lost(
    library: Library, held: str, paths: Paths
) -> None:
    library.annotate(held, quote="went back to work")
    for stored in (paths.data / "articles").rglob("*.json"):
        stored.write_bytes(b"{")
    new = port("A new first paragraph.", *PORT)
    library.keep(new)
    (mark,) = library.marks(held)
    assert new.text[mark.anchor.start : mark.anchor.end] == "went back to work"


def test_a_mark_from_a_device_that_lags_behind_is_placed_when_it_is_read(
    library: Library, held: str
) -> None:
    new = port("A new first paragraph.", *PORT)
    library.keep(new)
    start = port().text.index("went back")
    lagging = Mark(
        new_mark_id(),
        held,
        quote="went back",
        version=port().version,
        start=start,
        end=start + 9,
        anchor=Anchor("exact", start, start + 9),
    )
    change = Change("notes", held, lagging.id, lagging.as_dict(), create=True)
    library._store.commit([change], "")
    (mark,) = library.marks(held)
    assert mark.anchor.start == new.text.index("went back")
