"""A new library starts with the tour and the samples, once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import resources
from reader.errors import ResourceError
from reader.library import Added, Library
from tests.library.made import port

OpenLibrary = Callable[[], Library]


@pytest.fixture(autouse=True)
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Bundle three samples, and return their folder."""
    folder = tmp_path / "bundle" / "sample_articles"
    folder.mkdir(parents=True)
    (folder / "a-storm.md").write_text("# A storm\n\nIt blew all night.\n")
    (folder / "b-scrape.txt").write_text("A ferry is late\n\nThe ferry is late by a day.\n")
    (folder / "z-tour.md").write_text("# A tour\n\nPress j to move.\n")
    (folder / "a-storm.expected.json").write_text("{}")
    monkeypatch.setattr(resources, "_HOMES", (tmp_path / "bundle",))
    return folder


def seeded(library: Library) -> Iterator[Added]:
    """Add the samples one by one, yielding each when it is there."""
    return iter(library.seed_one, None)


def test_the_tour_comes_first_and_each_is_told_as_it_arrives(library: Library) -> None:
    new = library.is_new
    arriving = seeded(library)
    first = next(arriving)
    assert (first.title, first.status) == ("A tour", "added")
    assert [row.section for row in library.rows()] == ["Samples"]
    assert [added.status for added in arriving] == ["added", "added"]
    assert len(library.rows(section="Samples")) == 3
    assert (new, library.is_new) == (True, False)
    assert library.seed_one() is None


def test_filling_goes_on_where_it_was_broken_off(open_library: OpenLibrary) -> None:
    first = open_library()
    first.seed_one()
    first.close()
    second = open_library()
    assert second.is_new
    assert len(list(seeded(second))) == 2
    assert not second.is_new


def test_a_sample_that_was_thrown_away_does_not_come_back(open_library: OpenLibrary) -> None:
    first = open_library()
    ids = [added.id or "" for added in seeded(first)]
    first.remove(ids[:1])
    first.remove(ids[1:2], purge=True)
    first.close()
    second = open_library()
    assert not second.is_new
    assert list(seeded(second)) == []
    assert len(second.rows()) == 1


def test_a_library_that_was_begun_otherwise_is_not_new(library: Library) -> None:
    library.keep(port())
    assert not library.is_new


def test_filling_is_nothing_to_undo(library: Library) -> None:
    list(seeded(library))
    assert library.undo() is None


def test_samples_keep_their_ids_wherever_the_program_lies(
    library: Library, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {added.id for added in seeded(library)}
    samples.rename(tmp_path / "sample_articles")
    monkeypatch.setattr(resources, "_HOMES", (tmp_path,))
    for sample in resources.sample_articles():
        assert library.add(sample.read_bytes()).status == "same"
    assert {row.id for row in library.rows()} == ids


def test_a_sample_that_cannot_be_read_does_not_stop_the_others(
    library: Library, samples: Path
) -> None:
    (samples / "a-storm.md").write_bytes(b"")
    assert sorted(added.status for added in seeded(library)) == ["added", "added", "failed"]
    assert not library.is_new


def test_an_installation_without_samples_is_told(library: Library, samples: Path) -> None:
    samples.rename(samples.with_name("elsewhere"))
    with pytest.raises(ResourceError):
        library.seed_one()
