"""add, list, remove and edit."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, Done, Run


def test_add_tells_what_came_of_each_source(run: Run, source: Path) -> None:
    first = run("add", str(source), "--json")
    assert first.code == 0
    assert [row["status"] for row in first.json] == ["added"]
    assert first.json[0]["title"] == "The harbour opens late"
    assert [row["status"] for row in run("add", str(source), "--jsonl").lines] == ["same"]


def test_add_prints_lines_for_reading(run: Run, source: Path) -> None:
    done = run("add", str(source))
    assert done.out.startswith("added       harbour-")
    assert done.out.endswith("  The harbour opens late\n")


def test_a_changed_file_is_a_new_version(run: Run, source: Path, article: str) -> None:
    source.write_text(ARTICLE.replace("Nine berths", "Eleven berths"))
    row = run("add", str(source), "--json").json[0]
    assert (row["id"], row["status"]) == (article, "new-version")


def test_add_takes_a_folder_as_the_articles_in_it(run: Run, source: Path, tmp_path: Path) -> None:
    (tmp_path / "second.md").write_text("# Second\n\nSomething else happened on Friday.\n")
    rows = run("add", str(tmp_path), "--json").json
    assert [row["title"] for row in rows] == ["The harbour opens late", "Second"]


def test_a_folder_without_an_article_is_told(run: Run, tmp_path: Path) -> None:
    done = run("add", str(tmp_path))
    assert done.code == 1
    assert str(tmp_path) in done.err


def test_two_sources_cannot_have_come_from_one_address(run: Run, source: Path) -> None:
    done = run("add", str(source), "-", "--url", "https://example.org/a")
    assert done.code == 2
    assert "cannot be where 2 sources came from; add them one by one" in done.err


def test_add_takes_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(b"# Piped\n\nSomething came through a pipe today.\n"))
    monkeypatch.setattr(sys, "stdin", piped)
    row = run("add", "-", "--json", "--url", "https://example.org/piped").json[0]
    assert row["title"] == "Piped"
    assert run("show", "https://example.org/piped").out.startswith("Piped\n")


def test_one_source_of_several_that_fails_makes_it_partly_done(run: Run, source: Path) -> None:
    done = run("add", "nowhere.md", str(source), "--json")
    assert done.code == 1
    assert [row["status"] for row in done.json] == ["failed", "added"]
    assert done.json[0]["error"] + "\n" == done.err
    assert done.err.startswith("nowhere.md: ")


def test_a_source_that_is_not_there_ends_with_4(run: Run) -> None:
    done = run("add", "nowhere.md")
    assert (done.code, done.out) == (4, "")


def test_a_source_that_is_no_article_ends_with_1(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert run("add", str(empty)).code == 1


def test_an_address_that_may_not_be_fetched_ends_with_3(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_OFFLINE", "1")
    assert run("add", "https://example.org/a").code == 3


def test_an_empty_library_is_an_empty_list(run: Run) -> None:
    assert run("list", "--json") == Done(0, "[]\n", "")
    assert run("list", "--jsonl") == Done(0, "", "")


def test_an_empty_library_is_told_with_what_fills_it(run: Run) -> None:
    done = run("list")
    assert (done.code, done.out) == (0, "")
    assert "put some in with `reader add SOURCE`" in done.err


def test_conditions_that_no_article_meets_are_told_as_such(run: Run, article: str) -> None:
    done = run("list", "--tag", "nowhere")
    assert (done.code, done.out) == (0, "")
    assert done.err == "no article fits; `reader list` lists all there are\n"


def test_list_prints_the_rows_of_the_contract(run: Run, source: Path) -> None:
    run("add", str(source), "--section", "Coast", "--tag", "ports")
    row = run("list", "--json").json[0]
    assert row == {
        "id": row["id"],
        "title": "The harbour opens late",
        "publisher": "Example Wire",
        "published": "2025-12-11",
        "section": "Coast",
        "tags": ["ports"],
        "unread": True,
        "marks": 0,
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--query", "HARBOUR late"], True),
        (["--query", "railway"], False),
        (["--section", "Coast"], True),
        (["--section", "Inland"], False),
        (["--tag", "ports"], True),
        (["--tag", "rail"], False),
        (["--unread"], True),
        (["--removed"], False),
    ],
)
def test_list_picks(run: Run, source: Path, asked: list[str], found: bool) -> None:
    run("add", str(source), "--section", "Coast", "--tag", "ports")
    assert bool(run("list", "--jsonl", *asked).lines) == found


def test_list_prints_lines_for_reading(run: Run, article: str) -> None:
    run("annotate", article, "--quote", "two years late")
    run("annotate", article, "--quote", "Nine berths")
    assert run("list").out == (
        f"• {article}  The harbour opens late  Example Wire · 2025-12-11 · Saved · 2 marks\n"
    )


def test_a_removed_article_lies_in_the_trash_until_undo_brings_it_back(
    run: Run, article: str
) -> None:
    done = run("remove", article)
    assert done.code == 0
    assert "reader undo" in done.err
    assert run("list", "--json").json == []
    assert [row["id"] for row in run("list", "--removed", "--json").json] == [article]
    assert run("undo").code == 0
    assert [row["id"] for row in run("list", "--json").json] == [article]


def test_a_purged_article_is_gone_and_what_still_names_it_is_told(run: Run, article: str) -> None:
    done = run("remove", article, "--purge")
    assert done.code == 0
    assert done.err.startswith(f"{article}: purged; history/ and backups/ keep")
    assert run("list", "--json", "--removed").json == []
    assert run("show", article).code == 4


def test_remove_tells_what_is_not_there_and_removes_the_rest(run: Run, article: str) -> None:
    done = run("remove", "nobody", article)
    assert done.code == 1
    assert done.err.startswith("nobody: no such article")
    assert run("list", "--json").json == []


def test_what_came_of_a_removal_is_told_as_data(run: Run, article: str) -> None:
    done = run("remove", "nobody", article, article, "--json")
    assert done.code == 1
    assert [(row["id"], row["status"]) for row in done.json] == [
        ("nobody", "failed"),
        (article, "removed"),
        (article, "removed"),
    ]
    assert run("remove", article, "--purge", "--jsonl").lines[0]["status"] == "purged"


def test_removing_nothing_that_is_there_ends_with_4(run: Run) -> None:
    assert run("remove", "nobody").code == 4


def test_a_correction_outlives_the_next_version(run: Run, source: Path, article: str) -> None:
    done = run(
        *("edit", article, "--title", "Late", "--published", "2025-12-10"),
        *("--byline", "Ada", "--byline", "Ben"),
    )
    assert (done.code, done.out) == (0, "")
    source.write_text(ARTICLE.replace("Nine berths", "Eleven berths"))
    run("add", str(source))
    assert run("show", article).out.startswith("Late\n\nExample Wire · Ada, Ben · 2025-12-10\n")


def test_a_correction_is_told_as_data(run: Run, article: str) -> None:
    assert run("edit", article, "--title", "x", "--json").json == {"ok": True, "id": article}


def test_a_correction_of_nothing_ends_with_2(run: Run, article: str) -> None:
    done = run("edit", article)
    assert done.code == 2
    assert "give one of --title, --published, --byline, --section" in done.err


def test_a_correction_of_what_is_not_there_ends_with_4(run: Run) -> None:
    assert run("edit", "nobody", "--title", "x").code == 4


def test_a_line_is_left_out_and_brought_back(run: Run, article: str) -> None:
    whole = run("show", article).out
    words = "Nine berths"
    done = run("edit", article, "--drop", words, "--json")
    assert done.json["version"]
    assert "left out" in done.err
    assert words not in run("show", article).out
    assert words in run("show", article, "--raw").out
    assert run("edit", article, "--bring-back", words).out == ""
    assert run("show", article).out == whole


def test_a_line_that_is_not_there_is_told(run: Run, article: str) -> None:
    done = run("edit", article, "--bring-back", "no such words")
    assert done.code == 4
    assert "no such words: no such line is left out of the article; give all its words" in done.err
    assert run("edit", article, "--bring-back", "a", "--drop", "b").code == 2
