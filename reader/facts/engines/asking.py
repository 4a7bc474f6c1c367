"""Asks engines one after the other; one that fails is told of, and the others are heard."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reader.errors import FactsError
from reader.facts.engines import Engine, Settings
from reader.facts.engines.merging import merge
from reader.facts.engines.registry import make_engine
from reader.facts.model import Fact

_OPENED: dict[str, Engine] = {}
"""The engines of this process, by name and settings: a model is loaded once."""


def hear_engines(
    facts: Sequence[Fact], text: str, about: Mapping[str, Any]
) -> tuple[list[Fact], list[str]]:
    """Return *facts* with what engines propose, and a line for each engine that failed.

    Args:
        facts: what the rules found.
        text: the text.
        about: ``engines``, their names; ``settings``; and the ``language`` of the text.
    """
    heard, told = list(facts), []
    for name in about["engines"]:
        try:
            engine = _opened(name, about.get("settings") or {})
            proposals = list(engine.propose(text, heard, about.get("language")))
            heard = merge(heard, proposals, text, name)
        except FactsError as error:
            told.append(str(error))
        except Exception as error:  # noqa: BLE001  # the edge: engines are other people's code
            told.append(str(FactsError(name, f"failed: {error!r}", "the rules' facts stand")))
    return heard, told


def _opened(name: str, settings: Settings) -> Engine:
    """Return the engine called *name*, opened with *settings*."""
    key = json.dumps([name, dict(settings)], sort_keys=True)
    if key not in _OPENED:
        engine = make_engine(name)
        engine.open(settings)
        _OPENED[key] = engine
    return _OPENED[key]
