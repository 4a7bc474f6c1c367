"""Writes the notes on one article, as a dialect of Markdown or a template has them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations import Mark, reading_order
from reader.article.model import Article
from reader.errors import NotFoundError
from reader.library.articles import article as open_article
from reader.library.dates import facts_of
from reader.library.marks import placed_marks
from reader.store import Store

if TYPE_CHECKING:
    from reader.export import LinkedMark, Material, Notes

Write = Callable[[str], "Notes"]
"""Returns the notes on an article, told its id. Raises ``ReaderError``."""


@contextmanager
def writer(
    store: Store, profile: str, facts: bool, template: str | None = None, subject: str = ""
) -> Iterator[Write]:
    """Give what writes notes, for as long as it is needed.

    Args:
        store: where articles and marks lie.
        profile: the dialect of Markdown, by its name in ``PROFILES``.
        facts: whether the facts of an article are listed.
        template: the text of a template, which then decides.
        subject: what errors call it.

    Raises:
        ReaderError: if the template is none.
    """
    if template is None:
        yield lambda article_id: notes_of(store, article_id, profile, facts)
        return
    from reader.export.template_notes import TemplateNotes

    with TemplateNotes(template, subject) as notes:
        has_facts = facts or "facts" in template
        yield lambda article_id: notes.notes(material_for_template(store, article_id, has_facts))


def material_for_template(store: Store, article_id: str, has_facts: bool) -> "Material":
    """Return what a template is given of one article."""
    from reader.export import Material

    article = _with_tags(store, article_id)
    marks = tuple(reading_order(placed_marks(store, article_id)))
    found = facts_of(article, store.state(article_id)) if has_facts else ()
    return Material(article_id, article, marks, tuple(found))


def _with_tags(store: Store, article_id: str) -> Article:
    """Return an article with the user's tags and its own."""
    article = open_article(store, article_id)
    tags = (*(store.state(article_id).get("tags") or ()), *article.tags)
    return replace(article, tags=tuple(dict.fromkeys(tags)))


def notes_of(store: Store, article_id: str, profile: str, facts: bool) -> "Notes":
    """Return the notes on one article, with its own tags and the user's."""
    from reader.export import render_notes

    article = _with_tags(store, article_id)
    marks = placed_marks(store, article_id)
    found = facts_of(article, store.state(article_id)) if facts else []
    linked = {mark.id: _linked(store, mark) for mark in tied_marks(store, marks)}
    return render_notes(article, reading_order(marks), profile=profile, facts=found, linked=linked)


def tied_marks(store: Store, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of other articles that *marks* are tied to."""
    own = {mark.id for mark in marks}
    named = [link.to for mark in marks for link in mark.links]
    named += [mark.reply_to for mark in marks if mark.reply_to]
    found = []
    for name in dict.fromkeys(named):
        if name not in own and "://" not in name:
            try:
                found.append(store.mark(name))
            except NotFoundError:
                continue
    return found


def _linked(store: Store, mark: Mark) -> "LinkedMark":
    """Return what the notes on one article tell of a *mark* of another."""
    from reader.export import LinkedMark
    from reader.export.file_names import file_name

    state: Mapping[str, object] = store.state(mark.article)
    if not state.get("card"):
        return LinkedMark(mark.article, mark.article, mark.quote, mark.article)
    article: Article = open_article(store, mark.article)
    return LinkedMark(mark.article, article.title, mark.quote, file_name(article))
