"""The words of page furniture: what stands around an article on news pages in English.

Hand-written, by idea. A word here is a hint that a line is furniture, never a verdict.
"""

import re

_GROUPS = {
    "action": r"""
        subscri(?:be|ption|bers?) | sign\s?(?:up|in|out) | log\s?(?:in|out) | register
        | newsletters?
        | click | tap\s+here | read\s+(?:more|next|also|full|the\s+full|our) | learn\s+more
        | see\s+(?:more|also|all)
        | view\s+(?:all|more|comments?|profile) | show\s+(?:more|less|all)
        | load(?:ing)?(?:\s+more)? | continue\s+reading | find\s+out\s+more
        | get\s+(?:started|in\s+touch)
        | shop\s+now | buy\s+now | book\s+now | join\s+(?:us|now|the|our) | download | follow\s+us
        | donate | contact\s+us | leave\s+a\s+(?:reply|comment) | post\s+a\s+comment | submit
        | enter\s+your | your\s+email | add\s+to\s+(?:cart|bag|basket) | skip\s+to | back\s+to
        | jump\s+to | go\s+to | play\s+video | watch\s+(?:now|more|live) | listen | save | reply
        | required\s+fields | accept | unsubscribe | try\s+again | thank\s+you\s+for | app
    """,
    "sharing": r"""
        share[ds]? | facebook | twitter | instagram | linkedin | whatsapp | pinterest | youtube
        | tiktok | reddit | telegram | flipboard | messenger | e-?mail | print | tweet | copy\s+link
        | bluesky | mastodon | threads | rss | link\s+copied
    """,
    "site": r"""
        menu | search | home(?:\s?page)? | about(?:\s+us)? | site\s?map | trending | latest
        | most\s+(?:read|popular|viewed) | popular | recommended | recommendations | sponsored
        | advertis\w+ | related | more\s+(?:from|on|in|news|stories) | categor(?:y|ies) | archives?
        | careers | jobs | faqs? | press | help | support | shop | cart | account | profile | events
        | next | prev(?:ious)? | newer | older | posts? | articles? | stories | topics? | tags?
        | you\s+(?:may|might)\s+(?:also\s+)?like | in\s+this\s+(?:article|story|post)
        | table\s+of\s+contents | contents | overview | resources | comments?(?:\s+\(?\d+\)?)?
        | editor['’]s\s+picks | don['’]t\s+miss | up\s+next | featured | breaking\s+news | live
        | video | photos | gallery | podcasts? | weather | sports? | opinion | login | english
        | español | français | deutsch
    """,
    "legal": r"""
        cookies? | privacy | terms | all\s+rights | copyright | © | \(c\) | disclaimer | gdpr
        | accessibility | conditions | licen[sc]ed? | affiliate | commission | policy | reserved
        | trademarks? | disclosure | guidelines | do\s+not\s+sell | consent | moderat\w+ | abusive
    """,
    "credit": r"""
        photo(?:graph|grapher|s)?(?:\s+by)? | image[s]?(?:\s+by)? | getty | shutterstock | istock
        | unsplash | pexels | reuters | afp | courtesy | credits? | illustration | source | via
        | file\s+photo | screenshot | caption | alamy | wikimedia
    """,
    "about": r"""
        by | written\s+by | posted(?:\s+(?:by|on|in))? | published | updated | last\s+updated
        | reviewed\s+by | edited\s+by | author | contributor | staff | editor | reporter | writer
        | correspondent | filed\s+under | tagged | min(?:ute)?s?(?:\s+read)? | ago | views? | likes?
        | followers | guest | admin | location | read\s+time | reading\s+time
    """,
}

GROUPS = tuple(_GROUPS)
"""The ideas the words are grouped by."""

_WORDS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _GROUPS.items())
    + r")(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 400
"""How much of a line is looked at; furniture shows itself at once."""

_ASIDE = re.compile(
    r"""(?:also\s+read|read\s+(?:also|more|next)|more\s+on\s+this|see\s+also|related(?:\s+story)?
    |recommended|watch(?:\s+(?:now|live|video))?|in\s+pics|don['’]t\s+miss|must\s+read)
    \s*[:|–—-]\s*\S""",
    re.IGNORECASE | re.VERBOSE,
)
_CALL = re.compile(
    r"""(?:click|tap|follow|subscribe|download|join|sign\s+up|get|watch|read|support|donate|add
    |install|buy|listen)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_ASIDE = 40
_NOTICE = re.compile(
    r"\W*(?:©|\([cC]\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4})|all\s+rights\s+reserved)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"""(?:teilen|anzeige|kommentare|partager|publicité|commentaires|compartir|publicidad
    |comentarios|शेयर\s+करें|विज्ञापन|टिप्पणियाँ(?:\s+देखें)?|और\s+पढ़ें)\W*\d*\W*$
    |(?:lesen\s+sie\s+auch|lire\s+aussi|lea\s+también|यह\s+भी\s+पढ़ें)\s*[:|–—-]
    |.{0,60}ऐप\s+डाउनलोड\s+करें""",
    re.IGNORECASE | re.VERBOSE,
)
"""The surest furniture in a few languages other than English."""


def is_notice(text: str) -> bool:
    """Tell whether a line is what no line of an article is: a claim of copyright, a button."""
    if len(text.split()) > _LONGEST_ASIDE:
        return False
    return _NOTICE.match(text) is not None or _FOREIGN.match(text) is not None


def is_aside(text: str, publisher: str | None = None) -> bool:
    """Tell whether a line within the text calls the reader elsewhere.

    Args:
        text: the line.
        publisher: who published it; a line that calls to do something and names them is one too.
    """
    if len(text.split()) > _LONGEST_ASIDE:
        return False
    calls = publisher is not None and publisher in text and _CALL.match(text) is not None
    return calls or _ASIDE.match(text) is not None


def furniture(text: str) -> dict[str, int]:
    """Return how many characters of the line's beginning each group of words covers."""
    covered = dict.fromkeys(GROUPS, 0)
    for match in _WORDS.finditer(text[:_LONGEST]):
        covered[match.lastgroup or ""] += match.end() - match.start()
    return covered
