"""The pins: complete, hashed, the same in all three lists, and without an address."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.pin_requirements import DEVELOPMENT, RUNTIME, pins

ROOT = Path(__file__).resolve().parent.parent
LISTS = pytest.mark.parametrize("listed", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)


def project() -> dict[str, Any]:
    """Return the whole of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(listed: Path) -> dict[str, list[Requirement]]:
    """Return the pins of a list by package."""
    found: dict[str, list[Requirement]] = {}
    for requirement in map(Requirement, pins(listed)):
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def assert_satisfied(wanted: list[str], by: dict[str, list[Requirement]]) -> None:
    """Check that each requirement has a pin, and each of its pins is a release it allows."""
    for requirement in map(Requirement, wanted):
        candidates = by.get(canonicalize_name(requirement.name), [])
        versions = [spec.version for pin in candidates for spec in pin.specifier]
        assert versions, f"{requirement} is not pinned"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_every_dependency_is_pinned_to_a_release_it_allows() -> None:
    runtime = project()["project"]["dependencies"]
    assert_satisfied(runtime, pinned(RUNTIME))
    assert_satisfied(runtime, pinned(DEVELOPMENT))


def test_every_development_and_build_dependency_is_pinned_to_a_release_it_allows() -> None:
    body = project()
    wanted = [*body["dependency-groups"]["dev"], *body["build-system"]["requires"]]
    assert_satisfied(wanted, pinned(DEVELOPMENT))


def test_what_runs_the_project_is_pinned_to_what_it_is_tested_with() -> None:
    developed = {
        (name, str(pin.specifier)) for name, of in pinned(DEVELOPMENT).items() for pin in of
    }
    runs = {(name, str(pin.specifier)) for name, of in pinned(RUNTIME).items() for pin in of}
    assert runs <= developed


def test_uv_is_held_to_the_same_pins() -> None:
    assert project()["tool"]["uv"]["constraint-dependencies"] == pins(DEVELOPMENT)


@LISTS
def test_every_pin_is_one_release_with_a_hash(listed: Path) -> None:
    text = listed.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", text.strip())
    assert len(entries) == len(pins(listed)) > 0
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@LISTS
def test_no_list_names_an_address(listed: Path) -> None:
    text = listed.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"index-url|find-links|trusted-host", text)


def make(folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run ``make run`` in a copy of the project whose PATH holds little but *programs*."""
    path = folder / "bin"
    path.mkdir()
    for tool in ("sh", "dirname", "cat", "cksum", "make"):
        found = shutil.which(tool)
        assert found, tool
        (path / tool).symlink_to(found)
    for name, script in programs.items():
        (path / name).write_text(f"#!/bin/sh\n{script}\n")
        (path / name).chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "tools", folder / "tools")
    return subprocess.run(
        ["make", "run"], cwd=folder, env={"PATH": str(path)}, capture_output=True, text=True
    )


def test_make_tells_a_python_that_is_too_old(tmp_path: Path) -> None:
    old = 'case "$1" in --version) echo Python 3.8.18;; *) exit 1;; esac'
    done = make(tmp_path, python3=old)
    assert done.returncode != 0
    assert "Python 3.8.18 is too old; install Python 3.11 or later, or uv" in done.stderr


def test_make_tells_that_there_is_no_python(tmp_path: Path) -> None:
    assert "python: not found; install Python 3.11 or later" in make(tmp_path).stderr


def test_make_tells_a_python_that_lacks_its_venv_package(tmp_path: Path) -> None:
    bare = 'case "$*" in *ensurepip*) exit 1;; esac'
    assert "install its venv package (Debian: python3-venv)" in make(tmp_path, python3=bare).stderr


def test_make_takes_a_newer_python_than_the_one_called_python3(tmp_path: Path) -> None:
    newer = 'echo "asked $*" >&2; case "$*" in *ensurepip*) exit 1;; esac'
    done = make(tmp_path, **{"python3": "exit 1", "python3.12": newer})
    assert "python3.12: it cannot make environments" in done.stderr
