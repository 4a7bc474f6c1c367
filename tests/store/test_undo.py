"""Undo and redo come from the journal: across restarts, copies and articles."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReadOnlyError
from reader.store import Change, Store
from tests.store.conftest import OpenStore
from tests.store.making import make_mark, new_mark, note, notes, segment


def delete(store: Store, mark_id: str, article: str = "harbour") -> None:
    """Delete a mark."""
    store.commit([Change("notes", article, mark_id, {"deleted": True})], "deletion")


def label(store: Store, article: str | None = None) -> str | None:
    """Undo, and return the label of what was undone."""
    step = store.undo(article)
    return step.label if step is not None else None


def again(store: Store, article: str | None = None) -> str | None:
    """Redo, and return the label of what was made again."""
    step = store.redo(article)
    return step.label if step is not None else None


def test_an_empty_store_has_nothing_to_undo_or_redo(store: Store) -> None:
    assert store.undo() is store.redo() is store.undo("harbour") is store.redo("") is None


def test_a_step_made_since_ends_what_can_be_redone_though_it_was_redone_itself(
    store: Store,
) -> None:
    make_mark(store, note="gone for good")
    store.undo()
    make_mark(store, note="kept")
    store.undo()
    assert (again(store), notes(store)) == ("highlight", ["kept"])
    assert (again(store), notes(store)) == (None, ["kept"])


def test_steps_are_taken_back_and_made_again_in_order(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    delete(store, mark_id)
    assert (label(store), notes(store)) == ("deletion", ["two"])
    assert (label(store), notes(store)) == ("note", ["one"])
    assert (label(store), notes(store)) == ("highlight", [])
    assert label(store) is None
    assert (again(store), notes(store)) == ("highlight", ["one"])
    assert (again(store), notes(store)) == ("note", ["two"])
    assert (again(store), notes(store)) == ("deletion", [])
    assert again(store) is None
    assert (label(store), notes(store)) == ("deletion", ["two"])


def test_undo_outlives_a_restart_and_reaches_the_other_copy(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    mark_id = make_mark(one, note="one")
    note(one, mark_id, "two")
    one.close()
    position = two.position()
    assert (label(two), notes(two)) == ("note", ["one"])
    three = open_store()
    assert three.changed_since(position) == frozenset({"harbour"})
    assert (again(three), notes(two)) == ("note", ["two"])


def test_the_step_is_told_with_what_it_did(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    undone = store.undo()
    assert undone is not None
    (change,) = undone.changes
    assert change.before is not None
    assert (change.before["note"], change.after["note"]) == ("one", "two")
    redone = store.redo()
    assert redone is not None
    assert redone.id == undone.id
    assert [made.after["note"] for made in redone.changes] == ["two"]


def test_an_article_has_an_undo_of_its_own(store: Store) -> None:
    here, there = make_mark(store, "here", note="a"), make_mark(store, "there", note="b")
    note(store, here, "a2")
    note(store, there, "b2")
    assert (label(store, "here"), notes(store, "here")) == ("note", ["a"])
    assert notes(store, "there") == ["b2"]
    assert (again(store, "here"), notes(store, "here")) == ("note", ["a2"])
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    assert (label(store, "here"), label(store, ""), label(store)) == ("note", "feed", "note")
    assert notes(store, "there") == ["b"]


def test_a_new_step_ends_what_could_be_redone(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    label(store)
    note(store, mark_id, "three")
    assert again(store) is again(store, "harbour") is None
    assert (label(store), label(store), label(store)) == ("note", "highlight", None)


def test_a_new_step_elsewhere_leaves_the_article_its_redo(store: Store) -> None:
    here = make_mark(store, "here", note="a")
    note(store, here, "a2")
    label(store, "here")
    make_mark(store, "there")
    assert again(store) is None
    assert (again(store, "here"), notes(store, "here")) == ("note", ["a2"])


def test_a_step_without_a_label_is_passed_over_and_ends_no_redo(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    label(store)
    store.commit([Change("state", "harbour", "state", {"place": {"offset": 9}})], "")
    assert (again(store), notes(store)) == ("note", ["two"])
    assert (label(store), store.state("harbour")) == ("note", {"place": {"offset": 9}})


def test_undo_touches_only_the_fields_that_the_step_changed(store: Store) -> None:
    mark_id = make_mark(store, note="one")
    note(store, mark_id, "two")
    store.commit([Change("notes", "harbour", mark_id, {"color": "red", "mood": "new"})], "")
    label(store)
    mark = store.mark(mark_id)
    assert (mark.note, mark.color, mark.more) == ("one", "red", {"mood": "new"})


def test_undo_takes_away_fields_that_the_step_brought(store: Store) -> None:
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("state", "harbour", "state", {"starred": True})], "star")
    assert (label(store), store.state("harbour")) == ("star", {"read": True})
    assert (label(store), store.state("harbour"), list(store.states())) == ("read", {}, [])
    assert (again(store), store.state("harbour")) == ("read", {"read": True})
    assert (again(store), store.state("harbour")) == ("star", {"read": True, "starred": True})


def test_undo_empties_an_entry_of_the_library_which_can_then_be_made_anew(store: Store) -> None:
    change = Change("library", "", "feed", {"url": "u"}, create=True)
    store.commit([change], "feed")
    assert (label(store), store.library()) == ("feed", {})
    store.commit([change], "feed")
    assert store.library() == {"feed": {"url": "u"}}


def test_a_step_over_several_articles_is_undone_as_one(store: Store) -> None:
    store.commit([new_mark("a"), new_mark("b")], "highlight")
    assert label(store, "a") == "highlight"
    assert list(store.all_marks()) == []
    assert again(store, "b") == "highlight"
    assert [mark.article for mark in store.all_marks()] == ["a", "b"]


def test_steps_of_a_purged_article_are_passed_over(store: Store) -> None:
    keep = make_mark(store, "quay", note="one")
    note(store, keep, "two")
    gone = make_mark(store)
    note(store, gone, "x")
    assert label(store) == "note"
    store.purge_article("harbour")
    assert again(store) is None
    assert (label(store), notes(store, "quay")) == ("note", ["one"])
    assert notes(store) == []


def test_an_article_that_is_only_spoken_of_is_not_touched(store: Store) -> None:
    make_mark(store, "quay", quote="harbour")
    assert label(store, "harbour") is None
    assert label(store, "quay") == "highlight"


def test_a_torn_line_is_passed_over(store: Store, root: Path) -> None:
    make_mark(store)
    with segment(root).open("ab") as journal:
        journal.write(b"1234abcd {torn")
    assert (label(store), again(store)) == ("highlight", "highlight")


def test_a_later_segment_is_appended_to_when_the_clock_went_back(
    open_store: OpenStore, root: Path
) -> None:
    mark_id = make_mark(open_store(), note="one")
    held = segment(root)
    device = held.name.partition("-")[0]
    later = held.rename(held.with_name(f"{device}-2999-12.jsonl"))
    conflict = held.with_name(f"{device}-2999-13.sync-conflict-1.jsonl")
    conflict.write_bytes(b"")
    store = open_store()
    note(store, mark_id, "two")
    assert len(later.read_bytes().splitlines()) == 2
    assert conflict.read_bytes() == b""
    assert [label(store), label(store), label(store)] == ["note", "highlight", None]


def test_nothing_is_undone_where_nothing_may_be_written(
    store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_mark(store)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(ReadOnlyError):
        open_store().undo()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(st.sampled_from(["a", "b", "undo", "redo", "undo a", "redo a"]), max_size=14))
def test_all_undone_is_nothing_and_all_redone_is_everything(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    store = Store(tmp_path_factory.mktemp("law"))
    try:
        for number, act in enumerate(acts):
            verb, _, article = act.partition(" ")
            if verb in ("undo", "redo"):
                getattr(store, verb)(article or None)
            else:
                make_mark(store, verb, note=str(number))
        standing = [mark.note for mark in store.all_marks()]
        count = 0
        while store.undo() is not None:
            count += 1
        assert list(store.all_marks()) == []
        for _ in range(count):
            assert store.redo() is not None
        assert [mark.note for mark in store.all_marks()] == standing
    finally:
        store.close()
