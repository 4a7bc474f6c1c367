"""An article written out for the ear: in lines that a screen reader speaks well.

One block a line, and what is not running text says first what it is. Marks and notes are told in
words below the block that they begin in. Nothing is drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reader.annotations.model import Mark
from reader.annotations.threads import answered, threaded
from reader.article.links import links_of
from reader.article.model import Article, Block

_KINDS = {
    "quote": "Quote",
    "code": "Code",
    "image": "Image",
    "caption": "Caption",
    "rule": "Break",
    "table": "Table",
}


def as_spoken(article: Article, marks: Iterable[Mark] = ()) -> str:
    """Return *article* as lines, with its *marks*, which are placed in its text."""
    known = threaded(marks)
    starts = [block.start for block in article.blocks]
    below: dict[int, list[str]] = {}
    for mark in known:
        below.setdefault(_block_of(mark, known, starts), []).append(_mark_words(mark, known))
    lines = [f"Headline: {article.title}", *_source_lines(article), *_overview(article, known)]
    lines += below.pop(_ON_ALL, [])
    for index, block in enumerate(article.blocks):
        lines += [_block_words(block, article.text), *below.pop(index, [])]
    if lost := below.pop(_NOWHERE, []):
        lines += [f"Marks whose passage is not in this text: {len(lost)}", *lost]
    links = links_of(article)
    lines += [
        f"Link {number} of {len(links)}: {_one_line(link.text)}, leads to {link.href}"
        for number, link in enumerate(links, 1)
    ]
    return "\n".join(lines)


_ON_ALL, _NOWHERE = -1, -2
"""Where notes on the whole article are told, and marks that have no place."""


def _block_of(mark: Mark, known: Sequence[Mark], starts: Sequence[int]) -> int:
    """Return the index of the block that *mark*, or what it answers, begins in."""
    root = [mark, *answered(mark, {one.id: one for one in known})][-1]
    if root.ranges:
        return max(0, sum(start <= root.ranges[0][0] for start in starts) - 1)
    return _NOWHERE if root.quote else _ON_ALL


def _source_lines(article: Article) -> Iterator[str]:
    """Yield who published it, who wrote it and when, as far as known."""
    if article.publisher:
        yield f"Publisher: {article.publisher}"
    if article.byline:
        yield f"By: {', '.join(article.byline)}"
    if article.published:
        yield f"Published: {_day_words(article.published)}"


def _overview(article: Article, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield how much there is, when there is more than running text."""
    headings = sum(block.kind == "heading" for block in article.blocks)
    counts = ((headings, "heading"), (len(marks), "mark"), (len(links_of(article)), "link"))
    told = [f"{count} {name}{'s' * (count != 1)}" for count, name in counts if count]
    if told:
        yield f"In it: {', '.join(told)}"


def _day_words(published: str) -> str:
    """Return an ISO 8601 date as it is spoken; as it stands when it is none."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{day.day} {day:%B %Y}"


def _block_words(block: Block, text: str) -> str:
    """Return one block as a line."""
    words = _one_line(text[block.start : block.end])
    match block.kind:
        case "paragraph":
            return words
        case "heading":
            return f"Heading level {block.level or 2}: {words}"
        case "list_item":
            return f"{_item_words(block)}: {words}"
        case "row":
            cells = "; ".join(text[start:end].strip() or "empty" for start, end in block.cells)
            return f"{'Header row' if block.header else 'Row'}: {cells}"
    return f"{_KINDS[block.kind]}: {words}" if words else _KINDS[block.kind]


def _item_words(block: Block) -> str:
    """Return what a list item is called."""
    number = f" {block.number}" if block.number is not None else ""
    kind = f"Numbered item{number}" if block.ordered else "Item"
    return kind if (block.level or 1) == 1 else f"{kind}, level {block.level}"


def _mark_words(mark: Mark, known: Sequence[Mark]) -> str:
    """Return what *mark* is and says, in sentences."""
    told = [
        f"{_kind_words(mark, known)}: {_sentence(mark.quote)}"
        if mark.quote
        else f"{_kind_words(mark, known)}."
    ]
    if mark.claim is not None and mark.claim.verdict:
        told.append(f"Verdict: {_sentence(mark.claim.verdict)}")
    if mark.note:
        told.append(f"Note: {_sentence(mark.note)}")
    if mark.tags:
        told.append(f"Tags: {', '.join(mark.tags)}.")
    if mark.anchor.facts_changed:
        told.append("A figure or a name in the passage is another one now.")
    elif mark.anchor.status == "edited":
        told.append("The passage was reworded since it was marked.")
    return " ".join(told)


def _kind_words(mark: Mark, known: Sequence[Mark]) -> str:
    """Return what *mark* is: a claim with its status, a label, a reply, a note."""
    if mark.reply_to and any(one.id == mark.reply_to for one in known):
        return "Reply to the mark before"
    kind = "Claim" if mark.claim is not None else mark.kind.capitalize()
    parts = [kind if mark.quote else "Note on the article"]
    if mark.claim is not None:
        parts.append(mark.claim.status)
        if mark.claim.speaker:
            parts.append(f"said by {mark.claim.speaker}")
    if mark.label:
        parts.append(mark.label.replace("-", " "))
    if mark.parts:
        parts.append(f"in {1 + len(mark.parts)} passages")
    return ", ".join(parts)


def _sentence(words: str) -> str:
    """Return *words* on one line, with an end that is heard."""
    line = _one_line(words)
    return line if line.endswith((".", "!", "?", "…", ".”", '."')) else f"{line}."


def _one_line(words: str) -> str:
    """Return *words* on one line."""
    return " ".join(words.split())
