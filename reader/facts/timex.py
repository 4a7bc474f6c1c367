"""What a rule for expressions of time is, and what it may ask about the place it matched at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

TimexKind = Literal["date", "time", "duration", "set"]

_FUTURE = re.compile(
    r"\b(?:(?:will|'ll|shall|to) be \w+|will|'ll|shall|plan(?:s|ned|ning)?|scheduled|slated"
    r"|expect(?:s|ed|ing)?|upcoming|due|until|till"
    r"|by|to be|to begin|to start|through|set (?:to|for)|going to|matur\w+|unspecified|fixed"
    r"|forecasts?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|was|were|had|did|announced|told|reported|came|took|made|went|fell|rose|been"
    r"|held|met"
    r"|since|\w{3,}ed)\b",
    re.IGNORECASE,
)
_JUST_PAST = re.compile(
    r"\b(?:was|were|had|been) (?:\w+ )?\w+(?:ed|en|ld|nt|de|ne) (?:on |in )?$"
    r"|\b(?:born|died|happened|occurred|took place|ended|began|arrived) (?:on |in )?$"
)
_SCOPE = 70


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time, resolved."""

    kind: TimexKind

    value: str | None
    """The TIMEX3 value; None when it cannot be told."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where and when an expression stands; what "Tuesday" means depends on it."""

    flat: str
    """The text the rules match."""

    start: int
    """Where the expression begins."""

    sentence: tuple[int, int]
    """The sentence it stands in."""

    published: date | None
    """The day the article was published."""

    english: bool = True

    @property
    def future(self) -> bool:
        """Whether the words before the expression look ahead rather than back."""
        ahead, back = self._cues
        return ahead > -1 and ahead >= back

    @property
    def just_past(self) -> bool:
        """Whether a verb of the past stands right before the expression: "was signed on"."""
        low = max(self.sentence[0], self.start - _SCOPE)
        return not self.future and _JUST_PAST.search(self.flat, low, self.start) is not None

    @property
    def _cues(self) -> tuple[int, int]:
        """Where the last words end that look ahead, and that look back; -1 without any."""
        low = max(self.sentence[0], self.start - _SCOPE)
        return (
            _last_end(_FUTURE, self.flat, low, self.start),
            _last_end(_PAST, self.flat, low, self.start),
        )


Resolver = Callable[[re.Match[str], Moment], Timex | None]
"""Reads a match; None when it is no expression of time after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of expressions and how to read them."""

    name: str
    """What evidence calls it."""

    trigger: str
    """The kind of word, see ``dates``, without which it cannot match."""

    pattern: re.Pattern[str]

    resolve: Resolver


def rule(name: str, trigger: str, pattern: str, resolve: Resolver, *, cased: bool = False) -> Rule:
    """Return a rule; case matters to its pattern only when *cased*."""
    flags = re.NOFLAG if cased else re.IGNORECASE
    return Rule(name, trigger, re.compile(pattern, flags), resolve)


def _last_end(pattern: re.Pattern[str], flat: str, start: int, end: int) -> int:
    """Return where the last match of *pattern* in the range ends, or -1."""
    last = -1
    for match in pattern.finditer(flat, start, end):
        last = match.end()
    return last
