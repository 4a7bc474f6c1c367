"""The store, as the index of the text reads it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.annotations import Mark
from reader.errors import StoreError
from reader.library.cards import State, is_held, row_of, version_on_show
from reader.library.placing import version_text
from reader.library.records import StoreRecords
from reader.paths import Paths
from reader.search.findable import Facet, Findable, Note
from reader.store import Finding, Store

if TYPE_CHECKING:
    from reader.search import TextIndex


class StoreFindables(StoreRecords):
    """Tells what can be found in the store's documents and articles; keeps nothing itself."""

    def ids(self) -> Iterator[str]:
        """Yield the ids of the articles that are held or have marks; reads every document."""
        seen = {article_id for article_id, _ in self._store.states()}
        yield from sorted(seen)
        for mark in self._store.all_marks():
            if mark.article not in seen:
                seen.add(mark.article)
                yield mark.article

    def findable(self, article_id: str) -> Findable | None:
        """Return what can be found of an article; None when it is gone or in the trash.

        Of one whose files cannot be read nothing is found until they change.
        """
        try:
            state = self._store.state(article_id)
            marks = self._store.marks(article_id)
        except StoreError:
            return None
        if state.get("removed") or not (marks or is_held(state)):
            return None
        return findable(article_id, state, marks)

    def text(self, article_id: str, version: str) -> str | None:
        """Return the text of a version; None when it is lost or damaged beyond reading."""
        return version_text(self._store, article_id, version)


def findable(article_id: str, state: State, marks: list[Mark]) -> Findable:
    """Return what can be found of an article in the state *state* with its live *marks*."""
    kinds = [mark.kind for mark in marks]
    row = row_of(article_id, state if is_held(state) else {"card": {}}, kinds)
    card = {**(state.get("card") or {}), **(state.get("corrections") or {})}
    sections: list[Facet] = [("in", row.section)] if is_held(state) else []
    return Findable(
        article=article_id,
        version=version_on_show(state),
        title=row.title,
        source="\n".join(filter(None, (row.publisher, *(card.get("byline") or ())))),
        facets=(*sections, *(("tag", tag) for tag in row.tags)),
        moment=row.moment,
        notes=tuple(_note(mark) for mark in marks),
    )


def _note(mark: Mark) -> Note:
    """Return what can be found of *mark*."""
    claim = mark.claim
    said = (claim.speaker, claim.verdict) if claim else ()
    facets: list[Facet] = [("tag", tag) for tag in mark.tags]
    facets += [("label", mark.label)] if mark.label else []
    facets += [("status", claim.status)] if claim else []
    return Note(
        mark=mark.id,
        quote="\n".join([mark.quote, *(part.quote for part in mark.parts)]),
        note=mark.note,
        about="\n".join(filter(None, (mark.label, *mark.tags, *said))),
        facets=tuple(facets),
        offset=mark.anchor.start,
        moment=mark.created,
    )


def text_index(store: Store, paths: Paths) -> "TextIndex":
    """Return the index of the texts in *store*, which lies in the cache of *paths*."""
    from reader.search import TextIndex

    return TextIndex(StoreFindables(store), paths.index_file)


def index_findings(paths: Paths, *, repair: bool) -> list[Finding]:
    """Return what is wrong with the index; with *repair* it is deleted, for it is made again."""
    from reader.search import database
    from reader.search.soundness import damage

    error = damage(paths.index_file)
    if error is None:
        return []
    repaired = repair and database.discard(paths.index_file, error)
    remedy = "no note is in it; it is made again from the articles and notes"
    return [Finding(str(paths.index_file), "damaged", remedy, repaired)]
