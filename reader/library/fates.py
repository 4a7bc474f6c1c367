"""What a new version of an article did to its marks, mark by mark and in one line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reader.annotations import Anchor, Mark
from reader.library.labels import counted

Kind = Literal["kept", "edited", "found again", "lost", "still lost"]

_TOLD: tuple[Kind, ...] = ("kept", "edited", "found again", "lost", "still lost")


@dataclass(frozen=True, slots=True)
class Fate:
    """What a new version did to one mark."""

    mark: str
    """The mark's id."""
    before: Anchor
    """Where it was in the version that was shown before."""
    after: Anchor
    """Where it is in the new one."""
    changed: tuple[tuple[str, str], ...] = ()
    """The figures and names that are others now, as they were and as they are; one that was
    added was empty, one that is gone is empty."""
    reworded: bool = False
    """Whether its words are others than in the version before."""

    @property
    def kind(self) -> Kind:
        """What became of it, in a word."""
        if self.after.start is None:
            return "still lost" if self.before.start is None else "lost"
        if self.before.start is None:
            return "found again"
        return "edited" if self.reworded else "kept"

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "mark": self.mark,
            "fate": self.kind,
            "before": self.before.as_dict(),
            "after": self.after.as_dict(),
            "changed": [list(pair) for pair in self.changed],
        }


def fate_of(before: Mark, after: Mark, old_text: str | None, new_text: str) -> Fate:
    """Return what became of a mark.

    Args:
        before: the mark as it was placed in the version shown before.
        after: the same as it is placed in the new one.
        old_text: the text of the version shown before; None when it is not at hand.
        new_text: the text of the new one.
    """
    old, new = _passages(before, old_text), _passages(after, new_text)
    if new is None or old == new:
        return Fate(before.id, before.anchor, after.anchor)
    from reader.annotations import changed_facts  # few marks are reworded

    changed = changed_facts(old or before.quote, new)
    return Fate(before.id, before.anchor, after.anchor, changed, reworded=True)


def _passages(mark: Mark, text: str | None) -> str | None:
    """Return the words of *mark* in *text*, those of its parts too; None when it has no place."""
    if mark.anchor.start is None:
        return None
    if text is None:
        return mark.quote
    return "\n".join(text[start:end] for start, end in mark.ranges)


def summary(fates: Sequence[Fate]) -> str:
    """Return what became of marks, in a line, as in ``2 marks kept, 1 lost``; empty for none."""
    numbers = Counter(fate.kind for fate in fates)
    told = [f"{numbers[kind]} {kind}" for kind in _TOLD if numbers[kind]]
    if not told:
        return ""
    number, _, kind = told[0].partition(" ")
    told[0] = f"{counted(int(number), 'mark')} {kind}"
    facts = _told_facts([fate for fate in fates if fate.changed])
    return ", ".join(f"{part}{facts}" if part.endswith(" edited") else part for part in told)


def _told_facts(fates: Sequence[Fate]) -> str:
    """Return the first fact that is another one, and how many more there are of which kind.

    One that became another says more than one that is gone or was added, so it is told first.
    """
    edited = [fate for fate in fates if fate.kind == "edited"]
    if not edited:
        return ""
    pairs = list(dict.fromkeys(pair for fate in edited for pair in fate.changed))
    pairs.sort(key=lambda pair: not all(pair))
    whose = "its" if len(edited) == 1 else "a"
    return f": {_told_pair(*pairs[0], whose)}{_told_others(pairs[1:])}"


def _told_others(pairs: Sequence[tuple[str, str]]) -> str:
    """Return how many other facts changed, by kind, as in `` and 2 more figures, 1 more name``."""
    if not pairs:
        return ""
    numbers = Counter(_kind_of(*pair) for pair in pairs)
    told = [counted(number, f"more {kind}") for kind, number in numbers.items()]
    return f" and {', '.join(told)}"


def _kind_of(old: str, new: str) -> str:
    """Return what changed, in a word; a year alone is a figure."""
    from reader.facts.words import MONTHS_AND_DAYS

    words = {word.strip(".,") for word in f"{old} {new}".split()}
    if not words.isdisjoint(MONTHS_AND_DAYS):
        return "date"
    return "figure" if any(sign.isdigit() for sign in old + new) else "name"


def _told_pair(old: str, new: str, whose: str) -> str:
    """Return one fact that is another one, in words."""
    what = _kind_of(old, new)
    if old and new:
        return f"{whose} {what} changed from {old} to {new}"
    if new:
        return f"the {what} {new} was added"
    return f"{'the' if whose == 'a' else whose} {what} {old} is gone"
