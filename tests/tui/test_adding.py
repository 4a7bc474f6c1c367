"""Adding: what is on the clipboard, folders with a bad file in them, paths that are completed."""

from pathlib import Path

import pytest
from textual import events

from reader.tui.desk import adding
from reader.tui.desk.adding import PathEnd
from tests.tui.conftest import OpenDesk


async def test_a_folder_is_added_though_one_file_is_bad(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "PROGRESS_S", 0.001)
    folder = tmp_path / "pile"
    folder.mkdir()
    for name in ("a", "c", "d"):
        (folder / f"{name}.md").write_text(f"# News {name}\n\nWhat happened to {name}.\n")
    (folder / "b.txt").write_text("")
    (folder / "e.txt").write_text("")
    async with desk() as at:
        await at.press("A")
        await at.type(f"'{folder}'")
        await at.press("enter")
        assert "3 added, 2 failed: b.txt: " in at.said
        assert "! lists the others" in at.said
        assert at.screen.article is not None
        assert at.screen.article.title == "News a"
        await at.press("!")
        assert "e.txt" in at.text
        await at.press("escape", "A")
        await at.type(str(folder))
        await at.press("enter")
        assert "0 added, 3 held already, 2 failed" in at.said


async def test_what_was_copied_is_offered(desk: OpenDesk, tmp_path: Path) -> None:
    source = tmp_path / "copied.md"
    source.write_text("# Copied\n\nOne line.\n")
    async with desk() as at:
        for words in ("two\nlines", "no path", "\0/", "https://example.org/ a"):
            at.pilot.app.copy_to_clipboard(words)
            await at.press("A")
            assert at.screen.prompt.is_open
            assert words not in at.said
            await at.press("escape")
        at.pilot.app.copy_to_clipboard(f" {source}\n")
        await at.press("A", "enter")
        assert at.screen.article is not None
        assert at.screen.article.title == "Copied"
        at.pilot.app.copy_to_clipboard("https://example.org/a")
        await at.press("A")
        assert "https://example.org/a" in at.said


async def test_a_path_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "article.md").write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    suggest = PathEnd().get_suggestion
    assert await suggest(f"{tmp_path}/art") == f"{tmp_path}/article.md"
    assert await suggest("~/articles") == "~/articles/"
    for nothing in ("", "https://exa", f"{tmp_path}/", f"{tmp_path}/none", "/no/such/x", "\0/x"):
        assert await suggest(nothing) is None


async def test_an_empty_folder_and_no_answer_are_told(desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with desk() as at:
        await at.press("A")
        await at.type(str(tmp_path / "empty"))
        await at.press("enter")
        assert "there is nothing readable there" in at.said
        await at.press("A", "enter")
        assert at.screen.body.has_focus
        await at.press("A")
        await at.type("~nobody-is-called-that/x.md")
        await at.press("enter")
        assert "~nobody-is-called-that/x.md" in at.said


async def test_a_pasted_text_is_an_article(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("A")
        at.pilot.app.post_message(events.Paste("# Pasted\n\nFog lay on the strait.\n"))
        await at.settle()
        assert at.screen.article is not None
        assert at.screen.article.title == "Pasted"
        assert "added: Pasted" in at.said
        await at.press("A")
        at.pilot.app.post_message(events.Paste("/no/such\n"))
        await at.settle()
        assert "/no/such" in at.said
