"""The list that needs no open library."""

from collections.abc import Callable

from reader.library import Library
from reader.library.listing import ClosedRecords, current_rows
from reader.paths import Paths
from tests.library.made import other, port

OpenLibrary = Callable[[], Library]


def test_it_lists_what_the_library_lists(open_library: OpenLibrary, paths: Paths) -> None:
    library = open_library()
    library.keep(port(), section="World", tags=["a"])
    library.keep(other())
    library.annotate(port().id, quote="went back")
    library.close()
    rows = current_rows(paths)
    assert rows is not None
    assert rows == open_library().rows()
    assert [row.marks for row in rows if row.id == port().id] == [1]
    assert current_rows(paths, tag="a") == [row for row in rows if row.id == port().id]
    assert current_rows(paths, removed=True) == []


def test_it_declines_when_the_catalogue_is_behind(library: Library, paths: Paths) -> None:
    assert current_rows(paths) is None
    library.keep(port())
    assert current_rows(paths) is None
    library.rows()
    assert current_rows(paths) is not None
    library.keep(other())
    assert current_rows(paths) is None
    assert len(library.rows()) == 2


def test_it_declines_when_the_catalogue_is_damaged(library: Library, paths: Paths) -> None:
    library.keep(port())
    library.rows()
    paths.index_file.write_bytes(b"nonsense" * 1000)
    assert current_rows(paths) is None
    assert len(library.rows()) == 1


def test_it_declines_when_there_is_no_library(paths: Paths) -> None:
    assert current_rows(paths) is None
    assert not paths.data.exists()
    paths.index_file.parent.mkdir(parents=True)
    paths.index_file.write_bytes(b"")
    assert current_rows(paths) is None


def test_it_tells_the_position_as_the_store_does(library: Library, paths: Paths) -> None:
    library.keep(port())
    position = ClosedRecords(paths.data).position()
    assert position == library._store.position()
