"""Sums of money, percentages, measures and counts."""

from typing import Any

import pytest

from reader.facts import extract_facts
from reader.facts.counts import find_counts
from reader.facts.model import Fact
from reader.facts.money import find_money
from reader.facts.percents import find_percents
from reader.facts.quantities import find_quantities
from reader.facts.reading import read


def sums(text: str) -> list[tuple[str, float, str]]:
    facts = find_money(read(text))
    return [(fact.text, fact.value["amount"], fact.value["currency"]) for fact in facts]


def only(facts: list[Fact]) -> Fact:
    assert len(facts) == 1
    return facts[0]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$6.3 billion", 6.3e9, "USD"),
        ("US$ 5m", 5e6, "USD"),
        ("HK$30", 30, "HKD"),
        ("£1bn", 1e9, "GBP"),
        ("₹1.2 lakh crore", 1.2e12, "INR"),
        ("Rs 200 crore", 2e9, "INR"),
        ("EUR 500", 500, "EUR"),
        ("5 €", 5, "EUR"),
        ("50p", 0.5, "GBP"),
        ("15 dollars 50 cents", 15.5, "USD"),
        ("75 USD million", 7.5e7, "USD"),
        ("MAUD 60", 6e7, "AUD"),
        ("100 ₡", 100, "CRC"),
        ("20 usd", 20, "USD"),
        ("a quarter of a million pounds", 2.5e5, "GBP"),
        ("$2.2T", 2.2e12, "USD"),
        ("$-5", -5, "USD"),
        ("rupees 20 lakh", 2e6, "INR"),
        ("50 million Swiss francs", 5e7, "CHF"),
        ("3 dollars and 50 cents", 3.5, "USD"),
        ("50 cents", 0.5, "USD"),
        ("a dollar", 1, "USD"),
        ("500-dollar", 500, "USD"),
        ("half a million pounds", 5e5, "GBP"),
        ("half million euros", 5e5, "EUR"),
        ("Mex$ 10 million", 1e7, "MXN"),
        ("420 million Finnish markka", 4.2e8, "FIM"),
        ("a 12-cent-a-share dividend", 0.12, "USD"),
        ("2,000 won", 2000, "KRW"),
        ("$2.5 million Canadian dollars", 2.5e6, "CAD"),
    ],
)
def test_a_sum_has_amount_and_currency(text: str, amount: float, currency: str) -> None:
    [found] = sums(f"They paid {text} for it.")
    assert found[1] == pytest.approx(amount)
    assert found[2] == currency


@pytest.mark.parametrize("text", ["He won 3 medals.", "3 won.", "A real 5.", "Mark 5 verses."])
def test_words_that_are_also_currencies_are_no_money(text: str) -> None:
    assert sums(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("between $5 and $7 million", [5e6, 7e6]),
        ("$5-7 million", [5e6, 7e6]),
        ("$5 to $7 million", [5e6, 7e6]),
        ("from $900 to $1.2 million", [900, 1.2e6]),
        ("$5 and $7", [5, 7]),
        ("between 5 and 10 million euros", [5e6, 1e7]),
        ("5 million to 6 million dollars", [5e6, 6e6]),
    ],
)
def test_both_ends_of_a_range_share_a_scale(text: str, amounts: list[float]) -> None:
    assert [amount for _, amount, _ in sums(text)] == amounts


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("₹18 लाख", 1_800_000, "INR"),
        ("₹1.2 करोड़", 12_000_000, "INR"),
        ("₹1.2 करो\u095c", 12_000_000, "INR"),
        ("₹1.2 करोड", 12_000_000, "INR"),
        ("₹3 लाख करोड़", 3_000_000_000_000, "INR"),
        ("50 हज़ार रुपये", 50_000, "INR"),
        ("₽5 млн", 5_000_000, "RUB"),
        ("5 млрд долларов", 5_000_000_000, "USD"),
        ("5 тыс. евро", 5_000, "EUR"),
        ("1 500 000 рублей", 1_500_000, "RUB"),
        ("1 500 ₽", 1_500, "RUB"),
        ("USD 5 млн", 5_000_000, "USD"),
        ("¥3万", 30_000, "JPY"),
        ("3亿元", 300_000_000, "CNY"),
        ("500万円", 5_000_000, "JPY"),
        ("48,000 دولار", 48_000, "USD"),
        ("5 Mio. €", 5_000_000, "EUR"),
        ("$3 mil millones", 3_000_000_000, "USD"),
        ("₹18 lacs", 1_800_000, "INR"),
    ],
)
def test_scales_and_currencies_are_read_in_other_scripts(
    text: str, amount: float, currency: str
) -> None:
    assert sums(f"– {text} –") == [(text, amount, currency)]


@pytest.mark.parametrize("text", ["$5 mil", "水有5元素", "5 रुपयेदार"])
def test_a_sum_that_is_not_sure_is_left_out(text: str) -> None:
    assert sums(text) == []


@pytest.mark.parametrize("text", ["64 प्रतिशत", "64 процента", "64 في المئة", "64パーセント"])
def test_a_percentage_is_read_in_other_scripts(text: str) -> None:
    assert only(find_percents(read(text))).value == 64


def test_a_minus_sign_makes_a_loss() -> None:
    assert sums("The result was -$5 million.") == [("-$5 million", -5_000_000, "USD")]


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("Prices rose 5%.", 5, "up"),
        ("Exports fell by 8.58 per cent.", 8.58, "down"),
        ("Sales fell to 40 percent.", 40, "level"),
        ("Some 30% of voters stayed away.", 30, "share"),
        ("He bought a 10% stake.", 10, "share"),
        ("It saw a 5 percent increase.", 5, "up"),
        ("The rate is twenty-five percent.", 25, "level"),
        ("Growth was -0.3%.", -0.3, "down"),
        ("Growth was +0.3%.", 0.3, "up"),
        ("It was 5 percentage points lower.", 5, "down"),
        ("Rates rose by 25 basis points.", 0.25, "up"),
        ("It came to minus five percent.", -5, "down"),
        ("Two-thirds of members agreed.", 66.666667, "share"),
        ("It reached one in five children.", 20, "share"),
        ("Nearly half of all homes have it.", 50, "share"),
        ("They won a rise in basic pay of 4.6 per cent.", 4.6, "up"),
        ("A drop of about 3 per cent came.", 3, "down"),
        ("It brought a cut to the fare of 9 per cent.", 9, "down"),
        ("The rise to a rate of 9 per cent came.", 9, "level"),
        ("They rise at a rate of 9 per cent.", 9, "level"),
        ("The flood wall has taken 12 per cent off the premium.", 12, "down"),
        ("It knocked a full 8% off fares.", 8, "down"),
        ("The drop was in a share of 8%.", 8, "level"),
    ],
)
def test_a_percentage_tells_what_it_measures(text: str, value: float, change: str) -> None:
    fact = only(find_percents(read(text)))
    assert (fact.value, fact.details["change"]) == (value, change)


def test_both_ends_of_a_range_are_percentages() -> None:
    facts = find_percents(read("Between 5 and 10 percent of them left."))
    assert [(fact.text, fact.value) for fact in facts] == [("5", 5), ("10 percent", 10)]


@pytest.mark.parametrize("text", ["a quarter of a century", "one in 2015", "half of the season"])
def test_a_part_of_a_period_is_no_percentage(text: str) -> None:
    assert find_percents(read(f"It took {text} to do.")) == []


def test_an_escaped_address_holds_no_percentage() -> None:
    assert find_percents(read("See example.org/a%20b and c20%2Fd.")) == []


@pytest.mark.parametrize(
    ("text", "value", "si"),
    [
        ("60 miles", {"amount": 60, "unit": "mile"}, {"amount": 96560.64, "unit": "m"}),
        ("5 km", {"amount": 5, "unit": "kilometre"}, {"amount": 5000, "unit": "m"}),
        ("20 °C", {"amount": 20, "unit": "degree Celsius"}, {"amount": 293.15, "unit": "K"}),
        (
            "two million barrels",
            {"amount": 2_000_000, "unit": "barrel"},
            {"amount": 317974.589856, "unit": "m3"},
        ),
        ("90 km/h", {"amount": 90, "unit": "kilometre per hour"}, {"amount": 25, "unit": "m/s"}),
    ],
)
def test_a_measure_has_its_value_in_si_units(text: str, value: Any, si: Any) -> None:
    fact = only(find_quantities(read(f"It took {text} in all.")))
    assert fact.value == value
    assert fact.details["si"] == si


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("1,500 troops", 1500, "troops"),
        ("two stone bridges", 2, "bridges"),
        ("three more Norwegian ferries", 3, "ferries"),
        ("a dozen eggs", 12, "eggs"),
        ("40,000 people", 40_000, "people"),
    ],
)
def test_what_is_counted_is_a_quantity(text: str, amount: float, unit: str) -> None:
    fact = only(find_counts(read(f"They saw {text} there.")))
    assert fact.value == {"amount": amount, "unit": unit}
    assert fact.text == text


@pytest.mark.parametrize(
    "text", ["Article 5 requires it.", "It has 3 percent.", "A 3-2 win.", "One says so."]
)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_counts(read(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44 mg to 50 mg", {"amount": 47, "unit": "milligram", "from": 44, "to": 50}),
        ("5 or 6 miles", {"amount": 5.5, "unit": "mile", "from": 5, "to": 6}),
        ("8- to 16-metre", {"amount": 12, "unit": "metre", "from": 8, "to": 16}),
        ("10-15 km", {"amount": 12.5, "unit": "kilometre", "from": 10, "to": 15}),
        ("9.8 ± 0.1 m/s2", {"amount": 9.8, "unit": "metre per square second", "margin": 0.1}),
        ("7,000 m3/s", {"amount": 7000, "unit": "cubic metre per second"}),
        ("2 1/2 inches", {"amount": 2.5, "unit": "inch"}),
        ("three-quarters of a mile", {"amount": 0.75, "unit": "mile"}),
        ("-18 °C", {"amount": -18, "unit": "degree Celsius"}),
        ("0.5k miles", {"amount": 500, "unit": "mile"}),
        ("1.5x10^3 W", {"amount": 1500, "unit": "watt"}),
        ("301,338 square km", {"amount": 301338, "unit": "square kilometre"}),
        ("20 litres a day", {"amount": 20, "unit": "litre per day"}),
        ("5 litres per head", {"amount": 5, "unit": "litre per head"}),
        ("1 500 tonnes", {"amount": 1500, "unit": "tonne"}),
    ],
)
def test_a_measure_can_be_a_range_a_fraction_or_a_rate(text: str, value: Any) -> None:
    fact = only(find_quantities(read(f"It was {text} then.")))
    assert (fact.text, fact.value) == (text, pytest.approx(value))


def test_of_two_amounts_with_one_unit_both_are_measures() -> None:
    facts = find_quantities(read("They got 45 and 50 mg of it, and a gallon of beer."))
    assert [(fact.text, fact.value["amount"]) for fact in facts] == [
        ("45", 45),
        ("50 mg", 50),
        ("a gallon", 1),
    ]


@pytest.mark.parametrize("text", ["5m people came.", "At 5 pm.", "2 in all.", "9 ET.", "1/0 km."])
def test_what_looks_like_a_symbol_is_no_unit(text: str) -> None:
    assert find_quantities(read(text)) == []


def test_a_count_needs_a_number() -> None:
    assert find_counts(read("The people in the houses, and a people of farmers.")) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Temperatures fell to minus 4C.", {"amount": -4, "unit": "degree Celsius"}),
        ("It was hot, at 86F.", {"amount": 86, "unit": "degree Fahrenheit"}),
    ],
)
def test_one_letter_is_a_degree_where_the_weather_is_told(text: str, value: object) -> None:
    assert [fact.value for fact in extract_facts(text) if fact.kind == "quantity"] == [value]


def test_one_letter_behind_a_number_is_no_degree_elsewhere() -> None:
    facts = extract_facts("He sat in seat 30C with vitamin C, for 8,214 at the ground saw him.")
    assert not [fact for fact in facts if fact.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "currency"), [("10 billion Danish crowns", "DKK"), ("5 Czech crowns", "CZK")]
)
def test_crowns_are_those_of_their_country(text: str, currency: str) -> None:
    [fact] = [fact for fact in extract_facts(f"It cost {text}.") if fact.kind == "money"]
    assert fact.value["currency"] == currency


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Shares rose in Copenhagen, adding 42 billion kroner.", "DKK"),
        ("Shares rose in Oslo, adding 42 billion kroner.", "NOK"),
        ("Shares rose in Oslo and Copenhagen, adding 42 billion kroner.", "NOK"),
        ("It cost 300 pesos in Buenos Aires.", "ARS"),
        ("It cost 300 rupees in Karachi.", "PKR"),
        ("It cost 300 rupees in Karachi and 200 in Delhi.", "INR"),
        ("It cost 300 pesos in Moss.", "MXN"),
    ],
)
def test_whose_kroner_and_pesos_are_meant_the_land_tells(text: str, code: str) -> None:
    [money] = [fact for fact in extract_facts(text) if fact.kind == "money"]
    assert money.value["currency"] == code
    assert code.lower() in (money.entity or "")
