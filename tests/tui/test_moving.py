"""Moving through an article with the keys."""

from tests.tui.conftest import OpenDesk


async def test_the_cursor_starts_on_the_first_sentence(desk: OpenDesk) -> None:
    async with desk() as at:
        assert at.sentence == "The harbour at Skarrow will reopen in spring."


async def test_a_bracket_goes_to_the_next_sentence_and_back(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_parenthesis", "right_parenthesis")
        assert at.sentence.startswith("Repairs cost")
        await at.press("left_parenthesis")
        assert at.sentence.startswith("The council voted")


async def test_a_sentence_key_goes_on_into_the_next_block(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press(*["right_parenthesis"] * 3)
        assert at.sentence == "The vote"


async def test_a_brace_goes_by_paragraphs(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_curly_bracket", "right_curly_bracket")
        assert at.sentence.startswith("“We kept our word,”")
        await at.press("left_curly_bracket")
        assert at.sentence == "The vote"


async def test_square_brackets_go_by_headings(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_square_bracket", "right_square_bracket")
        assert at.sentence == "The money"
        await at.press("left_square_bracket")
        assert at.sentence == "The vote"


async def test_j_scrolls_a_long_article_and_takes_the_cursor_along(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press(*["j"] * 12)
        assert at.screen.body.top_line == 12
        assert not at.sentence.startswith("Tree 0")
        await at.press(*["k"] * 12)
        assert at.screen.body.top_line == 0


async def test_j_moves_by_sentences_where_there_is_nothing_to_scroll(desk: OpenDesk) -> None:
    async with desk("Ferry") as at:
        await at.press("j")
        assert at.sentence == "The ferry was pulled free by noon."


async def test_space_turns_the_page_and_b_turns_it_back(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("space")
        first = at.screen.body.top_line
        assert first >= 18
        await at.press("b")
        assert at.screen.body.top_line == 0


async def test_half_pages_are_half_as_far(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("ctrl+d")
        assert at.screen.body.top_line == 11
        await at.press("ctrl+u")
        assert at.screen.body.top_line == 0


async def test_capital_g_goes_to_the_end_and_g_to_the_top(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("G")
        assert at.screen.body.at_end
        assert at.sentence == "It was cut down in the next."
        await at.press("g")
        assert at.screen.body.top_line == 0
        assert at.sentence.startswith("Tree 0")


async def test_space_at_the_end_opens_the_next_unread_article(desk: OpenDesk) -> None:
    async with desk("Ferry") as at:
        await at.press("space")
        assert at.screen.article is not None
        assert at.screen.article.title != "Ferry runs aground"


async def test_the_trail_leads_back_over_articles_and_forth_again(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("G", "less_than_sign")
        assert at.sentence.startswith("Tree 0")
        await at.press("greater_than_sign")
        assert at.sentence == "It was cut down in the next."


async def test_the_trail_says_so_when_there_is_nothing_behind(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("less_than_sign")
        assert "no place to go back to" in at.said


async def test_the_words_at_the_top_stay_there_when_the_terminal_changes(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("space", "space")
        article, body = at.screen.article, at.screen.body
        assert article is not None
        place = body.top_place
        assert place is not None
        await at.pilot.resize_terminal(50, 20)
        await at.settle()
        assert body.page is not None
        assert body.page.line_of(place) == body.top_line


async def test_the_place_is_kept_when_one_comes_back(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("space", "space")
        left = at.sentence
        await at.press("J")
        await at.press("K")
        assert at.sentence == left


async def test_a_click_moves_the_cursor_to_its_sentence(desk: OpenDesk) -> None:
    async with desk("Ferry", size=(80, 24)) as at:
        assert at.screen.body.page is not None
        row = at.screen.body.page.line_of(at.screen.body.article.text.index("free"))  # type: ignore[union-attr]
        await at.pilot.click("#body", offset=(30, row))
        await at.settle()
        assert at.sentence.startswith("The ferry")


async def test_every_size_shows_the_text(desk: OpenDesk) -> None:
    for size in ((40, 12), (80, 24), (120, 40), (200, 60)):
        async with desk(size=size) as at:
            assert "harbour at Skarrow" in " ".join(at.text.split()), size


async def test_a_per_cent_sign_goes_so_far_into_the_article(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(120, 20)) as at:
        body = at.screen.body
        await at.press("percent_sign", *"50%", "enter")
        assert body.top_line == round(int(body.max_scroll_y) / 2) > 0
        await at.press("percent_sign", *"100", "enter")
        assert body.at_end
        await at.press("percent_sign", *"120", "enter")
        assert "120: not a number from 0 to 100" in at.said
        assert body.at_end
        await at.press("percent_sign", *"nan", "enter")
        assert "nan: not a number from 0 to 100" in at.said
        await at.press("less_than_sign", "less_than_sign")
        assert body.top_line == 0
