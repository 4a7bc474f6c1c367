"""Marks as the CSV that Readwise imports."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from reader.annotations import Mark
from reader.export.material import Material

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
"""The columns, in order; the importer takes them by these names."""

BETWEEN_PARTS = " […] "
"""What stands between the passages of one mark."""

_NOT_IN_TAGS = re.compile(r"\s+")


def render_readwise(material: Sequence[Material]) -> str:
    """Return the marks of *material* on passages, one a row.

    Tags stand at the head of the note as ``.tag``, as Readwise itself takes them. A note on a
    whole article has no row, for Readwise knows none.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for one in material:
        writer.writerows(_rows(one))
    return text.getvalue()


def _rows(material: Material) -> Iterator[dict[str, str]]:
    """Yield the rows of one article."""
    for mark in material.marks:
        if mark.quote:
            yield {
                "Highlight": BETWEEN_PARTS.join([mark.quote, *(part.quote for part in mark.parts)]),
                "Title": material.title,
                "Author": ", ".join(material.byline),
                "URL": material.url,
                "Note": note_with_tags(mark),
                "Location": "" if mark.anchor.start is None else str(mark.anchor.start),
                "Date": mark.created,
            }


def note_with_tags(mark: Mark) -> str:
    """Return the note of *mark* below a line of its tags, when it has any."""
    tags = " ".join(f".{_NOT_IN_TAGS.sub('_', tag)}" for tag in mark.tags)
    return "\n".join(part for part in (tags, mark.note) if part)
