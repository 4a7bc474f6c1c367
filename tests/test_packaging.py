"""What is built holds everything it needs: wheel, wheel from the sdist, and in place.

Each is installed into an environment of its own, which sees the dependencies of this one, and
started from the root of the disk.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITE = sysconfig.get_paths()["purelib"]
SAMPLE = "00-tour.md"
NOT_SHIPPED = ("__pycache__", ".*", "*.egg-info", "build", "dist")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


def done(*command: str | Path, cwd: Path | str = "/") -> str:
    """Return what *command* prints; fail with what it tells if it fails."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ran = subprocess.run(
        [str(word) for word in command], cwd=cwd, capture_output=True, text=True, env=clean
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project that may be built in."""
    copy = tmp_path_factory.mktemp("a checkout") / "newsmargin"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    return copy


@pytest.fixture(scope="session")
def built(checkout: Path) -> Path:
    """Return the folder of the wheel and of the sdist, both built from the checkout."""
    done(sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", checkout)
    return checkout / "dist"


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """Return the wheel."""
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    """Return the sdist."""
    (found,) = built.glob("*.tar.gz")
    return found


@pytest.fixture(scope="session")
def wheel_from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that is built from the unpacked sdist."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    done(sys.executable, "-m", "build", "--no-isolation", "--wheel", unpacked)
    (found,) = (unpacked / "dist").glob("*.whl")
    return found


def installed(environment: Path, *what: str | Path) -> Path:
    """Return the folder of commands of a new environment that has *what* installed."""
    venv.create(environment, with_pip=True)
    commands = environment / "bin"
    pip = (commands / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(f"{SITE}\n", encoding="utf-8")
    done(*pip, "--no-deps", "--no-build-isolation", "--no-index", "--force-reinstall", *what)
    return commands


def check(commands: Path, tmp_path: Path, package: Path | None = None) -> None:
    """Start what is installed from the root of the disk, and look at what it finds."""
    where = done(commands / "python", "-c", "import reader; print(reader.__file__)").strip()
    assert Path(where).is_relative_to(package or commands.parent)
    for command in ("reader", "newsmargin"):
        assert done(commands / command, "--version").startswith("newsmargin ")
    located = done(commands / "reader", "--data-dir", tmp_path / "data", "locate", "--json")
    places = json.loads(located)
    assert Path(places["styles"], "app.tcss").is_file()
    sample = Path(places["samples"], SAMPLE)
    article = json.loads(done(commands / "reader", "extract", sample, "--json"))
    assert article["title"]
    assert article["text"]


def test_a_wheel_works(wheel: Path, tmp_path: Path) -> None:
    check(installed(tmp_path / "environment", wheel), tmp_path)


def test_a_wheel_built_from_the_sdist_works(wheel_from_sdist: Path, tmp_path: Path) -> None:
    check(installed(tmp_path / "environment", wheel_from_sdist), tmp_path)


def test_an_installation_in_place_works(checkout: Path, tmp_path: Path) -> None:
    commands = installed(tmp_path / "environment", "--editable", checkout)
    check(commands, tmp_path, package=checkout)


def test_both_wheels_hold_the_same(wheel: Path, wheel_from_sdist: Path) -> None:
    assert names(wheel) == names(wheel_from_sdist)


def test_a_wheel_holds_the_package_and_what_is_bundled_and_nothing_else(wheel: Path) -> None:
    shipped = names(wheel)
    assert {name.split("/")[0].split("-")[0] for name in shipped} == {"reader", "newsmargin"}
    bundled = {name.removeprefix("reader/_bundled/") for name in shipped if "_bundled/" in name}
    for folder in ("styles", "sample_articles"):
        expected = {str(path.relative_to(ROOT)) for path in files(ROOT / folder)}
        assert expected <= bundled
    expected = {str(path.relative_to(ROOT)) for path in files(ROOT / "reader")}
    assert expected == {
        name for name in shipped if name.startswith("reader/") and "_bundled/" not in name
    }


def test_an_sdist_holds_what_it_takes_to_test_and_build(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        shipped = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("pyproject.toml", "Makefile", "README.md", "LICENSE", "requirements-dev.txt"):
        assert name in shipped
    assert {"tests/test_packaging.py", "tools/environment.sh", "styles/app.tcss"} <= shipped


def names(wheel: Path) -> set[str]:
    """Return the names of the files in *wheel*."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: Path) -> list[Path]:
    """Return the files below *folder* that belong to the project."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    ]
