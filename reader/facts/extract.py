"""All the rules, in the order in which they rely on each other."""

from datetime import date

from reader.facts.abroad import extract_abroad
from reader.facts.acronyms import acronym_facts, find_acronyms
from reader.facts.claims import find_claims
from reader.facts.counts import find_counts
from reader.facts.currencies_told import of_the_land
from reader.facts.dates import find_dates
from reader.facts.disagreements import with_disagreements
from reader.facts.links import find_links
from reader.facts.model import Fact, reading_order
from reader.facts.money import find_money
from reader.facts.names import find_names
from reader.facts.percents import find_percents
from reader.facts.quantities import find_quantities
from reader.facts.quoted_titles import find_titles
from reader.facts.quotes import find_quotes
from reader.facts.reading import read
from reader.facts.spanindex import SpanIndex


def extract_facts(
    text: str, published: date | None = None, language: str | None = None
) -> list[Fact]:
    """Return what *text* says, in reading order.

    Args:
        text: the plain text of an article; paragraphs end at blank lines.
        published: the day it was published, from which "Thursday" is told.
        language: its language, as in ``en-GB``. In other languages only what needs no English is
            found. Without it the script decides.
    """
    reading = read(text, published, language)
    if reading.language:
        return extract_abroad(reading, reading.language)
    amounts = [*of_the_land(reading, find_money(reading)), *find_percents(reading)]
    taken = SpanIndex((fact.start, fact.end) for fact in amounts)
    dates = [fact for fact in find_dates(reading) if taken.add(fact.start, fact.end)]
    quantities = [fact for fact in find_quantities(reading) if taken.add(fact.start, fact.end)]
    titles = [title for title in find_titles(reading) if taken.add(title.start, title.end)]
    acronyms = find_acronyms(reading)
    names = find_names(reading, acronyms, taken)
    counts = [fact for fact in find_counts(reading) if not taken.overlaps(fact.start, fact.end)]
    quotes = find_quotes(reading, names, titles)
    facts = [*amounts, *dates, *quantities, *counts, *titles, *names, *quotes]
    facts += [*acronym_facts(reading, acronyms), *find_links(reading)]
    facts.sort(key=reading_order)
    claims = with_disagreements(reading, facts, find_claims(reading, facts))
    return sorted([*facts, *claims], key=reading_order)
