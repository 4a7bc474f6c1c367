"""The text on which a mark was made tells its passage from those that read like it."""

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
