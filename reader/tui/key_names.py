"""What keys are called: in the configuration, and on the screen."""

import unicodedata
from functools import cache

_SHOWN = {
    "space": "space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "escape": "esc",
    "tab": "tab",
    "home": "home",
    "end": "end",
    "colon": ":",
}

_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "return": "enter", "ctrl+h": "backspace"}
"""Keys that terminals do not tell apart, by the one that arrives."""

_MODIFIERS = ("ctrl+", "alt+", "shift+")

_MISSPELT = {
    "esc": "escape",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "page_down": "pagedown",
    "page_up": "pageup",
    "del": "delete",
    "spacebar": "space",
    " ": "space",
    "backtab": "shift+tab",
}


def key_name(key: str) -> str:
    """Return *key* as it is written on the screen: ``ctrl+r`` as ``^r``."""
    if key.startswith("ctrl+"):
        return "^" + _SHOWN.get(key.removeprefix("ctrl+"), key.removeprefix("ctrl+"))
    return _SHOWN.get(key, key)


def same_key(key: str) -> str:
    """Return one name for all that are names of *key*, or of keys that arrive as the same."""
    return _SAME.get(key, key if len(key) == 1 or key in _named() else _sign(key))


def advice_on(key: str) -> str:
    """Return what to write in place of *key*; nothing when there is such a key."""
    bare = key
    while (modifier := next((one for one in _MODIFIERS if bare.startswith(one)), None)) is not None:
        bare = bare.removeprefix(modifier)
    sign = _sign(bare)
    if bare in _named() or (len(sign) == 1 and sign.isprintable() and not sign.isspace()):
        return ""
    written = key.casefold().replace("control", "ctrl").replace("c-", "ctrl+").replace("-", "+")
    written = written.replace("^", "ctrl+", 1)
    written = _MISSPELT.get(written, written)
    if written != key and not advice_on(written):
        return f"did you mean `{written}`?"
    import difflib  # only for a mistake

    whole = {modifier + name for modifier in ("", *_MODIFIERS) for name in (*_named(), *"asdfhx")}
    near = difflib.get_close_matches(written, sorted(whole), n=1)
    return (
        f"did you mean `{near[0]}`?" if near else "a key is called `h`, `ctrl+s`, `f5` or `escape`"
    )


@cache
def _named() -> frozenset[str]:
    """Return the names of the keys that are no sign."""
    from textual.keys import Keys

    plain = (key.value.rpartition("+")[2] for key in Keys)
    return frozenset(name for name in plain if name.isalnum() and len(name) > 1)


def _sign(name: str) -> str:
    """Return the sign that is called *name*, as in ``question_mark``; *name* when there is none."""
    from textual.keys import KEY_NAME_REPLACEMENTS

    long = {short: full for full, short in KEY_NAME_REPLACEMENTS.items()}.get(name, name)
    try:
        return unicodedata.lookup(long.replace("_", " "))
    except KeyError:
        return name
