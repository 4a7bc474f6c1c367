"""Damage costs no note that any copy still holds, and no damaged byte is thrown away."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from reader.annotations.model import Mark, id_number
from reader.errors import DamagedError, NotFoundError, ReadOnlyError, StoreError
from reader.store import Change, Store
from reader.store.documents import checksum
from reader.store.lock import Lock
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import (
    make_mark,
    no_file_beyond,
    note,
    notes,
    notes_file,
    quarantined,
    segment,
)

KINDS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "truncated": lambda raw: raw[: len(raw) // 2],
    "zeroed": lambda raw: bytes(len(raw)),
    "garbage": lambda raw: raw + bytes(range(256)),
    "a list": lambda raw: b"[]",
    "a table that is a list": lambda raw: raw.replace(b'"annotations": {', b'"annotations": [{', 1),
    "documents that are none": lambda raw: rewritten(
        raw, lambda tables: tables["annotations"].update(x=1)
    ),
    "no meta": lambda raw: rewritten(raw, lambda tables: tables.pop("meta")),
    "too deep": lambda raw: b'{"annotations": ' + b"[" * 100_000,
    "another note": lambda raw: raw.replace(b"first", b"frist"),
    "a document gone": lambda raw: rewritten(raw, lambda tables: tables["annotations"].popitem()),
    "a document that is nobody's": lambda raw: rewritten(raw, disown),
    "a document under another number": lambda raw: rewritten(raw, renumber),
}
"""What can happen to the bytes of a file."""


def rewritten(raw: bytes, change: Any) -> bytes:
    """Return the JSON of *raw* after *change*, as a program that knows no checksums writes it."""
    tables = json.loads(raw)
    change(tables)
    return json.dumps(tables).encode()


def renumber(tables: dict[str, Any]) -> None:
    """Put the first document under a number that is not its own."""
    number, document = tables["annotations"].popitem()
    tables["annotations"][str(int(number) + 1)] = document


def disown(tables: dict[str, Any]) -> None:
    """Give the first document an id that is none."""
    document = next(iter(tables["annotations"].values()))
    document["id"] = "nobody"
    document["sum"] = checksum(document)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_put_right_from_the_journal(
    open_store: OpenStore, root: Path, kind: str
) -> None:
    store = open_store()
    note(store, make_mark(store), "first")
    make_mark(store, note="second")
    store.close()
    path = notes_file(root)
    damaged = KINDS[kind](path.read_bytes())
    path.write_bytes(damaged)
    store = open_store()
    assert sorted(notes(store)) == ["first", "second"]
    (notice,) = store.take_notices()
    assert "harbour.json: damaged, 2 of its documents recovered" in notice
    assert "the damaged file is kept in quarantine/notes-" in notice
    assert quarantined(root) == [damaged]
    assert (notes(open_store()), open_store().take_notices()) == (notes(store), [])


@pytest.mark.parametrize("kind", ["truncated", "garbage", "another note"])
def test_without_a_journal_what_still_agrees_with_its_checksum_is_saved(
    open_store: OpenStore, root: Path, kind: str
) -> None:
    store = open_store()
    for text in ("first", "second", "third", "fourth"):
        make_mark(store, note=text)
    store.close()
    path = notes_file(root)
    path.write_bytes(KINDS[kind](path.read_bytes()))
    segment(root).write_bytes(b"")
    store = open_store()
    saved = notes(store)
    assert saved
    assert set(saved) <= {"first", "second", "third", "fourth"}
    assert f"{len(saved)} of its documents recovered, 0 from the journal" in store.take_notices()[0]
    note(store, store.marks("harbour")[0].id, "on")
    assert "on" in notes(store)


def test_damage_in_place_of_a_file_that_was_just_read_is_noticed(store: Store, root: Path) -> None:
    make_mark(store, note="kept")
    assert notes(store) == ["kept"]
    notes_file(root).write_bytes(b"")
    make_mark(store, note="new")
    assert notes(store) == ["kept", "new"]
    assert quarantined(root) == [b""]


def test_a_file_that_appears_where_none_was_is_noticed(open_store: OpenStore) -> None:
    store, other = open_store(), open_store()
    assert notes(store) == []
    make_mark(other, note="kept")
    assert notes(store) == ["kept"]


def test_a_state_and_the_library_are_put_right_as_well(open_store: OpenStore, root: Path) -> None:
    store = open_store()
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    store.close()
    for path in [root / "library.json", *(root / "state").glob("*/*.json")]:
        path.write_bytes(path.read_bytes()[:40])
    store = open_store()
    assert store.state("harbour") == {"read": True}
    assert store.library() == {"feed": {"url": "u"}}
    assert len(store.take_notices()) == 2


def test_damage_where_nothing_may_be_written_is_told_and_read_round(
    store: Store, open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(store, note="kept")
    path = notes_file(root)
    path.write_bytes(b"damaged")
    monkeypatch.setattr("os.access", lambda *_: False)
    reading = open_store()
    assert reading.read_only == "Permission denied"
    assert [mark.note for mark in reading.all_marks()] == ["kept"]
    assert [mark.note for mark in reading.all_marks()] == ["kept"]
    (notice,) = reading.take_notices()
    assert "damaged and not repaired (read-only: Permission denied)" in notice
    assert path.read_bytes() == b"damaged"
    assert not (root / "quarantine").exists()


def test_damage_on_a_full_disk_stays_until_it_can_be_kept(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="kept")
    path = notes_file(root)
    path.write_bytes(damaged := b"x" * 500)
    with no_file_beyond(20):
        assert notes(store) == ["kept"]
        assert "damaged and not repaired (File too large)" in store.take_notices()[0]
        with pytest.raises(DamagedError, match="damaged and not repaired"):
            note(store, mark_id, "lost")
    assert path.read_bytes() == damaged
    note(store, mark_id, "on")
    assert (notes(store), quarantined(root)) == (["on"], [damaged])


def test_a_copy_that_repaired_the_file_meanwhile_is_believed(
    store: Store, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(store, note="kept")
    path = notes_file(root)
    sound = path.read_bytes()
    path.write_bytes(b"damaged")
    wait = Lock._wait

    def wait_while_it_is_repaired(lock: Lock) -> None:
        wait(lock)
        path.write_bytes(sound)

    monkeypatch.setattr(Lock, "_wait", wait_while_it_is_repaired)
    assert notes(store) == ["kept"]
    assert store.take_notices() == []


def test_a_file_that_cannot_be_opened_does_not_hide_the_others(store: Store, root: Path) -> None:
    make_mark(store, "quay", note="kept")
    make_mark(store)
    path = notes_file(root)
    path.unlink()
    path.mkdir()
    assert [mark.note for mark in store.all_marks()] == ["kept"]
    assert "Is a directory" in store.take_notices()[0]
    with pytest.raises(StoreError, match="Is a directory"):
        store.marks("harbour")


def test_a_file_of_a_newer_version_is_read_and_never_written(
    store: Store, open_store: OpenStore, root: Path
) -> None:
    mark_id = make_mark(store, note="new words")
    path = notes_file(root)
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["schema"] = 2
    path.write_text(json.dumps(tables))
    written = path.read_bytes()
    store = open_store()
    assert notes(store) == [mark.note for mark in store.all_marks()] == ["new words"]
    (notice,) = store.take_notices()
    assert "written by a newer version, only read; update newsmargin" in notice
    with pytest.raises(ReadOnlyError, match="written by a newer version; update newsmargin"):
        note(store, mark_id, "x")
    assert path.read_bytes() == written
    make_mark(store, "quay")


def test_fields_and_tables_that_others_added_stay(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="one")
    path = notes_file(root)
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["dated"] = "by a newer version"
    tables["zone"] = {"1": {"crc": "00000000"}}
    path.write_text(json.dumps(tables))
    note(store, mark_id, "two")
    store._shelf.forget(path)
    assert notes(store) == ["two"]
    assert store.take_notices() == []
    held = json.loads(path.read_bytes())
    assert held["zone"] == {"1": {"crc": "00000000"}}
    assert held["meta"]["1"]["dated"] == "by a newer version"


def test_a_document_put_in_by_stock_tinydb_with_its_checksum_is_kept(
    store: Store, root: Path
) -> None:
    make_mark(store, note="ours")
    theirs = Mark("0000000000001", "harbour", note="theirs", updated="2020").as_dict()
    theirs["sum"] = checksum(theirs)
    from tinydb.table import Document

    with TinyDB(notes_file(root)) as opened:
        opened.table("annotations").insert(Document(theirs, doc_id=id_number(theirs["id"])))
    assert sorted(notes(store)) == ["ours", "theirs"]


def test_half_a_surrogate_pair_hides_nothing_in_either_file(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store, note="half \ud800", tags=("\udfff",))
    store.close()
    assert notes(open_store()) == ["half \ufffd"]
    assert rb"half \ud800" in notes_file(root).read_bytes()
    notes_file(root).write_bytes(b"")
    assert notes(open_store()) == ["half \ufffd"]


def test_more_files_than_are_remembered_are_read_all_the_same(store: Store) -> None:
    for number in range(40):
        make_mark(store, f"article-{number}", note=str(number))
    assert [notes(store, f"article-{number}") for number in range(40)] == [
        [str(number)] for number in range(40)
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), bit=st.integers(0, 7))
def test_no_flipped_bit_of_any_file_loses_or_alters_a_note(
    tmp_path_factory: pytest.TempPathFactory, seed: int, bit: int
) -> None:
    root = tmp_path_factory.mktemp("flip")
    store = Store(root)
    texts = [f"note number {number}" for number in range(4)]
    for text in texts:
        make_mark(store, note=text)
    store.close()
    chance = random.Random(seed)
    paths = [
        notes_file(root),
        segment(root),
        root / "format.json",
        root / "history/checkpoint.json",
    ]
    path = chance.choice(paths)
    raw = bytearray(path.read_bytes())
    raw[chance.randrange(len(raw))] ^= 1 << bit
    path.write_bytes(raw)
    store = Store(root)
    assert sorted(notes(store)) == texts
    store.close()


def test_a_refused_repair_leaves_the_file_as_it_is(
    store: Store, root: Path, refuse: Refuse
) -> None:
    make_mark(store, note="kept")
    path = notes_file(root)
    path.write_bytes(b"damaged")
    with refuse("harbour.json"):
        assert notes(store) == ["kept"]
    assert path.read_bytes() == b"damaged"
    assert "not repaired (No space left on device)" in store.take_notices()[0]


@pytest.mark.parametrize("number", [b"NaN", b"1e999"])
def test_what_is_no_number_is_damage_and_the_journal_mends_it(
    open_store: OpenStore, root: Path, number: bytes
) -> None:
    store = open_store()
    make_mark(store, note="kept")
    store.close()
    raw = notes_file(root).read_bytes()
    notes_file(root).write_bytes(raw.replace(b'"note": "kept"', b'"note": ' + number))
    assert notes(open_store()) == ["kept"]


def test_what_is_nested_too_deep_is_refused_and_changes_nothing(store: Store) -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(StoreError, match="too deep"):
        store.commit([Change("state", "harbour", "state", {"place": deep})], "")
    assert store.state("harbour") == {}


def test_a_document_that_does_not_say_what_it_is_is_told_and_passed_over(store: Store) -> None:
    mark = make_mark(store)
    store.commit([Change("notes", "harbour", mark, {"article": "../x"})], "")
    store.commit([Change("library", "", "feed", {"key": "\ud800"})], "")
    assert store.marks("harbour") == []
    with pytest.raises(NotFoundError):
        store.mark(mark)
    assert any("could not be repaired" in one.problem for one in store.doctor(repair=True))
