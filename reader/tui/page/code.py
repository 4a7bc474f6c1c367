"""The colours of code in an article, where its author names the language."""

from collections.abc import Iterator
from itertools import groupby

from reader.article.model import Article, Block
from reader.tui.page.layers import Wash, Washes, by_block

LARGEST = 50_000
"""Characters of code that are still looked at; what is longer is data more often than code."""

_STYLES = (
    ("Comment", "code-comment"),
    ("Keyword", "code-keyword"),
    ("Literal.String", "code-string"),
    ("Literal.Number", "code-number"),
    ("Name.Function", "code-name"),
    ("Name.Class", "code-name"),
    ("Name.Tag", "code-name"),
)
"""The style of each kind of word, by what Pygments calls the kind."""


def has_colours(article: Article) -> bool:
    """Tell whether there is code whose language is known; no other is coloured."""
    return any(_is_known(block) for block in article.blocks)


def code_washes(article: Article) -> Washes:
    """Return the words of the code of *article* with their styles, by block.

    The first call loads Pygments, so it is for a thread beside the page.
    """
    washes: list[Wash] = []
    for block in filter(_is_known, article.blocks):
        washes.extend(_block_washes(article.text, block))
    return by_block(washes, article.blocks)


def _is_known(block: Block) -> bool:
    """Tell whether *block* is code of a language that is named, and not too long."""
    return block.kind == "code" and bool(block.language) and block.end - block.start <= LARGEST


def _block_washes(text: str, block: Block) -> Iterator[Wash]:
    """Yield the words of a block of code that have a style, those of one style in a row as one."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name((block.language or "").split()[0].lower())
    except (ClassNotFound, IndexError):
        return
    tokens = lexer.get_tokens_unprocessed(text[block.start : block.end])
    styled = ((block.start + at, words, _style_of(str(kind))) for at, kind, words in tokens)
    for style, group in groupby(styled, key=lambda token: token[2]):
        if style:
            parts = list(group)
            last, words, _ = parts[-1]
            yield Wash(parts[0][0], min(last + len(words), block.end), style)


def _style_of(kind: str) -> str:
    """Return the style of a kind of word; empty for what is painted as all code is."""
    name = kind.removeprefix("Token.")
    return next((style for start, style in _STYLES if name.startswith(start)), "")
