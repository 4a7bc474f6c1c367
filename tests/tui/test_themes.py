"""The colours: which theme holds, remembering it, and themes that users write."""

from pathlib import Path

import pytest
from textual.theme import Theme

from reader.config import Config
from reader.errors import ConfigError
from reader.library import Library
from reader.tui.own_themes import NAMES, own_themes, read_theme
from reader.tui.themes import THEMES, TOKENS
from tests.tui.conftest import Desk, OpenDesk

PAPER = """\
base = "light"

[colours]
page = "#fdf6e3"
mark = "rgb(255, 220, 120)"
accent = "#8a5a00"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make the folder of own themes of the library's configuration."""
    folder = tmp_path / "data" / "themes"
    folder.mkdir(parents=True)
    return folder


async def choose(at: Desk, theme: str) -> None:
    """Choose *theme* among the commands."""
    await at.press("colon")
    await at.type(f"theme {theme}")
    await at.press("enter")


async def test_a_theme_that_was_chosen_holds_the_next_time(desk: OpenDesk) -> None:
    async with desk() as at:
        await choose(at, "light")
    async with desk() as at:
        assert at.pilot.app.theme == "newsmargin-light"


async def test_choosing_a_theme_is_no_step_for_undo(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await choose(at, "light")
        await at.press("u")
        assert at.quotes == []
        assert at.pilot.app.theme == "newsmargin-light"


async def test_a_theme_written_into_the_configuration_afterwards_wins(desk: OpenDesk) -> None:
    async with desk() as at:
        await choose(at, "light")
    async with desk(config=Config(theme="contrast")) as at:
        assert at.pilot.app.theme == "newsmargin-contrast"
        await choose(at, "dark")
    async with desk(config=Config(theme="contrast")) as at:
        assert at.pilot.app.theme == "newsmargin-dark"


async def test_a_theme_of_ones_own_is_taken(desk: OpenDesk, folder: Path) -> None:
    (folder / "paper.toml").write_text(PAPER, encoding="utf-8")
    async with desk(config=Config(theme="paper")) as at:
        assert at.pilot.app.theme == "paper"
        assert at.pilot.app.theme_variables["page"] == "#fdf6e3"
        await choose(at, "dark")
        await choose(at, "paper")
        assert at.pilot.app.theme == "paper"


async def test_a_theme_that_went_gives_way_to_the_usual_one(
    desk: OpenDesk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    (folder / "paper.toml").write_text(PAPER, encoding="utf-8")
    async with desk() as at:
        await choose(at, "paper")
    (folder / "paper.toml").unlink()
    async with desk() as at:
        assert at.pilot.app.theme == "newsmargin-dark"


async def test_a_theme_nobody_knows_is_told(desk: OpenDesk) -> None:
    async with desk(config=Config(theme="papyrus")) as at:
        (told,) = [one.words for one in at.screen.telling.messages if "theme" in one.words]
        assert told.startswith("theme: there is no theme papyrus; name one of dark, light")


async def test_what_is_wrong_with_a_theme_is_told_at_the_start(
    desk: OpenDesk, folder: Path
) -> None:
    (folder / "paper.toml").write_text('[colours]\npge = "#000"', encoding="utf-8")
    async with desk() as at:
        (told,) = [one.words for one in at.screen.telling.messages if "paper" in one.words]
        assert told.endswith("paper.toml: pge: there is no such colour; did you mean page?")


async def test_a_read_only_library_remembers_no_theme(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "read_only", property(lambda _: "it is a test"))
    async with desk() as at:
        await choose(at, "light")
        assert at.pilot.app.theme == "newsmargin-light"
    assert library.settings.get("theme") is None


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("base = 'sepia'", "base: there is no theme 'sepia' to begin with; name one of dark"),
        ("colours = 3", "colours: must be a table; write it below [colours]"),
        ("[colours]\nmark = 3", "mark: 3 is no colour; write it as"),
        ("[colours]\nmark = 'yelow'", "mark: 'yelow' is no colour; write it as"),
        ("[colours]\nxyzzy = '#000'", "xyzzy: there is no such colour; there are page"),
        ("colors = 3", "colors: not part of a theme; write base and [colours]"),
        ("[colours", "not TOML: "),
    ],
)
def test_an_error_in_a_theme_names_file_and_place(
    tmp_path: Path, written: str, problem: str
) -> None:
    file = tmp_path / "paper.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(ConfigError) as told:
        read_theme(file)
    assert str(told.value).startswith(f"{file}: {problem}")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "dark.toml").write_text("")
    (tmp_path / "notes.txt").write_text("no theme")
    (tmp_path / "good.toml").write_text("")
    themes, problems = own_themes(tmp_path)
    assert [theme.name for theme in themes] == ["good"]
    assert [problem.partition(": ")[2] for problem in problems] == [
        "not UTF-8; save it as UTF-8",
        "Is a directory; make it a file you can read",
        "there is a theme dark already; give the file another name",
    ]


def test_a_folder_that_is_a_file_holds_no_themes(tmp_path: Path) -> None:
    (tmp_path / "themes").write_text("")
    assert own_themes(tmp_path / "themes") == ([], [])
    assert own_themes(tmp_path / "nowhere") == ([], [])


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_has_every_colour_that_can_be_named(theme: Theme) -> None:
    assert TOKENS.keys() <= theme.variables.keys()
    assert all(getattr(theme, name) for name in NAMES if name not in TOKENS)
