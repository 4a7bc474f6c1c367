"""Marks as data: the W3C's annotations, Hypothesis, and this program's own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.annotations import Mark, from_w3c
from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.annotations.shape import misshapen
from reader.annotations.w3c_terms import as_list, named_by
from reader.article.identity import is_article_id
from reader.errors import ReaderError
from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.objects import document, objects, text_in
from reader.importers.tables import Row, rows
from reader.importers.values import address_or_none, instant, names
from reader.importers.wholes import cleaned, whole_article

_OWN_ARTICLE = "urn:newsmargin:article:"


def read_w3c(bundle: Bundle, form: str) -> Found:
    """Return the annotations of a collection, a page, a list or one alone."""
    found, refused = _Gathered(), []
    for data in bundle.files.values():
        for place, annotation in enumerate(_annotations(document(data, bundle.subject)), 1):
            where = f"annotation {place}"
            try:
                mark = from_w3c(annotation)
            except ReaderError as error:
                refused.append(Refused(where, error.problem))
                continue
            url = next(_sources(annotation), None)
            found.add(FoundMark(mark, where), FoundArticle(where, url, known_as=mark.article))
    return Found(form, found.articles(), tuple(refused))


def _annotations(body: Any) -> Iterator[Any]:
    """Yield the annotations that *body* is, or lists."""
    waiting = [body]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one[::-1]
            continue
        kinds = as_list(one.get("type")) if isinstance(one, Mapping) else []
        if "AnnotationCollection" in kinds or "AnnotationPage" in kinds:
            waiting += [as_list(one.get(name)) for name in ("next", "items", "first")]
        elif not isinstance(one, str):
            yield one


def _sources(annotation: Mapping[str, Any]) -> Iterator[str]:
    """Yield the web addresses of what an annotation is about."""
    for target in as_list(annotation.get("target")):
        source = target.get("source") if isinstance(target, Mapping) else target
        source = source.get("id") if isinstance(source, Mapping) else source
        if url := address_or_none(source):
            yield url


def read_hypothesis(bundle: Bundle, form: str) -> Found:
    """Return the annotations of Hypothesis, as its client or its API gives them."""
    found, refused = _Gathered(), []
    for data in bundle.files.values():
        body = document(data, bundle.subject)
        listed = body.get("annotations", body.get("rows")) if isinstance(body, Mapping) else body
        for place, one in enumerate(listed if isinstance(listed, list) else [], 1):
            where = f"annotation {place}"
            try:
                if not isinstance(one, Mapping):
                    raise RowError("is no annotation")
                found.add(*_hypothesis(one, where))
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, found.answered().articles(), tuple(refused))


def _hypothesis(one: Mapping[str, Any], where: str) -> tuple[FoundMark, FoundArticle]:
    """Return one annotation of Hypothesis, and the page that it is on."""
    targets = [target for target in as_list(one.get("target")) if isinstance(target, Mapping)]
    uri = text_in(one, "uri") or next((text_in(target, "source") for target in targets), "")
    about = one.get("document")
    titles = as_list(about.get("title")) if isinstance(about, Mapping) else []
    article = FoundArticle(
        where,
        address_or_none(uri),
        title=next((title for title in titles if isinstance(title, str)), ""),
        known_as=uri.removeprefix(_OWN_ARTICLE) if uri.startswith(_OWN_ARTICLE) else "",
        is_listed=False,
    )
    if article.url is None and not is_article_id(article.known_as):
        raise RowError(f"is on “{uri[:80]}”, which is no page of the web")
    selectors = {
        str(selector.get("type")): selector
        for target in targets
        for selector in as_list(target.get("selector"))
        if isinstance(selector, Mapping)
    }
    fields = _words(selectors.get("TextQuoteSelector", {}))
    fields |= _place(selectors.get("TextPositionSelector", {})) if fields["quote"] else {}
    references = [str(name) for name in as_list(one.get("references"))]
    mark = made_mark(
        "hypothesis",
        text_in(one, "id"),
        article,
        **fields,
        note=text_in(one, "text"),
        tags=names(one.get("tags") or []),
        created=instant(one.get("created")),
        updated=instant(one.get("updated")),
        reply_to=references[-1] if references else None,
    )
    return FoundMark(_own(mark), where, in_code_units=True), article


def _words(selector: Mapping[str, Any]) -> dict[str, Any]:
    """Return the words that a selector gives."""
    around = {name: text_in(selector, name) for name in ("prefix", "suffix")}
    return {"quote": text_in(selector, "exact")} | around


def _place(selector: Mapping[str, Any]) -> dict[str, Any]:
    """Return the offsets that a selector gives, in code units of UTF-16."""
    start, end = selector.get("start"), selector.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return {"start": start, "end": end}
    return {}


def _own(mark: Mark) -> Mark:
    """Return *mark* with the id it has here, when it left from here."""
    name = str((mark.origin or {}).get("id"))
    is_ours = named_by(f"urn:newsmargin:mark:{name}") == name
    return replace(mark, id=name, origin=None) if is_ours else mark


def read_own(bundle: Bundle, form: str) -> Found:
    """Return marks and articles as this program prints them, in JSON."""
    found, refused, wholes = _Gathered(), [], []
    for data in bundle.files.values():
        for where, body in objects(data, bundle.subject):
            try:
                if "blocks" in body:
                    article = whole_article(body)
                    wholes.append(FoundArticle(where, known_as=article.id, whole=article))
                else:
                    mark = _mark(cleaned(body))
                    about = FoundArticle(where, known_as=mark.article, is_listed=False)
                    found.add(FoundMark(mark, where), about)
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, (*wholes, *found.articles()), tuple(refused))


def _mark(body: Mapping[str, Any]) -> Mark:
    """Return the mark of an object, which must have the shape of one."""
    wrong = misshapen(body)
    if wrong:
        raise RowError(f"has no “{wrong}” that a mark may have")
    if body.get("label") not in (None, *LABELS):
        raise RowError(f"has a label “{body['label']}” that marks do not have")
    if body.get("deleted"):
        raise RowError("is deleted")
    if not is_article_id(body["article"]):
        raise RowError(f"is on “{body['article'][:80]}”, which is no article's id")
    return Mark.from_dict(body)


def read_own_table(bundle: Bundle, form: str) -> Found:
    """Return marks as this program's own table tells them."""
    found, refused = _Gathered(), []
    for data in bundle.files.values():
        for where, row in rows(data):
            try:
                if isinstance(row, Refused):
                    raise RowError(row.problem)
                mark = _from_cells(row)
                url = address_or_none(row.get("url"))
                about = FoundArticle(where, url, row.get("title", ""), mark.article, False)
                found.add(FoundMark(mark, where), about)
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, found.articles(), tuple(refused))


def _from_cells(row: Row) -> Mark:
    """Return the mark of one row."""
    quote, *parts = row["quote"].split(" […] ")
    body: dict[str, Any] = {
        "id": row["id"],
        "article": row["article"],
        "kind": row["kind"],
        "quote": quote,
        "parts": [{"quote": part} for part in parts],
        "note": row["note"],
        "label": row["label"] or None,
        "tags": list(names(row["tags"])),
        "section": row["section"] or None,
        "created": row["created"],
        "updated": row["updated"],
    }
    if body["kind"] == "claim":
        status = row["status"] if row["status"] in CLAIM_STATUSES else "unchecked"
        said = {"status": status, "verdict": row["verdict"], "speaker": row["speaker"] or None}
        body["claim"] = said
    return _mark(body)


class _Gathered:
    """Marks by the articles that they are on."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, str], list[FoundMark]] = {}
        self._about: dict[tuple[str, str], FoundArticle] = {}

    def add(self, mark: FoundMark, about: FoundArticle) -> None:
        """Take in one mark, on the article that *about* tells of."""
        key = (about.known_as, about.url or "")
        known = self._about.setdefault(key, replace(about, is_listed=False))
        if about.title and not known.title:
            self._about[key] = replace(known, title=about.title)
        self._marks.setdefault(key, []).append(mark)

    def answered(self) -> "_Gathered":
        """Let replies name the marks that they answer by their ids here; return itself."""
        ids = {
            str(one.mark.origin["id"]): one.mark.id
            for marks in self._marks.values()
            for one in marks
            if one.mark.origin
        }
        for key, marks in self._marks.items():
            self._marks[key] = list(_renamed(marks, ids))
        return self

    def articles(self) -> tuple[FoundArticle, ...]:
        """Return the articles with their marks."""
        return tuple(
            replace(about, marks=tuple(self._marks[key])) for key, about in self._about.items()
        )


def _renamed(marks: Iterable[FoundMark], ids: Mapping[str, str]) -> Iterator[FoundMark]:
    """Yield *marks*, the replies among them as answers to marks by their new ids."""
    for one in marks:
        answered = one.mark.reply_to
        if answered is None:
            yield one
        else:
            mark = replace(one.mark, reply_to=ids.get(answered, answered), quote="", kind="note")
            yield replace(one, mark=mark)
