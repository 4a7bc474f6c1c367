"""How far a long piece of work has come is shown on a terminal and told elsewhere."""

import io
from collections.abc import Callable

import pytest

from reader.cli import progress
from reader.cli.output import Output
from reader.cli.progress import Progress

Shown = Callable[[], str]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing wait for its time."""
    for name in ("_SILENT_S", "_DRAWN_EVERY_S", "_TOLD_EVERY_S"):
        monkeypatch.setattr(progress, name, 0.0)


def shown_on_terminal(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Let standard error be a terminal of 40 columns; return what tells what it was sent."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    return terminal.getvalue


@pytest.mark.usefixtures("at_once")
def test_a_terminal_shows_a_bar_that_goes_with_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = shown_on_terminal(monkeypatch)
    tell = Progress(Output(), "articles")
    tell(1, 2)
    assert shown() == "\r━━━━━━━━━━━──────────── 1 of 2 articles\x1b[K"
    tell(2, 2)
    assert shown().endswith("articles\x1b[K\r\x1b[K")


@pytest.mark.usefixtures("at_once")
def test_whatever_is_told_meanwhile_stands_in_the_place_of_the_bar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = shown_on_terminal(monkeypatch)
    out = Output("never")
    Progress(out, "articles")(1, 2)
    out.warn("mind the gap")
    assert shown().endswith("\x1b[K\r\x1b[Kmind the gap\n")
    assert out.finish(0) == 0
    assert shown().endswith("mind the gap\n")


@pytest.mark.usefixtures("at_once")
def test_elsewhere_a_line_tells(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(Output(), "articles")(1000, 2000)
    assert capsys.readouterr().err == "1,000 of 2,000 articles\n"


def test_what_is_done_soon_needs_no_telling(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = shown_on_terminal(monkeypatch)
    tell = Progress(Output(), "articles")
    tell(1, 2)
    assert shown() == ""


@pytest.mark.parametrize("columns", ["1", "12", "400"])
@pytest.mark.usefixtures("at_once")
def test_a_bar_is_as_long_as_there_is_room(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    shown = shown_on_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", columns)
    Progress(Output(), "articles")(0, 0)
    Progress(Output(), "articles")(1, 3)
    assert shown().count("─") <= 40


def test_a_dumb_terminal_and_a_closed_one_show_none(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = shown_on_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert not Output().has_bars
    monkeypatch.setattr("sys.stderr", None)
    assert not Output().has_bars
    Output().bar("1 of 2")
    assert shown() == ""
