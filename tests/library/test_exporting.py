"""Notes leave the library as text and as files."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.annotations import Link
from reader.config import Config
from reader.errors import NotFoundError, UsageError
from reader.library import Library
from reader.paths import Paths
from reader.store import Change
from tests.library.made import PORT, other, port


@pytest.fixture
def held(library: Library) -> str:
    """Keep an article with a note, and return its id."""
    library.keep(port(published="2025-12-11"), tags=["docks"])
    library.annotate(port().id, quote=PORT[0], note="Ask the union.")
    return port().id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def _only(folder: Path) -> Path:
    (file,) = folder.glob("*.md")
    return file


def test_the_notes_on_one_article_are_told_as_text(library: Library, held: str) -> None:
    text = library.export_text([held])
    assert PORT[0] in text
    assert "Ask the union." in text
    assert "docks" in text
    assert "[!quote]" in library.export_text([held], "obsidian")
    (mark,) = json.loads(library.export_text([held], "json"))
    assert mark["note"] == "Ask the union."
    assert library.export_text([held], "csv").count("Port strike ends") == 1


def test_facts_are_listed_when_they_are_asked_for(library: Library, held: str) -> None:
    assert "$12 million" not in library.export_text([held])
    assert "$12 million" in library.export_text([held], facts=True)


def test_marks_of_articles_that_are_not_held_are_exported_as_data(library: Library) -> None:
    library.annotate("a0", quote="words")
    assert json.loads(library.export_text(["a0"], "json"))[0]["quote"] == "words"
    assert "a0,,,,highlight,words" in library.export_text(["a0"], "csv")
    with pytest.raises(NotFoundError):
        library.export_text(["a0"], "markdown")


def test_several_articles_and_odd_formats_are_refused_as_one_text(
    library: Library, held: str
) -> None:
    with pytest.raises(UsageError, match="one file for each article; name a folder with -o"):
        library.export_text([held, held])
    with pytest.raises(UsageError, match="scroll: no format of an export; use markdown, "):
        library.export_text([held], "scroll")


def test_each_article_gets_a_file_that_is_brought_up_to_date(
    library: Library, held: str, folder: Path
) -> None:
    library.keep(other())
    report = library.export_to(folder, [held, other().id])
    assert report.summary == f"{folder}: 2 new"
    library.annotate(held, quote=PORT[1])
    assert library.export_to(folder, [held, other().id]).summary == (
        f"{folder}: 1 updated, 1 unchanged"
    )
    assert len(list(folder.glob("*.md"))) == 2


def test_what_the_owner_wrote_survives_the_next_export(
    library: Library, held: str, folder: Path
) -> None:
    library.export_to(folder, [held])
    file = _only(folder)
    file.write_text(
        file.read_text().replace("Ask the union.", "Ask the union today.") + "\nMine.\n"
    )
    library.annotate(held, quote=PORT[2])
    report = library.export_to(folder, [held])
    text = file.read_text()
    assert report.files[0].status == "updated"
    assert "Ask the union today." in text
    assert "\nMine.\n" in text
    assert PORT[2] in text


def test_an_unchanged_export_writes_nothing_and_opens_no_article(
    library: Library, held: str, folder: Path, paths: Paths
) -> None:
    library.export_to(folder, [held])
    file = _only(folder)
    before = (file.stat().st_mtime_ns, library.state(held))
    for stored in (paths.data / "articles").rglob("*.json"):
        stored.unlink()
    report = library.export_to(folder, [held])
    assert (report.files[0].status, report.summary) == ("same", f"{file}: unchanged")
    assert (file.stat().st_mtime_ns, library.state(held)) == before


def test_a_file_that_was_moved_is_found_again(library: Library, held: str, folder: Path) -> None:
    library.export_to(folder, [held])
    (folder / "by hand").mkdir()
    moved = _only(folder).rename(folder / "by hand" / "renamed.md")
    library.annotate(held, quote=PORT[1])
    report = library.export_to(folder, [held])
    assert (report.files[0].path, report.files[0].status) == (moved, "updated")


def test_a_dry_run_tells_and_leaves_everything(library: Library, held: str, folder: Path) -> None:
    report = library.export_to(folder, [held], dry_run=True)
    assert "+> " in report.files[0].diff
    assert not folder.exists()
    assert "exports" not in library.state(held)


def test_what_is_wrong_with_one_article_does_not_stop_the_others(
    library: Library, held: str, folder: Path
) -> None:
    report = library.export_to(folder, ["nothing", held])
    failed, written = report.files
    assert (failed.status, failed.exit_code, written.status) == ("failed", 4, "new")
    assert failed.as_dict() == {
        "article": "nothing",
        "path": None,
        "status": "failed",
        "conflicts": 0,
        "error": "nothing: no such article in the library; see `reader list`",
    }
    assert library.export_to(folder, ["nothing"]).summary == failed.error


def test_a_tie_to_another_article_is_named_and_followed(
    library: Library, held: str, folder: Path
) -> None:
    library.keep(other())
    far = library.annotate(other().id, quote="in so many words")
    unheld = library.annotate("a0", quote="elsewhere")
    links = (Link(far.id, "supports"), Link(unheld.id), Link("https://example.org/x"))
    tied = library.annotate(held, quote=PORT[1], links=links)
    broken = [*tied.as_dict()["links"], {"to": "none", "rel": "context", "note": ""}]
    library._store.commit([Change("notes", held, tied.id, {"links": broken})], "")
    library.export_to(folder, [held])
    assert "Other news 1: in so many words" in _only(folder).read_text()
    library.correct(other().id, title="Renamed")
    library.change_mark(far.id, start=0, end=len("What happened"))
    assert library.export_to(folder, [held]).files[0].status == "updated"
    assert "Renamed: What happened" in _only(folder).read_text()


def test_exporting_is_nothing_to_undo(library: Library, held: str, folder: Path) -> None:
    library.export_to(folder, [held])
    assert library.undo() == "note on “Dockers at the port of Skarrow went back…”"


def test_the_configuration_names_the_usual_format(paths: Paths) -> None:
    library = Library.open(paths, Config(export_profile="obsidian"))
    library.keep(port())
    library.annotate(port().id, quote=PORT[0])
    assert "[!quote]" in library.export_text([port().id])
    library.close()


def test_a_file_that_was_deleted_is_written_again(
    library: Library, held: str, folder: Path
) -> None:
    library.export_to(folder, [held])
    file = _only(folder)
    text = file.read_text()
    file.unlink()
    assert library.export_to(folder, [held]).files[0].status == "new"
    assert file.read_text() == text


def test_a_file_that_is_shut_is_not_written_a_second_time(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.keep(port())
    library.annotate(port().id, quote=PORT[1], note="Ask.")
    [file] = library.export_to(tmp_path / "notes", [port().id]).files
    assert file.path is not None
    library.annotate(port().id, quote=PORT[0])
    shut, opened = str(file.path), Path.open

    def refuse(path: Path, *given: Any, **named: Any) -> Any:
        if str(path) == shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), shut)
        return opened(path, *given, **named)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("reader.export.find_notes", lambda folder: {})
    [told] = library.export_to(tmp_path / "notes", [port().id]).files
    assert (told.status, "cannot be read" in str(told.error)) == ("failed", True)
    assert [path.name for path in (tmp_path / "notes").iterdir()] == [file.path.name]
