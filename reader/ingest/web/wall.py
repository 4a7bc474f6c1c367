"""Pages that show a wall in the article's place: to be paid, agreed to, or proved human at."""

import re
from collections.abc import Iterable, Sequence

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.errors import IngestError

_PAY = re.compile(
    r"""(?:subscribe|sign\s?(?:in|up)|log\s?in|register|join)\b.{0,30}\s(?:to|and)\s
        (?:continue|keep|read|unlock|access|view|see)
    |to\s+(?:continue|keep)\s+reading|already\s+(?:a\s+|have\s+a\s+|an\s+)?(?:subscri|member|account)
    |(?:for|to|exclusive\s+to)\s+(?:our\s+|paying\s+|paid\s+|registered\s+)*(?:subscribers|members)
        (?:\s+only|[.!]|$)|subscriber[\s-](?:only|exclusive)|subscribers\s+only
    |(?:read|unlock|rest\s+of)\s+(?:the\s+)?(?:full\s+|whole\s+|this\s+)+(?:article|story)
    |free\s+(?:trial|articles?\s+(?:left|remaining|this\s+month))
    |jetzt\s+(?:weiterlesen|abonnieren)|nur\s+für\s+abonnenten|réservé\s+aux\s+abonnés
    |solo\s+para\s+suscriptores""",
    re.IGNORECASE | re.VERBOSE,
)
_CONSENT = re.compile(
    r"""\b(?:we|our\s+partners|this\s+(?:site|website))\b.{0,60}\b(?:use|uses|store|place)\b.{0,40}
        \b(?:cookies|personal\s+data)
    |also\s+use\s+cookies|accept\s+(?:all|cookies)|reject\s+all|before\s+you\s+continue
    |(?:cookie|privacy|consent)\s+(?:settings|preferences|choices|policy)|your\s+(?:data|privacy)\s+
        (?:choices|rights)|withdraw\s+your\s+consent|personali[sz]ed\s+(?:ads|content)
    |wir\s+(?:verwenden|nutzen)\s+cookies|nous\s+utilisons\s+des\s+cookies""",
    re.IGNORECASE | re.VERBOSE,
)
_ROBOT = re.compile(
    r"""(?:you\s+are|you['’]re)\s+(?:a\s+)?(?:human|not\s+a\s+robot)|checking\s+(?:your\s+browser|if
        \s+the\s+site\s+connection)|unusual\s+(?:traffic|activity)|captcha|security\s+check
    |enable\s+javascript\s+(?:and\s+cookies\s+)?(?:to\s+continue|to\s+view|in\s+your)|access\s+denied
    |just\s+a\s+moment\b|\bray\s+id\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WALLS = (
    (_PAY, "is behind a pay wall", "log in with a browser, save the page, and add that file"),
    (
        _CONSENT,
        "asks for consent in the article's place",
        "agree in a browser, save the page, and add that file",
    ),
    (
        _ROBOT,
        "asks who reads it in the article's place",
        "open it in a browser, save the page, and add that file",
    ),
)
_WHOLE_WALL = 2_000
_MOSTLY = 0.6
_TEASER = 2_500
_CUT = "cut by a pay wall; this is what the page shows of it"


def refuse_wall(drafts: Iterable[BlockDraft], subject: str) -> None:
    """Raise IngestError when nearly all that a page says is a wall's."""
    texts = [draft.text for draft in drafts if draft.text]
    length = sum(map(len, texts))
    if not 0 < length <= _WHOLE_WALL:
        return
    for wall, problem, remedy in _WALLS:
        if sum(len(text) for text in texts if wall.search(text)) >= _MOSTLY * length:
            raise IngestError(subject, problem, remedy)


def teaser(
    drafts: Sequence[BlockDraft], dropped: Iterable[Dropped], *, stated: bool
) -> dict[str, str]:
    """Return what there is to tell of a text that a wall cuts off, nothing when none does.

    Args:
        drafts: the article's blocks.
        dropped: what stood around them.
        stated: whether the page's data says that the article is not free.
    """
    if sum(len(draft.text) for draft in drafts) > _TEASER:
        return {}
    behind = [one.text for one in dropped if one.before_block >= len(drafts) - 1]
    around = [*(draft.text for draft in drafts[-2:]), *behind]
    return {"text": _CUT} if stated or any(map(_PAY.search, around)) else {}
