"""The notes on several articles as one Markdown document, to be read, printed or sent."""

from collections.abc import Iterator, Sequence

from reader.export.material import Material
from reader.export.notes import Notes
from reader.export.rendering import render_notes


def render_combined(material: Sequence[Material]) -> str:
    """Return the notes of *material* one after the other, each article below its headline.

    Nothing in it is kept up to date, so it has neither comments nor front matter.
    """
    texts = [
        "\n".join(_lines(render_notes(one.article, one.marks, facts=one.facts)))
        for one in material
        if one.article is not None
    ]
    return "\n---\n\n".join(texts)


def _lines(notes: Notes) -> Iterator[str]:
    """Yield the lines of one article's notes, with the headings that open before each."""
    yield f"{notes.title}\n"
    above: tuple[str, ...] = ()
    for region in notes.regions:
        yield from (f"{line}\n" for line in region.headings if line not in above)
        yield region.body
        above = region.headings
