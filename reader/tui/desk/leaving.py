"""Leaving what is open, one thing at a time, and at last the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Leaving:
    """What ``escape``, ``q`` and ``ctrl+q`` do."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def cancel(self) -> None:
        """Leave what is open, one thing at a time."""
        screen = self._screen
        if screen.body.selection is not None:
            screen.selecting.stop()
        elif screen.noting.put_away() or screen.notes_pane.cancel() or screen.facts_pane.cancel():
            return
        elif screen.focused_rows is not None:
            if not screen.section_tree.pick_none():
                screen.panes.focus_page()
        elif not screen.feeding.stop():
            screen.body.show_lit(())
            screen.placing.let_go()
            screen.searching.clear()

    def back(self) -> None:
        """Back to the page; from the page, quit."""
        screen = self._screen
        if screen.focused_rows is not None or screen.body.selection is not None:
            self.cancel()
        elif not screen.noting.put_away():
            self.quit()

    def quit(self) -> None:
        """Quit when everything is saved; when something could not be, only when asked again."""
        screen = self._screen
        if screen.status.state == "failed" or screen.unsaved.unheeded:
            screen.unsaved.heed()
            screen.status.show_state("")
            told = "the last change is not saved; ^s tries again, q again quits without it"
            screen.tell(told, error=True)
            return
        self.end()

    def end(self, code: int = 0) -> None:
        """Keep what is typed and where the reader is, and end the program with *code*."""
        screen = self._screen
        screen.noting.put_away()
        screen.articles.keep_place()

        def leave() -> None:
            screen.app.exit(return_code=code)

        screen.background.save(lambda: None, lambda _: screen.curtain.fall(leave))
