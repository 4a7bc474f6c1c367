"""Replies are read below what they answer, by age, however many there are."""

from reader.annotations import Anchor, Mark
from reader.annotations.threads import answered, replies_among, thread, threaded

ARTICLE = "saltby-1"
QUOTE = Mark("a", ARTICLE, "the eastern pier", anchor=Anchor("exact", 3, 19))
LATER = Mark("b", ARTICLE, "next spring", anchor=Anchor("exact", 40, 51))


def reply(name: str, to: str, created: str = "") -> Mark:
    return Mark(name, ARTICLE, kind="note", reply_to=to, created=created)


def test_replies_stand_below_what_they_answer() -> None:
    marks = [LATER, reply("d", "c"), QUOTE, reply("c", "a")]
    assert [mark.id for mark in threaded(marks)] == ["a", "c", "d", "b"]


def test_replies_to_one_mark_stand_by_age_and_what_is_not_saved_last() -> None:
    marks = [reply("x", "a"), reply("y", "a", "2026-02-02T00:00:00Z"), reply("z", "a", "2025")]
    assert [mark.id for mark in replies_among(marks)["a"]] == ["z", "y", "x"]


def test_each_reply_tells_how_deep_it_stands() -> None:
    replies = replies_among([reply("c", "a", "1"), reply("d", "c"), reply("e", "a", "2")])
    told = [(mark.id, depth) for mark, depth in thread(QUOTE, replies)]
    assert told == [("a", 0), ("c", 1), ("d", 2), ("e", 1)]


def test_a_reply_to_what_is_not_there_stands_with_the_notes_on_the_article() -> None:
    assert [mark.id for mark in threaded([QUOTE, reply("c", "gone")])] == ["c", "a"]


def test_replies_in_a_circle_stand_last() -> None:
    circle = [reply("c", "d"), reply("d", "c"), reply("e", "e")]
    assert [mark.id for mark in threaded([*circle, LATER])] == ["b", "c", "d", "e"]
    assert [mark.id for mark in answered(circle[0], {mark.id: mark for mark in circle})] == [
        "d",
        "c",
    ]


def test_what_a_reply_answers_is_told_from_the_nearest() -> None:
    marks = {mark.id: mark for mark in (QUOTE, reply("c", "a"), reply("d", "c"))}
    assert [mark.id for mark in answered(marks["d"], marks)] == ["c", "a"]
    assert answered(QUOTE, marks) == []


def test_a_talk_of_thousands_of_replies_is_read_to_its_end() -> None:
    talk = [QUOTE, *(reply(str(at), str(at - 1) if at else "a", "2026") for at in range(3000))]
    assert [mark.id for mark in threaded(talk)] == [mark.id for mark in talk]
    assert len(answered(talk[-1], {mark.id: mark for mark in talk})) == 3000
