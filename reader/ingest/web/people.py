"""Who wrote a page: what its data states, else what it shows near its headline.

What the data states is taken at its word, but for the names of accounts and of the publication:
who is shown as the author then wrote it.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from lxml import etree

from reader.article.sanitise import clean_line
from reader.ingest.web.bylines import shown_authors
from reader.ingest.web.head import Metas
from reader.ingest.web.linked_data import REFERRED, Node, text_value, types_of
from reader.ingest.web.names import (
    are_handles,
    may_be_name,
    names_in,
)

_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "byl",
    "citation_author",
)
_LABELLED = re.compile(r"\b(?:by|author|von|verfasst|escrito|écrit|auteur)\b", re.IGNORECASE)
_MOST_SHOWN = 4


def authors(
    root: etree._Element,
    metas: Metas,
    articles: Sequence[Node],
    site: str | None,
    title: str | None = None,
) -> tuple[str, ...]:
    """Return the names of those who wrote the page; empty when it names none.

    Args:
        root: its tree.
        metas: its meta elements.
        articles: what its linked data says of articles.
        site: the name of the publication.
        title: the headline, near which the byline stands.
    """
    stated = next((names for names in _stated(metas, articles) if names), [])
    if stated and not _are_doubtful(stated, site):
        return tuple(stated)
    shown = shown_authors(root, title)
    people = [name for name in shown if not _are_site([name], site)]
    if stated and not _are_better(people, stated):
        return tuple(stated)
    return tuple((people or shown)[:_MOST_SHOWN])


def _are_doubtful(names: Sequence[str], site: str | None) -> bool:
    """Tell whether *names* are those of accounts or the publication, or one is but a first name."""
    return _are_site(names, site) or are_handles(names) or (len(names) == 1 and " " not in names[0])


def _are_better(shown: Sequence[str], stated: Sequence[str]) -> bool:
    """Tell whether the names shown are whole, and those stated are not the beginning of others."""
    if not shown or not all(" " in name for name in shown):
        return False
    first = stated[0].casefold()
    return are_handles(stated) or " " in first or shown[0].casefold().startswith(f"{first} ")


def _are_site(names: Sequence[str], site: str | None) -> bool:
    """Tell whether all of *names* are that of the publication."""
    return bool(site) and all(name.casefold() == (site or "").casefold() for name in names)


def _stated(metas: Metas, articles: Sequence[Node]) -> Iterator[list[str]]:
    """Yield what the page's data says of its authors, the surest first."""
    told = [node.get("author") or node.get("creator") for node in articles]
    for value in told:
        yield _in_node(value)
    for name in _METAS:
        yield names_in(metas.get(name, []))
    for node in articles:
        yield _in_node(node.get(REFERRED))
    for number in ("1", "2"):
        if _LABELLED.search(" ".join(metas.get(f"twitter:label{number}", ()))):
            yield names_in(metas.get(f"twitter:data{number}", []))


def _in_node(value: object) -> list[str]:
    """Return the names in the author of a JSON-LD node; that of an organisation is one name."""
    names: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        name = clean_line(unescape(text_value(part) or ""))
        is_one = isinstance(part, dict) and "Organization" in types_of(part)
        names += [name] if is_one and may_be_name(name) else names_in([name])
    return list(dict.fromkeys(names))
