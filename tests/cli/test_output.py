"""What reaches standard output and standard error."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from reader.cli.output import Output, on_terminal


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal_for(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard output."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_data_goes_to_standard_output_and_narration_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = Output()
    out.text("data")
    out.say("narration")
    out.warn("warning")
    out.error("error")
    assert capsys.readouterr() == ("data\n", "narration\nwarning\nerror\n")


def test_nothing_that_steers_a_terminal_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    out = Output()
    out.text("a\x1b[31mb\x9b2Jc‮d\x07\nnext line")
    out.line("one\nline\x1b]0;title\x07", (" and\x1b[1m style", "bold"))
    out.error("two\nlines\x1b[2J")
    assert capsys.readouterr() == ("abcd\nnext line\none line and style\n", "two lines\n")


def test_json_keeps_every_character_and_writes_the_unsafe_ones_as_escapes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    value = {"text": "é “x” \x1b[31m \x9b \u202e \u2028 \ud800 \U000e0041 \x7f"}
    Output().json(value)
    printed = capsys.readouterr().out
    assert json.loads(printed) == value
    assert "é “x”" in printed
    assert printed.removesuffix("\n").isprintable()


def test_rows_are_one_list_or_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": "a"}, {"id": "b"}]
    Output().rows(rows, lines=False)
    assert json.loads(capsys.readouterr().out) == rows
    Output().rows(rows, lines=True)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == rows


def test_an_empty_list_of_rows_is_an_empty_document_or_no_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output().rows([], lines=False)
    Output().rows([], lines=True)
    assert capsys.readouterr().out == "[]\n"


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_for(monkeypatch)
    Output().line(("dim", "dim"), "plain")
    assert terminal.getvalue() == "\x1b[2mdim\x1b[0mplain\n"


def test_a_pipe_gets_none_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    Output().line(("dim", "dim"), "plain")
    assert capsys.readouterr().out == "dimplain\n"


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM"])
def test_the_environment_can_ask_a_terminal_for_no_colour(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    terminal = terminal_for(monkeypatch)
    monkeypatch.setenv(name, "dumb")
    Output().line(("dim", "dim"))
    assert terminal.getvalue() == "dim\n"


def test_the_environment_can_ask_for_colour_in_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Output().line(("dim", "dim"))
    assert capsys.readouterr().out == "\x1b[2mdim\x1b[0m\n"


def test_no_color_wins_over_force_color_and_the_option_over_both(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    Output().line(("dim", "dim"))
    Output("always").line(("dim", "dim"))
    monkeypatch.delenv("NO_COLOR")
    Output("never").line(("dim", "dim"))
    assert capsys.readouterr().out == "dim\n\x1b[2mdim\x1b[0m\ndim\n"


def test_streams_that_are_closed_take_nothing_and_that_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    out = Output()
    out.text("data")
    out.say("narration")
    assert out.finish(0) == 0
    assert not on_terminal()


def test_a_pipe_that_is_closed_early_ends_the_printing_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        out = Output()
        out.json({"first": 1})
        out.json({"second": 2})
        assert out.finish(0) == 0
        assert out.finish(4) == 4


def test_a_narration_that_nobody_can_take_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stderr", full)
        Output().say("words")


def test_a_full_disk_behind_standard_output_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        out = Output()
        out.text("data")
        assert out.finish(0) == 1
    told = capsys.readouterr().err
    assert told == ("standard output: no space left on device; what was printed is not complete\n")
