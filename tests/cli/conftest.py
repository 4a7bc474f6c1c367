"""The command line as tests run it: in this process, below a folder of the test's own."""

from pathlib import Path

import pytest

from reader.cli import main
from tests.cli.running import ARTICLE, Done, Run


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Return where the library of the test is; it does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def run(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command line on the library of the test."""

    def run_it(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(["--data-dir", str(data_dir), *arguments])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run_it


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the file of an article."""
    path = tmp_path / "harbour.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def article(run: Run, source: Path) -> str:
    """Return the id of an article that the library holds."""
    added = run("add", str(source), "--json")
    assert added.code == 0, added.err
    return str(added.json[0]["id"])
