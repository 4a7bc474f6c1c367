"""The versions of an article: which there are, and what was changed from one to the next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.errors import DamagedError, NotFoundError
from reader.library.articles import held_state
from reader.library.cards import version_before, version_on_show
from reader.store import Store

if TYPE_CHECKING:
    from reader.article.revision import Revision

_SHORTEST = 4
"""The fewest digits by which a version may be named."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article, as the library keeps it."""

    version: str
    """The SHA-256 of its text."""
    kept: str | None
    """When it was put into the library, in ISO 8601 and UTC; None where nobody knows."""
    words: int
    title: str
    shown: bool = False
    """Whether it is the version on show."""
    damaged: bool = False
    """Whether its file cannot be read any more; it then has no words and no title."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "version": self.version,
            "kept": self.kept,
            "words": self.words,
            "title": self.title,
            "shown": self.shown,
            "damaged": self.damaged,
        }


class Versions:
    """The versions of held articles; each call raises ``NotFoundError`` for others."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def names(self, article_id: str) -> list[str]:
        """Return the names of an article's versions, the oldest first."""
        return self._store.versions(article_id)

    def all(self, article_id: str) -> list[Version]:
        """Return what is known of each version of an article, the oldest first. Reads all."""
        shown = version_on_show(held_state(self._store, article_id))
        return [
            _version(self._store, article_id, version, kept or None, shown=version == shown)
            for version, kept in self._store.kept(article_id)
        ]

    def pair(
        self, article_id: str, old: str | None = None, new: str | None = None
    ) -> tuple[str, str]:
        """Return the two versions of an article that are meant, the older first.

        Either may be named by its first digits. When they are not, it is the version on show and
        the one that was shown before; an article with one version only is compared with itself.

        Raises:
            NotFoundError: if the article has no such version.
        """
        state = held_state(self._store, article_id)
        known = self._store.versions(article_id)
        shown = version_on_show(state) or ""
        after = shown if new is None else _named(article_id, known, new)
        if old is not None:
            return _named(article_id, known, old), after
        before = version_before(state) if after == shown else None
        return (before if before in known else _preceding(known, after)), after

    def compare(
        self, article_id: str, old: str | None = None, new: str | None = None
    ) -> "Revision":
        """Return what was changed between two versions, which are named as for ``pair``.

        Raises:
            NotFoundError: if the article has no such version.
            DamagedError: if the file of one is damaged beyond reading.
        """
        from reader.article.revision import compare  # versions are seldom compared

        before, after = (
            self._store.article(article_id, version).text
            for version in self.pair(article_id, old, new)
        )
        return compare(before, after)


def _version(
    store: Store, article_id: str, version: str, kept: str | None, *, shown: bool
) -> Version:
    """Return one version."""
    try:
        article = store.article(article_id, version)
    except DamagedError:
        return Version(version, kept, 0, "", shown, damaged=True)
    return Version(version, kept, len(article.text.split()), article.title, shown)


def _preceding(known: list[str], version: str) -> str:
    """Return what stood before *version*; the next when it is the oldest, itself when alone."""
    place = known.index(version) if version in known else len(known)
    if place:
        return known[place - 1]
    return known[1] if len(known) > 1 else version


def _named(article_id: str, known: list[str], name: str) -> str:
    """Return the one of the versions *known* that *name* begins."""
    found = [version for version in known if version.startswith(name)]
    if name in known:
        return name
    if len(name) < _SHORTEST or len(found) != 1:
        problem = "no such version" if not found else "not enough of a version's name"
        raise NotFoundError(
            name, f"{problem} of {article_id}", f"see `reader versions {article_id}`"
        )
    return found[0]
