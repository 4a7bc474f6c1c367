"""Puts articles into the library, gives them back, and takes them out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reader.annotations import Mark, reading_order
from reader.article.identity import is_article_id
from reader.article.model import Article
from reader.errors import DamagedError, NotFoundError, ReaderError
from reader.library import labels
from reader.library.cards import (
    DEFAULT_SECTION,
    State,
    card_of,
    corrected,
    is_held,
    version_on_show,
)
from reader.library.fates import Fate, fate_of, summary
from reader.library.fields import clean_tags
from reader.library.outcome import Added
from reader.library.placing import PLACED_IN, is_placed, place_all, version_text
from reader.store import Change, Store


def article(
    store: Store, article_id: str, version: str | None = None, *, markdown: bool = True
) -> Article:
    """Return the *version* of a held article, the one on show when None, with its corrections.

    Without *markdown* its Markdown is left out: marks and the page have no use for it.

    Raises:
        NotFoundError: if the library does not hold it.
        DamagedError: if its file is damaged beyond reading.
    """
    state = held_state(store, article_id)
    version = version or version_on_show(state)
    return corrected(store.article(article_id, version, markdown=markdown), state)


def held_state(store: Store, article_id: str) -> dict[str, Any]:
    """Return the state of a held article.

    Raises:
        NotFoundError: if the library does not hold it.
    """
    state = store.state(article_id) if is_article_id(article_id) else {}
    if not is_held(state):
        raise NotFoundError(article_id, "no such article in the library", "see `reader list`")
    return state


def source_of(store: Store, article_id: str) -> str:
    """Return the address or the file that a held article came from.

    Raises:
        NotFoundError: if the library does not hold it, or nobody knows where it came from.
    """
    source = held_state(store, article_id)["card"].get("url")
    if not source:
        remedy = "add it again from its file, with --url"
        raise NotFoundError(article_id, "came from no file or address", remedy)
    return str(source)


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
    from reader.article.markdown import with_markdown

    article = with_markdown(article)  # the page of one that was purged elsewhere has none
    state = store.state(article.id)
    same = version_on_show(state) == article.version
    fields = _fields(state, section, tags)
    if same:
        _mend(store, article, source)
    if same and not fields:
        return Added(article.id, article.title, "same")
    label = _label(article, state, same)
    if same:
        store.commit([Change("state", article.id, "state", fields)], label)
        moved = []
    else:
        moved = renew(store, article, fields, label, source=source)
    if same or not is_held(state):
        return Added(article.id, article.title, "same" if same else "added")
    fates = _fates(store, article, version_on_show(state), moved)
    return Added(article.id, article.title, "new-version", summary=summary(fates), fates=fates)


def _mend(store: Store, article: Article, source: bytes | None) -> None:
    """Put the version on show anew when its file is damaged or gone."""
    try:
        store.article(article.id, article.version)
    except (DamagedError, NotFoundError):
        store.put_article(article, source)


def keep_all(
    store: Store,
    reads: Iterable[Callable[[], tuple[Article, bytes]]],
    *,
    section: str | None = None,
    tags: Iterable[str] = (),
) -> Iterator[Added]:
    """Put into the library what each of *reads* returns, and yield what came of it; see ``keep``.

    What is wrong with one is told in its row.
    """
    tags = tuple(tags)
    for read in reads:
        try:
            yield keep(store, *read(), section=section, tags=tags)
        except ReaderError as error:
            yield Added(None, None, "failed", str(error), error.exit_code)


def renew(
    store: Store,
    article: Article,
    fields: dict[str, Any],
    label: str,
    further: Sequence[Change] = (),
    *,
    source: bytes | None = None,
) -> list[tuple[Mark, Mark]]:
    """Make *article* the version on show, in one step called *label*; return the marks it moved.

    Each as it was, and with its anchor in this version. Durable when it returns.

    Args:
        store: where it goes.
        article: the version.
        fields: what else to set in the article's state.
        label: what undo calls the step.
        further: other changes of the step.
        source: what it was read from, kept beside it.
    """
    store.put_article(article, source)
    card = card_of(article, store.state(article.id))
    moved = _moved(store, article)
    changes = [Change("state", article.id, "state", fields | {"card": card}), *further]
    changes += [_anchor_change(after) for _, after in moved]
    store.commit(changes, label)
    return moved


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


def _moved(store: Store, article: Article) -> list[tuple[Mark, Mark]]:
    """Return the live marks of *article* that have no anchor in this version, and with one."""
    marks = reading_order(store.marks(article.id))
    placed = place_all(store, marks, article)
    pairs = zip(marks, placed, strict=True)
    return [(before, after) for before, after in pairs if after is not before]


def _fates(
    store: Store, article: Article, before: str | None, moved: Sequence[tuple[Mark, Mark]]
) -> tuple[Fate, ...]:
    """Return what became of the marks that *article* moved, from the version shown *before*."""
    old_text = version_text(store, article.id, before) if moved else None
    return tuple(
        fate_of(mark, placed, old_text if is_placed(mark, before or "") else None, article.text)
        for mark, placed in moved
    )


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
