"""Engines add names to those of the rules, re-type them or take them away; none is needed."""

import json
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FactsError
from reader.facts.engines import NAMED, Engine, Proposal
from reader.facts.engines.asking import hear_engines
from reader.facts.engines.local_model import LocalModelEngine
from reader.facts.engines.merging import merge
from reader.facts.engines.registry import engine_names, make_engine
from reader.facts.model import Fact

Package = Callable[[str, str], None]

TEXT = "Odile Marchbanks met the Lantern Union.\n\nThe Lantern Union said no."
RULES = [
    Fact("person", "Odile Marchbanks", 0, 16, "Odile Marchbanks", "person:odile marchbanks"),
    Fact("org", "Lantern Union", 45, 58, "Lantern Union", "org:lantern union"),
]


def shown(facts: list[Fact]) -> list[tuple[str, str, int, str]]:
    """Return what tells of each fact."""
    return [(fact.kind, fact.text, fact.start, fact.source) for fact in facts]


def test_words_are_found_wherever_they_stand() -> None:
    merged = merge(RULES, [Proposal("Lantern Union", "org")], TEXT, "spacy")
    assert shown(merged)[1] == ("org", "Lantern Union", 25, "spacy")
    assert merged[2] == RULES[1]


def test_another_kind_on_the_same_words_re_types_them() -> None:
    merged = merge(RULES, [Proposal("Odile Marchbanks", "place", 0)], TEXT, "spacy")
    assert shown(merged)[0] == ("place", "Odile Marchbanks", 0, "spacy")
    assert merged[0].entity == "place:odile marchbanks"


def test_no_kind_takes_a_name_away() -> None:
    assert merge(RULES, [Proposal("Odile Marchbanks", None)], TEXT, "local") == RULES[1:]


@pytest.mark.parametrize(
    "proposal",
    [
        Proposal("Odile Marchbank", "person"),
        Proposal("Nobody", "person"),
        Proposal("Odile Marchbanks", "org", 3),
        Proposal("Marchbanks", "person"),
        Proposal("Union.\n\nThe", "org"),
        Proposal("", "org"),
        Proposal("met", None),
        Proposal("Odile Marchbanks", "money"),
        Proposal("Odile Marchbanks", "person", -5),
    ],
)
def test_what_does_not_stand_there_or_overlaps_is_dropped(proposal: Proposal) -> None:
    assert merge(RULES, [proposal], TEXT, "local") == RULES


KINDS = st.sampled_from([None, *NAMED])


@given(st.lists(st.builds(Proposal, st.text("MOLU dehilnt\n", max_size=8), KINDS)))
def test_every_fact_stands_in_the_text_and_none_overlaps(proposals: list[Proposal]) -> None:
    merged = merge(RULES, proposals, TEXT, "local")
    assert all(TEXT[fact.start : fact.end] == fact.text for fact in merged)
    assert all("\n\n" not in fact.text for fact in merged)
    ends = [fact.end for fact in merged]
    assert all(end <= fact.start for end, fact in zip(ends, merged[1:], strict=False))


# spaCy and GLiNER, by small stand-ins

SPACY = """
class Entity:
    def __init__(self, text, label, start):
        self.text, self.label_, self.start_char = text, label, start

class Document:
    def __init__(self, text):
        at = text.find("Lantern Union")
        self.ents = [Entity("Lantern Union", "ORG", at), Entity("no", "CARDINAL", 0)]
        if at < 0:
            self.ents = []

class Pipeline:
    def pipe(self, texts):
        return map(Document, texts)

def load(model):
    if model != "news":
        raise OSError("no such model")
    return Pipeline()
"""

GLINER = """
class GLiNER:
    @classmethod
    def from_pretrained(cls, folder, local_files_only):
        assert local_files_only
        return cls()

    def predict_entities(self, text, labels, threshold):
        at = text.find("Lantern Union")
        found = {"text": "Lantern Union", "label": labels[1], "start": at, "score": 0.9}
        return [found] if at >= 0 else []
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """Return what puts a module of a name where Python finds it, for this test."""
    monkeypatch.syspath_prepend(tmp_path)
    made: list[str] = []

    def make(name: str, code: str) -> None:
        (tmp_path / f"{name}.py").write_text(code)
        made.append(name)

    yield make
    for name in made:
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    ("name", "module", "code", "settings"),
    [
        ("spacy", "spacy", SPACY, {"spacy_model": "news"}),
        ("gliner", "gliner", GLINER, {"gliner_model": "/models/news"}),
    ],
)
def test_a_package_is_asked_a_paragraph_at_a_time(
    package: Package,
    name: str,
    module: str,
    code: str,
    settings: Mapping[str, str],
) -> None:
    package(module, code)
    engine = make_engine(name)
    engine.open(settings)
    found = [(one.words, one.kind, one.start) for one in engine.propose(TEXT, RULES, "en")]
    engine.close()
    assert found == [("Lantern Union", "org", 25), ("Lantern Union", "org", 45)]


def test_what_is_not_installed_or_has_no_model_is_told(
    package: Package,
) -> None:
    with pytest.raises(FactsError, match="spacy: is not installed; install the package"):
        make_engine("spacy").open({})
    with pytest.raises(FactsError, match=r"gliner: has no model; set facts\.gliner_model"):
        make_engine("gliner").open({})
    package("spacy", SPACY)
    with pytest.raises(FactsError, match="spacy: has no model other; run `python -m spacy"):
        make_engine("spacy").open({"spacy_model": "other"})
    with pytest.raises(FactsError, match="nosuch: no engine that finds facts; use spacy, gliner"):
        make_engine("nosuch")


def test_an_engine_of_another_package_is_found_by_its_entry_point(
    package: Package, tmp_path: Path
) -> None:
    package(
        "harbour_names",
        "from reader.facts.engines import Proposal\n"
        "class Engine:\n"
        "    def open(self, settings): pass\n"
        "    def propose(self, text, facts, language):\n"
        "        yield Proposal('Lantern Union', 'org')\n"
        "    def close(self): pass\n"
        "class Broken(Engine):\n"
        "    def propose(self, text, facts, language):\n"
        "        raise ZeroDivisionError\n",
    )
    about = tmp_path / "harbour_names-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour-names\nVersion: 1\n")
    (about / "entry_points.txt").write_text(
        "[reader.fact_engines]\nharbour = harbour_names:Engine\nbroken = harbour_names:Broken\n"
    )
    assert engine_names() == ["spacy", "gliner", "local", "broken", "harbour"]
    facts, told = hear_engines(RULES, TEXT, {"engines": ["broken", "spacy", "harbour"]})
    assert len(facts) == 3
    assert [line.partition(":")[0] for line in told] == ["broken", "spacy"]
    assert told[0] == "broken: failed: ZeroDivisionError(); the rules' facts stand"


# A model behind an address


class Model(BaseHTTPRequestHandler):
    """Answers as a model does, with what the test wants it to say."""

    said = ""
    status = 200
    asked: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        """Answer a chat."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Model.asked.append(json.loads(body) | {"path": self.path})
        answer = json.dumps({"choices": [{"message": {"content": Model.said}}]}).encode()
        self.send_response(Model.status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def model() -> Iterator[Engine]:
    """Return an engine that asks a real server on this computer."""
    Model.status, Model.asked = 200, []
    server = HTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    engine = LocalModelEngine()
    address = f"http://127.0.0.1:{server.server_port}/v1"
    engine.open({"local_address": address, "local_model": "m", "offline": True})
    yield engine
    server.shutdown()
    thread.join()
    server.server_close()


def test_of_what_a_model_says_only_the_names_count(model: Engine) -> None:
    Model.said = 'Here: [{"text": "Lantern Union", "kind": "org"}, {"text": "no", "kind": "none"}]'
    Model.said = Model.said.replace("]", ', {"text": 3, "kind": "org"}, "x", {"kind": "money"}]')
    found = list(model.propose(TEXT, RULES, "en"))
    assert [(one.words, one.kind) for one in found] == [("Lantern Union", "org"), ("no", None)]
    assert Model.asked[0]["path"] == "/v1/chat/completions"
    assert Model.asked[0]["messages"][1]["content"] == TEXT


def test_a_long_text_is_asked_about_in_stretches(model: Engine) -> None:
    Model.said = "[]"
    text = "\n\n".join(f"Paragraph {number} is here." * 20 for number in range(40))
    assert list(model.propose(text, [], "en")) == []
    assert "".join(one["messages"][1]["content"] for one in Model.asked) == text
    assert len(Model.asked) > 1


@pytest.mark.parametrize(
    ("said", "status", "problem"),
    [("no list", 200, "answered no list of names"), ("[]", 500, "does not answer: 500")],
)
def test_a_model_that_fails_is_told(model: Engine, said: str, status: int, problem: str) -> None:
    Model.said, Model.status = said, status
    with pytest.raises(FactsError, match=problem):
        list(model.propose(TEXT, RULES, "en"))


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({}, "local: has no model"),
        ({"local_address": "ftp://x", "local_model": "m"}, "no address of a model"),
        ({"local_address": "http://192.0.2.1/v1", "local_model": "m"}, "set facts.allow_remote"),
        (
            {
                "local_address": "http://192.0.2.1/v1",
                "local_model": "m",
                "allow_remote": True,
                "offline": True,
            },
            "the network is left alone",
        ),
    ],
)
def test_no_article_leaves_this_computer_unasked(settings: Mapping[str, Any], problem: str) -> None:
    with pytest.raises(FactsError, match=problem):
        LocalModelEngine().open(settings)


def test_an_address_elsewhere_is_taken_when_the_settings_allow_it() -> None:
    settings = {"local_address": "https://192.0.2.1", "local_model": "m", "allow_remote": True}
    LocalModelEngine().open(settings)
