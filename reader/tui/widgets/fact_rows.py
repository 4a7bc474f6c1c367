"""The rows of the facts: each thing once, by kind, with how often it is named; then what is said.

Pure: facts go in, rows come out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import NamedTuple

from reader.facts import Fact, Moment, timeline
from reader.facts.lines import Keep
from reader.facts.model import identity, is_worth_a_row
from reader.tui.widgets.fact_dates import said_date
from reader.tui.widgets.row_list import Row

GROUPS = (
    ("Claims", ("claim",)),
    ("People", ("person",)),
    ("Organisations", ("org",)),
    ("Places", ("place",)),
    ("Dates", ("date", "time")),
    ("Money", ("money",)),
    ("Percentages", ("percent",)),
    ("Quantities", ("quantity",)),
    ("Quotes", ("quote",)),
    ("Events and agreements", ("event",)),
    ("Works and systems", ("work",)),
    ("Acronyms", ("acronym",)),
    ("Durations", ("duration", "set")),
    ("Links", ("link",)),
)
"""The groups in which facts are listed, with the kinds in each."""

TIMELINE = "Timeline"
DISMISSED = "Dismissed"
NO_WORDS = ("No word lists for this language:", "dates in digits, money, links … only")
"""What stands above the facts of an article in a language that the rules do not know."""

CLAIMS_SHOWN = 10
"""How many claims are listed: those with the highest scores."""

CLAIMS_SPARE = 40
"""How many more are held, to be listed in place of those that the reader dismisses."""

DISAGREES = "≠"
GONE = "✗"
_BY_COUNT = {"person", "org", "place", "event", "work"}
_ARROWS = {"up": "↑", "down": "↓"}


class ArticleFacts(NamedTuple):
    """What the panel lists of one article."""

    facts: Sequence[Fact] = ()
    """Those worth a row, and those that the reader dismissed."""

    moments: Sequence[Moment] = ()
    """The dated sentences in the order of time, when there are enough."""

    text: str = ""
    """The article's text."""

    knows_words: bool = True
    """Whether the rules know the words of its language."""

    @classmethod
    def of(cls, facts: Sequence[Fact], text: str, *, knows_words: bool) -> ArticleFacts:
        """Return what to list of *facts*; a long article takes a moment."""
        listed = [fact for fact in facts if is_worth_a_row(fact)]
        live = [fact for fact in listed if not fact.details.get("dismissed")]
        return cls(listed, timeline(live, text), text, knows_words)


@dataclass(frozen=True)
class Finding:
    """One thing that the article speaks of, with every place where it does."""

    group: str
    thing: str
    """What its mentions have in common; with the group it tells findings apart."""

    facts: tuple[Fact, ...] = field(compare=False)
    """Its mentions in reading order, at least one."""

    @property
    def first(self) -> Fact:
        """Its first mention."""
        return self.facts[0]

    @property
    def is_dismissed(self) -> bool:
        """Whether the reader said that it is none."""
        return self.group == DISMISSED


def worth_listing(dismissed: int = 0) -> Keep:
    """Return what tells, of the facts of one article as they come, which may be listed.

    Of the thousands of claims of a long article all but the best are let go at once.

    Args:
        dismissed: how many of them the reader dismissed, which take nobody's place.
    """
    scores: list[float] = []
    most = CLAIMS_SHOWN + CLAIMS_SPARE + dismissed

    def keep(fact: Fact) -> bool:
        if fact.kind != "claim" or not is_worth_a_row(fact):
            return is_worth_a_row(fact)
        score = _score(fact)
        if len(scores) < most:
            heappush(scores, score)
            return True
        return heappushpop(scores, score) < score

    return keep


def rows_of(known: ArticleFacts, words: str = "") -> list[Row]:
    """Return the rows of all groups that have any; only those that have all of *words*."""
    live = [fact for fact in known.facts if not fact.details.get("dismissed")]
    gone = [fact for fact in known.facts if fact.details.get("dismissed")]
    rows = (
        []
        if known.knows_words
        else [Row(line, style="quiet", selectable=False) for line in NO_WORDS]
    )
    listed = [(title, findings(live, title, kinds)) for title, kinds in GROUPS]
    listed.append((DISMISSED, _by_thing(gone, DISMISSED)))
    for title, found in listed:
        rows += _group(title, [(one, _row(one)) for one in found], words)
        if title == "Dates":
            rows += _group(TIMELINE, list(_moments(known)), words)
    return rows


def findings(facts: Sequence[Fact], title: str, kinds: Sequence[str]) -> list[Finding]:
    """Return the facts of *kinds*, those of one entity or value as one.

    In reading order; names by how often they are named, claims by how much they need checking.
    """
    chosen = sorted((fact for fact in facts if fact.kind in kinds), key=lambda fact: fact.start)
    if "claim" in kinds:
        best = sorted(chosen, key=lambda fact: -_score(fact))[:CLAIMS_SHOWN]
        return [Finding(title, identity(fact), (fact,)) for fact in best]
    found = _by_thing(chosen, title)
    if set(kinds) & _BY_COUNT:
        found.sort(key=lambda finding: -len(finding.facts))
    return found


def words_of(finding: Finding) -> str:
    """Return what a thing's row says."""
    fact = finding.first
    match fact.kind:
        case "person" | "org" | "place" | "event" | "work":
            return str(fact.value or fact.text)
        case "quote":
            speaker = fact.details.get("speaker")
            return f"{speaker}: {fact.text}" if speaker else fact.text
        case "acronym":
            return f"{fact.text} = {fact.value}"
    return fact.text


def _by_thing(facts: Sequence[Fact], group: str) -> list[Finding]:
    """Return *facts* with those that are one thing together, in reading order."""
    things: dict[str, list[Fact]] = {}
    for fact in facts:
        things.setdefault(identity(fact), []).append(fact)
    return [Finding(group, thing, tuple(found)) for thing, found in things.items()]


def _group(title: str, found: Sequence[tuple[Finding, Row]], words: str) -> Iterator[Row]:
    """Yield the rows of one group below its title, when any of them has the *words*."""
    asked = words.casefold().split()
    rows = [row for one, row in found if all(word in _searched(one, row) for word in asked)]
    if rows:
        yield Row(title, aside=str(len(rows)), style="group", selectable=False)
        yield from rows


def _searched(finding: Finding, row: Row) -> str:
    """Return the words of a row, and of its mentions, that the filter looks through."""
    mentions = (fact.text for fact in finding.facts)
    return " ".join((row.text, row.sign, row.aside, *mentions)).casefold()


def _row(finding: Finding) -> Row:
    """Return the row of one thing."""
    differs = any(fact.details.get("disagrees_with") for fact in finding.facts)
    sign = GONE if finding.is_dismissed else DISAGREES if differs else ""
    style = "quiet" if finding.is_dismissed else ""
    return Row(words_of(finding), finding, 1, sign, _aside(finding), style)


def _moments(known: ArticleFacts) -> Iterator[tuple[Finding, Row]]:
    """Yield the dated sentences, each led by its date."""
    for moment in known.moments:
        finding = Finding(TIMELINE, f"{moment.value}:{moment.start}", (moment.fact,))
        sentence = known.text[moment.start : moment.end]
        yield finding, Row(sentence, finding, 1, sign=said_date(moment.value))


def _aside(finding: Finding) -> str:
    """Return what stands at the edge of a fact's row: its value, and how often it is named."""
    fact, count = finding.first, len(finding.facts)
    value = ""
    if fact.kind in ("date", "time") and _tells_more(fact):
        value = said_date(str(fact.value))
    elif fact.kind == "percent":
        value = _ARROWS.get(str(fact.details.get("change")), "")
    return " ".join(part for part in (value, f"×{count}" if count > 1 else "") if part)


def _score(fact: Fact) -> float:
    """Return how much a claim needs checking."""
    return float(fact.details.get("score", fact.confidence))


def _tells_more(fact: Fact) -> bool:
    """Tell whether a date's value says more than its words."""
    return (
        isinstance(fact.value, str)
        and fact.value[:1].isdigit()
        and said_date(fact.value) != fact.text
    )
