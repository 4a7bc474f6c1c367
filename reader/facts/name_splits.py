"""Cuts runs of capitalised words into single names.

"US President Donald Trump" is a place, an office and a person; "India-US" is two places; "Bank of
England" is one name, while "Lee of Hong Kong" is two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from reader.facts import lexicon_organisations as organisations
from reader.facts import lexicon_people as people
from reader.facts import lexicon_places as places
from reader.facts import lexicon_things as things
from reader.facts.gazetteer import gazetteer
from reader.facts.name_runs import Candidate, Run, Word, word_at
from reader.facts.placenames import COUNTRY, is_demonym, is_place, place_rank, shouted_places
from reader.facts.vocabulary import Vocabulary
from reader.facts.words import MONTHS_AND_DAYS, words

NO_NAMES = words(
    """
    The A An This That These Those It He She They We I You His Her Their Our Its My Your And But
    Or So Yet If When While Although Though After Before Since Because As At By From In On Of To
    With Without Under Over Into During Between Among Also Then There Here Now Not No Yes What Who
    Whom Whose Which Where Why How All Any Some Many Most More Few Several Each Every Both Either
    Neither One Two Three Four Five Six Seven Eight Nine Ten First Second Third Last Next Other
    Another Such Only Just Even Still However Moreover Meanwhile Furthermore Recent Recently
    Earlier Later Today Yesterday Tomorrow Tonight According Instead Despite Like Unlike Once
    Until Perhaps Maybe Well Oh Hey Okay OK Please Thanks Thank Let Click Read Watch View Comments
    Location Loading Disclaimer Updated Published Related Photo Image File Video Share Follow
    Download Get Join I'm I've I'll I'd It's That's Let's We're We've He's She's They're Don't
    Isn't You're There's What's Can't Didn't Doesn't Won't Who's Here's For Is Are Was Were Has
    Have Had Do Does Did Can Could Should Would Will Shall Must Might About Against Across Above
    Below Around Through Throughout Toward Towards Upon Within Per Via Nor Out Off Up Down New
    Additional Nearly Almost Several Officials Police Mr. Asked Authorities Analysts Experts
    Critics Eleven Twelve Twenty Thirty Forty Fifty Sixty Hundred Thousand Million Billion Dozens
    Hundreds Thousands AM PM Everyone Everybody Nobody Nothing Something Someone Anyone Anything
    Every Them Us Me
    """
)
"""Words that may have a capital but begin and end no name."""

_LINKS_ORGANISATIONS = (
    organisations.OPENERS
    | organisations.HEADS
    | things.EVENT_HEADS
    | words(
        """
    Duke Battle Gulf Sea Strait Straits Cape Isle Isles State States City Province Republic
    Kingdom Order Lords Commons Bishop Archbishop Prince Princess Earl Lord Church Bay Port Rock
    Tower Rights Voice Sons Daughters Day Night Year House Line Army Brigade Soldiers Party Sword
    Cathedral Statue Mayor's Chiefs
    """
    )
)
_FOREIGN_LINKS = words("do des della delle dei degli")
_LINK_WORDS = people.PARTICLES | _FOREIGN_LINKS | words("of the & y 't los")


def candidates(runs: Iterable[Run], vocabulary: Vocabulary) -> list[Candidate]:
    """Return what may be names in *runs*, in reading order."""
    return [
        candidate
        for run in runs
        if not run.shouted
        for part in _parts(run, vocabulary)
        for candidate in _titled(run, part)
        if _may_be_name(candidate, vocabulary)
    ]


def capitalised_inside(runs: Iterable[Run]) -> Counter[str]:
    """Count the words whose capital cannot come from beginning a sentence or a heading."""
    return Counter(
        word.text
        for run in runs
        if not run.heading
        for at, word in enumerate(run.words)
        if at > 0 or not run.opens
    )


def _parts(run: Run, vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield the stretches of *run* that no word interrupts which is no name."""
    found = list(run.words)
    if run.opens or run.heading:
        found = _without_plain_start(found, run, vocabulary)
    stretch: list[Word] = []
    for at, word in enumerate(found):
        if _interrupts(word, found, at):
            yield from _trimmed(stretch)
            stretch = []
        else:
            stretch.append(word)
    yield from _trimmed(stretch)


def _interrupts(word: Word, found: list[Word], at: int) -> bool:
    """Tell whether *word* belongs to no name, or links two."""
    if word.plain in MONTHS_AND_DAYS:
        return True
    if word.text == "of":
        return at == 0 or not _links(found[:at])
    if word.text in _FOREIGN_LINKS:
        return at == 0 or not _is_foreign(found[at - 1].plain)
    if word.plain not in NO_NAMES or at + 1 == len(found):
        return word.plain in NO_NAMES
    return word.plain != "New" and not (
        word.plain == "First" and found[at + 1].plain in _RANKED_FIRST
    )


def _is_foreign(word: str) -> bool:
    """Tell whether "do" behind *word* joins names, and is not the verb: "Russians do Chess"."""
    lowered = word.lower()
    common = gazetteer().common
    plain = lowered in common or lowered.removesuffix("s") in common or word in NO_NAMES
    return not (plain or is_demonym(word) or is_demonym(word.removesuffix("s")))


def _links(before: list[Word]) -> bool:
    """Tell whether "of" after these words belongs to a name."""
    last = before[-1].plain
    if len(before) >= 1 and last == "Secretary":
        return True
    return last in _LINKS_ORGANISATIONS and last not in {"Cabinet", "Open", "Talks", "War"}


def _without_plain_start(found: list[Word], run: Run, vocabulary: Vocabulary) -> list[Word]:
    """Return the words without those at the start whose capital is the sentence's alone."""
    while found and not run.heading and _is_plain_start(found, vocabulary):
        found = found[1:]
        if found and found[0].text in _LINK_WORDS:
            return found[1:]
        break
    return found


def _is_plain_start(found: list[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether the first word has its capital only from beginning the sentence."""
    first = found[0]
    if len(found) > 1 and first.text.lower() in people.PARTICLES:
        return False
    if vocabulary.inside[first.text]:
        return False
    if not vocabulary.is_plain(first.plain):
        return _is_noun_of_firm(found) or _is_joined_noun(found, vocabulary)
    if first.plain in people.TITLES or first.plain in places.DIRECTIONS:
        return len(found) == 1
    if first.plain in vocabulary.given:
        return len(found) == 1 or (
            is_place(found[1].plain) and not _is_full_name(found, vocabulary)
        )
    if is_place(first.plain) or is_demonym(first.plain):
        return False
    return len(found) == 1 or not (_begins_name(found) or _has_head(found))


def _begins_name(found: list[Word]) -> bool:
    """Tell whether the first two words are known to begin a name together."""
    two = " ".join(word.plain for word in found[:2])
    known = two in shouted_places() or two in organisations.KNOWN_PHRASES
    return known or found[0].plain in things.EVENT_OPENERS


def _is_noun_of_firm(found: list[Word]) -> bool:
    """Tell whether a noun for a firm stands before its name: "Chipmaker Lumida"."""
    return len(found) > 1 and found[0].plain.lower() in _NOUNS_OF_FIRMS and not _has_head(found)


def _is_joined_noun(found: list[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether plain words that a hyphen joins stand before a name: "Full-back Ada Lund"."""
    parts = found[0].plain.split("-")
    return (
        len(found) > 1
        and len(parts) > 1
        and not found[0].plain.istitle()
        and all(vocabulary.is_plain(part) and not is_place(part) for part in parts)
        and not _has_head(found)
    )


def _is_full_name(found: list[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a given name and a surname stand here, though both are other words too."""
    first, second = found[0].plain, found[1].plain
    surname = second in vocabulary.surnames and place_rank(second) < COUNTRY
    return surname and len(first) >= _LONG_NAME and first not in _ALSO_OPENERS


_RANKED_FIRST = words("Nation Nations Minister Lady Amendment")
_LONG_NAME = 4
_NOUNS_OF_FIRMS = frozenset(noun for noun in organisations.NOUNS_BEFORE if len(noun) > _LONG_NAME)
_ALSO_OPENERS = words("Will Even Many Both Over More Some Such Late Near Next Since Still Under")


def _has_head(found: list[Word]) -> bool:
    """Tell whether the words end like an organisation's or event's name, or begin like one's."""
    last = found[-1].plain
    return (
        last in organisations.HEADS
        or last in things.EVENT_HEADS
        or last in places.HEADS
        or (found[0].plain in organisations.OPENERS and found[1].text in {"of", "for"})
        or (place_rank(last) == COUNTRY and found[-2].plain in organisations.HEADS)
    )


def _trimmed(stretch: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield the stretch without link words at its ends, when something is left."""
    while stretch and stretch[0].text in _LINK_WORDS:
        stretch = stretch[1:]
    while stretch and stretch[-1].text in _LINK_WORDS:
        stretch = stretch[:-1]
    if stretch:
        yield tuple(stretch)


def _titled(run: Run, part: tuple[Word, ...]) -> Iterator[Candidate]:
    """Yield the names of *part*; those after a title keep it."""
    at = _last_title(part)
    if at is None or (len(part) == 1 and len(part[0].text) > 3):
        if _is_owner(part):
            yield Candidate(part[:1], run)
        owned = _is_owner(part) or _is_compatriot(part)
        yield from _paired(run, part[1:] if owned else part, "")
        return
    start = at
    while start > 0 and _belongs_to_title(part[start - 1], part[:start]):
        start -= 1
    if part[:start]:
        yield from _paired(run, _without_links(part[:start]), "")
    rest = _after_title(part, at)
    if rest:
        title = " ".join(word.text for word in part[start : at + 1])
        yield from _paired(run, rest, title)


def _is_owner(part: tuple[Word, ...]) -> bool:
    """Tell whether a known short name stands before what is another's: "NASA Bill Ingalls"."""
    first = part[0].plain
    known = first in organisations.KNOWN and first.isupper() and len(first) > 1
    return known and len(part) > 1 and part[1].text[0].isupper() and not _has_head(list(part))


def _is_compatriot(part: tuple[Word, ...]) -> bool:
    """Tell whether a word for a people stands before a full name: "Argentine Abel Balbo"."""
    if len(part) < _DEMONYM_AND_NAME or not is_demonym(part[0].plain) or _has_head(list(part)):
        return False
    given, surnames, common = gazetteer().given, gazetteer().surnames, gazetteer().common
    first, last = part[1].plain, part[-1].plain
    if all(word.plain.lower() in common for word in part[1:]):
        return False
    if is_place(last) or is_demonym(last) or place_rank(first) == COUNTRY:
        return False
    return first in given or (part[0].plain not in given and last in surnames)


_DEMONYM_AND_NAME = 3


def _last_title(part: tuple[Word, ...]) -> int | None:
    """Return the place of the title that ends last, unless the words name an organisation."""
    titles = [at for at, word in enumerate(part) if word.plain in people.TITLES]
    if titles and titles[-1] == len(part) - 1 and titles[-1] > 0 and _is_given(part[-2]):
        titles.pop()
    if not titles or _is_institution(part, titles[-1]) or _is_office_of(part, titles[-1]):
        return None
    return titles[-1]


def _is_given(word: Word) -> bool:
    """Tell whether *word* is a given name: in "John Major" the second word is no title."""
    return word.plain in gazetteer().given and not is_place(word.plain)


def _is_institution(part: tuple[Word, ...], title: int) -> bool:
    """Tell whether *part* names an organisation or a thing although a title stands in it."""
    last = part[-1].plain
    if part[title].text.endswith(".") or len(part) == 1:
        return False
    surface = " ".join(word.plain for word in part)
    if surface in organisations.KNOWN_PHRASES:
        return True
    heads = organisations.HEADS | things.EVENT_HEADS | places.HEADS
    return title < len(part) - 1 and last in heads


def _is_office_of(part: tuple[Word, ...], title: int) -> bool:
    """Tell whether *part* is an office called after its holder: "Office of the Commissioner"."""
    named = len(part) > 3 and part[0].plain in {"Office", "Bureau"} and part[1].text == "of"
    return named and title == len(part) - 1


def _belongs_to_title(word: Word, before: tuple[Word, ...]) -> bool:
    """Tell whether *word* is part of the title that follows it."""
    if word.plain in people.TITLES or word.text == "of":
        return True
    if word.plain in organisations.HEADS and len(before) > 1:
        return before[-2].plain not in organisations.HEADS and _all_title_words(before)
    return word.plain in people.TITLE_MODIFIERS


def _all_title_words(before: tuple[Word, ...]) -> bool:
    """Tell whether all these words can stand in a title."""
    return all(word.plain in people.TITLE_MODIFIERS | people.TITLES for word in before)


def _after_title(part: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """Return the name that follows the title at *at*."""
    rest = part[at + 1 :]
    if len(rest) >= 2 and rest[0].text == "of" and rest[1].plain in {"State", "Staff", "Defence"}:
        return rest[2:]
    return _without_links(rest)


def _without_links(found: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words without "of" and "the" at their ends."""
    while found and found[0].text in {"of", "the"}:
        found = found[1:]
    while found and found[-1].text in {"of", "the"}:
        found = found[:-1]
    return found


def _paired(run: Run, found: tuple[Word, ...], title: str) -> Iterator[Candidate]:
    """Yield the name, or the two that a hyphen joins, as in "India-US"."""
    if not found:
        return
    pair = _pair(found[0])
    if pair is not None and (len(found) == 1 or _apart(pair, found)):
        for word in pair:
            yield Candidate((word,), run)
        if found[1:]:
            yield Candidate(found[1:], run)
        return
    yield Candidate(found, run, title)


def _apart(pair: tuple[Word, ...], found: tuple[Word, ...]) -> bool:
    """Tell whether the words after a pair of places name nothing: "India-Russia Ties"."""
    last = found[-1].plain
    return len(pair) > 1 and last not in organisations.HEADS and last not in things.EVENT_HEADS


def _pair(word: Word) -> tuple[Word, ...] | None:
    """Return the places that hyphens join in *word*; a joined small word is left out."""
    parts = word.text.replace("–", "-").split("-")
    if len(parts) < 2 or is_place(word.text):
        return None
    found: list[Word] = []
    at = word.start
    for part in parts:
        found.append(word_at(at, part))
        at += len(part) + 1
    if all(is_place(part) or is_demonym(part) for part in parts):
        return tuple(found)
    if parts[-1][:1].islower():
        return (found[0],) if place_rank(parts[0]) > 1 and len(parts[0]) > 1 else ()
    return None


def _may_be_name(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Tell whether the words can be a name at all."""
    if len(candidate.words) > 1:
        return not (candidate.run.heading and _is_plain_heading(candidate, vocabulary))
    word = candidate.words[0].plain
    if len(word) < 2 and word != "X":
        return False
    if candidate.run.heading or candidate.opens:
        return vocabulary.inside[word] > 0 or not vocabulary.is_plain(word) or is_place(word)
    return True


def _is_plain_heading(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Tell whether words of a heading are all plain words."""
    return all(
        vocabulary.is_plain(word.plain) and not is_place(word.plain) for word in candidate.words
    )
