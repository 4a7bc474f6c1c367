"""What a search asks for, read from what the user typed; no text is refused."""

import re
from dataclasses import dataclass, replace
from typing import Literal, Self

from reader.search.words import is_unspaced, pattern, words

Field = Literal["text", "by", "in", "label", "status", "tag"]

FACETS: tuple[Field, ...] = ("in", "label", "status", "tag")
"""Fields whose whole value must be the one asked for; they are indexed as one word each."""

_NAME_END, _SPACE = "\ue000", "\ue001"
_MOST_CLAUSES = 32
_MOST_WORDS = 64
_CLAUSE = re.compile(
    r"(?P<excluded>-)?(?:(?P<field>tag|label|status|in|by):(?=\S))?"
    r'(?:"(?P<phrase>[^"]*)(?P<closed>"|$)|(?P<word>\S+?))(?P<star>\*)?(?=\s|$|(?<=")|(?<="\*))',
    re.IGNORECASE,
)
_QUOTES = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb", '"""""')


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for: words one behind the other, or a value of a field."""

    words: tuple[str, ...]
    """Folded; of a facet the one word that stands for it in the index. Never empty."""
    field: Field = "text"
    """Where they must stand; ``text`` is anywhere in what was written."""
    prefix: bool = False
    """Whether the last word may be the start of one."""
    excluded: bool = False
    """Whether what has them is left out."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words in folded text."""
        return pattern(self.words, self.prefix)


@dataclass(frozen=True, slots=True)
class Query:
    """All that is asked for: every clause must hold."""

    clauses: tuple[Clause, ...]

    @classmethod
    def parse(cls, text: str, *, typing: bool = False) -> Self:
        """Return what *text* asks for.

        Words must all be there. ``"words in quotes"`` stand one behind the other, ``word*`` is the
        start of a word, ``-word`` must not be there. ``tag:``, ``label:``, ``status:`` and ``in:``
        (a section) name a value, ``by:`` words of the publisher or an author. Anything else is
        taken as it stands, and what is no word is passed over.

        Args:
            text: what the user typed.
            typing: whether the last word may be unfinished, and is taken for the start of one.
        """
        text = text.translate(_QUOTES)
        found = [_clause(match) for match in _CLAUSE.finditer(text)]
        clauses = [clause for clause in found if clause.words][:_MOST_CLAUSES]
        if typing and clauses and found[-1].words and not text[-1:].isspace():
            clauses[-1] = _unfinished(clauses[-1], text)
        return cls(tuple(dict.fromkeys(clauses)))

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The words of the text that must be there: those a snippet shows."""
        return tuple(each for each in self.clauses if each.field == "text" and not each.excluded)


def facet_word(name: str, value: str) -> str:
    """Return the one word that stands for a field's value; empty when the value has no words.

    No text has such a word, for it is written with characters that are no part of any.
    """
    parts = words(value)
    return f"{name}{_NAME_END}{_SPACE.join(parts)}" if parts else ""


def _clause(match: re.Match[str]) -> Clause:
    """Return the clause that *match* wrote; without words when there are none in it."""
    value = match["word"] if match["phrase"] is None else match["phrase"]
    field: Field = (match["field"] or "text").lower()  # type: ignore[assignment]  # as matched
    named = [facet_word(field, value)] if field in FACETS else words(value)
    found = tuple(word for word in named[:_MOST_WORDS] if word)
    return Clause(found, field, match["star"] is not None, match["excluded"] is not None)


def _unfinished(clause: Clause, text: str) -> Clause:
    """Return the last clause of *text*, whose last word is taken for the start of one.

    One letter starts too many words, and words in closed quotes are finished.
    """
    last = clause.words[-1]
    finished = text.endswith('"') or clause.excluded or (len(last) < 2 and not is_unspaced(last))
    return clause if finished else replace(clause, prefix=True)
