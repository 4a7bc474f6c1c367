"""The front matter of a notes file: what the reader writes there, and what it leaves alone."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reader.annotations import Mark
from reader.annotations.model import CLAIM_STATUSES
from reader.article.model import Article
from reader.export.addresses import source_url
from reader.export.document import OUTLINE_ID

_PLAIN = re.compile(r"[A-Za-z](?:[\w .'’()/-]*[\w)])?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS_OF_YAML = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])


def page_properties(article: Article, marks: Sequence[Mark]) -> dict[str, str]:
    """Return the properties of the article's page in an outline: each key with its line."""
    tags = _tags(article, marks)
    values = {
        OUTLINE_ID: article.id,
        "source": source_url(article) or article.url or "",
        "site": article.publisher or "",
        "author": ", ".join(article.byline),
        "published": _day(article.published),
        "tags": ", ".join(tags),
    }
    lines = {key: " ".join(value.split()) for key, value in values.items()}
    return {key: f"{key}:: {value}" for key, value in lines.items() if value}


def front_matter(article: Article, marks: Sequence[Mark]) -> dict[str, str]:
    """Return the front matter of the article's notes: each key with its line."""
    statuses = Counter(mark.claim.status for mark in marks if mark.claim)
    values = {
        "id": scalar(article.id),
        "title": json.dumps(article.title, ensure_ascii=False),
        "source": scalar(source_url(article) or article.url or ""),
        "site": scalar(article.publisher or ""),
        "author": flow_list(article.byline),
        "published": _day(article.published),
        "tags": flow_list(_tags(article, marks)),
        "highlights": str(sum(bool(mark.quote) for mark in marks)),
        "claims": _counts({status: statuses[status] for status in CLAIM_STATUSES}),
    }
    return {key: f"{key}: {value}" for key, value in values.items() if value}


def scalar(text: str) -> str:
    """Return *text* as a YAML scalar, quoted where YAML would read something else."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML
    return text if plain or not text else json.dumps(text, ensure_ascii=False)


def flow_list(items: Iterable[str]) -> str:
    """Return *items* as a YAML list on one line; empty when there are none."""
    written = ", ".join(scalar(item) for item in items)
    return f"[{written}]" if written else ""


def _counts(counts: Mapping[str, int]) -> str:
    """Return what is not zero as a YAML mapping on one line; empty when all is."""
    written = ", ".join(f"{key}: {count}" for key, count in counts.items() if count)
    return f"{{{written}}}" if written else ""


def _day(published: str | None) -> str:
    """Return the day of an ISO 8601 date as YAML knows it; empty when there is none."""
    day = _DATE.match(published or "")
    return day.group() if day else ""


def _tags(article: Article, marks: Sequence[Mark]) -> list[str]:
    """Return the tags of the article and its marks, each once, in order."""
    tags = [*article.tags, *(tag for mark in marks for tag in mark.tags)]
    return list(dict.fromkeys("-".join(tag.split()) for tag in tags if tag.split()))
