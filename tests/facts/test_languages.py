"""What is read in Spanish, French, German, Portuguese, Italian and Hindi, and of the rest."""

from datetime import date
from typing import Any

import pytest

from reader.facts import extract_facts, reads_words_of
from reader.facts.languages import guess_language, known_languages, language_code, language_rules
from reader.facts.sentences import sentence_spans

THURSDAY = date(2025, 12, 11)


def values(text: str, language: str, *kinds: str) -> list[Any]:
    facts = extract_facts(text, THURSDAY, language)
    return [fact.value for fact in facts if fact.kind in kinds]


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("es", "Costó 3.500 millones de euros.", 3.5e9, "EUR"),
        ("es", "Costó dos mil pesos mexicanos.", 2000, "MXN"),
        ("fr", "Il coûte 2,5 milliards d’euros.", 2.5e9, "EUR"),
        ("fr", "Il coûte 1 250 000 francs suisses.", 1.25e6, "CHF"),
        ("de", "Es kostet 1,2 Milliarden Euro.", 1.2e9, "EUR"),
        ("de", "Es kostet 1.250 Kronen.", 1250, "SEK"),
        ("de", "Es kostet 30 Cent.", 0.3, "EUR"),
        ("pt", "Custa 3,4 bilhões de reais.", 3.4e9, "BRL"),
        ("it", "Costa 20 mila euro.", 20_000, "EUR"),
        ("hi", "इसमें 50 लाख रुपये लगे।", 5e6, "INR"),
    ],
)
def test_sums_are_read(language: str, text: str, amount: float, currency: str) -> None:
    assert values(text, language, "money") == [{"amount": amount, "currency": currency}]


@pytest.mark.parametrize(
    ("language", "text", "value", "change"),
    [
        ("es", "Las ventas cayeron un 4,5 %.", 4.5, "down"),
        ("fr", "Les prix ont augmenté de 3 pour cent.", 3, "up"),
        ("de", "Die Zahl sank um zwei Prozent.", 2, "down"),
        ("pt", "A inflação subiu 0,5 por cento.", 0.5, "up"),
        ("it", "Il tasso resta al 2,1 per cento.", 2.1, "level"),
        ("hi", "महंगाई 4.5 प्रतिशत बढ़ी।", 4.5, "up"),
    ],
)
def test_percentages_and_their_direction_are_read(
    language: str, text: str, value: float, change: str
) -> None:
    [fact] = [fact for fact in extract_facts(text, THURSDAY, language) if fact.kind == "percent"]
    assert (fact.value, fact.details["change"]) == (value, change)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Llegó el martes a la ciudad.", "2025-12-09"),
        ("es", "Llegará el próximo lunes.", "2025-12-15"),
        ("es", "Ocurrió hace dos años.", "2023"),
        ("es", "Nació el 3 de mayo de 1990.", "1990-05-03"),
        ("fr", "Il est venu hier.", "2025-12-10"),
        ("fr", "C'était en octobre.", "2025-10"),
        ("fr", "Il reviendra dans trois semaines.", "2026-W01"),
        ("de", "Es war am 5. Mai.", "2025-05-05"),
        ("de", "Das war im vergangenen Jahr so.", "2024"),
        ("de", "Am Montag wird gewählt.", "2025-12-15"),
        ("pt", "Durou três semanas.", "P3W"),
        ("pt", "Foi em março de 2024.", "2024-03"),
        ("it", "Era il 1° luglio.", "2025-07-01"),
        ("it", "Accade ogni settimana.", "P1W"),
        ("hi", "यह मंगलवार को हुआ।", "2025-12-09"),
        ("hi", "यह दो साल पहले हुआ।", "2023"),
    ],
)
def test_dates_are_read(language: str, text: str, value: str) -> None:
    assert values(text, language, "date", "duration", "set") == [value]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "«No habrá recortes», afirmó la ministra Ana Torres.", "Ana Torres"),
        ("fr", "« Nous irons plus vite », a déclaré le maire Jean Morel.", "Jean Morel"),
        ("de", "Ministerin Eva Lang sagte: „Das geht so nicht weiter.“", "Eva Lang"),
        ("pt", "“Não haverá cortes”, disse o ministro João Costa.", "João Costa"),
        ("it", "«Non ci saranno tagli», ha detto la ministra Anna Conti.", "Anna Conti"),
    ],
)
def test_a_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    [quote] = [fact for fact in extract_facts(text, THURSDAY, language) if fact.kind == "quote"]
    assert quote.details["speaker"] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Ja“, sagte Eva Lang. Jens Wolk nannte es „ein Märchen“.", "Jens Wolk"),
        ("it", "«Sì», ha detto Anna Conti. Silvia Neri ha parlato di «tagli».", "Silvia Neri"),
        ("es", "«Es justo», dijo Ana Torres. Luis Gil lo calificó de «broma».", "Luis Gil"),
        ("fr", "« C'est vrai », a dit Jean Morel. Selon la ville, c'est « trop tard ».", None),
    ],
)
def test_who_spoke_in_the_sentence_before_does_not_speak_in_another_that_goes_on(
    language: str, text: str, speaker: str | None
) -> None:
    *_, quote = [fact for fact in extract_facts(text, THURSDAY, language) if fact.kind == "quote"]
    assert quote.details.get("speaker") == speaker


def test_a_place_in_capitals_before_a_report_is_one() -> None:
    facts = extract_facts("ROMA – Il Senato ha approvato la legge.", THURSDAY, "it")
    assert ("place", "ROMA", "Rome") in [(fact.kind, fact.text, fact.value) for fact in facts]


def test_a_surname_is_the_person_named_before() -> None:
    text = "El alcalde Pedro Ruiz habló en Sevilla. Ruiz pidió calma al Banco de España."
    facts = extract_facts(text, THURSDAY, "es")
    assert [(fact.kind, fact.text, fact.value) for fact in facts if fact.kind != "claim"] == [
        ("person", "Pedro Ruiz", "Pedro Ruiz"),
        ("place", "Sevilla", "Seville"),
        ("person", "Ruiz", "Pedro Ruiz"),
        ("org", "Banco de España", "Banco de España"),
    ]


def test_every_fact_is_told_in_the_words_of_the_article() -> None:
    text = "Les prix ont augmenté de 1.250,5 € en 12.05.2025 à 19.30. Il a dit : « Oui »."
    assert all(
        text[fact.start : fact.end] == fact.text for fact in extract_facts(text, language="fr")
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El gobierno de la región dijo que no hay más dinero para las escuelas."),
        ("de", "Die Regierung hat nicht mit dem Beschluss gerechnet, und das ist auch gut so."),
        ("fr", "Le gouvernement ne sait pas avec qui les maires sont dans cette affaire."),
        (None, "The government of the region said that there is no more money for schools."),
        ("pt", "O governo da região disse que não há mais dinheiro para as escolas."),
        (None, "A man, a boat, a dog: do as I do, not as a fool would. A day, a mile."),
        (None, "I am up, am I? Es and Zu am I not."),
        (None, "Rosa de la Cruz."),
    ],
)
def test_the_small_words_give_a_language_away(code: str | None, text: str) -> None:
    assert guess_language(text) == code


def test_every_language_is_described_whole() -> None:
    for code in known_languages()[1:]:
        rules = language_rules(code)
        assert rules is not None
        assert (len(rules.months), len(rules.weekdays)) == (12, 7)


def test_a_language_without_words_is_told() -> None:
    assert reads_words_of("pt-BR")
    assert reads_words_of("en_GB")
    assert reads_words_of(None)
    assert not reads_words_of("nl")
    assert language_code("ENG-us") == "en"


def test_a_figure_with_a_full_stop_before_a_german_month_ends_no_sentence() -> None:
    text = "Es war am 5. Mai in Bonn. Dann kam er."
    assert [text[low:high] for low, high in sentence_spans(text)] == [
        "Es war am 5. Mai in Bonn.",
        "Dann kam er.",
    ]


HINDI = (
    "गाँव की अध्यापिका कमला देवी राठौड़ ने औरतों को बुलाया। “पानी लौट आया है,” कमला देवी ने कहा।\n\n"
    "मुख्यमंत्री मोहन यादव ने दिल्ली में बात की। इंजीनियर फ़ैसल अंसारी बताते हैं कि काम कठिन था।"
    " “हम रुके नहीं,” अंसारी ने कहा। सरकार ने पैसे दिए। किसान ने चने बोए।"
)


def test_people_are_found_by_title_and_surname_where_there_are_no_capitals() -> None:
    people = [
        (fact.text, fact.value)
        for fact in extract_facts(HINDI, THURSDAY, "hi")
        if fact.kind == "person"
    ]
    assert people == [
        ("कमला देवी राठौड़", "कमला देवी राठौड़"),
        ("कमला देवी", "कमला देवी राठौड़"),
        ("मोहन यादव", "मोहन यादव"),
        ("फ़ैसल अंसारी", "फ़ैसल अंसारी"),
        ("अंसारी", "फ़ैसल अंसारी"),
    ]


def test_the_speaker_of_a_quotation_is_told_in_hindi() -> None:
    speakers = [
        fact.details["speaker"]
        for fact in extract_facts(HINDI, THURSDAY, "hi")
        if fact.kind == "quote"
    ]
    assert speakers == ["कमला देवी राठौड़", "फ़ैसल अंसारी"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Prevé lluvias a partir del martes por la mañana.", "2025-12-16TMO"),
        ("es", "Se esperan lluvias a partir del martes.", "2025-12-16"),
        ("fr", "Elle appelle à la grève à partir de mardi.", "2025-12-16"),
        ("de", "Die Strecke bleibt mindestens bis Mittwoch gesperrt.", "2025-12-17"),
        ("de", "Sie war bis Mittwoch gesperrt.", "2025-12-10"),
        ("it", "Il bando inizia martedì.", "2025-12-16"),
        ("pt", "A greve começa na terça-feira.", "2025-12-16"),
    ],
)
def test_what_begins_or_stays_looks_ahead(language: str, text: str, value: str) -> None:
    assert values(text, language, "date", "time") == [value]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("de", "Das sagte Vorstandschefin Katrin Behrens in Kiel.", ["Katrin Behrens"]),
        ("de", "Bayerns Innenminister Florian Huber kam.", ["Florian Huber"]),
        ("de", "Am Abend kam Hans Meyer.", ["Hans Meyer"]),
        ("hi", "किसान गन्ना उगाते हैं।", []),
        ("hi", "भारतीय किसान यूनियन ने कहा।", []),
        ("hi", "शहर के नगर निगम ने कहा।", []),
        ("hi", "किसान नेता सुनीता यादव ने कहा।", ["सुनीता यादव"]),
    ],
)
def test_a_noun_before_a_name_is_none_and_a_body_no_person(
    language: str, text: str, people: list[str]
) -> None:
    assert values(text, language, "person") == people


def test_a_place_in_capitals_is_no_acronym() -> None:
    text = "SÃO PAULO - A polícia prendeu o empresário."
    assert values(text, "pt", "place", "org") == ["São Paulo"]


def test_the_party_in_brackets_behind_a_speaker_does_not_speak() -> None:
    text = "Minister Jonas Petersen (CDU) sprach von einem „guten Tag“."
    [quote] = [fact for fact in extract_facts(text, THURSDAY, "de") if fact.kind == "quote"]
    assert quote.details["speaker"] == "Jonas Petersen"


def test_what_a_figure_rose_from_did_not_rise() -> None:
    facts = extract_facts("È salita al 2,1% a ottobre dall'1,8% di settembre.", THURSDAY, "it")
    changes = [fact.details["change"] for fact in facts if fact.kind == "percent"]
    assert changes == ["up", "level"]


def test_a_page_that_calls_itself_english_and_is_not_is_read_as_what_it_is() -> None:
    text = (
        "Die Bahn bleibt in dieser Woche zwischen Kiel und Moss gesperrt, weil der Damm nach dem"
        " Regen nicht mehr sicher ist. Das sagte Sprecherin Katrin Behrens am Dienstag."
    )
    assert values(text, "en", "person", "org") == ["Katrin Behrens"]


def test_english_stays_english_with_a_quotation_in_another_language() -> None:
    text = 'Ada Lund said on Tuesday that it was over. "No es el fin de la historia," she said.'
    assert values(text, "en", "date") == ["2025-12-09"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Foto: MORITZ PAPPERT im TV. Es ist DA, und da bleibt es.", []),
        ("de", "So sehen Sie Dortmund gegen Moss.", []),
        ("de", "Das Thema ÖPNV drängt.", []),
        ("de", "Er ist Geschäftsführer der Spessart Tourismus GmbH.", ["Spessart Tourismus GmbH"]),
        ("fr", "Depuis Washington, elle a parlé de la TVA.", []),
        ("es", "Según el capítulo III, habló la directora CUM Consolación del Sur.", []),
        ("it", "Lo dichiara il Presidente Cannata a tutti.", ["Cannata"]),
    ],
)
def test_what_only_looks_like_a_name_abroad_is_none(
    language: str, text: str, found: list[str]
) -> None:
    assert values(text, language, "person", "org") == found
