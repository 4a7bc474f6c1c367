"""Files that somebody deleted from outside come back from the journal, and the user is told."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotFoundError
from reader.store import Change, Store
from reader.store.layout import shard
from reader.store.lock import Lock
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import article, make_mark, note, notes, notes_file

Deletion = Callable[[Path], object]

DELETIONS: dict[str, Deletion] = {
    "all notes": lambda root: shutil.rmtree(root / "notes"),
    "one folder": lambda root: shutil.rmtree(notes_file(root).parent),
    "one file": lambda root: notes_file(root).unlink(),
}
"""What can be deleted of the notes."""


def saved(open_store: OpenStore) -> None:
    """Save two marks on each of three articles, and a state, and close."""
    store = open_store()
    for name in ("harbour", "quay", "pier"):
        make_mark(store, name, note=f"first of {name}")
        make_mark(store, name, note=f"second of {name}")
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    store.close()


def everything(store: Store) -> list[str]:
    """Return the notes of all articles."""
    return sorted(mark.note for mark in store.all_marks())


ALL = sorted(
    f"{which} of {name}" for which in ("first", "second") for name in ("harbour", "quay", "pier")
)


@pytest.mark.parametrize("deletion", DELETIONS)
def test_what_is_deleted_between_two_runs_is_there_at_the_next(
    open_store: OpenStore, root: Path, deletion: str
) -> None:
    saved(open_store)
    DELETIONS[deletion](root)
    store = open_store()
    (notice,) = store.take_notices()
    assert "deleted from outside" in notice
    assert "written anew from the journal" in notice
    assert everything(store) == ALL
    assert store.doctor() == []
    store.close()
    assert open_store().take_notices() == []


@pytest.mark.parametrize("deletion", DELETIONS)
def test_what_is_deleted_while_the_program_runs_is_there_when_it_is_read(
    open_store: OpenStore, root: Path, deletion: str
) -> None:
    saved(open_store)
    store = open_store()
    assert notes(store) == ["first of harbour", "second of harbour"]
    DELETIONS[deletion](root)
    assert notes(store) == ["first of harbour", "second of harbour"]
    assert everything(store) == ALL
    assert all("deleted from outside" in notice for notice in store.take_notices())


def test_a_file_that_was_never_read_here_is_missed_all_the_same(
    open_store: OpenStore, root: Path
) -> None:
    saved(open_store)
    store = open_store()
    notes_file(root).unlink()
    assert notes(store) == ["first of harbour", "second of harbour"]
    (notice,) = store.take_notices()
    assert notice.endswith("deleted from outside, 2 documents written anew from the journal")


def test_the_next_mark_does_not_hide_what_was_deleted(open_store: OpenStore, root: Path) -> None:
    saved(open_store)
    store = open_store()
    notes_file(root).unlink()
    make_mark(store, note="third")
    assert notes(store) == ["first of harbour", "second of harbour", "third"]


def test_a_checkpoint_counts_what_is_there_and_misses_what_is_not(
    open_store: OpenStore, root: Path
) -> None:
    saved(open_store)
    folder = notes_file(root).parent
    neighbour = next(f"a{n}" for n in range(10_000) if shard(f"a{n}") == folder.name)
    store = open_store()
    make_mark(store, neighbour, note="beside it")
    store.checkpoint()
    make_mark(store, neighbour, note="one more")
    notes_file(root).unlink()
    store.checkpoint()
    assert sorted(path.stem for path in folder.glob("*.json")) == sorted(["harbour", neighbour])


def test_a_deleted_library_file_and_states_come_back(open_store: OpenStore, root: Path) -> None:
    saved(open_store)
    (root / "library.json").unlink()
    shutil.rmtree(root / "state")
    store = open_store()
    assert store.library()["feed"]["url"] == "u"
    assert store.state("harbour")["read"]
    (notice,) = store.take_notices()
    assert "and 1 more files were deleted from outside" in notice


def test_states_are_looked_for_while_the_program_runs(open_store: OpenStore, root: Path) -> None:
    saved(open_store)
    store = open_store()
    shutil.rmtree(root / "state")
    assert [name for name, _ in store.states()] == ["harbour"]


def test_a_purged_article_stays_away(open_store: OpenStore, root: Path) -> None:
    saved(open_store)
    store = open_store()
    store.put_article(article())
    store.purge_article("harbour")
    assert notes(store) == []
    shutil.rmtree(root / "notes")
    assert everything(store) == sorted(words for words in ALL if "harbour" not in words)
    store.close()
    shutil.rmtree(root / "notes")
    store = open_store()
    assert notes(store) == []
    assert everything(store) == sorted(words for words in ALL if "harbour" not in words)
    store.close()
    assert open_store().take_notices() == []


def test_an_article_that_another_copy_purged_stays_away(open_store: OpenStore) -> None:
    saved(open_store)
    store, other = open_store(), open_store()
    assert notes(store)
    other.purge_article("harbour")
    assert notes(store) == []
    assert store.take_notices() == []


def test_deleted_marks_come_back_as_deleted(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    key = make_mark(store, note="kept")
    store.commit([Change("notes", "harbour", key, {"deleted": True})], "delete")
    store.close()
    shutil.rmtree(root / "notes")
    store = open_store()
    assert notes(store) == []
    store.undo()
    assert notes(store) == ["kept"]


def test_a_checkpoint_that_did_not_count_is_followed_by_one_that_does(
    open_store: OpenStore, root: Path
) -> None:
    saved(open_store)
    path = root / "history" / "checkpoint.json"
    body = json.loads(path.read_bytes())
    del body["files"]
    path.write_text(json.dumps(body), encoding="utf-8")
    shutil.rmtree(root / "notes")
    assert everything(open_store()) == ALL
    assert json.loads(path.read_bytes())["files"][f"notes/{shard('harbour')}"] == 1


def test_where_nothing_can_be_written_the_marks_are_read_from_the_journal(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(open_store)
    shutil.rmtree(root / "notes")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    store = open_store()
    assert store.read_only
    assert everything(store) == ALL
    (notice,) = [one for one in store.take_notices() if "outside" in one]
    assert notice.endswith(
        "2 more files were deleted from outside, 6 documents read from the journal"
    )
    assert not (root / "notes").exists()


def test_a_full_disk_does_not_hide_what_was_deleted(
    open_store: OpenStore, root: Path, refuse: Refuse
) -> None:
    saved(open_store)
    store = open_store()
    note(store, store.marks("harbour")[0].id, "changed")
    path = notes_file(root)
    path.unlink()
    with refuse(path.name):
        assert notes(store) == ["changed", "second of harbour"]
    (notice,) = store.take_notices()
    assert "not written anew (No space left on device)" in notice
    assert notes(store) == ["changed", "second of harbour"]


def test_a_file_that_came_back_meanwhile_is_taken_as_it_is(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(open_store)
    store = open_store()
    path = notes_file(root)
    raw = path.read_bytes()
    path.unlink()
    enter = Lock.__enter__

    def restoring(lock: Lock) -> Lock:
        path.write_bytes(raw)
        return enter(lock)

    monkeypatch.setattr(Lock, "__enter__", restoring)
    assert notes(store) == ["first of harbour", "second of harbour"]
    assert store.take_notices() == []


def test_a_mark_of_which_neither_file_nor_journal_is_left_is_not_found(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    key = make_mark(store)
    store.close()
    shutil.rmtree(root / "notes")
    shutil.rmtree(root / "history")
    with pytest.raises(NotFoundError):
        open_store().mark(key)
