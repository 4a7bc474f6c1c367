"""Disks that are full or may not be written: told in the system's words, and nothing lost."""

import os
import resource
import shutil
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store import Store
from tests.faults.processes import Writer, held

pytestmark = pytest.mark.slow

AS_ROOT = os.getuid() == 0


def limited() -> None:
    """Let this process grow no file beyond 64 kB."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of one megabyte; only root can make one."""
    if not AS_ROOT or shutil.which("mount") is None:
        pytest.skip("only root may mount a small disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path],
        check=False,
        capture_output=True,
    )
    if made.returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def fill(writer: Writer) -> tuple[dict[str, str], list[str]]:
    """Write until the disk refuses three times; return what was acknowledged, and the refusals."""
    wanted: dict[str, str] = {}
    refusals: list[str] = []
    while len(refusals) < 3:
        note = f"{len(wanted)} " + "x" * 2000
        answer = writer.call(article=f"article-{len(wanted) % 3}", note=note)
        if "error" in answer:
            refusals.append(answer["error"])
        else:
            wanted[answer["id"]] = note
    return wanted, refusals


def test_a_full_disk_loses_nothing_and_is_told(small_disk: Path) -> None:
    root = small_disk / "data"
    filler = small_disk / "filler"
    filler.write_bytes(bytes(600_000))
    writer = Writer(root)
    wanted, refusals = fill(writer)
    assert all("No space left on device; nothing was saved" in words for words in refusals)
    writer.close()
    assert held(root) == wanted
    filler.unlink()
    writer = Writer(root)
    answer = writer.call(article="a", note="after")
    writer.close()
    assert held(root) == wanted | {answer["id"]: "after"}
    assert not list(root.rglob("*.tmp"))


def test_a_file_at_its_limit_loses_nothing_and_is_told(tmp_path: Path) -> None:
    root = tmp_path / "data"
    writer = Writer(root, before=limited)
    wanted, refusals = fill(writer)
    assert all("File too large; nothing was saved" in words for words in refusals)
    writer.close()
    assert wanted
    assert held(root) == wanted
    assert not list(root.rglob("*.tmp"))


def test_a_directory_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    root = tmp_path / "data"
    writer = Writer(root)
    answer = writer.call(article="a", note="kept")
    writer.close()
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [root, *root.rglob("*")]}
    for path, mode in modes.items():
        path.chmod(mode & 0o500)
    under = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all")
    if AS_ROOT and shutil.which("setpriv") is None:
        pytest.skip("root needs setpriv to be refused anything")
    writer = Writer(root, under=under if AS_ROOT else ())
    assert "read-only: Permission denied" in writer.call(article="a", note="x")["error"]
    writer.close()
    for path, mode in modes.items():
        path.chmod(mode)
    assert held(root) == {answer["id"]: "kept"}


def test_whatever_a_power_cut_takes_the_journal_has(tmp_path: Path) -> None:
    root = tmp_path / "data"
    writer = Writer(root)
    answers = [
        writer.call(article=f"article-{number % 3}", note=str(number), ref=str(number))
        for number in range(30)
    ]
    writer.kill()
    for number, path in enumerate(sorted((root / "notes").glob("*/*.json"))):
        path.write_bytes([b"", bytes(path.stat().st_size), path.read_bytes()[:100]][number])
    assert held(root) == {answer["id"]: answer["ref"] for answer in answers}
    store = Store(root)
    assert store.doctor() == []
    store.close()
