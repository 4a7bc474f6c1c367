"""Clocks that go back, months that end, notes that are huge, disks that change while we run."""

import errno
import time
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ReadOnlyError
from reader.store import Change, Store
from reader.store.claim import Claim
from reader.store.format import read_format
from reader.store.journal import Journal
from reader.store.layout import Layout
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import make_mark, no_file_beyond, note, notes, notes_file, segment
from tests.store.test_recovery import crash, lose_files

DAY = 86_400


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what lets the months of the journal be those of another day."""

    def set_it(day: str) -> None:
        moment = time.strptime(day, "%Y-%m-%d")
        monkeypatch.setattr("reader.store.journal.time.gmtime", lambda: moment)

    return set_it


def segments(root: Path) -> list[str]:
    """Return the months of the journal."""
    return sorted(path.stem[9:] for path in (root / "history").glob("*.jsonl"))


def test_a_crash_at_the_turn_of_a_month_loses_nothing(
    open_store: OpenStore, root: Path, set_clock: Any
) -> None:
    set_clock("2026-11-30")
    store = open_store()
    mark_id = make_mark(store, note="november")
    set_clock("2026-12-01")
    note(store, mark_id, "december")
    make_mark(store, "quay", note="new")
    crash(store)
    lose_files(root)
    assert segments(root) == ["2026-11", "2026-12"]
    store = open_store()
    assert [mark.note for mark in store.all_marks()] == ["december", "new"]
    assert [step.label for step in iter(store.undo, None)] == ["highlight", "note", "highlight"]
    assert list(store.all_marks()) == []


def test_a_new_month_that_holds_a_torn_line_alone_loses_nothing(
    open_store: OpenStore, root: Path, set_clock: Any
) -> None:
    set_clock("2026-11-30")
    store = open_store()
    make_mark(store, note="november")
    crash(store)
    (root / "history" / segment(root).name.replace("2026-11", "2026-12")).write_bytes(b"0123 to")
    set_clock("2026-12-01")
    store = open_store()
    make_mark(store, note="december")
    crash(store)
    lose_files(root)
    assert notes(open_store()) == ["november", "december"]


def test_a_clock_gone_back_a_month_keeps_the_order(
    open_store: OpenStore, root: Path, set_clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock("2026-12-01")
    store = open_store()
    mark_id = make_mark(store, note="first")
    set_clock("2026-11-01")
    monkeypatch.setattr("reader.store.transaction.utc_now", lambda: "2020-01-01T00:00:00.000Z")
    note(store, mark_id, "second")
    note(store, mark_id, "third")
    crash(store)
    lose_files(root)
    assert segments(root) == ["2026-12"]
    store = open_store()
    assert notes(store) == ["third"]
    store.undo()
    assert notes(store) == ["second"]


def test_a_purged_article_that_is_marked_anew_by_a_clock_gone_back_is_kept(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    make_mark(store, note="gone")
    store.purge_article("harbour")
    past = "2020-01-01T00:00:00.000Z"
    monkeypatch.setattr("reader.store.transaction.utc_now", lambda: past)
    make_mark(store, note="anew")
    crash(store)
    store = open_store()
    assert notes(store) == ["anew"]
    crash(store)
    lose_files(root)
    store = open_store()
    assert notes(store) == ["anew"]
    crash(store)
    notes_file(root).write_bytes(b"damaged")
    assert notes(open_store()) == ["anew"]


def test_a_note_of_a_megabyte_is_kept_like_any_other(open_store: OpenStore, root: Path) -> None:
    text = "Łódź 港 \x00\U0001f6a2\n" * 100_000
    store = open_store()
    mark_id = make_mark(store, note=text)
    make_mark(store, note="short")
    crash(store)
    lose_files(root)
    store = open_store()
    assert store.mark(mark_id).note == text
    note(store, mark_id, "short")
    store.undo()
    assert store.mark(mark_id).note == text
    store.checkpoint()
    assert store.doctor() == []


def test_a_disk_that_is_full_during_an_undo_leaves_what_stood(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    with no_file_beyond(100), pytest.raises(Exception, match="nothing was saved"):
        store.undo()
    assert notes(store) == ["two"]
    assert store.undo() is not None
    assert notes(store) == ["one"]


def test_a_directory_that_becomes_read_only_is_told_and_later_written_again(
    store: Store, refuse: Refuse
) -> None:
    make_mark(store, note="before")
    with (
        refuse("harbour.json", errno.EROFS),
        pytest.raises(ReadOnlyError, match="Read-only file system; nothing was saved"),
    ):
        make_mark(store, note="lost to nobody")
    assert notes(store) == ["before"]
    make_mark(store, note="after")
    assert notes(store) == ["before", "after"]


def test_a_long_journal_that_is_checkpointed_is_not_read_at_the_start(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    make_mark(store, note="one")
    store.close()
    line = segment(root).read_bytes()
    with segment(root).open("ab") as journal:
        for _ in range(20):
            journal.write(line * 1000)
    open_store().checkpoint()
    read: list[str] = []

    def tail(_: Journal, name: str, start: int) -> bytes:
        read.append(f"{name} from {start}")
        return b""

    monkeypatch.setattr(Journal, "_tail", tail)
    store = open_store()
    assert notes(store) == ["one"]
    assert read == []
    assert store.changed_since(store.position()) == frozenset()


def test_what_lies_in_quarantine_is_named_after_what_it_was(store: Store, root: Path) -> None:
    make_mark(store)
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    shard = notes_file(root).parent.name
    for _ in range(2):
        notes_file(root).write_bytes(b"damaged")
        assert len(store.marks("harbour")) == 1
    (root / "library.json").write_bytes(b"damaged")
    assert store.library() == {"feed": {"url": "u"}}
    names = sorted(path.name for path in (root / "quarantine").iterdir())
    assert len(set(names)) == 3
    assert names[0].startswith("library.json.")
    assert all(name.startswith(f"notes-{shard}-harbour.json.") for name in names[1:])


def test_settings_that_are_nested_too_deeply_are_damage_like_any_other(
    open_store: OpenStore, root: Path
) -> None:
    make_mark(open_store(), note="one")
    deep = b"[" * 100_000
    (root / "format.json").write_bytes(deep)
    (root / "history" / "checkpoint.json").write_bytes(deep)
    assert read_format(Layout(root)) is None
    assert notes(open_store()) == ["one"]
    claim = Claim(root / ".lock")
    claim.path.write_bytes(deep)
    assert claim.holder() == "a process that is unknown"
    claim.release()
