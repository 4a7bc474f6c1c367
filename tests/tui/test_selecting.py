"""Choosing a passage by keys: by word, sentence and line, growing and shrinking."""

import pytest

from reader.ingest import ingest
from tests.tui.conftest import Desk, OpenDesk


def chosen(at: Desk) -> str:
    """Return the selected words."""
    body = at.screen.body
    return body.article.text[slice(*body.selection.span)] if body.article and body.selection else ""


async def test_shift_and_the_arrows_begin_a_selection_and_move_its_end(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("shift+right")
        assert chosen(at) == "The"
        await at.press("shift+right", "shift+right")
        assert chosen(at) == "The harbour at"
        await at.press("shift+left")
        assert chosen(at) == "The harbour"
        await at.press("shift+down")
        assert len(chosen(at)) > 50
        await at.press("shift+up")
        words = chosen(at)
        assert words in ("The", "The harbour", "The harbour at")
        await at.press("h")
        assert at.quotes == [words]


async def test_a_selection_by_word_takes_the_rest_of_the_sentence_first(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w", "right_parenthesis")
        assert chosen(at) == "The harbour at Skarrow will reopen in spring."
        await at.press("right_parenthesis")
        assert chosen(at).endswith("on Monday.")
        await at.press("left_parenthesis")
        assert chosen(at) == "The harbour at Skarrow will reopen in spring."


async def test_the_other_end_shrinks_from_the_left(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("V", "right_parenthesis", "O", "right_parenthesis")
        assert chosen(at) == "The council voted 14 to 3 on Monday."


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("प्रधानमंत्री ने कहा।", "प्रधानमंत्री", "प्रधानमंत्री ने"),
        ("日本の首相は述べた。", "日", "日本"),
        ("Wir’s e-mail’en heute.", "Wir’s", "Wir’s e-mail’en"),
        ("قالت الحكومة اليوم.", "قالت", "قالت الحكومة"),
        ("cafe\u0301 au lait.", "cafe\u0301", "cafe\u0301 au"),
        ("$6.3 billion, 8.58%.", "$6.3", "$6.3 billion"),
        ("8.58%, or €3.", "8.58%", "8.58%, or"),
    ],
)
async def test_words_of_every_script_are_whole(
    desk: OpenDesk, text: str, first: str, second: str
) -> None:
    async with desk("", guest=ingest(f"# T\n\n{text}\n".encode(), kind="markdown")) as at:
        await at.press("v")
        assert chosen(at) == first
        await at.press("w")
        assert chosen(at) == second


QUOTED = "“Go on,” she said—“or not.” (Fees of $3, or 8 more.)\n\nNobody did.\n"


async def test_a_quotation_mark_is_no_word(desk: OpenDesk) -> None:
    async with desk("", guest=ingest(f"# T\n\n{QUOTED}".encode(), kind="markdown")) as at:
        await at.press("v")
        assert chosen(at) == "Go"
        await at.press("right", "right", "right", "right")
        assert chosen(at) == "Go on,” she said—“or"
        await at.press("left", "left")
        assert chosen(at) == "Go on,” she"


async def test_a_sign_of_money_is_a_word_and_what_ends_the_paragraph_can_be_taken(
    desk: OpenDesk,
) -> None:
    async with desk("", guest=ingest(f"# T\n\n{QUOTED}".encode(), kind="markdown")) as at:
        await at.press("right_parenthesis", "v", "right", "right")
        assert chosen(at) == "Fees of $3"
        await at.press("right", "right", "right")
        assert chosen(at).endswith("8 more")
        await at.press("right")
        assert chosen(at).endswith("8 more.)")


async def test_a_selection_grows_by_paragraph_and_to_either_end(desk: OpenDesk) -> None:
    async with desk("", guest=ingest(f"# T\n\n{QUOTED}".encode(), kind="markdown")) as at:
        await at.press("v", "right_curly_bracket")
        assert chosen(at).endswith("8 more.)")
        await at.press("right_curly_bracket")
        assert chosen(at).endswith("Nobody did.")
        await at.press("left_curly_bracket")
        assert chosen(at).endswith("Nobody")
        await at.press("left_curly_bracket", "g")
        assert chosen(at) == "“Go"
        await at.press("G")
        assert chosen(at).endswith("Nobody did.")


async def test_lines_keep_to_their_column_over_a_short_one(desk: OpenDesk) -> None:
    lines = "one two three four five six\n\nseven\n\none two three four five six\n"
    async with desk("", guest=ingest(f"# T\n\n{lines}".encode(), kind="markdown")) as at:
        await at.press("v", "w", "w", "w", "j", "j")
        assert chosen(at).endswith("seven\n\none two three four")
        await at.press("k", "w", "k")
        assert chosen(at).endswith("seven")
        await at.press("k")
        assert chosen(at) == "one"


async def test_words_found_after_a_selection_are_what_is_marked(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w", "slash")
        await at.type("quay")
        await at.press("enter")
        assert chosen(at) == ""
        await at.press("n", "h")
        assert at.quotes == ["quay"]


async def test_leaving_the_search_leaves_the_selection(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w", "slash")
        await at.type("quay")
        await at.press("escape")
        assert chosen(at) == "The harbour"


async def test_a_heading_chosen_in_the_tree_lets_go_of_the_selection(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w")
        at.screen.section_tree.post_message(at.screen.section_tree.HeadingChosen(0))
        await at.settle()
        assert chosen(at) == ""
