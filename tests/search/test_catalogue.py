"""The catalogue: the rows of all articles, kept beside the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search import Catalogue, Row


@dataclass
class Shelf:
    """Records in memory: the least that the catalogue needs of a store."""

    name: str = "shelf"
    held: dict[str, Row] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    first: int = 0
    """How many changes the shelf has forgotten."""
    reads: list[str] = field(default_factory=list)

    def put(self, *rows: Row) -> None:
        for row in rows:
            self.held[row.id] = row
            self.changes.append(row.id)

    def position(self) -> str:
        return str(len(self.changes))

    def settled_position(self) -> str:
        return self.position()

    def changed_since(self, position: str) -> frozenset[str] | None:
        return None if int(position) < self.first else frozenset(self.changes[int(position) :])

    def row(self, article_id: str) -> Row | None:
        self.reads.append(article_id)
        return self.held.get(article_id)

    def rows(self) -> Iterator[Row]:
        self.reads.append("all")
        yield from self.held.values()


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put(
        Row("port", "Port strike ends", "Example Wire", "2025-12-11T19:33:00+05:30", "World"),
        Row("moon", "A moon is found", "Other Times", "2025-12-10", "Science", ("Space", "new")),
        Row("gone", "Old news", removed=True, added="2025-01-01T00:00:00.000Z"),
    )
    return shelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def catalogue(shelf: Shelf, file: Path) -> Iterator[Catalogue]:
    with closing(Catalogue(shelf, file)) as catalogue:
        yield catalogue


def _ids(rows: list[Row]) -> list[str]:
    return [row.id for row in rows]


def test_rows_come_back_as_they_were_put_the_latest_first(
    shelf: Shelf, catalogue: Catalogue
) -> None:
    assert catalogue.rows() == [shelf.held["port"], shelf.held["moon"]]


def test_a_removed_article_is_only_in_the_trash(shelf: Shelf, catalogue: Catalogue) -> None:
    assert catalogue.rows(removed=True) == [shelf.held["gone"]]
    assert catalogue.row("gone") == shelf.held["gone"]


def test_rows_are_picked_by_section_tag_words_and_reading(
    shelf: Shelf, catalogue: Catalogue
) -> None:
    assert _ids(catalogue.rows(section="world")) == ["port"]
    assert _ids(catalogue.rows(tag="#space")) == ["moon"]
    assert _ids(catalogue.rows(query="STRIKE wire")) == ["port"]
    assert _ids(catalogue.rows(query="strike moon")) == []
    shelf.put(shelf.held["port"]._replace(unread=False))
    assert _ids(catalogue.rows(unread=True)) == ["moon"]


def test_an_id_is_found_by_its_start_and_an_article_by_its_address(
    shelf: Shelf, catalogue: Catalogue
) -> None:
    shelf.put(Row("port-2", "Next", url="/tmp/a.html", canonical_url="https://example.org/a"))
    assert sorted(catalogue.starting_with("po")) == ["port", "port-2"]
    assert catalogue.starting_with("%") == []
    assert catalogue.from_address("/tmp/a.html") == ["port-2"]
    assert catalogue.from_address("https://example.org/a") == ["port-2"]
    assert catalogue.row("nothing") is None


def test_only_what_changed_is_read_again(shelf: Shelf, catalogue: Catalogue) -> None:
    catalogue.rows()
    shelf.reads.clear()
    shelf.put(shelf.held["moon"]._replace(marks=3))
    shelf.changes.append("")
    assert catalogue.rows()[1].marks == 3
    catalogue.rows()
    assert shelf.reads == ["moon"]


def test_an_article_no_longer_held_leaves_the_catalogue(shelf: Shelf, catalogue: Catalogue) -> None:
    catalogue.rows()
    del shelf.held["moon"]
    shelf.changes.append("moon")
    assert _ids(catalogue.rows()) == ["port"]


def test_a_second_start_reads_nothing(shelf: Shelf, catalogue: Catalogue, file: Path) -> None:
    catalogue.refresh()
    shelf.reads.clear()
    with closing(Catalogue(shelf, file)) as again:
        assert _ids(again.rows()) == ["port", "moon"]
    assert shelf.reads == []


def test_everything_is_read_when_the_changes_are_forgotten(
    shelf: Shelf, catalogue: Catalogue
) -> None:
    catalogue.refresh()
    shelf.reads.clear()
    del shelf.held["moon"]
    shelf.changes.append("port")
    shelf.first = len(shelf.changes)
    assert _ids(catalogue.rows()) == ["port"]
    assert shelf.reads == ["all"]


def test_the_catalogue_of_another_store_is_made_again(catalogue: Catalogue, file: Path) -> None:
    catalogue.refresh()
    other = Shelf("other", changes=["", "", ""])
    other.held["x"] = Row("x", "X")
    with closing(Catalogue(other, file)) as again:
        assert _ids(again.rows()) == ["x"]


def test_only_its_owner_may_read_it(catalogue: Catalogue, file: Path) -> None:
    catalogue.refresh()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_two_copies_share_one_file(shelf: Shelf, catalogue: Catalogue, file: Path) -> None:
    with closing(Catalogue(shelf, file)) as second:
        for number in range(20):
            shelf.put(Row(f"n{number}", "N"))
            assert len((catalogue, second)[number % 2].rows()) == number + 3


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 1000, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_file_is_made_again(shelf: Shelf, file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    with closing(Catalogue(shelf, file)) as catalogue:
        assert _ids(catalogue.rows()) == ["port", "moon"]
    with closing(sqlite3.connect(file)) as stored:
        assert stored.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def test_damage_under_a_running_copy_is_made_good(
    shelf: Shelf, catalogue: Catalogue, file: Path
) -> None:
    for number in range(500):
        shelf.put(Row(f"n{number}", "N" * 200))
    catalogue.refresh()
    size = file.stat().st_size
    with file.open("r+b") as stored:
        stored.seek(100)
        stored.write(b"\xff" * (size - 100))
    shelf.put(Row("new", "New"))
    assert len(catalogue.rows()) == 503


def test_a_file_of_another_schema_is_made_again(shelf: Shelf, file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as stored:
        stored.execute("CREATE TABLE articles (id)")
        stored.execute("PRAGMA user_version = 99")
    with closing(Catalogue(shelf, file)) as catalogue:
        assert len(catalogue.rows()) == 2


def test_without_a_folder_to_lie_in_it_lives_in_memory(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with closing(Catalogue(shelf, tmp_path / "cache" / "index.sqlite")) as catalogue:
        assert _ids(catalogue.rows()) == ["port", "moon"]
        shelf.put(Row("new", "New", added="2026-01-01"))
        assert _ids(catalogue.rows()) == ["new", "port", "moon"]


def test_a_folder_in_its_place_is_left_alone(shelf: Shelf, file: Path) -> None:
    (file / "kept").mkdir(parents=True)
    with closing(Catalogue(shelf, file)) as catalogue:
        assert len(catalogue.rows()) == 2
    assert (file / "kept").is_dir()


def test_a_file_that_stays_damaged_gives_way_to_memory(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"nonsense" * 1000)
    monkeypatch.setattr(Path, "unlink", lambda path, **_: None)
    with closing(Catalogue(shelf, file)) as catalogue:
        assert len(catalogue.rows()) == 2
        assert len(catalogue.rows()) == 2
    assert file.read_bytes().startswith(b"nonsense")


def test_a_damaged_file_that_cannot_be_deleted_gives_way_to_memory(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(path)

    file.parent.mkdir()
    file.write_bytes(b"nonsense" * 1000)
    monkeypatch.setattr(Path, "unlink", refuse)
    with closing(Catalogue(shelf, file)) as catalogue:
        assert len(catalogue.rows()) == 2


def test_a_file_that_another_copy_keeps_locked_is_not_deleted(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.database.BUSY_S", 0.01)
    with closing(Catalogue(shelf, file)) as first:
        first.refresh()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(Catalogue(shelf, file)) as catalogue:
            assert len(catalogue.rows()) == 2
        other.execute("ROLLBACK")
        assert other.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def test_a_broken_record_leaves_the_catalogue_as_it_was(
    shelf: Shelf, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue.refresh()
    shelf.put(Row("new", "New", added="2026-01-01"))
    with monkeypatch.context() as patch:
        patch.setattr(shelf, "row", {}.__getitem__)
        with pytest.raises(KeyError):
            catalogue.rows()
    assert _ids(catalogue.rows()) == ["new", "port", "moon"]


_texts = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20)
_rows = st.builds(
    Row,
    id=st.text("abc-", min_size=1, max_size=8),
    title=_texts,
    publisher=st.none() | _texts,
    tags=st.lists(_texts.filter(bool), max_size=3).map(tuple),
    unread=st.booleans(),
    removed=st.just(False),
    marks=st.integers(0, 10**6),
    claims=st.integers(0, 10**6),
    words=st.integers(0, 10**9),
    published=st.none() | st.datetimes().map(lambda moment: moment.isoformat()) | _texts,
)


@given(st.lists(_rows, max_size=8))
def test_whatever_is_put_in_comes_out(rows: list[Row]) -> None:
    shelf = Shelf()
    shelf.put(*rows)
    with closing(Catalogue(shelf, Path("/proc/none/index.sqlite"))) as catalogue:
        assert {row.id: row for row in catalogue.rows()} == shelf.held
