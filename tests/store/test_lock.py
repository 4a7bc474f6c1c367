"""One writer at a time, also where the file system has no locks."""

import errno
import fcntl
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import Store
from reader.store.claim import OLD_S, Claim
from tests.store.conftest import OpenStore
from tests.store.making import make_mark, notes

HELD = ".lock.held"


def refused(number: int) -> object:
    """Return a ``flock`` that the system refuses with *number*."""

    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return flock


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse every lock, as some network mounts do."""
    monkeypatch.setattr(fcntl, "flock", refused(errno.ENOLCK))


def ended() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_there_are_no_locks_a_file_stands_in_and_that_is_told_once(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", refused(number))
    store = open_store()
    make_mark(store, note="one")
    make_mark(store, note="two")
    assert notes(open_store()) == ["one", "two"]
    (notice,) = store.take_notices()
    problem = f"locks are refused here ({os.strerror(number)})"
    assert notice == f".lock: {problem}; .lock.held stands in for them"
    assert not list(root.glob(".lock.*"))


def test_that_there_are_no_locks_is_told_once_of_a_library_for_it_lasts_and_harms_nothing(
    open_store: OpenStore, root: Path, no_locks: None
) -> None:
    make_mark(open_store(), note="one")
    again = open_store()
    make_mark(again, note="two")
    assert again.take_notices() == []
    assert ".lock.held stands in" in (root / ".lock").read_text()


def test_another_refusal_is_told_and_nothing_is_saved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", refused(errno.EIO))
    with pytest.raises(StoreError, match="Input/output error; nothing was saved"):
        make_mark(store)


@pytest.mark.usefixtures("no_locks")
def test_a_file_is_held_by_one_and_given_back(tmp_path: Path) -> None:
    first, second = Claim(tmp_path / ".lock"), Claim(tmp_path / ".lock")
    assert first.take()
    assert not second.take()
    assert first.path.stat().st_mode & 0o777 == 0o600
    first.release()
    assert second.take()


@pytest.mark.usefixtures("no_locks")
def test_whoever_does_not_give_it_back_is_named(
    store: Store, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(store)
    monkeypatch.setattr("reader.store.lock._PATIENCE_S", 0.0)
    assert Claim(root / ".lock").take()
    told = f"locked by process {os.getpid()} on .*; end it, or remove .lock.held if it has ended"
    with pytest.raises(StoreError, match=told):
        make_mark(store)
    (root / HELD).write_bytes(b"{")
    with pytest.raises(StoreError, match="locked by a process that is unknown"):
        make_mark(store)


@pytest.mark.usefixtures("no_locks")
def test_what_a_killed_writer_left_is_put_aside(store: Store, root: Path) -> None:
    make_mark(store, note="one")
    assert Claim(root / ".lock").take()
    body = json.loads((root / HELD).read_bytes())
    (root / HELD).write_text(json.dumps(body | {"pid": ended()}))
    make_mark(store, note="two")
    assert notes(store) == ["one", "two"]
    assert not list(root.glob(".lock.*"))


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("content", [b"", b'{"where": "elsewhere", "pid": 1}'])
def test_what_another_computer_left_is_put_aside_when_it_is_old(
    store: Store, root: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    make_mark(store, note="one")
    monkeypatch.setattr("reader.store.lock._PATIENCE_S", 0.0)
    (root / HELD).write_bytes(content)
    with pytest.raises(StoreError, match="locked by"):
        make_mark(store)
    old = time.time() - OLD_S - 60
    os.utime(root / HELD, (old, old))
    monkeypatch.setattr("reader.store.lock._PATIENCE_S", 30.0)
    make_mark(store, note="two")
    assert notes(store) == ["one", "two"]


def test_a_process_that_we_may_not_signal_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = Claim(tmp_path / ".lock")
    assert claim.take()

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    assert not claim.take()
    assert claim.path.exists()


@pytest.mark.parametrize("again", [False, True])
def test_who_was_slower_to_put_it_aside_gives_back_what_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    claim = Claim(tmp_path / ".lock")
    (tmp_path / ".lock").touch()
    claim.path.write_bytes(b"left")
    rename = Path.rename

    def overtaken(path: Path, target: Path) -> Path:
        path.write_bytes(b"somebody's own")
        moved = rename(path, target)
        if again:
            path.write_bytes(b"of a third")
        return moved

    monkeypatch.setattr(Path, "rename", overtaken)
    monkeypatch.setattr("reader.store.claim.OLD_S", -1.0)
    assert not claim.take()
    assert claim.path.read_bytes() == (b"of a third" if again else b"somebody's own")
    assert [path.name for path in tmp_path.glob(".lock.*")] == [HELD]


def test_a_file_that_is_gone_by_then_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = Claim(tmp_path / ".lock")
    claim.path.write_bytes(b"left")
    monkeypatch.setattr("reader.store.claim.read_bytes", lambda _: None)
    assert not claim.take()


def test_a_full_disk_leaves_no_file_that_nobody_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = Claim(tmp_path / ".lock")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("reader.store.claim.write_all", refuse)
    with pytest.raises(OSError, match="No space left"):
        claim.take()
    assert not claim.path.exists()


WITHOUT_LOCKS = """
import errno, fcntl, sys
from pathlib import Path
from reader.store import Store
from tests.store.making import make_mark

def refuse(*_):
    raise OSError(errno.ENOSYS, "Function not implemented")

fcntl.flock = refuse
store = Store(Path(sys.argv[1]))
for number in range(30):
    make_mark(store, note=f"{sys.argv[2]}-{number}")
store.close()
"""


def test_processes_without_locks_lose_nothing_of_each_other(
    open_store: OpenStore, root: Path
) -> None:
    repo = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WITHOUT_LOCKS, str(root), name], cwd=repo)
        for name in ("one", "two")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    wanted = {f"{name}-{number}" for name in ("one", "two") for number in range(30)}
    assert set(notes(open_store())) == wanted
