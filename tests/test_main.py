"""The program starts, or says why it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader import __main__ as start
from reader.first_frame import FirstFrame

PACKAGE = Path(reader.__file__).parent


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True)


def test_a_second_distribution_called_reader_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "reader").symlink_to(PACKAGE)
    (tmp_path / "reader-3.20.dist-info").mkdir()
    done = _run(tmp_path, "--version")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "reader: another distribution called reader is installed over this one; "
        "install newsmargin on its own, with `uv tool install newsmargin` or `pipx`\n"
    )


def test_a_package_that_lacks_its_modules_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "reader").mkdir()
    for name in ("__init__.py", "__main__.py"):
        (tmp_path / "reader" / name).symlink_to(PACKAGE / name)
    done = _run(tmp_path, "--version")
    assert done.returncode == 2
    assert done.stderr.startswith("reader: its module reader.first_frame is missing")
    assert done.stderr.count("\n") == 1


def test_a_whole_installation_starts() -> None:
    done = _run(PACKAGE.parent, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert reader.__version__ in done.stdout


def test_starting_loads_nothing_heavy_before_it_has_decided() -> None:
    code = (
        "import sys; before = set(sys.modules); import reader.__main__;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["reader", "reader.__main__"]


def test_a_package_inside_an_archive_has_no_rival(tmp_path: Path) -> None:
    assert start._rival(str(tmp_path / "archive.zip")) == ""


def test_an_interrupt_before_anything_is_loaded_is_told_by_the_exit_code_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(FirstFrame, "show", interrupt)
    assert start.main() == 130


def test_an_interrupt_while_the_first_picture_is_loaded_is_told_so_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "reader.first_frame":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "reader.first_frame")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert start.main() == 130
