"""``format.json``: which format a data directory has, and the name of this device in it."""

import json
import re
from dataclasses import dataclass

from reader.store.files import parsed, read_bytes, replace_file
from reader.store.layout import Layout
from reader.store.repair import quarantine

FORMAT = 1
"""The newest format that this version writes."""

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_DEVICE = re.compile(r"[0-9a-z]{8}")


@dataclass(frozen=True, slots=True)
class Format:
    """What ``format.json`` says."""

    device: str
    """Eight digits of base 32; the segments of the journal bear it."""
    min_reader: int = FORMAT
    """The oldest format whose programs may write here."""


def read_format(layout: Layout) -> Format | None:
    """Return what the file says, or None when it is absent or damaged.

    Raises:
        OSError: if it cannot be read.
    """
    try:
        body = parsed(read_bytes(layout.format))
        device, oldest = str(body["device"]), int(body["min_reader"])
    except (ValueError, KeyError, TypeError):
        return None
    return Format(device, oldest) if _DEVICE.fullmatch(device) else None


def make_format(layout: Layout) -> tuple[Format, str]:
    """Write the file anew; return what it says, and a notice if it was damaged.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses.
    """
    notice = ""
    damaged = read_bytes(layout.format)
    if damaged:
        kept = layout.relative(quarantine(layout, layout.format, damaged))
        notice = f"format.json: damaged and written anew; the damaged file is kept in {kept}"
    made = Format(_known_device(layout) or _new_device())
    body = {"device": made.device, "format": FORMAT, "min_reader": made.min_reader}
    replace_file(layout.format, json.dumps(body, indent=2).encode() + b"\n")
    return made, notice


def _known_device(layout: Layout) -> str:
    """Return the name that the last checkpoint notes, so that undo still finds its steps."""
    try:
        device = str(parsed(read_bytes(layout.checkpoint))["device"])
    except (ValueError, KeyError, TypeError):
        return ""
    return device if _DEVICE.fullmatch(device) else ""


def _new_device() -> str:
    """Return a name that no other device has."""
    import secrets  # once in the life of a library

    return "".join(secrets.choice(_DIGITS) for _ in range(8))
