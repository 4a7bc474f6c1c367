"""Sentences, words, paragraphs and headings beside one another."""

from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.tui.page.find import find_all
from reader.tui.page.layers import Wash, by_block, runs
from reader.tui.page.motion import Motion
from reader.tui.page.selection import grow, over, start
from reader.tui.page.track import TICK, TICK_HERE, Track

TEXT, BLOCKS = compose(
    [
        BlockDraft("heading", "One", 2),
        BlockDraft("paragraph", "First here. Second there."),
        BlockDraft("rule"),
        BlockDraft("heading", "Two", 2),
        BlockDraft("paragraph", "Third."),
    ]
)
MOTION = Motion(Article("a", version_of(TEXT), "T", TEXT, BLOCKS))
EMPTY = Motion(Article("a", version_of(""), "T", ""))


def words(found: tuple[int, int] | None) -> str | None:
    """Return the words of a range."""
    return TEXT[found[0] : found[1]] if found else None


def test_sentences_follow_one_another_over_the_ends_of_blocks() -> None:
    told, at = [], MOTION.sentence_at(0)
    while at is not None:
        told.append(words(at))
        at = MOTION.sentence_beside(at[0], 1)
    assert told == ["One", "First here.", "Second there.", "Two", "Third."]


def test_sentences_go_back_the_same_way() -> None:
    at = MOTION.sentence_at(len(TEXT))
    assert at is not None
    assert words(at) == "Third."
    assert words(MOTION.sentence_beside(at[0], -1)) == "Two"


def test_past_either_end_there_is_nothing() -> None:
    assert MOTION.sentence_beside(0, -1) is None
    assert MOTION.word_beside(len(TEXT) - 1, 1) is None
    assert MOTION.paragraph_beside(0, -1) is None
    assert MOTION.heading_beside(0, -1) is None
    assert MOTION.heading_beside(len(TEXT), 1) is None


def test_headings_are_found_both_ways() -> None:
    second = TEXT.index("Two")
    assert MOTION.heading_beside(0, 1) == second
    assert MOTION.heading_beside(second, -1) == 0


def test_an_article_without_text_has_nothing_anywhere() -> None:
    assert EMPTY.sentence_at(0) is None
    assert EMPTY.word_beside(0, 1) is None
    assert EMPTY.paragraph_at(0) is None
    assert EMPTY.paragraph_beside(0, 1) is None


def test_a_selection_grows_over_the_end_of_its_block() -> None:
    first = MOTION.sentence_at(0)
    assert first is not None
    chosen = start(MOTION, first, "word")
    assert chosen is not None
    assert words(grow(MOTION, chosen, 1, "word").span) == "One\n\nFirst"


def test_a_selection_grown_past_the_end_stays() -> None:
    last = MOTION.sentence_at(len(TEXT))
    assert last is not None
    chosen = start(MOTION, last, "sentence")
    assert chosen is not None
    assert grow(MOTION, chosen, 1, "sentence") == chosen


def test_a_selection_over_a_passage_holds_its_words() -> None:
    place = TEXT.index("Second")
    chosen = over(MOTION, (place, place + len("Second there")))
    assert chosen is not None
    assert words(chosen.span) == "Second there"
    assert words(chosen.other_end().active) == "Second"


def test_found_words_ignore_case_unless_the_query_has_capitals() -> None:
    assert len(find_all("Port, port, PORT", "port")) == 3
    assert list(find_all("Port, port, PORT", "Port")) == [(0, 4)]


def test_found_words_ignore_accents_and_the_shape_of_quotes() -> None:
    text = "Le café — “l’été”"
    assert [text[a:z] for a, z in find_all(text, "cafe")] == ["café"]
    assert [text[a:z] for a, z in find_all(text, "l'ete")] == ["l’été"]
    assert find_all(text, "café") != []


def test_found_words_keep_their_place_when_accents_are_written_apart() -> None:
    text = "xe\u0301 cafe\u0301 bar"
    (found,) = find_all(text, "bar")
    assert text[found[0] : found[1]] == "bar"


def test_a_phrase_is_found_over_a_line_break() -> None:
    assert list(find_all("trade\ntalks", "trade talks")) == [(0, 11)]


def test_nothing_is_found_of_nothing() -> None:
    assert not find_all("abc", "  ")


def test_a_wash_over_two_blocks_is_cut_at_their_ends() -> None:
    washes = by_block([Wash(0, len(TEXT), "mark")], BLOCKS)
    assert [(washes[index][0].start, washes[index][0].end) for index in (0, 1, 3, 4)] == [
        (BLOCKS[index].start, BLOCKS[index].end) for index in (0, 1, 3, 4)
    ]


def test_overlapping_washes_are_cut_where_they_start_and_end() -> None:
    assert runs(0, 10, [Wash(2, 6, "a"), Wash(4, 8, "b")]) == [
        (0, 2, ()),
        (2, 4, ("a",)),
        (4, 6, ("a", "b")),
        (6, 8, ("b",)),
        (8, 10, ()),
    ]


def test_the_track_ticks_marks_and_shows_which_are_in_view() -> None:
    track = Track(100, 10)
    track.tick([5, 95], [5])
    signs = track.signs(0)
    assert signs[0] == TICK_HERE
    assert signs[9] == TICK
    assert signs[5] == "·"


def test_every_row_has_a_dot_that_words_were_found_for_however_many_there_are() -> None:
    track = Track(100, 10)
    starts = [line * 8 for line in range(100)]
    assert list(track.rows_with([(0, 2), (81, 83), (639, 641), (799, 800)], starts)) == [0, 1, 7, 9]
    everywhere = [(start, start + 1) for start in range(800)]
    assert list(track.rows_with(everywhere, starts)) == list(range(10))


def test_a_short_article_has_no_track() -> None:
    assert set(Track(5, 10).signs(0)) == {" "}
