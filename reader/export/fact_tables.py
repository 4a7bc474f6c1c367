"""The facts of articles as Markdown, as a table and as data."""

import csv
import io
import json
from collections.abc import Sequence

from reader.export.escaping import escape_line
from reader.export.fact_list import fact_list
from reader.export.material import Material
from reader.export.profiles import MARKDOWN

COLUMNS = (
    *("article", "title", "url", "kind", "text", "value", "entity"),
    *("start", "end", "confidence", "speaker"),
)
"""The columns of the CSV, in order."""


def render_facts_markdown(material: Sequence[Material]) -> str:
    """Return the facts of each article below its headline, by kind."""
    return "\n".join(
        f"# {escape_line(one.title, MARKDOWN)}\n\n{fact_list(one.facts, MARKDOWN)}"
        for one in material
    )


def render_facts_json(material: Sequence[Material]) -> str:
    """Return a list of the articles with their facts, as ``reader facts`` prints these."""
    listed = [
        {
            "article": one.article_id,
            "title": one.title,
            "url": one.url or None,
            "facts": [fact.as_dict() for fact in one.facts],
        }
        for one in material
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def render_facts_csv(material: Sequence[Material]) -> str:
    """Return the facts, one a row; a value that is no text stands there as JSON."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in material:
        about = {"article": one.article_id, "title": one.title, "url": one.url}
        for fact in one.facts:
            is_text = fact.value is None or isinstance(fact.value, str)
            value = fact.value if is_text else json.dumps(fact.value, ensure_ascii=False)
            cells = {"value": value, "speaker": fact.details.get("speaker")}
            names = ("kind", "text", "entity", "start", "end", "confidence")
            writer.writerow(about | {name: getattr(fact, name) for name in names} | cells)
    return text.getvalue()
