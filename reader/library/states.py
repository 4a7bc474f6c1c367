"""What a user says of articles: read, starred, tagged, filed, corrected."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from reader.article.sanitise import clean_line
from reader.errors import UsageError
from reader.library import labels
from reader.library.articles import held_state
from reader.library.fields import clean_tags
from reader.store import Change, Store

_OWN = frozenset({"card", "corrections"})
"""Fields of the state document that have calls of their own."""


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


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return *fields* as the state keeps them."""
    patch = dict(fields)
    if "tags" in patch:
        patch["tags"] = list(clean_tags(patch["tags"]))
    if "section" in patch:
        patch["section"] = clean_line(patch["section"])
    return patch


def correct(
    store: Store,
    article_id: str,
    *,
    title: str | None = None,
    published: str | None = None,
    byline: Sequence[str] | None = None,
    section: str | None = None,
) -> None:
    """Correct what an article's source says of it, for this version and those to come.

    None leaves a field as it is; an empty value goes back to what the source says. Durable when
    it returns.

    Raises:
        NotFoundError: if the library does not hold it.
        UsageError: if *published* is no date.
    """
    state = held_state(store, article_id)
    given: dict[str, Any] = {
        "title": None if title is None else clean_line(title),
        "published": None if published is None else _checked_date(published.strip()),
        "byline": None if byline is None else _cleaned_lines(byline),
    }
    corrections = dict(state.get("corrections") or {})
    corrections |= {name: value for name, value in given.items() if value is not None}
    corrections = {name: value for name, value in corrections.items() if value}
    patch: dict[str, Any] = {"corrections": corrections}
    if section is not None:
        patch["section"] = clean_line(section)
    if any((state.get(name) or {}) != value for name, value in patch.items()):
        label = f"correction of {labels.quoted(state['card'].get('title') or article_id)}"
        store.commit([Change("state", article_id, "state", patch)], label)


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
