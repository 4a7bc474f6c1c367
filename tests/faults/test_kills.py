"""Writers that are killed, and several at once, lose nothing that they acknowledged."""

import random
import time
from pathlib import Path

import pytest

from reader.store import Store
from tests.faults.processes import Writer, held

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("every", ["256", "3"])
def test_a_killed_writer_loses_nothing_it_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: str
) -> None:
    monkeypatch.setenv("NEWSMARGIN_CHECKPOINT_EVERY", every)
    chance = random.Random(int(every))
    root = tmp_path / "data"
    wanted: dict[str, str] = {}
    asked: dict[str, str] = {}
    for life in range(12):
        writer = Writer(root)
        first = writer.call(article="first", note=f"life {life}")
        wanted[first["id"]] = f"life {life}"
        for number in range(100):
            ref = f"{life}-{number}"
            asked[ref] = f"note {ref} " + "x" * chance.choice([0, 100, 5000])
            writer.ask(article=f"article-{chance.randrange(3)}", note=asked[ref], ref=ref)
            if chance.random() < 0.03:
                time.sleep(chance.random() / 50)
            if chance.random() < 0.03:
                break
        wanted |= {answer["id"]: asked[answer["ref"]] for answer in writer.kill()}
        found = held(root)
        assert {mark_id: found.get(mark_id) for mark_id in wanted} == wanted
        assert set(found.values()) <= {*asked.values(), *wanted.values()}
    assert len(wanted) > 30


def test_writers_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    root = tmp_path / "data"
    writers = [Writer(root) for _ in range(3)]
    for number in range(25):
        for place, writer in enumerate(writers):
            text = f"{place}-{number}"
            writer.ask(article=f"article-{number % 4}", note=text, ref=text)
    answers = [answer for writer in writers for answer in writer.close()]
    assert len({answer["id"] for answer in answers}) == 75
    assert held(root) == {answer["id"]: answer["ref"] for answer in answers}


def test_edits_of_two_writers_both_stand(tmp_path: Path) -> None:
    root = tmp_path / "data"
    one, two = Writer(root), Writer(root)
    first, second = one.call(article="a", note="1"), two.call(article="a", note="2")
    for number in range(20):
        one.ask(id=first["id"], note=f"one {number}")
        two.ask(id=second["id"], note=f"two {number}")
    assert (len(one.close()), len(two.close())) == (20, 20)
    assert held(root) == {first["id"]: "one 19", second["id"]: "two 19"}


def test_a_killed_writer_leaves_nothing_lying_about(tmp_path: Path) -> None:
    root = tmp_path / "data"
    for _ in range(6):
        writer = Writer(root)
        writer.call(article="a", note="first")
        for number in range(50):
            writer.ask(article="a", note=str(number))
        writer.kill()
    store = Store(root)
    assert not list(root.rglob("*.tmp"))
    store.doctor(repair=True)
    assert store.doctor() == []
    store.close()


def test_undo_takes_back_what_a_killed_writer_did_last(tmp_path: Path) -> None:
    root = tmp_path / "data"
    writer = Writer(root)
    answer = writer.call(article="a", note="one")
    writer.call(id=answer["id"], note="two")
    writer.kill()
    store = Store(root)
    assert store.undo() is not None
    store.close()
    assert held(root) == {answer["id"]: "one"}
