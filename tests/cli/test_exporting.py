"""export: notes as text, as data, and as files that their owner edits."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def marked(run: Run, article: str) -> str:
    """Return the id of an article with two marks."""
    run("annotate", article, "--quote", "two years late", "--note", "Why two?")
    run("annotate", article, "--quote", "Nine berths", "--label", "evidence")
    return article


@pytest.fixture
def second(run: Run, tmp_path: Path) -> str:
    """Return the id of another article with a mark."""
    path = tmp_path / "ferry.md"
    path.write_text("# The ferry sails\n\nThe ferry sailed on Friday, with nobody on board.\n")
    article = str(run("add", str(path), "--json").json[0]["id"])
    run("annotate", article, "--quote", "nobody on board")
    return article


def test_the_notes_on_one_article_are_printed_as_markdown(run: Run, marked: str) -> None:
    done = run("export", marked)
    assert done.code == 0
    assert done.err == ""
    assert "two years late" in done.out
    assert "Why two?" in done.out
    assert run("export", marked, "-o", "-") == done


def test_facts_come_along_when_asked_for(run: Run, marked: str) -> None:
    assert "$6.3 billion" not in run("export", marked).out
    assert "$6.3 billion" in run("export", marked, "--facts").out


def test_marks_are_printed_as_data(run: Run, marked: str, second: str) -> None:
    listed = run("export", "--all", "--format", "json").json
    assert {mark["article"] for mark in listed} == {marked, second}
    assert len(listed) == 3
    rows = list(csv.DictReader(io.StringIO(run("export", "--all", "--format", "csv").out)))
    assert {row["title"] for row in rows} == {"The harbour opens late", "The ferry sails"}


def test_data_goes_into_a_file(run: Run, marked: str, tmp_path: Path) -> None:
    place = tmp_path / "notes.json"
    assert run("export", marked, "--format", "json", "-o", str(place), "--dry-run").code == 0
    assert not place.exists()
    assert run("export", marked, "--format", "json", "-o", str(place)).code == 0
    assert len(json.loads(place.read_text())) == 2
    assert run("export", marked, "--format", "csv", "-o", str(tmp_path)).code == 2


def test_each_article_has_its_own_file_in_a_folder(
    run: Run, marked: str, second: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    first = run("export", "--all", "-o", str(folder), "--json")
    assert first.code == 0
    assert {row["status"] for row in first.json} == {"new"}
    assert len(list(folder.glob("*.md"))) == 2
    again = run("export", marked, second, "-o", str(folder), "--jsonl")
    assert {row["status"] for row in again.lines} == {"same"}


def test_what_the_owner_wrote_into_a_file_stays(run: Run, marked: str, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    (path,) = (Path(row["path"]) for row in run("export", marked, "-o", str(folder), "--json").json)
    path.write_text(path.read_text() + "\nMy own words.\n")
    run("annotate", marked, "--quote", "A railway to the quay")
    done = run("export", marked, "-o", str(folder))
    assert done.out == f"updated  {path}\n"
    assert "My own words." in path.read_text()
    assert "A railway to the quay" in path.read_text()


def test_a_dry_run_prints_what_would_change_and_changes_nothing(
    run: Run, marked: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    done = run("export", marked, "-o", str(folder), "--dry-run")
    assert done.code == 0
    assert "+" in done.out
    assert "two years late" in done.out
    assert not list(folder.glob("*.md"))


def test_a_dry_run_prints_nothing_when_nothing_would_change(
    run: Run, marked: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    run("export", marked, "-o", str(folder))
    assert run("export", marked, "-o", str(folder), "--dry-run").out == ""


def test_what_both_sides_changed_is_left_to_the_owner_and_told(
    run: Run, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"
    run("export", marked, "-o", str(folder))
    (path,) = folder.glob("*.md")
    path.write_text(path.read_text().replace("Why two?", "Why three?"))
    mark = next(mark["id"] for mark in run("notes", "--json").json if mark["note"])
    line = json.dumps({"op": "edit", "id": mark, "note": "Why four?"}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert run("annotate", "--batch").code == 0
    done = run("export", marked, "-o", str(folder))
    assert done.code == 1
    assert "changed here and there" in done.err
    assert "Why three?" in path.read_text()


def test_the_folder_of_the_configuration_is_taken(
    run: Run, marked: str, data_dir: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    (data_dir / "config.toml").write_text(f'[export]\nfolder = "{folder}"\n')
    assert run("export", "--all").code == 0
    assert list(folder.glob("*.md"))


def test_a_file_whose_last_note_went_is_brought_up_to_date(
    run: Run, article: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    run("annotate", article, "--quote", "two years late", "--note", "Why two?")
    run("export", "--all", "-o", str(folder))
    run("undo")
    run("export", "--all", "-o", str(folder))
    (path,) = folder.glob("*.md")
    assert "Why two?" not in path.read_text()


@pytest.mark.parametrize(
    "words",
    [[], ["one", "--all"], ["--all", "--format", "docx"], ["--all"]],
    ids=["nothing", "both", "format", "no place"],
)
def test_an_export_that_is_not_clear_ends_with_2(run: Run, marked: str, words: list[str]) -> None:
    done = run("export", *words)
    assert (done.code, done.out) == (2, "")


def test_one_article_goes_into_a_file_of_ones_choice(
    run: Run, marked: str, second: str, tmp_path: Path
) -> None:
    place = tmp_path / "vault" / "my harbour.md"
    assert run("export", marked, "-o", str(place)).out == f"new      {place}\n"
    place.write_text(place.read_text() + "\nMy own words.\n")
    run("annotate", marked, "--quote", "A railway to the quay")
    assert run("export", marked, "-o", str(place)).out == f"updated  {place}\n"
    assert "My own words." in place.read_text()
    assert "A railway to the quay" in place.read_text()
    assert [path.name for path in place.parent.glob("*.md")] == ["my harbour.md"]
    assert "not the notes of this article" in run("export", second, "-o", str(place)).err
    both = run("export", marked, second, "-o", str(place))
    assert (both.code, both.out) == (2, "")


def test_an_article_that_is_not_there_is_told_and_the_others_are_exported(
    run: Run, marked: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    done = run("export", "nobody", marked, "-o", str(folder))
    assert done.code == 1
    assert "nobody: no such article" in done.err
    assert list(folder.glob("*.md"))
    assert run("export", "nobody").code == 4


def test_an_empty_library_has_nothing_to_export(run: Run, tmp_path: Path) -> None:
    done = run("export", "--all", "-o", str(tmp_path / "vault"))
    assert (done.code, done.out) == (0, "")
    assert run("export", "--all", "--format", "json").json == []


def test_a_folder_that_cannot_be_made_is_told(run: Run, marked: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("export", marked, "-o", str(tmp_path / "file" / "vault"))
    assert done.code != 0
    assert done.err.count("\n") <= 2


def test_the_contents_of_a_folder_lead_to_its_notes(
    run: Run, marked: str, second: str, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    run("annotate", marked, "--quote", "Nine berths", "--tag", "the sea")
    words = ("export", "--all", "-o", str(folder), "--format", "obsidian")
    assert run(*words, "--contents", "tags").code == 0
    text = (folder / "Notes.md").read_text()
    assert "The harbour opens late" in text
    assert "The ferry sails" in text
    tagged = (folder / "Tag the sea.md").read_text()
    assert "The ferry sails" not in tagged
    again = run(*words, "--contents", "tags", "--json")
    assert {row["status"] for row in again.json} == {"same"}
    assert run("undo").code == 0
    run(*words, "--contents", "tags")
    assert "The harbour opens late" not in (folder / "Tag the sea.md").read_text()
    run("remove", second)
    run(*words, "--contents", "library")
    assert "The ferry sails" not in (folder / "Notes.md").read_text()
    assert run("export", marked, "--contents", "tags", "-o", str(folder)).code == 2


def test_data_is_written_as_lines_or_for_each_article(
    run: Run, marked: str, second: str, tmp_path: Path
) -> None:
    lines = run("export", "--all", "--format", "json", "--jsonl").lines
    assert len(lines) == 3
    assert run("export", "--all", "--format", "html").code == 2
    folder = tmp_path / "pages"
    folder.mkdir()
    assert run("export", "--all", "--format", "html", "-o", str(folder)).code == 0
    pages = sorted(folder.glob("*.html"))
    assert len(pages) == 2
    stamps = [page.stat().st_mtime_ns for page in pages]
    run("export", "--all", "--format", "html", "-o", str(folder))
    assert [page.stat().st_mtime_ns for page in pages] == stamps
    assert run("export", marked, "--format", "html").out.startswith("<!doctype html>")


def test_a_folder_is_watched_until_that_is_interrupted(
    run: Run, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data_dir: Path
) -> None:
    folder = tmp_path / "vault"
    beats = iter(["--quote", "stop"])
    sleep = time.sleep

    def beat(seconds: float) -> None:
        if seconds < 1:  # somebody waits for a lock
            sleep(seconds)
            return
        if next(beats) == "stop":
            raise KeyboardInterrupt
        other = [sys.executable, "-m", "reader", "--data-dir", str(data_dir)]
        words = ["annotate", marked, "--quote", "A railway to the quay"]
        subprocess.run([*other, *words], check=True, capture_output=True)

    monkeypatch.setattr(time, "sleep", beat)
    assert run("export", "--all", "-o", str(folder), "--watch").code == 130
    (path,) = folder.glob("*.md")
    assert "A railway to the quay" in path.read_text()
    assert run("export", "--all", "--format", "csv", "--watch").code == 2


def test_a_template_is_printed_tried_and_used(run: Run, marked: str, tmp_path: Path) -> None:
    place = tmp_path / "mine.j2"
    place.write_text(run("template").out)
    assert "Ask **when** in spring." in run("template", str(place)).out
    assert "Why two?" in run("export", marked, "--template", str(place)).out
    notes = tmp_path / "notes.md"
    assert run("export", "--all", "--template", str(place), "-o", str(notes)).code == 0
    notes.write_text("Mine.")
    run("export", "--all", "--template", str(place), "-o", str(notes))
    assert "Why two?" in notes.read_text()
    assert (tmp_path / "notes.md.bak").read_text() == "Mine."
    place.write_text("one\n{{ two }}")
    done = run("template", str(place))
    assert (done.code, done.out) == (1, "")
    assert f"{place}, line 2: 'two' is undefined" in done.err
    assert run("template", str(tmp_path / "none")).code == 4
    assert run("export", marked, "--template", str(place), "--format", "csv").code == 2


def test_a_template_writes_files_that_are_merged_with_and_read_back(
    run: Run, marked: str, tmp_path: Path
) -> None:
    place = tmp_path / "mine.j2"
    place.write_text(run("template").out)
    folder = tmp_path / "vault"
    words = ["export", "--all", "--template", str(place), "-o", str(folder)]
    assert run(*words).code == 0
    (path,) = folder.glob("*.md")
    path.write_text(path.read_text().replace("Why two?", "Why three?") + "\nMine.\n")
    assert run(*words).out == ""
    back = ["import", str(folder), "--from-notes", "--template", str(place)]
    assert "+Why three?" in run(*back).out
    run(*words)
    assert path.read_text().endswith("Mine.\n")
    one = tmp_path / "one.md"
    assert (
        run("export", marked, "--template", str(place), "-o", str(one)).out == f"new      {one}\n"
    )
    place.write_text("{% region %}")
    assert f"{place}, line 1" in run(*words).err
    assert run("import", str(folder), "--template", str(place)).code == 2
