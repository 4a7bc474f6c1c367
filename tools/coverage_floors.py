"""Holds what the tests cover to its floors: all of what notes depend on, most of the rest.

Run after ``make test MEASURE=1``, which leaves what it measured in files of its own.
"""

import contextlib
import sys
from pathlib import Path

from coverage import Coverage
from coverage.exceptions import CoverageException, NoDataError

ROOT = Path(__file__).resolve().parent.parent

FLOORS = {
    "reader/*": 95.0,
    "reader/article/*": 100.0,
    "reader/annotations/*": 100.0,
    "reader/store/*": 100.0,
}
"""The least percentage of lines and branches that the tests run, by the files it is asked of."""


def _load() -> Coverage:
    """Return the measurement, with what each process left made one."""
    measured = Coverage(config_file=str(ROOT / "pyproject.toml"))
    with contextlib.suppress(NoDataError):
        measured.combine(keep=False)
    measured.load()
    return measured


def main() -> int:
    """Print what misses its floor, and the whole table; return how many floors are missed."""
    measured = _load()
    missed = []
    for pattern, floor in FLOORS.items():
        print(f"\n{pattern}: floor {floor:g} %")
        covered = measured.report(include=str(ROOT / pattern), file=sys.stdout)
        if covered < floor:
            missed.append(f"{pattern}: {covered:.2f} % is covered; the floor is {floor:g} %")
    print(*(missed or ["all floors hold"]), sep="\n")
    return len(missed)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CoverageException as problem:
        sys.exit(f"coverage: {problem}; run make test MEASURE=1 first")
