"""The file of the index: whatever becomes of it, a search answers, and answers rightly."""

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search import Catalogue, TextIndex, database
from reader.search.soundness import damage
from tests.search.shelf import Shelf, note
from tests.search.test_catalogue import Shelf as Rows

WORDS = ["harbour", "crane", "tariff", "quorum", "ledger", "monsoon", "ballot"]


def made(articles: int = 14) -> Shelf:
    """Return a shelf whose articles each have one of the words."""
    shelf = Shelf()
    for number in range(articles):
        word = WORDS[number % len(WORDS)]
        marks = (note(f"m{number}", f"about the {word}"),)
        shelf.put(f"a{number}", f"Of a {word}. " * 30, title=f"Title {number}", notes=marks)
    return shelf


def found(index: TextIndex, word: str) -> set[str]:
    """Return what *word* finds."""
    return {hit.mark or hit.article for hit in index.search(word, limit=1000)}


def expected(shelf: Shelf, word: str) -> set[str]:
    """Return what *word* stands in."""
    articles = {key for key, text in shelf.texts.items() if word in text}
    notes = (each for held in shelf.held.values() for each in held.notes)
    return articles | {each.mark for each in notes if word in each.note}


@pytest.fixture
def shelf() -> Shelf:
    return made()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def index(shelf: Shelf, file: Path) -> TextIndex:
    index = TextIndex(shelf, file)
    index.index()
    return index


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shelf, Path, bytes]:
    """Return a shelf, a place for its index, and the bytes of a sound one."""
    shelf, file = made(), tmp_path_factory.mktemp("sound") / "index.sqlite"
    TextIndex(shelf, file).index()
    return shelf, file, file.read_bytes()


Blows = list[tuple[float, bytes]]
"""Where in a file, as a share of it, which bytes are written over its own."""

BLOWS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=300)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=25)
@given(BLOWS, st.sampled_from(WORDS))
def test_no_damage_makes_a_search_fail(
    sound: tuple[Shelf, Path, bytes], blows: Blows, word: str
) -> None:
    answers_though_damaged(sound, blows, word)


@pytest.mark.slow
@settings(max_examples=1500)
@given(BLOWS, st.sampled_from(WORDS))
def test_no_damage_makes_a_search_fail_in_many_rounds(
    sound: tuple[Shelf, Path, bytes], blows: Blows, word: str
) -> None:
    answers_though_damaged(sound, blows, word)


def answers_though_damaged(sound: tuple[Shelf, Path, bytes], blows: Blows, word: str) -> None:
    """Fail if a search fails on a damaged file, finds what is not there, or does not mend it."""
    shelf, file, whole = sound
    damaged = bytearray(whole)
    for place, blow in blows:
        start = int(place * len(damaged))
        damaged[start : start + len(blow)] = blow
    file.write_bytes(damaged[: len(whole)])
    index = TextIndex(shelf, file)
    everything = {*shelf.held, *(f"m{each[1:]}" for each in shelf.held)}
    assert found(index, word) <= everything
    index.did_you_mean(f"{word}x")
    shelf.changes.append("a0")
    assert found(index, word) <= everything
    if damage(file) is not None:
        file.unlink()
        assert found(index, word) == expected(shelf, word)


@settings(max_examples=25)
@given(st.integers(0, 10_000_000))
def test_a_file_cut_short_is_made_again(sound: tuple[Shelf, Path, bytes], length: int) -> None:
    shelf, file, whole = sound
    file.write_bytes(whole[: length % len(whole)])
    assert found(TextIndex(shelf, file), "tariff") == expected(shelf, "tariff")


@given(st.text(), st.booleans())
def test_no_query_makes_a_search_fail(
    sound: tuple[Shelf, Path, bytes], query: str, typing: bool
) -> None:
    shelf, file, whole = sound
    if not file.exists() or file.stat().st_size != len(whole):
        file.write_bytes(whole)
    index = TextIndex(shelf, file)
    index.search(query, typing=typing)
    index.did_you_mean(query)


def test_a_deleted_file_is_made_again(index: TextIndex, shelf: Shelf, file: Path) -> None:
    file.unlink()
    assert found(index, "crane") == expected(shelf, "crane")
    assert file.exists()


def test_a_file_deleted_between_two_steps_is_made_again(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.text_index._BATCH", 4)
    index = TextIndex(shelf, file)
    index.index(progress=lambda done, _: file.unlink(missing_ok=True) if done == 8 else None)
    assert found(index, "crane") == expected(shelf, "crane")
    assert found(TextIndex(shelf, file), "crane") == expected(shelf, "crane")


def test_the_rows_notice_that_their_file_was_deleted(file: Path) -> None:
    rows = Rows()
    with closing(Catalogue(rows, file)) as catalogue, closing(Catalogue(rows, file)) as other:
        catalogue.refresh()
        file.unlink()
        other.refresh()
        from reader.search import Row

        rows.put(Row("new", "New"))
        assert [row.id for row in catalogue.rows()] == ["new"]
        assert [row.id for row in other.rows()] == ["new"]


def test_a_locked_file_is_worked_round(
    index: TextIndex, shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.database.BUSY_S", 0.01)
    shelf.put("new", "Of a crane.")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "new" in found(index, "crane")
        assert "a1" in {hit.article for hit in index.search("crane", typing=True)}
        other.execute("ROLLBACK")
        other.execute("BEGIN EXCLUSIVE")
        assert "new" in found(index, "crane")
        assert damage(file) is None
        other.execute("ROLLBACK")
    assert file.exists()


def _read_only(file: Path | None) -> sqlite3.Connection:
    """Return a connection to *file* such as a read-only directory gives."""
    assert file is not None
    return sqlite3.connect(
        f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )


def test_a_file_that_may_only_be_read_answers_while_it_is_up_to_date(
    index: TextIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "connect", _read_only)
    shelf.reads.clear()
    assert found(index, "crane") == expected(shelf, "crane")
    assert shelf.reads == []
    shelf.put("new", "Of a crane.")
    assert found(index, "crane") == expected(shelf, "crane")


def test_without_full_text_search_every_text_is_read(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = ("CREATE TABLE text_meta (key, value)", "CREATE VIRTUAL TABLE x USING fts9(a)")
    monkeypatch.setattr("reader.search.texts._TABLES", tables)
    rows = Rows()
    with closing(Catalogue(rows, file)) as catalogue:
        catalogue.refresh()
    index = TextIndex(shelf, file)
    assert found(index, "crane") == expected(shelf, "crane")
    assert index.index() == 0
    assert index.did_you_mean("craen") is None
    assert damage(file) is None
    assert file.exists()


def test_words_without_their_document_are_damage(
    index: TextIndex, shelf: Shelf, file: Path
) -> None:
    with closing(sqlite3.connect(file)) as stored, stored:
        stored.execute("UPDATE documents SET number = -number")
    assert found(index, "crane") == expected(shelf, "crane")
    with closing(sqlite3.connect(file)) as stored, stored:
        stored.execute("UPDATE documents SET body = x'00'")
    assert found(index, "crane") == expected(shelf, "crane")


def test_a_search_without_an_index_weighs_and_picks_as_one_with_it_does(
    shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    without = TextIndex(shelf, tmp_path / "cache" / "index.sqlite")
    shelf.put("head", "Of a crane.", title="The crane")
    first, *_ = without.search("crane", where="articles")
    assert (first.article, first.score) == ("head", 1.0)
    assert {hit.kind for hit in without.search("crane", where="notes")} == {"mark"}
    assert {hit.kind for hit in without.search("crane", limit=8)} == {"article", "mark"}
    assert without.index() == 0


def test_damage_is_told(index: TextIndex, file: Path) -> None:
    assert damage(file) is None
    assert damage(file.with_name("none")) is None
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    assert damage(file) is not None
    file.write_bytes(b"nonsense" * 1000)
    assert damage(file) is not None


def test_threads_may_index_and_ask_at_once(
    shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.text_index._BATCH", 2)
    index = TextIndex(shelf, file)
    results: list[bool] = []

    def ask(word: str) -> None:
        results.append(found(index, word) == expected(shelf, word))

    threads = [threading.Thread(target=ask, args=(word,)) for word in WORDS[:4]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 4


OTHER_COPY = """
import sys
from pathlib import Path
from reader.search import TextIndex, text_index
from tests.search.test_text_file import found, made
text_index._BATCH = 3
shelf = made(60)
index = TextIndex(shelf, Path(sys.argv[1]))
index.index()
print(sorted(found(index, "crane")))
"""


def _started(file: Path) -> subprocess.Popen[str]:
    """Start a copy of the program that indexes into *file* and prints what it finds."""
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", OTHER_COPY, str(file)],
        cwd=root,
        env={"PYTHONHASHSEED": "0", "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_may_index_at_once(file: Path) -> None:
    copies = [_started(file) for _ in range(2)]
    told = [copy.communicate()[0] for copy in copies]
    shelf = made(60)
    assert told == [f"{sorted(expected(shelf, 'crane'))}\n"] * 2
    with closing(sqlite3.connect(file)) as stored:
        assert stored.execute("SELECT count(*) FROM documents").fetchone() == (120,)
    assert damage(file) is None


@pytest.mark.slow
def test_a_copy_killed_in_the_middle_of_indexing_leaves_an_index_that_is_right(file: Path) -> None:
    shelf = made(60)
    for number in range(12):
        copy = _started(file)
        time.sleep(0.25 + number * 0.02)
        copy.kill()
        copy.communicate()
        assert damage(file) is None
        if number % 4 == 3:
            assert found(TextIndex(shelf, file), "crane") == expected(shelf, "crane")
            file.unlink()
