"""What a reader wants in an article and what not, line by line, against what cleaning chose.

An article knows what was left out of it and where that stood, so that any line of it can be
brought back, and any block left out, without its source.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reader.article.identity import version_of
from reader.article.markdown import write_markdown
from reader.article.model import Article, Dropped
from reader.article.outline import sections_of
from reader.article.sanitise import clean_line, clean_text
from reader.article.text import BLANK_LINE, BlockDraft, compose, drafts_of

CHOSEN = "your choice"
"""The reason of what a reader left out."""

_SHORT = 8
"""Up to how many words the figures of a line are no part of its form."""

_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader said of one line of an article."""

    text: str
    """Its words, on one line."""

    keep: bool
    """Whether it belongs to the article."""

    nth: int = 1
    """Which of the lines with these words is meant, be they kept or left out, 1 the first."""

    reason: str = CHOSEN
    """Why it is left out, when it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article in reading order, kept or left out."""

    text: str
    """Its words, on one line."""

    nth: int
    """Which of the lines with these words it is, 1 the first."""

    kept: bool
    draft: BlockDraft
    reason: str = ""
    """Why it was left out; empty when it was not."""

    place: int = 0
    """Where a kept one stands in ``Article.text``; of one left out, where it would stand."""


def form_of(text: str) -> str:
    """Return by what a line of one article is known in another of the same site.

    The figures of a short line are no part of it, as in ``12 comments``.
    """
    line = clean_line(text).casefold()
    return _FIGURES.sub("0", line) if line.count(" ") < _SHORT else line


def lines_of(article: Article) -> list[Line]:
    """Return the lines of *article* in reading order, and what was left out at its place."""
    seen: Counter[str] = Counter()
    lines: list[Line] = []
    for draft, piece, place in _pieces(article):
        words = clean_line(draft.text)
        seen[words] += 1
        reason = piece.reason if piece is not None else ""
        lines.append(Line(words, seen[words], piece is None, draft, reason, place))
    return lines


def _pieces(article: Article) -> Iterator[tuple[BlockDraft, Dropped | None, int]]:
    """Yield the drafts of all lines; with those left out, the piece that tells why."""
    waiting = sorted(article.dropped, key=lambda piece: piece.before_block)
    number = 0
    for index, draft in enumerate(drafts_of(article.blocks, article.text)):
        place = article.blocks[index].start
        while number < len(waiting) and waiting[number].before_block <= index:
            yield _draft_of(waiting[number]), waiting[number], place
            number += 1
        yield draft, None, place
    for piece in waiting[number:]:
        yield _draft_of(piece), piece, len(article.text)


def _draft_of(piece: Dropped) -> BlockDraft:
    """Return the block that a piece was; a paragraph when nobody knows."""
    if piece.block is not None:
        (draft,) = drafts_of([piece.block], piece.text)
        return draft
    return BlockDraft("paragraph", _BLANK_LINES.sub("\n", clean_text(piece.text)).strip())


def apply_choices(
    article: Article, choices: Iterable[Choice] = (), site: Mapping[str, bool] | None = None
) -> Article:
    """Return *article* with what the reader brought back and left out.

    Applied again, the same choices change nothing. The last of its text is never left out, and
    its headline, which stands above the text, is never brought back.

    Args:
        article: as it was read, or as it was chosen before.
        choices: of its own lines; of their words, the site has then nothing to say.
        site: whether lines of a form (see ``form_of``) belong to the articles of its site. One
            that is to be kept is brought back unless the article has its words already, and a
            heading is left out only when it has no figures that another may have.
    """
    own = {(choice.text, choice.nth): choice for choice in choices}
    lines = lines_of(article)
    chosen = list(_chosen(lines, article.title, own, site or {}))
    changed = any(before.kept != after.kept for before, after in zip(lines, chosen, strict=True))
    if not changed or not any(line.kept and line.text for line in chosen):
        return article
    return _composed(article, lines, chosen)


def _chosen(
    lines: Sequence[Line],
    title: str,
    own: Mapping[tuple[str, int], Choice],
    site: Mapping[str, bool],
) -> Iterator[Line]:
    """Yield *lines* as they are wanted."""
    present = {line.text for line in lines if line.kept}
    decided = {text for text, _ in own}
    for line in lines:
        if not line.text or (not line.kept and is_headline(line.text, title)):
            yield line
            continue
        choice = own.get((line.text, line.nth))
        keep = None if line.text in decided else _site_keeps(line, site)
        if choice is not None:
            yield replace(line, kept=choice.keep, reason="" if choice.keep else choice.reason)
        elif keep and not line.kept and line.text not in present:
            present.add(line.text)
            yield replace(line, kept=True, reason="")
        elif keep is False and line.kept:
            yield replace(line, kept=False, reason=CHOSEN)
        else:
            yield line


def is_headline(text: str, title: str) -> bool:
    """Tell whether a line says just what the headline *title* does."""
    return clean_line(text).casefold() == clean_line(title).casefold()


def _site_keeps(line: Line, site: Mapping[str, bool]) -> bool | None:
    """Tell whether the site's articles have such a line; None when nobody said so."""
    form = form_of(line.text)
    is_part = line.kept and line.draft.kind == "heading" and form != line.text.casefold()
    return None if is_part else site.get(form)


def _composed(article: Article, before: Sequence[Line], lines: Sequence[Line]) -> Article:
    """Return *article* made of *lines*; *before* are its lines as they were."""
    drafts = [line.draft for line in lines if line.kept]
    text, blocks = compose(drafts)
    return replace(
        article,
        version=version_of(text),
        text=text,
        blocks=blocks,
        sections=sections_of(blocks, text),
        markdown=_carried(
            article.markdown,
            write_markdown(line.draft for line in before if line.kept),
            write_markdown(drafts),
        ),
        dropped=tuple(_dropped(article, before, lines)),
    )


def _dropped(article: Article, before: Sequence[Line], lines: Sequence[Line]) -> Iterator[Dropped]:
    """Yield what is left out of *lines*, each before the block that it stands before now."""
    pieces = iter(sorted(article.dropped, key=lambda piece: piece.before_block))
    index = 0
    for was, line in zip(before, lines, strict=True):
        piece = None if was.kept else next(pieces)
        if line.kept:
            index += 1
        elif piece is not None:
            yield replace(piece, before_block=index)
        else:
            _, (block,) = compose([line.draft])
            yield Dropped(line.draft.text, line.reason, index, block)


def _carried(given: str, before: str, after: str) -> str:
    """Return *after* with the Markdown of what stays as it is in *given*.

    Ingest may write the inside of a block better than its marks tell.

    Args:
        given: the article's Markdown.
        before: what its blocks alone make of it.
        after: what the new blocks alone make.
    """
    own, old, new = (text.split(BLANK_LINE) for text in (given, before, after))
    if given == before or len(own) != len(old):
        return after
    parts: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        parts += own[start:end] if kind == "equal" else new[first:last]
    return BLANK_LINE.join(parts)
