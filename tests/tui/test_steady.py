"""What a terminal shows that takes other widths for the signs than we do."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page.cells import width
from reader.tui.page.steady import steady

SIGNS = st.sampled_from(
    [
        "a",
        "é",
        " ",
        "日",
        "हि",
        "न्दी",
        "में",
        "मி",
        "ប្រែ",
        "❤️",
        "👨‍👩‍👧",
        "👍🏽",
        "🇫🇷",
        "1️⃣",
        "🪿",
        "กำ",
    ]
)
LINES = st.lists(SIGNS, max_size=20).map("".join)
BEYOND = "#"
"""What stands beside the line, and may not be touched."""


class Simple:
    """A terminal of one row that gives each code point a width of its own and joins nothing.

    Args:
        wide: how many cells it gives an emoji that is part of a sequence.
        mark: how many it gives a vowel sign that takes up space.
    """

    def __init__(self, cells: int, *, wide: int, mark: int) -> None:
        self.row = [BEYOND] * cells
        self.at = 0
        self._wide, self._mark = wide, mark

    def _width(self, sign: str) -> int:
        """Return the cells that it gives *sign*."""
        if unicodedata.category(sign) == "Mc":
            return self._mark
        if "\U0001f1e6" <= sign <= "\U0001faff":
            return self._wide
        return width(sign)

    def write(self, data: str) -> None:
        """Show *data*."""
        for match in re.finditer(r"\x1b\[\d+;(\d+)H|([^\x1b])", data):
            if match[1]:
                self.at = int(match[1]) - 1
                continue
            for _ in range(self._width(match[2])):
                self.row[self.at] = match[2]
                self.at += 1


TERMINALS = pytest.mark.parametrize(("wide", "mark"), [(1, 1), (2, 1), (2, 0), (1, 0)])


@TERMINALS
@given(line=LINES)
def test_nothing_is_drawn_beside_the_line_and_nothing_old_stays_on_it(
    wide: int, mark: int, line: str
) -> None:
    cells = width(line)
    terminal = Simple(cells + 20, wide=wide, mark=mark)
    terminal.write(steady(f"\x1b[1;1H{line}"))
    assert BEYOND not in terminal.row[:cells]
    assert set(terminal.row[cells:]) <= {BEYOND}


@TERMINALS
@given(line=LINES)
def test_what_follows_stands_at_its_column(wide: int, mark: int, line: str) -> None:
    terminal = Simple(200, wide=wide, mark=mark)
    terminal.write(steady(f"\x1b[1;1H{line}|"))
    assert terminal.row[width(line)] == "|"


@given(LINES)
def test_no_sign_of_a_word_is_lost(line: str) -> None:
    words = "".join(sign for sign in line if sign.isalpha())
    shown = re.sub(r"\x1b\[[0-9;]*H", "", steady(f"\x1b[1;1H{line}"))
    assert "".join(sign for sign in shown if sign.isalpha()) == words


@given(st.text(alphabet="ab é日│┃“”\x1b[1;2Hm\n", max_size=60))
def test_what_all_terminals_agree_on_is_written_as_it_is(data: str) -> None:
    assert steady(data) == data


def test_styles_and_commands_are_kept_in_their_places() -> None:
    written = steady("\x1b[?2026h\x1b[2;3H\x1b[1mहि\x1b[0m.\n\x1b[3;1Hx")
    assert written == "\x1b[?2026h\x1b[2;3H\x1b[1m  \x1b[2;3Hहि\x1b[2;5H\x1b[0m.\n\x1b[3;1Hx"


def test_where_the_cursor_is_unknown_nothing_is_changed() -> None:
    assert steady("हिन्दी\x1b[4C❤️") == "हिन्दी\x1b[4C❤️"
