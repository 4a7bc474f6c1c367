"""What a user says of articles: read, starred, tagged, filed, corrected."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypedDict

from reader.article.sanitise import clean_line
from reader.errors import UsageError
from reader.library import labels
from reader.library.articles import held_state
from reader.library.fields import clean_tags
from reader.store import Change, Store

_OWN = frozenset({"card", "corrections"})
"""Fields of the state document that have calls of their own."""


class Corrections(TypedDict, total=False):
    """What can be corrected of an article. None leaves a field; an empty value takes it back."""

    title: str | None
    published: str | None
    byline: Sequence[str] | None
    section: str | None


def set_state(store: Store, ids: Sequence[str], label: str, fields: Mapping[str, Any]) -> None:
    """Set *fields* of the articles of *ids* in one step called *label*.

    Articles of which they hold already are left alone. An empty label makes a step that undo
    passes over. Durable when it returns.

    Raises:
        NotFoundError: if the library does not hold one of them; then none is changed.
        UsageError: if a field has a call of its own.
    """
    if wrong := _OWN & fields.keys():
        raise UsageError(", ".join(wrong), "not set this way", "correct the article instead")
    patch = _cleaned(fields)
    states = {article_id: held_state(store, article_id) for article_id in ids}
    changing = [
        article_id
        for article_id, state in states.items()
        if any(state.get(name) != value for name, value in patch.items())
    ]
    if changing:
        store.commit([Change("state", key, "state", patch) for key in changing], label)


def retag(store: Store, ids: Sequence[str], added: Iterable[str], gone: Iterable[str]) -> None:
    """Give articles the tags *added* and take those *gone*, in one step. Durable when it returns.

    Raises:
        NotFoundError: if the library does not hold one of them; then none is changed.
    """
    lost, more = frozenset(gone), clean_tags(added)
    changes: list[Change] = []
    for article_id in ids:
        held = list(held_state(store, article_id).get("tags") or ())
        tags = list(dict.fromkeys([*(tag for tag in held if tag not in lost), *more]))
        if tags != held:
            changes.append(Change("state", article_id, "state", {"tags": tags}))
    if changes:
        store.commit(changes, "article tags")


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return *fields* as the state keeps them."""
    patch = dict(fields)
    if "tags" in patch:
        patch["tags"] = list(clean_tags(patch["tags"]))
    if "section" in patch:
        patch["section"] = clean_line(patch["section"])
    return patch


def correct(store: Store, article_id: str, given: Corrections) -> None:
    """Correct what an article's source says of it, for this version and those to come.

    Durable when it returns.

    Raises:
        NotFoundError: if the library does not hold it.
        UsageError: if the date is none.
    """
    state = held_state(store, article_id)
    corrections = dict(state.get("corrections") or {}) | _cleaned_corrections(given)
    patch: dict[str, Any] = {
        "corrections": {name: value for name, value in corrections.items() if value}
    }
    if (section := given.get("section")) is not None:
        patch["section"] = clean_line(section)
    if any((state.get(name) or {}) != value for name, value in patch.items()):
        label = f"correction of {labels.quoted(state['card'].get('title') or article_id)}"
        store.commit([Change("state", article_id, "state", patch)], label)


def _cleaned_corrections(given: Corrections) -> dict[str, Any]:
    """Return those of the corrections *given* that have a value, clean."""
    cleaned: dict[str, Any] = {}
    if (title := given.get("title")) is not None:
        cleaned["title"] = clean_line(title)
    if (published := given.get("published")) is not None:
        cleaned["published"] = _checked_date(published.strip())
    if (byline := given.get("byline")) is not None:
        cleaned["byline"] = _cleaned_lines(byline)
    return cleaned


def _cleaned_lines(lines: Sequence[str]) -> list[str]:
    """Return *lines* clean, without empty ones."""
    return [line for each in lines if (line := clean_line(each))]


def _checked_date(text: str) -> str:
    """Return *text*, which must be an ISO 8601 date, with or without a time, or empty."""
    if not text:
        return text
    try:
        if len(text) == len("2025-12-11"):
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(text, "no date", "write it as 2025-12-11 or 2025-12-11T19:33") from error
