"""restore: a backup merged in, by its day, its name or its path."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def backup(run: Run, article: str, data_dir: Path) -> Path:
    """Return the backup of a library with an article and a mark on it."""
    for path in data_dir.glob("backups/*"):
        path.unlink()
    assert run("annotate", article, "--quote", "two years late", "--note", "why?").code == 0
    (path,) = data_dir.glob("backups/*")
    return path


def lose(data_dir: Path) -> None:
    """Take from the disk all that was noted, and the journal with it."""
    for name in ("notes", "state", "history"):
        shutil.rmtree(data_dir / name)


def test_without_a_name_the_backups_are_listed(run: Run, backup: Path) -> None:
    listed = run("restore", "--json")
    size = backup.stat().st_size
    assert (listed.code, listed.json) == (0, [{"name": backup.name, "bytes": size}])
    assert run("restore").out == f"{backup.name}  {size} bytes\n"


def test_where_there_are_none_that_is_said(run: Run) -> None:
    done = run("restore")
    assert (done.code, done.out) == (0, "")
    assert "there are no backups yet" in done.err
    assert run("restore", "--json").json == []


@pytest.mark.parametrize("named", ["its day", "its name", "its path"])
def test_what_was_lost_comes_back_and_is_counted(
    run: Run, backup: Path, data_dir: Path, tmp_path: Path, named: str
) -> None:
    elsewhere = tmp_path / "saved.tar.gz"
    shutil.copy(backup, elsewhere)
    names = {"its day": backup.name[:10], "its name": backup.name, "its path": str(elsewhere)}
    lose(data_dir)
    done = run("restore", names[named])
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 mark, 1 state of articles and 0 entries of the library came")
    assert [mark["note"] for mark in run("notes", "--json").json] == ["why?"]
    assert len(run("list", "--json").json) == 1


def test_it_is_counted_in_json_and_a_second_time_there_is_nothing(
    run: Run, backup: Path, data_dir: Path
) -> None:
    lose(data_dir)
    counts = {"backup": backup.name, "marks": 1, "states": 1, "library": 0}
    assert run("restore", backup.name, "--json").json == counts
    again = run("restore", backup.name)
    assert (again.code, again.out) == (0, "")
    assert again.err == f"{backup.name}: nothing came back; all of it is here, or newer\n"


def test_undo_takes_it_back(run: Run, backup: Path, data_dir: Path) -> None:
    lose(data_dir)
    run("restore", backup.name)
    assert f"restored {backup.name}" in run("undo").out
    assert run("notes", "--json").json == []
    run("redo")
    assert len(run("notes", "--json").json) == 1


def test_a_backup_that_is_not_there_ends_with_4(run: Run, backup: Path) -> None:
    done = run("restore", "1999-01-01")
    assert done.code == 4
    assert done.err == "1999-01-01: no such backup; `reader restore` lists those there are\n"


def test_a_file_that_is_no_backup_ends_with_5(run: Run, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tar.gz"
    other.write_bytes(b"something else")
    done = run("restore", str(other))
    assert done.code == 5
    assert done.err == f"{other}: not a backup, or damaged\n"
    other.write_bytes(backup.read_bytes()[:150])
    assert run("restore", str(other)).code == 5
    assert run("restore", str(tmp_path)).code == 5
