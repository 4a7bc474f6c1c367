"""Which engines there are, ours and those of other packages, and how one is made."""

from importlib import import_module
from importlib.metadata import entry_points

from reader.errors import FactsError
from reader.facts.engines import Engine

GROUP = "reader.fact_engines"
"""The entry-point group in which other packages name their engines."""

_OURS = {
    "spacy": "reader.facts.engines.with_spacy:SpacyEngine",
    "gliner": "reader.facts.engines.with_gliner:GlinerEngine",
    "local": "reader.facts.engines.local_model:LocalModelEngine",
}


def engine_names() -> list[str]:
    """Return the names of all engines, ours first."""
    return [*_OURS, *sorted(one.name for one in entry_points(group=GROUP) if one.name not in _OURS)]


def make_engine(name: str) -> Engine:
    """Return the engine called *name*, not opened yet.

    Raises:
        FactsError: if there is none, or its package is broken.
    """
    found = next((one for one in entry_points(group=GROUP) if one.name == name), None)
    if name not in _OURS and found is None:
        known = ", ".join(engine_names())
        raise FactsError(name, "no engine that finds facts", f"use {known}")
    try:
        engine: Engine = (_loaded(_OURS[name]) if found is None else found.load())()
    except (ImportError, AttributeError, TypeError) as error:
        raise FactsError(name, f"cannot be loaded: {error}", "install it anew") from error
    return engine


def _loaded(where: str) -> type[Engine]:
    """Return the class that *where* names, its module before the colon."""
    module, _, name = where.partition(":")
    engine: type[Engine] = getattr(import_module(module), name)
    return engine
