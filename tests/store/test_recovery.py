"""What a crash left undone is made good when the directory is opened."""

import json
import os
import time
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import Change, Store
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import (
    article,
    listing,
    make_mark,
    no_file_beyond,
    note,
    notes,
    notes_file,
    records,
    segment,
)


def lose_files(root: Path) -> None:
    """Take from the disk what a power cut may take: files that no checkpoint made durable."""
    for path in [*(root / "notes").glob("*/*.json"), *(root / "state").glob("*/*.json")]:
        path.unlink()


def checkpoint(root: Path) -> dict[str, int]:
    """Return how far the last checkpoint reaches."""
    path = root / "history" / "checkpoint.json"
    segments: dict[str, int] = json.loads(path.read_bytes())["segments"] if path.exists() else {}
    return segments


def crash(store: Store) -> None:
    """End a copy as a crash does: without a checkpoint."""
    store._idle.stop()
    store._lock.close()


def test_files_that_a_power_cut_took_come_back_from_the_journal(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    crash(store)
    lose_files(root)
    store = open_store()
    assert (notes(store), store.state("harbour")) == (["two"], {"read": True})
    assert checkpoint(root) == {segment(root).name: segment(root).stat().st_size}
    assert store.take_notices() == []


def test_an_older_file_is_brought_up_to_date(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    mark_id = make_mark(store, note="one")
    older = notes_file(root).read_bytes()
    store.checkpoint()
    note(store, mark_id, "two")
    crash(store)
    notes_file(root).write_bytes(older)
    assert notes(open_store()) == ["two"]


def test_nothing_is_written_when_the_files_lack_nothing(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    make_mark(store, note="one")
    crash(store)
    before = listing(root)
    assert notes(open_store()) == ["one"]
    assert listing(root) == before


def test_a_torn_last_line_is_ignored_and_the_next_record_stands(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store, note="one")
    store.close()
    with segment(root).open("ab") as journal:
        journal.write(b'0123abcd {"id": "torn')
    store = open_store()
    make_mark(store, note="two")
    store.close()
    lose_files(root)
    (root / "history" / "checkpoint.json").unlink()
    assert notes(open_store()) == ["one", "two"]


def test_a_store_that_cannot_recover_now_shows_everything_all_the_same(
    open_store: OpenStore, root: Path, refuse: Refuse
) -> None:
    store = open_store()
    make_mark(store, note="one")
    crash(store)
    lose_files(root)
    with refuse("harbour.json"):
        store = open_store()
        assert "behind the journal and not brought up to date" in store.take_notices()[0]
        assert notes(store) == ["one"]
        store.checkpoint()
        assert checkpoint(root) == {}
    store.checkpoint()
    assert notes_file(root).exists()
    assert checkpoint(root) != {}


def test_a_directory_that_may_only_be_read_shows_the_journal_too(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    make_mark(store, note="one")
    crash(store)
    lose_files(root)
    before = listing(root)
    monkeypatch.setattr("os.access", lambda *_: False)
    store = open_store()
    assert [mark.note for mark in store.all_marks()] == notes(store) == ["one"]
    store.checkpoint()
    store.close()
    assert listing(root) == before


def test_a_lock_that_hangs_does_not_keep_anyone_from_reading(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = open_store()
    make_mark(hanging, note="one")
    lose_files(root)
    monkeypatch.setattr("reader.store.lock._PATIENCE_S", 0.0)
    with hanging._lock:
        store = open_store()
        assert "locked by another running copy" in store.take_notices()[0]
        assert notes(store) == ["one"]
        with pytest.raises(StoreError, match="locked by another running copy; end the copy"):
            make_mark(store)
    make_mark(store, note="two")
    assert notes(store) == ["one", "two"]


def test_checkpoints_come_every_so_many_records(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_CHECKPOINT_EVERY", "2")
    store = open_store()
    make_mark(store)
    assert checkpoint(root) == {}
    make_mark(store)
    assert checkpoint(root) == {segment(root).name: segment(root).stat().st_size}


def test_an_interval_that_is_no_number_is_ignored(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_CHECKPOINT_EVERY", "often")
    make_mark(open_store())
    assert checkpoint(root) == {}


def test_closing_makes_a_checkpoint_and_reading_makes_none(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store)
    store.close()
    assert checkpoint(root) == {segment(root).name: segment(root).stat().st_size}
    before = listing(root)
    store = open_store()
    notes(store)
    store.close()
    store.close()
    assert listing(root) == before


def test_an_idle_store_makes_its_checkpoint_and_backup(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.store._IDLE_S", 0.02)
    store = open_store()
    make_mark(store)
    patience = time.monotonic() + 30
    while not list((root / "backups").glob("*.tar.gz")) and time.monotonic() < patience:
        time.sleep(0.01)
    assert checkpoint(root) == {segment(root).name: segment(root).stat().st_size}
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        make_mark(store)


def test_a_checkpoint_that_cannot_be_written_is_postponed(store: Store, root: Path) -> None:
    make_mark(store)
    with no_file_beyond(10):
        store.checkpoint()
    assert "checkpoint postponed (File too large)" in store.take_notices()[0]
    store.checkpoint()
    assert checkpoint(root) != {}
    store.checkpoint()


def test_a_purged_article_does_not_come_back(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    store.put_article(article())
    make_mark(store, note="gone")
    make_mark(store, "quay", note="kept")
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    position = store.position()
    store.purge_article("harbour")
    assert store.changed_since(position) == frozenset({"harbour"})
    assert (store.versions("harbour"), store.state("harbour")) == ([], {})
    crash(store)
    lose_files(root)
    store = open_store()
    assert [mark.note for mark in store.all_marks()] == ["kept"]
    assert list(store.states()) == []
    make_mark(store, note="anew")
    store.close()
    notes_file(root).write_bytes(b"damaged")
    assert notes(open_store()) == ["anew"]
    store = open_store()
    store.purge_article("never-held")


def test_a_purge_that_was_broken_off_is_finished(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    store.put_article(article())
    make_mark(store, note="gone")
    store.checkpoint()
    kept = {path: path.read_bytes() for path in [notes_file(root), *root.glob("articles/*/*/*")]}
    store.purge_article("harbour")
    crash(store)
    for path, data in kept.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    store = open_store()
    assert (notes(store), store.versions("harbour")) == ([], [])
    store.put_article(article())
    make_mark(store, note="anew")
    crash(store)
    store = open_store()
    assert (notes(store), len(store.versions("harbour"))) == (["anew"], 1)


def test_unfinished_files_of_a_killed_writer_are_swept(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    make_mark(store)
    store.close()
    folder = notes_file(root).parent
    left = [folder / "harbour.json.1.0123abcd.tmp", root / "library.json.1.0123abcd.tmp"]
    theirs = folder / ".syncthing.harbour.json.tmp"
    for path in [*left, theirs]:
        path.write_bytes(b"half")
    os.utime(folder, (time.time() + 5, time.time() + 5))
    open_store()
    assert not any(path.exists() for path in left)
    assert theirs.exists()


def test_a_copy_of_another_device_is_merged_and_kept(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    mark_id = make_mark(store, note="old")
    other = make_mark(store, note="stays")
    note(store, mark_id, "theirs, newer")
    path = notes_file(root)
    theirs = path.read_bytes()
    store.undo()
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    store.close()
    copies = [
        path.with_name("harbour.sync-conflict-20260101-120000-ABCDEFG.json"),
        path.with_name("quay.sync-conflict-20260101-120000-ABCDEFG.json"),
        root / "library.sync-conflict-20260101-120000-ABCDEFG.json",
        root / "other.sync-conflict-20260101-120000-ABCDEFG.json",
    ]
    for copy in copies:
        copy.write_bytes(theirs)
    copies[2].write_bytes((root / "library.json").read_bytes())
    count = len(records(root))
    store = open_store()
    assert sorted(notes(store)) == ["old", "stays"]
    assert store.mark(other).note == "stays"
    notices = store.take_notices()
    assert any(
        "0 of its documents were newer; its copy is kept in quarantine/" in n for n in notices
    )
    assert [copy.exists() for copy in copies] == [False, False, False, True]
    assert len(notices) == 3
    assert notes(store, "quay") == []
    assert len(records(root)) == count


def test_what_another_device_changed_later_wins(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    mark_id = make_mark(store, note="ours")
    path = notes_file(root)
    ours = path.read_bytes()
    note(store, mark_id, "theirs")
    theirs = path.read_bytes()
    store.close()
    path.write_bytes(ours)
    for old in (root / "history").iterdir():
        old.unlink()
    path.with_name("harbour.sync-conflict-1.json").write_bytes(theirs)
    store = open_store()
    assert notes(store) == ["theirs"]
    store.close()
    lose_files(root)
    assert notes(open_store()) == ["theirs"]


def test_the_checkpoint_of_another_device_says_nothing_here(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store, note="kept")
    store.close()
    path = root / "history" / "checkpoint.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"device": "otherone"}))
    lose_files(root)
    assert notes(open_store()) == ["kept"]


def test_the_journal_of_another_device_is_taken_in(
    open_store: OpenStore, root: Path, tmp_path: Path
) -> None:
    make_mark(open_store(), note="ours")
    other = Store(tmp_path / "other")
    make_mark(other, note="theirs")
    other.close()
    theirs = segment(tmp_path / "other")
    (root / "history" / theirs.name).write_bytes(theirs.read_bytes())
    store = open_store()
    assert sorted(notes(store)) == ["ours", "theirs"]
    assert store.undo() is not None
    assert notes(store) == ["theirs"]


def test_a_checkpoint_passes_over_nothing_that_another_copy_left_undone(
    open_store: OpenStore, root: Path, refuse: Refuse
) -> None:
    other, store = open_store(), open_store()
    mark_id = make_mark(other, note="one")
    with refuse("library.json"):
        changes = [
            Change("notes", "harbour", mark_id, {"note": "two"}),
            Change("library", "", "feed", {"url": "u"}),
        ]
        other.commit(changes, "both")  # the journal has it, and one of the files
    crash(other)
    store.checkpoint()
    store.close()
    assert open_store().library() == {"feed": {"url": "u"}}


def test_a_journal_that_arrives_while_a_copy_runs_is_taken_in(
    open_store: OpenStore, root: Path, tmp_path: Path, refuse: Refuse
) -> None:
    other = Store(tmp_path / "other")
    make_mark(other, note="theirs")
    other.close()
    store = open_store()
    theirs = segment(tmp_path / "other")
    make_mark(store, "quay", note="ours")
    (root / "history" / theirs.name).write_bytes(theirs.read_bytes())
    with refuse("harbour.json"):
        store.checkpoint()
    assert "not brought up to date" in store.take_notices()[0]
    assert checkpoint(root) == {}
    store.checkpoint()
    assert notes(store) == ["theirs"]
    assert theirs.name in checkpoint(root)


def test_a_purge_that_the_system_breaks_off_is_told_and_finished_at_the_next_start(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    make_mark(store, note="gone")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        store.purge_article("harbour")
    told = "harbour: purged, but not all of its files are gone (Input/output error)"
    assert store.take_notices() == [f"{told}; the next start removes them"]
    crash(store)
    assert notes(open_store()) == []
    assert not list((root / "notes").glob("*/*"))
