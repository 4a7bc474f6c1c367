"""What the verbs of one run share: arguments, output, and the library once it is needed."""

import argparse
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.cli.output import Output
from reader.cli.standard_input import standard_input
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.article.model import Article
    from reader.config import Config
    from reader.facts import Fact
    from reader.library import Library
    from reader.library.sources import Sources
    from reader.paths import Paths


class Session:
    """One run of the command line."""

    def __init__(self, arguments: argparse.Namespace, out: Output) -> None:
        self.arguments = arguments
        self.out = out

    @cached_property
    def paths(self) -> "Paths":
        """Where the files are."""
        from reader.paths import Paths

        return Paths.find(getattr(self.arguments, "data_dir", None))

    @cached_property
    def config(self) -> "Config":
        """The user's settings; what is odd in them is told once."""
        from reader.config import Config

        config = Config.load(self.paths.config_file)
        for warning in config.warnings:
            self.out.warn(warning)
        return config

    @cached_property
    def library(self) -> "Library":
        """The library, opened when a verb first asks for it."""
        from reader.library import Library

        return Library.open(self.paths, self.config)

    @cached_property
    def _sources(self) -> "Sources":
        """What reads sources without a library."""
        from reader.library.sources import Sources

        return Sources(self.config)

    @cached_property
    def piped(self) -> bytes:
        """What comes on standard input, which can be read once only."""
        return standard_input()

    def read(self, source: str | bytes, *, url: str | None, kind: str | None) -> "Article":
        """Return the article of a source, storing nothing.

        The library reads it when it is open, for it may be asked to keep it; no library is opened
        for it, so that a damaged one is in nobody's way.

        Raises:
            ReaderError: if it cannot be read or is no article.
        """
        reader = self.library if "library" in self.__dict__ else self._sources
        return reader.read(source, url=url, kind=kind)

    def facts(
        self, article: "Article", *, engines: "Sequence[str] | None", dismissed: bool
    ) -> "tuple[list[Fact], list[str]]":
        """Return the facts of *article*, as the user wants them when the library is open.

        Args:
            article: the article.
            engines: the engines to ask after the rules, if any.
            dismissed: whether those that the user dismissed are returned too.

        Returns:
            The facts, and a line for each engine that failed.

        Raises:
            FactsError: if its text is too much.
        """
        if engines:
            book = self.library.fact_book
            return book.with_engines(article, names=engines, dismissed=dismissed)
        if "library" in self.__dict__:
            return self.library.fact_book.facts_of(article, dismissed=dismissed), []
        from reader.library.dates import facts_of

        return facts_of(article), []

    @property
    def wants_json(self) -> bool:
        """Whether one JSON document was asked for."""
        return bool(getattr(self.arguments, "json", False))

    @property
    def wants_lines(self) -> bool:
        """Whether JSON lines were asked for."""
        return bool(getattr(self.arguments, "jsonl", False))

    def print_rows(self, rows: list[dict[str, Any]]) -> bool:
        """Print *rows* as the JSON asked for; return whether any was."""
        if not (self.wants_json or self.wants_lines):
            return False
        self.out.rows(rows, lines=self.wants_lines)
        return True

    def close(self, code: int) -> int:
        """Close what was opened and return *code*; 1 if all was done but the store was mended."""
        if "_sources" in self.__dict__:
            self._sources.close()
        if "library" not in self.__dict__:
            return code
        notices = self.library.take_notices()
        for notice in notices:
            self.out.warn(notice)
        self.library.close()
        return code or int(bool(notices))


class Failures:
    """What could not be done of the several things that one verb was asked for."""

    def __init__(self, out: Output, asked: int) -> None:
        self._out = out
        self._asked = asked
        self._codes: list[int] = []

    def add(self, error: ReaderError) -> None:
        """Tell of one that failed."""
        self.add_told(str(error), error.exit_code)

    def add_told(self, message: str, exit_code: int) -> None:
        """Tell of one that failed, from what was made of its error."""
        self._codes.append(exit_code)
        self._out.error(message)

    @property
    def exit_code(self) -> int:
        """0 when none failed, the first one's own code when all did, else 1 for partly done."""
        if not self._codes:
            return 0
        return self._codes[0] if len(self._codes) == self._asked else 1
