"""The rows of the sources: where an article comes from, its versions, its links, its like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from reader.article.links import links_of
from reader.article.model import Article
from reader.tui.page.layout import wrap_own
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.library import Row as ArticleRow
    from reader.library.versions import Version

ADDRESSES = ("http://", "https://", "mailto:")
"""What can be opened in the browser."""


class Address(NamedTuple):
    """Opens an address."""

    href: str


class Comparison(NamedTuple):
    """Shows what was changed from one version to another."""

    old: str
    new: str


class Story(NamedTuple):
    """Opens another article."""

    article: str


class LeftOutKey(NamedTuple):
    """Shows what was left out."""


Found = Sequence[Any] | str | None
"""What was found; None while it is being looked for, words when it could not be."""


def group(title: str, rows: Sequence[Row], count: int | None = None) -> list[Row]:
    """Return *rows* under *title*."""
    return [Row(title, style="group", selectable=False, aside=str(count or "")), *rows]


def looked_for(found: Found, make: Callable[[Any], Sequence[Row]], nothing: str) -> list[Row]:
    """Return the rows of what was *found*, or one that says why there are none."""
    if found is None:
        return [Row("looking …", indent=1, style="quiet", selectable=False)]
    if isinstance(found, str):
        return [Row(found, indent=1, sign="!", style="lost", selectable=False)]
    rows = [*make(found)]
    return rows or [Row(nothing, indent=1, style="quiet", selectable=False)]


def origin_rows(
    article: Article, state: Mapping[str, Any], cells: int, spoken: Callable[[str | None], str]
) -> Iterator[Row]:
    """Yield where *article* comes from: its address, when it was read, what was guessed.

    Args:
        article: the article.
        state: what the library says of it.
        cells: how wide a row may be; what takes more goes on in the next.
        spoken: says a date as people write it.
    """
    address = article.canonical_url or article.url
    if address:
        yield from _wrapped(address, cells, Address(address))
    if article.url and article.url != address:
        yield from _wrapped(f"read from {article.url}", cells, Address(article.url))
    told = [f"added {_moment(added)}"] if (added := (state.get("card") or {}).get("added")) else []
    published = spoken(article.published)
    told.append(f"published {published}" if published else "no date of publication")
    if article.modified:
        told.append(f"modified {spoken(article.modified)}")
    told += [f"{name} is a guess: {how}" for name, how in article.guessed.items()]
    if not state.get("card"):
        told.append("not in the library yet: mark something to keep it")
    for words in told:
        yield from _wrapped(words, cells)
    if article.dropped:
        reasons = Counter(one.reason for one in article.dropped).most_common()
        listed = ", ".join(f"{count} {reason}" for reason, count in reasons)
        yield from _wrapped(f"left out: {listed}", cells, LeftOutKey())


def version_rows(versions: Sequence[Version], when: Callable[[Version], str]) -> Iterator[Row]:
    """Yield a row for each version, the newest first, which shows what was changed in it."""
    for index in range(len(versions) - 1, -1, -1):
        one = versions[index]
        key = Comparison(versions[index - 1].version, one.version) if index else None
        words = f"{when(one)}   {'cannot be read' if one.damaged else f'{one.words} words'}"
        sign = "›" if one.shown else " "
        yield Row(words, key, indent=1, sign=sign, selectable=key is not None and not one.damaged)


def story_rows(rows: Sequence[ArticleRow]) -> Iterator[Row]:
    """Yield a row for each article on the same story."""
    for row in rows:
        yield Row(row.title or row.id, Story(row.id), indent=1, aside=row.publisher or "")


def link_rows(article: Article) -> Iterator[Row]:
    """Yield a numbered row for each address that *article* links to."""
    links = links_of(article)
    digits = len(str(len(links)))
    for number, link in enumerate(links, 1):
        host = urlsplit(link.href).hostname or link.href.partition(":")[0]
        aside = host.removeprefix("www.")
        yield Row(link.text, Address(link.href), indent=1, sign=f"{number:>{digits}}", aside=aside)


def _wrapped(words: str, cells: int, key: object = None) -> Iterator[Row]:
    """Yield as many rows as *words* take, the first with the *key*: without one none is chosen."""
    for start, end in wrap_own(words, max(12, cells)):
        yield Row(words[start:end], key, indent=1, selectable=key is not None)
        key = None


def _moment(at: str) -> str:
    """Return a moment by the clock of the place; as it stands when it is none."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{local.day} {local:%b %Y, %H:%M}"
