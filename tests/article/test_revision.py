"""Two versions of a text are compared, and nothing of either is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import alignment
from reader.article.alignment import aligned, rising
from reader.article.revision import Revision, compare

STRIKE = (
    "Dockers at the port of Skarrow went back to work on Friday.",
    "The strike cost the harbour $12 million, its owners said.",
    "Ships had waited for nine days outside the breakwater.",
    "A hearing on the pay of night crews follows in the spring.",
)


def told(revision: Revision) -> str:
    """Return a revision as one line; moved paragraphs are marked with a tilde."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(
        signs[piece.kind].format("~" * piece.moved + piece.text) for piece in revision.pieces
    )


def text(*paragraphs: str) -> str:
    """Return paragraphs as the text of an article."""
    return "\n\n".join(paragraphs)


def assert_whole(revision: Revision, old: str, new: str) -> None:
    """Make sure that the pieces of *revision* are both texts, each in its place."""
    assert "".join(piece.text for piece in revision.pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in revision.pieces if piece.kind != "removed") == new
    for piece in revision.pieces:
        assert piece.text
        if piece.kind != "added":
            assert old.startswith(piece.text, piece.old_start)
        if piece.kind != "removed":
            assert new.startswith(piece.text, piece.new_start)


PIECES = "a|b|c|the|8.58|8.6|。|今|天|\n|\n\n|\n\n\n|é|e\u0301|👩\u200d👧"
words = st.lists(st.sampled_from(PIECES.split("|")))
texts = st.text() | words.map(" ".join) | words.map("".join) | words.map("\n\n".join)


@settings(max_examples=400)
@given(texts, texts)
def test_the_pieces_joined_are_both_texts(old: str, new: str) -> None:
    revision = compare(old, new)
    assert_whole(revision, old, new)
    assert revision.is_same == (old == new)


@given(texts)
def test_a_text_differs_from_itself_in_nothing(same: str) -> None:
    revision = compare(same, same)
    assert revision.is_same
    assert (revision.added, revision.removed, revision.moved) == (0, 0, 0)


@given(st.text("ab", max_size=30), st.text("ab", max_size=30))
def test_aligned_items_are_the_same_and_rise(old: str, new: str) -> None:
    pairs = aligned(old, new)
    assert all(old[first] == new[second] for first, second in pairs)
    assert pairs == rising(pairs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("rose by 8.58% in May", "rose by 8.6% in May", "rose by [-8.58-]{+8.6+}% in May"),
        ("cost $12 million", "cost $14 million", "cost $[-12-]{+14+} million"),
        ("He said so.", "He never said so.", "He {+never +}said so."),
        ("He never said so.", "He said so.", "He [-never -]said so."),
        ("今天的天气很好。", "今天的天气不好。", "今天的天气[-很-]{+不+}好。"),
        ("the mayor’s house", "the mayor's house", "the [-mayor’s-]{+mayor's+} house"),
        ("one two", "one\ntwo", "one[- -]{+\n+}two"),
        ("At sea. It rained. It blew.", "At sea. It blew.", "At sea. [-It rained. -]It blew."),
        ("At sea. It blew.", "At sea. It rained. It blew.", "At sea. {+It rained. +}It blew."),
        ("One — two", "One two", "One [-— -]two"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_a_change_is_told_by_the_word(old: str, new: str, expected: str) -> None:
    assert told(compare(old, new)) == expected


def test_a_sentence_written_anew_is_told_whole_though_a_few_words_stayed() -> None:
    old = "It was a fine day in the park for all the children who came"
    new = "The mayor resigned on Monday in the wake of a long debate over money"
    assert told(compare(old, new)) == f"[-{old}-]{{+{new}+}}"


def test_a_word_that_stayed_by_chance_is_told_with_the_changes_around_it() -> None:
    end = "and it was for this that the council of the town had asked all owners to come to it."
    old = "Large old harbours cost little money while nobody ever fishes, " + end
    new = "Nine cold dockers spent long days asking money from strangers everywhere, " + end
    assert told(compare(old, new)) == (
        "[-Large old harbours cost little money while nobody ever fishes-]"
        "{+Nine cold dockers spent long days asking money from strangers everywhere+}, " + end
    )


def test_a_paragraph_that_was_added_or_removed_is_told_whole() -> None:
    revision = compare(text(*STRIKE[:3]), text(STRIKE[0], STRIKE[2], STRIKE[3]))
    expected = f"{STRIKE[0]}\n\n[-{STRIKE[1]}\n\n-]{STRIKE[2]}{{+\n\n{STRIKE[3]}+}}"
    assert told(revision) == expected
    assert (revision.added, revision.removed) == (12, 10)


def test_a_paragraph_that_moved_is_told_and_counts_as_no_words() -> None:
    revision = compare(text(*STRIKE), text(STRIKE[2], STRIKE[0], STRIKE[1], STRIKE[3]))
    assert told(revision) == (
        f"{{+~{STRIKE[2]}\n\n+}}{STRIKE[0]}\n\n{STRIKE[1]}\n\n[-~{STRIKE[2]}\n\n-]{STRIKE[3]}"
    )
    assert (revision.added, revision.removed, revision.moved) == (0, 0, 1)


def test_a_reworded_paragraph_is_compared_with_its_own_old_wording() -> None:
    new = text("News of the day came first.", STRIKE[0], STRIKE[1].replace("12", "14"), STRIKE[3])
    assert told(compare(text(*STRIKE), new)) == (
        f"{{+News of the day came first.\n\n+}}{STRIKE[0]}\n\n"
        f"The strike cost the harbour $[-12-]{{+14+}} million, its owners said.\n\n"
        f"[-{STRIKE[2]}\n\n-]{STRIKE[3]}"
    )


def test_a_paragraph_that_was_split_or_joined_keeps_its_words() -> None:
    joined, split = f"{STRIKE[0]} {STRIKE[1]}", text(*STRIKE[:2])
    assert told(compare(joined, split)) == f"{STRIKE[0]}[- -]{{+\n\n+}}{STRIKE[1]}"
    assert told(compare(split, joined)) == f"{STRIKE[0]}[-\n\n-]{{+ +}}{STRIKE[1]}"


def test_a_paragraph_between_others_that_moved_is_not_taken_for_a_joined_one() -> None:
    old = text(STRIKE[0], STRIKE[1], "x y z", STRIKE[2], STRIKE[3])
    new = text(STRIKE[2], STRIKE[3], "x y", "z", STRIKE[0], STRIKE[1])
    assert_whole(compare(old, new), old, new)
    assert compare(old, new).moved == 2


def test_a_text_replaced_whole_is_removed_and_added_whole() -> None:
    revision = compare(text(*STRIKE), "Quite other news.\n\nAnd more of it.")
    assert [piece.kind for piece in revision.pieces] == ["removed", "added"]
    assert (revision.added, revision.removed, revision.is_same) == (7, 43, False)


def test_a_revision_is_told_in_json() -> None:
    assert compare("a b", "a c").as_dict() == {
        "added": 1,
        "removed": 1,
        "moved": 0,
        "pieces": [
            {"kind": "same", "text": "a ", "old_start": 0, "new_start": 0, "moved": False},
            {"kind": "removed", "text": "b", "old_start": 2, "new_start": 2, "moved": False},
            {"kind": "added", "text": "c", "old_start": 3, "new_start": 2, "moved": False},
        ],
    }


def test_long_texts_are_cut_at_what_stands_once_in_both() -> None:
    old = [f"word{number}" for number in range(3000)]
    new = ["first", *old[:1500], "between", *old[1501:], "last"]
    revision = compare(" ".join(old), " ".join(new))
    assert told(compare(" ".join(old), " ".join(new))).count("[-") == 1
    assert (revision.added, revision.removed) == (3, 1)


@pytest.mark.parametrize("sign", ["x", "x\n\n", "x. ", "今"])
def test_long_texts_of_one_word_alone_are_compared_too(sign: str) -> None:
    old, new = sign * 2000, f"y{sign}" * 1000
    assert_whole(compare(old, new), old, new)


def test_a_stretch_that_was_cut_often_enough_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [f"w{number}" for number in range(300)]
    monkeypatch.setattr(alignment, "_DEEPEST", 0)
    assert aligned(["old", *old, "old"], ["new", *old, "new"]) == []


def test_words_that_stand_everywhere_pair_no_paragraphs() -> None:
    old = [f"the {sign}{sign}{sign}" for sign in "abcdefgh"]
    new = [f"the {sign}{sign}{sign}" for sign in "stuvwxyz"]
    assert [piece.kind for piece in compare(text(*old), text(*new)).pieces] == ["removed", "added"]


def test_long_texts_whose_unique_words_were_shuffled_are_given_up_in_the_end() -> None:
    old = [f"w{number * 7919 % 4000}" for number in range(4000)]
    new = [f"w{number * 6007 % 4001}" for number in range(4000)]
    assert_whole(compare(" ".join(old), " ".join(new)), " ".join(old), " ".join(new))
