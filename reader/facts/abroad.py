"""All the rules for a language other than English that there is a file of words for."""

from collections.abc import Iterable

from reader.facts.abroad_amounts import find_amounts_abroad
from reader.facts.abroad_dates import find_dates_abroad
from reader.facts.abroad_measures import find_measures_abroad, first_ends
from reader.facts.abroad_names import find_names_abroad
from reader.facts.abroad_quotes import with_speakers
from reader.facts.acronyms import acronym_facts, find_acronyms
from reader.facts.claims import find_claims
from reader.facts.dates import find_dates
from reader.facts.languages import Language
from reader.facts.links import find_links
from reader.facts.model import Fact, reading_order
from reader.facts.money import find_money
from reader.facts.percents import find_percents
from reader.facts.quantities import find_quantities
from reader.facts.quotes import find_quotes
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex


def extract_abroad(reading: Reading, rules: Language) -> list[Fact]:
    """Return what an article in that language says, in reading order."""
    taken = SpanIndex()
    amounts = [
        *_longest([*find_amounts_abroad(reading, rules), *find_money(reading)], taken),
        *_longest(find_percents(reading), taken),
    ]
    found = [
        *amounts,
        *_longest(first_ends(reading, rules, amounts), taken),
        *_longest([*find_dates_abroad(reading, rules), *find_dates(reading)], taken),
        *_longest([*find_quantities(reading), *find_measures_abroad(reading, rules)], taken),
    ]
    acronyms = find_acronyms(reading)
    names = find_names_abroad(reading, rules, taken)
    quotes = with_speakers(reading, rules, find_quotes(reading, names), names)
    facts = sorted(
        [*found, *names, *quotes, *acronym_facts(reading, acronyms), *find_links(reading)],
        key=reading_order,
    )
    return sorted([*facts, *find_claims(reading, facts)], key=reading_order)


def _longest(facts: Iterable[Fact], taken: SpanIndex) -> list[Fact]:
    """Return those of *facts* that no longer one and no taken range overlaps; take their ranges."""
    ordered = sorted(facts, key=lambda fact: (fact.start - fact.end, fact.start))
    return [fact for fact in ordered if taken.add(fact.start, fact.end)]
