"""The settings file."""

from pathlib import Path

import pytest

from reader.config import SETTINGS, Config
from reader.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the settings lie."""
    return tmp_path / "config.toml"


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert Config.load(file) == Config()


def test_every_setting_of_the_file_is_taken(file: Path) -> None:
    file.write_text(
        'theme = "paper"\nbody_width = 72\neditor = "vi -u NONE"\n'
        '[keys]\nhighlight = ["h", "f5"]\nquit = "Q"\nzen = []\n'
        '[export]\nfolder = "~/notes"\nprofile = "obsidian"\n'
        "[network]\noffline = true\nallow_private = true\n"
    )
    assert Config.load(file) == Config(
        theme="paper",
        body_width=72,
        editor="vi -u NONE",
        keys={"highlight": ("h", "f5"), "quit": ("Q",), "zen": ()},
        export_folder=Path("~/notes").expanduser(),
        export_profile="obsidian",
        offline=True,
        allow_private=True,
    )


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ('theem = "x"', "there is no setting theem; did you mean theme?"),
        ('[export]\nfoldr = "x"', "there is no setting export.foldr; did you mean export.folder?"),
        ("offline = true", "there is no setting offline; did you mean network.offline?"),
        ("xyzzy = 1", "there is no setting xyzzy; see `reader config` for those there are"),
        ("[what]\never = 1", "there is no setting what.ever; see `reader config`"),
    ],
)
def test_an_unknown_setting_is_passed_over_with_advice(
    file: Path, written: str, advice: str
) -> None:
    file.write_text(written)
    (warning,) = Config.load(file).warnings
    assert warning.startswith(f"{file}: {advice}")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("theme = 3", "theme: cannot be 3; give it text"),
        ('theme = ""', "theme: cannot be ''; give it text"),
        ("body_width = true", "body_width: cannot be True; give it a whole number from 20 to 400"),
        ("[feeds]\nminutes = true", "feeds.minutes: cannot be True; give it a whole number from 0"),
        ("[feeds]\nminutes = 9000", "feeds.minutes: cannot be 9000; give it a whole number"),
        ("body_width = 3", "body_width: cannot be 3; give it a whole number from 20 to 400"),
        ('[network]\noffline = "yes"', "network.offline: cannot be 'yes'; give it true or false"),
        (
            '[export]\nfolder = "~nobody-here/x"',
            "export.folder: cannot be '~nobody-here/x'; give it",
        ),
        ("[export]\nfolder = []", "export.folder: cannot be that; give it text"),
        ("[keys]\nquit = [1]", 'keys.quit: cannot be that; give it a key such as "h", or a list'),
        ('keys = "vi"', "keys: must be a table; write it below [keys]"),
    ],
)
def test_a_setting_of_the_wrong_type_names_the_file_and_the_key(
    file: Path, written: str, problem: str
) -> None:
    file.write_text(written)
    with pytest.raises(ConfigError) as raised:
        Config.load(file)
    assert str(raised.value).startswith(f"{file}: {problem}")
    assert raised.value.exit_code == 2


def test_a_file_that_is_no_toml_is_told_with_the_place(file: Path) -> None:
    file.write_text("theme = \n")
    with pytest.raises(ConfigError, match=r"not TOML: .*line 1"):
        Config.load(file)


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"theme = '\xff'")
    with pytest.raises(ConfigError, match="not UTF-8; save it as UTF-8"):
        Config.load(file)


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(ConfigError, match="Is a directory; make it a file you can read"):
        Config.load(file)


@pytest.mark.parametrize(
    ("value", "offline"), [("1", True), ("yes", True), ("0", False), ("", False)]
)
def test_the_environment_can_forbid_the_network(
    file: Path, monkeypatch: pytest.MonkeyPatch, value: str, offline: bool
) -> None:
    monkeypatch.setenv("NEWSMARGIN_OFFLINE", value)
    assert Config.load(file).offline is offline


def test_a_description_has_a_row_for_every_setting(file: Path) -> None:
    file.write_text('[keys]\nquit = "Q"\n[export]\nfolder = "/notes"\n')
    rows = {row["key"]: row for row in Config.load(file).describe()}
    assert list(rows) == [setting.key for setting in SETTINGS]
    assert rows["keys"]["value"] == {"quit": ["Q"]}
    assert rows["export.folder"] == {
        "key": "export.folder",
        "value": "/notes",
        "default": None,
        "meaning": "where exports of several articles go",
    }
