"""What leaves in a format comes back from it, in every field that the format holds."""

import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import Anchor, Claim, Link, Mark, Part
from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.export import FORMATS, Material
from reader.export.code_units import points_before
from reader.importers import find

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters="[…]"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()) and clean_text(text) == text)
PROSE = st.lists(WORDS.map(str.strip), min_size=1, max_size=3).map("\n".join)
NAMES = st.text(string.ascii_letters + "äéß漢-", min_size=1, max_size=8).map(lambda name: name)
STAMPS = st.datetimes().map(lambda at: f"{at.replace(year=2024):%Y-%m-%dT%H:%M:%S}.000Z")
ARTICLE = Article("saltby-7c41e0", "v1", "The ferry", "", url="https://news.example/ferry")
ARTICLE = replace(ARTICLE, canonical_url=ARTICLE.url, byline=("Ida Lund", "Tom Aske"))


@st.composite
def marks(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """Draw a text, and marks of all kinds on its paragraphs."""
    quotes = draw(st.lists(PROSE, min_size=1, max_size=4, unique=True))
    text = "🛳 lead\n\n" + "\n\n".join(quotes)
    made = []
    for place, quote in enumerate(quotes):
        start = text.index(f"\n\n{quote}") + 2
        kind = draw(st.sampled_from(["highlight", "claim"]))
        claim = (
            Claim(draw(st.sampled_from(CLAIM_STATUSES)), draw(WORDS)) if kind == "claim" else None
        )
        mark = Mark(
            f"01jez7r4v0q8{place}",
            ARTICLE.id,
            quote,
            kind,  # type: ignore[arg-type]  # one of the kinds
            prefix=draw(WORDS),
            start=start,
            end=start + len(quote),
            note=draw(st.just("") | PROSE),
            label=draw(st.none() | st.sampled_from(LABELS)),
            tags=tuple(draw(st.lists(NAMES, unique=True, max_size=3))),
            claim=claim,
            parts=tuple(draw(st.lists(st.builds(Part, WORDS.map(str.strip)), max_size=2))),
            links=tuple(
                draw(st.lists(st.builds(Link, st.just("https://a.example/x")), max_size=1))
            ),
            anchor=Anchor("exact", start, start + len(quote)),
            created=draw(STAMPS),
            updated=draw(STAMPS),
            more={"own": draw(st.integers())},
        )
        made.append(mark)
    return text, tuple(made)


def back(form: str, text: str, made: tuple[Mark, ...]) -> list[Any]:
    """Return the marks that come back from a format, with the article that they are on."""
    article = replace(ARTICLE, text=text)
    rendered = FORMATS[form].render([Material(article.id, article, made)])
    found = find("file", rendered.encode())
    assert found.refused == ()
    return [(one, each) for each in found.articles for one in each.marks]


@pytest.mark.parametrize("form", ["json", "jsonl", "w3c"])
@settings(max_examples=40)
@given(drawn=marks())
def test_own_formats_hold_everything(form: str, drawn: tuple[str, tuple[Mark, ...]]) -> None:
    if form == "jsonl" and len(drawn[1]) < 2:
        return
    assert tuple(one.mark for one, _ in back(form, *drawn)) == drawn[1]


HELD: dict[str, Callable[[Mark], object]] = {
    "csv": lambda mark: (
        *(mark.id, mark.article, mark.kind, mark.quote, [part.quote for part in mark.parts]),
        *(mark.note, mark.label, mark.tags, mark.created, mark.updated),
        mark.claim and (mark.claim.status, mark.claim.verdict),
    ),
    "hypothesis": lambda mark: (
        *(mark.id, mark.quote, mark.prefix, mark.suffix),
        *(mark.note, mark.tags, mark.created, mark.updated),
    ),
    "readwise-csv": lambda mark: (
        *(mark.quote, [part.quote for part in mark.parts], mark.note, mark.tags, mark.created),
    ),
    "clippings": lambda mark: (mark.quote, mark.note, mark.created),
}
"""What each format holds of a mark."""


@pytest.mark.parametrize("form", HELD)
@settings(max_examples=40)
@given(drawn=marks())
def test_what_another_programs_format_holds_comes_back(
    form: str, drawn: tuple[str, tuple[Mark, ...]]
) -> None:
    text, made = drawn
    if form == "clippings":
        made = tuple(replace(mark, parts=()) for mark in made)
    if form == "readwise-csv":  # a note that starts like a tag is one there
        made = tuple(replace(mark, note=mark.note.lstrip(". ")) for mark in made)
    found = back(form, text, made)
    assert [HELD[form](one.mark) for one, _ in found] == [HELD[form](mark) for mark in made]


@settings(max_examples=40)
@given(drawn=marks())
def test_offsets_in_code_units_come_back_to_the_same_characters(
    drawn: tuple[str, tuple[Mark, ...]],
) -> None:
    text, made = drawn
    for (one, about), mark in zip(back("hypothesis", text, made), made, strict=True):
        assert points_before(text, one.mark.start) == mark.start
        assert points_before(text, one.mark.end) == mark.end
        assert about.url == ARTICLE.url


@pytest.mark.parametrize("form", ["readwise-csv", "clippings"])
@settings(max_examples=40)
@given(drawn=marks())
def test_titles_and_authors_come_back(form: str, drawn: tuple[str, tuple[Mark, ...]]) -> None:
    for _, about in back(form, *drawn):
        assert (about.title, about.byline) == (ARTICLE.title, ARTICLE.byline)


def test_an_article_as_this_program_prints_it_comes_back_whole() -> None:
    import json

    from tests.export.stories import ferry

    found = find("file", json.dumps(ferry().as_dict()).encode())
    assert [one.whole for one in found.articles] == [ferry()]
