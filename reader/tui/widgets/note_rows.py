"""The rows of the notes: each mark with what is said of it, what answers it, and what it lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reader.annotations.model import CLAIM_FIELDS, KEPT_LOST, Mark
from reader.annotations.placing import reading_order
from reader.annotations.signs import changed_words, status_words
from reader.annotations.threads import replies_among, thread
from reader.article.sanitise import clean_text
from reader.tui.glyphs import FACTS_CHANGED, LOST, mark_badge, mark_glyph
from reader.tui.ties import back, forth, links_by_target
from reader.tui.widgets.row_list import Row

NOTE_LINES = 3
"""How many lines of a note are listed."""

DEEPEST = 3
"""How many steps a reply is set in at most."""

LOST_TITLE = "Lost: p places, P keeps as lost"
WHOLE_TITLE = "On the whole article"
DELETED = "a deleted mark"


class OtherText(NamedTuple):
    """What another device wrote into a field of a mark while this one wrote otherwise."""

    mark: str
    """The id of the mark."""
    number: int
    """Which of the mark's ``conflicts`` it is."""
    fields: Mapping[str, Any]
    """The fields that the reader can take."""

    @property
    def words(self) -> str:
        """What was written, on a line."""
        return " · ".join(_plain(value) for value in self.fields.values())


def _plain(value: Any) -> str:
    """Return a field's value in words."""
    return " ".join(f"#{tag}" for tag in value) if isinstance(value, list) else str(value)


RowCache = dict[str, tuple[Mark, int, tuple[Row, ...]]]
"""The rows of marks that are tied to no other, by id, with the mark and how deep it was listed."""


def rows_of(
    marks: Sequence[Mark], shown: frozenset[str], article: str, cache: RowCache | None = None
) -> list[Row]:
    """Return the rows of *marks*.

    Args:
        marks: all live marks of an article.
        shown: the ids of those that the filter lets through.
        article: the text of the article.
        cache: the rows of the last time, which are taken again and kept up; of this *article* only.
    """
    return list(_Listing(marks, shown, article, {} if cache is None else cache).rows())


class _Listing:
    """The marks of one article, being written as rows."""

    def __init__(
        self, marks: Sequence[Mark], shown: frozenset[str], article: str, cache: RowCache
    ) -> None:
        self._cache = cache
        self._marks = reading_order(marks)
        self._shown = shown
        self._article = article
        self._known = {mark.id: mark for mark in marks}
        self._met: set[str] = set()
        """The ids of the marks that have a row."""
        self._replies = replies_among(marks)
        self._linking = links_by_target(self._marks)

    def rows(self) -> Iterator[Row]:
        """Yield the rows by group: on the whole article, in reading order, lost."""
        own = [mark for mark in self._marks if not mark.reply_to]
        whole = [mark for mark in own if not mark.quote]
        placed = [mark for mark in own if mark.quote and not mark.is_lost]
        lost = [mark for mark in own if mark.is_lost]
        yield from self._group(WHOLE_TITLE, whole)
        for mark in placed:
            yield from self._thread(mark)
        for gone in sorted(self._replies.keys() - self._known.keys()):
            yield from self._orphaned(self._replies[gone])
        yield from self._group(LOST_TITLE, lost, style="lost")
        left = self._shown - self._met  # replies that answer one another in a circle
        for mark in self._marks if left else ():
            if mark.id in left:
                yield from self._mark(mark, 0)

    def _group(self, title: str, marks: Sequence[Mark], style: str = "group") -> Iterator[Row]:
        """Yield the rows of a group under its *title*; none when none of it is shown."""
        rows = [row for mark in marks for row in self._thread(mark)]
        if rows:
            count = sum(mark.id in self._shown for mark in marks)
            yield Row(title, aside=str(count), style=style, selectable=False)
            yield from rows

    def _orphaned(self, replies: Sequence[Mark]) -> Iterator[Row]:
        """Yield the replies to a mark that is deleted."""
        rows = [row for reply in replies for row in self._thread(reply, 1)]
        if rows:
            yield Row(DELETED, style="quiet", selectable=False)
            yield from rows

    def _thread(self, mark: Mark, depth: int = 0) -> Iterator[Row]:
        """Yield the rows of a mark, then those of its replies below it."""
        if mark.id not in self._replies:  # as of nearly all of many
            if mark.id in self._shown:
                yield from self._mark(mark, depth)
            return
        for one, below in thread(mark, self._replies):
            if one.id in self._shown:
                yield from self._mark(one, min(depth + below, DEEPEST))

    def _mark(self, mark: Mark, depth: int) -> Iterator[Row]:
        """Yield the rows of one mark, which are made anew only when it is another."""
        self._met.add(mark.id)
        if mark.links or mark.id in self._linking:
            yield from self._made(mark, depth)
            return
        kept = self._cache.get(mark.id)
        if kept is None or kept[0] is not mark or kept[1] != depth:
            kept = self._cache[mark.id] = (mark, depth, tuple(self._made(mark, depth)))
        yield from kept[2]

    def _made(self, mark: Mark, depth: int) -> Iterator[Row]:
        """Yield the row of one mark, and one more for each thing that is said of it."""
        sign = LOST if mark.is_lost else mark_glyph(mark)
        first, *rest = _lines(mark.note)[:NOTE_LINES] or ["note on the article"]
        style = "lost" if mark.is_lost and not mark.more.get(KEPT_LOST) else ""
        yield Row(mark.quote or first, mark.id, depth, sign, mark_badge(mark), style)
        said = [*self._about(mark), *(_lines(mark.note)[:NOTE_LINES] if mark.quote else rest)]
        for words in said:
            yield Row(words, indent=depth + 1, style="quiet", selectable=False)
        for other in others(mark):
            yield Row(f"another device: {other.words}", other, depth + 1, "≠", "⏎", "lost")

    def _about(self, mark: Mark) -> Iterator[str]:
        """Yield a line for each thing that is known of *mark*."""
        yield from (f"[…] {part.quote}" for part in mark.parts)
        tags = " ".join(f"#{tag}" for tag in mark.tags)
        status = status_words(mark.claim.status) if mark.claim else ""
        if words := " · ".join(part for part in (status, mark.label or "", tags) if part):
            yield words
        if mark.claim is not None:
            parts = (mark.claim.speaker, mark.claim.verdict, mark.claim.type, mark.claim.priority)
            if words := " · ".join(part for part in parts if part):
                yield words
        yield from fate(mark, self._article)
        yield from (forth(link, self._known) for link in mark.links)
        yield from (back(one, link) for one, link in self._linking.get(mark.id, ()))


def fate(mark: Mark, article: str) -> Iterator[str]:
    """Yield what became of the words of *mark* in the *article* as it is now."""
    start, end = mark.anchor.start, mark.anchor.end
    match mark.anchor.status:
        case "orphan":
            yield "gone from the text"
        case "ambiguous":
            yield "stands in several places, and nothing tells which"
        case "unplaced":
            yield "never found in the text"
        case "edited" if start is not None:
            from reader.annotations.changes import changed_facts

            pairs = changed_facts(mark.quote, article[start:end])
            yield f"{FACTS_CHANGED} {changed_words(pairs)}" if pairs else "reworded"
            yield f"now: {article[start:end]}"
    if mark.more.get(KEPT_LOST):
        yield "kept as lost"
    yield from (f"earlier: {quote}" for quote in mark.earlier_quotes)


def others(mark: Mark) -> Iterator[OtherText]:
    """Yield what other devices wrote into *mark* at the same time."""
    for index, conflict in enumerate(mark.conflicts):
        body = conflict if isinstance(conflict, Mapping) else {"note": conflict}
        fields = {name: body[name] for name in ("note", "label", "tags") if body.get(name)}
        if isinstance(claim := body.get("claim"), Mapping):
            fields |= {name: claim[name] for name in CLAIM_FIELDS if claim.get(name)}
        differs = {name: value for name, value in fields.items() if value != _own(mark, name)}
        if differs:
            yield OtherText(mark.id, index, differs)


def _own(mark: Mark, name: str) -> Any:
    """Return what *mark* itself has in a field."""
    if name in CLAIM_FIELDS:
        return getattr(mark.claim, name) if mark.claim else None
    value = getattr(mark, name)
    return list(value) if isinstance(value, tuple) else value


def fits(mark: Mark, words: Sequence[str]) -> bool:
    """Tell whether *mark* has every one of *words*: in its texts, or as label, status or tag."""
    if not words:
        return True
    claim = mark.claim
    parts = [mark.quote, mark.note, mark.label or "", *(part.quote for part in mark.parts)]
    parts += [f"#{tag}" for tag in mark.tags]
    parts += [claim.status, claim.verdict, claim.speaker or ""] if claim else []
    parts += ["lost"] if mark.is_lost else []
    searched = "\n".join(parts).casefold()
    return all(word in searched for word in words)


def _lines(note: str) -> list[str]:
    """Return the lines of a note that say something."""
    return [line.strip() for line in clean_text(note).splitlines() if line.strip()]
