"""The library's search: whatever changes it, what is found is what is there."""

from pathlib import Path

import pytest

from reader.library import Library
from reader.paths import Paths
from reader.search import Hit
from tests.library.conftest import OpenLibrary

STRIKE = """---
title: Port strike ends
author: Ada Marsh
site_name: Example Wire
---

The strike at the port of Lowmouth ended on Thursday after nine days.

Nobody at the quay would say what the dockers had been promised.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "strike.md"
    path.write_text(STRIKE, encoding="utf-8")
    return path


@pytest.fixture
def article(library: Library, file: Path) -> str:
    added = library.add(str(file), section="World", tags=("trade",))
    assert added.id is not None, added.error
    return added.id


def found(library: Library, query: str) -> set[str]:
    """Return what *query* finds, by the kind of it."""
    return {hit.kind for hit in library.search(query)}


def only(library: Library, query: str) -> Hit:
    """Return the one hit of *query*."""
    (hit,) = library.search(query)
    return hit


def test_an_article_is_found_where_its_words_stand(library: Library, article: str) -> None:
    hit = only(library, "dockers promised")
    text = library.article(article).text
    assert (hit.kind, hit.article, hit.title) == ("article", article, "Port strike ends")
    assert hit.offset is not None
    assert text[hit.offset :].startswith("dockers")


@pytest.mark.parametrize(
    "query", ["lowmouth", '"port strike"', "by:marsh", 'by:"example wire"', "in:world", "tag:trade"]
)
def test_an_article_is_found_by_all_that_is_known_of_it(
    library: Library, article: str, query: str
) -> None:
    assert only(library, query).article == article


def test_a_mark_is_found_by_what_was_made_of_it(library: Library, article: str) -> None:
    mark = library.annotate(
        article,
        quote="nine days",
        note="Ask the **ministry**",
        label="doubt",
        status="disputed",
        verdict="eleven, says the union",
        speaker="Jon Field",
        tags=("labour",),
    )
    queries = ["ministry", "union", "field", "label:doubt", "status:disputed", "tag:labour"]
    for query in queries:
        assert only(library, query).mark == mark.id
    assert only(library, "union").offset == mark.anchor.start
    assert {hit.kind for hit in library.search('"nine days" in:world')} == {"article", "mark"}


def test_each_change_of_a_mark_is_found_at_once(library: Library, article: str) -> None:
    mark = library.annotate(article, quote="nine days", note="alpha")
    assert found(library, "alpha") == {"mark"}
    library.change_mark(mark.id, note="beta")
    assert (found(library, "alpha"), found(library, "beta")) == (set(), {"mark"})
    library.undo()
    assert (found(library, "alpha"), found(library, "beta")) == ({"mark"}, set())
    library.redo()
    assert found(library, "beta") == {"mark"}
    library.delete_mark(mark.id)
    assert found(library, "beta") == set()
    library.undo()
    assert found(library, "beta") == {"mark"}


def test_what_is_in_the_trash_is_not_found(library: Library, article: str) -> None:
    library.annotate(article, quote="nine days", note="alpha")
    library.remove([article])
    assert library.search("lowmouth") == library.search("alpha") == []
    library.restore([article])
    assert (found(library, "lowmouth"), found(library, "alpha")) == ({"article"}, {"mark"})
    library.remove([article], purge=True)
    assert library.search("lowmouth") == library.search("alpha") == []


def test_a_new_version_takes_the_place_of_the_old(
    library: Library, article: str, file: Path
) -> None:
    assert found(library, "quay") == {"article"}
    file.write_text(STRIKE.replace("quay", "wharf"), encoding="utf-8")
    library.add(str(file))
    assert (found(library, "quay"), found(library, "wharf")) == (set(), {"article"})


def test_corrections_and_filing_are_found(library: Library, article: str) -> None:
    assert found(library, "in:world") == {"article"}
    library.correct(article, title="Dock strike over", byline=["Ben Shaw"], section="Labour")
    library.set_state([article], "tags", tags=["dockers"])
    for query in ("over", "by:shaw", "in:labour", "tag:dockers"):
        assert only(library, query).title == "Dock strike over"
    for query in ("by:marsh", "in:world", "tag:trade"):
        assert library.search(query) == []


def test_a_mark_whose_article_is_not_held_is_found(library: Library) -> None:
    mark = library.annotate("not-here", quote="some words", note="alpha")
    hit = only(library, "alpha")
    assert (hit.article, hit.mark, hit.title, hit.offset) == ("not-here", mark.id, "", None)


def test_what_another_copy_saved_is_found(
    library: Library, article: str, open_library: OpenLibrary
) -> None:
    other = open_library()
    assert found(other, "lowmouth") == {"article"}
    library.annotate(article, quote="nine days", note="alpha")
    assert found(other, "alpha") == {"mark"}
    other.undo()
    assert found(library, "alpha") == set()


def test_reading_an_article_changes_nothing_that_is_indexed(
    library: Library, article: str, paths: Paths
) -> None:
    library.search("lowmouth")
    library.set_state([article], "", read=True, place={"offset": 9})
    size = paths.index_file.stat().st_size
    assert found(library, "lowmouth") == {"article"}
    assert paths.index_file.stat().st_size == size


def test_a_damaged_article_does_not_hide_the_others(
    library: Library, article: str, paths: Paths, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Another port\n\nThe harbour at Highmouth is closed.", encoding="utf-8")
    library.add(str(other))
    for path in (paths.data / "articles").rglob("*.json"):
        if article in str(path):
            path.write_bytes(b"nonsense")
    assert [hit.title for hit in library.search("highmouth OR -x port")] == []
    assert {hit.title for hit in library.search("port")} == {"Port strike ends", "Another port"}


def test_doctor_tells_of_a_damaged_index_and_deletes_it(
    library: Library, article: str, paths: Paths
) -> None:
    library.search("lowmouth")
    assert library.doctor() == []
    paths.index_file.write_bytes(b"nonsense" * 1000)
    (finding,) = library.doctor()
    assert finding.path == str(paths.index_file)
    assert not finding.repaired
    assert paths.index_file.exists()
    assert library.doctor(repair=True)[0].repaired
    assert library.doctor() == []
    assert found(library, "lowmouth") == {"article"}


def test_a_list_is_not_held_up_by_indexing(
    library: Library, article: str, open_library: OpenLibrary
) -> None:
    other = open_library()
    listed: list[int] = []
    library.texts.index(progress=lambda done, total: listed.append(len(other.rows())))
    assert listed == [1]
