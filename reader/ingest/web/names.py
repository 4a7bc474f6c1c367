"""Bylines to the names in them, without roles, leads and what is nobody's name."""

import re
from collections.abc import Iterable, Sequence

_LEAD = re.compile(
    r"^(?:(?:(?:written|posted|published|story|words|text|article|reported|edited|created|author"
    r"|authored|reviewed|submitted|skrevet|verfasst|geschrieben|escrito|écrit|scritto)\s+)?"
    r"(?:by|von|par|por|door|av|af|di|author|autor|auteur|autore|autorin)(?:[\s:]+|$)"
    r"|(?:text|words|story|author|autor)\s*:\s*"
    r"|(?:著者|執筆者?|筆者|取材・文|文|作者|撰文|记者|記者)\s*[:：●＝=/／]\s*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:;|\||•|·|／)\s*|\s+(?:and|und|et|y|e|og|och|en|&|with)\s+", re.IGNORECASE
)
_TITLED = re.compile(
    r"(?:jr|sr|ph\.?\s?d|m\.?d|dds|dvm|rn|esq|mba|msc|bsc|ma|ba|ms|rd|cpa|jd|llm|rdn|lcsw|dipl?"
    r"|[A-Z][A-Z®™]{1,7})\b\.?[®™]?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|writer|reporter|correspondent|contributor|journalist|columnist|director|manager"
    r"|expert|professor|specialist|analyst|author|officer|founder|ceo|president|chief|head|member"
    r"|representative|staff|lead|producer|critic|fellow|consultant|strategist|redakteurin?"
    r"|autorin|korrespondentin?|rédact(?:eur|rice)|journaliste|periodista|giornalista)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"https?:|www\.|@|\.com$|^(?:\d+|admin|adminn?istrator|editor|staff|guest|team|user"
    r"|anonymous|contributor|author|writer|none|null|unknown|redaktion|uncategorized|text|home|and|by|the)$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|of|the)\s+|[A-ZÀ-ÞŠŽĆČĐĀ-Ž]"
    r"[\w.'’()-]*(?:\s+|$)){1,5}"
)
_NOT_A_NAME = re.compile(
    r"\b(?:minutes?|read|updated?|published|posted|share|follow|comments?|about|more|finance|news"
    r"|january|february|march|april|june|july|august|september|october|november|december|view"
    r"|articles?|posts?|by|editor|writer|reporter|contributor|correspondent|bio|profile|website"
    r"|email|print|tweet|facebook|twitter|linkedin|instagram|youtube|feed|rss|get|mehr|autoren?|kommentare?|uhr|blog)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?:[a-z\d][\w.-]*|\w+\.\w+|[A-Z][a-z]+[A-Z]\w*|\w*\d\w*)|.*\b(?i:admin)\b.*")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・\s]{2,20}")
_ASIDE = re.compile(r"(?<=\w)\s\([^)]{6,}\)")
_LONGEST = 60
_MOST_WORDS = 6


def names_in(lines: Iterable[str]) -> list[str]:
    """Return the names in *lines*, each once, in order."""
    names: dict[str, str] = {}
    for line in lines:
        for part in _BETWEEN.split(_LEAD.sub("", _ASIDE.sub("", line.strip()))):
            for name in _by_commas(part):
                name = _LEAD.sub("", name).strip(" .,:;-–—|•·")
                if may_be_name(name):
                    names.setdefault(name.casefold(), name)
    return list(names.values())


def _by_commas(line: str) -> list[str]:
    """Return the names that commas part in *line*; degrees stay with a name, roles go.

    One word behind another name's words is no second person, and of two parts of which the first
    is one word, that is the family name of a person told by it first.
    """
    first, *rest = [part.strip() for part in re.split(r",(?:\s|(?=\D))", line) if part.strip()] or [
        ""
    ]
    if len(rest) == 1 and len(first.split()) == 1 and not _TITLED.fullmatch(rest[0]):
        return [f"{first}, {rest[0]}"] if len(rest[0].split()) <= 2 else [first, rest[0]]
    names = [first]
    for part in rest:
        if _TITLED.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
        elif not _ROLE.search(part) and len(part.split()) >= min(2, len(first.split())):
            names.append(part)
        elif len(part.split()) == 1 and not _ROLE.search(part) and len(rest) == 1:
            names[-1] = f"{names[-1]}, {part}"
    return names


def may_be_name(name: str) -> bool:
    """Tell whether *name*, where a name is stated, is somebody's and not an address or a role."""
    short = 1 < len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS
    return short and _NOBODY.search(name) is None


def is_marked_name(name: str) -> bool:
    """Tell whether *name*, in an element that is for names, is one, if only somebody's nickname."""
    if not may_be_name(name) or _NOT_A_NAME.search(name):
        return False
    return len(name.split()) <= 2 or looks_like_name(name)


def looks_like_name(name: str) -> bool:
    """Tell whether *name*, found among other text, may be somebody's."""
    if _NOT_A_NAME.search(name) or len(name) < 3:
        return False
    bare = re.split(r",\s", name)[0]
    return _NAME.fullmatch(bare) is not None or _SPACELESS.fullmatch(bare) is not None


def are_handles(names: Sequence[str]) -> bool:
    """Tell whether all of *names* are what people log in with rather than what they are called."""
    return all(_HANDLE.fullmatch(name) is not None for name in names)
