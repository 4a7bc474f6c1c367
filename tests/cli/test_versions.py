"""The verbs that look at an article's past, and what `add` says of a new version."""

from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, Run

EDITED = ARTICLE.replace("$6.3 billion", "$7.1 billion").replace("- A railway to the quay\n", "")


@pytest.fixture
def edited(run: Run, source: Path, article: str) -> str:
    """Return an article with a mark, of which a new version came."""
    run("annotate", article, "--quote", "at a cost of $6.3 billion")
    run("annotate", article, "--quote", "A railway to the quay")
    source.write_text(EDITED)
    assert run("add", str(source)).code == 0
    return article


def test_adding_a_new_version_tells_what_it_did_to_the_marks(
    run: Run, source: Path, article: str
) -> None:
    marked = run("annotate", article, "--quote", "at a cost of $6.3 billion").json["id"]
    lost = run("annotate", article, "--quote", "A railway to the quay").json["id"]
    source.write_text(EDITED)
    done = run("add", str(source), "--json")
    assert done.code == 0
    told = "1 mark edited: its figure changed from $6.3 billion to $7.1 billion, 1 lost"
    assert told in done.err
    assert f"see `reader changes {article}`" in done.err
    (row,) = done.json
    assert (row["status"], row["summary"]) == ("new-version", told)
    first, second = row["fates"]
    assert (first["mark"], first["fate"]) == (marked, "edited")
    assert first["changed"] == [["$6.3 billion", "$7.1 billion"]]
    assert (first["before"]["status"], first["after"]["status"]) == ("exact", "edited")
    assert "parts" not in first["before"]
    assert (second["mark"], second["fate"], second["after"]["start"]) == (lost, "lost", None)


def test_adding_the_same_again_has_no_fates_to_tell(run: Run, source: Path, article: str) -> None:
    done = run("add", str(source), "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json == [
        {"id": article, "title": "The harbour opens late", "status": "same", "error": None}
    ]


def test_a_new_version_without_marks_points_to_its_changes(
    run: Run, source: Path, article: str
) -> None:
    source.write_text(EDITED)
    done = run("add", str(source))
    assert done.out == f"new-version {article}  The harbour opens late\n"
    assert done.err == f"The harbour opens late: see `reader changes {article}`\n"


def test_versions_are_listed_the_oldest_first(run: Run, edited: str) -> None:
    first, second = run("versions", edited, "--json").json
    assert (first["shown"], second["shown"]) == (False, True)
    assert first["kept"] < second["kept"]
    assert first["words"] == second["words"] + 5
    plain = run("versions", edited).out.splitlines()
    assert plain[0].startswith(f"  {first['version'][:12]}  {first['kept']}  The harbour opens")
    assert plain[1].startswith(f"• {second['version'][:12]}")
    assert len(run("versions", edited, "--jsonl").lines) == 2


def test_a_damaged_version_is_listed_and_told(run: Run, edited: str, data_dir: Path) -> None:
    first, _ = run("versions", edited, "--json").json
    (damaged,) = (data_dir / "articles").rglob(f"{first['version']}.json")
    damaged.write_bytes(b"{")
    assert "damaged; add the article again" in run("versions", edited).out
    done = run("changes", edited)
    assert done.code == 5
    assert "damaged beyond reading" in done.err


def test_changes_are_told_by_the_word_with_what_stands_around_them(run: Run, edited: str) -> None:
    done = run("changes", edited)
    first, second = (one["version"][:12] for one in run("versions", edited, "--json").json)
    assert done.code == 0
    assert done.out.splitlines()[0] == f"{first} → {second}: 1 word added, 6 removed"
    assert "at a cost of $[-6.3-]{+7.1+} billion." in done.out
    assert "[-A railway to the quay-]" in done.out
    assert "… 2 paragraphs unchanged" in done.out


def test_coloured_changes_read_the_same_without_their_colours(run: Run, edited: str) -> None:
    coloured = run("changes", edited, "--color", "always").out
    assert "\x1b[31m[-6.3-]\x1b[0m\x1b[32m{+7.1+}\x1b[0m" in coloured
    for code in ("31", "32", "33", "2", "1", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == run("changes", edited).out


def test_changes_in_json_hold_both_texts(run: Run, edited: str) -> None:
    found = run("changes", edited, "--json").json
    assert found["article"] == edited
    first, second = (one["version"] for one in run("versions", edited, "--json").json)
    assert (found["from"], found["to"]) == (first, second)
    new = "".join(piece["text"] for piece in found["pieces"] if piece["kind"] != "removed")
    assert new == run("show", edited, "--format", "json").json["text"]


def test_two_versions_can_be_named_by_their_first_digits(run: Run, edited: str) -> None:
    first, second = (one["version"] for one in run("versions", edited, "--json").json)
    back = run("changes", edited, "--from", second[:6], "--to", first, "--json").json
    assert (back["from"], back["to"]) == (second, first)
    for name in (first[:3], "nosuch"):
        done = run("changes", edited, "--from", name)
        assert done.code == 4
        assert f"see `reader versions {edited}`" in done.err


def test_an_article_of_one_version_has_no_changes(run: Run, article: str) -> None:
    done = run("changes", article)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{article}: has one version only\n"


def test_a_version_differs_from_itself_in_nothing(run: Run, edited: str) -> None:
    first = run("versions", edited, "--json").json[0]["version"]
    done = run("changes", edited, "--from", first, "--to", first)
    assert (done.code, done.out) == (0, "")
    assert "nothing was changed" in done.err


def test_an_article_that_is_not_held_has_no_versions(run: Run, article: str) -> None:
    assert run("versions", "nothing-of-it").code == 4
    assert run("changes", "nothing-of-it").code == 4


def test_moved_paragraphs_and_long_ones_are_told_in_short(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    long = " ".join(f"word{number}" for number in range(200))
    paragraphs = ["First of all.", f"{long} old {long}", "Then this came.", "And this last."]
    path.write_text("A title\n\n" + "\n\n".join(paragraphs))
    (added,) = run("add", str(path), "--json").json
    paragraphs = [paragraphs[2], paragraphs[0], f"{long} new {long}", paragraphs[3]]
    path.write_text("A title\n\n" + "\n\n".join(paragraphs))
    run("add", str(path))
    out = run("changes", added["id"]).out
    assert "1 word added, 1 removed, 1 paragraph moved" in out
    assert "[moved here: Then this came.]" in out
    assert "[moved away: Then this came.]" in out
    assert "word199 [-old-]{+new+} word0" in out
    assert "word100" not in out
    assert "… 1 paragraph unchanged" in out


def test_a_line_end_that_changed_is_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("A title\n\nOne sentence. Another one.\n")
    (added,) = run("add", str(path), "--json").json
    path.write_text("A title\n\nOne sentence.\n\nAnother one.\n")
    run("add", str(path))
    assert "{+¶+}" in run("changes", added["id"]).out


def test_paragraphs_that_moved_to_the_end_are_told_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    one, two, three, four, five = (f"Paragraph {word} of all." for word in "abcde")
    path.write_text("\n\n".join(["A title", one, two, three, four, five]))
    (added,) = run("add", str(path), "--json").json
    path.write_text("\n\n".join(["A title", three, four, five, one, two]))
    run("add", str(path))
    lines = [line for line in run("changes", added["id"]).out.splitlines() if line]
    assert [line for line in lines if line.startswith("[moved")] == [
        f"[moved away: {one}]",
        f"[moved away: {two}]",
        f"[moved here: {one}]",
        f"[moved here: {two}]",
    ]
