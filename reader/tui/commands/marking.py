"""Marking passages, and saying what one thinks of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.annotations.model import LABELS
from reader.tui.keymap import (
    COMMANDS,
    Command,
    always,
    command,
    with_article,
    with_selection,
)

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_MARK = "Mark"
_NONE_LOST = "no mark of this article has lost its place"


def on_mark(screen: ReadingScreen) -> bool:
    """Say that a command needs a mark at the cursor."""
    return screen.marking.here is not None


@command("h", group=_MARK, hint="highlight", rank=3)
def highlight(screen: ReadingScreen) -> None:
    """Highlight the current sentence: or the selection, the chosen fact, the found words."""
    screen.marking.mark("highlight")


@command("H", group=_MARK)
def highlight_paragraph(screen: ReadingScreen) -> None:
    """Highlight the whole paragraph."""
    screen.marking.mark("highlight", paragraph=True)


@command("v", group=_MARK, hint="select", rank=9)
def select_words(screen: ReadingScreen) -> None:
    """Select by word, from the start of the sentence. In the tree: pick several articles."""
    if screen.focused is screen.section_tree.rows:
        screen.shelving.pick()
    else:
        screen.selecting.turn("word")


@command("V", group=_MARK)
def select_sentences(screen: ReadingScreen) -> None:
    """Select by sentence."""
    screen.selecting.turn("sentence")


@command("O", group=_MARK, when=with_selection, idle="nothing is selected")
def other_end(screen: ReadingScreen) -> None:
    """While selecting: move the other end of the selection."""
    screen.selecting.other_end()


@command("c", group=_MARK, hint="claim", rank=4)
def claim(screen: ReadingScreen) -> None:
    """Mark as a claim to be checked: the sentence, selection, chosen fact or found words."""
    screen.marking.mark("claim")


@command("a", group=_MARK, hint="note", rank=5)
def note(screen: ReadingScreen) -> None:
    """Write a note on the mark at the cursor; with no mark there, highlight first."""
    screen.noting.open()


@command("S", group=_MARK, hint="status", rank=20)
def set_status(screen: ReadingScreen) -> None:
    """Say how far the check of the claim has come: status, verdict, speaker, type, priority."""
    screen.checking.ask()


@command("#", group=_MARK, hint="tags", rank=21)
def set_tags(screen: ReadingScreen) -> None:
    """Set the tags of the mark at the cursor; with no mark there, of the article."""
    screen.tagging.ask()


@command("L", group=_MARK)
def link(screen: ReadingScreen) -> None:
    """Show the evidence linked to the mark at the cursor, follow a link, add or remove one."""
    screen.linking.ask()


@command("m", group=_MARK, when=on_mark, idle="there is no mark here to reply to")
def reply(screen: ReadingScreen) -> None:
    """Write a reply to the mark at the cursor, or to the one chosen in the side panel."""
    screen.noting.reply()


@command("+", group=_MARK)
def add_part(screen: ReadingScreen) -> None:
    """Add the selection or sentence to a mark: the one chosen, made or gone to last, or nearest."""
    screen.parts.add()


def _lost(screen: ReadingScreen) -> bool:
    """Say that a command needs a mark that lost its place."""
    return screen.marking.index.has_lost


@command("p", group=_MARK, hint="place", rank=23, when=_lost, idle=_NONE_LOST)
def place_here(screen: ReadingScreen) -> None:
    """Place a lost mark: in the notes, where it may belong, asked twice; on the page, here."""
    screen.placing.place()


@command("P", group=_MARK, when=_lost, idle=_NONE_LOST)
def keep_lost(screen: ReadingScreen) -> None:
    """Keep the lost mark as lost; nothing asks for its place any more."""
    screen.placing.keep()


@command("ctrl+s", group=_MARK, when=always)
def save_again(screen: ReadingScreen) -> None:
    """Try again to save what could not be saved."""
    screen.unsaved.retry()


def _can_delete(screen: ReadingScreen) -> bool:
    """Say that a command needs a mark at the cursor, or the list of facts."""
    return screen.facts_pane.has_keys or on_mark(screen)


@command("x", group=_MARK, hint="delete", rank=22, when=_can_delete, idle="there is no mark here")
def delete(screen: ReadingScreen) -> None:
    """Delete the mark at the cursor, or of several passages one. In the facts: it is no fact."""
    if screen.facts_pane.has_keys:
        screen.facts_pane.dismiss()
    else:
        screen.marking.delete()


def _in_facts(screen: ReadingScreen) -> bool:
    """Say that a command needs the list of facts."""
    return screen.facts_pane.has_keys


@command("T", group=_MARK, when=_in_facts, idle="that is for the facts beside the page")
def fact_kind(screen: ReadingScreen) -> None:
    """In the facts: say what the thing at the cursor is, or one mention of it."""
    screen.facts_pane.ask_kind()


@command("u", group=_MARK, hint="undo", rank=10, when=always)
def undo(screen: ReadingScreen) -> None:
    """Take the last change of the article back, whatever it was."""
    screen.undoing.travel(back=True)


@command("ctrl+r", group=_MARK, when=always)
def redo(screen: ReadingScreen) -> None:
    """Make the change again that was taken back."""
    screen.undoing.travel(back=False)


@command(group=_MARK, when=always)
def undo_anywhere(screen: ReadingScreen) -> None:
    """Take the last change of the whole library back, in whatever article it was."""
    screen.undoing.travel(back=True, anywhere=True)


@command(group=_MARK, when=always)
def redo_anywhere(screen: ReadingScreen) -> None:
    """Make the change again that was taken back last, in whatever article it was."""
    screen.undoing.travel(back=False, anywhere=True)


def _label(label: str, screen: ReadingScreen) -> None:
    """Label the mark at the cursor."""
    screen.marking.label(label)


for _number, _name in enumerate(LABELS, start=1):
    COMMANDS[f"label-{_name}"] = Command(
        f"label-{_name}",
        (str(_number),),
        "",
        _MARK,
        f"Label the mark “{_name}”; the same again takes it away. With no mark, highlight first.",
        partial(_label, _name),
        with_article,
    )
