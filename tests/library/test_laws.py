"""What holds whatever a user does, in whatever order."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from tests.library.made import PORT, other, port

ID = port().id
Act = Callable[[Library, Any], None]


@contextmanager
def _library() -> Iterator[Library]:
    """Open a library that holds two articles, one of them with a mark."""
    with (
        TemporaryDirectory() as folder,
        closing(Library.open(Paths.below(Path(folder)), Config())) as library,
    ):
        library.keep(port())
        library.keep(other())
        library.annotate(ID, quote=PORT[0])
        yield library


def _first(library: Library) -> str | None:
    """Return the id of the first live mark, if there is one."""
    return next((mark.id for mark in library.marks(ID)), None)


def _annotate(library: Library, number: int) -> None:
    library.annotate(ID, quote=PORT[number % 3][number % 7 :], label=LABELS[number % 6])


def _edit(library: Library, number: int) -> None:
    if (mark := _first(library)) is not None:
        library.change_mark(mark, note=f"note {number}", status=CLAIM_STATUSES[number % 8])


def _delete(library: Library, number: int) -> None:
    if (mark := _first(library)) is not None:
        library.delete_mark(mark)


def _add_part(library: Library, number: int) -> None:
    if (mark := _first(library)) is not None:
        parts = library.mark(mark).parts
        library.change_mark(mark, parts=[*parts, (number, number + 3)])


def _place(library: Library, number: int) -> None:
    if (mark := _first(library)) is not None:
        library.lost.place(mark, number, number + 5)


def _keep_lost(library: Library, number: int) -> None:
    if (mark := _first(library)) is not None:
        library.lost.keep(mark)


def _new_version(library: Library, number: int) -> None:
    library.keep(port(f"Version {number}.", *PORT[number % 3 :]))


def _state(library: Library, number: int) -> None:
    library.set_state([ID, other().id], "filing", starred=bool(number % 2), section=f"s{number}")


def _correct(library: Library, number: int) -> None:
    library.correct(ID, title=f"Title {number}" if number % 3 else "")


def _remove(library: Library, number: int) -> None:
    (library.remove if number % 2 else library.restore)([ID])


ACTS: tuple[Act, ...] = (
    _annotate,
    _edit,
    _delete,
    _add_part,
    _place,
    _keep_lost,
    _new_version,
    _state,
    _correct,
    _remove,
)
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=8)


def _seen(library: Library) -> Any:
    """Return all that a user sees; a stamp of time tells nothing."""
    marks = [mark.as_dict() for mark in library.marks(ID)]
    for mark in marks:
        mark |= {"updated": None, "sum": None}
    return library.rows(), library.rows(removed=True), library.article(ID), marks


@settings(max_examples=25)
@given(acts)
def test_undo_goes_back_through_every_state_and_redo_forth_again(
    done: list[tuple[Act, int]],
) -> None:
    with _library() as library:
        states = [_seen(library)]
        for act, number in done:
            act(library, number)
            if (now := _seen(library)) != states[-1]:
                states.append(now)
        steps = 0
        for state in reversed(states[:-1]):
            while _seen(library) != state:
                assert library.undo() is not None
                steps += 1
        for _ in range(steps):
            assert library.redo() is not None
        assert library.redo() is None
        assert _seen(library) == states[-1]


@settings(max_examples=25)
@given(acts)
def test_no_mark_is_lost_and_every_anchor_is_on_its_words(done: list[tuple[Act, int]]) -> None:
    with _library() as library:
        live = 1
        for act, number in done:
            act(library, number)
            if act is _annotate:
                live += 1
            elif act is _delete:
                live = max(0, live - 1)
            marks = library.marks(ID)
            assert len(marks) == live
            text = library.article(ID).text
            for mark in marks:
                if mark.anchor.status in ("exact", "moved"):
                    assert text[mark.anchor.start : mark.anchor.end] == mark.quote
                for part, anchor in zip(mark.parts, mark.anchor.parts, strict=True):
                    if anchor.status in ("exact", "moved"):
                        assert text[anchor.start : anchor.end] == part.quote
            rows = [*library.rows(), *library.rows(removed=True)]
            assert [row.marks for row in rows if row.id == ID] == [live]
