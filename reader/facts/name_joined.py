"""Finds the names of organisations that small words join: "Food and Drug Administration".

A run of capitalised words ends at "and" and at a plural's apostrophe, for these mostly stand
between two names. They belong to one when plain words stand before them and the head of an
organisation's name follows: "Harbour and Haulage Workers' Union", or stands before them all:
"Ministry of Trade and Industry".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reader.facts import lexicon_organisations as organisations
from reader.facts.acronyms import Acronym
from reader.facts.calendar_terms import PAPERS
from reader.facts.gazetteer import gazetteer
from reader.facts.hints import matches_beside
from reader.facts.lexicon_people import TITLES
from reader.facts.name_runs import Candidate, Run, word_at
from reader.facts.name_splits import NO_NAMES
from reader.facts.placenames import countries, is_demonym, is_place, place_rank
from reader.facts.spanindex import SpanIndex
from reader.facts.vocabulary import Vocabulary
from reader.facts.words import MONTHS_AND_DAYS, words

_CAPITALISED = r"[A-Z][a-z][\w-]*"
_SEVERAL = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}(?:, {_CAPITALISED}){{0,2}}"
_BEFORE_HEAD = re.compile(
    rf"(?<![\w'])(?P<first>{_SEVERAL}),? and (?P<second>(?:{_CAPITALISED}(?:(?<=s)')? ){{1,3}}"
    rf"(?P<head>{_CAPITALISED}))(?![\w'-]| [A-Z])"
)
_AFTER_OPENER = re.compile(
    rf"(?<![\w'])(?:{_CAPITALISED} )?(?P<opener>{'|'.join(sorted(organisations.OPENERS))})"
    rf" (?:of|for|on) (?:the )?(?P<first>{_SEVERAL}),? and (?P<second>{_CAPITALISED}"
    rf"(?: {_CAPITALISED})?)(?![\w'-]| (?:of |for )?[A-Z])"
)
_FOR = re.compile(
    rf"(?<![\w'])(?:(?:{_CAPITALISED}|[A-Z]{{2,4}}) ){{0,3}}(?P<opener>Observatory|Commissioner"
    r"|Centers?|Centres?|Campaign|Institute|Office|Agency|Association|Committee|Council|Commission"
    r"|Coalition|Society|Network|Foundation|Federation|Fund|Alliance|Ministry|Department|Authority"
    r"|Doctors|Transport|Initiative|Mission|Bureau|Secretariat|Organi[sz]ation)"
    rf" [Ff]or (?:the )?(?P<what>{_CAPITALISED}(?:(?: and| of)? {_CAPITALISED}){{0,3}})"
)
_OF_MEMBERS = re.compile(
    rf"(?<![\w'])(?:{_CAPITALISED} ){{0,3}}(?P<members>{_CAPITALISED}s)' (?:{_CAPITALISED} ){{0,2}}"
    r"(?:Union|Federation|Confederation|Association|Guild|League|Society|Party|Alliance|Council"
    r"|Syndicate|Institute|Organi[sz]ation|Congress|Fund|Foundation)(?![\w'-])"
)
_OF_PATRON = re.compile(
    r"(?<![\w'])(?:(?:St\.? [A-Z]\w+|King|Queen|Guy|Children|Women|Veterans)'s"
    r" (?:College(?: (?:London|Cambridge|Oxford|Dublin))?|Hospital|University|School|Infirmary)"
    rf"|(?:{_CAPITALISED} ){{0,2}}(?:Coroner's|Coroners'|Magistrates') Court"
    rf"|(?:Sunday|Saturday) (?:{PAPERS}))(?![\w'-])"
)
_OF_PATRON_HINT = re.compile(r"'s? (?=[CHUSI])|S(?:un|atur)day (?=[A-Z])")
_BEFORE_HEAD_HINT = re.compile(r" and (?=[A-Z][a-z])")
_AFTER_OPENER_HINT = re.compile(
    rf"(?:{'|'.join(sorted(organisations.OPENERS))}) (?:of|for|on) (?=the |[A-Z][a-z])"
)
_FOR_HINT = re.compile(r" [Ff]or (?=the |[A-Z][a-z])")
_OF_MEMBERS_HINT = re.compile(r"s' (?=[A-Z][a-z])")
_PART_OF_WORD = re.compile(r"[\w'-]")
_HEADS = organisations.HEADS | {"Executive", "Confederation", "Ombudsman"}
_SUBJECTS_TOO = words("Services Resources Industry Industries Forces Energy Trade Development")
_WITH_ARTICLE = words(
    "Netherlands Philippines Bahamas Gambia Maldives Seychelles Vatican Kremlin Pentagon Congo"
)
"""Places that have an article themselves."""

_LOCAL = words("Police Council College Hospital Trust Fire")
"""Heads of bodies of two places, which need no article: "Avon and Somerset Police"."""

_ONE_OF_TWO = TITLES | words("Government State Prime Opposition Crown Home Foreign Chancellor Left")
"""Plain words that name something by themselves, so that "and" begins another name."""

_CONFIDENCE = 0.85
_THREE = 3


def joined_names(
    flat: str, acronyms: Iterable[Acronym], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Return where the names stand, in reading order.

    Args:
        flat: the article as the rules read it.
        acronyms: those it explains; what they stand for is one name.
        vocabulary: the words of the article.
    """
    sure = [
        *_known(flat),
        *_explained(flat, acronyms),
        *_after_openers(flat, vocabulary),
        *_before_heads(flat, vocabulary),
        *_for(flat, vocabulary),
        *_of_members(flat, vocabulary),
        *_of_patron(flat),
    ]
    taken = SpanIndex()
    return sorted(
        (start, end)
        for surface in sorted({flat[start:end] for start, end in sure}, key=_longest_first)
        for start, end in _written(flat, surface)
        if not _continues(flat, start) and taken.add(start, end)
    )


def _written(flat: str, surface: str) -> Iterator[tuple[int, int]]:
    """Yield where *surface* stands and no word goes on behind it."""
    at = flat.find(surface)
    while at >= 0:
        end = at + len(surface)
        ended = _PART_OF_WORD.match(flat, end) is None
        if ended:
            yield at, end
        at = flat.find(surface, end if ended else at + 1)


@cache
def _known_joined() -> tuple[str, ...]:
    """Return the firms and countries whose names hold "and", the longest first."""
    lands = {name for name in countries() if " and " in name}
    return tuple(sorted(organisations.JOINED_BY_AND | lands, key=_longest_first))


def _known(flat: str) -> Iterator[tuple[int, int]]:
    """Yield where those names stand, once each: the rest is found by their words."""
    for name in _known_joined():
        at = flat.find(name)
        if at >= 0:
            yield at, at + len(name)


def _longest_first(surface: str) -> tuple[int, str]:
    """Return the key that puts the longest of several names first."""
    return -len(surface), surface


def _continues(flat: str, at: int) -> bool:
    """Tell whether a word that began before *at* goes on there."""
    return at > 0 and _PART_OF_WORD.match(flat, at - 1) is not None


def put_together(
    flat: str, found: list[Candidate], spans: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """Return the candidates with one for each of *spans* in place of those that overlap it."""
    taken = SpanIndex(spans)
    kept = [candidate for candidate in found if not taken.overlaps(candidate.start, candidate.end)]
    whole = [_organisation(flat, start, end) for start, end in spans]
    return sorted([*kept, *whole], key=lambda candidate: candidate.start)


def _organisation(flat: str, start: int, end: int) -> Candidate:
    """Return the candidate of a whole name."""
    parts = tuple(
        word_at(part.start(), part.group())
        for part in re.compile(r"\S+").finditer(flat, start, end)
    )
    run = Run(parts, opens=False, heading=False, shouted=False)
    kind = "place" if is_place(flat[start:end]) else "org"
    return Candidate(parts, run, "", kind, _CONFIDENCE, [f"{kind}.joined"])


def _explained(flat: str, acronyms: Iterable[Acronym]) -> Iterator[tuple[int, int]]:
    """Yield the organisations that acronyms stand for."""
    for acronym in acronyms:
        start, end = acronym.long_start, acronym.long_end
        parts = flat[start:end].split()
        capitalised = [word for word in parts if word[0].isupper()]
        small = {word for word in parts if not (word[0].isupper() or word.isdigit())}
        numbered = len(parts) >= _THREE and any(map(str.isdigit, parts[1:]))
        if numbered and parts[0] in capitalised and not small:
            yield start, end
            continue
        named = capitalised and (
            capitalised[-1] in _HEADS or capitalised[0] in organisations.OPENERS
        )
        if named and parts[0] == capitalised[0] and small and small <= {"and", "of", "for", "the"}:
            yield start, end


def _after_openers(flat: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield names like "Ministry of Trade and Industry"."""
    for match in matches_beside(_AFTER_OPENER_HINT, _AFTER_OPENER, flat):
        last = match["second"].split()
        single = len(last) == 1 or last[-1] not in _HEADS or last[-1] in _SUBJECTS_TOO
        if single and all(
            _is_subject(word, vocabulary) for word in [*_words(match["first"]), *last]
        ):
            yield _without_article(flat, *match.span())


def _before_heads(flat: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield names like "Food and Drug Administration"."""
    for match in matches_beside(_BEFORE_HEAD_HINT, _BEFORE_HEAD, flat):
        start, end = _without_article(flat, *match.span())
        first = _words(flat[start : match.end("first")])
        subject = match["second"].split()[0].rstrip("'")
        if (
            match["head"] in _HEADS
            and first
            and first[-1] not in _HEADS
            and (
                (all(_is_subject(word, vocabulary) for word in first) and not _is_name(subject))
                or _are_names_of_one(first, subject)
            )
            and (
                flat[max(0, start - 4) : start].lower() == "the "
                or (match["head"] in _LOCAL and _are_two_places(first[-1], subject))
            )
        ):
            yield start, end


def _are_two_places(one: str, other: str) -> bool:
    """Tell whether both are places, of which one may be small."""
    return bool(place_rank(one) and place_rank(other)) and (is_place(one) or is_place(other))


def _are_names_of_one(first: list[str], second: str) -> bool:
    """Tell whether both are places, or both given names, so that "the" is the whole name's."""
    if len(first) != 1 or first[0] in _WITH_ARTICLE:
        return False
    given = gazetteer().given
    return _are_two_places(first[0], second) or (first[0] in given and second in given)


def _for(flat: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield names like "Observatory for Human Rights", but none that a day follows."""
    for match in matches_beside(_FOR_HINT, _FOR, flat):
        purpose = set(match["what"].split())
        if not purpose & MONTHS_AND_DAYS and all(
            vocabulary.is_plain(word) or is_place(word) for word in purpose
        ):
            yield _without_article(flat, *match.span())


def _of_members(flat: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield names like "Transport Workers' Union"."""
    for match in matches_beside(_OF_MEMBERS_HINT, _OF_MEMBERS, flat):
        if vocabulary.is_plain(match["members"]) and not _is_name(match["members"]):
            yield _without_article(flat, *match.span())


def _of_patron(flat: str) -> Iterator[tuple[int, int]]:
    """Yield names like "King's College London" and "Sunday Times"."""
    for match in matches_beside(_OF_PATRON_HINT, _OF_PATRON, flat):
        yield _without_article(flat, *match.span())


def _words(written: str) -> list[str]:
    """Return the words of a list of words."""
    return written.replace(",", "").split()


def _is_subject(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether *word* is one for what an organisation does, and no name or title itself."""
    return vocabulary.is_plain(word) and word not in _ONE_OF_TWO and not _is_name(word)


def _is_name(word: str) -> bool:
    """Tell whether *word* names something by itself."""
    return (
        word in organisations.KNOWN
        or word in organisations.TEAM_NAMES
        or is_place(word)
        or is_demonym(word)
        or word in gazetteer().given
    )


def _without_article(flat: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without words at its start that begin no name."""
    while (space := flat.find(" ", start, end)) > 0 and flat[start:space] in NO_NAMES:
        start = space + 1
    return start, end
