"""What a template of the user's own wrote of one article, as notes that can be merged."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Self

from reader.errors import ReaderError
from reader.export.document import Managed, headings, parse, split_front
from reader.export.file_names import names_for
from reader.export.front_matter import front_matter, scalar
from reader.export.front_merge import lines_of_keys
from reader.export.material import Material
from reader.export.notes import Notes, Region, wrap
from reader.export.passages import content_digest, region_id
from reader.export.profiles import TEMPLATE
from reader.export.template import context_of
from reader.export.template_process import TemplateProcess

_LEVEL = re.compile(r"#+")
_WHOLE = "notes"
"""The one region of a file whose template names none."""


class TemplateNotes:
    """Writes notes, one article after the other, as one template says.

    Args:
        template: the text of the template, for Jinja2.
        subject: what errors call it, such as the name of its file.

    Raises:
        ReaderError: if it is no template, or Jinja2 is missing.
    """

    def __init__(self, template: str, subject: str) -> None:
        self._template = hashlib.blake2s(template.encode(), digest_size=6).hexdigest()
        self._process = TemplateProcess(template, subject)
        try:
            self._process.check()
        except ReaderError:
            self.close()
            raise

    @property
    def made_by(self) -> str:
        """What notes of this template are made by."""
        return f"{TEMPLATE.name} {self._template}"

    def notes(self, material: Material) -> Notes:
        """Return the notes on one article, which must be held.

        The front matter is the usual one, unless the template writes its own.

        Raises:
            ReaderError: if the template makes no sense of it, or asks for more than it may have.
        """
        assert material.article is not None
        text = self._process.render(context_of([material], is_file=True), has_regions=True)
        written, body = split_front(text)
        front = front_matter(material.article, material.marks)
        if written:
            known_as = {"id": f"id: {scalar(material.article_id)}"}
            front = known_as | _keys(written) | known_as
        digests = {region_id(mark): content_digest(mark) for mark in material.marks}
        regions = tuple(_regions(body, digests))
        if not regions:
            regions = (Region(_WHOLE, body if body.endswith("\n") else f"{body}\n"),)
            body = f"\n{wrap(regions[0], TEMPLATE)}"
        return Notes(
            article=material.article_id,
            names=tuple(names_for(material.article)),
            profile=TEMPLATE,
            front=front,
            title="",
            regions=regions,
            template=self._template,
            body=body,
        )

    def close(self) -> None:
        """End the process that the template runs in."""
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _keys(front: str) -> dict[str, str]:
    """Return the keys of the front matter that a template wrote, with their lines."""
    lines = front.splitlines(keepends=True)[1:-1]
    return {key: text.removesuffix("\n") for key, text in lines_of_keys(lines) if key}


def _regions(body: str, digests: Mapping[str, str]) -> Iterator[Region]:
    """Yield the regions of a file's *body*, each with the headings that it stands under.

    Args:
        body: the text below the front matter.
        digests: of the marks, by their regions.
    """
    above: list[str] = []
    for piece in parse(body):
        if isinstance(piece, Managed):
            yield Region(piece.id, piece.body, tuple(above), digests.get(piece.id, ""))
            continue
        for *_, line in headings(piece.text):
            above = [other for other in above if _level(other) < _level(line)]
            above += [line] if _level(line) > 1 else []


def _level(heading: str) -> int:
    """Return the level of a heading line."""
    signs = _LEVEL.match(heading)
    return len(signs.group()) if signs else 1
