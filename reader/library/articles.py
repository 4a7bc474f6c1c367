"""Puts articles into the library, gives them back, and takes them out."""

from collections.abc import Iterable, Sequence
from typing import Any

from reader.annotations import Mark
from reader.annotations.model import utc_now
from reader.article.identity import is_article_id
from reader.article.model import Article
from reader.errors import NotFoundError
from reader.library import labels
from reader.library.cards import (
    DEFAULT_SECTION,
    State,
    card_of,
    corrected,
    is_held,
    version_on_show,
)
from reader.library.fields import clean_tags
from reader.library.outcome import Added, AddedStatus
from reader.library.placing import PLACED_IN, place_all, summary
from reader.store import Change, Store


def article(store: Store, article_id: str, version: str | None = None) -> Article:
    """Return the *version* of a held article, the one on show when None, with its corrections.

    Raises:
        NotFoundError: if the library does not hold it.
        DamagedError: if its file is damaged beyond reading.
    """
    state = held_state(store, article_id)
    return corrected(store.article(article_id, version or version_on_show(state)), state)


def held_state(store: Store, article_id: str) -> dict[str, Any]:
    """Return the state of a held article.

    Raises:
        NotFoundError: if the library does not hold it.
    """
    state = store.state(article_id) if is_article_id(article_id) else {}
    if not is_held(state):
        raise NotFoundError(article_id, "no such article in the library", "see `reader list`")
    return state


def keep(
    store: Store,
    article: Article,
    source: bytes | None = None,
    *,
    section: str | None = None,
    tags: Iterable[str] = (),
) -> Added:
    """Put *article* into the library; a new version of one that it holds takes its marks along.

    Durable when it returns. An article in the trash comes back from it.

    Args:
        store: where it goes.
        article: as it was read.
        source: what it was read from, kept beside it.
        section: where it goes; None leaves it where it is.
        tags: tags to add to those it has.
    """
    state = store.state(article.id)
    same = version_on_show(state) == article.version
    fields = _fields(state, section, tags)
    if same and not fields:
        return Added(article.id, article.title, "same")
    moved: list[Mark] = []
    if not same:
        store.put_article(article, source)
        added = (state.get("card") or {}).get("added") or utc_now()
        fields["card"] = card_of(article, added)
        moved = _moved(store, article)
    changes = [Change("state", article.id, "state", fields), *map(_anchor_change, moved)]
    store.commit(changes, _label(article, state, same))
    status: AddedStatus = "same" if same else "new-version" if is_held(state) else "added"
    return Added(article.id, article.title, status, summary=summary(moved))


def _fields(state: State, section: str | None, tags: Iterable[str]) -> dict[str, Any]:
    """Return the fields of *state* that keeping the article changes, whatever its text."""
    fields: dict[str, Any] = {}
    if state.get("removed"):
        fields["removed"] = False
    if not is_held(state):
        fields["section"] = section or DEFAULT_SECTION
    elif section is not None and section != state.get("section"):
        fields["section"] = section
    held = list(state.get("tags") or ())
    joined = list(dict.fromkeys([*held, *clean_tags(tags)]))
    return fields | ({"tags": joined} if joined != held else {})


def _moved(store: Store, article: Article) -> list[Mark]:
    """Return the live marks of *article* that have no anchor in this version, with one."""
    marks = store.marks(article.id)
    placed = place_all(marks, article, lambda version: store.article(article.id, version).text)
    return [after for before, after in zip(marks, placed, strict=True) if after is not before]


def _anchor_change(mark: Mark) -> Change:
    """Return the change that stores where *mark* is now."""
    document = mark.as_dict()
    patch = {name: document[name] for name in ("anchor", PLACED_IN)}
    return Change("notes", mark.article, mark.id, patch)


def _label(article: Article, state: State, same: bool) -> str:
    """Return the label of the step; adding is none, for removing is what takes it back."""
    if not is_held(state):
        return ""
    if state.get("removed"):
        return f"restored {labels.quoted(article.title)}"
    return "filing" if same else f"new version of {labels.quoted(article.title)}"


def remove(store: Store, ids: Sequence[str], *, purge: bool = False) -> None:
    """Move the articles of *ids* to the trash with their marks, or *purge* them for good.

    Raises:
        NotFoundError: if the library does not hold one of them; then none is removed.
    """
    states = {article_id: held_state(store, article_id) for article_id in ids}
    if purge:
        for article_id in states:
            store.purge_article(article_id)
        return
    _mark_removed(store, states, True, "moved {} to the trash")


def restore(store: Store, ids: Sequence[str]) -> None:
    """Take the articles of *ids* back out of the trash.

    Raises:
        NotFoundError: if the library does not hold one of them.
    """
    states = {article_id: held_state(store, article_id) for article_id in ids}
    _mark_removed(store, states, False, "restored {}")


def _mark_removed(
    store: Store, states: dict[str, dict[str, Any]], removed: bool, label: str
) -> None:
    """Say of the articles of *states* that they are in the trash, or that they are not."""
    changing = [key for key, state in states.items() if bool(state.get("removed")) != removed]
    if changing:
        titles = [states[key]["card"].get("title") or "" for key in changing]
        changes = [Change("state", key, "state", {"removed": removed}) for key in changing]
        store.commit(changes, label.format(labels.articles(changing, titles)))
