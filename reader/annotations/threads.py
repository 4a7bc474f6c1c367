"""Replies below what they answer, however long the talk has become."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.annotations.model import Mark
from reader.annotations.placing import reading_order

Replies = Mapping[str, Sequence[Mark]]
"""The replies to each mark that has some, by its id, the oldest first."""


def replies_among(marks: Iterable[Mark]) -> Replies:
    """Return which of *marks* answer which; what they answer need not be among them."""
    found: dict[str, list[Mark]] = {}
    for mark in sorted((mark for mark in marks if mark.reply_to), key=_age):
        found.setdefault(mark.reply_to or "", []).append(mark)
    return found


def _age(mark: Mark) -> tuple[str, str]:
    """Return what replies are sorted by; one that is not saved yet is the youngest."""
    return mark.created or "~", mark.id


def thread(mark: Mark, replies: Replies) -> Iterator[tuple[Mark, int]]:
    """Yield *mark* and all that answers it, each with how many steps below *mark* it stands.

    It must not be one of several replies that answer one another in a circle.
    """
    waiting = [(mark, 0)]
    while waiting:
        one, depth = waiting.pop()
        yield one, depth
        waiting += [(reply, depth + 1) for reply in reversed(replies.get(one.id, ()))]


def threaded(marks: Iterable[Mark]) -> list[Mark]:
    """Return *marks* in reading order, each followed by its replies.

    A reply to a mark that is not among them stands where a note on the whole article does; replies
    that answer one another in a circle stand last.
    """
    ordered = reading_order(marks)
    known = {mark.id for mark in ordered}
    replies = replies_among(ordered)
    threads = [
        one for mark in ordered if mark.reply_to not in known for one, _ in thread(mark, replies)
    ]
    met = {mark.id for mark in threads}
    return threads + [mark for mark in ordered if mark.id not in met]


def answered(mark: Mark, marks: Mapping[str, Mark]) -> list[Mark]:
    """Return what *mark* answers among *marks*, the nearest first; none when it is no reply."""
    found: dict[str, Mark] = {}
    while (parent := marks.get(mark.reply_to or "")) is not None and parent.id not in found:
        found[parent.id] = mark = parent
    return list(found.values())
