"""Saying how far the check of a claim has come, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.annotations.model import CLAIM_FIELDS, Claim, Mark
from reader.facts.model import Fact
from reader.tui.page.motion import Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.claim_form import ClaimForm

NAMES_OFFERED = 6
"""How many names are offered as the speaker of a claim."""


class Checking:
    """Opens the form of a claim."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self.form: ClaimForm | None = None
        self._typed: dict[str, dict[str, str]] = {}
        """What was typed into forms that were left for something else, by mark."""

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self.form is not None and self.form.is_open

    def prepare(self) -> None:
        """Make the form, out of sight, so that the first claim need not wait for it."""
        if self.form is None:
            from reader.tui.widgets.claim_form import ClaimForm

            self.form = ClaimForm(id="claim")
            self.form.display = False
            self._screen.mount(self.form)

    def ask(self) -> None:
        """Ask about the mark here; with no mark, make a claim first.

        What could not be saved the last time stands in the form again, and what was typed into one
        that the mouse was taken from.
        """
        screen = self._screen
        self.prepare()
        may = screen.may_change()
        mark = (screen.marking.here or screen.marking.make("claim")) if may else None
        screen.selecting.stop()
        if mark is None or self.form is None:
            return
        known = fields_of(mark.claim)
        typed = {
            name: str(value or "")
            for name, value in screen.unsaved.fields_of(mark.id).items()
            if name in known
        }
        names = speakers(screen.side.facts.listed, mark.ranges, self._around(mark))
        self.form.open(
            f"“{mark.quote}”" if mark.quote else "the article",
            known | typed | self._typed.pop(mark.id, {}),
            names,
            lambda fields: self._save(mark, fields),
            known=known,
            left=lambda fields: self._typed.update({mark.id: fields}),
        )

    def _save(self, mark: Mark, fields: dict[str, str]) -> None:
        """Save what was changed."""
        given: dict[str, Any] = dict(fields)
        self._screen.marking.change(mark, f"claim: {given['status']}", **given)

    def _around(self, mark: Mark) -> list[Range]:
        """Return the sentences that the mark starts in."""
        motion = self._screen.body.motion
        found = [motion.sentence_at(start) for start, _ in mark.ranges] if motion else []
        return [sentence for sentence in found if sentence is not None]


def fields_of(claim: Claim | None) -> dict[str, str]:
    """Return the fields of the form for *claim*."""
    return {name: getattr(claim or Claim(), name) or "" for name in CLAIM_FIELDS}


def speakers(
    facts: Sequence[Fact], passages: Sequence[Range], sentences: Sequence[Range]
) -> list[str]:
    """Return who may have said what stands in *passages*, the likeliest first.

    The speaker of a quote there, then the people named in it and in its *sentences*, then those
    whom the article names most.
    """
    people = [fact for fact in facts if fact.kind == "person"]
    named = Counter(str(fact.value or fact.text) for fact in people)
    found = [
        str(fact.details["speaker"])
        for fact in facts
        if fact.kind == "quote" and fact.details.get("speaker") and _in(fact, passages)
    ]
    found += [str(fact.value or fact.text) for fact in people if _in(fact, passages)]
    found += [str(fact.value or fact.text) for fact in people if _in(fact, sentences)]
    found += [name for name, _ in named.most_common()]
    return list(dict.fromkeys(found))[:NAMES_OFFERED]


def _in(fact: Fact, passages: Sequence[Range]) -> bool:
    """Tell whether *fact* shares a character with one of *passages*."""
    return any(fact.start < end and start < fact.end for start, end in passages)
