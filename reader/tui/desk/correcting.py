"""Correcting what a source says of itself: its headline, date, byline, and the section it is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.correction_form import CorrectionForm


class Correcting:
    """Opens the form of corrections, made when it is first needed."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._form: CorrectionForm | None = None
        self._coming = False
        """Whether the form is being made to be shown."""
        self._refused: dict[str, Mapping[str, str]] = {}
        """What was typed and could not be taken, by article."""

    @property
    def form(self) -> CorrectionForm | None:
        """The form, once it was needed."""
        return self._form

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self._coming or (self._form is not None and self._form.is_open)

    def ask(self) -> None:
        """Ask for the headline, date, byline and section of the open article."""
        screen, opened = self._screen, self._screen.articles.to_change()
        if opened is None:
            return
        article = opened.article
        fields = {
            "title": article.title,
            "published": article.published or "",
            "byline": ", ".join(article.byline),
            "section": str(opened.state.get("section") or ""),
        }
        typed = self._refused.pop(article.id, {})
        if self._form is not None:
            self._form.open(article.id, fields, typed)
            return
        from reader.tui.widgets.correction_form import CorrectionForm

        form = self._form = CorrectionForm(id="corrections")
        self._coming = True
        screen.mount(form)

        def open_made() -> None:
            self._coming = False
            form.open(article.id, fields, typed)

        screen.call_after_refresh(open_made)

    def ask_again(self, article_id: str, typed: Mapping[str, str]) -> None:
        """Ask again, with what was *typed* and could not be taken; later, if one went elsewhere."""
        opened = self._screen.articles.opened
        self._refused[article_id] = typed
        if opened is not None and opened.article.id == article_id and not self._screen.busy:
            self.ask()
