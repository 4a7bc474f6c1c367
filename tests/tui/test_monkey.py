"""Ten thousand random keys, clicks and sizes: the screen stays up, and no mark is lost.

A run is told by its seed, so one that fails can be run again.
"""

import json
import random
import string
from pathlib import Path

import pytest

from reader.annotations.model import Mark
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui import commands  # noqa: F401  # makes the commands known
from reader.tui.app import ReaderApp
from reader.tui.keymap import COMMANDS
from tests.tui.conftest import Desk, OpenDesk

pytestmark = pytest.mark.slow

SEEDS = range(8)
PRESSES = 1250
"""How many keys of one seed; ten thousand of all."""

LEAVES = {"q", "Q", "ctrl+q", "ctrl+c"}
KEYS = sorted({key for found in COMMANDS.values() for key in found.keys} - LEAVES)
TYPED = sorted(
    {*string.ascii_letters, "space", "enter", "escape", "backspace", "tab", "ctrl+s", "up"} - LEAVES
)
RESIZED_S = 0.02
"""How long Textual may take to lay out a terminal of another size: it waits for more of them."""
SIZES = [(40, 12), (80, 24), (120, 40), (200, 60), (20, 5), (1, 1), (300, 90)]

FOREIGN = {
    "Kyoto": """\
# Kyoto 港が再び開く

市議会は月曜日に決めた。費用は四百万円だ。

## 票決

反対は三人。
""",
    "Haifa": """\
# Haifa הנמל ייפתח

המועצה הצביעה ביום שני. העלות היא ארבעה מיליון.

إلى الميناء. تم القرار.
""",
    "Feast": """\
# Feast 🎉 on the quay

Boats 🚤🚤 and a family 👩\u200d👩\u200d👧\u200d👦 came. It was ❤️ and 🇳🇴.

नमस्ते दुनिया। फिर मिले।
""",
}


def fill(library: Library, folder: Path) -> None:
    """Keep articles in other scripts, and a mark in each article there is."""
    for name, text in FOREIGN.items():
        source = folder / f"{name}.md"
        source.write_text(text, encoding="utf-8")
        library.add(str(source))
    for row in library.rows():
        library.annotate(row.id, start=0, end=5, note=f"on {row.title}")


def written(folder: Path) -> dict[str, str]:
    """Return the notes of all live marks, by id, as the history of changes tells them."""
    notes: dict[str, dict[str, object] | None] = {}
    for path in sorted((folder / "history").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for change in json.loads(line.partition(" ")[2]).get("docs", ()):
                if change["table"] == "notes":
                    notes[change["key"]] = change.get("doc")
    return {
        key: str(doc.get("note", ""))
        for key, doc in notes.items()
        if doc and not doc.get("deleted")
    }


async def play(at: Desk, chance: random.Random) -> None:
    """Press one key, click once or change the size."""
    draw = chance.random()
    if draw < 0.02:
        await at.pilot.resize_terminal(*chance.choice(SIZES))
        await at.pilot.pause(RESIZED_S)
    elif draw < 0.04:
        width, height = at.pilot.app.size
        await at.pilot.click(offset=(chance.randrange(width), chance.randrange(height)))
    else:
        await at.pilot.press(chance.choice(TYPED if draw < 0.3 else KEYS))


@pytest.mark.parametrize("seed", SEEDS)
async def test_random_keys_lose_no_mark(
    desk: OpenDesk,
    library: Library,
    paths: Paths,
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # random keys export, too, to folders of random names
    monkeypatch.setattr(ReaderApp, "open_url", lambda *_, **__: None)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    chance = random.Random(seed)
    fill(library, tmp_path)
    first = chance.choice(["Harbour", "Orchard", "Ferry", "", *FOREIGN])
    async with desk(first, config=Config(offline=True)) as at:
        for _ in range(PRESSES):
            await play(at, chance)
            assert at.pilot.app.is_running
        await at.pilot.resize_terminal(120, 40)
        await at.press("escape", "escape", "escape")
        assert_shown(at, library)
        await answers(at)
    kept = {mark.id: mark.note for mark in all_marks(library)}
    assert kept == written(paths.data)
    assert [one for one in library.doctor() if not one.repaired] == []


def all_marks(library: Library) -> list[Mark]:
    """Return the live marks of every article, those in the trash included."""
    rows = [*library.rows(), *library.rows(removed=True)]
    return [mark for row in rows for mark in library.marks(row.id)]


def assert_shown(at: Desk, library: Library) -> None:
    """Make sure that the page shows the marks that the library holds of it."""
    opened = at.screen.articles.opened
    if opened is not None and opened.held:
        shown = {mark.id for mark in at.screen.body.marks}
        assert shown == {mark.id for mark in library.marks(opened.article.id)}


async def answers(at: Desk) -> None:
    """Make sure that the program still does what it is asked: lists its keys, opens an article."""
    at.screen.panes.focus_page()
    await at.settle(1)  # until what lost the focus has been put away
    await at.press("?")
    assert at.screen.chooser.is_open
    await at.press("escape")
    if order := at.screen.section_tree.order:
        at.screen.articles.open(order[-1])
        await at.settle()
        assert at.screen.articles.opened is not None
        assert at.screen.articles.opened.article.id == order[-1]
