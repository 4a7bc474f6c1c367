"""The programs whose screens are measured: this one, bare ones of Textual, and other readers."""

import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.bench import feed, texts
from tests.bench.book import as_html, write_book

NO_KEYS: Mapping[str, bytes] = MappingProxyType({})

LINE, PAGE, ESCAPE = b"j", b"\x1b[6~", b"\x1b"
MOVES = {"line": LINE, "page": PAGE, "sentence": b")", "heading": b"]"}
SHARED = {"line": LINE, "page": PAGE}
"""What other readers have keys for."""

OPENED = {"note editor": b"a", "find": b"/", "commands": b":"}
"""What the screen opens, and escape shuts."""

BARE, MODAL = "bare Textual", "modal of Textual"
"""The programs whose start, and whose modal, others are measured by."""

_BARE = f"""
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("{texts.FIRST_WORD}")
Bare().run()
"""
_MODAL = f"""
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
class Question(ModalScreen):
    CSS = "Question {{ align: center middle; }} Input {{ width: 60; }}"
    BINDINGS = [("escape", "dismiss", "Shut")]
    def compose(self):
        question = Input()
        question.cursor_blink = False
        yield question
class Panes(App):
    CSS = "OptionList {{ width: 30; height: 1fr; }}"
    BINDINGS = [("a", "ask", "Ask")]
    def compose(self):
        with Horizontal():
            yield OptionList(*(f"Article {{n}}" for n in range(30)))
            with VerticalScroll():
                yield Static("{texts.FIRST_WORD} " + "words of an article " * 150)
            yield OptionList(*(f"Fact {{n}}" for n in range(30)))
    def action_ask(self):
        self.push_screen(Question())
Panes().run()
"""


class Program(NamedTuple):
    """A program as it is measured."""

    argv: Sequence[str]
    moves: Mapping[str, bytes] = NO_KEYS
    """The keys that go through the text."""
    opens: Mapping[str, bytes] = NO_KEYS
    """The keys that open what escape shuts."""
    top: bytes = b""
    """The key to the beginning of the text, where a short one is at its end."""
    marks: bytes = b""
    """The key that highlights a sentence."""
    typed: bytes = b""
    """The keys from its first screen to the text, pressed before that is there."""
    leaves: bytes = b""
    """The keys that leave it at the top of the text; a picture is kept at a proper end alone."""
    cache: Path | None = None
    """Where it keeps pictures of its last screen."""


def programs_of(reader: str, peers: Sequence[str], folder: Path) -> dict[str, Program]:
    """Return all programs by their names.

    Args:
        reader: the command of this program.
        peers: the commands of others, with ``{md}``, ``{epub}`` and so on for the articles;
            newsboat is told by its name and needs no more.
        folder: where articles, books and feeds go.
    """
    ours = texts.fill(folder, shlex.split(reader))
    programs = {
        BARE: Program(_script(folder / "bare.py", _BARE)),
        MODAL: Program(_script(folder / "modal.py", _MODAL), opens={"modal": b"a"}),
    }
    for name, argv in ours.items():
        cache = folder / f"library of {name}" / "cache" / "frames"
        programs[f"Newsmargin, {name}"] = Program(
            argv, MOVES, OPENED, top=b"g", marks=b"h", leaves=b"gq", cache=cache
        )
    for name in ("10k", "200k"):
        write_book(folder / f"{name}.epub", texts.HEADLINE, _markdown(folder, name))
    for peer in peers:
        programs |= _peer(peer, folder)
    return programs


def _script(path: Path, code: str) -> list[str]:
    """Write a program of Python to *path*; return what starts it."""
    path.write_text(code, encoding="utf-8")
    return [sys.executable, str(path)]


def _peer(command: str, folder: Path) -> dict[str, Program]:
    """Return another reader, under the name of its command and the article it opens."""
    program = Path(shlex.split(command)[0])
    if program.name == "newsboat":
        return {f"newsboat, {size}": _newsboat(command, folder, size) for size in ("10k", "200k")}
    size = "200k" if "200}" in command else "10k"
    places = {
        "{md}": "10k.md",
        "{md200}": "200k.md",
        "{epub}": "10k.epub",
        "{epub200}": "200k.epub",
    }
    words = [
        str(folder / places[word]) if word in places else word for word in shlex.split(command)
    ]
    return {f"{program.name}, {size}": Program(words, SHARED)}


def _newsboat(command: str, folder: Path, size: str) -> Program:
    """Return newsboat with an article as the only item of its only feed."""
    found = shutil.which(command) or command
    page = as_html(_markdown(folder, size))
    argv = feed.newsboat(found, folder / f"newsboat-{size}", texts.HEADLINE, page)
    return Program(argv, feed.MOVES, typed=feed.OPENS)


def _markdown(folder: Path, name: str) -> str:
    """Return the article of a case."""
    return (folder / f"{name}.md").read_text(encoding="utf-8")
