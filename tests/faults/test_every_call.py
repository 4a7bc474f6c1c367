"""Wherever the process ends, and whichever call is refused, what was acknowledged stands."""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import Change, Store
from tests.faults.cutting import Calls, Cut, abandon, broken_off
from tests.store.making import article, back_up, make_mark, new_mark, note

Seen = tuple[dict[str, str], dict[str, dict[str, object]], dict[str, dict[str, object]]]

pytestmark = pytest.mark.slow


def seen(store: Store) -> Seen:
    """Return what a user sees of a store."""
    notes = {mark.id: mark.note for mark in store.all_marks()}
    return notes, dict(store.states()), store.library()


def several(store: Store) -> None:
    """Change three files in one step."""
    changes = [
        new_mark("quay", note="three"),
        Change("state", "quay", "state", {"read": True}),
        Change("library", "", "feed", {"url": "u"}),
    ]
    store.commit(changes, "several")


def first(store: Store) -> str:
    """Return the id of the first mark of the harbour."""
    return store.marks("harbour")[0].id


DEEDS: dict[str, tuple[Callable[[Store], object], ...]] = {
    "make a mark": (lambda store: make_mark(store, note="two"),),
    "make one in a new file": (lambda store: make_mark(store, "quay", note="two"),),
    "change one": (lambda store: note(store, first(store), "again"),),
    "change several files": (several,),
    "undo": (Store.undo,),
    "undo what changed several files": (several, Store.undo),
    "redo": (Store.undo, Store.redo),
    "put an article": (lambda store: store.put_article(article("Another text."), b"source"),),
    "checkpoint": (lambda store: make_mark(store, note="two"), Store.checkpoint),
    "purge": (lambda store: store.purge_article("harbour"),),
    "repair": (lambda store: store.doctor(repair=True),),
    "restore": (
        lambda store: store.purge_article("harbour"),
        lambda store: store.merge_backup(store.backups()[0].name),
    ),
}
"""What a user does, one after the other."""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a store that holds a little of everything, with a journal beyond its checkpoint."""
    root = tmp_path / "template"
    store = Store(root)
    store.put_article(article())
    make_mark(store, note="one")
    store.commit([Change("state", "harbour", "state", {"starred": True})], "star")
    back_up(store)
    store.checkpoint()
    note(store, first(store), "changed")
    abandon(store)
    return root


def do(store: Store, deed: str) -> None:
    """Do *deed* with *store*."""
    for act in DEEDS[deed]:
        act(store)


def outcomes(template: Path, root: Path, deed: str) -> list[Seen]:
    """Return what a user may see when *deed* was broken off: each state that it goes through."""
    shutil.copytree(template, root)
    store = Store(root)
    states = [seen(store)]
    for act in DEEDS[deed]:
        act(store)
        states.append(seen(store))
    abandon(store)
    shutil.rmtree(root)
    return states


def without_ids(states: list[Seen]) -> list[tuple[list[str], object, object]]:
    """Return *states* with the notes of the marks alone, for their ids are made anew each time."""
    return [(sorted(notes.values()), known, library) for notes, known, library in states]


@pytest.mark.parametrize("deed", DEEDS)
def test_wherever_the_process_ends_the_step_stands_whole_or_not_at_all(
    template: Path, tmp_path: Path, deed: str
) -> None:
    allowed = without_ids(outcomes(template, tmp_path / "whole", deed))
    calls = Calls(0)
    for number in range(1, 200):
        root = tmp_path / str(number)
        shutil.copytree(template, root)
        store = Store(root)
        calls = Calls(number)
        with broken_off(calls), contextlib.suppress(Cut):
            do(store, deed)
        abandon(store)
        again = Store(root)
        assert without_ids([seen(again)])[0] in allowed, (number, again.take_notices())
        make_mark(again, note="after")
        again.doctor(repair=True)
        assert again.doctor() == []
        assert "after" in [mark.note for mark in again.marks("harbour")]
        again.close()
        shutil.rmtree(root)
        if not calls.happened:
            break
    assert not calls.happened


@pytest.mark.parametrize("deed", sorted(DEEDS.keys() - {"purge", "restore"}))
def test_whichever_call_a_full_disk_refuses_nothing_acknowledged_is_lost(
    template: Path, tmp_path: Path, deed: str
) -> None:
    allowed = without_ids(outcomes(template, tmp_path / "whole", deed))
    calls = Calls(0)
    for number in range(1, 200):
        root = tmp_path / str(number)
        shutil.copytree(template, root)
        store = Store(root)
        calls = Calls(number, refuse=True)
        with broken_off(calls), contextlib.suppress(StoreError):
            do(store, deed)
        now = seen(store)
        assert without_ids([now])[0] in allowed, number
        kept = make_mark(store, note="after")
        abandon(store)
        again = Store(root)
        notes, known, library = seen(again)
        assert notes.pop(kept) == "after"
        assert (notes, known, library) == now, number
        again.close()
        shutil.rmtree(root)
        if not calls.happened:
            break
    assert not calls.happened
