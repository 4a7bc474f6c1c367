"""What note-taking programs such as Obsidian write into Markdown beyond CommonMark.

Links between notes and highlights become their words, callouts say their title, and what is never
shown - comments, the names of blocks - goes. In code all of it stays as it is.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_LINK = re.compile(r"(!?)\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,300}))?\]\]")
_PICTURE = re.compile(r".+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)", re.IGNORECASE)
_HIGHLIGHT = re.compile(r"(?<![\w=])==(?=[^\s=])([^\n`]{0,1000}?[^\s=`])==(?![\w=])")
_COMMENT = re.compile(r"%%[^\n%]{0,2000}%%(?=\s|\Z)")
_NAME = re.compile(r"\^(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{1,60}[ \t]*(?=\n|\Z)")
_CALLOUT = re.compile(r"\[![\w-]{1,30}\][+-]?[ \t]*([^\n]*)(\n?)")


def enable_vault(parser: "MarkdownIt") -> None:
    """Let *parser* read what such programs write."""
    rules = {"callout": _callout, "wiki_link": _wiki_link, "highlight": _highlight}
    for name, rule in {**rules, "comment": _comment, "block_name": _block_name}.items():
        parser.inline.ruler.before("link", name, rule)


def _wiki_link(state: "StateInline", silent: bool) -> bool:
    """Read a link to another note as its words, and a picture of the vault as one."""
    match = _LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        sign, target, words = match.groups()
        is_picture = bool(sign and _PICTURE.fullmatch(target))
        token = state.push("image" if is_picture else "text", "", 0)
        if is_picture:
            token.attrs["src"] = target
        else:
            token.content = words or target
    state.pos = match.end()
    return True


def _highlight(state: "StateInline", silent: bool) -> bool:
    """Read highlighted words as the words that they are."""
    match = _HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if match is None or silent:
        return False
    _read(state, *match.span(1))
    state.pos = match.end()
    return True


def _read(state: "StateInline", start: int, end: int) -> None:
    """Read the text between the two offsets as any other."""
    whole, state.posMax, state.pos = state.posMax, end, start
    state.md.inline.tokenize(state)
    state.posMax = whole


def _comment(state: "StateInline", silent: bool) -> bool:
    """Pass over a comment."""
    return _passed(state, _COMMENT)


def _block_name(state: "StateInline", silent: bool) -> bool:
    """Pass over the name by which other notes link to a block; it stands at a line's end."""
    return _passed(state, _NAME)


def _passed(state: "StateInline", form: re.Pattern[str]) -> bool:
    """Pass over what has the *form* and stands apart from the word before it."""
    before = state.src[state.pos - 1 : state.pos]
    match = form.match(state.src, state.pos, state.posMax)
    if match is None or not (not before or before.isspace()):
        return False
    state.pos = match.end()
    return True


def _callout(state: "StateInline", silent: bool) -> bool:
    """Read a callout's first line as its title, on a line of its own."""
    match = _CALLOUT.match(state.src) if state.pos == 0 else None
    if match is None or silent:
        return False
    _read(state, *match.span(1))
    if match[1] and match[2]:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True
