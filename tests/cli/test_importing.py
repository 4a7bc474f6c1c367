"""import: what was taken in is told, what made no sense is told with its line."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run

POCKET = "title,url,time_added,tags,status\nA,https://example.org/a,1577836800,,unread\n"
READWISE = "Highlight,Title,Author,URL,Note,Location,Date\nWords,A,,https://example.org/a,,,\n"


@pytest.fixture
def listed(tmp_path: Path) -> str:
    """Return the name of a file of links, one of which makes no sense."""
    path = tmp_path / "links.csv"
    path.write_text(f"{POCKET}B,nowhere,1,,unread\n")
    return str(path)


def test_an_import_tells_what_came_of_it_and_what_made_no_sense(run: Run, listed: str) -> None:
    done = run("import", listed)
    assert (done.code, done.out) == (1, "")
    assert "line 3: “nowhere” is no web address\n" in done.err
    assert "pocket: 1 article, 1 not understood\n" in done.err
    assert [row["title"] for row in run("list", "--json").json] == ["A"]
    assert "1 here already" in run("import", listed).err
    run("undo")
    assert run("list", "--json").json == []


def test_a_dry_run_takes_nothing_in(run: Run, listed: str) -> None:
    done = run("import", listed, "--dry-run", "--json")
    assert done.json["articles"] == 1
    assert done.json["refused"] == ["line 3: “nowhere” is no web address"]
    assert run("list", "--json").json == []


def test_marks_without_a_place_are_listed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "marks.csv"
    path.write_text(READWISE)
    done = run("import", str(path))
    assert (done.code, done.out) == (0, "no place  Words\n")
    assert [mark["quote"] for mark in run("notes", "--json").json] == ["Words"]


def test_standard_input_is_a_file_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POCKET.encode())))
    assert run("import", "-", "--as", "pocket").code == 0
    assert len(run("list", "--json").json) == 1


def test_what_cannot_be_imported_is_told(run: Run, listed: str, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "none")).code == 4
    assert run("import", listed, "--as", "scroll").code == 2
    (tmp_path / "odd").write_text("odd")
    assert run("import", str(tmp_path / "odd")).code == 1


def test_many_problems_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(POCKET + "B,nowhere,1,,unread\n" * 60)
    done = run("import", str(path))
    assert done.err.count("nowhere") == 50
    assert "and 10 more; --json lists them all" in done.err


def test_edits_in_exported_notes_are_shown_and_taken_back(
    run: Run, article: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    run("annotate", article, "--quote", "two years late", "--note", "Why two?")
    run("export", article, "-o", str(folder))
    (path,) = folder.glob("*.md")
    path.write_text(path.read_text().replace("Why two?", "Why three?"))
    dry = run("import", "--from-notes", str(folder), "--dry-run")
    assert dry.code == 0
    assert "-Why two?\n+Why three?\n" in dry.out
    assert run("notes", "--json").json[0]["note"] == "Why two?"
    done = run("import", "--from-notes", str(folder), "--json")
    assert [one["after"] for one in done.json["offered"]] == ["Why three?"]
    assert run("notes", "--json").json[0]["note"] == "Why three?"
    assert run("import", "--from-notes", str(tmp_path / "none")).code == 4
