"""What a rule for expressions of time is, and what it may ask about the place it matched at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

THE_PERIOD = "date.the-period"
"""The rule for "the quarter" and "the year", which only other dates make certain."""

SAME_QUARTER = "date.same-quarter"
"""What evidence says of a date that figures of a quarter make that quarter of another year."""

TimexKind = Literal["date", "time", "duration", "set"]

_FUTURE = re.compile(
    r"\b(?:(?:will|'ll|shall|to) be \w+|will|'ll|shall|plan(?:s|ned|ning)?|scheduled|slated"
    r"|expect(?:s|ed|ing)?|upcoming|due|would (?:be|begin|start|take)"
    r"|to (?:be|begin|start|resume|return|leave|meet|open|vote|take)"
    r"|set (?:to|for)|going to|matur\w+|unspecified|fixed|forecasts?)\b"
    r"|\b(?:until|till|by|through|as (?:soon|early|late) as)(?= (?:(?:about|around|at|the|very"
    r"|latest|early|mid|late|end|close|middle|start|beginning|turn|of|this|next|noon|midnight"
    r"|\d\d?(?:[:.]\d\d)?|[ap]\.?m\.?|[A-Z]{2,4})[ -])*$)",
    re.IGNORECASE,
)
"""Words that look ahead; some only right before the time, else they tell who or how much."""

_PAST = re.compile(
    r"\b(?:said|was|were|had|did|announced|told|reported|came|took|made|went|fell|rose|been"
    r"|held|met"
    r"|since|(?-i:[a-z]{3,}ed))\b",
    re.IGNORECASE,
)
_JUST_PAST = re.compile(
    r"\b(?:was|were|had|been) (?:\w+ )?\w+(?:ed|en|ld|nt|de|ne) (?:on |in )?$"
    r"|\b(?:born|died|happened|occurred|took place|ended|began|arrived) (?:on |in )?$"
)
_AGO = (
    r"(?:struck|hit|broke|left|lost|won|sank|fell|rose|came|went|began|ran|flew|drove|shot|stole"
    r"|beat|fled|woke|wrote|spoke|led|fought|found|stood|sat|slept|spent|bought|sold|sent|burst"
    r"|(?!(?:announc|promis|vow|warn|confirm|agre|decid|report|predict|urg|ask|order|approv|call"
    r"|plan|schedul|expect|propos|slat|bill|delay|postpon|need|bas|nam|suppos|hop|want|intend"
    r"|demand|organi[sz]|conven|arrang|book|tim|fix|mov|invit|back|support|oppos|request|pledg"
    r"|discuss|suggest|cancell?|indicat|prepar|consider|s|f|bl|br|h)ed\b)[a-z]+ed)"
)
"""A verb of the past that tells no plan: what it governs is over."""

_OVER = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bof )"
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\bto )(?<!\bas )(?<!'s )(?<!\bif )"
    rf"\b{_AGO}(?: (?!(?:to|that|for|which|who|will|would|could|should|may|might|can|must|shall"
    r"|is|are|be|and|or|but|if|ahead|before|until)\b)[\w'-]+){0,6}?(?: on| in)? $"
)
"""A clause that such a verb opens, up to the time: "left office on"."""

_OPEN_AFTER = re.compile(r" (?:will|would|is|are|may|might|could|should|must|can)\b")
_FIXTURE = re.compile(
    r"(?<!\bsaw )(?<!\bsee )(?<!\bwatch )(?<!\bwatched )(?<!\bmade )(?<!\blet )(?<!\bhelp )"
    r"\b[A-Z][\w.-]+ (?:meet|(?:play|face|host|take on|travel to)(?= [A-Z]))"
    r"(?: (?!(?:was|were|had|did|last|when|after|before|since|until)\b|[a-z]+ed\b)[\w'.-]+){0,5}?"
    r"(?: on)? $"
)
"""A present tense of several that play or meet: "England face Wales on", for one "faces"."""

_SCHEDULED = re.compile(
    r"(?:(?<!\bthe )(?<!\bof )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!'s )\b"
    r"(?:opens|begins|starts|resumes|reopens|returns|moves|leaves|departs|arrives|sails|votes|expires|launches"
    r"|kicks off|takes (?:place|effect)|comes into (?:force|effect))"
    r"|\b(?:they|we|you|\w{3,}s) (?:open|begin|start|resume|reopen|return|move|leave|depart|arrive"
    r"|sail|vote|expire|meet|kick off|take (?:place|effect)|come into (?:force|effect)))"
    r"(?: (?!(?:until|since|after|before|from|was|were|had|\w+ed)\b)\w+){0,2}(?: on|(?<! in)) $",
    re.IGNORECASE,
)
"""A present tense that a timetable uses for what is to come."""

_CLAUSE_OPENS = re.compile(
    r"(?:^|[.,;:–—“\"(] ?)(?:(?:and|but|so|then|or|that) )?(?:(?:on|in|by) )?$", re.IGNORECASE
)
_WILL_AFTER = re.compile(
    r",? (?:(?!(?:who|which|that|said)\b)[\w'.-]+ ){0,6}?"
    r"(?:will|shall|won't|\w+'ll|(?:is|are|am) (?:due|set|expected|scheduled|going) to)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:was|were|had)\b(?:(?!\b(?:to|will|would|must|should|due|expected|scheduled)\b)[^;:\"“])*"
    r"\bby $",
    re.IGNORECASE,
)
"""Words that tell what had come about by then: "was seen a million times by Friday"."""

_WAS_PLANNED = re.compile(
    r"\bhad (?:\w+ )?(?:been )?(?:due|scheduled|slated|set|planned|expected|supposed)\b"
    r"(?:(?!\bnow\b)[^;:\"“])*$"
)
_OVER_AFTER = re.compile(r",? (?:[\w'.-]+ ){1,4}?(?:had|was|were)\b(?! (?:to|due)\b)")
_LIMIT = re.compile(
    r"\b(?:until|till|by)(?: the (?:end|close|start) of (?:the )?(?:day|week|month))? $",
    re.IGNORECASE,
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

    end: int
    """Where it ends."""

    sentence: tuple[int, int]
    """The sentence it stands in."""

    published: date | None
    """The day the article was published."""

    english: bool = True

    @property
    def future(self) -> bool:
        """Whether the words around the expression look ahead rather than back."""
        if self.opens_future or self._scheduled:
            return True
        if self._done_by or self._was_planned:
            return False
        ahead, back = self._cues
        return ahead > -1 and ahead >= back

    @property
    def just_past(self) -> bool:
        """Whether a verb of the past governs the expression: "was signed on", "left in"."""
        low = max(self.sentence[0], self.start - _SCOPE)
        if self.future:
            return False
        if _JUST_PAST.search(self.flat, low, self.start):
            return True
        over = _OVER.search(self.flat[low : self.start])
        return over is not None and _OPEN_AFTER.match(self.flat, self.end) is None

    @property
    def opens_future(self) -> bool:
        """Whether the expression opens a clause of what is to come: "on Monday he will"."""
        after = _WILL_AFTER.match(self.flat, self.end, self.sentence[1])
        if after is None or _PAST.search(after.group()):
            return False
        before = self.flat[max(self.sentence[0], self.start - _SCOPE) : self.start]
        return _CLAUSE_OPENS.search(before) is not None

    @property
    def _scheduled(self) -> bool:
        """Whether a verb of timetables stands before it: "the train leaves on Monday"."""
        low = max(self.sentence[0], self.start - _SCOPE)
        before = self.flat[low : self.start]
        return bool(_SCHEDULED.search(before) or _FIXTURE.search(before))

    @property
    def _done_by(self) -> bool:
        """Whether what was done by then is told: then it is over."""
        low = max(self.sentence[0], self.start - _SCOPE)
        return _DONE_BY.search(self.flat[low : self.start]) is not None

    @property
    def _was_planned(self) -> bool:
        """Whether it was planned, but is told as past: "had been due", "until Friday he had"."""
        before = self.flat[max(self.sentence[0], self.start - _SCOPE) : self.start]
        if _WAS_PLANNED.search(before):
            return True
        over = _OVER_AFTER.match(self.flat, self.end, self.sentence[1])
        return over is not None and _LIMIT.search(before) is not None

    @property
    def _cues(self) -> tuple[int, int]:
        """Where the last words end that look ahead, and that look back; -1 without any."""
        low = max(self.sentence[0], self.start - _SCOPE)
        return (
            _last_end(_FUTURE, self.flat[low : self.start], low),
            _last_end(_PAST, self.flat[low : self.start], low),
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


def _last_end(pattern: re.Pattern[str], before: str, offset: int) -> int:
    """Return where the last match in *before*, which begins at *offset*, ends; or -1."""
    last = -1
    for match in pattern.finditer(before):
        last = offset + match.end()
    return last
