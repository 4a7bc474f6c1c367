"""Random keys, sizes and articles: the screen stays up, and shows what the library holds."""

import random
import string
from pathlib import Path

import pytest

from reader.tui import commands  # noqa: F401  # makes the commands known
from reader.tui.keymap import COMMANDS
from tests.tui.conftest import OpenDesk

pytestmark = pytest.mark.slow

NOT_THE_END = {"q", "Q", "ctrl+q", "o", "ctrl+c"}
KEYS = sorted({key for found in COMMANDS.values() for key in found.keys} - NOT_THE_END)
TYPED = [*string.ascii_letters, "space", "enter", "escape", "backspace", "tab", "ctrl+s", "up"]
SIZES = [(40, 12), (80, 24), (120, 40), (200, 60), (20, 5), (1, 1), (300, 90)]


@pytest.mark.parametrize("seed", range(6))
async def test_random_keys_break_nothing(
    desk: OpenDesk, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # random keys export, too, to folders of random names
    chance = random.Random(seed)
    async with desk(chance.choice(["Harbour", "Orchard", "Ferry", ""])) as at:
        for _ in range(250):
            draw = chance.random()
            if draw < 0.03:
                await at.pilot.resize_terminal(*chance.choice(SIZES))
            elif draw < 0.06:
                width, height = at.pilot.app.size
                x, y = chance.randrange(width), chance.randrange(height)
                await at.pilot.click(offset=(x, y))
            else:
                key = chance.choice(TYPED if draw < 0.3 else KEYS)
                if key not in NOT_THE_END:
                    await at.pilot.press(key)
            assert at.pilot.app.is_running
        await at.pilot.press("escape", "escape", "escape")
        await at.settle()
        opened = at.screen.articles.opened
        if opened is not None and opened.held:
            shown = {mark.id for mark in at.screen.body.marks}
            assert shown == {mark.id for mark in at.library.marks(opened.article.id)}
