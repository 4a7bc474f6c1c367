"""The library: what the program can do with articles, marks and facts.

The screen and the commands are two front doors of it; neither has a copy of a rule.
"""

from reader.library.outcome import Added
from reader.library.reading_room import Library
from reader.search import Row

__all__ = ["Added", "Library", "Row"]
