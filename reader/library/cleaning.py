"""What the user brings back into articles or leaves out of them, here and on the whole site."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from reader.article.cleaning import (
    CHOSEN,
    Choice,
    Line,
    apply_choices,
    form_of,
    is_headline,
    lines_of,
)
from reader.article.model import Article
from reader.article.sanitise import clean_line
from reader.errors import NotFoundError, UsageError
from reader.library import labels
from reader.library.articles import held_state, renew
from reader.library.cards import State, version_on_show
from reader.store import Change, Store

FIELD = "cleaning"
"""The field of an article's state that holds what was chosen of its lines."""

_PREFIX = "cleaning-"
"""What the keys of sites start with among the library's entries."""

_KEEP = "keep"
_DROP = "drop"
_LISTS = (_KEEP, _DROP)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of bringing a line back, or leaving it out."""

    article: str
    """The article's id."""

    text: str
    """The words of the line."""

    site: str | None
    """For which site it is remembered; None when nobody knows where the article is from."""

    version: str
    """The article's version now."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"ok": True, "id": self.article, "version": self.version, "site": self.site}


class Cleaning:
    """The choices of what belongs to articles, against what cleaning made of them.

    Any thread may call it. A choice is a step that undo takes back, and makes a new version of
    its article, into which the marks are taken along. It is remembered for the site, and outlives
    a re-fetch.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def clean(self, article: Article) -> Article:
        """Return *article*, as its source was read, as the user wants it."""
        choices = _choices(self._store.state(article.id))
        site = _forms(self._site(site_of(article)))
        return apply_choices(article, choices, site) if choices or site else article

    def bring_back(self, article_id: str, text: str, nth: int | None = None) -> Cleaned:
        """Bring a line back that was left out of the version on show. Durable when it returns.

        Args:
            article_id: the article.
            text: the line's words, or a part of them that no other line has.
            nth: which of the lines with just these words; None for the first that was left out.

        Raises:
            NotFoundError: if the library does not hold the article, or it has no such line.
            UsageError: if it is the headline, which stands above the text.
        """
        return self._choose(article_id, text, nth, keep=True)

    def drop(self, article_id: str, text: str, nth: int | None = None) -> Cleaned:
        """Leave a block out of the version on show; else as ``bring_back``.

        Raises:
            NotFoundError: if the library does not hold the article, or it has no such block.
            UsageError: if there is no other text in it.
        """
        return self._choose(article_id, text, nth, keep=False)

    def _choose(self, article_id: str, text: str, nth: int | None, *, keep: bool) -> Cleaned:
        """Keep a line of an article, or leave it out."""
        state = held_state(self._store, article_id)
        article = self._store.article(article_id, version_on_show(state))
        line = _meant(lines_of(article), clean_line(text), nth, keep=keep)
        if keep and is_headline(line.text, article.title):
            raise UsageError(line.text, "is the headline", "it stands above the text already")
        choices = _choices(state)
        before = next(
            (one for one in choices if (one.text, one.nth) == (line.text, line.nth)), None
        )
        reason = line.reason if keep or before is None else before.reason
        choice = Choice(line.text, keep, line.nth, reason or CHOSEN)
        changed = apply_choices(article, [choice])
        if changed.version == article.version:
            raise UsageError(line.text, "is all the text there is", "remove the article instead")
        others = [one for one in choices if one is not before]
        takes_back = before is not None and before.keep != keep
        chosen = others if takes_back else [*others, choice]
        site = site_of(article)
        further = self._remembered(site, line.text, None if takes_back else keep)
        what = "brought back" if keep else "left out"
        renew(
            self._store,
            changed,
            {FIELD: [asdict(one) for one in chosen]},
            f"{what} {labels.quoted(line.text)}",
            further,
        )
        return Cleaned(article_id, line.text, site, changed.version)

    def _remembered(self, site: str | None, text: str, keep: bool | None) -> list[Change]:
        """Return the change that remembers a choice for its *site*; None forgets it."""
        if site is None:
            return []
        before, form = self._site(site), form_of(text)
        lists = {name: [one for one in _strings(before, name) if one != form] for name in _LISTS}
        if keep is not None:
            lists[_KEEP if keep else _DROP].append(form)
        return [Change("library", "", f"{_PREFIX}{site}", {"site": site, **lists})]

    def _site(self, site: str | None) -> Mapping[str, Any]:
        """Return what is remembered of a site."""
        return self._store.library().get(f"{_PREFIX}{site}", {}) if site is not None else {}


def site_of(article: Article) -> str | None:
    """Return what the articles of one publisher have in common: their host, else its name."""
    for address in (article.canonical_url, article.url):
        if address and address.startswith(("http://", "https://")):
            try:
                host = urlsplit(address).hostname or ""
            except ValueError:
                continue
            return host.removeprefix("www.") or None
    return clean_line(article.publisher or "").casefold() or None


def _choices(state: State) -> list[Choice]:
    """Return what was chosen of an article's lines; what nobody can read is passed over."""
    found = state.get(FIELD)
    return [
        Choice(
            str(each["text"]),
            bool(each.get("keep")),
            int(each.get("nth") or 1),
            str(each.get("reason") or CHOSEN),
        )
        for each in (found if isinstance(found, list) else ())
        if isinstance(each, dict) and each.get("text")
    ]


def _forms(site: Mapping[str, Any]) -> dict[str, bool]:
    """Return whether lines of a form belong to the articles of a site."""
    dropped = dict.fromkeys(_strings(site, _DROP), False)
    return dropped | dict.fromkeys(_strings(site, _KEEP), True)


def _strings(body: Mapping[str, Any], name: str) -> list[str]:
    """Return the texts that a field of a document lists."""
    found = body.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _meant(lines: Sequence[Line], text: str, nth: int | None, *, keep: bool) -> Line:
    """Return the line with the words *text* that is to be kept now, or left out.

    Raises:
        NotFoundError: if there is none, or several are that have the words among others.
    """
    turning = [line for line in lines if line.text and line.kept != keep]
    exact = [line for line in turning if line.text == text and nth in (None, line.nth)]
    found = exact[:1] or [line for line in turning if text and nth is None and text in line.text]
    if len(found) == 1:
        return found[0]
    where = "left out of the article" if keep else "in the article"
    problem = f"no such line is {where}"
    if found:
        problem = f"may be any of {len(found)} lines that are {where}"
    raise NotFoundError(
        text or "a line", problem, "give all its words; `reader show --raw` has them"
    )
