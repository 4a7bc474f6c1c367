"""Which sentences are worth checking."""

import pytest

from reader.facts import Fact, extract_facts
from reader.facts.claims import LEAST_SCORE
from reader.facts.model import WORTH_CHECKING


def claims(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(text) if fact.kind == "claim"]


def score(sentence: str) -> float:
    found = claims(sentence)
    return float(found[0].details["score"]) if found else 0.0


def test_a_sentence_with_figures_is_worth_checking() -> None:
    [claim] = claims("Exports to Norway fell by 8.5 per cent to $6.3 billion in October.")
    assert claim.details["score"] >= WORTH_CHECKING
    assert claim.details["reasons"][0] == "figures"
    assert claim.value == claim.text


def test_opinions_questions_and_plans_score_less_than_assertions() -> None:
    assertion = score("Unemployment in Norway has doubled since 2019.")
    assert assertion > score("I think unemployment in Norway is too high.")
    assert assertion > score("Will unemployment in Norway double again?")
    assert assertion > score("We should talk about Norway and its people.")


def test_reasons_name_forecasts_causes_and_comparisons() -> None:
    [claim] = claims("Lund said prices will rise by 5% because costs are higher than in 2019.")
    assert {"attribution", "forecast", "causal", "comparison"} <= set(claim.details["reasons"])


def test_every_score_is_between_the_least_and_one() -> None:
    text = "It fell. Prices rose 5%. I hope so, and you know it. Ada Lund paid $5 in Oslo in 2019."
    assert all(LEAST_SCORE <= claim.details["score"] <= 1 for claim in claims(text))


def test_fragments_are_no_claims() -> None:
    assert claims("View comments\n\nPrices rose 5%.") == []


@pytest.mark.parametrize(
    "line",
    [
        "By Tobias Ekwueme · 12 May 2026",
        "By Ada Lund and Piet Koh in Oslo, 12 May 2026, 9.30 am",
        "Words by Ada Lund | 12 May 2026",
        "Last updated 12 May 2026 at 09:30 GMT",
    ],
)
def test_who_wrote_an_article_and_when_is_no_claim(line: str) -> None:
    text = f"{line}\n\nBy May 2026 the port of Oslo had lost 12 ships."
    [claim] = [fact for fact in extract_facts(text) if fact.kind == "claim"]
    assert claim.text.startswith("By May")


@pytest.mark.parametrize(
    "line",
    [
        "2. Follow a fact to its source",
        "Power: 31,000 homes, and no promises",
        "What the 14 islands want from Oslo",
        "Harbour of Oslo\t€2.3bn\t+2%\t€48m",
        "Oslo fire service, 20:14 on Monday",
    ],
)
def test_a_heading_or_a_row_of_a_table_is_no_claim(line: str) -> None:
    text = f"{line}\n\nThe harbour of Oslo lost 12 ships in May."
    assert [claim.text for claim in claims(text)] == ["The harbour of Oslo lost 12 ships in May."]


def test_a_line_without_a_full_stop_is_a_claim_when_something_happens_in_it() -> None:
    assert score("Exports of Norway fell 5% in March") >= WORTH_CHECKING


@pytest.mark.parametrize("lead", ["- ", "• ", "3. ", "b) ", "18:42 ", "6.30pm: "])
def test_what_marks_an_item_is_no_part_of_its_claim(lead: str) -> None:
    plain = "The harbour of Oslo lost its ships."
    [claim] = claims(lead + plain)
    assert claim.text == plain
    assert claim.details["score"] == score(plain)


def test_a_claim_leads_to_its_figures_and_names() -> None:
    text = "It rained. Ada Lund paid $5 million for 12 ships in Oslo in May."
    claim = next(claim for claim in claims(text) if "Lund" in claim.text)
    assert [text[start:end] for start, end in claim.details["figures"]] == [
        "$5 million",
        "12 ships",
    ]
    assert [text[start:end] for start, end in claim.details["names"]] == ["Ada Lund", "Oslo"]


@pytest.mark.parametrize(
    "line",
    [
        "2. Follow a fact",
        "3. Follow 2 facts to where they stand",
        "Press c to mark 2 claims.",
        "Click “Facts” to see 3 of them.",
        "Add the 200 grams of flour and stir for two minutes.",
    ],
)
def test_what_tells_the_reader_what_to_do_is_no_claim(line: str) -> None:
    assert claims(line) == []


@pytest.mark.parametrize(
    "line", ["Press freedom fell in 12 countries.", "Call centres cut 200 jobs in Oslo."]
)
def test_a_noun_that_sounds_like_an_order_is_the_subject_of_a_claim(line: str) -> None:
    assert [claim.text for claim in claims(line)] == [line]
