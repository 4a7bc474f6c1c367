"""Facts: what an article says, tied to where it says it. Pure, standard library only.

The rules are loaded when facts are first asked for: compiling them takes a while, and whoever
only handles facts does not need them.
"""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.facts.model import Fact, FactKind

if TYPE_CHECKING:
    from reader.facts.chronology import Moment, timeline
    from reader.facts.explaining import explain

__all__ = [
    "Fact",
    "FactKind",
    "Moment",
    "explain",
    "extract_facts",
    "reads_words_of",
    "timeline",
]

_HOMES = {"Moment": "chronology", "timeline": "chronology", "explain": "explaining"}


def __getattr__(name: str) -> Any:
    """Load what is asked for from the module that it stands in."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def extract_facts(
    text: str, published: date | None = None, language: str | None = None
) -> list[Fact]:
    """Return what *text* says, in reading order.

    Args:
        text: an article's plain text; a paragraph ends at a blank line.
        published: the day that dates such as “Thursday” are told from.
        language: its language as BCP 47; the script of its letters decides when None.
    """
    from reader.facts.extract import extract_facts as extract

    return extract(text, published, language)


def reads_words_of(language: str | None) -> bool:
    """Tell whether the rules read the words of *language*, a BCP 47 tag.

    Of another language they find only what needs no words of it: figures with signs, dates in
    digits, words between quotation marks, links and acronyms. Whoever shows facts should say so.
    """
    from reader.facts.languages import known_languages, language_code

    code = language_code(language)
    return code is None or code in known_languages()
