"""Why the rules took words for a fact, in plain English."""

import json
import re
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

import reader.facts
from reader.facts import explain, extract_facts
from reader.facts.claim_signs import REASONS
from reader.facts.explaining import is_explained
from reader.facts.languages import known_languages, language_rules

FACTS = Path(reader.facts.__file__).parent
TABLE = json.loads((FACTS / "data/explanations.json").read_text(encoding="utf-8"))
KINDS = (
    "acronym|claim|date|duration|event|link|money|name|org|percent|person|place|quantity|quote"
    "|set|time|work"
)
RULE = re.compile(rf'"((?:{KINDS})\.[a-z][a-z-]*)"')


def rules_in_the_source() -> set[str]:
    """Return the names of rules that stand in the modules."""
    sources = [path.read_text(encoding="utf-8") for path in FACTS.glob("*.py")]
    return {name for source in sources for name in RULE.findall(source)}


def rules_of_languages() -> set[str]:
    """Return the names of rules that the files of other languages make."""
    found = set()
    for code in known_languages()[1:]:
        rules = language_rules(code)
        assert rules
        found |= {f"date.{code}-{name.partition(':')[0]}" for name, _ in rules.dates}
        found |= {f"money.{code}", f"percent.{code}", f"place.{code}", f"quote.{code}-cue"}
    return found


def marked_texts() -> Any:
    """Return the marked texts beside this module."""
    spec = spec_from_file_location("marked", Path(__file__).with_name("marked.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.marked_texts()


def test_every_rule_in_the_source_has_its_sentence() -> None:
    names = rules_in_the_source()
    assert len(names) > 100
    assert {name for name in names if not is_explained(name)} == set()


def test_every_rule_of_a_language_has_its_sentence() -> None:
    assert {name for name in rules_of_languages() if not is_explained(name)} == set()


def test_every_reason_of_a_claim_has_its_sentence() -> None:
    names = {f"claim.{reason.replace(' ', '-')}" for reason in REASONS}
    assert {name for name in names if not is_explained(name)} == set()


def test_all_that_the_engine_gives_for_the_marked_texts_is_explained() -> None:
    given = {
        evidence
        for marked in marked_texts()
        for fact in extract_facts(marked.text, date(2025, 12, 11), marked.language)
        for evidence in fact.evidence
    }
    assert {name for name in given if not is_explained(name)} == set()


def test_the_table_explains_no_rule_that_is_gone() -> None:
    told = set(TABLE["rules"])
    known = rules_in_the_source() | {f"claim.{reason.replace(' ', '-')}" for reason in REASONS}
    made = {name for name in told if name.startswith("percent.") or name.endswith(".joined")}
    assert told - known - made == set()


def test_the_table_knows_the_languages_by_name() -> None:
    names = {code: rules.name for code in known_languages()[1:] if (rules := language_rules(code))}
    assert TABLE["languages"] == names


@pytest.mark.parametrize("told", [*TABLE["rules"].values(), *TABLE["abroad"].values()])
def test_every_explanation_is_a_sentence(told: str) -> None:
    assert re.fullmatch(r"[A-Z“].{10,110}\.", told)


def test_a_rule_of_another_language_names_the_language() -> None:
    assert explain("date.de-weekday").endswith("It is read as German.")
    assert explain("money.hi").endswith("It is read as Hindi.")


def test_a_rule_that_is_not_known_is_named() -> None:
    assert explain("spacy.ner") == "The rule “spacy.ner” found it."
    assert not is_explained("money.xx")
