"""The table of what screens took, each beside what it is to be measured by."""

import statistics
from collections.abc import Callable, Mapping

from tests.bench.programs import BARE, MODAL, OPENED

Taken = dict[str, list[float]]
"""What one program took: a number a press, by the press and what was measured of it."""

_OURS, _SHORTEST = "Newsmargin, ", "Newsmargin, 800"
_HEAD = """\
| program | what | first paint (p95) | all painted (p95) | CPU | bytes | memory | beside |
|---|---|---|---|---|---|---|---|
"""


def table(results: Mapping[str, Taken]) -> str:
    """Return the table of what all programs took, by their names."""
    rows = [_row(name, what, results) for name in results for what in _presses(results[name])]
    return _HEAD + "".join(rows)


def _presses(taken: Taken) -> list[str]:
    """Return what was done with a program, in the order in which it was."""
    return list(dict.fromkeys(key.rpartition(" ")[0] for key in taken)) or ["no text"]


def _row(name: str, what: str, results: Mapping[str, Taken]) -> str:
    """Return one row: what was done with a program."""
    taken = results[name]
    cells = [
        name,
        what,
        _times(taken.get(f"{what} first")),
        _times(taken.get(f"{what} painted")),
        _one(taken.get(f"{what} cpu"), lambda cpu: f"{cpu * 1000:.1f} ms"),
        _bytes(taken.get(f"{what} paint"), taken.get(f"{what} size")),
        _one(taken.get(f"{what} memory"), lambda size: f"{size:.0f} MB"),
        "; ".join(_ratios(name, what, results)),
    ]
    return f"| {' | '.join(cells)} |\n"


def _times(seconds: list[float] | None) -> str:
    """Return the median and the 95th of a hundred."""
    if not seconds:
        return ""
    late = sorted(seconds)[int(len(seconds) * 0.95)]
    return f"{statistics.median(seconds) * 1000:.1f} ({late * 1000:.1f}) ms"


def _bytes(paint: list[float] | None, size: list[float] | None) -> str:
    """Return the bytes of the first paint and those of all."""
    if not paint or not size:
        return ""
    return f"{statistics.median(paint):.0f} / {statistics.median(size):.0f}"


def _one(values: list[float] | None, shown: Callable[[float], str]) -> str:
    """Return the median as *shown*."""
    return shown(statistics.median(values)) if values else ""


def _ratios(name: str, what: str, results: Mapping[str, Taken]) -> list[str]:
    """Return how much of what it is measured by something took.

    A start and memory are measured by the bare program's, what opens by a modal, and the CPU of a
    key in a long article by that of the same key in the shortest.
    """
    kind = what.removesuffix(", first time")
    first_time = what.removeprefix(kind)
    beside = [
        (f"{what} first", BARE, "ready first", "bare") if what.startswith("ready") else None,
        (f"{what} memory", BARE, "ready memory", "bare's memory"),
        (f"{what} painted", MODAL, f"modal{first_time} painted", "modal")
        if kind in OPENED
        else None,
        (f"{what} cpu", MODAL, f"modal{first_time} cpu", "modal's CPU") if kind in OPENED else None,
        (f"{what} cpu", _SHORTEST, f"{what} cpu", "800's CPU") if name.startswith(_OURS) else None,
    ]
    ratios = (
        _ratio(results[name].get(key), results.get(other, {}).get(others), told)
        for key, other, others, told in filter(None, beside)
        if name != other
    )
    return [ratio for ratio in ratios if ratio]


def _ratio(values: list[float] | None, base: list[float] | None, told: str) -> str:
    """Return how much *values* are of *base*; empty where either is missing."""
    if not values or not base:
        return ""
    return f"{statistics.median(values) / statistics.median(base):.2f} × {told}"
