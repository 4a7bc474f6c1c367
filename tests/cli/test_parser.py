"""The command line's grammar, and what it says of a line that it cannot understand."""

from pathlib import Path
from typing import Any

import pytest

from reader.cli import main, screen
from reader.cli.parser import LATER, VERBS, build_parser, parse
from reader.errors import UsageError


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show"], "reader show: ARTICLE is missing; see `reader show --help`"),
        (["show", "a", "--formt", "x"], "--formt: not expected here; did you mean --format?"),
        (["show", "a", "b c"], "b c: not expected here; see `reader show --help`"),
        (
            ["show", "a", "--format", "markdwn"],
            "--format 'markdwn': no such choice; did you mean markdown?",
        ),
        (
            ["show", "a", "--format", "x"],
            "--format 'x': no such choice; choose from text, markdown, html, json",
        ),
        (["show", "a", "--format"], "--format: expected one argument; see `reader show --help`"),
        (["list", "--json", "--jsonl"], "--jsonl: not allowed with argument --json"),
        (
            ["facts", "a", "--published", "soon"],
            "--published: 'soon' is no date such as 2025-12-11",
        ),
        (["edit", "a", "--published", "x"], "--published: 'x' is no date such as 2025-12-11"),
        (["one.md", "two.md"], "two.md: not expected here; see `reader --help`"),
        (["--data-dr", "x"], "--data-dr: not expected here; did you mean --data-dir?"),
        (["completions", "csh"], "SHELL 'csh': no such choice; did you mean tcsh?"),
        (["list", "--un"], "--un: not expected here"),
        (["undo", "--json=yes"], "--json: ignored explicit argument 'yes'"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_with_a_remedy(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(told), printed.err
    assert printed.err.count("\n") == 1


def test_what_argparse_tells_in_a_way_of_its_own_is_told_with_a_remedy() -> None:
    with pytest.raises(UsageError, match="reader: something odd; see `reader --help`"):
        build_parser().error("something odd")


@pytest.mark.parametrize("verb", sorted(LATER))
def test_a_verb_of_a_later_version_is_told_to_be_one(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, "x"]) == 2
    assert capsys.readouterr().err == f"{verb}: not in this version yet; see `reader --help`\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--data-dir", "there", "list"],
        ["list", "--data-dir", "there"],
        ["--data-dir=there", "list"],
        ["--data-dir", "there"],
        ["--data-dir", "there", "article.md"],
        ["article.md", "--data-dir", "there"],
    ],
)
def test_the_data_directory_may_stand_before_the_verb_and_behind_it(words: list[str]) -> None:
    assert parse(words).data_dir == "there"


@pytest.mark.parametrize("source", ["article.md", "-", "https://example.org/a", "./list", ""])
def test_what_is_no_verb_is_a_source_for_the_screen(source: str) -> None:
    arguments = parse([source])
    assert arguments.source == source
    assert arguments.run is screen.open_screen


def test_a_source_behind_two_dashes_may_have_the_name_of_a_verb() -> None:
    assert parse(["--", "list"]).source == "list"


def test_nothing_at_all_asks_for_the_screen_on_the_library() -> None:
    assert parse([]).source is None


def test_every_verb_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in VERBS:
        assert main([verb, "--help"]) == 0
        assert f"usage: reader {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_names_every_verb(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([asked]) == 0
    printed = capsys.readouterr().out
    assert all(f"    {verb} " in printed for verb in VERBS)


@pytest.mark.parametrize("words", [["--version"], ["--color", "never", "--version"]])
def test_the_version_is_printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out.startswith("newsmargin 0.")


def test_the_verbs_listed_are_those_the_parser_knows() -> None:
    actions: Any = build_parser()._subparsers
    assert set(actions._group_actions[0].choices) == set(VERBS)


def test_a_verb_wins_over_a_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list").write_text("words of an article")
    monkeypatch.chdir(tmp_path)
    assert parse(["list"]).run is not screen.open_screen
