"""Marks and articles to files that people keep: Markdown that is exported again and again.

It never reads the store: the library hands it plain objects, and keeps what an export must know
of the one before (the bases) beside the article's state.
"""

from reader.export.atomic import write_text
from reader.export.folder import Written, find_notes, names_in, write_notes, write_notes_file
from reader.export.formats import FORMATS, Format
from reader.export.material import Material
from reader.export.merging import Merged, Outcome, merge_notes
from reader.export.notes import Notes, Region
from reader.export.passages import LinkedMark
from reader.export.profiles import PROFILES
from reader.export.rendering import render_notes

__all__ = [
    "FORMATS",
    "PROFILES",
    "Format",
    "LinkedMark",
    "Material",
    "Merged",
    "Notes",
    "Outcome",
    "Region",
    "Written",
    "find_notes",
    "merge_notes",
    "names_in",
    "render_notes",
    "write_notes",
    "write_notes_file",
    "write_text",
]
