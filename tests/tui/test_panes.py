"""The tree, the side panel, and the way between them."""

from reader.tui.widgets.section_tree import SectionKey
from tests.tui.conftest import OpenDesk


async def test_a_wide_terminal_shows_three_panes(desk: OpenDesk) -> None:
    async with desk(size=(120, 40)) as at:
        assert at.screen.section_tree.display
        assert at.screen.side.display
        assert at.screen.title_line.display


async def test_a_medium_terminal_shows_the_page_and_slides_a_pane_over_it(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        before = at.screen.body.region
        assert "▾ Saved" not in at.text
        await at.press("t")
        assert "▾ Saved" in at.text
        assert at.screen.section_tree.rows.has_focus
        assert at.screen.body.region == before
        await at.press("q")
        assert "▾ Saved" not in at.text
        assert at.screen.body.has_focus


async def test_a_small_terminal_has_one_line_of_chrome(desk: OpenDesk) -> None:
    async with desk(size=(40, 12)) as at:
        assert at.screen.body.region.height == 11
        assert "0%" in at.said
        assert "? all keys" in at.said


async def test_a_medium_terminal_has_at_most_three_rows_of_chrome(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        assert at.screen.body.region.height >= 21


async def test_tab_goes_round_the_panes(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("tab")
        assert at.screen.side.facts.rows.has_focus
        await at.press("tab")
        assert at.screen.section_tree.rows.has_focus
        await at.press("tab")
        assert at.screen.body.has_focus
        await at.press("shift+tab")
        assert at.screen.section_tree.rows.has_focus


async def test_tab_brings_the_panes_in_one_by_one_where_there_is_no_room(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("tab")
        assert at.screen.section_tree.rows.has_focus
        await at.press("tab")
        assert at.screen.side.rows.has_focus
        assert not at.screen.section_tree.display
        await at.press("tab")
        assert at.screen.body.has_focus
        assert not at.screen.side.display


async def test_t_and_i_put_the_panes_away_and_bring_them_back(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("t", "i")
        assert not at.screen.section_tree.display
        assert not at.screen.side.display
        await at.press("i")
        assert at.screen.side.rows.has_focus


async def test_z_leaves_the_page_alone(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("z")
        assert at.screen.body.region.width == 120
        assert not at.screen.title_line.display
        await at.press("z")
        assert at.screen.section_tree.display


async def test_the_tree_shows_sections_articles_and_headings(desk: OpenDesk) -> None:
    async with desk() as at:
        rows = [(row.indent, row.text) for row in at.screen.section_tree.rows.rows]
        assert (0, "Saved") in rows
        assert (1, "Harbour to reopen in spring") in rows
        assert (2, "The vote") in rows
        assert (2, "The money") in rows


async def test_a_heading_chosen_in_the_tree_comes_to_the_page(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("t", "t")
        await at.press("j", "j", "enter")
        assert at.sentence == "The money"
        assert at.screen.body.has_focus


async def test_an_article_chosen_in_the_tree_opens(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.section_tree.rows.focus()
        await at.press("g", "j", "j", "enter")
        assert at.screen.article is not None
        assert at.screen.article.id == at.screen.section_tree.order[0]


async def test_left_closes_a_section_and_right_opens_it(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.section_tree.rows.focus()
        await at.press("g", "j", "left")
        assert [row.text for row in at.screen.section_tree.rows.rows] == ["Unread", "Saved"]
        await at.press("right")
        assert len(at.screen.section_tree.rows.rows) > 3


async def test_the_tree_follows_the_reader_from_heading_to_heading(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_square_bracket", "right_square_bracket")
        row = at.screen.section_tree.rows.current
        assert row is not None
        assert row.text == "The money"


async def test_the_tree_counts_the_marks_of_each_section(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_square_bracket", "right_parenthesis", "h")
        rows = {row.text: row.aside for row in at.screen.section_tree.rows.rows}
        assert rows["The vote"] == "1"
        assert rows["The money"] == ""


async def test_an_article_is_read_once_it_has_been_opened(desk: OpenDesk) -> None:
    async with desk() as at:
        assert not next(row for row in at.library.rows() if "Harbour" in row.title).unread
        await at.press("r")
        assert next(row for row in at.library.rows() if "Harbour" in row.title).unread


async def test_a_fact_chosen_in_the_panel_leads_to_its_sentence(desk: OpenDesk) -> None:
    async with desk() as at:
        panel = at.screen.side.facts.rows
        index = next(i for i, row in enumerate(panel.rows) if row.text == "£4.2 million")
        panel.focus()
        panel.cursor = index
        await at.press("enter")
        assert at.sentence.startswith("Repairs cost")


async def test_h_in_the_panel_highlights_the_fact_itself(desk: OpenDesk) -> None:
    async with desk() as at:
        panel = at.screen.side.facts.rows
        index = next(i for i, row in enumerate(panel.rows) if row.text == "£4.2 million")
        panel.focus()
        panel.cursor = index
        await at.press("h")
        assert at.quotes == ["£4.2 million"]


async def test_c_in_the_panel_makes_the_fact_a_claim(desk: OpenDesk) -> None:
    async with desk() as at:
        panel = at.screen.side.facts.rows
        index = next(i for i, row in enumerate(panel.rows) if row.text == "£4.2 million")
        panel.focus()
        panel.cursor = index
        await at.press("c")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.claim is not None


async def test_the_notes_tab_lists_the_marks_and_leads_to_them(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_square_bracket", "right_parenthesis", "h", "g")
        at.screen.side.rows.focus()
        await at.press("right")
        assert at.screen.side.notes.rows.has_focus
        assert "We kept our word" in at.screen.side.notes.rows.rows[0].text
        await at.press("enter")
        assert "We kept our word" in at.sentence


async def test_x_in_the_notes_tab_deletes_the_chosen_mark(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h", "right_parenthesis", "h")
        at.screen.side.rows.focus()
        await at.press("right", "j", "x")
        assert at.quotes == ["The harbour at Skarrow will reopen in spring."]


async def test_an_empty_notes_tab_says_which_keys_fill_it(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.side.rows.focus()
        await at.press("right")
        assert "h highlights the sentence" in at.text


async def test_a_lost_mark_stands_in_a_group_of_its_own(desk: OpenDesk) -> None:
    async with desk() as at:
        article = at.screen.article
        assert article is not None
        at.library.annotate(article.id, quote="words that are nowhere in it")
        await at.pilot.pause(0.8)
        await at.press("h")
        await at.press("u")
        at.screen.side.rows.focus()
        await at.press("right")
        assert "Lost: p places" in at.text


async def test_sections_that_stay_as_they_were_are_not_listed_anew_when_one_is_closed(
    desk: OpenDesk,
) -> None:
    async with desk("Ferry") as at:
        tree = at.screen.section_tree
        at.screen.set_focus(tree.rows)
        rows = tree.rows
        kept = {row.key: row for row in rows.rows}
        first = next(row.key for row in rows.rows if isinstance(row.key, SectionKey))
        rows.go_to(first)
        await at.press("enter")
        assert len(rows.rows) < len(kept)
        await at.press("enter")
        assert [row.key for row in rows.rows] == list(kept)
        assert rows.current is not None
        assert rows.current.key == first


async def test_the_tree_shows_the_open_article_above_its_first_heading(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(120, 40)) as at:
        rows = at.screen.section_tree.rows
        assert int(rows.scroll_offset.y) == 0
