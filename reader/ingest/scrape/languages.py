"""Languages that a script of their own gives away."""

import re
from collections.abc import Mapping

_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
}
"""The commonest language of each script; kana come before the signs that Chinese has alone."""

_LEAST = 0.2


def language_of_script(text: str) -> str | None:
    """Return the language that the letters of *text* are most likely of, None when they tell none.

    Latin, Cyrillic and Arabic letters tell none: too many languages share them.
    """
    letters = sum(map(str.isalpha, text)) or 1
    for language, script in _SCRIPTS.items():
        if len(script.findall(text)) > _LEAST * letters:
            return language
    return None
