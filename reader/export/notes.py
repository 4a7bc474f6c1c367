"""The notes of one article, ready to be written to a file or merged into one."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.export.profiles import Profile


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a notes file that the reader keeps up to date."""

    id: str
    """``about``, ``facts``, or ``h-`` and the id of a mark. Letters, digits and dashes."""

    body: str
    """Its Markdown, ending in a line feed."""

    headings: tuple[str, ...] = ()
    """The heading lines it stands under, the outermost first."""

    content: str = ""
    """A digest of what it tells, which stays when it is merely told otherwise; empty when that
    is not known."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one article, in the order in which they are read."""

    article: str
    """The article's id, by which its file is known whatever it is called."""

    names: tuple[str, ...]
    """What its file may be called, without the ending, the best first."""

    profile: Profile

    front: dict[str, str]
    """The front matter: each key with its lines as YAML, the key among them."""

    title: str
    """The heading line of the article."""

    regions: tuple[Region, ...]

    template: str = ""
    """A digest of the template that wrote them; empty for none."""

    body: str = ""
    """All below the front matter, where that is not merely the title and the regions."""

    @property
    def made_by(self) -> str:
        """What decides how they are told: the dialect, or a template."""
        return f"{self.profile.name} {self.template}".strip()

    @property
    def text(self) -> str:
        """The whole file, as it is written the first time."""
        front = "".join(f"{lines}\n" for lines in self.front.values())
        if self.body:
            return f"---\n{front}---\n{self.body}"
        front = f"{front}\n" if self.profile.is_outline else f"---\n{front}---\n"
        return f"{front}{self.title}\n" + "".join(self._body())

    def _body(self) -> Iterator[str]:
        """Yield the regions with the headings that open before each."""
        above: tuple[str, ...] = ()
        for region in self.regions:
            shared = 0
            while region.headings[: shared + 1] == above[: shared + 1] and shared < len(above):
                shared += 1
            yield from (f"\n{heading}\n" for heading in region.headings[shared:])
            yield f"\n{wrap(region, self.profile)}"
            above = region.headings


def wrap(region: Region, profile: Profile) -> str:
    """Return *region* between the comment lines that mark it in a file."""
    opening, closing = profile.comment
    begin, end = (f"{opening} newsmargin:{sign} {region.id} {closing}" for sign in ("begin", "end"))
    bullet = "- " if profile.is_outline else ""
    return f"{bullet}{begin}\n{region.body}{profile.indent}{end}\n"
