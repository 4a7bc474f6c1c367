"""Values as the file of settings writes them, so that what is printed can be pasted there."""

import re
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def as_toml(value: Any) -> str:
    """Return *value*, of those that JSON has and not None, as TOML on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Mapping():
            pairs = (f"{_key(key)} = {as_toml(inner)}" for key, inner in value.items())
            return f"{{{', '.join(pairs)}}}"
        case list() | tuple():
            return f"[{', '.join(map(as_toml, value))}]"
    return str(value)


def _key(key: str) -> str:
    """Return *key*, in quotes where it needs them."""
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    """Return *text* in quotes, what is not seen escaped."""
    return f'"{"".join(map(_sign, text))}"'


def _sign(sign: str) -> str:
    """Return one character of a text in quotes."""
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
