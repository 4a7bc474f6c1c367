"""What stands before a line that ends articles: comments, and headings of lists of others."""

import math
import re
from collections.abc import Sequence
from itertools import accumulate

from reader.ingest.scrape.lines import Line

NAMES = (
    "comments before",
    "log comments before",
    "replies near",
    "log ends before",
    "log since end",
    "text before end",
)
"""What each number of a row of ``tails`` says."""

_COMMENTS = re.compile(
    r"""\W*(?:(?:\d+|no|all|view|show|see|hide|load|add|read|post|write|latest|recent|top)\W+)*
    (?:comments?|repl(?:y|ies)|responses?|discussion|reviews?|thoughts\s+on|kommentare?
    |commentaires?|comentarios|comentários|commenti|réactions|opiniones|टिप्पणियाँ)\b.{0,50}$
    |\W*(?:leave|post|add|write|submit)\s+(?:a|your)\s+(?:reply|comment|review|response)
    |join\s+the\s+(?:conversation|discussion)
    |.{0,40}\d+\s+(?:comments?|responses?|thoughts|replies)\b.{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
_REPLY = re.compile(
    r"""\W*(?:reply|says:?|respond|like|report|log\s+in\s+to\s+reply|upvote|flag|permalink
    |antworten|répondre|responder|rispondi)\W*$
    |.{0,60}\b(?:says|said|wrote)\s*:\s*$
    |.{0,40}\b\d+\s*(?:d|h|w|m|y|mo|min|hours?|days?|weeks?|months?|years?|minutes?)
    \s*(?:ago)?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_END = re.compile(
    r"""\W*(?:related|recommended|more\s+(?:from|on|in|stories|articles|posts)
    |you\s+(?:may|might)|read\s+(?:more|next|also)|most\s+(?:read|popular|viewed)
    |about\s+the\s+authors?|about\s+us|tags?|filed\s+under|share|latest|trending|popular|recent
    |next|previous|up\s+next|don['’]t\s+miss|subscribe|sign\s+up|newsletter|follow|references
    |sources|disclaimer|copyright|©|see\s+also|keep\s+reading|explore
    |mehr\s+(?:zum|von|aus)|sur\s+le\s+même\s+sujet|más\s+información|veja\s+mais|leia\s+mais
    |संबंधित)\b.{0,50}$""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_MARK, _LONGEST_REPLY, _MOST_WORDS = 120, 80, 12
_PARAGRAPH = 18
_STARTED = 0.1
_NEVER = 5.0
_REACH = 5


def tails(lines: Sequence[Line]) -> list[list[float]]:
    """Return what stands before and around each line, in the order of ``NAMES``."""
    replies = [0, *accumulate(_is_reply(line) for line in lines)]
    total = sum(_mass(line) for line in lines) or 1
    count = len(lines)
    rows: list[list[float]] = []
    comments = ends = before = 0
    last: int | None = None
    for index, line in enumerate(lines):
        share = before / total
        near = replies[min(count, index + _REACH + 1)] - replies[max(0, index - _REACH)]
        rows.append(
            [
                comments > 0 and share > _STARTED,
                math.log1p(comments),
                near / (2 * _REACH + 1),
                math.log1p(ends),
                _NEVER if last is None else math.log1p(index - last),
                share if ends else 0.0,
            ]
        )
        before += _mass(line)
        if _opens_comments(line):
            comments += 1
        if _ends_article(line):
            ends, last = ends + 1, index
    return rows


def _mass(line: Line) -> int:
    """Return how many characters of running text a line is."""
    return len(line.text) if line.words >= _PARAGRAPH else 0


def _is_reply(line: Line) -> bool:
    """Tell whether *line* is a button or a name that stands at a comment."""
    return len(line.text) < _LONGEST_REPLY and _REPLY.match(line.text) is not None


def _opens_comments(line: Line) -> bool:
    """Tell whether *line* stands over comments."""
    return len(line.text) < _LONGEST_MARK and _COMMENTS.match(line.text) is not None


def _ends_article(line: Line) -> bool:
    """Tell whether *line* stands where articles are over, over lists of others above all."""
    short = len(line.text) < _LONGEST_MARK and line.words < _MOST_WORDS
    return short and _END.match(line.text) is not None
