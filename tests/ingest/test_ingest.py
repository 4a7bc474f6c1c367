"""The one door: bytes, files and addresses to articles."""

import os
from pathlib import Path

import pytest

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.errors import IngestError, NotFoundError, TooLargeError
from reader.ingest import ingest, source
from reader.ingest.parsed import Parsed, assemble

MARKDOWN = b"# Port strike ends\n\nTalks went on."
PAGE = (
    "<html><head><title>Port strike ends</title></head><body><article><h1>Port strike ends</h1>"
    + "<p>Dock workers returned to the port on Tuesday after nine days of strike, ending a "
    "dispute that had closed the harbour — café “owners” too — along the coast.</p>"
    * 5
    + "</article></body></html>"
)


def test_bytes_are_the_document_itself() -> None:
    article = ingest(MARKDOWN)
    assert (article.title, article.text, article.url) == (
        "Port strike ends",
        "Talks went on.",
        None,
    )
    assert article == ingest(MARKDOWN)


def test_a_text_is_a_path_and_the_article_known_by_it(tmp_path: Path) -> None:
    path = tmp_path / "strike.md"
    path.write_bytes(MARKDOWN)
    article = ingest(str(path))
    path.write_bytes(b"# Port strike ends\n\nThey ended.")
    again = ingest(str(path))
    assert article.id == again.id
    assert article.id.startswith("strike-")
    assert article.version != again.version
    assert article.url == str(path)
    assert ingest(f"file://{path}").id == article.id


def test_a_path_may_start_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.md").write_bytes(MARKDOWN)
    assert ingest("~/a.md").title == "Port strike ends"


def test_the_address_that_bytes_came_from_is_who_they_are() -> None:
    article = ingest(MARKDOWN, url="https://example.org/port-strike#part")
    assert article.canonical_url == "https://example.org/port-strike"
    assert article.id == ingest(b"# Other\n\ntext", url="https://example.org/port-strike").id
    assert ingest(MARKDOWN, url="notes/strike").canonical_url is None


def test_a_web_page_is_read(tmp_path: Path) -> None:
    article = ingest(PAGE.encode())
    assert article.title == "Port strike ends"
    assert "café “owners”" in article.text


def test_the_charset_of_a_server_counts_where_the_bytes_leave_it_open() -> None:
    from reader.ingest import read_document

    page = PAGE.replace("—", "-").replace("“", "").replace("”", "")
    document = source.Document(page.encode("cp1252"), "x", charset="windows-1252")
    assert "café owners" in read_document(document).text


def test_a_missing_file_is_not_found() -> None:
    with pytest.raises(NotFoundError, match=r"nowhere\.md: there is no such file; check the path"):
        ingest("nowhere.md")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="is a folder; name a file in it"):
        ingest(str(tmp_path))
    with pytest.raises(IngestError, match="is a device"):
        ingest("/dev/null")
    with pytest.raises(IngestError, match="cannot be read"):
        ingest("a\0b")
    with pytest.raises(IngestError, match="cannot be read"):
        ingest("~no-such-user/a.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(MARKDOWN)
    path.chmod(0)
    with pytest.raises(IngestError, match="may not be read; change its permissions"):
        ingest(str(path))


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, MARKDOWN)
    os.close(writing)
    try:
        assert ingest(f"/proc/self/fd/{reading}").title == "Port strike ends"
    finally:
        os.close(reading)


def test_what_is_beyond_the_limit_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    with pytest.raises(TooLargeError):
        ingest(MARKDOWN)
    (tmp_path / "a.md").write_bytes(MARKDOWN)
    with pytest.raises(TooLargeError):
        ingest(str(tmp_path / "a.md"))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(IngestError, match="word: is no kind of source; choose one of html"):
        ingest(MARKDOWN, kind="word")


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00\x01\x02" * 200, b"***\n\n---\n"])
def test_what_holds_no_text_is_no_article(data: bytes) -> None:
    with pytest.raises(IngestError):
        ingest(data, kind=None if data.strip(b"*-\n ") else "markdown")


def test_a_kind_that_is_named_is_taken_at_its_word() -> None:
    assert ingest(MARKDOWN, kind="text").text.startswith("# Port strike ends")


def _paragraphs(*texts: str) -> tuple[BlockDraft, ...]:
    return tuple(BlockDraft("paragraph", text) for text in texts)


def test_headings_that_repeat_the_title_go_and_what_was_dropped_keeps_its_place() -> None:
    drafts = (
        BlockDraft("heading", "Port  strike ends", level=1),
        *_paragraphs("One."),
        BlockDraft("heading", "PORT STRIKE ENDS", level=2),
        *_paragraphs("Two."),
    )
    dropped = (Dropped("Share", "boilerplate", 1), Dropped("Print", "boilerplate", 4))
    article = assemble(Parsed("Port strike ends", drafts, dropped))
    assert article.text == "One.\n\nTwo."
    assert [(piece.text, piece.before_block) for piece in article.dropped] == [
        ("Port  strike ends", 0),
        ("Share", 0),
        ("PORT STRIKE ENDS", 1),
        ("Print", 2),
    ]


def test_a_text_that_is_only_its_title_is_not_emptied() -> None:
    assert assemble(Parsed("One", _paragraphs("One"))).text == "One"


def test_opening_words_that_stand_in_are_cut_between_words_and_named_a_guess() -> None:
    article = assemble(Parsed(" ", _paragraphs("word " * 40 + "end")))
    assert article.title == "word " * 19 + "word…"
    assert "opening words" in article.guessed["title"]


def test_a_file_without_words_is_called_by_its_name() -> None:
    article = assemble(Parsed("", (BlockDraft("rule"),)), path="/a/strike.md")
    assert article.title == "strike.md"
    assert "file's name" in article.guessed["title"]


def test_every_field_is_clean_and_on_one_line() -> None:
    parsed = Parsed(
        "T\x1b[31mitle",
        _paragraphs("One."),
        byline=("Ann\n Example", "Ann Example", " "),
        publisher="\u202e",
        summary="a\tb",
    )
    article = assemble(parsed)
    assert (article.title, article.byline) == ("Title", ("Ann Example",))
    assert (article.publisher, article.summary) == (None, "a b")
