"""What a Markdown file says of itself above its text, in the keys that its program uses.

Jekyll and Hugo write about the page they publish, Obsidian and its clipper about the page they
saved; one table of keys serves them all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.article.sanitise import clean_line
from reader.ingest.dates import iso_date

_LONGEST = 64 * 1024
_YAML = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
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

    What only looks like it (a rule, a table that cannot be read) is left in the text.
    """
    for form, load in ((_YAML, _load_yaml), (_TOML, _load_toml)):
        match = form.match(source[:_LONGEST])
        table = load(match[1]) if match else None
        if match and isinstance(table, Mapping):
            return FrontMatter(_fields(table), match.end())
    return FrontMatter()


def _load_yaml(text: str) -> object:
    """Return what YAML *text* says, every scalar as its own text; None when it is no YAML."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(text, loader)  # the base loader makes nothing but strings
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _load_toml(text: str) -> object:
    """Return what TOML *text* says, None when it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _fields(table: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    """Return the fields of *table* that the program knows."""
    stated = {str(key).lower().replace("-", "_"): value for key, value in table.items()}
    found: dict[str, tuple[str, ...]] = {}
    for name, keys in _KEYS.items():
        values = [line for key in keys if key in stated for line in _lines(stated[key])]
        if values:
            found[name] = tuple(dict.fromkeys(values))
    return found


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
