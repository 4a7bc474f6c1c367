"""The facts of articles: from the cache when they were found before, else from the worker."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import IO

from reader.article.model import Article
from reader.errors import FactsError
from reader.facts.lines import Keep, facts_from
from reader.facts.model import Fact
from reader.library.cards import is_held
from reader.library.dates import date_of
from reader.library.fact_cache import FactCache
from reader.paths import Paths
from reader.store import Store
from reader.workers.process import SilenceError, WorkerProcess

_MEMORY_MB = 1024
_TIMEOUT_S = 60.0
_IDLE_S = 30.0
_AT_ONCE_BYTES = 256 * 1024
"""How large a kept list of facts may be to be read while the reader waits."""


class FactBook:
    """Finds facts without loading the rules into this process. Any thread may use it."""

    def __init__(self, store: Store, paths: Paths) -> None:
        self._store = store
        self._cache = FactCache(paths.cache / "facts")

    def facts_of(self, article: Article, keep: Keep | None = None) -> list[Fact]:
        """Return what *article* says, in reading order; only the facts to *keep* when given.

        They are kept on the disk when the library holds the article.

        Raises:
            FactsError: if its text is too much for the worker.
        """
        held = is_held(self._store.state(article.id))
        found = self._cache.facts_of(article, keep) if held else None
        return found if found is not None else self._ask(article, keep, held=held)

    def at_once(self, article: Article, keep: Keep | None = None) -> list[Fact] | None:
        """Return the facts of *article* that can be had in a moment; None when they cannot."""
        return self._cache.facts_of(article, keep, _AT_ONCE_BYTES)

    def forget(self, article_ids: Iterable[str]) -> None:
        """Let go of what is kept on the disk of the facts of articles."""
        for article_id in article_ids:
            self._cache.forget(article_id)

    def close(self) -> None:
        """End the worker; a later call starts another."""
        if "_worker" in self.__dict__:
            self._worker.close()

    @cached_property
    def _worker(self) -> WorkerProcess:
        """The process that has the rules; it starts with its first text."""
        return new_worker()

    def _ask(self, article: Article, keep: Keep | None, *, held: bool) -> list[Fact]:
        """Return the facts as the worker finds them."""

        def exchange(requests: IO[bytes], answers: IO[bytes]) -> list[Fact]:
            _write_request(requests, article)
            lines = self._cache.keeping(article, answers) if held else answers
            return facts_from(lines, article.text, keep)

        try:
            return self._worker.ask(exchange)
        except SilenceError as silent:
            problem = (
                f"its facts took longer than {_TIMEOUT_S:g} seconds to find"
                if silent.late
                else "its facts were too much for the process that looks for them"
            )
            raise FactsError(article.title, problem, "mark what matters yourself") from silent


def new_worker() -> WorkerProcess:
    """Return the process that finds facts within the limits."""
    seconds = str(int(_TIMEOUT_S) + 5)
    return WorkerProcess(
        "reader.facts.worker", [str(_MEMORY_MB), seconds], timeout_s=_TIMEOUT_S, idle_s=_IDLE_S
    )


def _write_request(requests: IO[bytes], article: Article) -> None:
    """Ask for the facts of *article*."""
    text = article.text.encode("utf-8", "surrogatepass")
    day = date_of(article.published)
    about = {
        "bytes": len(text),
        "published": day.isoformat() if day else None,
        "language": article.language,
    }
    requests.write(json.dumps(about).encode("ascii") + b"\n")
    requests.write(text)
    requests.flush()
