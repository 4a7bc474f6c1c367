"""Saved articles with their text and marks: Omnivore's archive, wallabag's JSON."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.annotations import Mark
from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.objects import objects, text_in
from reader.importers.tables import text_of
from reader.importers.values import address_or_none, digest, instant, is_true, moment, names

_NO_PAGE = "https://omnivore.app/no_url"
_LABELS = re.compile(r"(?:\s+#[\w-]+)+\s*$")


def read_omnivore(bundle: Bundle, form: str) -> Found:
    """Return the articles of an Omnivore archive, with their text and highlights."""
    contents = _by_slug(bundle, ".html", ("content", "contents"))
    highlights = _by_slug(bundle, ".md", ("highlights",))
    articles: list[FoundArticle] = []
    refused: list[Refused] = []
    for name, data in bundle.ending(".json"):
        if not posixpath.basename(name).startswith("metadata"):
            continue
        for where, body in objects(data, bundle.subject, f"{name}, "):
            try:
                slug = text_in(body, "slug")
                article = _omnivore(body, where, text_of(contents.get(slug, b"")))
                told = text_of(highlights.get(slug, b""))
                articles.append(replace(article, marks=tuple(_highlights(told, article))))
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, tuple(articles), tuple(refused))


def _by_slug(bundle: Bundle, ending: str, folders: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files of an archive in one of *folders*, by what they are called."""
    return {
        posixpath.basename(name)[: -len(ending)]: data
        for name, data in bundle.ending(ending)
        if posixpath.basename(posixpath.dirname(name)) in folders
    }


def _omnivore(body: Mapping[str, Any], where: str, content: str) -> FoundArticle:
    """Return one article of Omnivore; a newsletter has no address, but a text."""
    url = text_in(body, "url")
    page = None if url.startswith(_NO_PAGE) else address_or_none(url)
    if page is None and not content:
        raise RowError("has neither an address nor a text")
    said = {"archived": True, "read": True} if body.get("state") == "Archived" else {}
    return FoundArticle(
        where,
        page,
        text_in(body, "title"),
        byline=names([text_in(body, "author")]),
        published=moment(body.get("publishedAt")),
        tags=names(body.get("labels") or []),
        summary=text_in(body, "description") or None,
        added=instant(body.get("savedAt")),
        said=said,
        content=content,
    )


def _highlights(text: str, article: FoundArticle) -> Iterator[FoundMark]:
    """Yield the highlights of an article: a quotation each, with labels, and a note below it."""
    quote: list[str] = []
    note: list[str] = []
    for line in [*text.splitlines(), ">"]:
        is_quoted = line.startswith(">")
        if is_quoted and (note or line == ">") and quote:
            yield from _highlight(quote, note, article)
            quote, note = [], []
        if is_quoted:
            quote.append(line[1:].removeprefix(" "))
        elif line.strip() or note:
            note.append(line)


def _highlight(quote: list[str], note: list[str], article: FoundArticle) -> Iterator[FoundMark]:
    """Yield the mark of one highlight, when it has words."""
    words = "\n".join(quote)
    labels = _LABELS.search(words)
    tags = labels.group().split() if labels else []
    words = words[: labels.start()] if labels else words
    if words.strip():
        known_as = digest(article.url or article.title, words)
        fields = {"quote": words, "note": "\n".join(note).strip(), "tags": tags}
        yield FoundMark(made_mark("omnivore", known_as, article, **fields), article.where)


def read_wallabag(bundle: Bundle, form: str) -> Found:
    """Return the articles of a wallabag export, with their text and annotations."""
    articles: list[FoundArticle] = []
    refused: list[Refused] = []
    for data in bundle.files.values():
        for where, body in objects(data, bundle.subject):
            try:
                articles.append(_wallabag(body, where, refused))
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, tuple(articles), tuple(refused))


def _wallabag(body: Mapping[str, Any], where: str, refused: list[Refused]) -> FoundArticle:
    """Return one article of wallabag; what is wrong with its annotations is put into *refused*."""
    url = address_or_none(body.get("origin_url") or body.get("url"))
    content = text_in(body, "content")
    if url is None and not content:
        raise RowError("has neither an address nor a text")
    said = {"archived": body.get("is_archived"), "starred": body.get("is_starred")}
    known = {name: True for name, value in said.items() if is_true(value)}
    article = FoundArticle(
        where,
        url,
        text_in(body, "title"),
        byline=names(body.get("published_by") or []),
        publisher=text_in(body, "domain_name") or None,
        published=moment(body.get("published_at")),
        language=text_in(body, "language").replace("_", "-") or None,
        tags=names(body.get("tags") or []),
        added=instant(body.get("created_at")),
        said=known | ({"read": True} if "archived" in known else {}),
        content=content,
    )
    marks = []
    listed = body.get("annotations")
    for place, one in enumerate(listed if isinstance(listed, list) else [], 1):
        spot = f"{where}, annotation {place}"
        try:
            marks.append(FoundMark(_annotation(one, article), spot))
        except RowError as error:
            refused.append(Refused(spot, str(error)))
    return replace(article, marks=tuple(marks))


def _annotation(one: Any, article: FoundArticle) -> Mark:
    """Return the mark of one annotation; where it stands is found by its words."""
    if not isinstance(one, Mapping):
        raise RowError("is no annotation")
    quote, note = text_in(one, "quote"), text_in(one, "text")
    known_as = str(one.get("id") or digest(article.url or article.title, quote, note))
    dates = {"created": instant(one.get("created_at")), "updated": instant(one.get("updated_at"))}
    return made_mark("wallabag", known_as, article, quote=quote, note=note, **dates)
