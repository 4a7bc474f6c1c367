"""The edge of the program: exit codes, streams, and what nobody foresaw."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from reader.cli import INTERRUPTED, collecting, main, parser
from reader.cli.session import Session
from reader.errors import DamagedError, NetworkError, ReadOnlyError
from reader.library import Library
from tests.cli.running import Run


def command(*words: str | Path) -> list[str]:
    """Return the command line that runs *words* in a process of its own."""
    return [sys.executable, "-m", "reader", *map(str, words)]


def failing(error: BaseException) -> Callable[[Session], int]:
    """Return a verb that fails with *error*."""

    def verb(session: Session) -> NoReturn:
        raise error

    return verb


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (NetworkError("a", "b", "c"), 3, "a: b; c\n"),
        (DamagedError("a", "b"), 5, "a: b\n"),
        (ReadOnlyError("a", "b", "c"), 5, "a: b; c\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (
            OSError(errno.ENOSPC, "x", "/there"),
            1,
            "/there: no space left on device; make it usable and try again\n",
        ),
        (OSError("odd"), 1, "newsmargin: odd; try again\n"),
        (
            MemoryError(),
            1,
            "newsmargin: out of memory; close other programs or take a smaller article\n",
        ),
        (
            RecursionError("deep"),
            1,
            "newsmargin: nested too deeply to be read; take a simpler article\n",
        ),
        (
            UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"),
            1,
            "newsmargin: 'utf-8' codec can't encode character '\\udcff' in position 0: "
            "surrogates not allowed; try again\n",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_whatever_goes_wrong_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    monkeypatch.setattr(collecting, "list_articles", failing(error))
    done = run("list")
    assert (done.code, done.out, done.err) == (code, "", told)


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (DamagedError("a", "b"), 1, "newsmargin: a: b; try again\n"),
        (OSError(errno.EIO, "x", "/there"), 1, "/there: input/output error; make it"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_goes_wrong_at_the_end_is_told_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    def close(library: Library) -> NoReturn:
        raise error

    monkeypatch.setattr(Library, "close", close)
    done = run("list", "--json")
    assert done.code == code
    assert done.err.startswith(told)


def test_what_the_store_mended_is_a_warning(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "take_notices", lambda library: ["history: torn; mended"])
    done = run("list", "--json")
    assert (done.code, done.err) == (1, "history: torn; mended\n")
    assert run("show", "nobody").code == 4


def test_a_data_directory_that_is_a_file_ends_with_5(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("hello")
    done = subprocess.run(command("--data-dir", path, "list"), capture_output=True, text=True)
    assert done.returncode == 5
    assert done.stdout == ""
    assert str(path) in done.stderr
    assert done.stderr.count("\n") == 1
    assert path.read_text() == "hello"


def test_odd_settings_are_told_and_the_work_is_done(run: Run, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "config.toml").write_text("body_wdth = 60\n")
    done = run("list", "--json")
    assert (done.code, done.json) == (0, [])
    assert "did you mean body_width?" in done.err


def test_the_arguments_of_the_process_are_taken_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["reader", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("newsmargin")


def test_an_interrupt_while_it_starts_is_told_like_any_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def parse(words: list[str]) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(parser, "parse", parse)
    assert main(["list"]) == INTERRUPTED


def test_an_exit_code_without_a_number_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def parse(words: list[str]) -> NoReturn:
        raise SystemExit

    monkeypatch.setattr(parser, "parse", parse)
    assert main(["list"]) == 0


def test_closed_streams_are_no_error_and_nothing_is_written_where_they_were(
    run: Run, article: str, data_dir: Path
) -> None:
    annotate = command("--data-dir", data_dir, "annotate", article, "--quote", "Nine berths")
    closed = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *annotate]
    assert subprocess.run(closed).returncode == 0
    assert [mark["quote"] for mark in run("notes", "--json").json] == ["Nine berths"]
    assert "history" not in run("doctor").out


def test_a_pipe_that_closes_early_is_no_error(source: Path) -> None:
    with subprocess.Popen(
        command("show", source), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_disk_that_is_full_behind_standard_output_ends_with_1(source: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command("show", source), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith(b"standard output: no space left on device;")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [[], ["--data-dir", "x"], ["-"]], ids=len)
def test_without_a_terminal_nothing_waits(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        command(*words),
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    assert done.stdout == ""
    assert done.returncode == (1 if words == ["-"] else 0)


def test_the_same_bytes_come_out_twice(run: Run, article: str) -> None:
    run("annotate", article, "--quote", "Nine berths", "--tag", "b", "--tag", "a")
    for words in (["list", "--json"], ["notes", "--jsonl"], ["show", article, "--format", "json"]):
        assert run(*words) == run(*words)


def heed_interrupts() -> None:
    """Take back what a shell tells the programs that it runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_key_pressed_while_it_runs_interrupts_it(data_dir: Path) -> None:
    with subprocess.Popen(
        command("--data-dir", data_dir, "annotate", "--batch"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"article": "a1", "quote": "q"}\n')
        process.stdin.flush()
        acknowledgement: dict[str, Any] = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == INTERRUPTED
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    assert acknowledgement["ok"]
