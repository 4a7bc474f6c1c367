"""Replies below what they answer."""

from collections.abc import Iterable, Iterator, Mapping

from reader.annotations import Mark, reading_order


def threaded(marks: Iterable[Mark]) -> list[Mark]:
    """Return *marks* in reading order, each followed by its replies, the oldest first.

    A reply to a mark that is not among them stands where a note on the whole article does; replies
    that answer one another in a circle stand last.
    """
    ordered = reading_order(marks)
    known = {mark.id for mark in ordered}
    answers: dict[str, list[Mark]] = {}
    for mark in sorted(ordered, key=lambda one: one.id):
        if mark.reply_to in known:
            answers.setdefault(mark.reply_to or "", []).append(mark)
    threads = [
        one
        for mark in ordered
        if mark.reply_to not in known
        for one in (mark, *_below(mark, answers))
    ]
    met = {mark.id for mark in threads}
    return threads + [mark for mark in ordered if mark.id not in met]


def _below(mark: Mark, answers: Mapping[str, Iterable[Mark]]) -> Iterator[Mark]:
    """Yield the replies to *mark*, each followed by its own."""
    for answer in answers.get(mark.id, ()):
        yield answer
        yield from _below(answer, answers)


def answered(mark: Mark, marks: Mapping[str, Mark]) -> list[Mark]:
    """Return what *mark* answers among *marks*, the nearest first; none when it is no reply."""
    found: list[Mark] = []
    while (parent := marks.get(mark.reply_to or "")) is not None and parent not in found:
        found.append(parent)
        mark = parent
    return found
