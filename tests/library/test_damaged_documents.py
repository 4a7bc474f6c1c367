"""Documents whose fields are not what they should be hide nothing else, and raise nothing."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from typing import Any

import pytest

from reader.article.identity import is_article_id
from reader.config import Config
from reader.errors import ReaderError, StoreError
from reader.library import Library
from reader.library.fact_choices import choices_of
from reader.library.search import StoreFindables
from reader.paths import Paths
from reader.store import Change, Store
from tests.library.made import other, port

DEEP: Any = json.loads("[" * 300 + "]" * 300)
WRONG: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 2**70, "", "x", "\ud800", "../../x", "9999-12-31T23:59:59-12:00"),
    *([], ["a", 1, None, "\udfff"], [1, "x"], [[]], [{}], {}, {"a": 1}, {"start": "x"}, DEEP),
)
"""Values of every kind, few of which fit any field."""

FIELDS = {
    "state": "card corrections read removed tags section place drafts drafted exports cleaning"
    " facts feed later starred reading",
    "card": "title publisher published url canonical_url language version byline words added"
    " before",
    "notes": "kind quote prefix suffix note created version section label color reply_to start"
    " end tags parts links claim anchor origin conflicts earlier kept_lost placed_in article id"
    " deleted",
    "library": "seeded screen export-contents feed-abc cleaning-example.org",
}
"""The fields of each table; of the library, its entries."""

Case = tuple[str, str, Any]
"""A table, one of its fields, and what is put there."""


def spoil(paths: Paths, cases: Sequence[Case]) -> None:
    """Fill a library, one article for each of *cases* and a sound one, and spoil all but that."""
    with closing(Library.open(paths, Config())) as library:
        library.keep(other())
        held = [_filled(library, number) for number in range(len(cases))]
        library.rows()
    with closing(Store(paths.data)) as store:
        for article_id, case in zip(held, cases, strict=True):
            with suppress(StoreError):  # what cannot be written at all
                store.commit(_changes(store, article_id, *case), "by another program")


def _changes(store: Store, held: str, table: str, name: str, value: Any) -> list[Change]:
    """Return the changes that put *value* into a field of an article's documents."""
    if table == "state":
        return [Change("state", held, "state", {name: value})]
    if table == "card":
        card = {**store.state(held)["card"], name: value}
        return [Change("state", held, "state", {"card": card})]
    if table == "library":
        fields = dict.fromkeys(("names", "bases", "theme", "url", "keep", "folder"), value)
        return [Change("library", "", name, fields)]
    return [Change("notes", held, mark.id, {name: value}) for mark in store.marks(held)]


def _filled(library: Library, number: int) -> str:
    """Put an article with marks into a library, and return its id."""
    article = replace(port(), id=f"port-{number}")
    library.keep(article)
    library.annotate(article.id, quote="Ships had waited", note="How many?")
    library.annotate(article.id, quote="$12 million", kind="claim", speaker="the owners")
    library.set_state([article.id], "", read=True, tags=["sea"], section="World")
    return article.id


def use(paths: Paths) -> None:
    """Ask a library everything that reads, as its front doors do."""
    with closing(Library.open(paths, Config())) as library:
        assert "Other news 1" in [row.title for row in library.rows()]
        for row in [*library.rows(), *library.rows(removed=True)]:
            assert json.dumps(row.as_dict(), ensure_ascii=False).encode()
            assert isinstance(row.moment, str)
            for ask in _questions(library, row.id) if row.id.startswith("port") else ():
                with suppress(ReaderError):
                    ask()
        json.dumps([mark.as_dict() for mark in library.all_marks()], ensure_ascii=False).encode()
        library.search("ships")
        assert library.search("Other news")
        library.feeds.rows()
        library.feed_sections()
        assert library.is_new in (True, False)
        assert all(map(is_article_id, StoreFindables(library._store).ids()))


def _questions(library: Library, article_id: str) -> Iterator[Callable[[], object]]:
    """Yield what can be asked of one article."""
    forms = ("markdown", "html", "json", "w3c", "csv", "readwise-csv", "bibtex", "csl")
    yield lambda: library.article(article_id)
    yield lambda: [json.dumps(mark.as_dict()) for mark in library.marks(article_id)]
    yield lambda: json.dumps(library.state(article_id))
    yield lambda: library.versions.all(article_id)
    yield lambda: choices_of(library.state(article_id))
    yield lambda: [library.export_text([article_id], form).encode() for form in forms]
    yield lambda: library.export_to(library._paths.data.parent / "notes", [article_id])
    yield lambda: library.cleaning.clean(replace(port(), id=article_id))
    yield lambda: library.keep(replace(port("Another text."), id=article_id))


def heal(paths: Paths) -> None:
    """Let the doctor put everything right, and look again."""
    with closing(Library.open(paths, Config())) as library:
        library.doctor(repair=True)
        assert not [one for one in library.doctor() if "passed over" in one.problem]


@pytest.mark.parametrize("table", FIELDS)
def test_a_field_that_is_not_what_it_should_be_hides_nothing_else(paths: Paths, table: str) -> None:
    cases = [
        (table, name, WRONG[at * 5 % len(WRONG)]) for at, name in enumerate(FIELDS[table].split())
    ]
    spoil(paths, cases)
    use(paths)
    heal(paths)
    use(paths)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "name"), [(t, name) for t in FIELDS for name in FIELDS[t].split()]
)
def test_no_value_in_any_field_hides_anything_else(paths: Paths, table: str, name: str) -> None:
    spoil(paths, [(table, name, value) for value in WRONG])
    use(paths)
    heal(paths)
    use(paths)


def test_the_doctor_names_a_wrong_field_and_puts_back_what_was_saved_before(paths: Paths) -> None:
    spoil(paths, [("card", "title", 7), ("state", "tags", "sea"), ("notes", "note", ["lost"])])
    with closing(Library.open(paths, Config())) as library:
        told = " ".join(one.problem for one in library.doctor())
        assert all(f"in {name}, which is passed over" in told for name in ("card", "tags", "note"))
        assert all(one.repaired for one in library.doctor(repair=True))
        assert library.doctor() == []
        assert library.article("port-0").title == "Port strike ends"
        assert {row.tags for row in library.rows(section="World")} == {("sea",)}
        assert sorted(mark.note for mark in library.marks("port-2")) == ["", "How many?"]
    assert len(list((paths.data / "quarantine").iterdir())) >= 3


def test_a_library_of_wrong_documents_is_listed_on_a_terminal_without_a_word_of_python(
    paths: Paths, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    spoil(
        paths,
        [("card", name, "\ud800") for name in FIELDS["card"].split()] + [("card", "words", 2**70)],
    )
    for verb in (["list", "--json"], ["notes", "--json"], ["search", "ships"], ["doctor"]):
        code = subprocess.run(
            [sys.executable, "-m", "reader", "--data-dir", str(paths.data), *verb], check=False
        ).returncode
        told = capfdbinary.readouterr()
        assert b"Traceback" not in told.err, told.err
        assert code in (0, 1)
        assert told.out or verb == ["doctor"]
