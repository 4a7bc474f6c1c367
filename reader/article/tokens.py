"""Cuts texts into paragraphs and words for comparing them, losing nothing.

A token's space belongs to it but does not count when it is compared: a word is the same word
before a line's end.
"""

import re
from typing import NamedTuple

_SIGNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Han
)
"""Scripts that put no spaces between words; their signs are compared one by one."""
_BREAKS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff0f"
    r"\uff1a-\uff20"
)
"""White space, punctuation and other signs that are part of no word."""
_WORD = rf"[^{_BREAKS}{_SIGNS}]+"
_TOKEN = re.compile(
    rf"(?P<word>{_WORD}(?:[.,:'’\-]{_WORD})*|[{_SIGNS}][^\w{_BREAKS}]*)(\s*)|([^\s])(\s*)|\s+"
)
_BLANK_LINES = re.compile(r"(\n{2,})")


class Token(NamedTuple):
    """A word, a sign or a paragraph, with the white space behind it."""

    key: str
    """What is compared."""
    space: str

    @property
    def text(self) -> str:
        """All of it, as it stands in the text."""
        return self.key + self.space


def words_of(text: str) -> list[Token]:
    """Return the words and signs of *text*; joined they are the text.

    A number is one word, with its points, and so is what a hyphen or an apostrophe joins.
    """
    return [_word(found) for found in _TOKEN.finditer(text)]


def _word(found: re.Match[str]) -> Token:
    """Return a match as a token; white space that the text begins with is one by itself."""
    word, behind_word, sign, behind_sign = found.groups()
    if word is not None:
        return Token(word, behind_word)
    return Token(sign, behind_sign) if sign is not None else Token(found[0], "")


def count_words(text: str) -> int:
    """Return how many words *text* has; each sign of a script without spaces is one."""
    return sum(found["word"] is not None for found in _TOKEN.finditer(text))


def paragraphs_of(text: str) -> list[Token]:
    """Return the paragraphs of *text*, which blank lines part; joined they are the text."""
    pieces = _BLANK_LINES.split(text)
    pairs = zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    return [Token(paragraph, space) for paragraph, space in pairs if paragraph or space]
