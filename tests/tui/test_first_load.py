"""What is loaded before the first frame stands: everybody waits for it at every start."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual._compositor import LayoutUpdate

from reader.tui.desk.curtain import Curtain
from reader.tui.screens.sparing import SparingCompositor
from tests.tui.conftest import OpenDesk

ROOT = Path(__file__).resolve().parents[2]

RUN = """
import pathlib, sys
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.app import ReaderApp
from reader.tui.desk.beginning import begin_with
from reader.tui.desk.curtain import Curtain

def look(curtain):
    print(*(name for name in sys.modules if name.startswith("reader.")))
    curtain._screen.app.exit()

Curtain._begin = look
paths = Paths.below(pathlib.Path(sys.argv[1]))
library = Library.open(paths, Config())
opened = begin_with(library, sys.argv[2], None)
ReaderApp(library, Config(), paths, opened).run(headless=True, size=(120, 40))
library.close()
"""

ADD = """
import pathlib, sys
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
library = Library.open(Paths.below(pathlib.Path(sys.argv[1])), Config())
print(library.add(sys.argv[2]).id)
library.close()
"""

LATER = {
    *(f"reader.tui.desk.{name}" for name in ("adding", "changes", "checking", "correcting")),
    *(f"reader.tui.desk.{name}" for name in ("covering", "exporting", "feed_menus", "feeding")),
    *(f"reader.tui.desk.{name}" for name in ("finding", "leaving", "left_out", "library_search")),
    *(
        f"reader.tui.desk.{name}"
        for name in ("link_hints", "linking", "lists", "notebook", "noting")
    ),
    *(f"reader.tui.desk.{name}" for name in ("parts", "placing", "samples")),
    *(f"reader.tui.desk.{name}" for name in ("sources_pane", "tagging", "versions", "walking")),
    "reader.tui.messages",
    *(f"reader.tui.widgets.{name}" for name in ("claim_form", "correction_form", "cover")),
    *(f"reader.tui.widgets.{name}" for name in ("hit_list", "note_editor", "search_pane")),
    *(f"reader.library.{name}" for name in ("backups", "cleaning", "export_data", "exporting")),
    *(f"reader.library.{name}" for name in ("feeds", "lost", "search", "versions")),
    *("reader.article.cleaning", "reader.article.markdown", "reader.export", "reader.ingest"),
    *("reader.facts.explaining", "reader.facts.extract"),
    *("reader.importers", "reader.search.text_index"),
}
"""What the first frame does not need."""


def test_what_the_first_frame_does_not_need_is_loaded_after_it(tmp_path: Path) -> None:
    """An article of the library stands on the page before the rest of the program is there."""
    article = tmp_path / "pier.md"
    article.write_text("# The pier\n\nThe pier was closed on Monday.\n", encoding="utf-8")
    held = _output(ADD, tmp_path / "data", article)
    loaded = set(_output(RUN, tmp_path / "data", held).split())
    assert "reader.tui.widgets.article_body" in loaded
    assert not sorted(loaded & LATER)


async def test_the_first_frame_is_painted_whole_once_and_without_what_waits_for_a_key(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What asks is put on the screen when that stands."""
    whole, stood = [], []
    begin, paint = Curtain._begin, SparingCompositor.render_full_update

    def painted(compositor: SparingCompositor, simplify: bool = False) -> LayoutUpdate:
        whole.append(compositor)
        return paint(compositor, simplify)

    def begun(curtain: Curtain) -> None:
        stood.append((len(whole), curtain._screen.prompt.is_attached))
        begin(curtain)

    monkeypatch.setattr(SparingCompositor, "render_full_update", painted)
    monkeypatch.setattr(Curtain, "_begin", begun)
    async with desk() as at:
        assert stood == [(1, False)]
        assert at.screen.prompt.is_attached


def _output(code: str, *arguments: object) -> str:
    """Return what a process of its own writes."""
    words = [sys.executable, "-c", code, *map(str, arguments)]
    ran = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    return ran.stdout.strip()
