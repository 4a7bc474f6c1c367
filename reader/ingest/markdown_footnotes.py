"""Footnotes of a Markdown document: numbered as they are called, and listed at the end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CALL = re.compile(r"\[\^([^\]\s]{1,200})\]")
_CALLS, _OPENS, _CLOSES = "footnote_call", "footnote_reference_open", "footnote_reference_close"


def enable_footnotes(parser: "MarkdownIt") -> None:
    """Let *parser* tell footnotes, and what calls them, from links."""
    from mdit_py_plugins.footnote.index import footnote_def

    ends: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    parser.block.ruler.before("reference", "footnote_def", footnote_def, ends)
    parser.inline.ruler.before("link", _CALLS, _read_call)


def _read_call(state: "StateInline", silent: bool) -> bool:
    """Read the call of a footnote that the document defines."""
    match = _CALL.match(state.src, state.pos, state.posMax)
    if match is None or f":{match[1]}" not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        state.push(_CALLS, "", 0).meta = {"label": match[1]}
    state.pos = match.end()
    return True


def footnotes_last(tokens: Sequence["Token"]) -> list["Token"]:
    """Return *tokens* with the footnotes as a numbered list behind all else.

    A call reads as the number of its note in brackets. Notes that nothing calls, or whose label
    another has, come after the others.
    """
    body, found = _parted(tokens)
    if not found:
        return body
    notes: dict[str, list[Token]] = {}
    doubles: list[list[Token]] = []
    for label, note in found:
        if notes.setdefault(label, note) is not note:
            doubles.append(note)
    order = _numbered(body, notes, doubles)
    return body + _listed([*(notes[label] for label in order), *doubles])


def _parted(
    tokens: Sequence["Token"],
) -> tuple[list["Token"], list[tuple[str, list["Token"]]]]:
    """Return the tokens outside of footnotes, and those of each footnote with its label."""
    body: list[Token] = []
    notes: list[tuple[str, list[Token]]] = []
    within = [body]
    for token in tokens:
        if token.type == _OPENS:
            notes.append((token.meta["label"], []))
            within.append(notes[-1][1])
        elif token.type == _CLOSES:
            within.pop()
        else:
            within[-1].append(token)
    return body, notes


def _numbered(
    body: Sequence["Token"],
    notes: Mapping[str, Sequence["Token"]],
    doubles: Sequence[Sequence["Token"]],
) -> list[str]:
    """Write their numbers into all calls; return the labels of *notes* in the order of these."""
    order: dict[str, int] = {}
    for passage in (body, *notes.values(), *doubles):
        for call in _calls(passage):
            order.setdefault(call.meta["label"], len(order) + 1)
    for label in notes:
        order.setdefault(label, len(order) + 1)
    for passage in (body, *notes.values(), *doubles):
        for call in _calls(passage):
            call.content = f"[{order[call.meta['label']]}]"
    return list(order)


def _calls(tokens: Sequence["Token"]) -> Iterator["Token"]:
    """Yield what calls a footnote in *tokens*."""
    for token in tokens:
        yield from (child for child in token.children or () if child.type == _CALLS)


def _listed(notes: Sequence[Sequence["Token"]]) -> list["Token"]:
    """Return a numbered list of *notes*."""
    from markdown_it.token import Token

    listed = [Token("ordered_list_open", "ol", 1)]
    for note in notes:
        listed += [Token("list_item_open", "li", 1), *note, Token("list_item_close", "li", -1)]
    return [*listed, Token("ordered_list_close", "ol", -1)]
