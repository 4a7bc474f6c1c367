"""Facts come from a process of their own, and from the disk when they were found before."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import facts
from reader.article.model import Article
from reader.errors import FactsError
from reader.facts import extract_facts
from reader.library import Library, fact_book, fact_cache
from reader.library.dates import date_of
from reader.library.fact_cache import FactCache
from reader.paths import Paths
from reader.resources import sample_articles
from reader.workers.process import WorkerProcess
from tests.library.made import other, port

OpenLibrary = Callable[[], Library]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerProcess]:
    """Return the process that the library of the test asks."""
    made = fact_book.new_worker()
    monkeypatch.setattr(fact_book, "new_worker", lambda: made)
    yield made
    made.close()


def kept(paths: Paths) -> list[Path]:
    """Return the files that facts are kept in."""
    return sorted((paths.cache / "facts").glob("*"))


def wait_for_end(worker: WorkerProcess) -> None:
    """Wait until no process runs."""
    for _ in range(400):
        if worker.pid is None:
            return
        time.sleep(0.02)
    pytest.fail("the worker is still there")


def direct(article: Article) -> list[dict[str, object]]:
    """Return the facts as the rules find them in this process."""
    found = extract_facts(article.text, date_of(article.published), article.language)
    return [fact.as_dict() for fact in found]


def test_the_worker_finds_what_the_rules_find_here(library: Library, worker: WorkerProcess) -> None:
    for path in sample_articles():
        article = library.read(str(path))
        found = [fact.as_dict() for fact in library.facts(article)]
        again = [fact.as_dict() for fact in library.facts(article)]
        assert found == direct(article)
        assert again == found


def test_facts_of_a_held_article_are_kept_for_the_owner_alone(
    library: Library, paths: Paths, worker: WorkerProcess
) -> None:
    library.keep(port())
    found = library.facts(port())
    (file,) = kept(paths)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    worker.close()
    assert library.facts(port()) == found
    assert library.fact_book.at_once(port()) == found
    assert worker.pid is None


def test_facts_of_an_article_that_is_not_held_leave_no_trace(
    library: Library, paths: Paths, worker: WorkerProcess
) -> None:
    assert library.facts(port())
    assert kept(paths) == []
    assert library.fact_book.at_once(port()) is None


def test_another_day_language_or_text_is_looked_through_anew(
    library: Library, paths: Paths, worker: WorkerProcess
) -> None:
    article = port()
    library.keep(article)
    for changed in (
        article,
        replace(article, published="2001-02-03"),
        replace(article, language="de"),
        port("Another first line."),
    ):
        assert [fact.as_dict() for fact in library.facts(changed)] == direct(changed)
        assert len(kept(paths)) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"\xff\x00" + data,
        lambda data: b"[]\n" + data,
        lambda data: b'{"facts":0}'[:-1],
        lambda data: b"[" * 100_000,
        lambda data: b"\n".join(data.splitlines()[1:]),
    ],
)
def test_a_damaged_file_is_made_again(
    library: Library, paths: Paths, worker: WorkerProcess, damage: Callable[[bytes], bytes]
) -> None:
    library.keep(port())
    found = library.facts(port())
    (file,) = kept(paths)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert library.facts(port()) == found
    assert file.read_bytes() == whole


def test_purging_an_article_takes_its_facts_along(
    library: Library, paths: Paths, worker: WorkerProcess
) -> None:
    for article in (port(), other()):
        library.keep(article)
        library.facts(article)
    library.remove([port().id], purge=True)
    assert [path.name.startswith(other().id) for path in kept(paths)] == [True]


def test_a_cache_that_cannot_be_written_is_done_without(
    library: Library, paths: Paths, worker: WorkerProcess
) -> None:
    library.keep(port())
    (paths.cache / "facts").parent.mkdir(exist_ok=True)
    (paths.cache / "facts").write_text("a file where the folder should be")
    assert [fact.as_dict() for fact in library.facts(port())] == direct(port())


def test_the_files_that_were_not_needed_for_longest_make_room(tmp_path: Path) -> None:
    line = b'{"facts":0}\n'
    room = FactCache(tmp_path, most_bytes=4 * len(line))
    articles = [replace(port(), id=f"a{number}") for number in range(5)]
    for number, article in enumerate(articles[:4]):
        list(room.keeping(article, [line]))
        for path in tmp_path.glob(f"a{number}.*"):
            os.utime(path, (number, number))
    assert room.facts_of(articles[0]) == []  # now the one needed last
    list(room.keeping(articles[4], [line]))
    assert [room.facts_of(article) is not None for article in articles] == [
        *(True, False, False, True, True)
    ]


def test_a_text_that_kills_the_worker_is_told_and_the_next_is_read(
    library: Library, worker: WorkerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = WorkerProcess("reader.facts.worker", ["40", "30"], timeout_s=30, idle_s=5)
    monkeypatch.setattr(fact_book, "new_worker", lambda: small)
    with pytest.raises(FactsError, match="too much for the process"):
        library.facts(port())
    small.close()


def test_a_worker_that_was_killed_is_replaced(library: Library, worker: WorkerProcess) -> None:
    found = library.facts(port())
    assert worker.pid is not None
    os.kill(worker.pid, 9)
    wait_for_end(worker)
    assert library.facts(port()) == found


def test_a_text_that_takes_too_long_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = WorkerProcess("reader.facts.worker", [], timeout_s=0.001, idle_s=5)
    monkeypatch.setattr(fact_book, "new_worker", lambda: slow)
    with pytest.raises(FactsError, match="took longer than"):
        library.facts(port("A slow one."))


def test_the_worker_ends_with_the_library(library: Library, worker: WorkerProcess) -> None:
    library.facts(port())
    assert worker.pid is not None
    library.close()
    assert worker.pid is None


def test_an_idle_worker_ends(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = WorkerProcess("reader.facts.worker", [], timeout_s=30, idle_s=0.1)
    monkeypatch.setattr(fact_book, "new_worker", lambda: brief)
    library.facts(port())
    wait_for_end(brief)
    assert library.facts(port())
    brief.close()


def test_facts_come_in_the_same_order_whatever_the_seed_of_hashes() -> None:
    sample = next(path for path in sample_articles() if "warm-call" in path.name)
    code = (
        "import json, pathlib, sys; from reader.facts import extract_facts\n"
        f"text = pathlib.Path({str(sample)!r}).read_text('utf-8')\n"
        "print(json.dumps([fact.as_dict() for fact in extract_facts(text)]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": os.environ["PATH"]},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_what_others_compile_meanwhile_neither_stops_nor_outdates_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = tmp_path / "__pycache__"
    (tmp_path / "names.py").write_text("")
    monkeypatch.setattr(facts, "__file__", str(tmp_path / "__init__.py"))
    before = fact_cache.fingerprint.__wrapped__()
    compiled.mkdir()
    (compiled / "names.cpython-311.pyc.140233").write_bytes(b"half")
    assert fact_cache.fingerprint.__wrapped__() == before
    (tmp_path / "names.py").write_text("NAMES = ()")
    assert fact_cache.fingerprint.__wrapped__() != before


STAND_IN = """
class Entity:
    text, label_ = "Skarrow", "ORG"
    def __init__(self, start):
        self.start_char = start

class Document:
    def __init__(self, text):
        at = text.find("Skarrow")
        self.ents = [Entity(at)] if at >= 0 else []

class Pipeline:
    def pipe(self, texts):
        return map(Document, texts)

def load(model):
    return Pipeline()
"""


def test_engines_are_heard_in_a_process_of_their_own_and_the_others_told_of(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spacy.py").write_text(STAND_IN)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    facts, told = library.fact_book.with_engines(port(), names=["nosuch", "spacy"])
    (line,) = told
    assert line.startswith("nosuch: no engine that finds facts; use spacy, gliner, local")
    (found,) = [fact for fact in facts if fact.source == "spacy"]
    assert (found.kind, found.text) == ("org", "Skarrow")
    rules = [fact.text for fact in library.facts(port()) if fact.text != "Skarrow"]
    assert [fact.text for fact in facts if fact.text != "Skarrow"] == rules
    assert "spacy" not in sys.modules
