"""The argument parser's errors, told as all others are: what was named, its problem, a remedy."""

import argparse
import re
from typing import NoReturn

from reader.errors import UsageError

_CHOICE = re.compile(
    r"argument (?P<what>[^:]+): invalid choice: (?P<given>.+?) \(choose from (?P<choices>.*)\)$"
)
_ARGUMENT = re.compile(r"argument (?P<what>[^:]+): (?P<problem>.+)$", re.DOTALL)
_MISSING = re.compile(r"the following arguments are required: (?P<what>.+)$")


class VerbParser(argparse.ArgumentParser):
    """An argument parser that raises what it finds wrong."""

    def error(self, message: str) -> NoReturn:
        """Raise *message* in the project's own form.

        Raises:
            UsageError: always.
        """
        raise self._reworded(message)

    def _reworded(self, message: str) -> UsageError:
        """Return the error that argparse tells as *message*."""
        see = f"see `{self.prog} --help`"
        if found := _CHOICE.match(message):
            choices = re.findall(r"[\w+-]+", found["choices"])
            return UsageError(
                f"{_name(found['what'])} {found['given']}",
                "no such choice",
                _nearest(found["given"].strip("'"), choices) or f"choose from {', '.join(choices)}",
            )
        if found := _MISSING.match(message):
            return UsageError(self.prog, f"{found['what']} is missing", see)
        if found := _ARGUMENT.match(message):
            return UsageError(_name(found["what"]), found["problem"], see)
        return UsageError(self.prog, message, see)

    def unexpected(self, word: str) -> UsageError:
        """Return the error that *word* is no argument of this parser."""
        remedy = _nearest(word, self.options) or f"see `{self.prog} --help`"
        return UsageError(word, "not expected here", remedy)

    @property
    def options(self) -> list[str]:
        """Every option that it knows, as it is written."""
        return [option for action in self._actions for option in action.option_strings]


def _name(what: str) -> str:
    """Return the name of an argument in its longest form, for argparse lists them all."""
    return what.split("/")[-1]


def _nearest(given: str, known: list[str]) -> str:
    """Return the advice to use what of *known* is most like *given*; empty when nothing is."""
    import difflib  # only for a mistake

    close = difflib.get_close_matches(given.partition("=")[0], known, n=1)
    return f"did you mean {close[0]}?" if close else ""
