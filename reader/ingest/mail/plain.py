"""The plain text of a mail to blocks: broken lines joined, quotes and lists told by their signs."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader.article.sanitise import clean_line, clean_text
from reader.article.text import BlockDraft, InlineDraft

_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_RULE = re.compile(r"[-=_*~#+•·–—\s]{3,}")
_UNDERLINE = re.compile(r"(={3,}|-{3,})\s*")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*)")
_ITEM = re.compile(r"\s*(?:(?P<bullet>[-*•·–])|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'’]", re.IGNORECASE)
_NARROWEST = 40


def text_drafts(text: str, *, flowed: bool = False) -> list[BlockDraft]:
    """Return the blocks of a mail's *text*.

    Args:
        text: the text as it was sent.
        flowed: whether lines that end in a space go on in the next (format=flowed).
    """
    text = clean_text(text)
    signature = _SIGNATURE.search(text, len(text) // 2)
    text = text[: signature.start()] if signature else text
    text = re.sub(r"(?<=\S) \n(?=[^\s>])", " ", text) if flowed else text
    return [draft for piece in re.split(r"\n[ \t]*\n", text) for draft in _piece(piece)]


def _piece(piece: str) -> Iterator[BlockDraft]:
    """Yield the blocks of what stands between two empty lines."""
    lines = [line.rstrip() for line in piece.split("\n") if line.strip("> \t")]
    for quoted, run in groupby(lines, lambda line: line.lstrip().startswith(">")):
        if quoted:
            yield _draft("\n".join(line.lstrip().lstrip("> ") for line in run), "quote")
        else:
            yield from _spoken(list(run))


def _spoken(lines: list[str]) -> Iterator[BlockDraft]:
    """Yield the blocks of lines that quote nobody; the first may be a heading."""
    rest = lines
    if _HASHES.fullmatch(lines[0]) or (len(lines) > 1 and _UNDERLINE.fullmatch(lines[1])):
        hashes = _HASHES.fullmatch(lines[0])
        level = len(hashes[1]) if hashes else 2 if lines[1][0] == "=" else 3
        rest = lines[1:] if hashes else lines[2:]
        yield BlockDraft("heading", clean_line(hashes[2] if hashes else lines[0]), level=level)
    elif _RULE.fullmatch(lines[0]):
        yield BlockDraft("rule")
        rest = lines[1:]
    yield from _paragraphs(rest)


def _paragraphs(lines: Sequence[str]) -> Iterator[BlockDraft]:
    """Yield the paragraphs and list items that *lines* are."""
    group: list[str] = []
    for line in lines:
        if group and (_ITEM.match(line) or _RULE.fullmatch(line)):
            yield _group(group)
            group = []
        if not _RULE.fullmatch(line):
            group.append(line)
    if group:
        yield _group(group)


def _group(lines: list[str]) -> BlockDraft:
    """Return lines that belong together as one block."""
    item = _ITEM.match(lines[0])
    if item is None:
        return _draft("\n".join(lines), "paragraph")
    text = " ".join([lines[0][item.end() :], *lines[1:]])
    draft = _draft(text, "list_item")
    number = None if item["number"] is None else int(item["number"])
    ordered = number is not None
    return BlockDraft("list_item", draft.text, 1, ordered, draft.inline, number=number)


def _draft(text: str, kind: str) -> BlockDraft:
    """Return running *text* as a block; lines that were broken to fit are joined."""
    lines = [clean_line(line) for line in text.split("\n") if line.strip()]
    text = (" " if kind == "list_item" or _is_wrapped(lines) else "\n").join(lines)
    links = tuple(
        InlineDraft(match.start(), match.end(), "link", match[0])
        for match in _WEB_ADDRESS.finditer(text)
    )
    return BlockDraft("quote" if kind == "quote" else "paragraph", text, inline=links)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether no line could have taken the next one's first word: a width broke them."""
    width = max((len(line) for line in lines), default=0)
    return width >= _NARROWEST and all(
        len(line) + 1 + len(following.split(" ", 1)[0]) > width
        for line, following in pairwise(lines)
    )
