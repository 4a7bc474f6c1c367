"""What two devices changed at the same time: the later stands, and no word of the other is lost."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.model import CONFLICTS
from reader.store import Change, Store
from reader.store.documents import checksum, stamped
from reader.store.model import PAST, Document
from reader.store.rivals import merged
from tests.store.conftest import OpenStore
from tests.store.making import listing, make_mark, note, notes, notes_file, quarantined, records

MOMENTS = [f"2026-01-01T00:00:0{second}.000Z" for second in range(1, 9)]
WORDS = st.sampled_from(["", "one", "two", "three"])
CHANGED = {"created": "2026-01-01T00:00:00.000Z"}


def version(note: str, moment: str, **fields: Any) -> Document:
    """Return a version of one mark."""
    document = {"id": "m", "note": note, "updated": moment} | CHANGED | fields
    return document | {"sum": checksum(document)}


versions = st.builds(version, WORDS, st.sampled_from(MOMENTS), label=WORDS)


def said(document: Document) -> Document:
    """Return what *document* says, without when it was said."""
    texts = [
        {name: value for name, value in entry.items() if name != "updated"}
        for entry in document.get(CONFLICTS, [])
    ]
    own = {name: document[name] for name in ("note", "label")}
    return own | {CONFLICTS: texts}


@given(one=versions, two=versions)
def test_the_order_of_two_devices_does_not_matter(one: Document, two: Document) -> None:
    both = merged("notes", one, two)
    assert both == merged("notes", two, one)
    assert both["sum"] == checksum(both)


@given(one=versions, two=versions)
def test_merging_again_changes_nothing(one: Document, two: Document) -> None:
    both = merged("notes", one, two)
    for known in (one, two, both):
        assert merged("notes", both, known) == merged("notes", known, both) == both


@given(one=versions, two=versions, three=versions)
def test_the_order_of_three_devices_does_not_matter_for_what_is_said(
    one: Document, two: Document, three: Document
) -> None:
    left = merged("notes", merged("notes", one, two), three)
    right = merged("notes", one, merged("notes", two, three))
    if len({one["updated"], two["updated"], three["updated"]}) == 3:
        assert said(left) == said(right)
    words = {document["note"] for document in (one, two, three)} - {""}
    for made in (left, right):
        kept = {made["note"], *(entry.get("note", "") for entry in made.get(CONFLICTS, []))}
        assert words <= kept


def test_the_later_stands_and_keeps_what_the_other_said() -> None:
    one = version("ours", MOMENTS[0], label="doubt", claim={"status": "false"})
    two = version("theirs", MOMENTS[1])
    both = merged("notes", one, two)
    assert both["note"] == "theirs"
    kept = {"note": "ours", "label": "doubt", "claim": {"status": "false"}, "updated": MOMENTS[0]}
    assert both[CONFLICTS] == [kept]
    assert both["updated"] > two["updated"]


def test_a_version_that_is_merely_older_is_no_rival() -> None:
    first = version("one", MOMENTS[0])
    second = stamped(first | {"note": "two"}, first, MOMENTS[1])
    third = stamped(second | {"note": "three"}, second, MOMENTS[2])
    assert merged("notes", first, third) == third
    never_changed = version("made", CHANGED["created"])
    assert merged("notes", never_changed, version("two", MOMENTS[1])).get(CONFLICTS) is None


def test_versions_that_say_the_same_leave_nothing_to_keep() -> None:
    one, two = version("same", MOMENTS[0], start=1), version("same", MOMENTS[1], start=2)
    assert merged("notes", one, two) == two


def test_words_that_were_taken_over_are_kept_no_longer() -> None:
    both = merged("notes", version("ours", MOMENTS[0]), version("theirs", MOMENTS[1]))
    taken = version("ours", MOMENTS[5], conflicts=both[CONFLICTS])
    again = merged("notes", taken, version("theirs", MOMENTS[4]))
    assert [entry["note"] for entry in again[CONFLICTS]] == ["theirs"]


@pytest.mark.parametrize("odd", ["text", ["a text", 3, {"note": "x"}]])
def test_conflicts_of_another_form_do_not_stop_a_merge(odd: object) -> None:
    both = merged("notes", version("a", MOMENTS[0], conflicts=odd), version("b", MOMENTS[1]))
    assert {"note": "a", "updated": MOMENTS[0]} in both[CONFLICTS]


def test_a_state_keeps_what_the_other_device_said_of_the_article() -> None:
    one = {"starred": True, "tags": ["port"], "card": {"title": "x"}, "updated": MOMENTS[0]}
    two = {"read": True, "place": {"offset": 3}, "updated": MOMENTS[1]}
    both = merged("state", one | {"sum": "1"}, two | {"sum": "2"})
    assert both[CONFLICTS] == [{"starred": True, "tags": ["port"], "updated": MOMENTS[0]}]


def fork(store: Store, root: Path) -> tuple[str, bytes, bytes, bytes]:
    """Let two devices change one mark; return its id, the file of each, and that of both before."""
    mark_id = make_mark(store, note="common")
    note(store, mark_id, "edited")
    path = notes_file(root)
    common = path.read_bytes()
    note(store, mark_id, "ours")
    ours = path.read_bytes()
    store.close()
    path.write_bytes(common)
    for old in (root / "history").iterdir():
        old.rename(old.with_suffix(".kept"))
    other = Store(root)
    note(other, mark_id, "theirs")
    other.close()
    theirs = path.read_bytes()
    for new in (root / "history").glob("*.json*"):
        new.unlink()
    for old in (root / "history").glob("*.kept"):
        old.rename(old.with_suffix(".jsonl" if "-" in old.name else ".json"))
    path.write_bytes(ours)
    return mark_id, ours, theirs, common


@pytest.mark.parametrize(
    "name",
    [
        "harbour.sync-conflict-20260101-120000-ABCDEFG.json",
        "harbour (Ada's conflicted copy 2026-01-01).json",
        "harbour (conflicted copy 2026-01-01 120000).json",
    ],
)
def test_the_copy_of_another_device_brings_its_words(
    open_store: OpenStore, root: Path, name: str
) -> None:
    mark_id, _, theirs, _ = fork(open_store(), root)
    notes_file(root).with_name(name).write_bytes(theirs)
    store = open_store()
    held = store.mark(mark_id)
    assert held.note == "theirs"
    assert [entry["note"] for entry in held.more[CONFLICTS]] == ["ours"]
    assert PAST not in held.more
    (notice,) = store.take_notices()
    assert "1 of its documents were newer or said something else; of 1 the words of both" in notice
    assert records(root)[-1]["kind"] == "merge"
    assert theirs in quarantined(root)
    store.close()
    notes_file(root).unlink()
    (root / "history" / "checkpoint.json").unlink()
    assert open_store().mark(mark_id).more == held.more


def test_devices_that_merge_each_others_copies_agree(open_store: OpenStore, root: Path) -> None:
    _, ours, theirs, _ = fork(open_store(), root)
    made = []
    for stands, copy in ((ours, theirs), (theirs, ours)):
        path = notes_file(root)
        path.write_bytes(stands)
        path.with_name("harbour.sync-conflict-1.json").write_bytes(copy)
        open_store().close()
        made.append(path.read_bytes())
        for segment in (root / "history").iterdir():
            segment.unlink()
    assert made[0] == made[1]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("style", ["--diff3", "--quiet"])
def test_a_file_that_git_could_not_merge_keeps_the_words_of_both(
    open_store: OpenStore,
    root: Path,
    tmp_path: Path,
    order: tuple[int, int],
    known: bool,
    style: str,
) -> None:
    mark_id, *forked, common = fork(open_store(), root)
    files = [tmp_path / name for name in ("one", "base", "other")]
    one, other = (forked[place] for place in order)
    for file, data in zip(files, (one, common if known else b"", other), strict=True):
        file.write_bytes(data)
    command = ["git", "merge-file", "-p", style, *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert b"<<<<<<<" in done.stdout
    notes_file(root).write_bytes(done.stdout)
    store = open_store()
    assert notes(store) == ["theirs"]
    assert done.stdout in quarantined(root)
    store.close()
    held = open_store().mark(mark_id)
    assert (held.note, [entry["note"] for entry in held.more[CONFLICTS]]) == ("theirs", ["ours"])
    assert not [name for name in listing(root) if "sync-conflict" in name and "notes/" in name]


def test_what_is_undone_does_not_touch_what_was_kept_of_others(
    open_store: OpenStore, root: Path
) -> None:
    mark_id, _, theirs, _ = fork(open_store(), root)
    notes_file(root).with_name("harbour.sync-conflict-1.json").write_bytes(theirs)
    store = open_store()
    note(store, mark_id, "both")
    store.undo()
    held = store.mark(mark_id)
    assert (held.note, [entry["note"] for entry in held.more[CONFLICTS]]) == ("theirs", ["ours"])
    step = store.commit([Change("notes", "harbour", mark_id, {"note": "x"})], "note")
    assert PAST not in step.changes[0].after
