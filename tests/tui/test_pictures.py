"""The screen in pictures: every size and look, on a text in many scripts.

A picture is an SVG, compressed. When the screen is meant to look otherwise, the pictures are made
anew by running these tests with ``UPDATE_PICTURES=1``; ``gzip -dc`` shows one.
"""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.config import Config
from reader.ingest import ingest
from reader.library import Library
from reader.paths import Paths
from tests.tui.conftest import OpenDesk

PICTURES = Path(__file__).parent / "pictures"

TEXT = """\
# A harbour in many scripts ❤️

The north quay opens in spring. It is [told here](https://example.org/quay), *calmly*, in `code`.

> “We kept our word,” she said. Nobody clapped.

## 日本語と हिन्दी

日本の首相は「港を春に再開する」と述べた。 प्रधानमंत्री ने कहा कि काम पूरा हुआ। 👩‍👧 🇫🇷

سيُفتح الميناء مجدداً في الربيع.

- first
  1. nested

| Quay | Cost |
| --- | --- |
| North | two |
| 南 | तीन |

```python
def price(pounds):  # agreed
    return "£" + pounds
```
"""


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    """Hold nothing but what is opened, for articles added in one second have no order."""
    library = Library.open(paths, Config())
    yield library
    library.close()


SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))
LOOKS = ("dark", "light", "terminal", "no-colour")


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_the_screen_looks_as_it_did(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], look: str
) -> None:
    keys = ("h", "right_parenthesis", "c", "right_parenthesis", "v", "w")
    await assert_looks(desk, monkeypatch, size, look, keys, f"{size[0]}x{size[1]}-{look}")


@pytest.mark.parametrize(("size", "look"), [((80, 24), "dark"), ((40, 12), "no-colour")])
async def test_the_page_alone_looks_as_it_did(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], look: str
) -> None:
    await assert_looks(desk, monkeypatch, size, look, ("z",), f"page-{size[0]}x{size[1]}-{look}")


async def assert_looks(
    desk: OpenDesk,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    look: str,
    keys: tuple[str, ...],
    name: str,
) -> None:
    """Assert that the screen looks as in the picture called *name* after *keys*."""
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    theme = None if look == "no-colour" else look
    guest = ingest(TEXT.encode(), kind="markdown")
    async with desk("", guest=guest, size=size, config=Config(theme=theme)) as at:
        await at.press(*keys)
        at.screen.telling.tell("")
        await at.settle()
        shown = at.pilot.app.export_screenshot()
    picture = PICTURES / f"{name}.svg.gz"
    if os.environ.get("UPDATE_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        picture.write_bytes(gzip.compress(shown.encode(), 9, mtime=0))
    before = gzip.decompress(picture.read_bytes()).decode()
    assert shown == before, f"{picture.name} shows another screen; UPDATE_PICTURES=1 makes it anew"
