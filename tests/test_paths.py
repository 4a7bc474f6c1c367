"""Where the program's files are looked for."""

import os
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.paths import Paths


def test_a_named_folder_holds_everything_and_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_DATA_DIR", str(tmp_path / "other"))
    paths = Paths.find(str(tmp_path / "mine"))
    assert paths.data == tmp_path / "mine"
    assert paths.config_file == tmp_path / "mine" / "config.toml"
    assert paths.index_file.name == "index.sqlite"
    assert tmp_path / "mine" in paths.index_file.parents


def test_the_environment_names_the_folder_when_the_command_line_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_DATA_DIR", str(tmp_path))
    assert Paths.find(None) == Paths.below(tmp_path)


def test_without_any_name_the_systems_own_folders_are_used(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_DATA_DIR", "")
    paths = Paths.find()
    assert paths.data == own_home / ".local/share/newsmargin"
    assert paths.config_file == own_home / ".config/newsmargin/config.toml"
    assert paths.cache == own_home / ".cache/newsmargin"


def test_a_relative_folder_is_fixed_to_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = Paths.find("notes")
    os.chdir("/")
    assert paths.data == tmp_path / "notes"


def test_a_tilde_is_the_home_folder(own_home: Path) -> None:
    assert Paths.find("~/news").data == own_home / "news"


def test_the_home_of_nobody_is_told() -> None:
    with pytest.raises(UsageError, match="no such home folder; write the whole path"):
        Paths.find("~nobody-here/news")


def test_finding_the_places_makes_no_folder(tmp_path: Path) -> None:
    Paths.find(str(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []
