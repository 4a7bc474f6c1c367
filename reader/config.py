"""The settings that a user writes by hand into ``config.toml``.

Settings made on the screen are the library's own and lie in the store.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from reader.errors import ConfigError

OFFLINE_VARIABLE = "NEWSMARGIN_OFFLINE"

KEYMAPS = ("default", "vim", "less")
"""The presets of keys."""

_OFF = frozenset({"", "0", "false", "no", "off"})
_TABLES = ("keys", "export", "feeds", "network", "facts")
_DAY_MINUTES = 24 * 60


class Config(NamedTuple):
    """What the user set, and for the rest what holds without them.

    A named tuple, for every command reads it and none should wait for dataclasses to load.
    """

    theme: str | None = None
    """The name of the screen's theme; None for the one that suits the terminal."""

    keymap: str = "default"
    """Which program's keys hold where ``keys`` says nothing."""

    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The keys of each action that the user has given others than the usual."""

    body_width: int = 84
    """The widest that the article's column gets, in terminal cells."""

    editor: str | None = None
    """The command that edits a note; None for ``$VISUAL``, then ``$EDITOR``."""

    export_folder: Path | None = None
    """Where exports of several articles go when no place is named."""

    export_profile: str = "markdown"
    """The format of an export when none is named."""

    offline: bool = False
    """Whether the network is left alone."""

    allow_private: bool = False
    """Whether pages may be fetched from this computer and its own network."""

    feeds_on_start: bool = False
    """Whether the screen asks the feeds that are due when it opens."""

    feeds_minutes: int = 0
    """Every how many minutes the screen asks the feeds that are due; 0 for never."""

    fact_engines: tuple[str, ...] = ()
    """The engines that are asked for names after the rules."""

    spacy_model: str = "en_core_web_sm"
    gliner_model: Path | None = None
    local_address: str = "http://127.0.0.1:11434/v1"
    local_model: str = ""
    allow_remote: bool = False
    """Whether the address of the engine ``local`` may be another computer's."""

    warnings: tuple[str, ...] = ()
    """What in the file was passed over, each told as ``subject: problem; remedy``."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the settings in the file at *path*, or the usual ones when there is no such file.

        ``NEWSMARGIN_OFFLINE`` in the environment wins over the file. Unknown keys are passed over
        with a warning. Reads the disk.

        Raises:
            ConfigError: if the file cannot be read, or a setting is not of its type.
        """
        settings, warnings = _read_settings(path)
        if os.environ.get(OFFLINE_VARIABLE, "").strip().lower() not in _OFF:
            settings["offline"] = True
        return cls(**settings, warnings=tuple(warnings))

    def describe(self) -> list[dict[str, Any]]:
        """Return a row for each setting, ready for JSON: key, value, usual value and meaning."""
        usual = Config()
        return [
            {
                "key": setting.key,
                "value": _plain(getattr(self, setting.field)),
                "default": _plain(getattr(usual, setting.field)),
                "meaning": setting.meaning,
            }
            for setting in SETTINGS
        ]


def _text(value: object) -> str:
    """Return *value*, which must be a text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text")
    return value


def _keymap(value: object) -> str:
    """Return *value*, which must be the name of a preset of keys."""
    if value not in KEYMAPS:
        raise ValueError(" or ".join(KEYMAPS))
    return str(value)


def _width(value: object) -> int:
    """Return *value*, which must be a width that an article can be read in."""
    if not isinstance(value, int) or isinstance(value, bool) or not 20 <= value <= 400:
        raise ValueError("a whole number from 20 to 400")
    return value


def _minutes(value: object) -> int:
    """Return *value*, which must be a number of minutes, at most a day's."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _DAY_MINUTES:
        raise ValueError(f"a whole number from 0 to {_DAY_MINUTES}")
    return value


def _truth(value: object) -> bool:
    """Return *value*, which must be true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _folder(value: object) -> Path:
    """Return the folder that *value* names, ``~`` being the user's home."""
    try:
        return Path(_text(value)).expanduser()
    except RuntimeError as error:
        raise ValueError("a folder that exists") from error


def _keys(value: object) -> tuple[str, ...]:
    """Return the keys that *value* names: one, several, or none to take an action's keys away."""
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(key, str) and key for key in listed):
        raise ValueError('a key such as "h", or a list of keys')
    return tuple(listed)


def _names(value: object) -> tuple[str, ...]:
    """Return the names that *value* lists."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError('a list of names, as ["spacy"]')
    return tuple(value)


class Setting(NamedTuple):
    """One setting that the file may hold."""

    key: str
    """As it is written, its table first: ``export.folder``."""

    field: str
    """The field of ``Config`` that holds it."""

    parse: Callable[[object], Any]
    """Checks a value; raises ValueError with what it should have been."""

    meaning: str


SETTINGS = (
    Setting("theme", "theme", _text, "the screen's theme"),
    Setting("body_width", "body_width", _width, "the widest that the article's column gets"),
    Setting("editor", "editor", _text, "the command that edits a note"),
    Setting("export.folder", "export_folder", _folder, "where exports of several articles go"),
    Setting("export.profile", "export_profile", _text, "the format of an export"),
    Setting("network.offline", "offline", _truth, "leave the network alone"),
    Setting("network.allow_private", "allow_private", _truth, "fetch from one's own network too"),
    Setting("feeds.on_start", "feeds_on_start", _truth, "ask due feeds when the screen opens"),
    Setting("feeds.minutes", "feeds_minutes", _minutes, "ask due feeds as often; 0 for never"),
    Setting("facts.engines", "fact_engines", _names, "engines asked for names after the rules"),
    Setting("facts.spacy_model", "spacy_model", _text, "the model of the engine spacy"),
    Setting("facts.gliner_model", "gliner_model", _folder, "the folder of the engine gliner's"),
    Setting("facts.local_address", "local_address", _text, "where the engine local is asked"),
    Setting("facts.local_model", "local_model", _text, "the model it is asked for"),
    Setting("facts.allow_remote", "allow_remote", _truth, "let articles leave for that address"),
    Setting("keymap", "keymap", _keymap, "the keys of another program: vim or less"),
    Setting("keys", "keys", _keys, "keys of actions that should have others than the usual"),
)
"""Every setting there is, in the order in which they are listed."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def _read_settings(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Return the fields that the file at *path* sets, and what is to be told about the rest."""
    settings: dict[str, Any] = {}
    warnings: list[str] = []
    for key, value in _flatten(_read_toml(path), path):
        table, _, action = key.partition(".")
        setting = _BY_KEY.get("keys" if table == "keys" else key)
        if setting is None:
            warnings.append(f"{path}: there is no setting {key}; {_advice(key)}")
            continue
        parsed = _parse(setting, key, value, path)
        if table == "keys":
            settings.setdefault("keys", {})[action] = parsed
        else:
            settings[setting.field] = parsed
    return settings, warnings


def _read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of the file at *path*, none when it does not exist."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise ConfigError(str(path), problem, "make it a file you can read") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "not UTF-8", "save it as UTF-8") from error
    import tomllib  # only when there is a file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), f"not TOML: {error}", "correct it there") from error


def _flatten(tables: Mapping[str, Any], path: Path) -> Iterator[tuple[str, object]]:
    """Yield every setting of *tables* with its whole key."""
    for name, value in tables.items():
        if name in _TABLES and not isinstance(value, dict):
            raise ConfigError(f"{path}: {name}", "must be a table", f"write it below [{name}]")
        if isinstance(value, dict):
            for inner, setting in value.items():
                yield f"{name}.{inner}", setting
        else:
            yield name, value


def _parse(setting: Setting, key: str, value: object, path: Path) -> Any:
    """Return the checked *value* of a setting."""
    try:
        return setting.parse(value)
    except ValueError as error:
        shown = repr(value) if isinstance(value, str | int | float | bool) else "that"
        raise ConfigError(f"{path}: {key}", f"cannot be {shown}", f"give it {error}") from error


def _advice(key: str) -> str:
    """Return what to do about the unknown *key*."""
    import difflib  # only for a mistake

    nearest = difflib.get_close_matches(key, _BY_KEY, n=1) or difflib.get_close_matches(
        key.rpartition(".")[2], [known.rpartition(".")[2] for known in _BY_KEY], n=1
    )
    if not nearest:
        return "see `reader config` for those there are"
    meant = next(known for known in _BY_KEY if known.endswith(nearest[0]))
    return f"did you mean {meant}?"


def _plain(value: object) -> Any:
    """Return *value* as JSON writes it."""
    if isinstance(value, Mapping):
        return {action: list(keys) for action, keys in value.items()}
    return str(value) if isinstance(value, Path) else value
