"""The daily archive: what is in it, which are kept, and how one is merged in again."""

import stat
import tarfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NotFoundError, StoreError
from reader.store import Change, Restored, Store
from reader.store.backup import back_up as write_archive
from reader.store.backup import is_due, superfluous
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import article, back_up, make_mark, note, notes, notes_file, segment


def test_an_archive_holds_what_the_user_made(store: Store) -> None:
    store.put_article(article())
    make_mark(store)
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    archive = back_up(store)
    assert archive is not None
    with tarfile.open(archive) as opened:
        names = sorted(opened.getnames())
    assert [name.split("/")[0] for name in names] == [
        "format.json",
        "library.json",
        "notes",
        "state",
    ]
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_one_archive_a_day_is_enough(store: Store) -> None:
    make_mark(store)
    assert is_due(store._layout)
    assert back_up(store) is not None
    assert not is_due(store._layout)
    assert back_up(store) is None


def test_closing_a_small_store_after_a_change_makes_the_archive(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    store.close()
    assert not (root / "backups").exists()
    store = open_store()
    make_mark(store)
    store.close()
    assert len(list((root / "backups").iterdir())) == 1


def test_closing_a_large_store_leaves_the_archive_to_a_quiet_moment(
    open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.backup._SMALL", 1)
    store = open_store()
    make_mark(store)
    make_mark(store, "quay")
    store.close()
    assert not (root / "backups").exists()


def test_an_archive_is_given_up_when_the_store_closes(store: Store, root: Path) -> None:
    make_mark(store)
    store._idle.stop()
    store._rest()
    assert not (root / "backups").exists()


def test_an_archive_that_is_given_up_half_way_leaves_nothing(store: Store, root: Path) -> None:
    make_mark(store)
    answers = iter([False, False, True])
    assert write_archive(store._layout, lambda: next(answers)) is None
    assert list((root / "backups").iterdir()) == []


def test_an_archive_that_cannot_be_written_is_told(
    open_store: OpenStore, root: Path, refuse: Refuse
) -> None:
    store = open_store()
    make_mark(store)
    (root / "backups").write_bytes(b"in the way")
    with pytest.raises(StoreError, match="backups"):
        back_up(store)
    store.close()
    assert "backups: " in store.take_notices()[0]


def test_nothing_is_archived_where_nothing_may_be_written(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(open_store())
    monkeypatch.setattr("os.access", lambda *_: False)
    store = open_store()
    assert store.read_only
    store.close()
    assert not (store.root / "backups").exists()


def test_old_archives_go_and_other_files_stay(store: Store, root: Path) -> None:
    (root / "backups").mkdir()
    today = date.today()  # noqa: DTZ011
    for ago in range(1, 30):
        (root / "backups" / f"{today - timedelta(days=ago)}.tar.gz").write_bytes(b"")
    (root / "backups" / "mine.tar.gz").write_bytes(b"")
    make_mark(store)
    back_up(store)
    names = {path.name for path in (root / "backups").iterdir()}
    assert "mine.tar.gz" in names
    assert {f"{today - timedelta(days=ago)}.tar.gz" for ago in range(2, 6)} <= names
    assert len(names) < 16


@given(ages=st.sets(st.integers(0, 600)))
def test_seven_days_four_weeks_and_six_months_are_kept(ages: set[int]) -> None:
    days = {date(2026, 7, 1) - timedelta(days=age) for age in ages}
    kept = days - superfluous(days)
    newest = sorted(days, reverse=True)
    assert set(newest[:7]) <= kept
    assert len(kept) <= 7 + 4 + 6
    weeks = sorted({day.isocalendar()[:2] for day in days}, reverse=True)[:4]
    assert set(weeks) <= {day.isocalendar()[:2] for day in kept}
    months = sorted({(day.year, day.month) for day in days}, reverse=True)[:6]
    assert set(months) <= {(day.year, day.month) for day in kept}


def test_a_merged_backup_brings_back_what_is_missing_and_nothing_old(
    open_store: OpenStore, root: Path, tmp_path: Path
) -> None:
    store = open_store()
    gone = make_mark(store, note="gone")
    stays = make_mark(store, "quay", note="old")
    store.commit([Change("state", "quay", "state", {"read": True})], "read")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    archive = back_up(store)
    assert archive is not None
    note(store, stays, "new")
    store.close()
    notes_file(root).unlink()
    (root / "library.json").unlink()
    next((root / "state").glob("*/quay.json")).unlink()
    for path in (root / "history").iterdir():
        path.unlink()
    store = open_store()
    assert notes(store) == []
    assert store.merge_backup(str(archive)) == Restored(1, 1, 1)
    assert store.state("quay") == {"read": True}
    assert (notes(store), notes(store, "quay")) == (["gone"], ["new"])
    assert store.library() == {"feed": {"url": "u"}}
    assert store.mark(gone).note == "gone"
    assert store.merge_backup(archive.name) == Restored()
    assert segment(root).stat().st_size > 0


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b\x08\x00" + b"x" * 50])
def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.tar.gz"
    path.write_bytes(data)
    with pytest.raises(StoreError, match="not a backup, or damaged"):
        store.merge_backup(str(path))


def test_a_cut_backup_is_refused(store: Store, tmp_path: Path) -> None:
    make_mark(store)
    archive = back_up(store)
    assert archive is not None
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(archive.read_bytes()[:200])
    with pytest.raises(StoreError, match="not a backup, or damaged"):
        store.merge_backup(str(cut))


def test_a_backup_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such backup"):
        store.merge_backup(str(tmp_path / "none.tar.gz"))
    with pytest.raises(StoreError, match=r"not a backup|Is a directory"):
        store.merge_backup(str(tmp_path))


def test_a_backup_is_found_by_its_day(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    archive = back_up(store)
    assert archive is not None
    assert store.backups() == [archive]
    store.purge_article("harbour")
    day = archive.name.partition(".")[0]
    assert store.merge_backup(day) == Restored(marks=1)
    assert store.mark(mark_id).note == "one"


def test_restoring_is_one_step_that_can_be_taken_back(store: Store) -> None:
    make_mark(store, note="one")
    make_mark(store, "quay", note="two")
    archive = back_up(store)
    assert archive is not None
    for name in ("harbour", "quay"):
        store.purge_article(name)
    store.merge_backup(archive.name)
    assert [mark.note for mark in store.all_marks()] == ["one", "two"]
    step = store.undo()
    assert step is not None
    assert step.label == f"restored {archive.name}"
    assert list(store.all_marks()) == []
    store.redo()
    assert [mark.note for mark in store.all_marks()] == ["one", "two"]


def test_what_was_deleted_since_the_backup_stays_deleted(store: Store) -> None:
    mark_id = make_mark(store)
    archive = back_up(store)
    assert archive is not None
    store.commit([Change("notes", "harbour", mark_id, {"deleted": True})], "deletion")
    assert store.merge_backup(archive.name) == Restored()
    assert store.marks("harbour") == []


def test_a_restored_backup_outlives_a_crash(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    make_mark(store, note="one")
    archive = back_up(store)
    assert archive is not None
    store.purge_article("harbour")
    store.merge_backup(archive.name)
    notes_file(root).unlink()
    (root / "history" / "checkpoint.json").unlink()
    assert notes(open_store()) == ["one"]


def test_members_that_are_none_of_ours_are_passed_over(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "odd.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in ("notes/ad/.json", "notes/../x.json", "notes/ad/a b.json", "readme.txt"):
            archive.addfile(tarfile.TarInfo(name))
        link = tarfile.TarInfo("notes/ad/harbour.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert store.merge_backup(str(path)) == Restored()
