"""Quotations and who said them."""

import pytest

from reader.facts import Fact, extract_facts

PEOPLE = "Ada Lund and Piet Koh met in Oslo.\n\n"


def quotes(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(text) if fact.kind == "quote"]


@pytest.mark.parametrize(
    "text",
    ["He said “it rains” today.", 'He said "it rains" today.', 'He said “it rains" today.',
     "He said ``it rains'' today.", "He said «it rains» today.", "He said ‘it rains’ today."],
)  # fmt: skip
def test_marks_pair_even_when_they_are_mixed(text: str) -> None:
    [quote] = quotes(text)
    assert quote.value == "it rains"
    assert len(quote.text) - len("it rains") in {2, 4}


def test_marks_of_other_languages_are_known() -> None:
    assert [quote.value for quote in quotes("„Es regnet“, sagte er. 他说：「下雨了」。")] == [
        "Es regnet",
        "下雨了",
    ]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    first, second = quotes("“We will rebuild the whole harbour.\n\n“And more,” Lund said.")
    assert first.text == "“We will rebuild the whole harbour."
    assert second.value == "And more,"


def test_apostrophes_and_inches_open_no_quotation() -> None:
    assert quotes("The ship's 5' 10\" mast isn't the Lunds’ or the ’90s one.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Lund said, “It is late.”", "Ada Lund", "said"),
        ("“It is late,” said Koh.", "Piet Koh", "said"),
        ("“It is late!” Koh shouted.", "Piet Koh", "shouted"),
        ("Lund told Koh that it was “far too late”.", "Ada Lund", "told"),
        ("It is “a hard nut”, as acknowledged by Koh.", "Piet Koh", "acknowledged by"),
        ("According to Lund, it is “a hard nut”.", "Ada Lund", "According to"),
        ("Koh: “It is late.”", "Piet Koh", None),
        ("“It is far too late.” ― Ada Lund", "Ada Lund", None),
        ("Lund is from Oslo. She said it was “far too late”.", "Ada Lund", "said"),
        ("The harbour master said it was “far too late”.", "The harbour master", "said"),
        ("US officials called it “far too late”.", "US officials", "called"),
        ("Koh, who leads the port with Lund, added: “It is late.”", "Piet Koh", "added"),
        ("“It is late,” said Oslo's harbour director, Ada Lund.", "Ada Lund", "said"),
        ("“It is late,” said the harbour director, Ada Lund.", "Ada Lund", "said"),
        ("“It is late,” wrote Okanda harbour analyst Ada Lund.", "Ada Lund", "wrote"),
        ("Koh, its harbour director, said it was “far too late”.", "Piet Koh", "said"),
        ("Koh said outside Okanda Council: “It is far too late.”", "Piet Koh", "said"),
        ('"KOH: It is late and we go home."', "Piet Koh", None),
    ],
)
def test_the_speaker_is_who_the_verb_of_saying_has(
    text: str, speaker: str, cue: str | None
) -> None:
    [quote] = quotes(PEOPLE + text)
    assert quote.details["speaker"] == speaker
    assert quote.details["cue"] == cue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Did you?” asked Mr Koh.\n\n“We did,” she said.", "Ada Lund"),
        ("Ms Lund met Mr Koh. “It is far too late,” she said.", "Ada Lund"),
        ("Mr Koh met Ms Lund. “It is far too late,” he said.", "Piet Koh"),
        ("Mr Koh met Mr Lund. “It is far too late,” she said.", None),
    ],
)
def test_a_title_tells_whom_a_pronoun_cannot_mean(text: str, speaker: str | None) -> None:
    assert quotes(PEOPLE + text)[-1].details["speaker"] == speaker


def test_a_family_name_with_its_particle_is_short_for_the_full_name() -> None:
    [quote] = quotes("Hanneke de Wit and Jan Wit met in Oslo. “It is late,” said Ms de Wit.")
    assert quote.details["speaker"] == "Hanneke de Wit"


def test_the_place_of_the_speaker_is_told() -> None:
    text = PEOPLE + "“It is late,” said Koh."
    [quote] = quotes(text)
    start, end = quote.details["speaker_start"], quote.details["speaker_end"]
    assert text[start:end] == "Koh"
    assert quote.details["direct"] is True


def test_speech_that_goes_on_has_the_same_speaker() -> None:
    text = (
        PEOPLE + "“It is late,” said Koh. “We should all go home now.”\n\n“There is no more to do.”"
    )
    assert [quote.details["speaker"] for quote in quotes(text)] == ["Piet Koh"] * 3


def test_what_somebody_was_given_is_no_speaker() -> None:
    [quote] = quotes("In May he gave me a tin whistle and said, “Do not play it near me.”")
    assert quote.details["speaker"] != "a tin whistle and"


def test_a_turn_of_phrase_without_a_speaker_has_none() -> None:
    [quote] = quotes("it was a “hard nut” to crack.")
    assert quote.details["speaker"] is None
    assert quote.details["direct"] is False
    assert quote.entity is None


def test_a_long_quotation_after_speech_has_the_speaker_before_it() -> None:
    text = (
        PEOPLE + "“It is late,” said Koh.\n\n"
        "“The ships are here, and nobody comes to unload them today.”\n\n“No.”"
    )
    assert [quote.details["speaker"] for quote in quotes(text)] == ["Piet Koh", "Piet Koh", None]


def test_words_before_the_verb_lend_a_speaker_to_what_waits() -> None:
    text = "“It is late” and “it is dark”, Lund said in Oslo."
    assert [quote.details["speaker"] for quote in quotes(text)] == ["Lund", "Lund"]


def test_straight_marks_that_open_twice_start_anew() -> None:
    assert [quote.value for quote in quotes('He said "it rains and "it pours" again.')] == [
        "it pours"
    ]


@pytest.mark.parametrize(
    "text",
    [
        'She spoke on CNN\'s "Morning Line" about it.',
        'The documentary "Cold Harbour" opens today.',
        'Her "Good Night" radio show ends.',
        'Robert C. "Bobby" Lund opened it.',
    ],
)
def test_a_title_or_a_nickname_is_no_speech(text: str) -> None:
    assert [fact for fact in extract_facts(text) if fact.kind == "quote"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Justice Ada Lund, writing for the majority in Moe v. Ohio, said the tax “has no pocket”.",
        "“It is a dolphin on a crocodile,” said the lead author, Dr Ada Lund of Oslo University.",
        "“It is a dolphin on a crocodile,” said the harbour's owner, Sir Ada Lund.",
    ],
)
def test_an_insertion_or_a_title_does_not_hide_the_speaker(text: str) -> None:
    [quote] = [fact for fact in extract_facts(text) if fact.kind == "quote"]
    assert quote.details["speaker"] == "Ada Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Berg met Anna Koh. “It is late,” he said.", "Tom Berg"),
        ("Anna Koh met Tom Berg. “It is late,” she said.", "Anna Koh"),
        ("Anna Koh left. “It is late,” he said.", None),
        ("Bo Berg and his wife Kim Berg met. “It is late,” he said.", "Bo Berg"),
        ("Mr Anna Koh met Sasha Berg. “It is late,” he said.", "Sasha Berg"),
    ],
)
def test_he_is_no_woman_and_she_no_man(text: str, speaker: str | None) -> None:
    [quote] = quotes(text)
    assert quote.details["speaker"] == speaker
