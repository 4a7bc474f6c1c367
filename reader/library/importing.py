"""Takes what other programs' files hold into the library, in one step that one undo takes back."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.annotations import Mark
from reader.article.identity import article_id, is_article_id
from reader.article.model import Article
from reader.article.sanitise import clean_line
from reader.errors import ReaderError
from reader.library import labels
from reader.library.articles import article as open_article
from reader.library.cards import DEFAULT_SECTION, card_of, is_held
from reader.library.feed_entries import FIELD as CUT
from reader.library.fields import clean_tags
from reader.library.imported_articles import is_waiting, read_found
from reader.library.imported_marks import KnownMarks, placed_mark
from reader.library.sources import Sources
from reader.search import Catalogue
from reader.store import Change, Store

if TYPE_CHECKING:
    from reader.importers import Found, FoundArticle, FoundMark

Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, or would."""

    format: str
    """What the file is, as the importers call it."""

    counts: Mapping[str, int]
    """How many ``articles`` and ``marks`` are new, how many ``same_articles`` and ``same_marks``
    were here already, how many ``feeds``, and how many ``unplaced`` and ``refused``."""

    unplaced: tuple[Mark, ...] = ()
    """New marks whose words are not in their article, or whose article is not held."""

    refused: tuple[str, ...] = ()
    """What made no sense, each with its place in the file."""

    @property
    def summary(self) -> str:
        """What was found, on one line."""
        told = {name: self.counts.get(name, 0) for name in _NOUNS}
        parts = [labels.counted(told[name], noun) for name, noun in _NOUNS.items() if told[name]]
        same = self.counts.get("same_articles", 0) + self.counts.get("same_marks", 0)
        parts += [f"{same} here already"] if same else []
        parts += [f"{len(self.unplaced)} without a place"] if self.unplaced else []
        parts += [f"{len(self.refused)} not understood"] if self.refused else []
        return f"{self.format}: {', '.join(parts) or 'nothing to import'}"

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        lost = [
            {"id": mark.id, "article": mark.article, "quote": mark.quote} for mark in self.unplaced
        ]
        return {
            "format": self.format,
            **self.counts,
            "unplaced": lost,
            "refused": list(self.refused),
        }


_NOUNS = {"articles": "article", "marks": "mark", "feeds": "feed"}


class Importing:
    """One import, from what was found in a file to the step that takes it in.

    Args:
        store: where it goes.
        catalogue: which articles are here already.
        sources: what reads articles.
        dry_run: whether nothing is to be written.
    """

    def __init__(
        self, store: Store, catalogue: Catalogue, sources: Sources, *, dry_run: bool = False
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._sources = sources
        self._dry_run = dry_run
        self._changes: list[Change] = []
        self._unplaced: list[Mark] = []
        self._refused: list[str] = []
        self._counts: Counter[str] = Counter()
        self._new: dict[str, Article | None] = {}
        self._titles: dict[str, str] | None = None

    def run(self, found: "Found", progress: Progress | None = None) -> Imported:
        """Take in all that was *found*; durable when it returns.

        Raises:
            StoreError: if the store cannot be written; then nothing is taken in.
        """
        self._refused += map(str, found.refused)
        has_marks = any(each.marks for each in found.articles)
        known = KnownMarks.of(self._store if has_marks else None)
        for done, each in enumerate(found.articles, 1):
            try:
                self._take(each, known)
            except ReaderError as error:
                self._refused.append(f"{each.where}: {error}")
            if progress is not None:
                progress(done, len(found.articles))
        if self._changes and not self._dry_run:
            self._store.commit(self._changes, self._label(found.format))
        return Imported(found.format, self._counts, tuple(self._unplaced), tuple(self._refused))

    def _label(self, form: str) -> str:
        """Return what undo calls the step."""
        parts = [
            labels.counted(self._counts[name], noun)
            for name, noun in _NOUNS.items()
            if self._counts[name]
        ]
        return f"import of {' and '.join(parts)} from {form}"

    def _take(self, found: "FoundArticle", known: KnownMarks) -> None:
        """Take in one article and its marks, each unless it is here already."""
        known_as = self._id_of(found)
        is_here = known_as in self._new or is_held(self._store.state(known_as))
        article: Article | None = None
        if is_here:
            self._counts["same_articles"] += found.is_listed
        elif found.is_listed or found.url:
            known_as, article, is_here = self._taken(found, known_as)
        fresh = [one for one in found.marks if known.is_new(one, known_as)]
        self._counts["same_marks"] += len(found.marks) - len(fresh)
        if fresh:
            text_of = article or self._opened(known_as, is_here)
            self._annotate(known_as, fresh, text_of, known)

    def _taken(self, found: "FoundArticle", known_as: str) -> tuple[str, Article | None, bool]:
        """Take in an article that is not here; return its id, itself, and whether it was here.

        Its own file may say that it is another than it seemed.
        """
        if self._dry_run:
            self._new[known_as] = None
            self._counts["articles"] += 1
            return known_as, None, False
        article = read_found(found, known_as, self._sources)
        state = self._store.state(article.id)
        if article.id in self._new or is_held(state):
            self._counts["same_articles"] += 1
            return article.id, None, True
        self._store.put_article(article, self._sources.bytes_of(article))
        self._sources.forget(article)
        self._new[article.id] = article if found.marks else None
        self._counts["articles"] += 1
        patch = _fields(found) | {"card": card_of(article, state) | _added(found)}
        if is_waiting(article):
            patch[CUT] = {"url": "", "cut": True}
        self._changes.append(Change("state", article.id, "state", patch))
        return article.id, article, True

    def _opened(self, known_as: str, is_here: bool) -> Article | None:
        """Return the article that marks go to; None when its text is not at hand."""
        if self._new.get(known_as) is not None or not is_here:
            return self._new.get(known_as)
        try:
            return open_article(self._store, known_as)
        except ReaderError:
            return None

    def _annotate(
        self,
        known_as: str,
        found: "Sequence[FoundMark]",
        article: Article | None,
        known: KnownMarks,
    ) -> None:
        """Put new marks on their article."""
        for one in found:
            mark = known.named(placed_mark(self._store, known_as, article, one))
            if mark is None:
                self._refused.append(f"{one.where}: its id is none that a mark can have")
                continue
            self._counts["marks"] += 1
            if mark.is_lost:
                self._unplaced.append(mark)
            self._changes.append(Change("notes", known_as, mark.id, mark.as_dict(), create=True))

    def _id_of(self, found: "FoundArticle") -> str:
        """Return the id that an article has here, or will have.

        Marks whose file gives but a title go to the one article of that title.
        """
        is_own = is_article_id(found.known_as)
        if found.whole is not None or (is_own and is_held(self._store.state(found.known_as))):
            return found.known_as
        held = self._catalogue.from_address(found.url) if found.url is not None else []
        if held or is_own:
            return held[0] if held else found.known_as
        if found.url is not None:
            return article_id(text="", canonical_url=found.url)
        if not found.is_listed and (held_as := self._titled(found.title)):
            return held_as
        guid = f"import {found.title}\0{', '.join(found.byline)}"
        return article_id(text="", guid=guid)

    def _titled(self, title: str) -> str | None:
        """Return the id of the article called *title*; None when none or several are."""
        if self._titles is None:
            rows = self._catalogue.rows()
            counts = Counter(row.title.casefold() for row in rows)
            self._titles = {key: row.id for row in rows if counts[key := row.title.casefold()] == 1}
        return self._titles.get(clean_line(title).casefold())


def _fields(found: "FoundArticle") -> dict[str, Any]:
    """Return what the state of a new article says of it."""
    tags: Iterable[str] = clean_tags(found.tags)
    section = clean_line(found.section or "") or DEFAULT_SECTION
    return {"section": section, **dict(found.said)} | ({"tags": list(tags)} if tags else {})


def _added(found: "FoundArticle") -> dict[str, str]:
    """Return when the other program was given the article, for its card."""
    return {"added": found.added} if found.added else {}
