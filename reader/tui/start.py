"""From the command line to the screen and back: the first text, the screen, what was not saved.

It loads Textual when the first text stands.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.tui.desk.beginning import begin_with
from reader.tui.event_loop import load_without_tls
from reader.tui.first_text import show_first_text

if TYPE_CHECKING:
    from reader.article.model import Article
    from reader.config import Config
    from reader.library import Library
    from reader.paths import Paths

_BY_SIGNAL = 128
"""From here on a code tells which signal ended the program, and there is nothing more to say."""

SWITCH_S = 0.0005
"""How soon a key gets its turn while facts are being looked for in another thread."""


def run(
    library: Library,
    *,
    config: Config,
    paths: Paths,
    article_id: str | None = None,
    mark_id: str | None = None,
    guest: Article | None = None,
) -> int:
    """Show the screen until the reader leaves it; return the exit code.

    Args:
        library: the open library.
        config: the user's settings.
        paths: where the library's files are.
        article_id: the article to begin with.
        mark_id: the mark in it to begin at.
        guest: an article to begin with that the library does not hold; it joins when something in
            it is marked.
    """
    _draw_on_terminal()
    sys.setswitchinterval(SWITCH_S)
    first = begin_with(library, article_id, guest)
    if first is not None and mark_id is None:
        first = show_first_text(first, library, config, paths)
    load_without_tls()
    from reader.tui.app import ReaderApp
    from reader.tui.desk.facts_pane import with_facts

    app = ReaderApp(library, config, paths, first and with_facts(library, first), mark_id)
    del first  # or a long article would be kept until the end
    if mark_id is None:
        app.reading.curtain.next_opened = lambda: begin_with(library, article_id, guest)
    try:
        app.run()
    finally:
        gc.enable()
        lost = app.reading.background.finish()
    for line in lost:
        sys.stderr.write(f"reader: not saved: {line}\n")
    if lost:
        return StoreError.exit_code
    if app.return_code and app.return_code < _BY_SIGNAL:
        sys.stderr.write("reader: the screen ended unexpectedly; all that was saved is safe\n")
    return app.return_code or 0


def _draw_on_terminal() -> None:
    """Draw on standard output when standard error, where Textual draws, goes elsewhere."""
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # it is where the driver looks
