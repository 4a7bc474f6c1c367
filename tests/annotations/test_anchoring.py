"""A marked passage is found again, or said to be gone; it is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Anchoring, anchor
from reader.article.model import Article
from tests.annotations.stories import (
    BUSES,
    COSTS,
    LEAD,
    LORRIES,
    QUOTE,
    WEATHER,
    article,
    selector_of,
    story,
)

TEXTS = st.text(
    st.sampled_from("aabcdeé. ,—“”’…\n\u0301\u00ad*_[]()`-7北京の\U0001f1eb\U0001f1f7👩\u200d"),
    max_size=120,
)


def find(passage: str, now: Article, *, snapshot: bool = False) -> Anchoring:
    """Anchor *passage* of the story in the text of *now*."""
    then = story()
    selector = selector_of(then, passage)
    return anchor(
        now.text,
        selector.quote,
        selector.prefix,
        selector.suffix,
        selector.start,
        old_text=then.text if snapshot else None,
    )


def words_at(found: Anchoring, now: Article) -> str:
    """Return what the passage reads now."""
    assert found.start is not None
    assert found.end is not None
    return now.text[found.start : found.end]


@given(TEXTS, st.data())
def test_an_unchanged_text_anchors_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    found = anchor(text, quote, text[max(0, start - 64) : start], text[end : end + 64], start)
    if quote.strip():
        assert (found.status, found.start, found.end) == ("exact", start, end)
        assert found.score == 1.0
    else:
        assert found == Anchoring("orphan")


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.none() | st.integers(-3, 200), st.none() | TEXTS)
def test_offsets_always_slice_the_text(
    text: str, quote: str, prefix: str, suffix: str, hint: int | None, old: str | None
) -> None:
    found = anchor(text, quote, prefix, suffix, hint, old_text=old)
    places = list(found.suggestion or ())
    if found.start is not None and found.end is not None:
        places.append((found.start, found.end))
        assert found.status in ("exact", "moved", "edited")
    else:
        assert found.status in ("ambiguous", "orphan")
    for start, end in places:
        assert 0 <= start < end <= len(text)


@given(st.integers(1, 5), st.sampled_from([LEAD, COSTS, QUOTE, LORRIES, BUSES]))
def test_a_text_that_shifted_keeps_its_passages(paragraphs: int, passage: str) -> None:
    now = article(*[WEATHER] * paragraphs, LEAD, COSTS, QUOTE, LORRIES, BUSES)
    found = find(passage, now)
    assert found.status in ("exact", "moved")
    assert words_at(found, now) == passage
    assert not found.facts_changed


@given(st.sampled_from([COSTS, QUOTE, LORRIES, BUSES]), st.booleans())
def test_a_passage_that_is_gone_is_an_orphan(passage: str, snapshot: bool) -> None:
    left = [text for text in (LEAD, COSTS, QUOTE, LORRIES, BUSES) if text != passage]
    found = find(passage, article(*left), snapshot=snapshot)
    assert found.status == "orphan"
    assert found.start is None
    assert found.end is None


def test_a_passage_that_moved_away_from_its_surroundings_says_so() -> None:
    now = article(WEATHER, BUSES, LORRIES, WEATHER, COSTS)
    found = find(COSTS, now)
    assert found.status == "moved"
    assert words_at(found, now) == COSTS


def test_a_changed_figure_is_told() -> None:
    now = article(LEAD, COSTS.replace("$6.3 million", "$7.1 million"), QUOTE, LORRIES, BUSES)
    found = find(COSTS, now)
    assert found.status == "edited"
    assert found.facts_changed
    assert "$7.1 million" in words_at(found, now)


def test_a_reworded_passage_whose_facts_stand_is_only_edited() -> None:
    reworded = COSTS.replace("Repairs to the", "Repairing the").replace("had set", "has set")
    now = article(LEAD, reworded, QUOTE, LORRIES, BUSES)
    found = find(COSTS, now)
    assert found.status == "edited"
    assert not found.facts_changed
    assert words_at(found, now) == reworded


def test_a_clause_put_into_a_passage_is_taken_in() -> None:
    longer = LORRIES.replace(
        "the coast road,", "the coast road, a council engineer told the meeting late on Tuesday,"
    )
    now = article(LEAD, COSTS, QUOTE, longer, BUSES)
    assert words_at(find(LORRIES, now), now) == longer


def test_a_clause_is_taken_in_even_when_the_surroundings_went() -> None:
    longer = COSTS.replace("alone would", "alone (another figure than in May) would")
    now = article(WEATHER, longer, WEATHER)
    found = find(COSTS, now)
    assert found.status == "edited"
    assert found.facts_changed
    assert words_at(found, now) == longer


def test_a_passage_reworded_away_from_its_surroundings_is_only_a_suggestion() -> None:
    reworded = COSTS.replace("alone would cost", "would by itself come to").replace(
        "had set", "put"
    )
    now = article(WEATHER, reworded, WEATHER)
    found = find(COSTS, now)
    assert found.status == "orphan"
    assert found.suggestion is not None
    [(start, end)] = found.suggestion
    assert now.text[start:end] == reworded


def test_a_look_alike_elsewhere_is_not_the_passage() -> None:
    alike = COSTS.replace("eastern", "western").replace("$6.3 million", "$2.9 million")
    found = find(COSTS, article(LEAD, QUOTE, LORRIES, BUSES, WEATHER, alike, WEATHER))
    assert found.status == "orphan"
    assert found.suggestion is not None


def test_a_slip_of_the_keyboard_in_a_moved_passage_is_forgiven() -> None:
    slipped = COSTS.replace("eastern", "eatsern")
    now = article(WEATHER, BUSES, slipped, WEATHER)
    assert words_at(find(COSTS, now), now) == slipped


def test_a_moved_passage_with_another_figure_is_not_taken_for_it() -> None:
    other = COSTS.replace("6.3", "8.3")
    assert find(COSTS, article(WEATHER, BUSES, WEATHER, other, WEATHER)).status == "orphan"


def test_new_quotation_marks_dashes_and_markup_change_nothing() -> None:
    now = article(LEAD, COSTS, QUOTE.replace("“", '"').replace("”", '"').replace("go", "**go**"))
    found = find(QUOTE, now)
    assert found.status == "exact"
    assert words_at(found, now).startswith('"Nobody wants')


def test_a_quote_without_context_is_placed_where_it_stands_once() -> None:
    now = story()
    found = anchor(now.text, "31 years")
    assert (found.status, found.score) == ("exact", 1.0)
    assert words_at(found, now) == "31 years"


@pytest.mark.parametrize("hint", [None, 0, 4000])
def test_a_quote_that_occurs_twice_without_context_is_ambiguous(hint: int | None) -> None:
    text = article(LEAD, WEATHER, BUSES, WEATHER).text
    found = anchor(text, WEATHER, start_hint=hint)
    assert found.status == "ambiguous"
    assert (found.start, found.end) == (None, None)
    assert found.suggestion is not None
    assert [text[start:end] for start, end in found.suggestion] == [WEATHER, WEATHER]


def test_its_context_tells_a_passage_from_its_twin() -> None:
    then = article(LEAD, WEATHER, COSTS, QUOTE, WEATHER, BUSES)
    start = then.text.rindex(WEATHER)
    now = article(BUSES, LEAD, WEATHER, COSTS, QUOTE, WEATHER, BUSES)
    found = anchor(
        now.text,
        WEATHER,
        then.text[start - 64 : start],
        then.text[start + len(WEATHER) :][:64],
        start,
    )
    assert found.start == now.text.rindex(WEATHER)


def test_a_few_words_whose_sentence_went_are_not_found_in_another() -> None:
    then = story()
    selector = selector_of(then, "landing stage")
    now = article(LEAD, COSTS, QUOTE, LORRIES, WEATHER, "The landing stage at Holm is older.")
    found = anchor(now.text, selector.quote, selector.prefix, selector.suffix, selector.start)
    assert found.status == "orphan"
    assert found.suggestion is not None


def test_a_word_that_stands_everywhere_is_found_by_its_surroundings() -> None:
    filler = " ".join(f"The pier in row {number} is old." for number in range(400))
    then = f"{filler} She sold the pier to a neighbour for nothing. {filler}"
    start = then.index("pier to")
    now = f"{WEATHER} {then}"
    found = anchor(
        now, "pier", then[start - 64 : start], then[start + 4 : start + 68], start, old_text=then
    )
    assert found.status == "exact"
    assert found.start == now.index("pier to")


def test_part_of_a_longer_word_is_not_the_quote() -> None:
    assert anchor("The carpet was sold.", "car", "The ", "").status == "orphan"
    assert anchor("The scar, the car.", "car").start == 14


def test_part_of_a_word_is_found_again_where_it_was_cut_out() -> None:
    assert anchor("Now the scar healed.", "car", "The s", " healed.").start == 9
    assert anchor("Now the cars came.", "car", "The ", "s came.").start == 8
    assert anchor("The scar healed.", "car").start == 5


def test_two_equally_changed_passages_are_ambiguous() -> None:
    changed = LORRIES.replace("forty", "fifty").replace("drivers", "crews")
    text = "\n\n".join([COSTS, changed, QUOTE, COSTS, changed, QUOTE])
    found = anchor(text, LORRIES, COSTS[-64:] + "\n\n", "\n\n" + QUOTE[:62])
    assert found.status == "ambiguous"
    assert found.suggestion is not None
    assert len(found.suggestion) == 2


def test_the_old_text_tells_an_edited_passage_from_its_unchanged_twin() -> None:
    then = "\n\n".join([LEAD, BUSES, WEATHER, COSTS, BUSES, QUOTE])
    edited = BUSES.replace("twenty", "thirty")
    now = "\n\n".join([LEAD, edited, WEATHER, COSTS, BUSES, QUOTE])
    start = then.index(BUSES)
    found = anchor(
        now, BUSES, then[start - 64 : start], then[start + len(BUSES) :][:64], start, old_text=then
    )
    assert found.status == "edited"
    assert found.facts_changed
    assert found.start == now.index(edited)


def test_the_old_text_tells_a_sibling_from_a_passage_that_went() -> None:
    sibling = BUSES.replace("twenty", "forty").replace("station", "market")
    then = "\n\n".join([LEAD, BUSES, sibling, COSTS])
    now = "\n\n".join([LEAD, sibling.replace("will run", "runs"), COSTS])
    start = then.index(BUSES)
    before, after = then[start - 64 : start], then[start + len(BUSES) :][:64]
    assert anchor(now, BUSES, before, after, start, old_text=then).status == "orphan"


def test_the_old_text_leaves_an_edited_passage_without_twins_its_place() -> None:
    edited = LORRIES.replace("coast road", "old coast road")
    now = article(LEAD, COSTS, QUOTE, edited, WEATHER)
    found = find(LORRIES, now, snapshot=True)
    assert found.status == "edited"
    assert words_at(found, now) == edited


def test_the_old_text_gives_the_place_of_a_passage_reworded_beyond_likeness() -> None:
    then = f"{LEAD} {COSTS} {QUOTE} {LORRIES} {BUSES}"
    rewritten = (
        "would, by the count of two engineers, cost the town about $6.3 million, a sum more than"
        " twice, as was found on Monday, the sum that members of the council had in May set aside."
    )
    now = f"{LEAD[:60]} now, {rewritten} “Nobody wants to lose it {QUOTE[24:]} {LORRIES}"
    start = then.index(COSTS)
    before, after = then[start - 64 : start], then[start + len(COSTS) :][:64]
    assert anchor(now, COSTS, before, after, start).status == "orphan"
    found = anchor(now, COSTS, before, after, start, old_text=then)
    assert found.status == "edited"
    assert found.facts_changed
    assert "cost the town about $6.3 million" in now[found.start : found.end]


def chronicle(boats: int) -> str:
    """Return a text far longer than a passage usually is, about so many *boats* in its middle."""
    days = [
        f"On day {day} the ferry left the pier at {day % 12 + 1} o'clock." for day in range(400)
    ]
    days[200] = f"On that day {boats} boats lay at the pier, and the ferry stayed where it was."
    return " ".join(days)


def test_a_very_long_passage_that_was_edited_reaches_from_its_start_to_its_end() -> None:
    then, now = (f"{LEAD}\n\n{text}\n\n{COSTS}" for text in (chronicle(31), chronicle(47)))
    quote = chronicle(31)
    start = then.index(quote)
    found = anchor(now, quote, then[start - 64 : start], COSTS[:64], start, old_text=then)
    assert found.status == "edited"
    assert found.facts_changed
    assert now[found.start : found.end] == chronicle(47)


@pytest.mark.parametrize("left", [slice(0, 4000), slice(-4000, None), slice(0, 0)])
def test_a_very_long_passage_of_which_little_is_left_is_an_orphan(left: slice) -> None:
    quote = chronicle(31)
    now = f"{LEAD}\n\n{quote[left]}\n\n{COSTS}"
    found = anchor(now, quote, f"{LEAD}\n\n", COSTS[:64], len(LEAD) + 2)
    assert found.status == "orphan"
    assert (found.suggestion is None) == (quote[left] == "")


def test_nothing_to_look_for_is_an_orphan() -> None:
    assert anchor("Some text.", " ") == Anchoring("orphan")
    assert anchor("", "quote") == Anchoring("orphan")
    assert anchor("Some text.", "**") == Anchoring("orphan")


def test_ideographs_are_found_by_their_characters() -> None:
    lead, costs, end = (
        "港务局周二投票决定关闭旧渡轮码头。",
        "仅东码头的修理就要花费六百万元。",
        "居民表示反对并要求重新讨论。",
    )
    now = f"{end}\n\n{lead}{costs.replace('花费', '耗费')}{end}"
    found = anchor(now, costs, lead, end, len(lead))
    assert found.status == "edited"
    assert now[found.start : found.end] == costs.replace("花费", "耗费")


def test_a_sound_placing_scores_higher_than_a_doubtful_one() -> None:
    sure = find(COSTS, article(WEATHER, LEAD, COSTS, QUOTE))
    doubtful = find(COSTS, article(WEATHER, BUSES, COSTS))
    assert 0 < doubtful.score < sure.score <= 1
