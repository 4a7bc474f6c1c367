"""The sample articles open as their careful reader says they must."""

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.article.model import Article
from reader.facts import Fact, extract_facts
from reader.ingest import ingest
from reader.resources import bundled, sample_articles
from tools.expected_samples import expectation_file, render, with_places

SAMPLES = sample_articles()
CERTAIN = ("date", "time", "money", "percent", "quote", "acronym")
NAMES = {"person": 0.97, "org": 0.95, "place": 0.95}


@cache
def opened(sample: Path) -> Article:
    """Return the article that the sample is."""
    return ingest(str(sample))


@cache
def expected(sample: Path) -> dict[str, Any]:
    """Return what the sample must give."""
    body: dict[str, Any] = json.loads(expectation_file(sample).read_text(encoding="utf-8"))
    return body


@cache
def facts_of(sample: Path) -> list[Fact]:
    """Return the facts that the program finds in the sample."""
    article = opened(sample)
    published = date.fromisoformat((article.published or expected(sample)["published"])[:10])
    return extract_facts(article.text, published, article.language)


def in_each_sample(*aspects: str) -> pytest.MarkDecorator:
    """Run a test on every sample.

    Where ``gaps`` of its expectations names one of the *aspects*, the sample is known to fall
    short there, and the test has to fail, so that the gap is crossed out when it is closed.
    """
    return pytest.mark.parametrize("sample", [_with_gaps(path, aspects) for path in SAMPLES])


def _with_gaps(sample: Path, aspects: tuple[str, ...]) -> Any:
    """Return the parameter of one sample."""
    gaps = expected(sample).get("gaps", {})
    reasons = [gaps[aspect] for aspect in aspects if aspect in gaps]
    marks = [pytest.mark.xfail(strict=True, reason="; ".join(reasons))] if reasons else []
    return pytest.param(sample, id=sample.stem, marks=marks)


def instant(stamp: str) -> datetime | date:
    """Return *stamp* as a moment in UTC, or as a day when it names no hour."""
    if len(stamp) == 10:
        return date.fromisoformat(stamp)
    return datetime.fromisoformat(stamp).astimezone(UTC)


def certain(sample: Path) -> list[dict[str, Any]]:
    """Return the expected facts of the kinds that rules can be sure of."""
    return [fact for fact in expected(sample)["facts"] if fact["kind"] in CERTAIN]


def is_found(sample: Path, fact: dict[str, Any]) -> bool:
    """Tell whether the program finds the expected *fact*."""
    return any(agrees(found.as_dict(), fact) for found in facts_of(sample))


def agrees(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Tell whether *found* is the fact *wanted*, in its words, place and value."""
    names = ("kind", "start", "end", "value", "change", "speaker")
    return all(found.get(name) == wanted[name] for name in names if name in wanted)


@in_each_sample("title")
def test_a_sample_has_its_headline_and_no_other(sample: Path) -> None:
    article = opened(sample)
    assert article.title == expected(sample)["title"]
    assert article.title not in article.text


@in_each_sample("byline")
def test_a_sample_names_its_authors(sample: Path) -> None:
    assert list(opened(sample).byline) == expected(sample)["byline"]


@in_each_sample("published")
def test_a_sample_is_dated_to_the_minute_where_it_says_so(sample: Path) -> None:
    published = opened(sample).published
    assert published is not None
    assert instant(published) == instant(expected(sample)["published"])


@in_each_sample("publisher", "language")
def test_a_sample_names_its_publisher_and_language(sample: Path) -> None:
    article = opened(sample)
    assert (article.publisher, article.language) == (
        expected(sample)["publisher"],
        expected(sample)["language"],
    )


@in_each_sample("tags")
def test_a_sample_keeps_its_tags(sample: Path) -> None:
    tags = {tag.casefold() for tag in opened(sample).tags}
    assert tags == {tag.casefold() for tag in expected(sample).get("tags", [])}


@in_each_sample("headings")
def test_a_sample_has_its_own_headings_and_no_others(sample: Path) -> None:
    article = opened(sample)
    headings = [article.text[b.start : b.end] for b in article.blocks if b.kind == "heading"]
    assert headings == expected(sample)["headings"]


@in_each_sample("dropped")
def test_no_furniture_of_the_page_is_left_in_a_sample(sample: Path) -> None:
    article = opened(sample)
    assert [line for line in expected(sample)["dropped"] if line in article.text] == []


@in_each_sample("keeps")
def test_no_part_of_a_sample_is_lost(sample: Path) -> None:
    article = opened(sample)
    assert [line for line in expected(sample)["keeps"] if line not in article.text] == []


@in_each_sample()
def test_the_places_of_expected_facts_are_up_to_date(sample: Path) -> None:
    stands = expectation_file(sample).read_text(encoding="utf-8")
    assert render(with_places(expected(sample), opened(sample).text)) == stands


@in_each_sample()
def test_dates_sums_percentages_and_quotes_of_a_sample_are_found_with_their_values(
    sample: Path,
) -> None:
    missed = [fact for fact in certain(sample) if "gap" not in fact and not is_found(sample, fact)]
    assert missed == []


@in_each_sample()
def test_a_fact_that_is_known_to_be_missed_is_crossed_out_when_it_is_found(sample: Path) -> None:
    found = [fact for fact in certain(sample) if "gap" in fact and is_found(sample, fact)]
    assert found == []


@pytest.mark.parametrize("kind", NAMES)
def test_most_names_of_the_samples_are_found_for_what_they_are(kind: str) -> None:
    wanted = found = 0
    for sample in SAMPLES:
        spans = {(fact.start, fact.end) for fact in facts_of(sample) if fact.kind == kind}
        places = [
            (fact["start"], fact["end"])
            for fact in expected(sample)["facts"]
            if fact["kind"] == kind
        ]
        wanted += len(places)
        found += len(spans.intersection(places))
    assert found / wanted >= NAMES[kind]


def test_the_library_starts_with_the_tour() -> None:
    assert SAMPLES[0].name == "00-tour.md"
    assert len(SAMPLES) >= 10


def test_the_samples_are_free_to_copy() -> None:
    assert "CC0-1.0" in (bundled("sample_articles") / "LICENSE").read_text(encoding="utf-8")
