"""Themes that users write themselves: a file each in the folder ``themes`` beside the settings.

Such a file begins with one of the program's themes and names the colours that are to be others::

    base = "dark"

    [colours]
    page = "#101418"
    mark = "rgb(90, 70, 0)"
"""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.theme import Theme

from reader.errors import ConfigError
from reader.tui.theme_names import PREFIX
from reader.tui.themes import THEMES, TOKENS

BASES = {theme.name.removeprefix(PREFIX): theme for theme in THEMES}
"""What a theme may begin with."""

_FIELDS = (
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("foreground", "background", "surface", "panel"),
)
NAMES = (*TOKENS, *_FIELDS)
"""The colours that a theme may name."""


def own_themes(folder: Path) -> tuple[list[Theme], list[str]]:
    """Return the themes in *folder*, and what is wrong with the files that hold none.

    Reads the disk; costs next to nothing when there is no such folder.
    """
    themes: list[Theme] = []
    problems: list[str] = []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        problem = error.strerror or "cannot be read"
        return [], [str(ConfigError(str(folder), problem, "make it a folder you can read"))]
    for file in files:
        try:
            themes.append(read_theme(file))
        except ConfigError as error:
            problems.append(str(error))
    return themes, problems


def read_theme(file: Path) -> Theme:
    """Return the theme in *file*, called after it.

    Raises:
        ConfigError: if it cannot be read, or says anything that a theme does not.
    """
    if file.stem in BASES:
        remedy = "give the file another name"
        raise ConfigError(str(file), f"there is a theme {file.stem} already", remedy)
    body = _read_toml(file)
    for key in body:
        if key not in ("base", "colours"):
            raise ConfigError(f"{file}: {key}", "not part of a theme", "write base and [colours]")
    base = BASES.get(str(body.get("base", "dark")))
    if base is None:
        problem = f"there is no theme {body['base']!r} to begin with"
        raise ConfigError(f"{file}: base", problem, f"name one of {', '.join(BASES)}")
    return _coloured(base, file.stem, _colours(file, body.get("colours", {})))


def _read_toml(file: Path) -> dict[str, Any]:
    """Return what *file* holds."""
    import tomllib  # only when there is a file

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise ConfigError(str(file), problem, "make it a file you can read") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(file), "not UTF-8", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(file), f"not TOML: {error}", "correct it there") from error


def _colours(file: Path, given: object) -> Mapping[str, str]:
    """Return the colours that *file* names, each checked."""
    if not isinstance(given, dict):
        raise ConfigError(f"{file}: colours", "must be a table", "write it below [colours]")
    for name, value in given.items():
        if name not in NAMES:
            raise ConfigError(f"{file}: {name}", "there is no such colour", _advice(name))
        if not _is_colour(value):
            remedy = 'write it as "#5c4d00", "rgb(92, 77, 0)" or "ansi_yellow"'
            raise ConfigError(f"{file}: {name}", f"{value!r} is no colour", remedy)
    return given


def _is_colour(value: object) -> bool:
    """Tell whether *value* is a colour that Textual can read."""
    from textual.color import Color, ColorParseError

    try:
        return isinstance(value, str) and bool(Color.parse(value))
    except ColorParseError:
        return False


def _advice(name: str) -> str:
    """Return what to do about the unknown colour *name*."""
    import difflib  # only for a mistake

    near = difflib.get_close_matches(name, NAMES, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(NAMES)}"


def _coloured(base: Theme, name: str, colours: Mapping[str, str]) -> Theme:
    """Return *base* under another *name*, with *colours* of its own."""
    fields: dict[str, Any] = {key: colours[key] for key in _FIELDS if key in colours}
    follow = {"page": "background", "page-text": "foreground"}
    tokens = {key: colours[key] for key in TOKENS if key in colours}
    tokens |= {
        key: colours[field]
        for key, field in follow.items()
        if field in colours and key not in tokens
    }
    variables = {**base.variables, **tokens}
    return dataclasses.replace(base, name=name, variables=variables, **fields)
