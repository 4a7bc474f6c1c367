"""Notes as a template of the user's own writes them."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.annotations import Mark
from reader.annotations.signs import status_words
from reader.article.model import Article
from reader.errors import ReaderError
from reader.export.addresses import passage_url, reader_link
from reader.export.material import Material

DEFAULT = """\
{# Notes as Markdown, one article after the other.
   articles: title, url, byline, publisher, published, language, tags, id, link, marks, facts.
   marks: all fields that `reader notes --json` prints, and link, source, status_words.
   facts: those of `reader facts`. Filters of our own: quoted, escaped; all of Jinja2's. #}
{% for article in articles %}
# {{ article.title | escaped }}

{{ [article.publisher, article.byline | join(", "), article.published] | select | join(" · ") }}

{% for mark in article.marks %}
{% if mark.quote %}
{{ mark.quote | escaped | quoted }}

{% endif %}
{% if mark.claim %}
{{ ["**" ~ mark.status_words ~ "**", mark.claim.verdict | escaped] | select | join(": ") }}

{% endif %}
{% if mark.note %}
{{ mark.note }}

{% endif %}
{% if mark.tags %}
Tags: {{ mark.tags | join(", ") | escaped }}

{% endif %}
{% endfor %}
{% endfor %}
"""
"""A template to begin with."""

_ROOT = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.insert(0, sys.argv[1]); "
_START += "from reader.export.template_worker import main; main()"
_TIMEOUT_S = 30.0
_REMEDY = "mend that line, or start from what `reader template` prints"


def render_template(material: Sequence[Material], template: str, subject: str) -> str:
    """Return what *template* makes of *material*; it runs in a process of its own, within limits.

    Args:
        material: the articles with their marks and facts.
        template: the text of the template, for Jinja2.
        subject: what errors call it, such as the name of its file.

    Raises:
        ReaderError: if it is no template, asks for more than it may have, or Jinja2 is missing.
    """
    request = json.dumps({"template": template, "context": _context(material)})
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _START, _ROOT],
            input=request.encode(),
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        remedy = "look for a loop without an end"
        raise ReaderError(subject, "asks for more than a template may have", remedy) from error
    if "missing" in told:
        raise ReaderError(subject, "templates need the extra", "install newsmargin[templates]")
    if "text" not in told:
        place = f"{subject}, line {told['line']}" if told.get("line") else subject
        raise ReaderError(place, str(told["problem"]), _REMEDY)
    return str(told["text"])


def _context(material: Sequence[Material]) -> dict[str, Any]:
    """Return what a template is given."""
    return {"articles": [_article(one) for one in material]}


def _article(material: Material) -> dict[str, Any]:
    """Return one article as templates see it."""
    article = material.article
    about = {
        name: getattr(article, name, None)
        for name in ("publisher", "published", "language", "summary")
    }
    return about | {
        "id": material.article_id,
        "title": material.title,
        "url": material.url,
        "byline": list(material.byline),
        "tags": list(article.tags) if article else [],
        "link": reader_link(article) if article else "",
        "marks": [_mark(mark, article) for mark in material.marks],
        "facts": [fact.as_dict() for fact in material.facts],
    }


def _mark(mark: Mark, article: Article | None) -> dict[str, Any]:
    """Return one mark as templates see it."""
    words = status_words(mark.claim.status) if mark.claim else ""
    links = {"link": "", "source": ""}
    if article is not None:
        links = {"link": reader_link(article, mark), "source": passage_url(article, mark) or ""}
    return mark.as_dict() | links | {"status_words": words}
