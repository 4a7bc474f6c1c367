"""Moving through the article, or through the list that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import always, command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_MOVE = "Move"


def _step(screen: ReadingScreen, direction: int) -> None:
    """Move by lines: in the list with the focus, the selection, or the page."""
    count = direction * screen.counting.times
    if (rows := screen.focused_rows) is not None:
        rows.move(count)
    elif screen.body.selection is not None:
        screen.selecting.by_line(count)
    else:
        screen.walking.lines(count, count)


def _to_line(screen: ReadingScreen, number: int) -> None:
    """Go to a line by its number, the first of which is 1."""
    if (rows := screen.focused_rows) is not None:
        rows.move(number - 1 - rows.cursor)
    elif screen.body.selection is not None:
        screen.selecting.to_line(number - 1)
    else:
        screen.articles.remember()
        screen.walking.line(number - 1)


def _page(screen: ReadingScreen, share: float) -> None:
    """Move by a share of what is in view."""
    if (rows := screen.focused_rows) is not None:
        rows.move(round(share * max(1, rows.size.height - 1)) * screen.counting.times)
        return
    body = screen.body
    overlap = 2 if abs(share) == 1 else 0
    lines = max(1, round(abs(share) * body.size.height) - overlap) * screen.counting.times
    step = 1 if share > 0 else -1
    screen.walking.lines(step * lines, step)


@command("j", "down", group=_MOVE, hint="move", rank=1, when=always)
def line_down(screen: ReadingScreen) -> None:
    """A line down, in the article or the list with the focus."""
    _step(screen, 1)


@command("k", "up", group=_MOVE, when=always)
def line_up(screen: ReadingScreen) -> None:
    """A line up."""
    _step(screen, -1)


@command("space", "pagedown", group=_MOVE, hint="page", rank=8, when=always)
def page_down(screen: ReadingScreen) -> None:
    """A page down; at the end of the article, on to the next unread one."""
    if screen.focused_rows is None and screen.body.at_end and screen.article is not None:
        screen.articles.beside(1, unread=True)
        return
    _page(screen, 1)


@command("b", "pageup", group=_MOVE, when=always)
def page_up(screen: ReadingScreen) -> None:
    """A page up."""
    _page(screen, -1)


@command("ctrl+d", group=_MOVE, when=always)
def half_page_down(screen: ReadingScreen) -> None:
    """Half a page down."""
    _page(screen, 0.5)


@command("ctrl+u", group=_MOVE, when=always)
def half_page_up(screen: ReadingScreen) -> None:
    """Half a page up."""
    _page(screen, -0.5)


@command("g", "home", group=_MOVE, when=always)
def to_top(screen: ReadingScreen) -> None:
    """To the first line; after a count, to that line."""
    if screen.counting.given:
        _to_line(screen, screen.counting.given)
        return
    if (rows := screen.focused_rows) is not None:
        rows.move(-len(rows.rows))
        return
    if screen.body.selection is not None:
        screen.selecting.to(0)
        return
    screen.articles.remember()
    screen.walking.top()


@command("G", "end", group=_MOVE, when=always)
def to_end(screen: ReadingScreen) -> None:
    """To the last line; after a count, to that line."""
    if screen.counting.given:
        _to_line(screen, screen.counting.given)
        return
    if (rows := screen.focused_rows) is not None:
        rows.move(len(rows.rows))
        return
    if screen.body.selection is not None and screen.article is not None:
        screen.selecting.to(len(screen.article.text))
        return
    screen.articles.remember()
    screen.walking.end()


@command("0", "7", "8", "9", group=_MOVE, when=always)
def count(screen: ReadingScreen) -> None:
    """So many times, or to that line: all digits after this one, then a key that moves."""
    screen.counting.begin()


@command("%", group=_MOVE)
def to_share(screen: ReadingScreen) -> None:
    """To so many per cent of the article: those of the count, else it asks."""
    if screen.counting.given is None:
        screen.walking.ask_share()
    else:
        screen.walking.share(screen.counting.given)


@command("]", group=_MOVE, hint="heading", rank=6)
def next_heading(screen: ReadingScreen) -> None:
    """To the next heading."""
    screen.articles.remember()
    screen.walking.heading(screen.counting.times)


@command("[", group=_MOVE)
def last_heading(screen: ReadingScreen) -> None:
    """To the heading before."""
    screen.articles.remember()
    screen.walking.heading(-screen.counting.times)


def _paragraph(screen: ReadingScreen, direction: int) -> None:
    """Move the cursor, or the selection's end, by paragraphs."""
    step = direction * screen.counting.times
    if screen.body.selection is not None:
        screen.selecting.by_paragraph(step)
    else:
        screen.walking.paragraph(step)


@command("}", group=_MOVE)
def next_paragraph(screen: ReadingScreen) -> None:
    """To the next paragraph; the selection grows to the end of this one."""
    _paragraph(screen, 1)


@command("{", group=_MOVE)
def last_paragraph(screen: ReadingScreen) -> None:
    """To the paragraph before; the selection grows to the start of this one."""
    _paragraph(screen, -1)


def _sentence(screen: ReadingScreen, direction: int) -> None:
    """Move the cursor, or the selection's end, by sentences."""
    step = direction * screen.counting.times
    if screen.body.selection is not None:
        screen.selecting.grow(step, "sentence")
    else:
        screen.walking.sentence(step)


@command(")", group=_MOVE, hint="sentence", rank=2)
def next_sentence(screen: ReadingScreen) -> None:
    """To the next sentence; the selection grows by it."""
    _sentence(screen, 1)


@command("(", group=_MOVE)
def last_sentence(screen: ReadingScreen) -> None:
    """To the sentence before."""
    _sentence(screen, -1)


@command("<", group=_MOVE)
def go_back(screen: ReadingScreen) -> None:
    """Back to the place one came from."""
    screen.articles.travel(-screen.counting.times)


@command(">", group=_MOVE)
def go_forth(screen: ReadingScreen) -> None:
    """Forth again to the place one went back from."""
    screen.articles.travel(screen.counting.times)


def selecting(screen: ReadingScreen) -> bool:
    """Say that a command works on the selection, or switches the side panel's tab."""
    return screen.body.selection is not None or screen.focused_rows is not None


@command("right", group=_MOVE, when=selecting)
def word_right(screen: ReadingScreen) -> None:
    """While selecting: one word on. In the tree: open. In the side panel: the next tab."""
    screen.selecting.sideways(screen.counting.times)


@command("left", group=_MOVE, when=selecting)
def word_left(screen: ReadingScreen) -> None:
    """While selecting: one word back. In the tree: close. In the side panel: the tab before."""
    screen.selecting.sideways(-screen.counting.times)
