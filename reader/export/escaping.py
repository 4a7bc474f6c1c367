"""Quoted text as Markdown: escaped where it would change its meaning, and nowhere else.

People read these files as they stand, so every backslash that is not needed is one too many.
"""

import re

from reader.export.profiles import Profile

_ANYWHERE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash before punctuation or the line's end
    r"|[`\[]"
    r"|(?<!\s)\*|\*(?!\s)"  # emphasis, unless it stands alone as a sign of times
    r"|(?<!\w)_|_(?!\w)"  # emphasis, unless it stands inside a word
    r"|<(?=[A-Za-z/!?])"  # HTML and autolinks
    r"|&(?=#?\w{1,40};)"  # entities
    r"|~(?=~)|(?<=~)~"
)
_LINE_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+*])(?=\s|$)|(>)|(\d{1,9})(?=[.)](?:\s|$)))")
_RULE = re.compile(r"^(?=([-=_*|])[-=_*| :]*$)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OBSIDIAN = re.compile(r"(?:(?<=\s)|^)#(?=[^\s#])|==|%%|\^(?=[\w-]+$)")


def escape_lines(text: str, profile: Profile) -> list[str]:
    """Return the lines of plain *text* as Markdown that reads the same."""
    return [_escape_line(line.strip(), profile) for line in text.replace("\t", " | ").split("\n")]


def escape_line(text: str, profile: Profile) -> str:
    """Return plain *text* on one line as Markdown that reads the same inside a line."""
    return _escape_signs(" ".join(text.split()), profile)


def _escape_line(line: str, profile: Profile) -> str:
    """Return one whole line with what opens it escaped too."""
    if _RULE.match(line):
        return f"\\{line}"
    opening = _LINE_START.match(line)
    if opening is None:
        return _escape_signs(line, profile)
    sign = opening.group()
    escaped = f"{sign}\\" if sign.isdigit() else f"\\{sign}"
    return escaped + _escape_signs(line[opening.end() :], profile)


def _escape_signs(text: str, profile: Profile) -> str:
    """Escape what is a sign wherever it stands in a line."""
    text = _ANYWHERE.sub(_with_backslash, text)
    if not profile.has_tags:
        return text
    text = _OBSIDIAN.sub(_with_backslash, text)
    return text.replace("$", "\\$") if text.count("$") > 1 else text


def _with_backslash(match: re.Match[str]) -> str:
    """Return what was matched with a backslash before every character."""
    return "".join(f"\\{sign}" for sign in match.group())


def unescaped(text: str) -> str:
    """Return *text* without the backslashes that escape a sign."""
    return _ESCAPED.sub(r"\1", text)
