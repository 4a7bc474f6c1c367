"""Pins everything the project installs, by version and hash, and names no address.

Run it with uv on the path after a change of the dependencies; ``--upgrade`` moves every pin to
its newest release. It writes three lists that say the same:

- ``requirements-dev.txt``: what develops, tests and builds the project, with hashes;
- ``requirements.txt``: the part of it that runs the project;
- ``constraint-dependencies`` in ``pyproject.toml``, which uv obeys.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
PROJECT = ROOT / "pyproject.toml"

OLDEST_PYTHON = "3.11"
_CONSTRAINTS = re.compile(r"^constraint-dependencies = \[\n.*?^\]$", re.MULTILINE | re.DOTALL)


def pins(requirements: Path) -> list[str]:
    """Return the pins of a hashed requirements file, markers and all, without their hashes."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return [line.removesuffix("\\").strip() for line in lines if re.match(r"\w", line)]


def _resolve(wanted: list[str], target: Path, *options: str) -> None:
    """Write the hashed closure of *wanted* to *target*; pins that stand there stay if they can.

    Run from an empty directory, so that uv does not meet the constraints it is to renew.
    """
    command = [
        *("uv", "pip", "compile", "-", "--output-file", str(target), "--quiet"),
        *("--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
        *options,
    ]
    with tempfile.TemporaryDirectory() as empty:
        subprocess.run(
            command,
            input="\n".join(wanted),
            cwd=empty,
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
        )


def _write_constraints(wanted: list[str]) -> None:
    """Put *wanted* in the place of the constraints in ``pyproject.toml``."""
    listed = "".join(f'    "{pin}",\n' for pin in wanted)
    block = f"constraint-dependencies = [\n{listed}]"
    text = PROJECT.read_text(encoding="utf-8")
    PROJECT.write_text(_CONSTRAINTS.sub(lambda _: block, text, count=1), encoding="utf-8")


def main(options: list[str]) -> None:
    """Renew the three lists; *options* are passed on to uv, as in ``--upgrade``."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    development = [*runtime, *project["dependency-groups"]["dev"]]
    _resolve(development, DEVELOPMENT, *options)
    _resolve(runtime, RUNTIME, "--constraint", str(DEVELOPMENT), *options)
    _write_constraints(pins(DEVELOPMENT))


if __name__ == "__main__":
    main(sys.argv[1:])
