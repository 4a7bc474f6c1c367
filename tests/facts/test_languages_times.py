"""Clocks, parts of days, ranges, parts of the year and measures in the other languages."""

from datetime import date
from typing import Any

import pytest

from reader.facts import extract_facts
from reader.facts.languages import known_languages, language_rules
from reader.facts.units import unit_at

THURSDAY = date(2025, 12, 11)


def values(text: str, language: str, *kinds: str) -> list[Any]:
    facts = extract_facts(text, THURSDAY, language)
    return [fact.value for fact in facts if fact.kind in kinds]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Empezó el martes a las 18.30.", "2025-12-09T18:30"),
        ("es", "Abre a las nueve de la mañana.", "2025-12-11T09:00"),
        ("es", "Abre a las ocho de la noche.", "2025-12-11T20:00"),
        ("es", "Empezó el lunes por la noche.", "2025-12-08TNI"),
        ("fr", "La séance a commencé mardi à 19h30.", "2025-12-09T19:30"),
        ("fr", "Il est venu hier soir.", "2025-12-10TEV"),
        ("de", "Es begann am Dienstag um 19.30 Uhr.", "2025-12-09T19:30"),
        ("de", "Es begann am Montagabend.", "2025-12-08TEV"),
        ("it", "È cominciata martedì alle 19.30.", "2025-12-09T19:30"),
        ("it", "È arrivato stamattina.", "2025-12-11TMO"),
        ("pt", "Começou na terça-feira às 19h30.", "2025-12-09T19:30"),
        ("hi", "बैठक मंगलवार शाम 6:30 बजे शुरू हुई।", "2025-12-09T18:30"),
    ],
)
def test_a_clock_time_belongs_to_the_day_before_it(language: str, text: str, value: str) -> None:
    assert values(text, language, "date", "time") == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Será del 3 al 5 de mayo de 2026.", "2026-05-03/2026-05-05"),
        ("fr", "Le salon se tiendra du 3 au 5 mai 2026.", "2026-05-03/2026-05-05"),
        ("de", "Es dauert vom 3. bis 5. Mai.", "2025-05-03/2025-05-05"),
        ("es", "Subió en el tercer trimestre.", "2025-Q3"),
        ("de", "Es stieg im 3. Quartal 2024.", "2024-Q3"),
        ("it", "Era il primo semestre del 2024.", "2024-H1"),
        ("pt", "Foi no verão passado.", "2025-SU"),
        ("es", "Llegará el próximo verano.", "2026-SU"),
        ("fr", "C'était au XIXe siècle.", "18"),
        ("de", "Das war im 19. Jahrhundert.", "18"),
        ("it", "Era di moda negli anni Novanta.", "199"),
        ("es", "Duró dos horas y media.", "PT2H30M"),
        ("fr", "Au cours des trois dernières années, il a plu.", "P3Y"),
    ],
)
def test_parts_of_the_year_and_lengths_are_read(language: str, text: str, value: str) -> None:
    assert values(text, language, "date", "duration") == [value]


def test_a_clock_time_without_a_day_of_publication_keeps_its_hours() -> None:
    [fact] = [fact for fact in extract_facts("Abre a las 9.30.", None, "es") if fact.kind == "time"]
    assert fact.value == "XXXX-XX-XXT09:30"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Abre a las 77.30."),
        ("fr", "Il y a trois heures de route."),
        ("de", "Das dritte Halbjahr gibt es nicht."),
    ],
)
def test_what_no_clock_shows_is_no_time(language: str, text: str) -> None:
    assert values(text, language, "time", "date") == []


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("es", "Costó entre 3 y 5 millones de euros.", [3e6, 5e6]),
        ("es", "Costó de 3 a 5 euros.", [3, 5]),
        ("fr", "Il coûte de 10 à 15 euros.", [10, 15]),
        ("de", "Es kostet 3 bis 5 Millionen Euro.", [3e6, 5e6]),
        ("it", "Costa tra 3 e 5 milioni di euro.", [3e6, 5e6]),
        ("pt", "Custa 5 a 3 euros.", [3]),
        ("hi", "इसमें 3 से 5 लाख रुपये लगे।", [3e5, 5e5]),
    ],
)
def test_both_ends_of_a_range_of_sums_are_told(language: str, text: str, ends: list[float]) -> None:
    assert [value["amount"] for value in values(text, language, "money")] == ends


def test_both_ends_of_a_range_of_percentages_are_told() -> None:
    assert values("Es stieg um 3 bis 5 Prozent.", "de", "percent") == [3, 5]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Corrió 40 kilómetros.", {"amount": 40, "unit": "kilometre"}),
        ("es", "Murieron 2 millones de personas.", {"amount": 2e6, "unit": "personas"}),
        ("fr", "Il pèse 3 tonnes.", {"amount": 3, "unit": "tonne"}),
        ("de", "Es waren 40 Menschen.", {"amount": 40, "unit": "Menschen"}),
        ("it", "Sono 12 chilometri quadrati.", {"amount": 12, "unit": "square kilometre"}),
        ("pt", "Eram 40 pessoas.", {"amount": 40, "unit": "pessoas"}),
        ("hi", "यह 40 किलोमीटर है।", {"amount": 40, "unit": "kilometre"}),
    ],
)
def test_measures_and_counts_are_read(language: str, text: str, value: dict[str, Any]) -> None:
    assert values(text, language, "quantity") == [value]


def test_a_measure_is_told_in_si_units_too() -> None:
    [fact] = [f for f in extract_facts("Corrió 40 kilómetros.", None, "es") if f.kind == "quantity"]
    assert fact.details["si"] == {"amount": 40_000, "unit": "m"}


def test_every_unit_of_a_language_is_one_that_is_known() -> None:
    for code in known_languages()[1:]:
        rules = language_rules(code)
        assert rules
        for name in rules.measures.values():
            found = unit_at(name, 0, len(name))
            assert found, (code, name)
            assert found[1] == len(name)


@pytest.mark.parametrize("language", ["es", "de", "hi", "en"])
def test_a_long_row_of_grouped_figures_is_read_to_its_end(language: str) -> None:
    text = "100 000 " * 4_000 + "\n\n1.000.000 € 100 000 €"
    assert extract_facts(text, THURSDAY, language)[-1].value == {
        "amount": 100_000,
        "currency": "EUR",
    }
