"""Compares two versions of a text, so that a reader sees what was changed under them.

Paragraphs are aligned first, words inside those that changed. Whatever the texts are, the time
taken grows as they do: only short stretches are compared in full, longer ones are first cut at
what stands once in both.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.article.alignment import aligned
from reader.article.hunks import Edit, Kind, joined, readable
from reader.article.likeness import alike, is_reflowed
from reader.article.tokens import Token, count_words, paragraphs_of, words_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both versions have, or only one of them."""

    kind: Kind
    text: str
    old_start: int
    """Where it stands in the old text; of what was added, where it would stand."""
    new_start: int
    """Where it stands in the new text; of what was removed, where it would stand."""
    moved: bool = False
    """Whether it is a whole paragraph that stands elsewhere in the other version, unchanged."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "kind": self.kind,
            "text": self.text,
            "old_start": self.old_start,
            "new_start": self.new_start,
            "moved": self.moved,
        }


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of a text from one version to the next.

    The pieces that are the same and those that were added, joined, are the new text; the same and
    the removed ones are the old.
    """

    pieces: tuple[Piece, ...] = ()
    added: int = 0
    """How many words were added, without those of moved paragraphs. A sign of a script that
    writes no spaces counts as a word."""
    removed: int = 0
    """How many words were removed, likewise."""
    moved: int = 0
    """How many paragraphs stand elsewhere."""

    @property
    def is_same(self) -> bool:
        """Whether both texts are the same, to the last sign."""
        return all(piece.kind == "same" for piece in self.pieces)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "added": self.added,
            "removed": self.removed,
            "moved": self.moved,
            "pieces": [piece.as_dict() for piece in self.pieces],
        }


def compare(old: str, new: str) -> Revision:
    """Return what became of the text *old*, which is *new* now. Pure."""
    if old == new:
        return Revision((Piece("same", old, 0, 0),) if old else ())
    pieces = _placed(joined(readable(_edits(paragraphs_of(old), paragraphs_of(new)))))
    return Revision(
        pieces,
        added=_words(pieces, "added"),
        removed=_words(pieces, "removed"),
        moved=sum(piece.moved and piece.kind == "added" for piece in pieces),
    )


def _words(pieces: Sequence[Piece], kind: Kind) -> int:
    """Return how many words the pieces of *kind* hold that did not only move."""
    return sum(
        count_words(piece.text) for piece in pieces if piece.kind == kind and not piece.moved
    )


def _edits(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Edit]:
    """Yield what turns the paragraphs *old* into *new*."""
    pairs = aligned([one.key for one in old], [one.key for one in new])
    moved = _moved(old, new, pairs)
    last_old = last_new = 0
    for in_old, in_new in [*pairs, (len(old), len(new))]:
        yield from _gap(old[last_old:in_old], new[last_new:in_new], moved)
        if in_old < len(old):
            yield from _kept(old[in_old], new[in_new])
        last_old, last_new = in_old + 1, in_new + 1


def _moved(
    old: Sequence[Token], new: Sequence[Token], pairs: Sequence[tuple[int, int]]
) -> frozenset[str]:
    """Return the paragraphs that both texts have, but out of line with the others.

    One that a text has several times is not among them, for nobody can tell which of them moved.
    """
    in_line_old, in_line_new = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    loose_old = Counter(one.key for at, one in enumerate(old) if at not in in_line_old)
    loose_new = Counter(one.key for at, one in enumerate(new) if at not in in_line_new)
    return frozenset(key for key in loose_old if key and loose_old[key] == loose_new[key] == 1)


def _gap(old: Sequence[Token], new: Sequence[Token], moved: frozenset[str]) -> Iterator[Edit]:
    """Yield what turns paragraphs into others, none of which is in line with one of them."""
    if _is_reflowed(old, new, moved):
        yield from _reworded(_words_in(old), _words_in(new))
        return
    staying_old = [at for at, one in enumerate(old) if one.key not in moved]
    staying_new = [at for at, one in enumerate(new) if one.key not in moved]
    pairs = alike([old[at].key for at in staying_old], [new[at].key for at in staying_new])
    last_old = last_new = 0
    for first, second in [*pairs, (None, None)]:
        in_old = len(old) if first is None else staying_old[first]
        in_new = len(new) if second is None else staying_new[second]
        for one in old[last_old:in_old]:
            yield "removed", one.text, one.key in moved
        for one in new[last_new:in_new]:
            yield "added", one.text, one.key in moved
        if first is not None:
            yield from _reworded(words_of(old[in_old].text), words_of(new[in_new].text))
        last_old, last_new = in_old + 1, in_new + 1


def _is_reflowed(old: Sequence[Token], new: Sequence[Token], moved: frozenset[str]) -> bool:
    """Tell whether paragraphs were split or joined, and little else."""
    if any(one.key in moved for one in (*old, *new)):
        return False
    return is_reflowed([one.key for one in old], [one.key for one in new])


def _words_in(paragraphs: Sequence[Token]) -> list[Token]:
    """Return the words of *paragraphs*."""
    return words_of("".join(one.text for one in paragraphs))


def _reworded(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Edit]:
    """Yield what turns the words of a paragraph into those of another."""
    pairs = aligned([one.key for one in old], [one.key for one in new])
    last_old = last_new = 0
    for in_old, in_new in [*pairs, (len(old), len(new))]:
        for one in old[last_old:in_old]:
            yield "removed", one.text, False
        for one in new[last_new:in_new]:
            yield "added", one.text, False
        if in_old < len(old):
            yield from _kept(old[in_old], new[in_new])
        last_old, last_new = in_old + 1, in_new + 1


def _kept(old: Token, new: Token) -> Iterator[Edit]:
    """Yield a token that both texts have, with the space behind it, which may differ."""
    if old.space == new.space:
        yield "same", old.text, False
        return
    yield "same", old.key, False
    yield "removed", old.space, False
    yield "added", new.space, False


def _placed(edits: Iterator[Edit]) -> tuple[Piece, ...]:
    """Return *edits* as pieces that know where they stand."""
    pieces: list[Piece] = []
    in_old = in_new = 0
    for kind, text, moved in edits:
        pieces.append(Piece(kind, text, in_old, in_new, moved))
        in_old += len(text) if kind != "added" else 0
        in_new += len(text) if kind != "removed" else 0
    return tuple(pieces)
