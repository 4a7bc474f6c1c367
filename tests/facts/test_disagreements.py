"""Where an article contradicts itself, and where two figures only seem to."""

from datetime import date

import pytest

from reader.facts import Fact, extract_facts
from reader.facts.model import WORTH_CHECKING

PUBLISHED = date(2026, 3, 12)

CONTRADICTIONS = [
    (
        "A bomb killed 12 people at a market in Rawdah on Sunday. The 14 dead were all traders,"
        " the governor said.",
        ("12", "14"),
    ),
    (
        "At least 40 miners were injured in the blast. Hospitals said 31 miners were injured.",
        ("40", "31"),
    ),
    (
        "A landslide left 63 dead in Luri on Monday. The governor of Luri said the 61 dead would be"
        " buried on Friday.",
        ("63", "61"),
    ),
    (
        "The death toll from the landslide is 63. The mayor said 61 people were killed.",
        ("63", "61"),
    ),
    ("The landslide claimed 63 lives. Flags flew for all 61 dead.", ("63", "61")),
    ("Up to 61 people died in the landslide. The landslide killed 63 people.", ("61", "63")),
    (
        "Fourteen people were injured. Doctors treated the 17 injured in a school.",
        ("Fourteen", "17"),
    ),
    ("The ferry sank, killing 118 people. The death toll stands at 112, officials say.", None),
    ("Police arrested 30 people at the port. All 34 arrested were released.", ("30", "34")),
    ("Rescuers said 8 were missing. The nine missing are all fishermen.", ("8", "nine")),
    ("The fire displaced 400 people. A school took in the 450 displaced.", ("400", "450")),
    (
        "Halden Shipping said its revenue was $3.4 million. Revenue of Halden Shipping reached"
        " $4.3 million, the filing shows.",
        None,
    ),
    (
        "The turnout was 61 per cent, the commission said. The commission says that turnout was"
        " 71 per cent.",
        ("61 per cent", "71 per cent"),
    ),
    (
        "The yard has 120 welders and a canteen. On Monday the 150 welders walked out.",
        ("120 welders", "150 welders"),
    ),
    (
        "The quake had a magnitude of 6.4 and killed 43 people. The 47 dead were buried.",
        ("43", "47"),
    ),
    ("Nine soldiers were killed in the raid. A chaplain named the 11 killed.", None),
]
"""Texts, and the two figures that cannot both be right; None where the rules may miss them."""

HARMLESS = [
    "A bomb killed 12 people. The death toll has risen to 14, the governor said.",
    "At least 12 people were killed. The 14 dead were all traders.",
    "About 300 people were injured. Doctors treated 310 injured.",
    "In 2011 a landslide left 61 dead. A landslide left 63 dead there.",
    "A landslide left 63 dead. A wall names the 61 dead of the landslide of 2011.",
    "The landslide left 63 dead. Of the 63 dead, 61 were buried.",
    "The landslide left 63 dead. The other 61 dead lay in Moss.",
    "Up to 50 people are missing. The 38 missing are fishermen.",
    "A bomb killed 12 people, including three children. Three children were killed.",
    "In 2018 a ferry sank, killing 167 people. A ferry caught fire on Monday, killing 5 people.",
    "A bomb killed 12 people in Oslo. A bomb killed 14 people in Bergen.",
    "A bomb killed 12 people on Monday. A bomb killed 14 people on Tuesday.",
    "The raid killed 12 militants. The raid killed 3 civilians.",
    "Earlier the ministry said 12 people were killed. The ministry says 14 people were killed.",
    "Another 4 people were killed. A bomb killed 12 people.",
    "The ministry said 12 people were killed. The rebels claimed 40 people were killed.",
    "A bomb killed 12 people, wounded 30 and left 4 missing. A shell killed 12 people.",
    "Police arrested 30 people. They detained 12 people, then arrested 5 people.",
    "Halden's revenue was $3 million. Moss's revenue was $4 million.",
    "Revenue was $3 million in 2024. Revenue was $4 million in 2025.",
    "Revenue was $3 million. Profit was $1 million.",
    "The deficit was $51 billion. The deficit would be $38 billion.",
    "The yard has 150 welders. The 120 welders from Moss walked out.",
    "There were 12 ships in the bay. There are 14 ships in the harbour.",
    "The 12 ships left. The 14 ships stayed. The 16 ships sank.",
    "Two men were arrested. Three men were killed.",
    "He killed 2 birds with one stone. Six people were killed.",
    "Prices rose 5%. Prices rose 6%.",
]


def denied(text: str) -> list[Fact]:
    return [
        fact
        for fact in extract_facts(text, PUBLISHED, "en")
        if "disagrees" in fact.details.get("reasons", ())
    ]


def figure(text: str, claim: Fact, field: str) -> str:
    start, end = claim.details[field]
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "figures"), [(text, pair) for text, pair in CONTRADICTIONS if pair is not None]
)
def test_two_figures_for_one_thing_are_told(text: str, figures: tuple[str, str]) -> None:
    first, second = denied(text)
    assert (figure(text, first, "disagreeing"), figure(text, second, "disagreeing")) == figures
    assert figure(text, first, "disagrees_with") == figures[1]
    assert figure(text, second, "disagrees_with") == figures[0]


def test_most_contradictions_are_found() -> None:
    found = sum(bool(denied(text)) for text, _ in CONTRADICTIONS)
    assert found >= len(CONTRADICTIONS) - 2


@pytest.mark.parametrize("text", HARMLESS)
def test_figures_that_can_both_be_right_are_not_told(text: str) -> None:
    assert denied(text) == []


def test_a_claim_that_the_article_denies_is_worth_a_check() -> None:
    for claim in denied(CONTRADICTIONS[0][0]):
        assert claim.details["score"] >= WORTH_CHECKING
        assert "claim.disagrees" in claim.evidence


def test_a_long_text_of_tolls_is_read_in_one_pass() -> None:
    text = "\n\n".join(
        f"A bomb killed {n} people in town {n}. The {n + 1} dead." for n in range(2000)
    )
    assert denied(text) == []
