"""Puts a scrape together: its text, its headings, what it says of itself, and what was left out."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.ingest.boilerplate import is_aside, is_notice
from reader.ingest.headline import Headline, find_headline, line_above
from reader.ingest.labels import read_labels
from reader.ingest.parsed import Parsed
from reader.ingest.publisher import publisher_of
from reader.ingest.scrape.forwarded import forwarded
from reader.ingest.scrape.labelling import Role, look_at, odds_of, roles_of
from reader.ingest.scrape.languages import language_of_lines
from reader.ingest.scrape.lines import Line
from reader.ingest.scrape.metadata import with_metadata
from reader.ingest.scrape.standfirst import standfirst_of
from reader.ingest.scrape.tidy import Source, tidy
from reader.ingest.scrape.unlabelled import take_dates, take_name

_BULLET = re.compile(r"[-•*·●▪–‣◦]\s+(?=\S)")
_CRUMBS = re.compile(r"\S\s*(?:[|›»>/]|::)\s+\S")
_HEADING_LEVEL = 2
_MOST_TITLE_WORDS = 12


def read_scrape(text: str) -> Parsed:
    """Return the article in the scrape *text*."""
    sources = tidy(text)
    if not sources:
        return Parsed("", ())
    texts = [source.text for source in sources]
    language = language_of_lines(texts)
    lines = look_at(texts, language)
    if any(line.is_paragraph for line in lines):
        parsed = _read_prose(sources, lines, language)
        if parsed.drafts:
            return parsed
    return _read_verse(sources)


def _read_prose(sources: Sequence[Source], lines: Sequence[Line], language: str | None) -> Parsed:
    """Return the article of a scrape that has running text."""
    texts = [source.text for source in sources]
    odds = odds_of(lines)
    roles = roles_of(lines, odds, language)
    out = forwarded(texts)
    stated = read_labels(texts, language, out)
    out |= {index: "boilerplate" for index, text in enumerate(texts) if is_notice(text)}
    out |= stated.lines
    body = [i for i, line in enumerate(lines) if roles[i] == "body" and line.is_paragraph]
    body = [i for i in body if i not in out]
    headline = find_headline(lines, odds, body, out)
    if headline is None and language != "en":
        headline = line_above(lines, body, out)
        out |= _menu_above(headline, lines) if out else {}
    headline = headline or _first_heading(roles, lines, out)
    out |= _repeats(headline, lines)
    out |= take_dates(stated, lines, body, out)
    out |= take_name(stated, lines, body, out)
    out |= _furniture(texts, roles, out)
    drafts, dropped = _parted(texts, roles, out)
    parsed = Parsed(
        "",
        tuple(drafts),
        tuple(dropped),
        byline=stated.byline,
        modified=stated.modified,
        tags=stated.tags,
        summary=standfirst_of(sources, lines, body),
        language=language,
    )
    return with_metadata(parsed, headline, stated)


def _furniture(
    texts: Sequence[str], roles: Sequence[Role], out: Mapping[int, str]
) -> dict[int, str]:
    """Return the lines that are no text by their role, and the asides in the text."""
    others = {index for index, role in enumerate(roles) if role == "other"}
    named = publisher_of(texts[index] for index in sorted(others.union(out)))
    publisher = named[0] if named else None
    others.update(index for index, text in enumerate(texts) if is_aside(text, publisher))
    return dict.fromkeys(sorted(others.difference(out)), "boilerplate")


def _parted(
    texts: Sequence[str], roles: Sequence[Role], out: Mapping[int, str]
) -> tuple[list[BlockDraft], list[Dropped]]:
    """Return the blocks that the lines make, and those that are left *out*, with why."""
    drafts: list[BlockDraft] = []
    dropped: list[Dropped] = []
    for index, text in enumerate(texts):
        if index in out:
            dropped.append(Dropped(text, out[index], len(drafts)))
        else:
            drafts.append(_draft(text, roles[index] == "heading"))
    return drafts, dropped


def _draft(text: str, heading: bool) -> BlockDraft:
    """Return one line of the text as a block."""
    if heading:
        return BlockDraft("heading", text, level=_HEADING_LEVEL)
    bullet = _BULLET.match(text)
    if bullet:
        return BlockDraft("list_item", text[bullet.end() :], level=1)
    return BlockDraft("paragraph", text)


def _menu_above(headline: Headline | None, lines: Sequence[Line]) -> dict[int, str]:
    """Return the short lines above a headline, on a page that is known to have furniture."""
    above = range(headline.line if headline else 0)
    return {index: "boilerplate" for index in above if not lines[index].is_paragraph}


def _first_heading(
    roles: Sequence[Role], lines: Sequence[Line], out: Mapping[int, str]
) -> Headline | None:
    """Return the heading that the text opens with, None when it opens with something else."""
    kept = (index for index, role in enumerate(roles) if role != "other" and index not in out)
    first = next(kept, None)
    if first is None or roles[first] != "heading":
        return None
    return Headline(lines[first].text, first, True)


def _repeats(headline: Headline | None, lines: Sequence[Line]) -> dict[int, str]:
    """Return the lines that say only the headline."""
    if headline is None:
        return {}
    title = headline.text.casefold()
    whole = lines[headline.line].text.casefold()
    found = {
        index: "title"
        for index, text in enumerate(line.text.casefold() for line in lines)
        if text in (title, whole) or (text.endswith(title) and _CRUMBS.search(text))
    }
    return {**found, headline.line: "title"}


def _read_verse(sources: Sequence[Source]) -> Parsed:
    """Return a text without running paragraphs - verse, a list, a notice - with every line kept.

    Lines that no empty line parts stay together, as the stanza that they are.
    """
    groups = list(_stanzas(sources))
    title, guessed = "", {}
    if len(groups) > 1 and _is_title(groups[0], groups[1]):
        title = groups.pop(0)[0]
        guessed = {"title": "the line above the text, which stands apart"}
    dropped = (Dropped(title, "title", 0),) if title else ()
    drafts = tuple(draft for group in groups for draft in _stanza(group))
    return Parsed(title, drafts, dropped, guessed=guessed)


def _is_title(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether the *first* lines are a title: one, open at its end, above more or a list."""
    if len(first) > 1 or len(first[0].split()) > _MOST_TITLE_WORDS or _BULLET.match(first[0]):
        return False
    return first[0][-1] not in ".,;:!?…—" and (len(second) > 1 or bool(_BULLET.match(second[0])))


def _stanzas(sources: Sequence[Source]) -> Iterator[list[str]]:
    """Yield the lines between empty lines; where there are none of these, line by line."""
    parted = any(source.after_blank for source in sources[1:])
    group: list[str] = []
    for source in sources:
        if group and (source.after_blank or not parted):
            yield group
            group = []
        group.append(source.text)
    yield group


def _stanza(group: Sequence[str]) -> Iterator[BlockDraft]:
    """Yield the blocks of lines that stand together."""
    if any(_BULLET.match(text) for text in group):
        for text in group:
            yield _draft(text, heading=False)
    else:
        yield BlockDraft("paragraph", "\n".join(group))
