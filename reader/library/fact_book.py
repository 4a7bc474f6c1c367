"""The facts of articles: from the cache when they were found before, else from the worker."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import IO, Any

from reader.article.model import Article
from reader.config import Config
from reader.errors import FactsError, UsageError
from reader.facts.lines import Keep, facts_from
from reader.facts.model import Fact, FactKind
from reader.library.articles import held_state
from reader.library.cards import is_held
from reader.library.dates import date_of
from reader.library.fact_cache import FactCache
from reader.library.fact_choices import (
    NAMES,
    FactChoice,
    apply_choices,
    as_field,
    choices_of,
    chosen,
    settled,
)
from reader.library.labels import quoted
from reader.paths import Paths
from reader.store import Change, Store
from reader.workers.process import Exchange, SilenceError, WorkerProcess

_MEMORY_MB = 1024
_TIMEOUT_S = 60.0
_IDLE_S = 30.0
_ENGINES_S = 180.0
"""How many seconds engines have for one article, the loading of their models among them."""
_AT_ONCE_BYTES = 256 * 1024
"""How large a kept list of facts may be to be read while the reader waits."""


class FactBook:
    """Finds facts without loading the rules into this process. Any thread may use it."""

    def __init__(self, store: Store, paths: Paths, config: Config) -> None:
        self._store = store
        self._config = config
        self._cache = FactCache(paths.cache / "facts")

    def facts_of(
        self, article: Article, keep: Keep | None = None, *, dismissed: bool = False
    ) -> list[Fact]:
        """Return what *article* says, in reading order, as the user wants it.

        Facts of an article that the library holds are kept on the disk.

        Args:
            article: the article.
            keep: which of the rules' facts count; None for all.
            dismissed: whether those that the user dismissed are returned too, marked as such.

        Raises:
            FactsError: if its text is too much for the worker.
        """
        state = self._store.state(article.id)
        held = is_held(state)
        found = self._cache.facts_of(article, keep) if held else None
        if found is None:
            found = self._ask(article, keep, held=held)
        return apply_choices(found, choices_of(state), article.text, dismissed=dismissed)

    def with_engines(
        self,
        article: Article,
        keep: Keep | None = None,
        *,
        names: Sequence[str],
        dismissed: bool = False,
    ) -> tuple[list[Fact], list[str]]:
        """Return the facts of *article* with what engines add, re-type or veto; else as above.

        Args:
            article: the article.
            keep: which facts count; None for all.
            names: the engines, by their names.
            dismissed: whether those that the user dismissed are returned too.

        Returns:
            The facts, and a line for each engine that failed; then the rules' facts stand.

        Raises:
            FactsError: if the engines gave no answer in their time.
        """
        about = {
            "engines": list(names),
            "settings": engine_settings(self._config),
        }
        told: list[str] = []

        def exchange(requests: IO[bytes], answers: IO[bytes]) -> list[Fact]:
            _write_request(requests, article, about)
            return facts_from(answers, article.text, keep, told)

        found = _answer(self._engines, exchange, article, _ENGINES_S)
        choices = choices_of(self._store.state(article.id))
        return apply_choices(found, choices, article.text, dismissed=dismissed), told

    def at_once(
        self, article: Article, keep: Keep | None = None, *, dismissed: bool = False
    ) -> list[Fact] | None:
        """Return the facts of *article* if they can be had in a moment, else None; as above."""
        found = self._cache.facts_of(article, keep, _AT_ONCE_BYTES)
        if found is None:
            return None
        choices = choices_of(self._store.state(article.id))
        return apply_choices(found, choices, article.text, dismissed=dismissed)

    def dismiss(self, article: Article, fact: Fact, *, whole: bool = True) -> None:
        """Say that *fact* is none, for this version and those to come. Durable when it returns.

        Args:
            article: the article, which the library holds.
            fact: one of its facts.
            whole: whether it goes for all mentions of the thing, else for this one alone.
        """
        told = f"dismissed {quoted(fact.text)}"
        self._choose(article, chosen(article, fact, whole=whole), told)

    def retype(self, article: Article, fact: Fact, kind: FactKind, *, whole: bool = True) -> None:
        """Say that *fact* is of another *kind*, or of the rules' own again; else as ``dismiss``.

        Raises:
            UsageError: if it is not a kind that facts can be given.
        """
        choice = chosen(article, fact, whole=whole, becomes=kind)
        if kind not in (choice.kind, *NAMES):
            raise UsageError(kind, "no kind that a fact can be given", f"use {', '.join(NAMES)}")
        self._choose(article, choice, f"{quoted(fact.text)} as {kind}")

    def bring_back(self, article: Article, fact: Fact) -> None:
        """Take back what was said of *fact*, in all its mentions; else as ``dismiss``."""
        choice = chosen(article, fact, whole=True)
        as_found = replace(choice, becomes=choice.kind)
        self._choose(article, as_found, f"brought back {quoted(fact.text)}")

    def _choose(self, article: Article, choice: FactChoice, label: str) -> None:
        """Keep *choice*, as a step called *label*."""
        choices = settled(choices_of(held_state(self._store, article.id)), choice)
        self._store.commit([Change("state", article.id, "state", as_field(choices))], label)

    def forget(self, article_ids: Iterable[str]) -> None:
        """Let go of what is kept on the disk of the facts of articles."""
        for article_id in article_ids:
            self._cache.forget(article_id)

    def close(self) -> None:
        """End the worker; a later call starts another."""
        for name in ("_worker", "_engines"):
            if name in self.__dict__:
                self.__dict__[name].close()

    @cached_property
    def _worker(self) -> WorkerProcess:
        """The process that has the rules; it starts with its first text."""
        return new_worker()

    @cached_property
    def _engines(self) -> WorkerProcess:
        """The process that has the engines, whose models may need much memory."""
        seconds = str(int(_ENGINES_S) + 5)
        module = "reader.facts.worker"
        return WorkerProcess(module, ["0", seconds], timeout_s=_ENGINES_S, idle_s=_IDLE_S)

    def _ask(self, article: Article, keep: Keep | None, *, held: bool) -> list[Fact]:
        """Return the facts as the worker finds them."""

        def exchange(requests: IO[bytes], answers: IO[bytes]) -> list[Fact]:
            _write_request(requests, article)
            lines = self._cache.keeping(article, answers) if held else answers
            return facts_from(lines, article.text, keep)

        return _answer(self._worker, exchange, article, _TIMEOUT_S)


def _answer(
    worker: WorkerProcess, exchange: Exchange[list[Fact]], article: Article, seconds: float
) -> list[Fact]:
    """Return what *worker* answers within its time."""
    try:
        return worker.ask(exchange)
    except SilenceError as silent:
        problem = (
            f"its facts took longer than {seconds:g} seconds to find"
            if silent.late
            else "its facts were too much for the process that looks for them"
        )
        raise FactsError(article.title, problem, "mark what matters yourself") from silent


def engine_settings(config: Config) -> dict[str, str | bool]:
    """Return what the configuration says to engines."""
    return {
        "spacy_model": config.spacy_model,
        "gliner_model": str(config.gliner_model or ""),
        "local_address": config.local_address,
        "local_model": config.local_model,
        "allow_remote": config.allow_remote,
        "offline": config.offline,
    }


def new_worker() -> WorkerProcess:
    """Return the process that finds facts within the limits."""
    seconds = str(int(_TIMEOUT_S) + 5)
    return WorkerProcess(
        "reader.facts.worker", [str(_MEMORY_MB), seconds], timeout_s=_TIMEOUT_S, idle_s=_IDLE_S
    )


def _write_request(
    requests: IO[bytes], article: Article, further: Mapping[str, Any] = MappingProxyType({})
) -> None:
    """Ask for the facts of *article*."""
    text = article.text.encode("utf-8", "surrogatepass")
    day = date_of(article.published)
    about = {
        "bytes": len(text),
        "published": day.isoformat() if day else None,
        "language": article.language,
        **further,
    }
    requests.write(json.dumps(about).encode("ascii") + b"\n")
    requests.write(text)
    requests.flush()
