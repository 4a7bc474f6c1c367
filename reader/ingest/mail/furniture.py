"""The furniture of mail: what stands around a newsletter's text for the sake of its sending."""

import re
from collections.abc import Sequence

from reader.article.text import BlockDraft

_ANYWHERE = re.compile(
    r"""view\s+(?:this\s+)?(?:e-?mail\s+|post\s+|message\s+|newsletter\s+)?
        (?:(?:in|on)\s+(?:your\s+|a\s+|the\s+)?(?:web\s?)?(?:browser|web|app)|online|as\s+a\s+web)
    |(?:read|open|see)\s+(?:this\s+|it\s+)?(?:e-?mail\s+)?(?:online|in\s+(?:the\s+)?(?:app|browser)
        |in\s+(?:your|a)\s+browser)
    |(?:trouble|problems?)\s+(?:viewing|reading)|not\s+display(?:ing|ed)\s+(?:correctly|properly)
    |forward(?:ed)?\s+this\s+(?:e-?mail|newsletter|message)|was\s+this\s+(?:e-?mail\s+)?forwarded
    |im\s+browser\s+(?:ansehen|anzeigen|öffnen)|voir\s+(?:cet\s+e-?mail\s+)?dans\s+(?:votre|le)\s+nav
    |ver\s+(?:este\s+correo\s+)?en\s+(?:el|tu)\s+navegador""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAVING = re.compile(
    r"""unsubscri|(?:manage|update|change|edit)\s+(?:your\s+)?(?:e-?mail\s+)?(?:preferences|settings
        |subscription)
    |you(?:['’]re|\s+are|['’]ve|\s+have)?\s+(?:are\s+)?(?:receiv|been\s+sent|getting|signed\s+up)
        .{0,30}(?:e-?mail|newsletter|message|because)
    |this\s+(?:e-?mail|message|newsletter)\s+was\s+sent\s+(?:to|by|from)
    |no\s+longer\s+(?:wish|want)\s+to\s+receive|opt[\s-]out|e-?mail\s+preferences
    |abbestellen|abmelden|austragen|se\s+désabonner|désinscri|darse\s+de\s+baja|cancelar\s+la\s+sus
    |©\s*(?:copyright\s*)?\d{4}|copyright\s+(?:©|\(c\))|all\s+rights\s+reserved""",
    re.IGNORECASE | re.VERBOSE,
)
_BUTTON = re.compile(
    r"""(?:like|comment|restack|share|tweet|forward|subscribe(?:\s+now)?|upgrade(?:\s+to\s+paid)?
    |read\s+in\s+app|listen\s+now|facebook|twitter|x|instagram|linkedin|youtube|bluesky|mastodon
    |share\s+this\s+post|leave\s+a\s+comment|invite\s+friends|start\s+writing|get\s+the\s+app
    |privacy(?:\s+policy)?|terms(?:\s+of\s+\w+)?|contact(?:\s+us)?|website|\W{1,5})
    (?:\s*[|·•/&,–-]\s*(?:like|comment|share|tweet|forward|facebook|twitter|x|instagram|linkedin
    |privacy(?:\s+policy)?|terms|unsubscribe|website|youtube))*\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 60
_LONG = 400
_TAIL = 0.5


def furniture(drafts: Sequence[BlockDraft], linked: Sequence[float]) -> list[bool]:
    """Return for each block of a newsletter whether it is there only because it was mailed.

    Behind the first line on leaving the list nothing comes but addresses and notices, so all of
    that goes, when it stands in the last half.

    Args:
        drafts: all blocks.
        linked: which part of each block's text is links.
    """
    out = [_is_furniture(draft, share) for draft, share in zip(drafts, linked, strict=True)]
    sizes = [len(draft.text) for draft in drafts]
    total, behind = sum(sizes), 0
    for index, draft in enumerate(drafts):
        behind += sizes[index]
        short = len(draft.text) <= _LONG
        if short and _LEAVING.search(draft.text) and behind > _TAIL * total:
            start = _notice_start(drafts, index, out)
            return [*out[:start], *[True] * (len(drafts) - start)]
    return out


def _notice_start(drafts: Sequence[BlockDraft], index: int, out: Sequence[bool]) -> int:
    """Return where the furniture at the end begins, given a line of it at *index*."""
    while index and (out[index - 1] or drafts[index - 1].kind == "rule"):
        index -= 1
    return index


def _is_furniture(draft: BlockDraft, linked: float) -> bool:
    """Tell whether one block is furniture wherever it stands."""
    text = draft.text
    if draft.kind == "image" or not text or len(text) > _LONG:
        return False
    if _ANYWHERE.search(text) or (_LEAVING.search(text) and len(text) < 2 * _LONGEST):
        return len(text) <= 2 * _LONGEST or linked > 0.2
    return len(text) <= _LONGEST and linked > 0.8 and _BUTTON.fullmatch(text) is not None
