"""Other reports of one event are found in the library, within a fortnight."""

import pytest

from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.library import Library
from reader.library.stories import same_story

SHUT = (
    "Engineers in Dunmorrow closed the Kestrel Bridge after a crack was found. Some 18,500 cars "
    "cross it each day, said Ilse Brandt. Mayor Tomas Ferreira said repairs cost $7.3 million."
)
QUEUE = (
    "After the Kestrel Bridge in Dunmorrow was shut, 18,500 drivers queued. On the radio Ilse "
    "Brandt said sorry. The mayor, Tomas Ferreira, spoke of $7.3 million."
)


def report(name: str, text: str, published: str | None) -> Article:
    """Return a report of one paragraph."""
    block = Block("paragraph", 0, len(text))
    return Article(name, version_of(text), name, text, (block,), published=published)


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2026-03-04", ["queue"]),
        ("2026-03-16T10:00:00+01:00", ["queue"]),
        (None, ["queue"]),
        ("some day", ["queue"]),
        ("2026-03-20", []),
        ("2025-03-03", []),
    ],
)
def test_reports_of_one_event_stand_within_a_fortnight(
    library: Library, published: str | None, found: list[str]
) -> None:
    shut = report("shut", SHUT, "2026-03-03")
    library.keep(shut)
    library.keep(report("queue", QUEUE, published))
    assert [row.id for row in same_story(library, shut)] == found


def test_what_is_in_the_trash_is_not_listed_and_comes_back_with_it(library: Library) -> None:
    shut = report("shut", SHUT, None)
    library.keep(shut)
    library.keep(report("queue", QUEUE, None))
    library.remove(["queue"])
    assert same_story(library, shut) == []
    library.restore(["queue"])
    assert [row.id for row in same_story(library, shut)] == ["queue"]


def test_an_article_that_is_not_held_has_its_like_too(library: Library) -> None:
    library.keep(report("queue", QUEUE, None))
    library.keep(report("other", QUEUE.replace("queued", "waited"), None))
    assert len(same_story(library, report("shut", SHUT, None))) == 2
