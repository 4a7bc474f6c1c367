"""What did not change since the last export is not looked at, and whatever did is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotations import Link
from reader.library import Library
from reader.paths import Paths
from tests.library.conftest import OpenLibrary
from tests.library.made import PORT, other, port

Export = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def export(library: Library, folder: Path) -> Export:
    """Return what exports two articles and tells what became of each."""
    library.keep(port())
    library.keep(other())
    library.annotate(port().id, quote=PORT[0], note="Ask.")
    library.annotate(other().id, quote="in so many words")

    def run() -> list[str]:
        report = library.export_to(folder, [port().id, other().id], alone=True)
        return [file.status for file in report.files]

    assert run() == ["new", "new"]
    return run


def test_nothing_is_read_when_nothing_changed(
    export: Export, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(library._store, "state", refuse)
    monkeypatch.setattr(library._store, "marks", refuse)
    assert export() == ["same", "same"]


def test_what_another_copy_changed_is_written(
    export: Export, library: Library, open_library: OpenLibrary
) -> None:
    assert export() == ["same", "same"]
    open_library().annotate(port().id, quote=PORT[1])
    assert export() == ["updated", "same"]
    library.correct(other().id, title="Renamed")
    assert export() == ["same", "updated"]
    assert export() == ["same", "same"]


def test_what_a_note_is_tied_to_counts(export: Export, library: Library) -> None:
    far = library.marks(other().id)[0]
    library.annotate(port().id, quote=PORT[1], links=[Link(far.id)])
    assert export() == ["updated", "same"]
    library.change_mark(far.id, start=0, end=len("What happened"))
    assert export() == ["updated", "updated"]


def test_a_file_that_was_edited_moved_or_deleted_is_looked_at(
    export: Export, library: Library, folder: Path
) -> None:
    path = next(path for path in folder.glob("*.md") if "Port" in path.name)
    path.write_text(path.read_text() + "\nMine.\n")
    library.annotate(port().id, quote=PORT[1])
    assert export() == ["updated", "same"]
    assert "Mine." in path.read_text()
    moved = path.rename(folder / "moved.md")
    assert export() == ["same", "same"]
    moved.unlink()
    assert export() == ["new", "same"]


def test_an_index_that_is_damaged_or_for_something_else_is_not_used(
    export: Export, library: Library, folder: Path, paths: Paths
) -> None:
    (index,) = (paths.cache / "exports").iterdir()
    index.write_text("{")
    assert export() == ["same", "same"]
    report = library.export_to(folder, [port().id], alone=True, profile="obsidian")
    assert report.files[0].status == "updated"
