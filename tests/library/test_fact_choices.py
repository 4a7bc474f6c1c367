"""A wrong fact is dismissed or given its kind, and stays so; all of it can be taken back."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Article
from reader.errors import NotFoundError, UsageError
from reader.facts.model import Fact, FactKind
from reader.library import Library
from reader.library.fact_choices import FactChoice, apply_choices, choices_of, settled
from tests.library.made import other, port

OpenLibrary = Callable[[], Library]

FIRST = "Odile Marchbanks opened the Skarrow bridge on Monday. Repairs cost £4.2 million."
SECOND = "“It stands,” said Marchbanks. Marchbanks then walked over it with Tobin Vale."
THIRD = "The other bridge cost £4.2 million too, said Tobin Vale."


def story(*paragraphs: str) -> Article:
    """Return the article on the bridge, with other paragraphs when they are given."""
    return port(*(paragraphs or (FIRST, SECOND, THIRD)), title="The bridge stands")


@pytest.fixture
def held(library: Library) -> Article:
    """Return an article that the library holds."""
    library.keep(story())
    return library.article(story().id)


def of_kind(library: Library, article: Article, kind: str) -> list[Fact]:
    """Return the facts of one kind."""
    return [fact for fact in library.facts(article) if fact.kind == kind]


def texts(library: Library, article: Article, kind: str) -> list[str]:
    """Return the words of the facts of one kind."""
    return [fact.text for fact in of_kind(library, article, kind)]


def test_a_dismissed_thing_is_gone_in_all_its_mentions(library: Library, held: Article) -> None:
    assert texts(library, held, "person").count("Marchbanks") == 2
    library.fact_book.dismiss(held, of_kind(library, held, "person")[0])
    assert set(texts(library, held, "person")) == {"Tobin Vale"}


def test_one_mention_is_dismissed_alone(library: Library, held: Article) -> None:
    money = of_kind(library, held, "money")
    library.fact_book.dismiss(held, money[1], whole=False)
    assert of_kind(library, held, "money") == money[:1]


def test_dismissed_facts_are_listed_when_asked_for_and_come_back(
    library: Library, held: Article
) -> None:
    before = library.facts(held)
    library.fact_book.dismiss(held, of_kind(library, held, "person")[0])
    listed = library.fact_book.facts_of(held, dismissed=True)
    gone = [fact for fact in listed if fact.details.get("dismissed")]
    assert [fact.text for fact in gone] == ["Odile Marchbanks", "Marchbanks", "Marchbanks"]
    library.fact_book.bring_back(held, gone[0])
    assert library.facts(held) == before
    assert choices_of(library.state(held.id)) == []


def test_a_thing_is_given_another_kind_and_its_own_again(library: Library, held: Article) -> None:
    before = library.facts(held)
    library.fact_book.retype(held, of_kind(library, held, "person")[0], "org")
    organisations = of_kind(library, held, "org")
    assert {fact.entity for fact in organisations} == {"org:odile marchbanks"}
    assert {fact.value for fact in organisations} == {"Odile Marchbanks"}
    assert {fact.evidence[-1] for fact in organisations} == {"chosen.kind"}
    library.fact_book.retype(held, organisations[1], "person")
    assert library.facts(held) == before


def test_a_mention_differs_from_what_was_said_of_the_thing(library: Library, held: Article) -> None:
    library.fact_book.retype(held, of_kind(library, held, "person")[0], "org")
    library.fact_book.retype(held, of_kind(library, held, "org")[1], "person", whole=False)
    assert texts(library, held, "org") == ["Odile Marchbanks", "Marchbanks"]
    assert texts(library, held, "person") == ["Marchbanks", *["Tobin Vale"] * 2]


def test_a_kind_whose_value_is_no_name_is_refused(library: Library, held: Article) -> None:
    with pytest.raises(UsageError, match="money"):
        library.fact_book.retype(held, of_kind(library, held, "person")[0], "money")
    with pytest.raises(NotFoundError):
        library.fact_book.dismiss(other(), Fact("money", "What", 0, 4))


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (lambda book, article, fact: book.dismiss(article, fact), "dismissed “Odile Marchbanks”"),
        (
            lambda book, article, fact: book.retype(article, fact, "org"),
            "“Odile Marchbanks” as org",
        ),
    ],
)
def test_a_choice_is_a_step_that_is_taken_back_in_the_next_run(
    library: Library, held: Article, open_library: OpenLibrary, act: Callable[..., None], label: str
) -> None:
    before = library.facts(held)
    act(library.fact_book, held, of_kind(library, held, "person")[0])
    after = library.facts(held)
    assert after != before
    library.close()
    again = open_library()
    assert again.facts(held) == after
    assert again.undo(held.id) == label
    assert again.facts(held) == before
    assert again.redo(held.id) == label
    assert again.facts(held) == after


def test_a_choice_goes_for_later_versions_too(library: Library, held: Article) -> None:
    library.fact_book.dismiss(held, of_kind(library, held, "person")[0])
    library.fact_book.dismiss(held, of_kind(library, held, "money")[1], whole=False)
    library.keep(story("Something new stands first.", FIRST, "It rained.", SECOND, THIRD))
    newer = library.article(held.id)
    assert newer.version != held.version
    assert set(texts(library, newer, "person")) == {"Tobin Vale"}
    (left,) = of_kind(library, newer, "money")
    assert left.start < newer.text.index("It rained.")


def test_what_is_said_of_an_article_goes_into_its_exports(library: Library, held: Article) -> None:
    assert "Tobin Vale" in library.export_text([held.id], "facts-markdown")
    vale = next(fact for fact in library.facts(held) if fact.text == "Tobin Vale")
    library.fact_book.dismiss(held, vale)
    assert "- Tobin Vale" not in library.export_text([held.id], "facts-markdown")
    rows = json.loads(library.export_text([held.id], "facts-json"))[0]["facts"]
    assert [row for row in rows if row["text"] == "Tobin Vale" and row["kind"] == "person"] == []


def test_what_nobody_can_read_of_the_choices_is_passed_over(
    library: Library, held: Article
) -> None:
    sound = {"kind": "org", "thing": "org:a", "quote": "a", "prefix": "", "suffix": "", "start": 0}
    strange = [1, None, {}, {**sound, "becomes": "money"}, {**sound, "start": "x"}, {"a": 1}]
    library.set_state([held.id], "facts", facts=[*strange, sound])
    assert [choice.thing for choice in choices_of(library.state(held.id))] == ["org:a"]
    library.set_state([held.id], "facts", facts="nothing")
    assert choices_of(library.state(held.id)) == []
    assert library.facts(held)


WORDS = st.sampled_from(["Ada Osei", "Skarrow", "Tobin Vale"])


@given(st.lists(st.tuples(WORDS, st.sampled_from([None, "person", "org", "place"]), st.booleans())))
def test_the_last_choice_on_a_thing_is_the_one_that_holds(
    said: list[tuple[str, FactKind | None, bool]],
) -> None:
    text = "Ada Osei and Skarrow and Tobin Vale."
    facts = [
        Fact("person", name, text.index(name), text.index(name) + len(name), name)
        for name in ("Ada Osei", "Skarrow", "Tobin Vale")
    ]
    choices: list[FactChoice] = []
    wanted: dict[str, str | None] = {}
    for name, becomes, whole in said:
        fact = next(one for one in facts if one.text == name)
        choice = FactChoice(
            *("person", f"person:{name}", name, text[: fact.start], text[fact.end :], fact.start),
            whole=whole,
            becomes=becomes,
        )
        choices = settled(choices, choice)
        wanted[name] = becomes
    shown = {fact.text: fact.kind for fact in apply_choices(facts, choices, text)}
    meant = {fact.text: wanted.get(fact.text, "person") for fact in facts}
    assert shown == {name: kind for name, kind in meant.items() if kind is not None}
