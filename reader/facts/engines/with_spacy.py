"""Names by spaCy, for those who have installed it with a model."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from reader.errors import FactsError
from reader.facts.engines import Proposal, Settings
from reader.facts.model import Fact, FactKind
from reader.facts.paragraphs import paragraph_spans

_MODEL = "en_core_web_sm"
_KINDS: dict[str, FactKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "LAW": "event",
    "PRODUCT": "work",
    "WORK_OF_ART": "work",
}
"""What spaCy's labels are called here; its others are left to the rules."""


class SpacyEngine:
    """Asks a pipeline of spaCy for named entities, a paragraph at a time."""

    def __init__(self) -> None:
        self._pipeline: Any = None

    def open(self, settings: Settings) -> None:
        """Load the model that the settings name; see ``Engine``."""
        model = settings.get("spacy_model") or _MODEL
        try:
            self._pipeline = import_module("spacy").load(model)
        except ImportError as error:
            raise FactsError("spacy", "is not installed", "install the package spacy") from error
        except (OSError, ValueError) as error:
            remedy = f"run `python -m spacy download {model}`, or set facts.spacy_model"
            raise FactsError("spacy", f"has no model {model}", remedy) from error

    def propose(self, text: str, facts: Sequence[Fact], language: str | None) -> Iterator[Proposal]:
        """Yield the entities of each paragraph; see ``Engine``."""
        spans = list(paragraph_spans(text))
        documents = self._pipeline.pipe(text[start:end] for start, end in spans)
        for (start, _), document in zip(spans, documents, strict=True):
            for entity in document.ents:
                kind = _KINDS.get(entity.label_)
                if kind is not None:
                    yield Proposal(entity.text, kind, start + entity.start_char)

    def close(self) -> None:
        """Let go of the model."""
        self._pipeline = None
