"""Names by a GLiNER model that lies on this computer; it is never fetched."""

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from reader.errors import FactsError
from reader.facts.engines import Proposal, Settings
from reader.facts.model import Fact, FactKind
from reader.facts.paragraphs import paragraph_spans

_KINDS: dict[str, FactKind] = {
    "person": "person",
    "organisation": "org",
    "place": "place",
    "event or agreement": "event",
    "product, weapon or work of art": "work",
}
"""What the model is asked for, and what that is called here."""

_LEAST = 0.5


class GlinerEngine:
    """Asks a GLiNER model for named entities, a paragraph at a time."""

    def __init__(self) -> None:
        self._model: Any = None

    def open(self, settings: Settings) -> None:
        """Load the model whose folder the settings name; see ``Engine``."""
        folder = settings.get("gliner_model")
        if not folder:
            raise FactsError("gliner", "has no model", "set facts.gliner_model to its folder")
        os.environ["HF_HUB_OFFLINE"] = "1"  # of this worker alone
        try:
            loaded = import_module("gliner").GLiNER
            self._model = loaded.from_pretrained(folder, local_files_only=True)
        except ImportError as error:
            raise FactsError("gliner", "is not installed", "install the package gliner") from error
        except (OSError, ValueError) as error:
            remedy = "set facts.gliner_model to the folder of one"
            raise FactsError("gliner", f"has no model at {folder}", remedy) from error

    def propose(self, text: str, facts: Sequence[Fact], language: str | None) -> Iterator[Proposal]:
        """Yield the entities of each paragraph; see ``Engine``."""
        for start, end in paragraph_spans(text):
            found = self._model.predict_entities(text[start:end], list(_KINDS), threshold=_LEAST)
            for one in found:
                kind = _KINDS.get(one["label"])
                if kind is not None:
                    yield Proposal(one["text"], kind, start + one["start"], one["score"])

    def close(self) -> None:
        """Let go of the model."""
        self._model = None
