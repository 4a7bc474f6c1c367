"""Keeps what an article says from reaching the terminal as anything but text.

Run at ingest, so that nothing else need think of it, and again at paint and print, because
notes, file names and old files come from outside too.
"""

import re

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f"  # C0, but for tab and line feed
    "\x7f-\x9f"  # DEL and C1
    "\u00ad"  # soft hyphen: invisible, yet a cell wide in some terminals
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff"  # zero width, invisible, deprecated formatting
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # lone surrogates, which no encoder takes
    "]"
)
_UNCLEAN = re.compile(f"[{_UNSAFE.pattern[1:-1]}\u2028\u2029]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
_ESCAPE_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"  # control sequences
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)"  # strings
    "|\x1b[ -/]{0,16}[0-~]"  # two-character sequences
)


def clean_text(text: str) -> str:
    """Return *text* with line ends made one and everything that is not text taken out.

    Whole escape sequences go, not their first character alone. Zero-width joiners stay: emoji and
    Indic scripts are written with them. Tabs and line feeds stay.
    """
    if (text.isascii() and text.isprintable()) or _UNCLEAN.search(text) is None:
        return text
    text = _ESCAPE_SEQUENCE.sub("", text)
    return _UNSAFE.sub("", _LINE_END.sub("\n", text))


def mask_text(text: str) -> str:
    """Return *text* with a replacement sign for each character that is not text.

    Every offset stays what it was, so an article that was stored unclean can be painted.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Return *text* cleaned and on one line, with each run of white space made one space."""
    return " ".join(clean_text(text).split())
