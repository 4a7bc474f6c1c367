"""Files, addresses and bytes become articles."""

import os
import threading
from pathlib import Path

import pytest

from reader.article.model import Article
from reader.config import Config
from reader.errors import IngestError, NotFoundError
from reader.ingest.process import IngestProcess
from reader.library import Library
from reader.paths import Paths

PAGE = b"""<!doctype html><html lang="en"><head><title>Ferry is late</title></head><body>
<article><h1>Ferry is late</h1>
<p>The ferry to the islands was late by a whole day, and nobody on the quay could say why.</p>
<p>The line's owners said that a part had broken and that another was on its way by road.</p>
<p>Passengers slept in the hall of the terminal, where the town had put up two hundred beds.</p>
</article></body></html>"""


def test_a_folder_stands_for_its_readable_files(library: Library, tmp_path: Path) -> None:
    read = ("a.HTML", "b.md", "g.eml", "h.epub", "i.pdf", "j.mhtml", "sub/c.txt")
    for name in (*read, ".hidden.md", ".git/d.md", "a_files/frame.html", "e.png", "f"):
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    folder = str(tmp_path / "articles")
    assert library.sources(folder) == [f"{folder}/{name}" for name in read]


def test_a_folder_without_an_article_is_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "e.png").write_text("x")
    added = library.add(str(tmp_path))
    assert "none of its files is of a kind that is read; name a file" in (added.error or "")


def test_what_comes_out_of_a_pipe_is_known_by_its_text(library: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        os.mkfifo(tmp_path / name)
    shown = [_piped(library, tmp_path / name) for name in ("one", "two")]
    assert shown == ["added", "same"]
    (row,) = library.rows()
    assert row.url is None


def _piped(library: Library, pipe: Path) -> str:
    """Return what comes of adding *pipe*, into which somebody writes an article."""
    writer = threading.Thread(target=pipe.write_text, args=("# Ferry is late\n\nBy a day.\n",))
    writer.start()
    added = library.add(str(pipe))
    writer.join()
    return added.status


@pytest.mark.parametrize("source", ["https://example.org/", "no such file", "a\0b", ""])
def test_anything_else_stands_for_itself(library: Library, source: str) -> None:
    assert library.sources(source) == [source]


def test_a_file_is_known_by_its_path_from_everywhere(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "news.md"
    file.write_text("# Ferry is late\n\nBy a day.\n")
    monkeypatch.chdir(tmp_path)
    first = library.add("news.md")
    file.write_text("# Ferry is late\n\nBy two days.\n")
    assert library.add(str(file)).status == "new-version"
    assert library.resolve("./news.md") == library.resolve(str(file)) == first.id
    assert library.article(first.id or "").url == str(file)


def test_a_page_is_read_in_a_process_of_its_own(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    file.write_bytes(PAGE)
    article = library.read(str(file))
    assert article.title == "Ferry is late"
    assert "two hundred beds" in article.text
    assert library.add(str(file)).id == article.id
    file.write_bytes(PAGE.replace(b"two hundred", b"three hundred"))
    assert library.add(str(file)).status == "new-version"
    assert library.read(PAGE, url="https://example.org/ferry").canonical_url


@pytest.mark.parametrize(("paragraphs", "elsewhere"), [(10, False), (10_000, True)])
def test_a_long_document_is_read_in_that_process_too(
    library: Library, monkeypatch: pytest.MonkeyPatch, paragraphs: int, elsewhere: bool
) -> None:
    asked: list[str | None] = []
    ingest = IngestProcess.ingest

    def spy(self: IngestProcess, data: bytes, *, kind: str | None = None, **about: str) -> Article:
        asked.append(kind)
        return ingest(self, data, kind=kind, **about)

    monkeypatch.setattr(IngestProcess, "ingest", spy)
    article = library.read(b"# Ferry is late\n\n" + b"By a day.\n\n" * paragraphs)
    assert len(article.blocks) == paragraphs
    assert asked == (["markdown"] if elsewhere else [])


def test_the_source_is_kept_beside_the_article(library: Library, paths: Paths) -> None:
    library.add(b"# Ferry is late\n\nBy a day.\n")
    kept = [path for path in (paths.data / "articles").rglob("*") if path.is_file()]
    assert len(kept) == 2


def test_what_cannot_be_read_is_told_in_the_row(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    added = library.add(str(tmp_path / "empty.txt"))
    assert (added.status, added.id, added.exit_code) == ("failed", None, IngestError.exit_code)
    assert "empty" in (added.error or "")
    assert added.as_dict() == {"id": None, "title": None, "status": "failed", "error": added.error}
    missing = library.add(str(tmp_path / "missing.md"))
    assert (missing.status, missing.exit_code) == ("failed", NotFoundError.exit_code)


def test_the_network_can_be_switched_off(paths: Paths) -> None:
    library = Library.open(paths, Config(offline=True))
    added = library.add("https://example.org/a")
    assert (added.status, added.exit_code) == ("failed", 3)
    assert added.error == (
        "https://example.org/a: the network is switched off; "
        "unset NEWSMARGIN_OFFLINE, or network.offline in the configuration"
    )
    library.close()


def test_only_the_last_sources_are_remembered(library: Library, paths: Paths) -> None:
    first = library.read(b"# First\n\nIt came first.\n")
    for number in range(10):
        library.read(f"# Later\n\nNumber {number}.\n".encode())
    library.keep(first)
    kept = [path for path in (paths.data / "articles").rglob("*") if path.is_file()]
    assert len(kept) == 1


def test_a_file_whose_folder_is_gone_is_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert library.add("news.md").exit_code == NotFoundError.exit_code
    with pytest.raises(NotFoundError):
        library.resolve("./news.md")


def test_many_sources_are_added_in_their_order_whatever_is_wrong_with_one(
    library: Library, tmp_path: Path
) -> None:
    sources: list[str | bytes] = []
    for number in range(12):
        file = tmp_path / f"{number}.html"
        file.write_bytes(PAGE.replace(b"Ferry is late", f"Ferry {number} is late".encode()))
        sources.append(str(file))
    (tmp_path / "empty.html").write_text("")
    sources[3:3] = [str(tmp_path / "empty.html"), str(tmp_path / "missing.html"), "a\0b"]
    sources += [b"# Ferry is in\n\nBy noon.\n", sources[0]]

    rows = list(library.add_all(sources, section="Sea", tags=("ferry",)))

    titles = [f"Ferry {number} is late" for number in range(12)]
    expected = [*titles[:3], None, None, None, *titles[3:], "Ferry is in", titles[0]]
    assert [row.title for row in rows] == expected
    assert [row.status for row in rows][-2:] == ["added", "same"]
    assert {row.exit_code for row in rows} == {0, IngestError.exit_code, NotFoundError.exit_code}
    assert {(row.section, row.tags) for row in library.rows()} == {("Sea", ("ferry",))}


def test_each_of_many_is_durable_before_the_next_is_waited_for(
    library: Library, paths: Paths, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    file = tmp_path / "ferry.html"
    file.write_bytes(PAGE)

    adding = library.add_all([str(file), str(pipe)])
    assert next(adding).status == "added"
    other = Library.open(paths, Config())
    assert [row.title for row in other.rows()] == ["Ferry is late"]
    other.close()
    del adding  # nobody waits for what the pipe will never say


def test_the_sources_of_many_are_kept_beside_their_articles(
    library: Library, paths: Paths, tmp_path: Path
) -> None:
    for number in range(6):
        (tmp_path / f"{number}.md").write_text(f"# Ferry {number}\n\nBy {number} days.\n")
    rows = library.add_all(library.sources(str(tmp_path)))
    assert [row.status for row in rows] == ["added"] * 6
    kept = [path for path in (paths.data / "articles").rglob("*") if path.is_file()]
    assert len(kept) == 12
