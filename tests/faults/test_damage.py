"""Whichever one file is damaged, and however: nothing is lost, and the doctor puts it right."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.store import Change, Store
from tests.faults.test_every_call import Seen, seen
from tests.store.making import article, make_mark, note

pytestmark = pytest.mark.slow

Damage = Callable[[bytes, random.Random], bytes]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Return *data* with one bit changed."""
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def blotted(data: bytes, chance: random.Random) -> bytes:
    """Return *data* with a sector of zeros in it."""
    place = chance.randrange(len(data))
    return (data[:place] + bytes(512) + data[place + 512 :])[: len(data)]


DAMAGES: dict[str, Damage] = {
    "a flipped bit": flipped,
    "zeros inside": blotted,
    "cut short": lambda data, chance: data[: chance.randrange(len(data))],
    "emptied": lambda *_: b"",
    "something else": lambda *_: b"<html>sign in</html>\n",
    "doubled": lambda data, _: data + data,
    "JSON of another form": lambda *_: b'{"annotations": [1, 2], "meta": null}',
    "deeply nested": lambda *_: b"[" * 100_000,
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seen]:
    """Return a closed store that holds something of everything, and what a user sees of it."""
    root = tmp_path_factory.mktemp("damage") / "data"
    store = Store(root)
    store.put_article(article())
    for number in range(6):
        mark_id = make_mark(store, ("harbour", "quay")[number % 2], note=f"first {number}")
        note(store, mark_id, f"note {number}")
    store.commit([Change("state", "harbour", "state", {"starred": True})], "star")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    store.close()
    store = Store(root)
    known = seen(store)
    store.close()
    return root, known


def files(root: Path) -> list[str]:
    """Return the files that hold what a user made, or say how it is kept."""
    found = (path for path in root.rglob("*") if path.is_file() and path.stat().st_size)
    names = (path.relative_to(root).as_posix() for path in found)
    return sorted(name for name in names if not name.startswith(("articles", "backups")))


@pytest.mark.parametrize("damage", DAMAGES)
def test_nothing_is_lost_when_one_file_is_damaged(
    template: tuple[Path, Seen], tmp_path: Path, damage: str
) -> None:
    source, known = template
    chance = random.Random(damage)
    for number, name in enumerate(files(source) * 4):
        root = tmp_path / str(number)
        shutil.copytree(source, root)
        path = root / name
        path.write_bytes(bad := DAMAGES[damage](path.read_bytes(), chance))
        store = Store(root)
        assert seen(store) == known, name
        kept = make_mark(store, note="after")
        store.doctor(repair=True)
        assert store.doctor() == [], name
        store.close()
        store = Store(root)
        notes, known_states, library = seen(store)
        assert notes.pop(kept) == "after"
        assert (notes, known_states, library) == known, name
        held = [left.read_bytes() for left in root.rglob("*") if left.is_file()]
        if len(bad) > 20 and not name.startswith("history"):
            assert any(bad in data for data in held), name
        store.close()
        shutil.rmtree(root)


def test_damage_inside_the_journal_leaves_the_records_around_it(
    template: tuple[Path, Seen], tmp_path: Path
) -> None:
    source, _ = template
    root = tmp_path / "data"
    shutil.copytree(source, root)
    (segment,) = (root / "history").glob("*.jsonl")
    lines = segment.read_bytes().split(b"\n")
    lines[3] = lines[3][:-20] + b"\xff" + lines[3][-19:]
    segment.write_bytes(b"\n".join(lines))
    for path in root.glob("*/*/*.json"):
        path.unlink()
    (root / "history" / "checkpoint.json").unlink()
    store = Store(root)
    assert {mark.note for mark in store.all_marks()} >= {f"note {n}" for n in range(6) if n != 1}
    while store.undo() is not None:
        pass
    assert list(store.all_marks()) == []
    store.close()
