"""show, extract and facts: from a file, from standard input, from the library."""

import io
import socket
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run


def send(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put *data* on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_show_prints_a_file_cleaned(run: Run, source: Path) -> None:
    done = run("show", str(source))
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith("The harbour opens late\n\nExample Wire · Ada Marsh · 2025-12-11\n")


def test_reading_a_file_makes_no_library(run: Run, source: Path, data_dir: Path) -> None:
    for verb in ("show", "extract", "facts"):
        assert run(verb, str(source)).code == 0
    assert not data_dir.exists()


def test_show_prints_an_article_of_the_library_by_the_start_of_its_id(
    run: Run, article: str
) -> None:
    assert run("show", article[:10]).out == run("show", article).out
    assert "two years late" in run("show", article).out


@pytest.mark.parametrize(
    ("format_", "piece"),
    [("markdown", "# The harbour"), ("html", "<h1>The harbour"), ("json", '"blocks": [')],
)
def test_show_prints_other_formats(run: Run, source: Path, format_: str, piece: str) -> None:
    done = run("show", str(source), "--format", format_)
    assert piece in done.out
    assert done.code == 0


def test_show_reads_aloud(run: Run, source: Path) -> None:
    assert "Heading level 2: What was promised\n" in run("show", str(source), "--plain").out


def test_show_puts_back_what_was_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "scrape.md"
    path.write_text("# Late\n\nLate\n\nThe harbour opened two years late on Thursday.\n")
    shown = run("show", str(path)).out
    raw = run("show", str(path), "--raw").out
    assert "The harbour opened" in shown
    assert len(raw) >= len(shown)


def test_show_prints_the_source_itself_when_nothing_in_it_is_an_article(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "menu.html"
    path.write_text("<html><body><script>go()\x1b[2J</script></body></html>")
    assert run("show", str(path)).code == 1
    raw = run("show", str(path), "--raw")
    assert (raw.code, raw.out) == (0, "<html><body><script>go()</script></body></html>\n")
    send(b" \n", monkeypatch)
    assert run("show", "-", "--raw").out == " \n\n"
    assert run("show", str(tmp_path), "--raw").code == 1


def test_extract_prints_the_article_object(run: Run, source: Path) -> None:
    article = run("extract", str(source), "--json").json
    assert article["title"] == "The harbour opens late"
    assert article["byline"] == ["Ada Marsh"]
    kinds = [block["kind"] for block in article["blocks"]]
    assert kinds[:3] == ["paragraph", "heading", "list_item"]
    assert run("show", str(source), "--format", "json").json == article
    assert run("show", str(source), "--json").json == article


def test_extract_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    send(b"# Ships\n\nNine ships came on Monday, and none left.\n", monkeypatch)
    article = run("extract", "-", "--kind", "markdown", "--url", "https://example.org/ships").json
    assert article["title"] == "Ships"
    assert article["url"] == "https://example.org/ships"


def test_nothing_on_standard_input_is_no_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    send(b"", monkeypatch)
    done = run("extract", "-")
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1


def test_a_closed_standard_input_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    done = run("show", "-")
    assert done.code == 1
    assert done.err.startswith("standard input: closed;")


def test_standard_input_has_an_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.cli.standard_input.MOST_BYTES", 10 << 20)
    send(b"x" * ((10 << 20) + 1), monkeypatch)
    done = run("show", "-")
    assert done.code == 1
    assert done.err == "standard input: more than 10 MiB; send less\n"


def test_facts_prints_what_the_article_says(run: Run, source: Path) -> None:
    article = run("extract", str(source)).json
    done = run("facts", str(source), "--json")
    money = next(fact for fact in done.json if fact["kind"] == "money")
    assert money["text"] == article["text"][money["start"] : money["end"]] == "$6.3 billion"
    assert run("facts", str(source), "--jsonl").lines == done.json


def test_facts_prints_lines_for_reading(run: Run, source: Path) -> None:
    assert "money     $6.3 billion  = 6300000000 USD\n" in run("facts", str(source)).out


def test_facts_asks_engines_and_tells_of_those_that_fail(run: Run, source: Path) -> None:
    done = run("facts", str(source), "--json", "--engine", "nosuch")
    assert done.code == 1
    assert done.json == run("facts", str(source), "--json").json
    assert "nosuch: no engine that finds facts; use spacy, gliner, local" in done.err


def test_facts_reckons_from_the_day_it_is_given(run: Run, source: Path) -> None:
    def thursdays(*more: str) -> list[str]:
        found = run("facts", str(source), "--json", *more).json
        return [fact["value"] for fact in found if fact["text"] == "Thursday"]

    assert thursdays() == ["2025-12-11"]
    assert thursdays("--published", "2025-11-21") == ["2025-11-20"]


@pytest.mark.parametrize("verb", ["show", "facts"])
def test_what_is_neither_a_file_nor_an_article_ends_with_4(run: Run, verb: str) -> None:
    done = run(verb, "nothing-of-that-name")
    assert done.code == 4
    assert done.out == ""
    assert done.err == (
        "nothing-of-that-name: no such file, and no such article in the library; "
        "see `reader list`\n"
    )


@pytest.mark.parametrize("verb", ["show", "extract", "facts"])
def test_a_file_that_is_not_there_ends_with_4(run: Run, verb: str) -> None:
    done = run(verb, "./nowhere/article.md")
    assert done.code == 4
    assert done.err.startswith("./nowhere/article.md: ")


def test_a_folder_is_no_article(run: Run, tmp_path: Path) -> None:
    done = run("show", str(tmp_path))
    assert done.code == 1
    assert "a folder, not an article" in done.err


def test_an_address_is_not_fetched_when_the_network_is_off(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_OFFLINE", "1")
    done = run("show", "https://example.org/a")
    assert done.code == 3
    assert done.err.startswith("https://example.org/a: the network is switched off;")


def test_an_address_that_nobody_listens_at_ends_with_3(run: Run, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "config.toml").write_text("[network]\nallow_private = true\n")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    done = run("extract", f"http://127.0.0.1:{port}/")
    assert done.code == 3
    assert done.err.count("\n") == 1
