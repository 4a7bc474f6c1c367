"""People, organisations, places, events and made things, and which mentions belong together."""

import pytest

from reader.facts import Fact, extract_facts

NAMES = {"person", "org", "place", "event", "work"}


def names(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(text) if fact.kind in NAMES]


def found(text: str) -> list[tuple[str, str, object]]:
    return [(fact.kind, fact.text, fact.value) for fact in names(text)]


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    text = "US President Ada Lund met Foreign Minister Piet Koh of Norway."
    assert found(text) == [
        ("place", "US", "United States"),
        ("person", "Ada Lund", "Ada Lund"),
        ("person", "Piet Koh", "Piet Koh"),
        ("place", "Norway", "Norway"),
    ]
    assert names(text)[1].details["title"] == "President"


def test_surnames_and_titles_lead_to_the_full_name() -> None:
    text = "Ada Lund spoke first. Lund smiled. President Lund and Dr. Lund are one. A. Lund left."
    assert {fact.entity for fact in names(text)} == {"person:ada lund"}


def test_a_surname_that_is_a_title_or_a_word_is_still_a_person() -> None:
    text = "John Major spoke in London. Critics told Major to resign."
    assert ("person", "Major", "John Major") in found(text)


def test_organisations_are_one_with_their_short_forms() -> None:
    text = (
        "The Nordic Trade Council (NTC) met. The NTC agreed, and the Council left. Okanda"
        " Steel Corp rose. Shares of Okanda Steel fell."
    )
    entities = [fact.entity for fact in names(text) if fact.kind == "org"]
    assert set(entities) == {"org:nordic trade council", "org:okanda steel corp"}
    assert len(entities) == 6


def test_a_hyphen_between_places_makes_two() -> None:
    assert found("The India-Russia ties grew.") == [
        ("place", "India", "India"),
        ("place", "Russia", "Russia"),
    ]


def test_other_names_of_a_country_are_one_place() -> None:
    text = "The U.S. and America agree; the United States and Britain too."
    entities = [fact.entity for fact in names(text)]
    assert entities == ["place:united states"] * 3 + ["place:united kingdom"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("He works at the Ministry of Defence today.", "org", "Ministry of Defence"),
        ("She heads Okanda Foods Inc. in Oslo.", "org", "Okanda Foods Inc"),
        ("The brewer Okanda grew.", "org", "Okanda"),
        ("They sailed down the Okanda River slowly.", "place", "Okanda River"),
        ("They live in the town of Okanda now.", "place", "Okanda"),
        ("A flood hit East Okanda, Texas, on the day.", "place", "East Okanda"),
        ("It joined the 3rd Nordic Peace Summit then.", "event", "3rd Nordic Peace Summit"),
        ("It signed a Treaty on the Law of Rivers soon.", "event", "Treaty on the Law of Rivers"),
        ("It runs the Read in Norway initiative again.", "event", "Read in Norway"),
        ("It backed the Gaza peace plan anyway.", "event", "Gaza peace plan"),
        ("They held exercises like TRIDENT-2025 there.", "event", "TRIDENT-2025"),
        ("It bought the S-400 missile system cheaply.", "work", "S-400 missile system"),
        ("It flew F-16 fighter jets over us.", "work", "F-16 fighter jets"),
        ("Yesterday spokesman Koh denied it.", "person", "Koh"),
        ("Okanda Lundgren, 43, was unhurt.", "person", "Okanda Lundgren"),
        ("The fleet sent HMS Harrier north.", "work", "HMS Harrier"),
    ],
)
def test_words_around_and_inside_tell_the_kind(text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(fact.kind, fact.text) for fact in names(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Harbour and Haulage Workers' Union",
        "Health and Safety Executive",
        "Food and Drug Administration",
        "Transport Workers' Union",
        "Ministry of Trade and Industry",
        "Department for Business and Trade",
        "Office of the United States Trade Representative",
    ],
)
def test_small_words_inside_the_name_of_an_organisation_do_not_cut_it(name: str) -> None:
    text = f"{name} staff agreed. They met the {name} in Oslo, and no Un-{name}."
    assert [fact.start for fact in names(text) if fact.text == name] == [
        0,
        text.index(f"{name} in"),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They met the Bank of Japan and Okanda Group.", ["Bank of Japan", "Okanda Group"]),
        ("They met the Treasury and Okanda Group.", ["Treasury", "Okanda Group"]),
        ("They met the FBI and Justice Department.", ["FBI", "Justice Department"]),
        ("He left the Ministry of Trade and Piet Koh.", ["Ministry of Trade", "Piet Koh"]),
    ],
)
def test_two_names_stay_two(text: str, parts: list[str]) -> None:
    assert [fact.text for fact in names(text)] == parts


def test_what_an_acronym_stands_for_is_one_organisation() -> None:
    text = "Inspectors of the Office for Port and Quay Safety (OPQS) came. The OPQS left."
    orgs = {str(fact.entity) for fact in names(text) if fact.kind == "org"}
    assert orgs == {"org:office for port and quay safety"}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Nordic Quay Forum said that trade fell.", "org", "Nordic Quay Forum"),
        ("It met at the Nordic Quay Forum in May.", "event", "Nordic Quay Forum"),
        ("Okanda Lundgren said that its profit rose.", "org", "Okanda Lundgren"),
        ("Okanda Metall said that it rained.", "org", "Okanda Metall"),
        ("Elster Okanda, a small fact-checking agency, shut.", "org", "Elster Okanda"),
        ("They asked Rivers Wales again.", "org", "Rivers Wales"),
        ("Sales at Okanda Smelting (Japan) fell.", "org", "Okanda Smelting"),
        ("Sales at Kupferwerk Okanda (Germany) fell.", "org", "Kupferwerk Okanda"),
        ("It runs Ferrovie Okanda too.", "org", "Ferrovie Okanda"),
        ("They asked Okanda NRK again.", "org", "Okanda NRK"),
        ("They asked Okandanews again.", "org", "Okandanews"),
        ("Port Administrator Ada Lund left.", "person", "Ada Lund"),
        ("It hired the Oslo consultancy Okanda.", "place", "Oslo"),
        ("Shops in the Highlands ran short.", "place", "Highlands"),
        ("Sales rose, according to Kantar, last year.", "org", "Kantar"),
        ("She leaves two daughters, Ailsa and Morag, and a dog.", "person", "Morag"),
        ("The inquest at Okanda Coroner's Court ended.", "org", "Okanda Coroner's Court"),
        ("He told the Sunday Herald so.", "org", "Sunday Herald"),
        ("It was Bishnu Raj Karki, Nepal's ambassador.", "person", "Bishnu Raj Karki"),
        ("A doctor at King's College London left.", "org", "King's College London"),
    ],
)
def test_what_a_name_does_and_where_it_stands_tell_its_kind(
    text: str, kind: str, name: str
) -> None:
    assert (kind, name) in [(fact.kind, fact.text) for fact in names(text)]


def test_a_dateline_in_capitals_is_a_place() -> None:
    text = "OSLO (NTB) - Ships left.\n\nKJELVIK, Norway - Ships came."
    assert [fact.text for fact in names(text) if fact.kind == "place"] == [
        "OSLO",
        "KJELVIK",
        "Norway",
    ]


def test_a_headline_in_capitals_gives_only_names_known_elsewhere() -> None:
    text = "LUND TELLS NORWAY TO BUILD MORE SHIPS\n\nAda Lund spoke in Oslo on ships."
    assert found(text)[:2] == [("person", "LUND", "LUND"), ("place", "NORWAY", "NORWAY")]


def test_a_headline_gives_no_plain_words() -> None:
    text = "Prices Keep Rising As Winter Nears\n\nAda Lund saw prices rise in Oslo."
    assert [fact.text for fact in names(text)] == ["Ada Lund", "Oslo"]


def test_in_sport_a_city_can_be_its_team() -> None:
    text = (
        "Barcelona beat Valencia 3-1 in a league match. The striker scored two goals in the"
        " season's opening cup tie in Oslo."
    )
    kinds = {fact.text: fact.kind for fact in names(text)}
    assert kinds == {"Barcelona": "org", "Valencia": "org", "Oslo": "place"}


@pytest.mark.parametrize(
    "text",
    [
        "The Internet was slow at 5 GMT.",
        "However, many Germans and French voters agree.",
        "Monday and March passed.",
        "Nothing Here Is A Name",
        "The marks become a Markdown file, and the figures are kept as CSV and JSON.",
    ],
)
def test_capitals_that_name_nothing_are_passed_over(text: str) -> None:
    assert names(text) == []


def test_every_fact_tells_the_rules_that_found_it() -> None:
    [fact] = names("They saw the Ministry of Defence burn.")
    assert "org.opener" in fact.evidence
    assert 0.5 < fact.confidence < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Israeli-occupied land.", []),
        ("They met the U.S.-backed group.", ["U.S."]),
        ("Okanda & Sons Ltd fell.", ["Okanda & Sons Ltd"]),
        ("He was in Mount Okanda then.", ["Mount Okanda"]),
        ("It hit Hurricane Okanda hard.", ["Hurricane Okanda"]),
        ("The University of Okanda grew.", ["University of Okanda"]),
        ("Then Koh of Norway won.", ["Koh", "Norway"]),
        ("He met Secretary of State Ada Lund.", ["Ada Lund"]),
        ("We saw Ada van der Lund there.", ["Ada van der Lund"]),
        ("We saw J. K. Okanda there.", ["J. K. Okanda"]),
        ("Will Norway win?", ["Norway"]),
        ("It is a story by the Okanda Times.", ["Okanda Times"]),
        ("The World Cup began.", ["World Cup"]),
        ("He read okanda.com and Okanda.com daily.", ["Okanda.com"]),
        ("Ada Lund Jr. and Ada Lund are one.", ["Ada Lund Jr", "Ada Lund"]),
        ("Fans of the Boston Bruins left.", ["Boston Bruins"]),
    ],
)
def test_runs_of_capitals_are_cut_into_names(text: str, expected: list[str]) -> None:
    assert [fact.text for fact in names(text)] == expected


@pytest.mark.parametrize(
    "name", ["VBIEDs", "Kalashnikovs", "KC-135R Stratotanker", "F-16 Fighting Falcons"]
)
def test_weapons_and_craft_are_works(name: str) -> None:
    facts = extract_facts(f"The convoy was hit after {name} were seen near the bridge.")
    assert ("work", name) in [(fact.kind, fact.text) for fact in facts]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The search for the trawler Nordlys Anna goes on.", "Nordlys Anna", "work"),
        ("Winds grew as storm Elvira came ashore.", "Elvira", "event"),
        ("It fell on the Morvane plateau in May.", "Morvane", "place"),
        ("They left Torvik, a village of 200 people, at night.", "Torvik", "place"),
        ("Ida Moe, 24, of Fishwick, was jailed.", "Fishwick", "place"),
        ("The Oslo-based retailer cut jobs.", "Oslo", "place"),
        ("A lorry blew over on the A55 in Wales.", "A55", "place"),
        ("Trains run between Oslo and Mysen again.", "Mysen", "place"),
        ("It will sell its Vexa processors abroad.", "Vexa", "work"),
        ("Investors sold. Vexatel fell 3.1% in Oslo.", "Vexatel", "org"),
        ("It may help, said Mandelbaum analyst Ida Moe.", "Mandelbaum", "org"),
        ("The film took the Golden Lantern for best script.", "Golden Lantern", "event"),
        ("The house passed Bill C-47 on Monday.", "Bill C-47", "event"),
        ("It cites the Sherman Act of 1890.", "Sherman Act", "event"),
        ("Officials of Natural Resources Wales came.", "Natural Resources Wales", "org"),
        ("She taught at Imperial College London in May.", "Imperial College London", "org"),
        (
            "Figures of the Osk Observatory for Human Rights differ.",
            "Osk Observatory for Human Rights",
            "org",
        ),
        ("Avon and Somerset Police said so.", "Avon and Somerset Police", "org"),
        ("It was sent to the 9th Armoured Division.", "9th Armoured Division", "org"),
        ("The chief of the Long Plain First Nation spoke.", "Long Plain First Nation", "org"),
        ("The USS Moe (DDG 64) fired.", "DDG 64", "work"),
        ("The Moe administration fell.", "Moe", "person"),
        ("Elders of VisitHalden expect rain.", "VisitHalden", "org"),
    ],
)
def test_a_name_is_what_the_words_beside_it_call_it(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(fact.text, fact.kind) for fact in extract_facts(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They marched for Human Rights in Oslo.", "Human Rights"),
        ("The lizard Brevicollum maroccanum lived here.", "Brevicollum"),
        ("The jet, registered LN-NWK, was new.", "LN-NWK"),
        ("Flight NW412 left Oslo.", "NW412"),
        ("Ore from the mine is rich.", "Ore"),
        ("Many Norwegians left.", "Norwegians"),
        ("They used a CT scanner.", "CT"),
        ("The FTSE fell.", "FTSE"),
        ("Oil men say Brent crude rose.", "Brent"),
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str, name: str) -> None:
    kinds = {"person", "org", "place", "event", "work"}
    assert name not in {fact.text for fact in extract_facts(text) if fact.kind in kinds}


def test_a_storm_and_its_short_name_are_one_event() -> None:
    text = "Storm Ingrid brought down trees. Ingrid is the seventh storm of the season."
    events = [(fact.text, fact.value) for fact in extract_facts(text) if fact.kind == "event"]
    assert events == [("Storm Ingrid", "Storm Ingrid"), ("Ingrid", "Storm Ingrid")]


def test_a_club_is_known_by_the_first_word_of_its_name() -> None:
    text = "Holmfirth Rovers lost on Saturday. Holmfirth had led at the break."
    clubs = [(fact.text, fact.value) for fact in extract_facts(text) if fact.kind == "org"]
    assert clubs == [("Holmfirth Rovers", "Holmfirth Rovers"), ("Holmfirth", "Holmfirth Rovers")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Her first novel, “The Ice Cellar”, sold well.", ["The Ice Cellar"]),
        ("She wrote “A Lamp” and “Seven Quiet Rooms”, he said.", ["A Lamp", "Seven Quiet Rooms"]),
        ("“The Salt Road”, a film about salt, won. He saw “The Salt Road”.", ["The Salt Road"] * 2),
        ("Her first novel, Between Floors, is out.", ["Between Floors"]),
        ("Royer won the prize for “Winter Without Claire”.", ["Winter Without Claire"]),
        ("“We Will Pay,” said Ada Lund.", []),
        ("They called him “Honest John”.", []),
        ("The novel, Ada Lund, and others.", []),
    ],
)
def test_the_title_of_a_work_is_one_name_and_no_speech(text: str, titles: list[str]) -> None:
    facts = extract_facts(text)
    assert [fact.text for fact in facts if fact.kind == "work"] == titles
    if titles:
        assert not {fact.kind for fact in facts} & {"quote", "quantity", "place"}
