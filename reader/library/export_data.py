"""Takes marks and articles out of the library as text, in whatever format."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.library.articles import article as open_article
from reader.library.articles import held_state
from reader.library.cards import is_held
from reader.library.dates import facts_of
from reader.library.export_writing import notes_of
from reader.library.marks import placed_marks
from reader.store import Store

if TYPE_CHECKING:
    from reader.export import Format, Material


def formats() -> tuple[str, ...]:
    """Return the formats that notes can be exported to."""
    from reader.export import FORMATS, PROFILES

    return (*PROFILES, *FORMATS)


def data_format(form: str) -> "Format | None":
    """Return the format called *form*; None for a dialect of Markdown.

    Raises:
        UsageError: if there is neither.
    """
    from reader.export import FORMATS, PROFILES

    if form in PROFILES:
        return None
    if form not in FORMATS:
        raise UsageError(form, "no format of an export", f"use {', '.join(formats())}")
    return FORMATS[form]


def export_text(store: Store, ids: Sequence[str], form: str, *, facts: bool = False) -> str:
    """Return the notes on the articles of *ids* in the format *form*, storing nothing.

    Raises:
        NotFoundError: if the library does not hold one of them, and the format needs it.
        UsageError: if there is no such format, or it takes several files for several articles.
    """
    data = data_format(form)
    if data is not None:
        return data.render([material_of(store, article_id, data) for article_id in ids])
    if len(ids) != 1:
        raise UsageError(form, "one file for each article", "name a folder with -o")
    return notes_of(store, ids[0], form, facts).text


def template_format(template: str, subject: str) -> "Format":
    """Return a template of the user's own as a format; *subject* is what errors call it."""
    from reader.export import Format
    from reader.export.template import render_template

    return Format(
        "md", partial(render_template, template=template, subject=subject), has_facts=True
    )


def material_of(store: Store, article_id: str, form: "Format") -> "Material":
    """Return what an export in the format *form* is made from.

    Raises:
        NotFoundError: if the library does not hold the article, and the format needs it.
    """
    from reader.export import Material

    if form.has_articles:
        held_state(store, article_id)
    marks = tuple(placed_marks(store, article_id))
    state = store.state(article_id)
    held = is_held(state) and bool(marks or form.has_articles)
    article = open_article(store, article_id) if held else None
    facts = tuple(facts_of(article, state)) if article is not None and form.has_facts else ()
    return Material(article_id, article, marks, facts)
