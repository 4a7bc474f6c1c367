"""The screen finds facts without loading the rules, and says when it cannot."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import FactsError
from reader.library import fact_book
from tests.tui.conftest import OpenDesk

ROOT = Path(__file__).resolve().parents[2]
LIGHT = {
    *("reader.facts", "reader.facts.model", "reader.facts.lines"),
    *("reader.facts.chronology", "reader.facts.explaining", "reader.facts.languages"),
    *("reader.facts.sentences", "reader.facts.paragraphs", "reader.facts.words"),
}
"""What of the facts the screen may load."""

RUN = """
import asyncio, json, pathlib, sys
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.resources import sample_articles
from reader.tui.app import ReaderApp
from reader.tui.desk.articles import open_held

async def run():
    paths = Paths.below(pathlib.Path(sys.argv[1]))
    library = Library.open(paths, Config())
    source = next(path for path in sample_articles() if "warm-call" in path.name)
    added = library.add(str(source))
    app = ReaderApp(library, Config(), paths, open_held(library, added.id))
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.reading.side.facts.listed:
            await pilot.pause(0.05)
        await pilot.press("j", "right_parenthesis", "h")
        await pilot.pause(0.2)
    print(json.dumps([name for name in sys.modules if name.startswith("reader.facts")]))

asyncio.run(run())
"""


def test_the_process_of_the_screen_never_loads_the_rules(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert set(json.loads(done.stdout.splitlines()[-1])) - LIGHT == set()


async def test_the_panel_says_why_there_are_no_facts(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise FactsError("Harbour", "its facts took too long", "mark what matters yourself")

    monkeypatch.setattr(fact_book.FactBook, "_ask", fail)
    async with desk() as at:
        assert "No facts were found:" in at.text
        assert "its facts took too long;" in at.text
        await at.press("h")
        assert len(at.quotes) == 1


async def test_facts_that_were_found_before_are_there_with_the_page(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        listed = [row.text for row in at.screen.side.facts.rows.rows]
    assert "£4.2 million" in listed

    def fail(*_: object, **__: object) -> None:
        pytest.fail("the worker was asked again")

    monkeypatch.setattr(fact_book.FactBook, "_ask", fail)
    async with desk() as at:
        assert [row.text for row in at.screen.side.facts.rows.rows] == listed


async def test_an_engine_that_fails_is_told_and_the_facts_of_the_rules_stay(
    desk: OpenDesk,
) -> None:
    async with desk(config=Config(fact_engines=("nosuch",))) as at:
        for _ in range(200):
            if "nosuch: no engine" in at.said:
                break
            await at.pilot.pause(0.05)
        assert "nosuch: no engine" in at.said
        assert "£4.2 million" in [row.text for row in at.screen.side.facts.rows.rows]
