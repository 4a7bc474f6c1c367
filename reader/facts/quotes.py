"""Finds quotations, who said each, and the word that says so."""

from collections.abc import Iterator, Sequence

from reader.facts.model import Fact
from reader.facts.quote_marks import Quotation, find_quotations
from reader.facts.quote_speakers import Attribution, Scene, Subject, attribute, resolve
from reader.facts.quoted_titles import is_title
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex

_LONG = 5
"""A quotation of more words is speech; a shorter one may be a turn of phrase."""

_FARTHEST = 400.0


def find_quotes(reading: Reading, names: list[Fact], titles: Sequence[Fact] = ()) -> list[Fact]:
    """Return the quotations in reading order, each with its speaker where one can be told.

    Args:
        reading: the article.
        names: the people and organisations in it.
        titles: the works in it whose titles stand between quotation marks.
    """
    quotations = find_quotations(reading.text, reading.flat)
    if reading.english:
        named = SpanIndex((title.start, title.end) for title in titles)
        quotations = [
            one
            for one in quotations
            if not (named.overlaps(one.start, one.end) or is_title(reading.flat, one))
        ]
    if not quotations:
        return []
    if not reading.english:
        return [_fact(reading, quotation, None, None) for quotation in quotations]
    scene = Scene(reading, quotations, names)
    speakers = _speakers(scene, quotations)
    return [
        _fact(reading, quotation, speaker, resolve(scene, speaker.subject) if speaker else None)
        for quotation, speaker in zip(quotations, speakers, strict=True)
    ]


def _speakers(scene: Scene, quotations: list[Quotation]) -> list[Attribution | None]:
    """Return the attribution of each quotation; those without words of their own inherit one."""
    found: list[Attribution | None] = []
    waiting: list[int] = []
    last: Attribution | None = None
    for at, quotation in enumerate(quotations):
        told = attribute(scene, quotation)
        new_paragraph = (
            at == 0 or "\n" in scene.reading.flat[quotations[at - 1].end : quotation.start]
        )
        if told is None:
            told = _inherited(scene, quotation, last, new_paragraph=new_paragraph)
        if new_paragraph:
            waiting = []
        found.append(told)
        if told is None:
            waiting.append(at)
            continue
        for earlier in waiting:
            found[earlier] = told
        waiting, last = [], told
    return found


def _inherited(
    scene: Scene, quotation: Quotation, last: Attribution | None, *, new_paragraph: bool
) -> Attribution | None:
    """Return who says a quotation without a verb: who spoke last, or the sentence's subject."""
    if last and not new_paragraph:
        return Attribution(last.subject, None, _FARTHEST)
    start, _ = scene.reading.sentence_at(quotation.start)
    ahead = [
        subject
        for subject in scene.subjects_in(start, quotation.start)
        if scene.reading.flat[subject.start : subject.end].lower() != "it"
    ]
    if ahead:
        return Attribution(_first_named(ahead), None, _FARTHEST)
    words = scene.reading.flat[quotation.inside_start : quotation.inside_end].split()
    if last and len(words) > _LONG and _opens_paragraph(scene, quotation):
        return Attribution(last.subject, None, _FARTHEST)
    return None


def _first_named(subjects: list[Subject]) -> Subject:
    """Return the first of *subjects* that has a name, else the first."""
    return next((subject for subject in subjects if subject.name), subjects[0])


def _opens_paragraph(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether nothing stands before the quotation in its paragraph."""
    before = scene.reading.flat[max(0, quotation.start - 2) : quotation.start]
    return quotation.start == 0 or before.endswith("\n")


def _fact(
    reading: Reading, quotation: Quotation, told: Attribution | None, speaker: str | None
) -> Fact:
    """Return the fact of a quotation."""
    words = reading.text[quotation.inside_start : quotation.inside_end].strip()
    certain = told is not None and told.cost < _FARTHEST
    return reading.fact(
        "quote",
        quotation.start,
        quotation.end,
        words,
        *_evidence(quotation, told),
        entity=f"quote:{speaker.lower()}" if speaker else None,
        confidence=0.9 if certain else 0.6,
        speaker=speaker,
        speaker_start=told.subject.start if told else None,
        speaker_end=told.subject.end if told else None,
        cue=told.cue if told else None,
        direct=certain or len(words.split()) > _LONG,
    )


def _evidence(quotation: Quotation, told: Attribution | None) -> Iterator[str]:
    """Yield the rules that found a quotation and its speaker."""
    yield "quote.marks" if quotation.closed else "quote.unclosed"
    if told:
        yield "quote.cue" if told.cue else "quote.context"
