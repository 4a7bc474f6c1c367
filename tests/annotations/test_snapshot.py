"""The text on which a mark was made tells its passage from those that read like it."""

from reader.annotations import anchor
from reader.annotations.snapshot import Snapshot, reads_more_like_another
from tests.annotations.stories import BUSES, COSTS, LEAD, WEATHER

SIBLING = BUSES.replace("twenty", "forty").replace("station", "market")
OLD = "\n\n".join([LEAD, BUSES, WEATHER, SIBLING, COSTS])
SNAPSHOT = Snapshot(OLD, OLD.index(BUSES), OLD.index(BUSES) + len(BUSES))


def test_a_passage_nearer_to_its_sibling_is_the_sibling() -> None:
    assert reads_more_like_another(SNAPSHOT, SIBLING.replace("new ", ""), 0.8)


def test_a_passage_nearer_to_the_marked_one_is_that() -> None:
    longer = BUSES.replace("station and", "station, which will stay where it is for now, and")
    assert not reads_more_like_another(SNAPSHOT, longer, 0.5)
    assert reads_more_like_another(SNAPSHOT, WEATHER[:30], 0.3)


def test_a_passage_edited_to_read_as_its_sibling_is_told_by_its_surroundings() -> None:
    now = "\n\n".join([LEAD, SIBLING, WEATHER, SIBLING, COSTS])
    before, after = OLD[SNAPSHOT.start - 64 : SNAPSHOT.start], OLD[SNAPSHOT.end :][:64]
    found = anchor(now, BUSES, before, after, SNAPSHOT.start, old_text=OLD)
    assert (found.status, found.start) == ("edited", now.index(SIBLING))


def test_a_passage_that_went_is_not_its_sibling_that_stands_in_its_place() -> None:
    now = "\n\n".join([LEAD, SIBLING, COSTS])
    before, after = OLD[SNAPSHOT.start - 64 : SNAPSHOT.start], OLD[SNAPSHOT.end :][:64]
    assert anchor(now, BUSES, before, after, SNAPSHOT.start, old_text=OLD).status == "orphan"
