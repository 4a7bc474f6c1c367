"""A directory opens whatever state it is in, for writing or at least for reading."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import NotFoundError, ReadOnlyError, StoreError
from reader.store import Store
from reader.store.idle import Idle
from reader.store.lock import Lock
from tests.store.conftest import OpenStore
from tests.store.making import make_mark, new_mark, note, notes, notes_file, quarantined, segment


def device(root: Path) -> str:
    """Return the name of this device."""
    return str(json.loads((root / "format.json").read_bytes())["device"])


def test_a_directory_is_made_with_all_above_it(tmp_path: Path) -> None:
    root = tmp_path / "a" / "b" / "c"
    store = Store(root)
    assert (store.root, store.read_only, store.take_notices()) == (root, None, [])
    assert json.loads((root / "format.json").read_bytes()) == {
        "device": device(root),
        "format": 1,
        "min_reader": 1,
    }
    store.close()


def test_the_device_keeps_its_name(open_store: OpenStore, root: Path) -> None:
    open_store()
    before = device(root)
    open_store()
    assert device(root) == before


def test_a_file_in_place_of_the_directory_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"hello")
    with pytest.raises(StoreError, match="not a directory; name another place"):
        Store(path)
    with pytest.raises(StoreError, match="Not a directory"):
        Store(path / "below")
    assert path.read_bytes() == b"hello"


def test_a_damaged_format_is_written_anew_and_undo_still_works(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store)
    store.close()
    before = device(root)
    (root / "format.json").write_bytes(b'{"device": 1}')
    store = open_store()
    assert "format.json: damaged and written anew" in store.take_notices()[0]
    assert quarantined(root) == [b'{"device": 1}']
    assert device(root) == before
    assert store.undo() is not None


@pytest.mark.parametrize("checkpoint", [None, b"{", b'{"device": "no"}'])
def test_a_damaged_format_without_a_checkpoint_gets_a_new_device(
    open_store: OpenStore, root: Path, checkpoint: bytes | None
) -> None:
    store = open_store()
    mark_id = make_mark(store)
    store.close()
    (root / "format.json").write_bytes(b"")
    path = root / "history" / "checkpoint.json"
    path.unlink()
    if checkpoint is not None:
        path.write_bytes(checkpoint)
    store = open_store()
    note(store, mark_id, "on")
    assert len(list((root / "history").glob("*.jsonl"))) == 2


def test_a_format_for_newer_programs_is_only_read(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    make_mark(store, note="kept")
    store.close()
    body = json.loads((root / "format.json").read_bytes()) | {"min_reader": 2}
    (root / "format.json").write_text(json.dumps(body))
    store = open_store()
    assert store.read_only == "written by a newer version of newsmargin"
    assert notes(store) == ["kept"]
    with pytest.raises(ReadOnlyError, match="a newer version of newsmargin; update newsmargin"):
        make_mark(store)


def test_a_directory_that_may_only_be_read_is_read(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_id = make_mark(open_store(), note="kept")
    monkeypatch.setattr("os.access", lambda *_: False)
    store = open_store()
    assert store.read_only == "Permission denied"
    assert store.mark(mark_id).note == "kept"
    for refused in (
        lambda: store.commit([new_mark()], "highlight"),
        lambda: store.purge_article("harbour"),
        store.redo,
    ):
        with pytest.raises(ReadOnlyError, match="Permission denied; let yourself write there or"):
            refused()


def test_a_disk_that_may_only_be_read_is_told_from_a_folder_that_is_closed(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store()
    told = os.statvfs_result((4096, 4096, 1, 1, 1, 1, 1, 1, os.ST_RDONLY, 255))
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("os.statvfs", lambda _: told)
    with pytest.raises(ReadOnlyError, match="Read-only file system; make the disk writable or"):
        make_mark(open_store())


def test_an_empty_directory_that_may_only_be_read_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    store = Store(tmp_path)
    assert (list(store.all_marks()), list(store.states())) == ([], [])
    assert (store.library(), store.position(), list(tmp_path.iterdir())) == ({}, "{}", [])
    store.close()


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EROFS, "make the disk writable"),
        (errno.ENOSPC, "make room on the disk"),
        (errno.EDQUOT, "delete other files of yours"),
        (errno.EACCES, "let yourself write there"),
    ],
)
def test_a_lock_that_cannot_be_made_leaves_reading(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    make_mark(open_store(), note="kept")

    def refuse(self: Lock, path: Path, tell: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Lock, "__init__", refuse)
    store = open_store()
    assert store.read_only == os.strerror(number)
    assert notes(store) == ["kept"]
    with pytest.raises(ReadOnlyError, match=f"; {remedy} or name another place with --data-dir"):
        make_mark(store)


def test_a_folder_in_place_of_the_lock_is_told(root: Path) -> None:
    (root / ".lock").mkdir(parents=True)
    with pytest.raises(StoreError, match="Is a directory"):
        Store(root)


def test_a_full_disk_at_the_very_start_leaves_reading(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("reader.store.format.replace_file", refuse)
    store = Store(root)
    assert store.read_only == "No space left on device"
    assert list(store.all_marks()) == []
    store.close()


def test_two_copies_that_start_at_once_agree_on_the_device(
    root: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = Lock._wait

    def wait_while_another_starts(lock: Lock) -> None:
        monkeypatch.setattr(Lock, "_wait", wait)
        open_store()
        wait(lock)

    monkeypatch.setattr(Lock, "_wait", wait_while_another_starts)
    late = open_store()
    assert late._journal.device == device(root)


def test_a_mark_is_found_by_its_id_alone(open_store: OpenStore, root: Path) -> None:
    mark_id = make_mark(open_store(), "quay", links=[])
    make_mark(open_store(), "harbour", reply_to=mark_id)
    assert open_store().mark(mark_id).article == "quay"
    segment(root).write_bytes(b"")
    assert open_store().mark(mark_id).article == "quay"
    with pytest.raises(NotFoundError, match="no such mark"):
        open_store().mark("0" * 13)


def test_a_mark_whose_file_and_history_are_gone_is_not_found(store: Store, root: Path) -> None:
    mark_id = make_mark(store)
    notes_file(root).unlink()
    segment(root).unlink()
    with pytest.raises(NotFoundError, match="no such mark"):
        store.mark(mark_id)


def test_no_more_is_remembered_than_has_a_bound(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.store._REMEMBERED", 2)
    ids = [make_mark(store, f"article-{number}") for number in range(5)]
    assert len(store._where) <= 3
    assert [store.mark(mark_id).article for mark_id in ids] == [f"article-{n}" for n in range(5)]


def test_a_file_in_place_of_the_history_is_told(store: Store, root: Path) -> None:
    (root / "history").write_bytes(b"in the way")
    with pytest.raises(StoreError, match="nothing was saved"):
        make_mark(store)
    assert list(store.all_marks()) == []


def test_files_of_others_among_ours_are_passed_over(store: Store, root: Path) -> None:
    make_mark(store, note="kept")
    folder = notes_file(root).parent
    (folder / "read me.json").write_bytes(b"")
    (folder / "notes.txt").write_bytes(b"")
    (folder.parent / "file").write_bytes(b"")
    assert [mark.note for mark in store.all_marks()] == ["kept"]


def test_a_lock_may_be_taken_again_by_the_thread_that_holds_it(tmp_path: Path) -> None:
    lock = Lock(tmp_path / ".lock", print)
    with lock, lock:
        lock.close()
    lock.close()
    with pytest.raises(StoreError, match="the store is closed"), lock:
        pass


def test_idle_work_may_stop_its_own_thread() -> None:
    idle = Idle(0.001, lambda: idle.stop())
    idle.stir()
    assert idle._thread is not None
    idle._thread.join(30)
    assert idle.stopped
    idle.stir()


def test_importing_the_store_does_not_load_tinydb() -> None:
    code = "import sys, reader.store; sys.exit('tinydb' in sys.modules or 'tarfile' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
