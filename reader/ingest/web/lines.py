"""Lines at an article's head that only repeat what is known of it."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"\w{3,}")
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june"
    r"|july|august|september|october|november|december)\.?"
)
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH},?"
    r" \d{4}|\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4})"
)
_DATE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: (?:on|at))?:? *)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?"
    rf"{_DAY}(?:[ ,|·•–—-]*(?:at )?\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{{2,5}})?)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:written|posted|published|words|story|text|reviewed|reported)\s+)?"
    r"(?:by|von|par|por|door|di)\b[\s:]*",
    re.IGNORECASE,
)
_PAGER = re.compile(
    r"(?:page|seite|página)?\s*\d{1,3}\s*(?:of|/|von|sur|de)\s*\d{1,3}"
    r"|(?:next|previous) page[\s»›→«‹]*",
    re.IGNORECASE,
)
_TO_READ = re.compile(r"\b\d{1,3}[\s-]*min(?:ute)?s?\.?\s+read\b", re.IGNORECASE)
_BETWEEN_NAMES = frozenset(("and", "by", "und", "et", "y", "with", "on", "published", "updated"))
_LONGEST = 120


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines are the same but for marks, spaces and capitals."""
    return bool(one) and _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def repeats(text: str, told: str) -> bool:
    """Tell whether *text* says little that *told* does not: half of its longer words at most."""
    words = set(_LONG_WORD.findall(text.casefold()))
    return 2 * len(words & set(_LONG_WORD.findall(told.casefold()))) >= len(words)


def is_byline(text: str, authors: Sequence[str]) -> bool:
    """Tell whether *text* says who wrote the article, perhaps when, and nothing else."""
    if not authors or len(text) > _LONGEST:
        return False
    rest = _LEAD.sub("", _DATE.sub(" ", _TO_READ.sub(" ", text)), count=1).casefold()
    for author in authors:
        rest = rest.replace(author.casefold(), " ")
    return set(_WORD.findall(rest)) <= _BETWEEN_NAMES


def is_date(text: str) -> bool:
    """Tell whether *text* says when the article was published and nothing else."""
    return len(text) <= _LONGEST and _DATE.fullmatch(text.strip()) is not None


def is_pager(text: str) -> bool:
    """Tell whether *text* only says which page of several this is, or leads to the next."""
    return len(text) <= _LONGEST and _PAGER.fullmatch(text.strip()) is not None
