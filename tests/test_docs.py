"""The documents tell what stands: every verb, every key, and no file that is not there."""

import argparse
import re
from pathlib import Path

import pytest

from reader.cli.parser import build_parser
from reader.config import SETTINGS, Config, Setting
from reader.ingest import ingest
from reader.resources import bundled
from reader.tui import commands
from reader.tui.keymap import COMMANDS, clashes
from reader.tui.theme_names import theme_for

ROOT = Path(__file__).resolve().parent.parent
NOTES = sorted((ROOT / "docs" / "notes").glob("*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
WRITTEN = {"colon": ":"}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def part(title: str) -> str:
    """Return the part of the README below the heading *title*."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def verbs() -> set[str]:
    """Return every verb of the command line."""
    return {
        verb
        for action in build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
        for verb in action.choices
    }


def targets(document: Path) -> list[str]:
    """Return what the document links to within the project."""
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    return [target for target in links if target and "://" not in target]


def test_the_readme_names_every_verb() -> None:
    named = set(re.findall(r"`reader (\w+)", part("Commands")))
    assert verbs() - named == set()


def test_the_readme_names_no_verb_that_is_not_there() -> None:
    text = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    named = set(re.findall(r"^reader ([a-z]+)(?= |$)", text, re.MULTILINE))
    named |= set(re.findall(r"^\| (?:`reader ([a-z]+)[ `])", part("Commands"), re.MULTILINE))
    assert named - verbs() == set()


def test_the_readme_names_every_key() -> None:
    assert commands.__all__
    keys = {WRITTEN.get(key, key) for command in COMMANDS.values() for key in command.keys}
    assert keys - set(re.findall(r"`([^` ]+)`", part("Keys"))) == set()


def test_the_readme_names_no_key_that_does_nothing() -> None:
    keys = {WRITTEN.get(key, key) for command in COMMANDS.values() for key in command.keys}
    rows = [row for row in part("Keys").splitlines() if row.startswith("|")]
    assert set(re.findall(r"`([^` ]+)`", "".join(rows))) - keys == set()


def test_the_tour_tells_keys_that_do_something() -> None:
    tour = (bundled("sample_articles") / "00-tour.md").read_text(encoding="utf-8")
    keys = {WRITTEN.get(key, key) for command in COMMANDS.values() for key in command.keys}
    told = set(re.findall(r"`([^` ]+)`", tour)) - {"ctrl+s"}
    assert told - keys == set()


def test_the_settings_in_the_guide_can_be_copied_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(GUIDE.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    config = Config.load(file)
    assert config.warnings == ()
    assert clashes(config.keys) == []
    assert theme_for(config.theme, term="xterm-256color", no_color=False).endswith("light")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_the_guide_names_every_setting(setting: Setting) -> None:
    table, _, name = setting.key.rpartition(".")
    assert f"\n{name} = " in GUIDE or f"\n[{name}]" in GUIDE
    assert not table or f"\n[{table}]" in GUIDE


@each_document
def test_every_file_that_a_document_links_to_is_there(document: Path) -> None:
    missing = [target for target in targets(document) if not (document.parent / target).exists()]
    assert missing == []


@each_document
def test_a_document_opens_in_the_reader(document: Path) -> None:
    assert ingest(str(document)).title


@pytest.mark.parametrize("note", NOTES, ids=lambda path: path.stem)
def test_a_note_says_one_why_in_sixty_lines_at_most(note: Path) -> None:
    lines = note.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert lines[0].startswith("# Why ")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", lines[2])


def test_the_architecture_fits_on_three_pages() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_the_changelog_speaks_of_the_version_that_stands() -> None:
    import reader

    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert reader.__version__ in changes


def test_every_make_target_that_a_document_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    stand = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"`make ([a-z-]+)", text)) - stand == set()
