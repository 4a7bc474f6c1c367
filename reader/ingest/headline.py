"""The headline of a scrape: above the text, or in a breadcrumb that repeats it elsewhere."""

import math
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.ingest.scrape.context import Odds
from reader.ingest.scrape.lines import Line

_WORD = re.compile(r"[^\W_]{3,}")
_LEAD = 3_000
_MOST_WORDS = 30
_LEAST_WORDS_BELOW = 6
_LEAST_WORDS_ABOVE = 3
_MOST_CANDIDATES = 400
_PASS = -1.5
"""The score from which the best candidate is the headline: one chance in five."""

_SURE = 0.5
"""The score from which it is no use to look for a breadcrumb below the text."""

_PARTS = re.compile(r"\s+[|›»>–—-]\s+|\s*[|›»]\s*|\s+/{1,2}\s+|\s*/{2}\s*")
_SECTIONS = frozenset(
    re.findall(
        r"\w+",
        """news home homepage world india us uk usa europe asia africa america australia china
        nation national international politics political business economy markets money
        finance technology tech science health sports sport cricket football entertainment
        culture arts lifestyle life style travel food opinion opinions editorial education
        cities city local states state latest top stories story live blog video videos
        photos environment climate weather breaking trending explained explainers features
        auto elections election crime law""",
    )
)

_WEIGHTS: Mapping[str, float] = {
    "always": -5.095,
    "distance": -1.18,
    "next to the text": -0.9323,
    "few words": -2.45,
    "some words": -0.8155,
    "many words": -3.435,
    "log words": 0.6461,
    "shared": 0.8977,
    "share": 2.523,
    "copies": 0.3672,
    "capitals": 0.6001,
    "all capitals": -0.3744,
    "ends sentence": -1.832,
    "question": 0.285,
    "ends open": -4.328,
    "furniture": -5.54,
    "dated": -3.954,
    "byline": -4.009,
    "person": -0.8965,
    "parted": -1.36,
    "bullet": -5.616,
    "heading": -0.1249,
    "kept": -0.4224,
    "shares most": 1.041,
    "above a date or byline": 1.791,
    "below a date or byline": 1.058,
    "first line": 0.5945,
}
"""How much each number speaks for a line above the text being the headline.

Fitted by logistic regression on the lines above the text of 1,424 scrapes of public web pages,
labelled by their own markup. Nothing of those pages is in here but these numbers.
"""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that was found."""

    text: str
    line: int
    """The line it stands in."""

    whole: bool
    """Whether the line says nothing else."""


def find_headline(
    lines: Sequence[Line],
    odds: Sequence[Odds],
    body: Sequence[int],
    taken: Container[int] = (),
) -> Headline | None:
    """Return the headline among *lines*, None when no line is likely to be one.

    Args:
        lines: the lines of the scrape.
        odds: what each of them is likely to be.
        body: the indices of the running paragraphs that are kept, in order.
        taken: the indices of lines that are known to be something else.
    """
    if not body:
        return None
    scored = [
        (sum(_WEIGHTS[name] * value for name, value in numbers.items()), -index)
        for index, numbers in candidates(lines, odds, body)
        if index not in taken
    ]
    score, place = max(scored, default=(-math.inf, 0))
    below = _from_breadcrumb(lines, body) if score < _SURE else None
    if below is not None or score < _PASS:
        return below
    return Headline(_without_publisher(lines[-place].text, lines), -place, True)


def line_above(
    lines: Sequence[Line], body: Sequence[int], taken: Container[int]
) -> Headline | None:
    """Return the line above the text, labels and buttons apart, if it may be a headline.

    For texts in languages that the weights were not made on.
    """
    above = [index for index in range(body[0] if body else 0) if index not in taken]
    if not above:
        return None
    line = lines[above[-1]]
    words = len(line.text.split())
    spaced = _LEAST_WORDS_ABOVE <= words <= _MOST_WORDS
    if line.ends_sentence or line.ends_open or not (spaced or (words == 1 and line.words > 1)):
        return None
    return Headline(line.text, above[-1], True)


def candidates(
    lines: Sequence[Line], odds: Sequence[Odds], body: Sequence[int]
) -> Iterator[tuple[int, Mapping[str, float]]]:
    """Yield the lines above the text that could be its headline, with what speaks for each."""
    first = body[0]
    lead = _lead_words(lines, body)
    start = max(0, first - _MOST_CANDIDATES)
    shared = {i: _shared(lines[i].text, lead) for i in range(start, first)}
    most = max(shared.values(), default=0)
    for index in range(start, first):
        line = lines[index]
        if 1 <= line.words <= _MOST_WORDS and not _is_menu(line.text):
            numbers = _numbers(line, odds[index], first - index, shared[index])
            numbers["shares most"] = bool(most) and shared[index] == most
            numbers["above a date or byline"] = _is_about(lines[index + 1])
            numbers["below a date or byline"] = index > 0 and _is_about(lines[index - 1])
            numbers["first line"] = index == 0
            yield index, numbers


def _is_menu(text: str) -> bool:
    """Tell whether *text* lists sections of a site."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return sum(word in _SECTIONS for word in words) > len(words) / 2


def _numbers(line: Line, odds: Odds, distance: int, shared: int) -> dict[str, float]:
    """Return what a line says by itself and by its distance from the text."""
    words = len(_WORD.findall(line.text)) or 1
    return {
        "always": 1.0,
        "distance": math.log(distance),
        "next to the text": distance == 1,
        "few words": line.words <= 2,
        "some words": line.words in (3, 4),
        "many words": line.words > 18,
        "log words": math.log1p(line.words),
        "shared": math.log1p(shared),
        "share": min(1.0, shared / words),
        "copies": line.copies > 1,
        "capitals": line.capitals,
        "all capitals": line.all_capitals,
        "ends sentence": line.ends_sentence and not line.question,
        "question": line.question,
        "ends open": line.ends_open,
        "furniture": min(1.0, sum(line.furniture)),
        "dated": line.dated,
        "byline": line.byline,
        "person": line.person,
        "parted": line.parted,
        "bullet": line.bullet,
        "heading": math.log(odds.heading + 0.01),
        "kept": math.log(odds.kept + 0.01),
    }


def _is_about(line: Line) -> bool:
    """Tell whether *line* says when or by whom the text was written."""
    return line.words <= 15 and (line.dated or line.byline)


def _lead_words(lines: Sequence[Line], body: Sequence[int]) -> frozenset[str]:
    """Return the words of the beginning of the text."""
    lead = ""
    for index in body:
        if len(lead) > _LEAD:
            break
        lead += " " + lines[index].text
    return frozenset(word.casefold() for word in _WORD.findall(lead))


def _shared(text: str, lead: frozenset[str]) -> int:
    """Return how many words of *text*, small ones apart, stand in the *lead* too."""
    words = {word.casefold() for word in _WORD.findall(text) if len(word) > 3}
    return len(words & lead)


def _without_publisher(text: str, lines: Sequence[Line]) -> str:
    """Return a headline without the site's name after a bar, which other lines say alone."""
    head, sign, tail = text.rpartition(" | ")
    if not sign:
        head, sign, tail = text.rpartition(" - ")
    if head and len(tail.split()) <= 4 and len(head.split()) >= 3:
        alone = tail.casefold()
        if sign == " | " or any(line.text.casefold() == alone for line in lines):
            return head.strip()
    return text


def _from_breadcrumb(lines: Sequence[Line], body: Sequence[int]) -> Headline | None:
    """Return the headline from a line after the text that names sections and then repeats it."""
    lead = _lead_words(lines, body)
    for index in range(body[-1] + 1, len(lines)):
        line = lines[index]
        if line.ends_sentence or not _LEAST_WORDS_BELOW <= line.words <= 2 * _MOST_WORDS:
            continue
        text = _without_sections(line.text)
        words = [word for word in _WORD.findall(text) if len(word) > 3]
        if text != line.text and len(words) >= 4 and _shared(text, lead) >= len(words) / 2:
            return Headline(text, index, False)
    return None


def _without_sections(text: str) -> str:
    """Return *text* without the names of sections that it opens with."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) > 1 and all(_is_crumb(part) for part in parts[:-1]):
        text = parts[-1]
    words = text.split()
    opening = 0
    while opening < len(words) and words[opening].strip(":›»>").casefold() in _SECTIONS:
        opening += 1
    return " ".join(words[opening:]) if opening < len(words) else text


def _is_crumb(part: str) -> bool:
    """Tell whether *part* of a line may be the name of a site or of a section."""
    return part.casefold() in _SECTIONS or (len(part.split()) <= 3 and part[:1].isupper())
