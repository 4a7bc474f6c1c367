"""Tells who said a quotation: the subject of the verb of saying that stands nearest to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reader.facts import lexicon_given
from reader.facts.lexicon_people import ROLES
from reader.facts.model import Fact
from reader.facts.name_runs import words_before
from reader.facts.quote_cues import (
    BY,
    CUE,
    FEMALE,
    FIRST_PERSON,
    MALE,
    MEN,
    NOUN_PHRASE,
    PRONOUN,
    WOMEN,
)
from reader.facts.quote_marks import Quotation
from reader.facts.reading import Reading

_HIDDEN = "\x00"
_POSSESSIVE = re.compile(r"'s?(?!\w)")
_GOVERNED = re.compile(
    r"\b(?:of|for|with|against|about|to|from|by|on|than|at|in|like|toward|towards) (?:the )?$"
)
_BESIDE = re.compile(r"\b(?:outside|inside|near|at|in) (?:the )?$")
"""What makes a name before a colon the place where something was said."""

_TOLD = re.compile(
    r"(?:told|tells|telling|asked|asks|asking|warned|urged|accused|called|calls|calling)$"
)
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z'. -]{2,30}):")
_NOUN_BEFORE = re.compile(
    r"(?<![\w'])(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]his|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)"
    r" (?:[a-z'-]+ ){0,3}(?!(?:and|but|who|which|that)\b)"
    r"[a-z'-]{3,} (?:(?:has|have|had|also|then|later|once|repeatedly|recently) )?$"
)
_SIGNATURE = re.compile(r" ?[―—–-]{1,2} ?(?=[A-Z])")
_APPOSITION = re.compile(
    r", (?:who|which|whose|an?|the|his|her|its|their|\d+|[a-z]{3,}ing)\b"
    r"(?:[^.;:\x00]|(?<=\bv)\.){1,120},"
    r" (?:\w+ly )?$"
)
_ROLE_THEN_NAME = re.compile(
    r" (?:the|an?|its|his|her|their|our|my|[A-Z][\w.-]*(?: [\w.-]+){0,4}'s?)"
    r" (?:[\w'-]+ ){0,5}[\w'-]+,"
    r" (?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Judge|Captain|Gen|Col|Lt|Rev)\.? )?(?=[A-Z])"
)
_ROLE_BESIDE_NAME = re.compile(
    r" (?:(?:the|[A-Z][\w.&-]*(?:'s?)?) ){1,4}(?:[a-z][\w-]+ ){0,2}"
    rf"(?:{'|'.join(sorted(ROLES))}) (?=[A-Z])"
)
"""Whom and what the speaker is: ("…," wrote) "the Bank's chief economist" (Ada Lund)."""

_COLON = re.compile(r":\s*$")
_CLOSE = 4
_GOVERNED_REACH = 14
_INVERTED_REACH = 45
_GAP_WEIGHT = 0.5
_OBLIQUE_COST = 25.0
_BEFORE_COST = 60.0
_CLAUSE_COST = 6.0
_NOUN_COST = 2.0
_REACH = 600
_SUBJECT_REACH = 300
_MOST_CUES = 6
_NEXT_SENTENCE = 70


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that can name a speaker."""

    start: int

    end: int

    name: str | None
    """The name it is known by; None for a pronoun."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said something, and the words that tell it."""

    subject: Subject

    cue: str | None

    cost: float
    """How far-fetched it is; 0 is certain."""


class Scene:
    """What bears on who speaks: the text outside quotations, and the subjects there."""

    def __init__(self, reading: Reading, quotations: list[Quotation], names: list[Fact]) -> None:
        self.reading = reading
        self.masked = _masked(reading.flat, quotations)
        self.subjects = _subjects(reading, self.masked, names)
        self.people = {str(fact.value) for fact in names if fact.kind == "person"}
        self.men = _called(reading, names, MEN, MALE, lexicon_given.MEN)
        self.women = _called(reading, names, WOMEN, FEMALE, lexicon_given.WOMEN)
        titled = _titled(names, MEN), _titled(names, WOMEN)
        self.men, self.women = self.men - titled[1], self.women - titled[0]
        self._starts = [subject.start for subject in self.subjects]

    def subjects_in(self, start: int, end: int) -> list[Subject]:
        """Return the subjects that lie in a range."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [subject for subject in self.subjects[low:high] if subject.end <= end]

    def named_before(self, at: int, limit: int = 40) -> Iterator[Subject]:
        """Yield the named subjects before *at*, nearest first, and no more than *limit*."""
        index = bisect_left(self._starts, at)
        for subject in reversed(self.subjects[max(0, index - limit) : index]):
            if subject.name:
                yield subject

    def scope(self, quotation: Quotation) -> tuple[int, int]:
        """Return the sentences around a quotation in which its verb of saying can stand."""
        reading = self.reading
        first = reading.sentence_index(quotation.start)
        last = reading.sentence_index(max(quotation.start, quotation.end - 1))
        start, end = reading.sentences[first][0], reading.sentences[last][1]
        if last + 1 < len(reading.sentences) and self._runs_on(quotation, end, last + 1):
            end = reading.sentences[last + 1][1]
        return max(start, quotation.start - _REACH), min(end, quotation.end + _REACH)

    def _runs_on(self, quotation: Quotation, end: int, following: int) -> bool:
        """Tell whether the sentence behind a quotation tells who said it: "…!" Ada Lund said."""
        start, stop = self.reading.sentences[following]
        if quotation.end < end or self.reading.sentence_at(quotation.start)[0] < quotation.start:
            return False
        if "\n" in self.reading.flat[end:start]:
            return False
        cue = CUE.search(self.masked, start, min(stop, start + _NEXT_SENTENCE))
        return cue is not None and _HIDDEN not in self.masked[start : cue.start()]


def _called(
    reading: Reading,
    names: list[Fact],
    titles: frozenset[str],
    nouns: frozenset[str],
    given: frozenset[str],
) -> frozenset[str]:
    """Return the people whom a title, a noun right before the name or a given name tells so."""
    people = [fact for fact in names if fact.kind == "person"]
    return _titled(names, titles) | frozenset(
        str(fact.value)
        for fact in people
        if str(fact.value).partition(" ")[0] in given
        or words_before(reading.flat, fact.start)[1] in nouns
    )


def _titled(names: list[Fact], titles: frozenset[str]) -> frozenset[str]:
    """Return the names of the people to whom the article gives one of *titles*."""
    return frozenset(
        str(fact.value)
        for fact in names
        if titles & {word.rstrip(".") for word in fact.details.get("title", "").split()}
    )


def _masked(flat: str, quotations: list[Quotation]) -> str:
    """Return *flat* with quoted words hidden."""
    parts: list[str] = []
    at = 0
    for quotation in quotations:
        parts += [flat[at : quotation.start], _HIDDEN * (quotation.end - quotation.start)]
        at = quotation.end
    return "".join([*parts, flat[at:]])


def _subjects(reading: Reading, masked: str, names: list[Fact]) -> list[Subject]:
    """Return all that can name a speaker outside quotations, in reading order."""
    found: dict[int, Subject] = {}
    for match in NOUN_PHRASE.finditer(masked):
        found[match.start()] = Subject(*match.span(), reading.text[slice(*match.span())])
    for match in PRONOUN.finditer(masked):
        found[match.start()] = Subject(*match.span(), None)
    for fact in names:
        if fact.kind in {"person", "org"} and masked[fact.start] != _HIDDEN:
            found[fact.start] = Subject(fact.start, fact.end, str(fact.value))
    return [found[start] for start in sorted(found)]


def attribute(scene: Scene, quotation: Quotation) -> Attribution | None:
    """Return the attribution that the words around *quotation* give, or None."""
    start, end = scene.scope(quotation)
    found = list(_by_label(scene, quotation, start)) + list(_by_label_inside(scene, quotation))
    found += _by_signature(scene, quotation)
    found += _by_preposition(scene, quotation, start, end)
    cues = sorted(
        CUE.finditer(scene.masked, start, end),
        key=lambda cue: _distance(quotation, cue.start(), cue.end()),
    )
    for cue in cues[:_MOST_CUES]:
        low = max(start, cue.start() - _SUBJECT_REACH)
        found += _by_verb(scene, quotation, cue, low, min(end, cue.end() + _SUBJECT_REACH))
    return min(found, key=lambda attribution: attribution.cost, default=None)


def _by_label(scene: Scene, quotation: Quotation, start: int) -> Iterator[Attribution]:
    """Yield the speaker before a colon, as in a transcript: "Lund: …"."""
    before = scene.masked[start : quotation.start]
    if not _COLON.search(before):
        return
    colon = start + before.rindex(":")
    for subject in scene.subjects_in(start, colon):
        placed = _BESIDE.search(
            scene.masked, max(start, subject.start - _GOVERNED_REACH), subject.start
        )
        if subject.end == colon and not placed:
            yield Attribution(subject, None, 0.0)


def _by_label_inside(scene: Scene, quotation: Quotation) -> Iterator[Attribution]:
    """Yield the speaker whose name in capitals opens the quotation itself, as in a transcript."""
    label = _LABEL.match(scene.reading.flat, quotation.inside_start, quotation.inside_end)
    if label:
        name = label["name"].title()
        known = [person for person in scene.people if person.split()[-1] == name.split()[-1]]
        subject = Subject(*label.span("name"), known[0] if known else name)
        yield Attribution(subject, None, 0.0)


def _by_signature(scene: Scene, quotation: Quotation) -> Iterator[Attribution]:
    """Yield the speaker behind a dash, as under a letter: "…" ― Ada Lund."""
    dash = _SIGNATURE.match(scene.masked, quotation.end)
    if dash:
        near = scene.subjects_in(dash.end(), dash.end() + _INVERTED_REACH)
        if near and near[0].start == dash.end() and near[0].name:
            yield Attribution(near[0], None, 0.0)


def _by_preposition(
    scene: Scene, quotation: Quotation, start: int, end: int
) -> Iterator[Attribution]:
    """Yield the speaker after "according to" or "as acknowledged by"."""
    for cue in BY.finditer(scene.masked, start, end):
        near = scene.subjects_in(cue.end(), min(end, cue.end() + _INVERTED_REACH))
        if near and near[0].start - cue.end() < 20:
            cost = _distance(quotation, cue.start(), cue.end())
            yield Attribution(near[0], cue["verb"], 0.8 * cost)


def _by_verb(
    scene: Scene, quotation: Quotation, cue: re.Match[str], start: int, end: int
) -> Iterator[Attribution]:
    """Yield the subjects that a verb of saying may have."""
    distance = _distance(quotation, cue.start(), cue.end())
    noun = _NOUN_BEFORE.search(scene.masked, max(start, cue.start() - 60), cue.start())
    if noun and not scene.subjects_in(noun.start(), cue.start()):
        words = scene.reading.text[noun.start() : noun.end()].strip()
        subject = Subject(noun.start(), noun.start() + len(words), words)
        yield Attribution(subject, cue["verb"], distance + _NOUN_COST)
    apposition = _APPOSITION.search(scene.masked, start, cue.start())
    role = _role_behind(scene, cue, end) if _is_inverted(quotation, cue) else None
    for subject in scene.subjects_in(start, end):
        if role and subject.start == role.end() and subject.name in scene.people:
            yield Attribution(subject, cue["verb"], -_CLAUSE_COST)
        if apposition and subject.end == apposition.start() and subject.name:
            yield Attribution(subject, cue["verb"], distance)
        cost = _subject_cost(scene, quotation, cue, subject)
        if cost is not None:
            total = distance + _GAP_WEIGHT * cost
            yield Attribution(subject, cue["verb"], total)


def _role_behind(scene: Scene, cue: re.Match[str], end: int) -> re.Match[str] | None:
    """Return what the speaker is, when it stands between a verb of saying and the name."""
    return _ROLE_THEN_NAME.match(scene.masked, cue.end(), end) or _ROLE_BESIDE_NAME.match(
        scene.masked, cue.end(), end
    )


def _distance(quotation: Quotation, start: int, end: int) -> float:
    """Return how many characters lie between a quotation and other words."""
    return float(max(0, quotation.start - end, start - quotation.end))


def _subject_cost(
    scene: Scene, quotation: Quotation, cue: re.Match[str], subject: Subject
) -> float | None:
    """Return how unlikely it is that *subject* is the one that the verb has; None if it is not."""
    masked = scene.masked
    if subject.end <= cue.start():
        between = masked[subject.end : cue.start()]
        cost = float(len(between)) + _CLAUSE_COST * between.count(",")
        if _POSSESSIVE.match(masked, subject.end):
            cost += _OBLIQUE_COST
        if _GOVERNED.search(masked[max(0, subject.start - _GOVERNED_REACH) : subject.start]):
            cost += _OBLIQUE_COST
        return cost
    behind = subject.start - cue.end()
    if behind < 0 or behind > _INVERTED_REACH or (subject.name is None and behind > 2):
        return None
    inverted = _is_inverted(quotation, cue) and not _TOLD.search(cue["verb"])
    return behind + (0.0 if inverted else _BEFORE_COST)


def _is_inverted(quotation: Quotation, cue: re.Match[str]) -> bool:
    """Tell whether the verb stands right behind the quotation, before its subject."""
    return 0 <= cue.start() - quotation.end < _CLOSE


def resolve(scene: Scene, subject: Subject) -> str | None:
    """Return the name of *subject*; a pronoun's is that of the person named last before it.

    "She" is nobody whom the article calls "Mr". None when only such people are named.
    """
    if subject.name is not None:
        return subject.name
    word = scene.reading.flat[subject.start : subject.end].lower()
    if word in FIRST_PERSON:
        return scene.reading.text[subject.start : subject.end]
    people = [who.name for who in scene.named_before(subject.start) if who.name in scene.people]
    others = scene.men if word == "she" else scene.women if word == "he" else frozenset()
    meant = (name for name in people if name not in others)
    return next(meant, None if people else scene.reading.text[subject.start : subject.end])
