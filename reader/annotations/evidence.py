"""What speaks for a candidate being the passage that was marked."""

from dataclasses import dataclass
from functools import cached_property

from reader.annotations.edit_distance import best_distance
from reader.annotations.facts_within import Facts, facts_in
from reader.annotations.projection import Projection, project
from reader.annotations.wording import is_one_word, is_telling, words_in

CONTEXT_USED = 48
"""How much of the prefix and the suffix is compared; more of it told candidates apart no better."""

_SLACK = 12
_CHANCE = 0.4
"""How like a context any other text is: unrelated sentences share two letters in five."""


@dataclass(frozen=True)
class Target:
    """The passage looked for, as it was marked, in projection."""

    quote: str
    prefix: str
    """The last ``CONTEXT_USED`` characters before the quote."""
    suffix: str
    """The first ``CONTEXT_USED`` characters after the quote."""
    hint: float | None
    """Where in the article it was, from 0 (its start) to 1; None when nobody knows."""
    opens_inside: bool = False
    """Whether it was cut out of a word at its start."""
    closes_inside: bool = False
    """Whether it was cut out of a word at its end."""

    breaks: int = 0
    """How many paragraphs it has beyond the first."""

    @cached_property
    def words(self) -> list[str]:
        """The words of the quote."""
        return words_in(self.quote)

    @cached_property
    def facts(self) -> Facts:
        """The figures and names of the quote."""
        return facts_in(self.quote)

    @cached_property
    def is_telling(self) -> bool:
        """Whether the quote is long enough to be known by its words alone."""
        return is_telling(self.quote)

    @property
    def has_context(self) -> bool:
        """Whether anything is known of what stood around the quote."""
        return bool(self.prefix or self.suffix)


def target_of(quote: str, prefix: str, suffix: str, hint: float | None) -> Target:
    """Return the target of a mark's selectors; only so much is projected as is compared."""
    return Target(
        quote=project(quote).text.strip(),
        prefix=project(prefix[-4 * CONTEXT_USED :]).text[-CONTEXT_USED:].strip(),
        suffix=project(suffix[: 4 * CONTEXT_USED]).text[:CONTEXT_USED].strip(),
        hint=hint,
        opens_inside=is_one_word(prefix[-1:] + quote[:1]),
        closes_inside=is_one_word(quote[-1:] + suffix[:1]),
        breaks=quote.strip().count("\n\n"),
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the projected article that may be the passage, and what speaks for it."""

    start: int
    end: int
    likeness: float
    """How like the quote it reads, 0 to 1."""
    context: float
    """How much of what stood around the quote stands around it: the mean of both sides."""
    better_side: float
    """The same, of the side that survived better."""
    worse_side: float
    nearness: float
    """How near it is to where the quote was, 0 to 1."""
    bracketed: bool = False
    """Whether it was found as what stands between the prefix and the suffix."""

    @property
    def rank(self) -> float:
        """How good a candidate it is, 0 to 1; the best has the highest."""
        return (
            0.5 * self.likeness
            + 0.28 * self.better_side
            + 0.2 * self.context
            + 0.02 * self.nearness
        )

    def apart_from(self, other: "Candidate") -> bool:
        """Tell whether the two share no character."""
        return self.end <= other.start or other.end <= self.start


def weigh(page: Projection, target: Target, start: int, end: int, likeness: float) -> Candidate:
    """Return the candidate ``page.text[start:end]`` with its evidence."""
    text = page.text
    before = text[max(0, start - len(target.prefix) - _SLACK) : start]
    after = text[end : end + len(target.suffix) + _SLACK]
    sides = [
        _survival(context, window)
        for context, window in ((target.prefix, before), (target.suffix, after))
        if context
    ] or [0.0]
    distance = 0.0 if target.hint is None else abs(start / max(1, len(text)) - target.hint)
    return Candidate(
        start=start,
        end=end,
        likeness=likeness,
        context=sum(sides) / len(sides),
        better_side=max(sides),
        worse_side=min(sides),
        nearness=1 - distance,
    )


def _survival(context: str, window: str) -> float:
    """Return how much of *context* stands in *window*, beyond what any text would share."""
    likeness = 1 - best_distance(context, window) / len(context)
    return max(0.0, (likeness - _CHANCE) / (1 - _CHANCE))
