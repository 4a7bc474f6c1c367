"""The formats in which marks and articles leave as one text, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.export.citations import render_bibtex, render_csl
from reader.export.claim_review import render_claim_reviews
from reader.export.clippings import render_clippings
from reader.export.combined import render_combined
from reader.export.fact_tables import render_facts_csv, render_facts_json, render_facts_markdown
from reader.export.hypothesis import render_hypothesis
from reader.export.material import Material
from reader.export.page import render_page
from reader.export.readwise import render_readwise
from reader.export.tables import render_csv, render_json, render_json_lines
from reader.export.web_annotations import render_w3c


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is written, and what it needs."""

    ending: str
    """How the names of its files end."""

    render: Callable[[Sequence[Material]], str]
    """Raises ``UsageError`` for what the format cannot hold."""

    is_per_article: bool = False
    """Whether each article needs a file of its own."""

    has_facts: bool = False
    """Whether it is about what articles say, rather than about marks."""

    has_articles: bool = False
    """Whether it needs the articles themselves, not just the marks on them."""


def _json(material: Sequence[Material]) -> str:
    """Return the marks of *material* as a JSON list."""
    return render_json(mark for one in material for mark in one.marks)


def _json_lines(material: Sequence[Material]) -> str:
    """Return the marks of *material* as JSON, one a line."""
    return render_json_lines(mark for one in material for mark in one.marks)


def _csv(material: Sequence[Material]) -> str:
    """Return the marks of *material* as CSV."""
    articles = {one.article_id: one.article for one in material if one.article is not None}
    return render_csv((mark for one in material for mark in one.marks), articles)


FORMATS: Mapping[str, Format] = {
    "combined": Format("md", render_combined),
    "html": Format("html", render_page, is_per_article=True, has_articles=True),
    "json": Format("json", _json),
    "jsonl": Format("jsonl", _json_lines),
    "csv": Format("csv", _csv),
    "w3c": Format("jsonld", render_w3c),
    "hypothesis": Format("json", render_hypothesis),
    "readwise-csv": Format("csv", render_readwise),
    "clippings": Format("txt", render_clippings),
    "claimreview": Format("jsonld", render_claim_reviews),
    "bibtex": Format("bib", render_bibtex, has_articles=True),
    "csl": Format("json", render_csl, has_articles=True),
    "facts-markdown": Format("md", render_facts_markdown, has_facts=True, has_articles=True),
    "facts-csv": Format("csv", render_facts_csv, has_facts=True, has_articles=True),
    "facts-json": Format("json", render_facts_json, has_facts=True, has_articles=True),
}
"""Every format but the dialects of Markdown, which are merged into files: see ``PROFILES``."""
