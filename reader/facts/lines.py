"""Facts as lines of JSON: how the worker sends them, and how they are kept on the disk.

A line holds what a fact has but its words, which the article's text holds already; a last line
says how many there were, so that half a list is never taken for a whole one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reader.facts.model import Fact

Keep = Callable[[Fact], bool]


class HalfListError(ValueError):
    """What came is not all of a list of facts."""


def fact_lines(facts: Sequence[Fact], told: Sequence[str] = ()) -> Iterator[bytes]:
    """Yield *facts* as lines, the last of which ends the list and says what is *told* besides."""
    for fact in facts:
        value = [] if fact.value == fact.text else [fact.value]
        row = (fact.kind, fact.start, fact.end, value, fact.entity, fact.confidence)
        rest = (fact.source, list(fact.evidence), dict(fact.details))
        yield _line([*row, *rest])
    yield _line({"facts": len(facts)} | ({"told": list(told)} if told else {}))


def facts_from(
    lines: Iterable[bytes], text: str, keep: Keep | None = None, told: list[str] | None = None
) -> list[Fact]:
    """Return the facts of *text* that *lines* hold.

    It reads no line after the last of the list, and holds no more than one at a time.

    Args:
        lines: the lines.
        text: the text whose facts they are.
        keep: which of the facts to return; None for all.
        told: takes what is told besides.

    Raises:
        HalfListError: if they are not all there.
    """
    facts: list[Fact] = []
    seen: dict[Any, Any] = {}
    for count, line in enumerate(lines):
        row = _row(line)
        if isinstance(row, dict):
            if row.get("facts") != count:
                break
            if told is not None:
                told.extend(row.get("told", ()))
            return facts
        fact = _fact(row, text, seen)
        if keep is None or keep(fact):
            facts.append(fact)
    raise HalfListError("the list of facts does not end")


def is_last(line: bytes) -> bool:
    """Tell whether *line* ends a list of facts."""
    return line.startswith(b"{")


def _line(row: Any) -> bytes:
    """Return *row* as one line."""
    return json.dumps(row, separators=(",", ":")).encode("ascii") + b"\n"


def _row(line: bytes) -> Any:
    """Return what *line* holds."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise HalfListError("no JSON") from error


def _fact(row: Any, text: str, seen: dict[Any, Any]) -> Fact:
    """Return the fact of one row; what many facts share is held once, in *seen*."""
    try:
        kind, start, end, value, entity, confidence, source, evidence, details = row
        words = text[start:end]
        found = value[0] if value else words
        if kind != "claim":  # of which no two are alike
            found, details = _shared(found, seen), _shared(details, seen)
        return Fact(
            seen.setdefault(kind, kind),
            words,
            start,
            end,
            found,
            seen.setdefault(entity, entity),
            confidence,
            seen.setdefault(source, source),
            seen.setdefault(tuple(evidence), tuple(evidence)),
            details or _NO_DETAILS,
        )
    except (ValueError, TypeError, IndexError) as error:
        raise HalfListError("no fact") from error


def _shared(part: Any, seen: dict[Any, Any]) -> Any:
    """Return what was *seen* before and is like *part*, else *part*: quantities repeat."""
    return seen.setdefault((None, repr(part)), part)


_NO_DETAILS: dict[str, Any] = {}
"""The details of all facts that have none."""
