"""What a scrape says of itself: what its lines state, and what is guessed where they are silent."""

from dataclasses import replace

from reader.ingest.headline import Headline
from reader.ingest.labels import Dateline, Stated, dateline_of
from reader.ingest.parsed import Parsed
from reader.ingest.publisher import publisher_of
from reader.ingest.scrape.languages import language_of_script

_OPENING = 3
"""How many paragraphs may be the one with the dateline: a standfirst may stand above it."""


def with_metadata(parsed: Parsed, headline: Headline | None, stated: Stated) -> Parsed:
    """Return *parsed*, whose text is settled, with its headline, publisher, dates and language.

    Args:
        parsed: the text, what was left out of it, and what needs no weighing.
        headline: the headline that was found, if any.
        stated: what labels state.
    """
    guessed = dict(stated.guessed)
    if parsed.summary:
        guessed["summary"] = "the first paragraph, which stands apart from the others"
    opening = [draft.text for draft in parsed.drafts if draft.kind == "paragraph"][:_OPENING]
    dateline = next(filter(None, map(dateline_of, opening)), None)
    return replace(
        parsed,
        title=_title(headline, guessed),
        publisher=stated.publisher or _publisher(parsed, dateline, guessed),
        dateline=stated.dateline or (dateline.place if dateline else None),
        published=stated.published or _published(stated, dateline, guessed),
        language=_language(parsed.language, " ".join(opening), guessed),
        guessed=guessed,
    )


def _title(headline: Headline | None, guessed: dict[str, str]) -> str:
    """Return the headline, and note where it was found."""
    if headline is None:
        return ""
    guessed["title"] = (
        "the line above the text that reads most like a headline"
        if headline.whole
        else "a line after the text that names sections and then repeats it"
    )
    return headline.text


def _publisher(parsed: Parsed, dateline: Dateline | None, guessed: dict[str, str]) -> str | None:
    """Return whom the lines around the text name most, else the agency, and note which."""
    vote = publisher_of(piece.text for piece in parsed.dropped)
    if vote is not None:
        name, count = vote
        lines = "1 line around the text names it"
        guessed["publisher"] = lines if count == 1 else f"{count} lines around the text name it"
        return name
    if dateline is not None and dateline.agency:
        guessed["publisher"] = "the agency of its dateline"
        return dateline.agency
    return None


def _published(stated: Stated, dateline: Dateline | None, guessed: dict[str, str]) -> str | None:
    """Return the day of the dateline, else of the update, and note that it is that."""
    if dateline is not None and dateline.day is not None:
        guessed["published"] = "the day of its dateline"
        return dateline.day
    if stated.modified is not None:
        guessed["published"] = "the page only says when it was updated"
    return stated.modified


def _language(known: str | None, opening: str, guessed: dict[str, str]) -> str | None:
    """Return the language, and note what gave it away."""
    language = known or language_of_script(opening)
    if language is not None:
        guessed["language"] = "its small words" if known else "its script"
    return language
