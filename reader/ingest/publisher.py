"""Who published a page, by a vote of the lines around its text that name somebody."""

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = r"[A-Z0-9][\w.&’'!-]*(?:\s+(?:of|and|the|&|[A-Z0-9][\w.&’'!-]*)){0,4}?"
_INDIC_WORDS = r"[\u0900-\u0dff]+(?:\s+[\u0900-\u0dff]+){0,3}?"
_NAME = rf"(?P<name>(?:The\s+)?{_WORDS}|{_INDIC_WORDS})"
_SLOTS = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (
            rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©|\([cC]\))?\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*(?:[Bb]y\s+)?{_NAME}"
            r"(?=\s*(?:[|,.;]|\d{4}|All\s|-\s|–\s|Inc\b|Ltd\b|LLC\b|$))",
            2,
        ),
        (rf"[Ff]ollow\s+{_NAME}\s+on\b", 1),
        (rf"[Dd]ownload\s+(?:the\s+)?{_NAME}\s+[Aa]pp\b", 1),
        (rf"[Aa]dd\s+{_NAME}\s+as\s+(?:your|a)\b", 1),
        (rf"[Ss]ubscribe\s+to\s+{_NAME}(?=\s*(?:[.,!|]|for\b|on\b|$))", 1),
        (rf"\bnot\s+(?:(?:those\s+)?of\s+)?{_NAME}[’']s?\b", 1),
        (
            rf"(?:games|more|stories|news|shows|weather|scores|updates)\s+(?:on|from|by|at)\s+{_NAME}(?=\s*[.!|,]|\s*$)",
            1,
        ),
        (rf"^{_NAME}\s+(?:may|reserves|is\s+not\s+responsible|participates|will\s+not)\b", 1),
        (rf"[.]\s+{_NAME}\s+(?:may|reserves|is\s+not\s+responsible|participates)\b", 1),
    )
)
_NOT_NAMES = frozenset(
    re.findall(
        r"\w+",
        """us our your my his her their its it we you they me the this that all more google
        facebook twitter instagram youtube linkedin whatsapp telegram x apple android ios
        rights copyright comments users reserved privacy terms newsletter email app page
        site author""",
    )
)
_LONGEST = 500


def publisher_of(lines: Iterable[str]) -> tuple[str, int] | None:
    """Return the publisher that most of *lines* name, and how many do; None when none does."""
    votes: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for line in lines:
        for name, weight in _named(line[:_LONGEST]):
            key = name.casefold().removeprefix("the ")
            votes[key] += weight
            voters[key] += 1
            spelled.setdefault(key, name)
    if not votes:
        return None
    _give_to_shorter(votes, voters)
    best, count = max(votes.items(), key=lambda vote: (vote[1], len(vote[0])))
    return (spelled[best], voters[best]) if count > 1 else None


def _give_to_shorter(votes: Counter[str], voters: Counter[str]) -> None:
    """Give the votes for a name with a company's words after it to the name alone."""
    for key in sorted(votes, key=len, reverse=True):
        shorter = next((other for other in votes if key.startswith(f"{other} ")), None)
        if shorter is not None:
            votes[shorter] += votes.pop(key)
            voters[shorter] += voters.pop(key)


def _named(line: str) -> Iterable[tuple[str, int]]:
    """Yield the names in the slots of *line*, each with what its slot weighs."""
    for slot, weight in _SLOTS:
        for match in slot.finditer(line):
            name = re.sub(r"[’']s?$", "", match["name"]).strip(" .,&-")
            if len(name) > 1 and not name.isdigit() and name.casefold() not in _NOT_NAMES:
                yield name, weight
