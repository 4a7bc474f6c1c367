"""Messages of parts that are made late.

Whoever handles one does so by its name, as ``on_note_saved``, and loads neither it nor its sender.
"""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class NoteSaved(Message):
    """The reader saved a note."""

    subject: str
    """What it is on: the id of a mark, which a reply has behind ``REPLY``; see ``desk.noting``."""

    text: str


@dataclass
class NoteLeft(Message):
    """The reader closed the note editor without saving; the draft stays."""

    subject: str
    text: str


@dataclass
class NoteDrafted(Message):
    """A note as it stands while it is written, to be kept."""

    subject: str
    text: str


@dataclass
class NoteElsewhere(Message):
    """The reader wants to go on with a note in an editor of their own."""

    subject: str
    text: str


@dataclass
class Corrected(Message):
    """The reader corrected fields of an article."""

    article_id: str
    fields: dict[str, str]
    """Only those that changed."""


class FormClosed(Message):
    """A form was put away; the focus should go back to the page."""
