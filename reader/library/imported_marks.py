"""Marks of other programs' files on the articles of the library."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations import Anchor, Mark
from reader.annotations.model import id_number, new_mark_id, utc_now
from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.library.fields import clean_tags
from reader.library.passages import on_passage, with_parts
from reader.library.placing import place_all, unplaced
from reader.store import Store

if TYPE_CHECKING:
    from reader.importers import FoundMark

_OWN = "newsmargin"
_WITH_IDS = frozenset(("hypothesis", "wallabag", "w3c"))
"""Programs that give each mark an id of its own."""


class KnownMarks:
    """Which marks are here already, so that a file that is imported twice changes nothing.

    A mark that came from elsewhere is known by its origin, one that left from here by its id.
    What was deleted here comes back, under a new id, when it is imported again.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._deleted: set[str] = set()
        self._origins: set[tuple[str, str]] = set()
        self._said: set[tuple[str, str, str]] = set()

    @classmethod
    def of(cls, store: Store | None) -> "KnownMarks":
        """Return those of *store*; reads every mark."""
        known = cls()
        for mark in store.all_marks(deleted=True) if store is not None else ():
            (known._deleted if mark.deleted else known._taken).add(mark.id)
            if not mark.deleted:
                known._said.add((mark.article, mark.quote, mark.note))
                known._origins |= {origin} if (origin := _origin(mark)) else set()
        return known

    def is_new(self, found: "FoundMark", article_id: str) -> bool:
        """Tell whether a mark of the file is not here; of two that are the same, the first is.

        A mark in a format that has no ids may well have left from here: it is the same as one that
        was here before and says the same of the same words.
        """
        mark = found.mark
        said = (article_id, mark.quote, mark.note)
        if mark.origin and mark.origin.get("app") not in _WITH_IDS and said in self._said:
            return False
        origin = _origin(mark)
        if origin is None:
            is_here = mark.id in self._taken or (_OWN, mark.id) in self._origins
            self._taken.add(mark.id)
            return not is_here
        is_here = origin in self._origins
        self._origins.add(origin)
        return not is_here

    def named(self, mark: Mark) -> Mark | None:
        """Return a new mark under an id that is free; None when its own is none."""
        if mark.id in self._deleted:
            origin = mark.origin or {"app": _OWN, "id": mark.id}
            return replace(mark, id=new_mark_id(), origin=origin)
        try:
            id_number(mark.id)
        except ValueError:
            return None
        return mark


def _origin(mark: Mark) -> tuple[str, str] | None:
    """Return which mark of which program *mark* was; None when it is our own."""
    origin: Mapping[str, object] = mark.origin or {}
    app, known_as = origin.get("app"), origin.get("id")
    return (str(app), str(known_as)) if app and known_as else None


def placed_mark(store: Store, article_id: str, article: Article | None, found: "FoundMark") -> Mark:
    """Return the mark of a file as it is kept: on its article, where its words stand there.

    Args:
        store: what knows older versions of the article.
        article_id: where it goes.
        article: the version on show; None when its text is not at hand.
        found: the mark as it came.
    """
    mark = _cleaned(replace(found.mark, article=article_id, deleted=False, sum=None))
    if not mark.quote:
        return replace(mark, anchor=Anchor(), version=mark.version or _version(article))
    if article is None:
        return unplaced(mark)
    if mark.version is not None:
        return place_all(store, [mark], article)[0]
    mark = _with_hint(mark, article.text, in_code_units=found.in_code_units)
    placed = on_passage(article, replace(mark, parts=()), None, None)
    return with_parts(article, placed, mark.parts) if mark.parts else placed


def _version(article: Article | None) -> str | None:
    """Return the version of an article that may not be at hand."""
    return article.version if article is not None else None


def _cleaned(mark: Mark) -> Mark:
    """Return *mark* with nothing in its words that would steer a terminal."""
    now = utc_now()
    return replace(
        mark,
        quote=clean_text(mark.quote).strip(),
        prefix=clean_text(mark.prefix),
        suffix=clean_text(mark.suffix),
        note=clean_text(mark.note),
        tags=clean_tags(mark.tags),
        parts=tuple(
            replace(
                part,
                quote=clean_text(part.quote),
                prefix=clean_text(part.prefix),
                suffix=clean_text(part.suffix),
            )
            for part in mark.parts
        ),
        created=mark.created or now,
        updated=mark.updated or now,
    )


def _with_hint(mark: Mark, text: str, *, in_code_units: bool) -> Mark:
    """Return *mark* with its offsets in *text* where its words stand there, else without any."""
    from reader.export.code_units import points_before

    start = mark.start
    if start is not None and in_code_units:
        start = points_before(text, start)
    if start is None or text[start : start + len(mark.quote)] != mark.quote:
        return replace(mark, start=None, end=None)
    return replace(mark, start=start, end=start + len(mark.quote))
