"""Keeps the search for a date from learning the month names of every language there is.

htmldate asks a parser of all languages, which takes two seconds to load, for the rare date that
nothing else reads. It asks for one by name, so one that knows the page's language and English is
put in its place; htmldate has no setting for that.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser import DateDataParser

_COMMON = ("en", "es", "de", "fr", "it", "pt", "nl", "pl")
"""The languages looked for in a page that states none."""


def know(language: str | None) -> None:
    """Let htmldate know the month names of *language*, as BCP 47 names it, and of English.

    What it remembers of other pages goes, so that no page is read by another's language.
    """
    from htmldate import extractors

    code = (language or "").partition("-")[0]
    extractors.get_external_parser = lru_cache(maxsize=1)(lambda: _parser(code))
    extractors.try_date_expr.cache_clear()


@lru_cache(maxsize=4)
def _parser(code: str) -> "DateDataParser":
    """Return a parser of dates in the language *code* and in English, as htmldate sets it up."""
    from dateparser import DateDataParser
    from dateparser.data.languages_info import language_order

    settings = {
        "NORMALIZE": True,
        "PARSERS": ["custom-formats", "absolute-time"],
        "PREFER_DATES_FROM": "past",
        "PREFER_LOCALE_DATE_ORDER": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "STRICT_PARSING": True,
    }
    known = [code, "en"] if code in language_order else _COMMON
    return DateDataParser(languages=list(dict.fromkeys(known)), settings=settings)
