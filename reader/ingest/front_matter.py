"""What a Markdown file says of itself above its text, in the keys that its program uses.

Jekyll and Hugo write about the page they publish, Obsidian and its clipper about the page they
saved; one table of keys serves them all.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.article.sanitise import clean_line
from reader.ingest.dates import iso_date
from reader.ingest.front_matter_forms import read_above

_NOTES = re.compile(r"^(?:<!--|%%) newsmargin:begin ", re.MULTILINE)
"""What opens a passage of notes that this program wrote."""

_BETWEEN_NAMES = re.compile(r"\s*(?:;|\s&\s|\s(?:and|und|et|y)\s)\s*")
_BY = re.compile(r"(?:by|von|par|por)[: ]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "summary": ("summary", "description", "subtitle", "excerpt", "dek"),
    "published": ("published", "date", "publishdate", "pubdate", "date_published", "datepublished"),
    "created": ("created", "created_at", "creation_date"),
    "modified": (
        "modified",
        "updated",
        "lastmod",
        "last_modified_at",
        "last_modified",
        "dateupdated",
    ),
    "byline": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "site", "site_name", "publication", "website", "source", "outlet"),
    "address": (
        "canonical_url",
        "canonicalurl",
        "canonical",
        "url",
        "link",
        "source",
        "source_url",
    ),
    "tags": ("tags", "tag", "keywords", "categories", "category", "topics"),
    "language": ("language", "lang", "locale"),
    "dateline": ("dateline", "location", "place"),
    "image": ("image", "cover", "thumbnail", "featured_image", "banner", "og_image"),
}
"""Where each field is looked for, the surest key first; keys are compared in lower case."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields found above the text, each a tuple of clean lines, and the text's own start."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the names of the table of keys; a field that is not stated is missing."""

    end: int = 0
    """Offset of the first character of the text itself."""

    of_notes: bool = False
    """Whether the text is notes that this program wrote on an article."""

    def first(self, name: str) -> str | None:
        """Return the first value of a field, None when it is not stated."""
        return next(iter(self.fields.get(name, ())), None)

    def date(self, name: str) -> str | None:
        """Return a field's date in ISO 8601, None when it is not stated or no date."""
        return iso_date(self.first(name) or "")

    def address(self, name: str) -> str | None:
        """Return a field's web address, None when it is not stated or no such address."""
        return next(
            (value for value in self.fields.get(name, ()) if _ADDRESS.fullmatch(value)), None
        )


def read_front_matter(source: str) -> FrontMatter:
    """Return the front matter that *source* opens with; an empty one when it has none.

    That of notes which this program wrote tells of the article that they are on. They are none of
    its versions, so its address is not theirs.
    """
    above = read_above(source)
    if above is None:
        return FrontMatter()
    fields = _fields(above.table)
    of_notes = _NOTES.search(source, above.end) is not None
    if of_notes:
        fields.pop("address", None)
    return FrontMatter(fields, above.end, of_notes)


def _fields(table: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    """Return the fields of *table* that the program knows."""
    stated = {str(key).lower().replace("-", "_"): value for key, value in table.items()}
    found: dict[str, tuple[str, ...]] = {}
    for name, keys in _KEYS.items():
        values = [line for key in keys if key in stated for line in _lines(stated[key])]
        if name in _SPLIT:
            values = [part for value in values for part in _SPLIT[name](value) if part]
        if values:
            found[name] = tuple(dict.fromkeys(values))
    return found


def _people(value: str) -> list[str]:
    """Return the names in one value; commas part them where that leaves first and last names."""
    names: list[str] = []
    for part in _BETWEEN_NAMES.split(_BY.sub("", value, count=1)):
        listed = [name.strip() for name in part.split(",") if name.strip()]
        names += listed if all(" " in name for name in listed) else [part.strip(" ,")]
    return names


def _tags(value: str) -> list[str]:
    """Return the tags in one value, without the sign that some programs put before them."""
    return [tag.strip().removeprefix("#") for tag in value.split(",")]


def _language(value: str) -> list[str]:
    """Return a language's tag with a hyphen, as BCP 47 has it."""
    return [value.replace("_", "-")]


_SPLIT: Mapping[str, Callable[[str], list[str]]] = {
    "byline": _people,
    "tags": _tags,
    "language": _language,
}
"""Fields of which one value may hold several, or be written otherwise."""


def _lines(value: object) -> list[str]:
    """Return the clean texts of a value: a scalar, a list of them, or a person's record."""
    if isinstance(value, list):
        return [line for part in value[:100] if not isinstance(part, list) for line in _lines(part)]
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "url", "path") if key in value), "")
    if isinstance(value, (list, Mapping)):
        return []
    text = clean_line(str(value)).strip('"')
    wiki = re.fullmatch(r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]", text)
    text = wiki[1] if wiki else text
    return [text] if text and text not in ("null", "~") else []
