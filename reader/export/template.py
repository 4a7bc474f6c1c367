"""Notes as a template of the user's own writes them."""

from collections.abc import Sequence
from typing import Any

from reader.annotations import Mark
from reader.annotations.signs import status_words
from reader.article.model import Article
from reader.export.addresses import passage_url, reader_link
from reader.export.material import Material
from reader.export.template_process import TemplateProcess

DEFAULT = """\
{# Notes as Markdown, one article after the other.
   articles: title, url, byline, publisher, published, language, tags, id, link, marks, facts.
   marks: all fields that `reader notes --json` prints, and link, source, status_words.
   facts: those of `reader facts`. Filters of our own: quoted, escaped; all of Jinja2's.
   is_file: whether an article is written to a file of its own, which later exports merge with.
   They bring up to date what stands in a region: that of a mark, or one with a name. #}
{% for article in articles %}
# {{ article.title | escaped }}

{% region "about" %}
{{ [article.publisher, article.byline | join(", "), article.published] | select | join(" · ") }}
{% endregion %}

{% for mark in article.marks %}
{% region mark %}
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
{% endregion %}

{% endfor %}
{% endfor %}
"""
"""A template to begin with."""


def render_template(material: Sequence[Material], template: str, subject: str) -> str:
    """Return what *template* makes of *material* as one text, which nothing is merged with.

    Args:
        material: the articles with their marks and facts.
        template: the text of the template, for Jinja2.
        subject: what errors call it, such as the name of its file.

    Raises:
        ReaderError: if it is no template, asks for more than it may have, or Jinja2 is missing.
    """
    with TemplateProcess(template, subject) as process:
        return process.render(context_of(material))


def context_of(material: Sequence[Material], *, is_file: bool = False) -> dict[str, Any]:
    """Return what a template is given."""
    return {"articles": [_article(one) for one in material], "is_file": is_file}


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
