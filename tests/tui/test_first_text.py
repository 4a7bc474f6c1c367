"""The text that stands before Textual is loaded: at the very cells where the screen has it.

Each theme's styles are a file beside the sheets; ``UPDATE_LOOKS=1`` writes it anew from them.
"""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyte
import pytest
from rich.console import Console
from rich.style import Style

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.resources import bundled
from reader.tui.desk.opened import Opened, read_held
from reader.tui.first_text import Region, first_text, page_region, reading_text
from reader.tui.ink import BASE, EDGE, LINE, LOOKS, PLAIN, ink_for
from reader.tui.page.painter import STYLES
from reader.tui.page.steady import steady
from reader.tui.screens.reading import ReadingScreen
from reader.tui.theme_names import OURS, PREFIX, SETTING
from reader.tui.widgets.page_look import look_of
from tests.tui.conftest import Desk, OpenDesk, id_of

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((40, 12), (79, 24), (80, 24), (119, 30), (120, 40), (153, 41), (200, 60), (260, 20))

TONGUES = """# القطار 新聞 समाचार 🚂

The train 🚆 left Wien 👩‍👩‍👧 at noon; हिन्दी में समाचार पढ़ें, and 港は春に再開される。

عاد القطار إلى المحطة في الصباح.

- one *stressed* and `coded` [linked](https://example.org/a)

> quoted words

| Quay | Cost |
| --- | --- |
| North | 2 |
"""


def _look(screen: ReadingScreen) -> dict[str, str]:
    """Return the styles of the screen as they are kept."""
    look = look_of(screen.body)
    edge_of = screen.section_tree
    edge = Style(color=edge_of.styles.border_right[1].rich_color)
    told = dict(zip(STYLES, look.styles, strict=True)) | {
        BASE: look.base,
        LINE: screen.title_line.rich_style,
        EDGE: edge,
    }
    return {name: str(style) for name, style in sorted(told.items())}


@pytest.mark.parametrize("no_color", [False, True])
async def test_the_looks_are_those_that_the_sheets_give(
    desk: OpenDesk, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    found = {}
    async with desk() as at:
        for name in OURS:
            at.pilot.app.theme = PREFIX + name
            at.screen.colours.mark_plain()
            await at.settle()
            found[name + PLAIN * no_color] = _look(at.screen)
    file = bundled("styles") / LOOKS
    kept = json.loads(file.read_text(encoding="utf-8"))
    if os.environ.get("UPDATE_LOOKS"):
        text = json.dumps(dict(sorted((kept | found).items())), indent=1)
        file.write_text(text + "\n", encoding="utf-8")
    else:
        assert {name: kept[name] for name in found} == found


async def test_the_page_is_where_it_is_said_to_be_at_every_size(desk: OpenDesk) -> None:
    async with desk() as at:
        for columns, rows in [*SIZES, *((width, 12) for width in range(118, 260, 3))]:
            await at.pilot.resize_terminal(columns, rows)
            await at.settle()
            stands = at.screen.body.region
            if at.screen.status.size.height == 1:  # else it says what has no room on one line
                assert page_region(columns, rows) == Region(*stands), (columns, rows)


def _shown(written: str, columns: int, rows: int) -> list[list[tuple[object, ...]]]:
    """Return what a terminal shows: of each cell its sign and how it is drawn."""
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(written)
    return [[tuple(screen.buffer[row][at]) for at in range(columns)] for row in range(rows)]


def _settled(at: Desk) -> str:
    """Return what the screen writes to paint itself whole."""
    painted = at.screen._compositor.render_full_update()
    return steady(painted.render_segments(at.screen.app.console).replace("\n", ""))


def _first(library: Library, paths: Paths, opened: Opened, size: tuple[int, int]) -> str:
    """Return what is written before Textual is loaded."""
    ink = ink_for(library, Config(), paths, os.environ)
    assert ink is not None
    text = first_text(opened, library, Config(), size, ink)
    assert text is not None
    return text.written


async def _compare(
    desk: OpenDesk, library: Library, paths: Paths, title: str, size: tuple[int, int]
) -> None:
    """Compare the page as it is put up first with that of the screen, cell by cell."""
    opened = read_held(library, id_of(library, title))
    first = _shown(_first(library, paths, opened, size), *size)
    async with desk(title, size=size) as at:
        at.screen.body.show_lit(())
        settled = _shown(_settled(at), *size)
        tall = at.screen.status.size.height - 1
    region = page_region(*size)
    columns = range(max(0, region.left - 1), min(size[0], region.left + region.width + 1))
    for row in range(region.top, region.top + region.height - tall):
        put_up, stands = ([line[row][at] for at in columns] for line in (first, settled))
        assert put_up == stands, (row, size)
    assert first[0][: len(" Newsmargin")] == settled[0][: len(" Newsmargin")] or not region.top
    for row in (0, -1):
        assert first[row][-1][2] == settled[row][-1][2]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", ["Harbour", "Orchard"])
async def test_the_first_text_is_the_page_of_the_screen(
    desk: OpenDesk, library: Library, paths: Paths, title: str, size: tuple[int, int]
) -> None:
    article_id = id_of(library, title)
    article = library.article(article_id)
    for number, (start, end) in enumerate(((40, 90), (60, 130), (200, 240))):
        library.annotate(article_id, start=start, end=end, note="n" * (number % 2))
    middle = len(article.text) // 2
    library.set_state([article_id], "", read=True, place={"offset": middle})
    await _compare(desk, library, paths, title, size)


@pytest.mark.parametrize(
    ("theme", "environment"),
    [
        ("light", {}),
        ("contrast", {}),
        ("terminal", {}),
        ("dark", {"NO_COLOR": "1"}),
        ("", {"NO_COLOR": "1"}),
    ],
)
async def test_it_has_the_colours_of_the_screen(
    desk: OpenDesk,
    library: Library,
    paths: Paths,
    theme: str,
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if theme:
        library.settings.set(SETTING, {"name": PREFIX + theme, "in_place_of": None})
    await _compare(desk, library, paths, "Harbour", (120, 40))


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm", "COLORTERM": "truecolor"},
        {"TERM": "xterm-256color", "COLORTERM": "24bit"},
        {"TERM": "xterm-256color"},
        {"TERM": "tmux-256color", "COLORTERM": "yes"},
        {"TERM": "xterm-kitty"},
        {"TERM": "xterm-16color"},
        {"TERM": "linux"},
        {"TERM": "vt100"},
    ],
)
def test_it_has_as_many_colours_as_the_screen(
    library: Library, paths: Paths, environment: dict[str, str]
) -> None:
    console = Console(force_terminal=True, _environ=environment)
    ink = ink_for(library, Config(), paths, environment)
    assert ink is not None
    assert ink.system == console._color_system


async def test_it_has_every_script_where_the_screen_has_it(
    desk: OpenDesk, library: Library, paths: Paths, tmp_path: Path
) -> None:
    source = tmp_path / "tongues.md"
    source.write_text(TONGUES, encoding="utf-8")
    added = library.add(str(source))
    assert added.id, added
    title = library.article(added.id).title or ""
    await _compare(desk, library, paths, title, (120, 40))
    await _compare(desk, library, paths, title, (60, 12))


def test_the_page_that_was_made_is_not_made_again(library: Library, paths: Paths) -> None:
    opened = read_held(library, id_of(library, "Orchard"))
    ink = ink_for(library, Config(), paths, {"TERM": "xterm"})
    assert ink is not None
    text = first_text(opened, library, Config(), (120, 40), ink)
    assert text is not None
    given = replace(opened, page=text.page)
    assert given == opened
    assert text.page.layout.article.text == opened.article.text


@pytest.mark.parametrize(
    "environment", [{}, {"TERM": "dumb"}, {"TERM": "xterm", "TEXTUAL_THEME": "nord"}]
)
def test_nothing_is_put_up_where_its_look_is_unknown(
    library: Library, paths: Paths, environment: dict[str, str]
) -> None:
    assert ink_for(library, Config(), paths, environment) is None


def test_a_theme_of_the_user_s_own_is_waited_for(library: Library, paths: Paths) -> None:
    known = {"TERM": "xterm-256color"}
    (paths.config_file.parent / "themes").mkdir()
    assert ink_for(library, Config(), paths, known) is not None
    assert ink_for(library, Config(theme="mine"), paths, known) is None


@pytest.mark.parametrize("size", [(5, 24), (80, 2), (4, 1)])
def test_where_there_is_no_room_nothing_is_put_up(
    library: Library, paths: Paths, size: tuple[int, int]
) -> None:
    opened = read_held(library, id_of(library, "Ferry"))
    ink = ink_for(library, Config(), paths, {"TERM": "xterm"})
    assert ink is not None
    assert first_text(opened, library, Config(), size, ink) is None


def test_what_is_being_read_is_named_and_cannot_give_orders(library: Library, paths: Paths) -> None:
    ink = ink_for(library, Config(), paths, {"TERM": "xterm"})
    assert ink is not None
    written = reading_text("https://example.org/\x1b]0;owned\x07", (80, 24), ink)
    shown = ["".join(str(cell[0]) for cell in row) for row in _shown(written, 80, 24)]
    assert shown[2].startswith("   Reading https://example.org/")
    assert "\x1b]0" not in written
    assert reading_text("a.html", (80, 3), ink).count("H") == 3


def test_it_stands_before_textual_is_loaded() -> None:
    code = "import sys, reader.tui.start; print('textual' in sys.modules)"
    words = [sys.executable, "-c", code]
    ran = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert ran.stdout == "False\n"
