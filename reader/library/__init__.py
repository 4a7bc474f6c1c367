"""The library: what the program can do with articles, marks and facts.

The screen and the commands are two front doors of it; neither has a copy of a rule.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.library.outcome import Added
    from reader.library.reading_room import Library
    from reader.search import Row

__all__ = ["Added", "Library", "Row"]


def __getattr__(name: str) -> Any:
    """Load what is asked for; a list of the library needs little of it (see ``listing``)."""
    if name == "Library":
        from reader.library.reading_room import Library

        return Library
    if name == "Added":
        from reader.library.outcome import Added

        return Added
    if name == "Row":
        from reader.search import Row

        return Row
    raise AttributeError(name)
