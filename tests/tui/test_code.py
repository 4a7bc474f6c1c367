"""Code on the page."""

from reader.ingest import ingest
from tests.tui.conftest import Desk, OpenDesk

CODE = """\
# A script

It was published with the report.

```python
def price(pounds):
    return pounds * 42  # as agreed
```
"""


def style_of(at: Desk, words: str) -> str:
    """Return the style in which *words* are painted."""
    segments = [segment for strip in at.screen._compositor.render_strips() for segment in strip]
    return str(next(segment.style for segment in segments if segment.text == words))


async def test_code_is_coloured_whatever_the_width(desk: OpenDesk) -> None:
    async with desk("", guest=ingest(CODE.encode(), kind="markdown")) as at:
        for width in (120, 70):
            await at.pilot.resize_terminal(width, 30)
            await at.settle()
            assert style_of(at, "# as agreed") != style_of(at, "return")
            assert "bold" in style_of(at, "return")
            assert "italic" in style_of(at, "# as agreed")


async def test_colours_of_one_article_never_lie_over_another(desk: OpenDesk) -> None:
    async with desk("", guest=ingest(CODE.encode(), kind="markdown")) as at:
        at.screen.articles.beside(1)
        await at.settle()
        assert "def price" not in at.text
        assert not at.screen.body._code
