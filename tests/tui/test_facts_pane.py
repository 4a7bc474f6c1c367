"""The list of facts: what it says of them, what is said of them there, and the way back."""

import asyncio
from pathlib import Path

import pytest

from reader.article.model import Article
from reader.facts.model import Fact
from reader.library import Library
from reader.tui.widgets.fact_rows import (
    CLAIMS_SHOWN,
    CLAIMS_SPARE,
    ArticleFacts,
    Finding,
    rows_of,
    worth_listing,
)
from reader.tui.widgets.fact_why import why
from reader.tui.widgets.facts_panel import LOADING, SLOW_S
from reader.tui.widgets.row_list import RowList
from tests.tui.conftest import Desk, OpenDesk


@pytest.fixture
def guest_of_names(library: Library, tmp_path: Path) -> Article:
    """Return an article that the library does not hold, which names one man three times."""
    path = tmp_path / "names.md"
    path.write_text(
        "# Bridge stands\n\nTobin Vale opened it on Monday. “It stands,” said Tobin Vale.\n\n"
        "Nobody clapped but Tobin Vale.\n",
        encoding="utf-8",
    )
    return library.read(str(path))


def rows(at: Desk) -> RowList:
    """Return the list of facts, with the keys."""
    at.screen.set_focus(at.screen.side.facts.rows)
    return at.screen.side.facts.rows


def listed(at: Desk) -> list[str]:
    """Return the words of all rows."""
    return [row.text for row in at.screen.side.facts.rows.rows]


def go_to(at: Desk, words: str, under: str = "") -> None:
    """Put the cursor on the row with *words*, in the group called *under* when one is named."""
    panel = rows(at)
    texts = [row.text for row in panel.rows]
    panel.cursor = texts.index(words, texts.index(under) if under else 0)
    at.screen.side.facts.explain()


def group(at: Desk, words: str) -> str:
    """Return the title of the group that the first row with *words* stands in."""
    texts = at.screen.side.facts.rows.rows
    at_row = next(index for index, row in enumerate(texts) if row.text == words)
    return next(row.text for row in texts[at_row::-1] if row.style == "group")


async def test_x_dismisses_a_fact_and_u_brings_it_back(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "£4.2 million")
        await at.press("x")
        assert group(at, "£4.2 million") == "Dismissed"
        assert "dismissed: £4.2 million; u brings it back" in at.said
        await at.press("u")
        assert group(at, "£4.2 million") == "Money"
        assert "undid: dismissed “£4.2 million”" in at.said
        assert "Dismissed" not in listed(at)


async def test_x_on_a_dismissed_fact_brings_it_back(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "£4.2 million")
        await at.press("x")
        go_to(at, "£4.2 million")
        await at.press("x")
        assert group(at, "£4.2 million") == "Money"
        assert at.library.state(at.screen.article.id)["facts"] == []  # type: ignore[union-attr]


async def test_what_was_dismissed_stays_so_when_the_article_is_opened_again(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "£4.2 million")
        await at.press("x")
    async with desk() as at:
        assert group(at, "£4.2 million") == "Dismissed"


async def test_t_gives_a_thing_its_kind(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "Odile Marchbanks")
        await at.press("T")
        assert "What is “Odile Marchbanks”?" in at.text
        await at.press("enter")
        assert group(at, "Odile Marchbanks") == "Organisations"
        assert at.screen.side.facts.rows.has_focus
        await at.press("u")
        assert group(at, "Odile Marchbanks") == "People"


async def test_escape_from_the_kinds_leads_back_to_the_facts(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "Odile Marchbanks")
        await at.press("T", "escape")
        assert not at.screen.chooser.is_open
        assert at.screen.side.facts.rows.has_focus


async def test_one_mention_alone_can_be_no_fact(desk: OpenDesk, guest_of_names: Article) -> None:
    async with desk(guest=guest_of_names) as at:
        go_to(at, "Tobin Vale")
        await at.press("enter", "enter", "T")
        assert "Only mention 2 of 3" in at.text
        await at.press("pagedown", "pagedown", "enter")
        found = at.library.facts(guest_of_names)
        assert sum(fact.kind == "person" for fact in found) == 2
        assert at.library.holds(guest_of_names.id)


async def test_a_slash_narrows_the_facts_and_escape_lists_them_all_again(desk: OpenDesk) -> None:
    async with desk() as at:
        before = listed(at)
        rows(at)
        await at.press("/")
        await at.type("odile")
        await at.press("enter")
        assert {"People", "Odile Marchbanks"} <= set(listed(at))
        assert "£4.2 million" not in listed(at)
        assert at.screen.side.facts.rows.has_focus
        await at.press("escape")
        assert listed(at) == before
        await at.press("/")
        await at.type("nosuch")
        assert "No fact has these words." in at.text


async def test_below_the_list_stands_why_a_fact_was_found(desk: OpenDesk) -> None:
    async with desk() as at:
        go_to(at, "£4.2 million")
        await at.pilot.pause()
        await at.settle()
        assert "Money" in at.text
        assert "% sure" in at.text
        at.screen.set_focus(at.screen.body)
        await at.settle()
        assert "% sure" not in at.text


async def test_the_tab_counts_each_thing_once(desk: OpenDesk) -> None:
    async with desk() as at:
        panel = at.screen.side.facts
        keys = [row.key for row in panel.rows.rows if isinstance(row.key, Finding)]
        assert int(panel.count) == sum(key.group not in ("Timeline", "Dismissed") for key in keys)
        assert f"Facts {panel.count}" in at.text


async def test_a_short_search_for_facts_is_not_told_and_a_long_one_is(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.side.show_facts(None)
        await at.settle()
        assert LOADING not in at.text
        while LOADING not in at.text:
            await asyncio.sleep(SLOW_S / 10)
            await at.settle()
        at.screen.side.show_facts(ArticleFacts())
        await at.settle()
        assert "No people, places" in at.text


def dated(*days: str) -> ArticleFacts:
    """Return the facts of an article that names *days*."""
    text = " ".join(f"It rained on {day}." for day in days)
    facts = [Fact("date", day, text.index(day), text.index(day) + len(day), day) for day in days]
    return ArticleFacts.of(facts, text, knows_words=True)


def test_three_dates_make_a_timeline_and_two_do_not() -> None:
    three = rows_of(dated("2025-03-04", "2024-01-02", "2025-01-01"))
    texts = [row.text for row in three]
    at = texts.index("Timeline")
    assert [row.sign for row in three[at + 1 :]] == ["2024-01-02", "2025-01-01", "2025-03-04"]
    assert three[at + 1].text == "It rained on 2024-01-02."
    assert "Timeline" not in [row.text for row in rows_of(dated("2025-03-04", "2024-01-02"))]


def test_figures_that_disagree_are_flagged_and_told() -> None:
    text = "It killed 12 people. Later the 14 dead were named."
    first = Fact("quantity", "12 people", 10, 19, details={"disagrees_with": [31, 38]})
    known = ArticleFacts.of([first], text, knows_words=True)
    row = rows_of(known)[1]
    assert row.sign == "≠"
    assert "≠ Elsewhere it is “14 dead”." in list(why(row.key, first, text))


def test_a_language_without_word_lists_is_told() -> None:
    known = dated("2025-03-04")._replace(knows_words=False)
    assert [row.text for row in rows_of(known)][:2] == [
        "No word lists for this language:",
        "dates in digits, money, links … only",
    ]


def test_of_thousands_of_claims_those_that_are_listed_are_held_with_a_few_to_take_their_place() -> (
    None
):
    scores = [0.4 + (n * 7919 % 1000) / 2000 for n in range(3000)]
    claims = [Fact("claim", f"c{n}", n, n + 1, confidence=score) for n, score in enumerate(scores)]
    figure = Fact("money", "£2", 9000, 9002)
    held = list(filter(worth_listing(dismissed=5), [*claims, figure]))
    best = sorted(claims, key=lambda claim: -claim.confidence)[: CLAIMS_SHOWN + CLAIMS_SPARE + 5]
    assert set(map(id, best)) <= set(map(id, held))
    assert figure in held
    assert len(held) < 600
    all_rows = rows_of(ArticleFacts.of([*claims, figure], "", knows_words=True))
    assert rows_of(ArticleFacts.of(held, "", knows_words=True)) == all_rows


async def test_a_fact_that_was_chosen_after_a_selection_is_what_is_marked(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w", "w")
        panel = rows(at)
        row = [one.text for one in panel.rows].index("£4.2 million")
        panel.scroll_to(y=row, animate=False, force=True)
        await at.settle()
        spot = (4, row - int(panel.scroll_offset.y))
        await at.pilot.click("#facts-rows", offset=spot)
        await at.settle()
        await at.press("h")
        assert at.quotes == ["£4.2 million"]


async def test_going_through_the_facts_lets_go_of_the_selection(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "w")
        rows(at)
        assert at.screen.body.selection is not None
        await at.press("j")
        assert at.screen.body.selection is None
