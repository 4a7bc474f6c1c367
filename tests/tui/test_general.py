"""Help, leaving, messages, and how the screen looks."""

import html
import os
import re
from pathlib import Path

import pytest

from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.config import Config
from reader.library import Library
from reader.resources import sample_articles
from reader.tui import commands  # noqa: F401  # makes the commands known
from reader.tui.keymap import COMMANDS, GROUPS
from reader.tui.theme_names import theme_for
from reader.tui.themes import THEMES
from tests.tui.conftest import OpenDesk


async def test_a_question_mark_lists_every_key_and_can_be_searched(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("question_mark")
        assert len([row for row in at.screen.chooser.rows.rows if row.selectable]) == len(COMMANDS)
        await at.type("export")
        rows = [row for row in at.screen.chooser.rows.rows if row.selectable]
        assert [row.key for row in rows] == ["export"]


async def test_a_command_chosen_in_the_list_is_done(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("question_mark")
        await at.type("whole paragraph")
        await at.press("enter")
        assert at.quotes
        assert at.screen.body.has_focus


async def test_q_leaves_the_program_from_the_page(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("q")
        assert at.pilot.app._exit


async def test_q_leaves_a_list_before_the_program(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("tab", "q")
        assert not at.pilot.app._exit
        assert at.screen.body.has_focus


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_shows_the_text(desk: OpenDesk, theme: str) -> None:
    async with desk(config=Config(theme=theme)) as at:
        assert at.pilot.app.theme == theme
        await at.press("h")
        assert "▌›" in at.text


async def test_without_colours_the_marks_are_told_by_signs(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk() as at:
        await at.press("h")
        await at.press("right_parenthesis", "c")
        assert "▌" in at.text
        assert "?›" in at.text
        strips = at.screen._compositor.render_strips()
        marked = [segment for strip in strips for segment in strip if "at Skarrow" in segment.text]
        assert marked
        assert all(segment.style and segment.style.underline for segment in marked)


async def test_a_key_can_be_given_to_another_command(desk: OpenDesk) -> None:
    async with desk(config=Config(keys={"highlight": ("f2",)})) as at:
        await at.press("h")
        assert at.quotes == []
        await at.press("f2")
        assert len(at.quotes) == 1


def test_every_command_has_help_and_a_group() -> None:
    for found in COMMANDS.values():
        assert found.help.endswith("."), found.id
        assert found.group in GROUPS, found.id


async def test_every_command_can_be_done_with_nothing_open(desk: OpenDesk) -> None:
    async with desk("") as at:
        for name, found in COMMANDS.items():
            if name not in ("palette", "leave", "back") and found.when(at.screen):
                at.screen.action_command(name)
                await at.pilot.press("escape")
                assert at.pilot.app.is_running, name


@pytest.mark.parametrize(
    ("chosen", "term", "no_color", "expected"),
    [
        (None, "xterm-256color", False, "newsmargin-dark"),
        ("light", "xterm-256color", False, "newsmargin-light"),
        ("newsmargin-contrast", "dumb", True, "newsmargin-contrast"),
        (None, "linux", False, "newsmargin-terminal"),
        (None, "xterm", True, "newsmargin-terminal"),
        ("no such theme", "xterm", False, "newsmargin-dark"),
    ],
)
def test_the_theme_suits_the_terminal(
    chosen: str | None, term: str, no_color: bool, expected: str
) -> None:
    assert theme_for(chosen, term=term, no_color=no_color) == expected


async def test_an_article_that_came_unclean_is_painted_clean(desk: OpenDesk) -> None:
    text = "Calm \x1b[31mred\x1b]0;owned\x07 words \u202e here."
    unclean = Article(
        "unclean",
        version_of(text),
        "Head\x1bline",
        text,
        (Block("paragraph", 0, len(text)),),
    )
    async with desk(guest=unclean) as at:
        assert "Calm" in at.text
        assert not set(at.text) & {"\x1b", "\x07", "\u202e"}


PICTURE = Path(__file__).parents[2] / "docs" / "screen.svg"


async def test_the_picture_in_the_readme_shows_the_screen_as_it_is(
    desk: OpenDesk, library: Library
) -> None:
    """Run with ``UPDATE_PICTURES=1`` to draw it anew."""
    sample = next(path for path in sample_articles() if path.stem.startswith("01-"))
    added = library.add(str(sample), section="World")
    assert added.title is not None
    async with desk(added.title, size=(120, 36)) as at:
        at.screen.tell("")
        await at.press("right_parenthesis", "h", "right_parenthesis", "right_parenthesis", "c")
        await at.press("a")
        await at.type("ask the ministry")
        await at.press("ctrl+s", "right_parenthesis")
        at.screen.tell("")
        await at.settle()
        if os.environ.get("UPDATE_PICTURES"):
            picture = at.pilot.app.export_screenshot(title="Newsmargin")
            PICTURE.write_text(re.sub(r"terminal-\d+", "terminal", picture), encoding="utf-8")
        shown = html.unescape(re.sub(r"<[^>]+>", "", PICTURE.read_text(encoding="utf-8")))
        for words in (added.title[:30], "saved ✓", "▌", "Facts", "Notes 2"):
            assert words.replace(" ", "\xa0") in shown, words
            assert words in at.text, words


async def test_the_last_messages_can_be_read_again_to_their_end(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        at.screen.tell("notes/ab/x.json: it is damaged; " + "it was set aside and " * 8 + "kept")
        at.screen.tell("a later thing", error=True)
        await at.press("!")
        assert "a later thing" in at.text
        assert "aside and kept" in at.text
        await at.press("escape")
        assert at.screen.focused is at.screen.body


async def test_several_notices_at_the_start_are_counted_and_listed(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.telling.tell_all([f"file {number}: damaged" for number in range(3)])
        await at.settle()
        assert "3 things need a look; ! lists them" in at.said
        await at.press("exclamation_mark")
        assert "file 0: damaged" in at.text
        assert "file 2: damaged" in at.text


async def test_fifty_messages_are_kept_and_what_is_found_while_typing_is_not(
    desk: OpenDesk,
) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("quay")
        await at.press("escape")
        assert not at.screen.telling.messages
        for number in range(60):
            at.screen.tell(f"message {number}")
        at.screen.tell("message 59")
        assert [one.words for one in at.screen.telling.messages] == [
            f"message {number}" for number in range(10, 60)
        ]


async def test_what_is_found_damaged_while_one_reads_is_told(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        told = ["notes/7f/a.json: damaged; kept in quarantine"]
        monkeypatch.setattr(at.library, "take_notices", lambda: [told.pop()] if told else [])
        at.screen.elsewhere._look()
        await at.settle()
        assert "notes/7f/a.json: damaged; kept in quarantine" in at.said
        assert not told


async def test_a_check_of_the_library_tells_what_is_damaged(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.action_command("check-library")
        await at.settle()
        assert "no damage was found" in at.said
        await at.press("h")
        note = next((at.screen.paths.data / "notes").rglob("*.json"))
        note.write_text("{", encoding="utf-8")
        at.screen.action_command("check-library")
        await at.settle()
        await at.press("exclamation_mark")
        assert note.name in at.text
