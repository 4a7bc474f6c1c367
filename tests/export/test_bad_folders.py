"""Folders and files that cannot be written as they should: told in a line, and nothing is lost."""

import contextlib
import os
import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.export import Notes, find_notes, merge_notes, render_notes, write_notes
from tests.export.stories import COSTS, LEAD, ferry, highlight


def notes(note: str = "Ask.") -> Notes:
    """Return the notes on the ferry."""
    return render_notes(ferry(), [highlight("01jez7r4v0q8a", COSTS, note=note)])


@contextlib.contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Let no file grow beyond *most* bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_file_as_it_was_and_no_rubbish(tmp_path: Path) -> None:
    written = write_notes(tmp_path, notes(), {})
    before = written.path.read_bytes()
    with full_disk(300), pytest.raises(ReaderError, match="choose another place with -o"):
        write_notes(tmp_path, notes("Other."), written.bases)
    assert written.path.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []
    again = write_notes(tmp_path, notes("Other."), written.bases)
    assert again.status == "updated"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReaderError, match="permission denied"):
        write_notes(tmp_path, notes(), {})
    tmp_path.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReaderError, match="choose another place"):
        write_notes(tmp_path / "file" / "vault", notes(), {})


def test_a_folder_a_loop_and_a_dangling_link_under_its_name_are_left_alone(tmp_path: Path) -> None:
    first, second, third, fourth = (tmp_path / f"{name}.md" for name in notes().names)
    first.mkdir()
    second.symlink_to(second)
    third.symlink_to(tmp_path / "nowhere")
    assert write_notes(tmp_path, notes(), {}).path == fourth
    assert first.is_dir()
    assert third.is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_pipe_under_the_name_of_notes_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert find_notes(tmp_path) == {}


def test_notes_behind_a_link_are_merged_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    written = write_notes(tmp_path / "vault", notes(), {})
    away = written.path.rename(tmp_path / "away.md")
    written.path.symlink_to(away)
    away.write_text(away.read_text() + "\nMine.\n")
    again = write_notes(tmp_path / "vault", notes("Other."), written.bases)
    assert again.status == "updated"
    assert written.path.is_symlink()
    assert "Other." in away.read_text()
    assert "Mine." in away.read_text()


def test_bytes_that_are_no_text_are_told_and_left(tmp_path: Path) -> None:
    written = write_notes(tmp_path, notes(), {})
    broken = written.path.read_bytes() + b"\xff\xfe"
    written.path.write_bytes(broken)
    with pytest.raises(ReaderError, match="not UTF-8 text"):
        write_notes(tmp_path, notes("Other."), written.bases)
    assert written.path.read_bytes() == broken


def test_a_byte_order_mark_and_the_line_ends_of_windows_stay(tmp_path: Path) -> None:
    written = write_notes(tmp_path, notes(), {})
    text = "\ufeff" + written.path.read_text().replace("\n", "\r\n")
    written.path.write_bytes(text.encode())
    assert write_notes(tmp_path, notes(), written.bases).status == "same"
    more = render_notes(
        ferry(),
        [highlight("01jez7r4v0q8a", COSTS, note="Other."), highlight("01jez7r4v0q8b", LEAD)],
    )
    again = write_notes(tmp_path, more, written.bases)
    merged = written.path.read_bytes().decode()
    assert again.status == "updated"
    assert merged.startswith("\ufeff---\r\n")
    assert merged.count("\n") == merged.count("\r\n")
    assert LEAD in merged


def test_a_region_that_stands_twice_is_brought_up_to_date_once(tmp_path: Path) -> None:
    written = write_notes(tmp_path, notes(), {})
    text = written.path.read_text()
    region = text[text.index("<!-- newsmargin:begin h-") :]
    written.path.write_text(f"{text}\n{region}")
    write_notes(tmp_path, notes("Other."), written.bases)
    merged = written.path.read_text()
    assert (merged.count("Ask."), merged.count("Other.")) == (1, 1)


def test_a_file_that_is_saved_while_it_is_written_is_merged_with_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = write_notes(tmp_path, notes(), {})
    saved: list[str] = []

    def save_meanwhile(*arguments: object) -> object:
        merged = merge_notes(*arguments)  # type: ignore[arg-type]
        if not saved:
            saved.append("x")
            written.path.write_text(written.path.read_text() + "\nSaved just now.\n")
        return merged

    monkeypatch.setattr("reader.export.folder.merge_notes", save_meanwhile)
    write_notes(tmp_path, notes("Other."), written.bases)
    assert "Saved just now." in written.path.read_text()
    assert "Other." in written.path.read_text()


def test_a_name_that_is_too_long_for_the_system_is_told(tmp_path: Path) -> None:
    long = replace(notes(), names=("x" * 300,))
    with pytest.raises(ReaderError, match="name too long"):
        write_notes(tmp_path, long, {})
