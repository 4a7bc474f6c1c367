"""What is committed is there, whole, at once and for every copy."""

import errno
import json
import os
import stat
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from reader.annotations.model import Claim, Mark, id_number, new_mark_id
from reader.errors import NotFoundError, ReadOnlyError, StoreError
from reader.store import Change, Store
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import (
    back_up,
    listing,
    make_mark,
    new_mark,
    no_file_beyond,
    note,
    notes,
    notes_file,
    records,
    segment,
)


def test_a_mark_comes_back_as_it_went_in(store: Store) -> None:
    mark = Mark(new_mark_id(), "harbour", "strike", tags=("port",), claim=Claim("disputed"))
    store.commit([Change("notes", "harbour", mark.id, mark.as_dict(), create=True)], "claim")
    held = store.mark(mark.id)
    assert (held.quote, held.tags, held.claim) == ("strike", ("port",), Claim("disputed"))
    assert held.created == held.updated
    assert held.sum is not None
    assert store.marks("harbour") == [held] == list(store.all_marks())


def test_marks_come_by_article_and_by_id(store: Store) -> None:
    ids = {name: sorted(make_mark(store, name) for _ in range(3)) for name in ("b", "a", "c")}
    assert [mark.id for mark in store.marks("b")] == ids["b"]
    assert [mark.id for mark in store.all_marks()] == ids["a"] + ids["b"] + ids["c"]


def test_a_patch_changes_its_fields_alone_and_the_stamp(store: Store) -> None:
    mark_id = make_mark(store, note="first", tags=("port",))
    before = store.mark(mark_id)
    note(store, mark_id, "second")
    after = store.mark(mark_id)
    assert (after.note, after.tags, after.created) == ("second", ("port",), before.created)
    assert after.updated > before.updated


def test_several_changes_of_one_document_make_one_change(store: Store) -> None:
    first = new_mark(note="a")
    step = store.commit([first, Change("notes", "harbour", first.key, {"note": "b"})], "note")
    assert [change.after["note"] for change in step.changes] == ["b"]
    assert notes(store) == ["b"]


def test_a_change_that_changes_nothing_is_no_step(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="same")
    step = store.commit([Change("notes", "harbour", mark_id, {"note": "same"})], "note")
    assert step.changes == ()
    assert len(records(root)) == 1


def test_the_stamp_grows_even_when_the_clock_went_back(store: Store) -> None:
    mark_id = make_mark(store)
    for written, expected in [
        ("2999-01-01T00:00:00.000Z", "2999-01-01T00:00:00.001Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ]:
        stamp(store, mark_id, written)
        note(store, mark_id, written)
        assert store.mark(mark_id).updated in (expected, store.mark(mark_id).updated)
    assert store.mark(mark_id).note == "9999-12-31T23:59:59.999Z"


def stamp(store: Store, mark_id: str, moment: str) -> None:
    """Write a mark as though it had been changed at *moment*."""
    from reader.store.documents import checksum

    file = store._layout.table_file("notes", "harbour")
    document = dict(store.mark(mark_id).as_dict()) | {"updated": moment}
    document["sum"] = checksum(document)
    store._shelf.write(file, [(mark_id, document)])


def test_an_unknown_field_is_kept_through_changes(store: Store, open_store: OpenStore) -> None:
    change = new_mark()
    patch = dict(change.patch) | {"mood": {"of": "a newer version"}}
    store.commit([Change("notes", "harbour", change.key, patch, create=True)], "highlight")
    note(open_store(), change.key, "later")
    assert store.mark(change.key).more == {"mood": {"of": "a newer version"}}


def test_a_mark_that_exists_is_not_made_again(store: Store) -> None:
    change = new_mark()
    store.commit([change], "highlight")
    with pytest.raises(StoreError, match="exists already"):
        store.commit([change], "highlight")


def test_a_mark_that_does_not_exist_is_not_altered(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no such mark"):
        store.commit([Change("notes", "harbour", new_mark_id(), {"note": "x"})], "note")


@pytest.mark.parametrize("key", ["", "mark", "ILOU" * 3 + "I"])
def test_what_is_no_mark_id_is_not_found(store: Store, key: str) -> None:
    with pytest.raises(NotFoundError, match="not the id of a mark"):
        store.commit([Change("notes", "harbour", key, {"note": "x"})], "note")
    with pytest.raises(NotFoundError, match="not the id of a mark"):
        store.mark(key)


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "x" * 65])
def test_what_is_no_article_id_never_becomes_a_path(store: Store, name: str) -> None:
    with pytest.raises(NotFoundError, match="not the id of an article"):
        store.commit([new_mark(name)], "highlight")
    with pytest.raises(NotFoundError, match="not the id of an article"):
        store.state(name)


def test_a_deleted_mark_stays_as_a_tombstone_and_is_not_altered(store: Store) -> None:
    mark_id = make_mark(store)
    store.commit([Change("notes", "harbour", mark_id, {"deleted": True})], "deletion")
    assert store.marks("harbour") == list(store.all_marks()) == []
    assert [mark.id for mark in store.marks("harbour", deleted=True)] == [mark_id]
    assert [mark.id for mark in store.all_marks(deleted=True)] == [mark_id]
    assert store.mark(mark_id).deleted
    with pytest.raises(StoreError, match="the mark is deleted"):
        note(store, mark_id, "too late")


def test_one_bad_change_undoes_none_but_makes_none_of_them(store: Store) -> None:
    good, bad = new_mark(), Change("notes", "harbour", new_mark_id(), {"note": "x"})
    with pytest.raises(NotFoundError):
        store.commit([good, bad], "highlight")
    assert store.marks("harbour") == []


def test_the_state_and_the_library_are_made_when_absent(store: Store) -> None:
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("state", "harbour", "state", {"starred": True})], "star")
    store.commit([Change("library", "", "feed:one", {"url": "https://example.org/feed"})], "feed")
    assert store.state("harbour") == {"read": True, "starred": True}
    assert store.state("elsewhere") == {}
    assert list(store.states()) == [("harbour", {"read": True, "starred": True})]
    assert store.library() == {"feed:one": {"url": "https://example.org/feed"}}


def test_what_is_handed_out_can_be_altered_without_harm(store: Store) -> None:
    store.commit([Change("state", "harbour", "state", {"tags": ["port"]})], "tags")
    store.commit([Change("library", "", "lists", {"names": ["one"]})], "list")
    store.state("harbour")["tags"].append("x")
    store.library()["lists"]["names"].append("x")
    assert store.state("harbour") == {"tags": ["port"]}
    assert store.library() == {"lists": {"names": ["one"]}}


def test_stock_tinydb_opens_every_file(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="plain")
    with TinyDB(notes_file(root)) as opened:
        (row,) = opened.table("annotations").all()
        (meta,) = opened.table("meta").all()
    assert (row.doc_id, row["note"]) == (id_number(mark_id), "plain")
    assert (meta["schema"], meta["article"], meta["n"]) == (1, "harbour", 1)


def test_a_file_is_indented_and_sorted(store: Store, root: Path) -> None:
    make_mark(store, note="héllo 首相", origin={"b": {"deep": [1, {"x": []}]}, "a": 2})
    make_mark(store)
    text = notes_file(root).read_text("utf-8")
    body = json.loads(text)
    assert text == json.dumps(body, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_survives_the_disk(store: Store, text: str) -> None:
    mark_id = make_mark(store, note=text)
    store._shelf.forget(store._layout.table_file("notes", "harbour").path)
    assert store.mark(mark_id).note == text


def test_nobody_else_may_read_whatever_the_umask(root: Path) -> None:
    before = os.umask(0)
    try:
        store = Store(root)
        make_mark(store)
        store.checkpoint()
        back_up(store)
        store.close()
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [root, *root.rglob("*")]}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_two_copies_lose_nothing_of_each_other(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    first, second = make_mark(one, note="one"), make_mark(two, note="two")
    note(two, first, "one, by two")
    note(one, second, "two, by one")
    for store in (one, two, open_store()):
        assert sorted(notes(store)) == ["one, by two", "two, by one"]


def test_a_copy_sees_what_another_saved(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    position = two.position()
    assert two.changed_since(position) == frozenset()
    make_mark(one)
    one.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    assert two.changed_since(position) == frozenset({"harbour", ""})
    assert two.changed_since(two.position()) == frozenset()


def test_what_a_copy_saved_itself_may_be_left_out(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    position = one.position()
    make_mark(one, "quay")
    assert one.changed_since(position, own=False) == frozenset()
    make_mark(two)
    assert one.changed_since(position, own=False) == frozenset({"harbour"})
    assert one.changed_since(position) == frozenset({"harbour", "quay"})


def test_a_position_at_the_start_of_a_segment_sees_all_of_it(
    open_store: OpenStore, root: Path
) -> None:
    store = open_store()
    make_mark(store)
    make_mark(store, "quay")
    start = json.dumps({segment(root).name: 0})
    assert store.changed_since(start) == frozenset({"harbour", "quay"})
    inside = json.dumps({segment(root).name: 5})
    assert store.changed_since(inside) is None


def test_a_settled_position_waits_for_the_change_that_is_being_made(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    held = threading.Event()

    def hold_and_save() -> None:
        with one._lock:
            held.set()
            time.sleep(0.05)
            make_mark(one)

    holder = threading.Thread(target=hold_and_save)
    holder.start()
    held.wait()
    before, settled = two.position(), two.settled_position()
    holder.join()
    assert (before, settled) == ("{}", two.position())


def test_where_nothing_may_be_written_any_position_is_settled(
    store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(store)
    monkeypatch.setattr("os.access", lambda *_: False)
    reading = open_store()
    assert reading.settled_position() == reading.position() == store.position()


@pytest.mark.parametrize("position", ["", "[]", "3", '{"gone.jsonl": 5}', '{"a": "b"}'])
def test_a_position_of_elsewhere_tells_nothing(store: Store, position: str) -> None:
    make_mark(store)
    assert store.changed_since(position) is None


def test_a_position_inside_a_line_tells_nothing(store: Store, root: Path) -> None:
    make_mark(store)
    inside = json.dumps({segment(root).name: 20})
    assert store.changed_since(inside) is None


def test_a_full_disk_refuses_the_change_and_keeps_what_was(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="first")
    for text in ("second", "third", "kept"):
        note(store, mark_id, text)
    before = listing(root)
    with (
        no_file_beyond(segment(root).stat().st_size + 50),
        pytest.raises(StoreError, match="File too large; nothing was saved"),
    ):
        note(store, mark_id, "lost")
    assert listing(root) == before
    note(store, mark_id, "again")
    assert notes(store) == ["again"]


def test_a_file_that_cannot_be_written_refuses_the_change(store: Store, root: Path) -> None:
    mark_id = make_mark(store, note="kept")
    before = listing(root)
    with no_file_beyond(100), pytest.raises(StoreError, match="File too large"):
        note(store, mark_id, "lost")
    assert listing(root) == before


def test_a_file_that_cannot_take_its_place_takes_the_record_back(
    store: Store, root: Path, refuse: Refuse
) -> None:
    make_mark(store)
    before = listing(root)
    with refuse("library.json"), pytest.raises(StoreError, match="nothing was saved"):
        store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    assert listing(root) == before


def test_where_writing_is_not_allowed_any_more_that_is_said(
    store: Store, root: Path, refuse: Refuse
) -> None:
    with refuse("harbour.json", errno.EROFS), pytest.raises(ReadOnlyError, match="Read-only"):
        make_mark(store)
    assert store.marks("harbour") == []


def test_a_copy_waits_for_its_turn(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    held = threading.Event()

    def hold() -> None:
        with one._lock:
            held.set()
            time.sleep(0.05)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    make_mark(two)
    holder.join()
    assert len(one.marks("harbour")) == 1


def test_threads_lose_nothing_of_each_other(store: Store) -> None:
    def write() -> None:
        for _ in range(15):
            make_mark(store, "harbour")
            store.state("harbour")
            list(store.all_marks())

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.marks("harbour")) == 60


def test_a_step_that_half_the_files_took_stands_all_the_same(
    store: Store, root: Path, open_store: OpenStore, refuse: Refuse
) -> None:
    change = new_mark("quay", note="kept")
    with refuse("library.json"):
        store.commit([change, Change("library", "", "feed", {"url": "u"})], "both")
        assert "history: ahead of some files" in store.take_notices()[0]
        assert notes(store, "quay") == ["kept"]
        assert store.library() == {"feed": {"url": "u"}}
        store.checkpoint()
        assert "library.json: behind the journal" in store.take_notices()[0]
    assert not (root / "library.json").exists()
    store.checkpoint()
    assert (root / "library.json").exists()
    assert open_store().library() == {"feed": {"url": "u"}}


def test_marks_that_no_file_took_yet_are_listed(store: Store, refuse: Refuse) -> None:
    both = [new_mark("b", note="b"), new_mark("a", note="a")]
    with refuse("a.json"):
        store.commit(both, "highlight")
    assert [mark.note for mark in store.all_marks()] == ["a", "b"]
    note(store, both[1].key, "a again")
    assert [mark.note for mark in store.all_marks()] == ["a again", "b"]
