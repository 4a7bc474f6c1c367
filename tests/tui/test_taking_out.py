"""Taking words out: notes exported from the screen, quotes and links copied."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.library import Library
from reader.paths import Paths
from reader.tui.desk.clipboard import LARGEST, copy
from reader.tui.desk.copying import address_of, citation
from tests.tui.conftest import OpenDesk

TEXT = "The county paid half of the bill for the harbour, and fees paid for all the rest of it."
PAGE = Article(
    "page",
    version_of(TEXT),
    "Harbour bill",
    TEXT,
    (Block("paragraph", 0, len(TEXT)),),
    canonical_url="https://example.org/harbour",
    publisher="The Long Acre",
    published="2026-03-02T10:30:00+00:00",
)


async def test_e_exports_the_notes_into_the_folder_that_was_asked_for(
    desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    async with desk() as at:
        await at.press("h")
        await at.press("E", "ctrl+a", "ctrl+k")
        await at.type(str(folder))
        await at.press("enter")
        assert "notes written" in at.said
        (file,) = folder.iterdir()
        assert "> The harbour at Skarrow will reopen in spring." in file.read_text()
        assert at.screen.body.has_focus
        await at.press("E")
        assert str(folder) in at.text
        await at.press("enter")
        assert "notes unchanged" in at.said


async def test_a_folder_that_cannot_be_made_is_said(desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with desk() as at:
        await at.press("h")
        await at.press("E", "ctrl+a", "ctrl+k")
        await at.type(str(tmp_path / "file" / "notes"))
        await at.press("enter")
        assert at.said.strip()
        assert "new" not in at.said.split()


async def test_a_guest_has_no_notes_to_export(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    async with desk(guest=PAGE) as at:
        await at.press("E")
        assert "no notes yet" in at.said


def test_a_quote_names_who_said_it_when_and_where() -> None:
    assert citation(PAGE, "paid half") == (
        "> paid half\n>\n> — The Long Acre, “Harbour bill”, 2 Mar 2026, 10:30, "
        "https://example.org/harbour\n"
    )


def test_a_link_leads_to_the_words_on_their_page() -> None:
    assert address_of(PAGE, "paid half", None).endswith("#:~:text=paid%20half")
    long = address_of(PAGE, TEXT, None)
    assert long.count(",") == 1
    assert "The%20county%20paid%20half%20of," in long


def test_a_link_to_what_is_on_no_page_leads_into_the_reader() -> None:
    local = replace(PAGE, canonical_url=None)
    assert address_of(local, "paid half", "0mark") == "reader://open/page#0mark"
    assert address_of(local, "paid half", None) == "reader://open/page"


def clipboard_program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called ``xclip`` first on the path."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


async def test_the_clipboard_of_the_system_is_used_where_there_is_one(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard_program(tmp_path, monkeypatch, f'cat > "{tmp_path}/copied"')
    async with desk() as at:
        await at.press("y")
        assert "quote copied (xclip)" in at.said
        assert at.pilot.app.clipboard.startswith("> The harbour at Skarrow")
    assert (tmp_path / "copied").read_text().startswith("> The harbour at Skarrow")


async def test_the_terminal_copies_when_the_program_fails(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard_program(tmp_path, monkeypatch, "exit 1")
    async with desk() as at:
        await at.press("y")
        assert "quote copied (by the terminal)" in at.said
        assert at.pilot.app.clipboard.startswith("> The harbour at Skarrow")


async def test_what_is_too_long_for_a_terminal_goes_to_a_file(desk: OpenDesk, paths: Paths) -> None:
    async with desk() as at:
        copy(at.screen, "x" * (LARGEST + 1), "quote")
        await at.settle()
        assert "too long for the clipboard" in at.said
        assert (paths.data / "clipboard.md").stat().st_size == LARGEST + 1


async def test_the_selected_words_are_copied_alone(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard_program(tmp_path, monkeypatch, f'cat > "{tmp_path}/copied"')
    async with desk() as at:
        await at.press("ctrl+c")
        assert "nothing is selected to be copied; q quits" in at.said
        await at.press("v", "w", "ctrl+c")
        assert "words copied (xclip)" in at.said
        assert at.screen.body.selection is None
    assert (tmp_path / "copied").read_text() == "The harbour"
