"""Finds where an article contradicts itself: two figures for one thing that cannot both be right.

Most pairs of figures are no contradiction: tolls rise, sources differ, totals have parts, and two
days have two counts. A pair is told only when nothing in either sentence could explain it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.facts.model import WORTH_CHECKING, Fact
from reader.facts.reading import Reading
from reader.facts.tolls import Told, told_fates

_EXPLAINED = re.compile(
    r"\b(?:another|separate|second|third|previous|previously|earlier|initial|initially|originally"
    r"|first|later|now|latest|since|totals?|overall|altogether|in all|others?|more|further"
    r"|additional|including|among|of them|of whom|of those|each|every|respectively|revised"
    r"|updated|corrected|disputed|rose|risen|rise|rising|climbed|fell|fallen|grew|grown|increased"
    r"|(?<!toll )from|would|could|may|might|if|expected|forecast|target|goal|or|usually|average"
    r"|so far|then|again|puts? the|claimed(?! \S+ lives)|claims|estimates?|estimated|instead|not)\b"
)
"""Words that let a figure differ from another: the article knows that it does."""

_OF_OTHERS = re.compile(
    r"\b(?:another|separate|second|third|previous|previously|earlier|initial|initially|originally"
    r"|first|later|others?|more|further|additional|among|of (?:them|whom|those)|each|every"
    r"|respectively|revised|updated|corrected|disputed|claimed|estimated)\b"
)
"""Words that let "the 61 dead" be others than those told before."""

_MORE_AT_LEAST = re.compile(r"at least|no fewer|not less|more than|over")
_MOST_AT_MOST = re.compile(r"up to|as many as|fewer than|less than|under")
_ROUGHLY = 0.2
_MEASURE = re.compile(
    r"\b(?P<measure>(?:(?:net|gross|annual|quarterly|operating|pre-tax|first-quarter|total) )?"
    r"(?:profit|loss|revenues?|sales|turnover|budget|deficit|debt|population|turnout|workforce"
    r"|magnitude|wingspan|height|length|weight|depth|fine|ransom|reward|death rate"
    r"|unemployment|inflation))(?: rate)? (?:was|is|were|are|of|at|stood at|stands at|reached"
    r"|came to|total+ed|amounted to) (?:(?P<hedge>about|around|some|nearly|almost|roughly|at least"
    r"|more than|over|up to) )?\Z"
)
_BEFORE = 70
_DEFINITE = re.compile(r"\b(?:the|its|all|these|those|all the) \Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_YEAR = re.compile(r"\d{4}")
_DEFINITE_REACH = 10
_OWNERS = frozenset({"org", "place", "person"})
_MEASURED = frozenset({"money", "percent", "quantity"})


class _Article:
    """A text and its facts, which are asked for by sentence."""

    def __init__(self, reading: Reading, facts: Sequence[Fact]) -> None:
        self.reading = reading
        self.facts = facts
        self._starts = [fact.start for fact in facts]

    def facts_between(self, start: int, end: int) -> Sequence[Fact]:
        """Return the facts that begin in a range."""
        return self.facts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def with_disagreements(
    reading: Reading, facts: Sequence[Fact], claims: Sequence[Fact]
) -> list[Fact]:
    """Return *claims*, with those marked whose figure another sentence of the article denies.

    *facts* stand in reading order. Such a claim has the reason ``disagrees``, the field
    ``disagreeing`` with the range of its own figure, and ``disagrees_with`` with the other's.
    """
    if not reading.english:
        return list(claims)
    against: dict[int, tuple[Told, Told]] = {}
    for one, other in _contradictions(_Article(reading, facts)):
        against[reading.sentence_index(one.start)] = one, other
        against[reading.sentence_index(other.start)] = other, one
    return [
        _denied(claim, *pair)
        if (pair := against.get(reading.sentence_index(claim.start)))
        else claim
        for claim in claims
    ]


def _denied(claim: Fact, own: Told, other: Told) -> Fact:
    """Return *claim* with what contradicts it; it is worth a check then, whatever else it says."""
    score = max(claim.details["score"], WORTH_CHECKING)
    details = {
        **claim.details,
        "score": score,
        "reasons": [*claim.details["reasons"], "disagrees"],
        "disagreeing": [own.start, own.end],
        "disagrees_with": [other.start, other.end],
    }
    evidence = (*claim.evidence, "claim.disagrees")
    return replace(claim, confidence=score, evidence=evidence, details=details)


def _contradictions(article: _Article) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs of figures that cannot both be right."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in [*told_fates(article.reading), *_told_measures(article)]:
        groups[told.about].append(told)
    for group in groups.values():
        yield from _pair_of(article, group)
    for counts in _counted(article.facts).values():
        yield from _outgrown(article, counts)


def _pair_of(article: _Article, group: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the two figures that differ, when the article gives no third for the same thing."""
    if len({told.amount for told in group}) != 2:
        return
    ordered = sorted(group, key=lambda told: told.start)
    first = ordered[0]
    other = next(told for told in ordered if told.amount != first.amount)
    if not _can_both_be(first, other) and _same_case(article, first, other):
        yield first, other


def _can_both_be(one: Told, other: Told) -> bool:
    """Tell whether hedges make room for both figures."""
    less, greater = sorted((one, other), key=lambda told: told.amount)
    if _MORE_AT_LEAST.search(less.hedge) or _MOST_AT_MOST.search(greater.hedge):
        return True
    if not less.hedge and _MORE_AT_LEAST.search(greater.hedge):
        return False
    if not greater.hedge and _MOST_AT_MOST.search(less.hedge):
        return False
    near = greater.amount - less.amount <= _ROUGHLY * greater.amount
    return bool(less.hedge or greater.hedge) and near


def _same_case(article: _Article, one: Told, other: Told) -> bool:
    """Tell whether nothing in the two sentences lets them speak of different things."""
    reading = article.reading
    spans = [reading.sentence_at(told.start) for told in (one, other)]
    if spans[0] == spans[1]:
        return False
    if any(
        (_OF_OTHERS if told.definite else _EXPLAINED).search(reading.lowered, *span)
        for told, span in zip((one, other), spans, strict=True)
    ):
        return False
    insides = [article.facts_between(*span) for span in spans]
    places = [{f.entity for f in inside if f.kind in {"place", "event"}} for inside in insides]
    if places[0] and places[1] and places[0].isdisjoint(places[1]):
        return False
    if one.definite or other.definite:
        return not any(_is_of_a_year(fact) for fact in (*insides[0], *insides[1]))
    return _same_time(insides[0], insides[1])


def _is_of_a_year(fact: Fact) -> bool:
    """Tell whether *fact* is a date with its year, which sets a sentence's story apart."""
    return fact.kind == "date" and _YEAR.search(fact.text) is not None


def _same_time(one: Iterable[Fact], other: Iterable[Fact]) -> bool:
    """Tell whether two sentences can be of the same day."""
    days = [
        {str(fact.value)[:10] for fact in inside if fact.kind in {"date", "time"}}
        for inside in (one, other)
    ]
    if days[0] and days[1]:
        return not days[0].isdisjoint(days[1])
    dated = [fact for fact in (*one, *other) if fact.kind in {"date", "time"}]
    return all(_DAY.fullmatch(str(fact.value)) and not _YEAR.search(fact.text) for fact in dated)


def _told_measures(article: _Article) -> Iterator[Told]:
    """Yield the figures that stand right behind what they measure: "revenue was $3 million"."""
    reading = article.reading
    for fact in article.facts:
        if fact.kind not in _MEASURED:
            continue
        low, _ = reading.sentence_at(fact.start)
        measure = _MEASURE.search(reading.lowered, max(low, fact.start - _BEFORE), fact.start)
        if measure:
            near = article.facts_between(low, fact.start)
            owners = sorted({str(name.entity) for name in near if name.kind in _OWNERS})
            amount, unit = _amount_of(fact)
            about = f"{measure['measure']} {unit} {' '.join(owners)}"
            yield Told(about, amount, measure["hedge"] or "", fact.start, fact.end)


def _amount_of(fact: Fact) -> tuple[float, str]:
    """Return the amount and the unit of a figure."""
    if fact.kind == "percent":
        return fact.value, "%"
    return fact.value["amount"], str(fact.value.get("currency", fact.value.get("unit")))


def _counted(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Return the counts by what is counted, with its adjectives."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if "quantity.count" in fact.evidence:
            counted = re.sub(r"^\S+ ", "", fact.text.lower())
            groups[counted].append(fact)
    return groups


def _outgrown(article: _Article, counts: list[Fact]) -> Iterator[tuple[Told, Told]]:
    """Yield a count and the greater one of "the" same things, which can be no part of it."""
    if len({fact.value["amount"] for fact in counts}) != 2:
        return
    lowered = article.reading.lowered
    first = _told(counts[0])
    for fact in counts[1:]:
        again = _told(fact)
        definite = _DEFINITE.search(lowered, max(0, again.start - _DEFINITE_REACH), again.start)
        if definite and again.amount > first.amount and _same_case(article, first, again):
            yield first, again
            return


def _told(fact: Fact) -> Told:
    """Return what a count tells."""
    return Told(fact.value["unit"], fact.value["amount"], "", fact.start, fact.end)
