"""Notes are found again wherever their owner put them, and written whole or not at all."""

import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.export import find_notes, render_notes, write_notes, write_notes_file, write_text
from reader.export.atomic import read_text
from tests.export.stories import BUSES, COSTS, ferry, highlight

FIRST = highlight("01jez7r4v0q8a", COSTS, note="Ask for the report.")
NOTES = render_notes(ferry(), [FIRST])
LATER = render_notes(ferry(), [replace(FIRST, note="It came."), highlight("01jez7r4v0q8b", BUSES)])
NAME = "2025-11-04 Saltby to lose its “old” ferry what now"


def test_the_first_export_makes_a_file(tmp_path: Path) -> None:
    written = write_notes(tmp_path / "notes", NOTES, {})
    assert written.status == "new"
    assert written.path == tmp_path / "notes" / f"{NAME}.md"
    assert written.path.read_text() == NOTES.text
    assert [path.name for path in written.path.parent.iterdir()] == [f"{NAME}.md"]


def test_an_export_of_nothing_new_writes_nothing(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    before = first.path.stat()
    again = write_notes(tmp_path, NOTES, first.bases)
    assert again.status == "same"
    assert again.bases == first.bases
    after = first.path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_is_found_again_under_another_name(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    mine = tmp_path / "harbour" / "mine.MD"
    mine.parent.mkdir()
    first.path.rename(mine)
    written = write_notes(tmp_path, LATER, first.bases)
    assert (written.path, written.status) == (mine, "updated")
    assert "It came." in mine.read_text()
    assert not first.path.exists()


def test_a_copy_of_the_owners_file_is_left_once(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    edited = first.path.read_text() + "\nMy line.\n"
    first.path.write_text(edited)
    second = write_notes(tmp_path, LATER, first.bases)
    copy = tmp_path / f"{NAME}.md.bak"
    assert copy.read_text() == edited
    write_notes(tmp_path, NOTES, second.bases)
    assert copy.read_text() == edited


def test_a_rehearsal_tells_the_difference_and_writes_nothing(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    first.path.write_text(first.path.read_text() + "no line end")
    text = first.path.read_text()
    dry = write_notes(tmp_path, LATER, first.bases, dry_run=True)
    assert dry.status == "updated"
    assert dry.bases == first.bases
    assert "-Ask for the report.\n" in dry.diff
    assert "+It came.\n" in dry.diff
    assert first.path.read_text() == text
    assert len(list(tmp_path.iterdir())) == 1


def test_a_rehearsal_of_the_first_export_makes_nothing(tmp_path: Path) -> None:
    dry = write_notes(tmp_path / "notes", NOTES, {}, dry_run=True)
    assert dry.status == "new"
    assert f"+{NOTES.title}\n" in dry.diff
    assert not (tmp_path / "notes").exists()


def test_files_of_others_are_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / f"{NAME}.md"
    mine.write_text("My own diary.\n")
    assert write_notes(tmp_path, NOTES, {}).path.name == f"{NAME} (Example Courier).md"
    assert mine.read_text() == "My own diary.\n"


def test_when_every_name_is_taken_that_is_told(tmp_path: Path) -> None:
    for name in NOTES.names:
        (tmp_path / f"{name}.md").write_text("My own.\n")
    with pytest.raises(ReaderError, match="other files under every name"):
        write_notes(tmp_path, NOTES, {})


def test_notes_are_found_by_the_id_in_their_front_matter(tmp_path: Path) -> None:
    hidden = tmp_path / ".trash"
    hidden.mkdir()
    (hidden / "gone.md").write_text("---\nid: a-1\n---\n")
    (tmp_path / "b.md").write_text('---\ntitle: x\nid: "a-1"\n---\n')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text("---\nid: a-1\n---\n")
    (tmp_path / "sub" / "c.md").write_bytes("\ufeff---\r\nid: c-1\r\n---\r\n".encode())
    (tmp_path / "other.md").write_text("id: d-1\n")
    (tmp_path / "none.md").write_text("---\ntitle: x\n---\nid: e-1\n")
    (tmp_path / "data.txt").write_text("---\nid: f-1\n---\n")
    (tmp_path / "lost.md").symlink_to(tmp_path / "nowhere")
    assert find_notes(tmp_path) == {"a-1": tmp_path / "b.md", "c-1": tmp_path / "sub" / "c.md"}


def test_a_copy_is_not_taken_for_the_notes(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    for name in (f"{NAME} copy.md", f"{NAME} (1).md"):
        (tmp_path / name).write_text(NOTES.text)
    assert write_notes(tmp_path, LATER, first.bases).path == first.path


def test_a_file_that_is_named_takes_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    first = write_notes_file(path, NOTES, {})
    assert first.status == "new"
    assert write_notes_file(path, LATER, first.bases).status == "updated"


def test_a_file_that_is_named_and_holds_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.md"
    path.write_text("My own diary.\n")
    with pytest.raises(ReaderError, match="not the notes of this article"):
        write_notes_file(path, NOTES, {})
    assert path.read_text() == "My own diary.\n"


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.touch()
    assert write_notes_file(path, NOTES, {}).status == "updated"
    assert path.read_text() == NOTES.text


def test_what_is_not_utf_8_is_left_alone(tmp_path: Path) -> None:
    first = write_notes(tmp_path, NOTES, {})
    data = NOTES.text.encode() + b"\xff\xfe"
    first.path.write_bytes(data)
    with pytest.raises(ReaderError, match="not UTF-8"):
        write_notes(tmp_path, LATER, first.bases)
    assert first.path.read_bytes() == data


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file, no folder\n")
    with pytest.raises(ReaderError, match="choose another place"):
        write_notes(blocked, NOTES, {})


def test_a_link_is_followed_and_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    write_text(tmp_path / "new.md", "text")
    assert (tmp_path / "new.md").stat().st_mode == plain.stat().st_mode


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match="no space left on device"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_saved_while_it_is_merged_is_merged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_notes(tmp_path, NOTES, {})
    reads: list[Path] = []

    def read_then_saved_by_its_owner(path: Path) -> str:
        text = read_text(path)
        if not reads:
            path.write_text(f"{text}\nSaved just now.\n")
        reads.append(path)
        return text

    monkeypatch.setattr("reader.export.folder.read_text", read_then_saved_by_its_owner)
    written = write_notes(tmp_path, LATER, first.bases)
    assert len(reads) == 2
    assert "Saved just now." in written.path.read_text()
    assert "It came." in written.path.read_text()


def test_a_file_that_never_rests_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_notes(tmp_path, NOTES, {})

    def read_then_saved(path: Path) -> str:
        text = read_text(path)
        path.write_text(f"{text}.")
        return text

    monkeypatch.setattr("reader.export.folder.read_text", read_then_saved)
    with pytest.raises(ReaderError, match="changes as fast as it is read"):
        write_notes(tmp_path, LATER, first.bases)


def test_names_that_differ_in_capitals_or_accents_alone_are_taken(tmp_path: Path) -> None:
    notes = render_notes(ferry(title="Über FÄHREN"), [])
    (tmp_path / unicodedata.normalize("NFD", f"{notes.names[0].lower()}.md")).write_text("Mine.")
    assert write_notes(tmp_path, notes, {}).path.name == f"{notes.names[1]}.md"
