"""What the screen says and does when the disk, the terminal or another program will not."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.config import Config
from reader.library import Library
from reader.tui.widgets.note_editor import NoteEditor
from tests.tui.conftest import OpenDesk, id_of


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 3\n", None])
async def test_an_editor_that_fails_leaves_the_screen_and_the_note_as_they_were(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None
) -> None:
    editor = tmp_path / "editor"
    if script is not None:
        editor.write_text(script, encoding="utf-8")
        editor.chmod(0o755)
    resumed = []

    @contextmanager
    def suspend() -> Iterator[None]:
        yield
        resumed.append(True)  # as Textual's own does, only when nothing is raised

    async with desk(config=Config(editor=str(editor))) as at:
        monkeypatch.setattr(at.pilot.app, "suspend", suspend)
        await at.press("a")
        await at.type("kept")
        await at.press("ctrl+e")
        assert resumed
        assert at.said.strip().startswith(str(editor)) or str(editor) in at.text
        await at.type(" on")
        assert at.screen.query_one(NoteEditor).area.text == "kept on"


async def test_a_library_that_can_only_be_read_says_so_at_every_change(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "read_only", property(lambda _: "Permission denied"))
    async with desk() as at:
        assert "read-only" in at.text.splitlines()[-2]
        for key in ("h", "r", "D", "S", "L", "M", "#", "a", "A", "U"):
            at.screen.tell("")
            await at.press(key)
            assert "can only be read" in at.text, key
            assert not at.screen.prompt.is_open, key
        article = id_of(library, "Harbour")
        assert not library.marks(article)
        assert library.state(article).get("tags") is None


async def test_a_long_message_is_told_to_its_end(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        at.screen.tell("https://example.org/" + "x" * 50 + ": no answer came; try again later")
        await at.settle()
        assert "try again later" in at.said
        at.screen.tell("")
        await at.settle()
        assert "highlight" in at.said


async def test_an_article_without_notes_is_not_asked_where_they_should_go(desk: OpenDesk) -> None:
    text = "One line."
    guest = Article("guest", version_of(text), "Guest", text, (Block("paragraph", 0, 9),))
    async with desk(guest=guest) as at:
        await at.press("E")
        assert not at.screen.prompt.is_open
        assert "there are no notes yet" in at.said
        await at.press("h", "x")
        assert "deleted; u brings it back" in at.said


async def test_a_change_is_saved_though_the_screen_goes_before_it_could_wait_for_it(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        monkeypatch.setattr(at.screen, "run_worker", lambda *_, **__: None)
        at.screen.marking.mark("highlight")
        assert at.screen.background.finish() == []
        assert at.quotes == ["The harbour at Skarrow will reopen in spring."]
        gc.collect()  # tells of what nobody waited for


@pytest.mark.parametrize("name", ["note", "palette", "find", "correct", "set-status"])
async def test_nothing_is_begun_after_the_end(desk: OpenDesk, name: str) -> None:
    async with desk() as at:
        at.pilot.app.exit()
        at.screen.start()
        at.screen._prepare()
        at.screen.action_command(name)
        at.screen.side.facts.explain()
