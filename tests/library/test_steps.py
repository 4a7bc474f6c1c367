"""Whatever a user changes is a step with a name, which can be taken back and made again."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from reader.annotations import Mark
from reader.library import Library
from reader.library.lost import LostMarks
from tests.library.made import PORT, other, port

OpenLibrary = Callable[[], Library]
Act = Callable[[Library, Mark], object]

ID = port().id
EDITED = port("A first line.", *PORT[:2])

STEPS: dict[str, tuple[Act, str]] = {
    "keep, of another text": (
        lambda library, _: library.keep(EDITED),
        "new version of “Port strike ends”",
    ),
    "keep, into a section": (lambda library, _: library.keep(port(), section="World"), "filing"),
    "set_state, read": (lambda library, _: library.set_state([ID], "read", read=True), "read"),
    "set_state, starred": (
        lambda library, _: library.set_state([ID, other().id], "star", starred=True),
        "star",
    ),
    "set_state, later": (lambda library, _: library.set_state([ID], "later", later=True), "later"),
    "set_state, archived": (
        lambda library, _: library.set_state([ID], "archive", archived=True),
        "archive",
    ),
    "set_state, tags": (lambda library, _: library.set_state([ID], "tags", tags=["a"]), "tags"),
    "set_state, section": (
        lambda library, _: library.set_state([ID], "section", section="World"),
        "section",
    ),
    "set_state, anything else": (
        lambda library, _: library.set_state([ID], "facts", dismissed=["money:3"]),
        "facts",
    ),
    "retag": (lambda library, _: library.retag([ID], ["a"], []), "article tags"),
    "correct": (
        lambda library, _: library.correct(
            ID, title="Mine", published="2025-12-11", byline=["A"], section="World"
        ),
        "correction of “Port strike ends”",
    ),
    "remove": (
        lambda library, _: library.remove([ID, other().id]),
        "moved 2 articles to the trash",
    ),
    "annotate, a highlight": (lambda library, _: library.annotate(ID, quote=PORT[0]), "highlight"),
    "annotate, a claim": (
        lambda library, _: library.annotate(ID, quote=PORT[0], status="false", speaker="He"),
        "claim",
    ),
    "annotate, a note": (
        lambda library, _: library.annotate(ID, quote="went back", note="x"),
        "note on “went back”",
    ),
    "annotate, parts": (
        lambda library, _: library.annotate(ID, quote=PORT[0], parts=[(70, 80)]),
        "highlight",
    ),
    "annotate, a reply": (
        lambda library, mark: library.annotate(ID, kind="note", note="x", reply_to=mark.id),
        "reply",
    ),
    "change_mark, note": (
        lambda library, mark: library.change_mark(mark.id, note="y"),
        "note on “nine days”",
    ),
    "change_mark, label": (
        lambda library, mark: library.change_mark(mark.id, label="doubt"),
        "label on “nine days”",
    ),
    "change_mark, tags": (
        lambda library, mark: library.change_mark(mark.id, tags=["b"]),
        "tags on “nine days”",
    ),
    "change_mark, kind": (
        lambda library, mark: library.change_mark(mark.id, kind="claim"),
        "kind on “nine days”",
    ),
    "change_mark, colour": (
        lambda library, mark: library.change_mark(mark.id, color="red"),
        "colour on “nine days”",
    ),
    "change_mark, claim": (
        lambda library, mark: library.change_mark(mark.id, status="false", kind="highlight"),
        "claim status on “nine days”",
    ),
    "change_mark, links": (
        lambda library, mark: library.change_mark(mark.id, links=[{"to": "https://a.example"}]),
        "evidence on “nine days”",
    ),
    "change_mark, parts": (
        lambda library, mark: library.change_mark(mark.id, parts=[(0, 7)]),
        "parts on “nine days”",
    ),
    "change_mark, place": (
        lambda library, mark: library.change_mark(mark.id, start=0, end=7),
        "new place on “nine days”",
    ),
    "delete_mark": (
        lambda library, mark: library.delete_mark(mark.id),
        "deleted highlight “nine days”",
    ),
    "lost.place": (
        lambda library, mark: library.lost.place(mark.id, 0, 7),
        "placed “nine days”",
    ),
    "lost.keep": (
        lambda library, mark: library.lost.keep(mark.id),
        "kept “nine days” as lost",
    ),
}
"""What a user can do, and what it is called when it is taken back."""

NO_STEPS = {
    "add": "reads, then keeps",
    "add_all": "reads, then keeps",
    "refresh": "reads, then keeps",
    "restore": "is the other way of removing, and tested with it",
    "seed_one": "is not the user's doing",
    "export_to": "changes files, not the library",
    "backups": "has calls of its own: restoring is a step called after the backup, tested with it",
    "doctor": "repairs what is damaged",
    "feeds": "has calls of its own, tested with it",
    "cleaning": "has calls of its own, tested with it",
    "fact_book": "has calls of its own, tested with it",
    "exchange": "has calls of its own, tested with it",
    "lost": "has calls of its own, which stand above",
    "travel": "is what takes back and makes again",
    "undo": "is what takes back",
    "redo": "is what makes again",
}
"""What else writes, and why it is no step of its own."""

READING = {
    *(
        "all_marks",
        "article",
        "close",
        "export_text",
        "facts",
        "feed_sections",
        "holds",
    ),
    *("mark", "marks", "open", "poll", "read", "resolve", "row", "rows", "search", "sources"),
    *(
        "lost.candidates",
        "state",
        "take_notices",
        "texts",
        "versions",
    ),
}
"""What changes nothing that the library keeps."""


def seen(library: Library) -> Any:
    """Return all that a user sees of a library, but when it was changed."""
    marks = [mark.as_dict() | {"updated": None, "sum": None} for mark in library.marks(ID)]
    states = [library.state(article) for article in (ID, other().id)]
    return library.rows(), library.rows(removed=True), library.article(ID), states, marks


@pytest.mark.parametrize(("act", "label"), STEPS.values(), ids=STEPS)
def test_a_step_is_taken_back_and_made_again_in_this_run_and_the_next(
    open_library: OpenLibrary, act: Act, label: str
) -> None:
    library = open_library()
    library.keep(port())
    library.keep(other())
    mark = library.annotate(ID, quote="nine days")
    before = seen(library)
    act(library, mark)
    after = seen(library)
    assert after != before
    assert library.undo() == label
    assert seen(library) == before
    assert library.redo() == label
    assert seen(library) == after
    library.close()
    library = open_library()
    assert seen(library) == after
    assert library.undo() == label
    library.close()
    library = open_library()
    assert seen(library) == before
    assert library.redo() == label
    assert seen(library) == after
    assert library.redo() is None


def test_bringing_an_article_back_from_the_trash_is_a_step_too(library: Library) -> None:
    library.keep(port())
    library.remove([ID])
    removed = library.rows(removed=True)
    library.restore([ID])
    assert library.undo() == "restored “Port strike ends”"
    assert (library.rows(), library.rows(removed=True)) == ([], removed)
    assert library.redo() == "restored “Port strike ends”"
    assert len(library.rows()) == 1


def public(kind: type) -> set[str]:
    """Return the names of the calls that *kind* has for others."""
    routines = inspect.getmembers(kind, inspect.isroutine)
    return {name for name, _ in routines if not name.startswith("_")}


def test_every_call_of_the_library_is_a_step_or_known_to_be_none() -> None:
    calls = {*public(Library), *(f"lost.{name}" for name in public(LostMarks))}
    steps = {name.partition(",")[0] for name in STEPS}
    assert calls - steps - NO_STEPS.keys() - READING == set()
    assert steps - calls == set()
