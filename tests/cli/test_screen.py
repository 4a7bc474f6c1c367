"""The ways into the screen."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.article.model import Article
from reader.cli import screen, standard_input
from reader.errors import UsageError
from tests.cli.running import Run
from tests.cli.terminal import terminal

Shown = list[dict[str, Any]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """Pretend that there is a terminal; return what the screen was opened with."""
    import reader.tui.start

    calls: Shown = []

    def run(library: object, **opened: Any) -> int:
        calls.append({name: value for name, value in opened.items() if value is not None})
        return 0

    monkeypatch.setattr(reader.tui.start, "run", run)
    monkeypatch.setattr(screen, "on_terminal", lambda: True)
    monkeypatch.setattr(screen, "input_is_article", lambda: False)
    monkeypatch.setattr(screen, "keys_come_from_input", lambda: True)
    yield calls
    for call in calls:
        assert call.pop("config")
        assert call.pop("paths")


def opened(shown: Shown) -> dict[str, Any]:
    """Return what the screen was opened with but for settings and places."""
    (call,) = shown
    return {name: value for name, value in call.items() if name not in ("config", "paths")}


def test_nothing_named_opens_the_library(run: Run, shown: Shown) -> None:
    assert run().code == 0
    assert opened(shown) == {}


def test_a_file_that_is_not_held_is_a_guest(run: Run, shown: Shown, source: Path) -> None:
    assert run(str(source)).code == 0
    guest = opened(shown)["guest"]
    assert isinstance(guest, Article)
    assert guest.title == "The harbour opens late"
    assert run("list", "--json").json == []


def test_a_file_that_is_held_opens_as_what_it_is(
    run: Run, shown: Shown, source: Path, article: str
) -> None:
    assert run(str(source)).code == 0
    assert opened(shown) == {"article_id": article}


def test_an_article_opens_by_its_id(run: Run, shown: Shown, article: str) -> None:
    assert run(article).code == 0
    assert opened(shown) == {"article_id": article}


def test_open_goes_to_a_mark(run: Run, shown: Shown, article: str) -> None:
    assert run("open", f"{article[:10]}#0abc").code == 0
    assert opened(shown) == {"article_id": article, "mark_id": "0abc"}


def test_open_of_what_is_not_there_ends_with_4(run: Run, shown: Shown) -> None:
    assert run("open", "nobody").code == 4
    assert shown == []


def test_a_folder_joins_the_library_in_a_section_of_its_name(
    run: Run, shown: Shown, tmp_path: Path
) -> None:
    folder = tmp_path / "Coast"
    folder.mkdir()
    (folder / "a.md").write_text("# First\n\nSomething happened on Monday, it is said.\n")
    (folder / "b.md").write_text("")
    (folder / "c.md").write_text("# Third\n\nSomething happened on Friday, it is said.\n")
    done = run(str(folder))
    rows = run("list", "--json").json
    assert done.code == 0
    assert "b.md: " in done.err
    assert {(row["title"], row["section"]) for row in rows} == {
        ("First", "Coast"),
        ("Third", "Coast"),
    }
    first = next(row["id"] for row in rows if row["title"] == "First")
    assert opened(shown) == {"article_id": first}


def test_a_folder_without_an_article_ends_with_4(run: Run, shown: Shown, tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.code == 4
    assert "no article is in it" in done.err


def test_a_source_that_is_not_there_ends_with_4(run: Run, shown: Shown) -> None:
    assert run("nowhere.md").code == 4
    assert shown == []


def test_what_comes_through_a_pipe_is_the_article_and_keys_come_from_the_terminal(
    run: Run, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    piped = io.TextIOWrapper(io.BytesIO(b"# Piped\n\nSomething came through a pipe today.\n"))
    monkeypatch.setattr(sys, "stdin", piped)
    monkeypatch.setattr(screen, "input_is_article", lambda: True)
    monkeypatch.setattr(screen, "keys_come_from_input", lambda: False)
    monkeypatch.setattr(screen, "take_keys_from_terminal", lambda: taken.append(True))
    assert run().code == 0
    assert opened(shown)["guest"].title == "Piped"
    assert taken == [True]


def test_without_a_terminal_for_keys_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, flags: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UsageError, match="no terminal to take keys from"):
        standard_input.take_keys_from_terminal()


def test_a_closed_standard_input_is_neither_an_article_nor_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert not standard_input.input_is_article()
    assert not standard_input.keys_come_from_input()


def test_a_file_on_standard_input_is_an_article_and_the_null_device_is_none(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, is_article in ((source, True), (Path("/dev/null"), False)):
        with path.open() as stream:
            monkeypatch.setattr(sys, "stdin", stream)
            assert standard_input.input_is_article() == is_article
            assert not standard_input.keys_come_from_input()


def test_a_verb_that_was_mistyped_is_told(run: Run, shown: Shown) -> None:
    done = run("lst")
    assert done.code == 4
    assert done.err.endswith("; did you mean `reader list`?\n")
    assert "reader list" in run("something-else").err


def test_in_a_pipe_the_library_is_printed_as_list_prints_it(run: Run, article: str) -> None:
    assert run() == run("list")
    assert article in run().out


def test_in_a_pipe_a_source_is_printed_as_show_prints_it(
    run: Run, source: Path, article: str
) -> None:
    assert run(str(source)) == run("show", str(source))
    assert run(article).out == run("open", f"{article}#mark").out == run("show", article).out
    assert run("nowhere.md").code == run("show", "nowhere.md").code == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "script",
    [
        'exec "$1" -m reader --data-dir "$2" "$3"',
        'exec "$1" -m reader --data-dir "$2" "$3" < /dev/null',
        'cat "$3" | "$1" -m reader --data-dir "$2" -',
        'cat "$3" | "$1" -m reader --data-dir "$2"',
        'exec "$1" -m reader --data-dir "$2" < "$3"',
    ],
    ids=["file", "no input", "pipe named", "pipe", "redirected"],
)
def test_the_screen_opens_on_an_article_and_takes_keys(
    script: str, source: Path, data_dir: Path
) -> None:
    words = (sys.executable, str(data_dir), str(source))
    with terminal(script, *words, environment={"NEWSMARGIN_OFFLINE": "1"}) as shown:
        shown.wait_for("The harbour of Lowmouth")
        shown.press("Q")
        assert shown.wait_for_end() == 0
