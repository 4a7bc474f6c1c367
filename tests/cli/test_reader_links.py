"""Links in notes lead back into the reader."""

import configparser
from pathlib import Path

from tests.cli.running import Run

ENTRY = Path(__file__).parents[2] / "docs" / "newsmargin.desktop"


def test_a_link_in_a_note_names_an_article_and_a_mark(run: Run, article: str) -> None:
    mark = run("annotate", article, "--quote", "two years late", "--json").json["id"]
    link = f"reader://open/{article}#{mark}"
    assert link in run("export", article).out
    assert run("open", link) == run("open", f"{article}#{mark}")
    assert "The harbour opens late" in run("open", link).out


def test_the_desktop_hands_such_links_to_the_reader() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ENTRY)
    assert dict(entry["Desktop Entry"]) | {
        "exec": "reader open %u",
        "terminal": "true",
        "mimetype": "x-scheme-handler/reader;",
    } == dict(entry["Desktop Entry"])
