"""What the user says of the facts that were found: this is none, that is of another kind.

A choice is tied to the words it was made on and to what stood around them, so that it outlives
the next version of the article. It goes for one mention, or for all that name the same thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from reader.annotations.selectors import describe
from reader.article.model import Article
from reader.facts.model import Fact, FactKind, identity, reading_order

FIELD = "facts"
"""The field of an article's state that holds what was chosen of its facts."""

NAMES: tuple[FactKind, ...] = ("person", "org", "place", "event", "work")
"""The kinds that a fact can be given: those whose value is a name."""

CHOSEN = "chosen.kind"
"""The evidence of a fact whose kind the user gave."""


@dataclass(frozen=True, slots=True)
class FactChoice:
    """One thing that the user said of a fact."""

    kind: FactKind
    """Of which kind the rules take it for."""

    thing: str
    """What it is one with; see ``identity``."""

    quote: str
    prefix: str
    suffix: str
    start: int
    """The mention it was said of, as a mark keeps its passage."""

    whole: bool = True
    """Whether it goes for every mention of the thing."""

    becomes: FactKind | None = None
    """The kind it is, be it the one that the rules take it for; None when it is no fact."""


def choices_of(state: Mapping[str, Any]) -> list[FactChoice]:
    """Return what was chosen of an article's facts; what nobody can read is passed over."""
    found = state.get(FIELD)
    choices = [_choice(each) for each in (found if isinstance(found, list) else ())]
    return [choice for choice in choices if choice is not None]


def as_field(choices: Iterable[FactChoice]) -> dict[str, Any]:
    """Return the field of the state that keeps *choices*."""
    return {FIELD: [asdict(choice) for choice in choices]}


def chosen(
    article: Article, fact: Fact, *, whole: bool, becomes: FactKind | None = None
) -> FactChoice:
    """Return the choice that *fact*, as it is shown, is of the kind *becomes*, or none.

    Args:
        article: the article.
        fact: one of its facts; the rules' own, or with choices applied.
        whole: whether it goes for all mentions of the thing.
        becomes: the kind; None when it is no fact.
    """
    kind, thing = fact.details.get("was") or (fact.kind, identity(fact))
    place = describe(article, fact.start, fact.end)
    return FactChoice(
        kind=kind,
        thing=thing,
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
        start=place.start,
        whole=whole and kind != "quote",
        becomes=becomes,
    )


def settled(choices: Sequence[FactChoice], choice: FactChoice) -> list[FactChoice]:
    """Return *choices* with *choice* in place of those before it that are of the same words."""
    left = [one for one in choices if not _same(one, choice)]
    as_found = choice.becomes == choice.kind and not any(one.thing == choice.thing for one in left)
    return left if as_found else [*left, choice]


def apply_choices(
    facts: Sequence[Fact], choices: Sequence[FactChoice], text: str, *, dismissed: bool = False
) -> list[Fact]:
    """Return *facts* as the user wants them, in reading order.

    Args:
        facts: what was found in the text.
        choices: what was said of them.
        text: the article's text, in whichever version.
        dismissed: whether those that are no facts are returned too, with ``dismissed`` set in
            their details.
    """
    if not choices:
        return list(facts)
    meant = _meant(facts, choices, text)
    shown = (_as_chosen(fact, meant.get(id(fact))) for fact in facts)
    listed = [fact for fact in shown if dismissed or not fact.details.get("dismissed")]
    return sorted(listed, key=reading_order)


def _meant(
    facts: Sequence[Fact], choices: Sequence[FactChoice], text: str
) -> dict[int, FactChoice]:
    """Return for each fact that a choice goes for, by its ``id``, the choice."""
    meant: dict[int, FactChoice] = {}
    for choice in sorted(choices, key=lambda choice: not choice.whole):  # a mention's own wins
        target = _target(facts, choice, text)
        things = {choice.thing, identity(target) if target is not None else choice.thing}
        for fact in facts:
            if fact is target or (choice.whole and identity(fact) in things):
                meant[id(fact)] = choice
    return meant


def _target(facts: Sequence[Fact], choice: FactChoice, text: str) -> Fact | None:
    """Return the mention that a choice was made on, where it is now."""
    from reader.annotations.anchoring import anchor

    place = anchor(text, choice.quote, choice.prefix, choice.suffix, choice.start)
    start, end = place.start, place.end
    if start is None or end is None:
        return None
    near = [
        fact for fact in facts if fact.kind == choice.kind and fact.start < end and start < fact.end
    ]
    return min(near, key=lambda one: abs(one.start - start) + abs(one.end - end), default=None)


def _as_chosen(fact: Fact, choice: FactChoice | None) -> Fact:
    """Return *fact* as the choice has it."""
    if choice is None or choice.becomes == fact.kind:
        return fact
    was = {"was": [choice.kind, choice.thing]}
    if choice.becomes is None:
        return replace(fact, details={**fact.details, **was, "dismissed": True})
    name = fact.value if isinstance(fact.value, str) else fact.text
    return replace(
        fact,
        kind=choice.becomes,
        value=name,
        entity=f"{choice.becomes}:{name.casefold()}",
        confidence=1.0,
        evidence=(*fact.evidence, CHOSEN),
        details={**fact.details, **was},
    )


def _same(one: FactChoice, other: FactChoice) -> bool:
    """Tell whether two choices are of the same words; of a thing, the later settles all."""
    if one.kind != other.kind or one.thing != other.thing:
        return False
    if other.whole:
        return True
    place = (one.quote, one.prefix, one.suffix)
    return not one.whole and place == (other.quote, other.prefix, other.suffix)


def _choice(each: Any) -> FactChoice | None:
    """Return the choice that *each* describes; None when it describes none."""
    try:
        choice = FactChoice(**each)
    except TypeError:
        return None
    texts = (choice.kind, choice.thing, choice.quote, choice.prefix, choice.suffix)
    sound = all(isinstance(text, str) for text in texts) and isinstance(choice.start, int)
    return choice if sound and choice.becomes in (None, choice.kind, *NAMES) else None
