"""The doctor finds what is wrong, and with repair puts it right without deleting anything."""

import json
import shutil
from pathlib import Path

import pytest

from reader.store import Change, Finding, Store
from tests.store.conftest import OpenStore, Refuse
from tests.store.making import (
    article,
    back_up,
    make_mark,
    note,
    notes,
    notes_file,
    quarantined,
    segment,
)


def found(store: Store, *, repair: bool = False) -> list[tuple[str, str, bool]]:
    """Return what the doctor finds: file, problem and whether it was repaired."""
    findings = store.doctor(repair=repair)
    assert all(finding.remedy for finding in findings)
    return [(Path(item.path).name, item.problem, item.repaired) for item in findings]


@pytest.fixture
def held(store: Store) -> Store:
    """Return a store that holds something of everything."""
    store.put_article(article(), b"source")
    make_mark(store, note="one")
    store.commit([Change("state", "harbour", "state", {"read": True})], "read")
    store.commit([Change("library", "", "feed", {"url": "u"})], "feed")
    store.checkpoint()
    return store


def healed(store: Store, name: str, problem: str) -> None:
    """Assert that one thing is wrong, that repair puts it right, and that nothing is left."""
    assert [(file, repaired) for file, told, repaired in found(store) if problem in told] == [
        (name, False)
    ]
    assert [repaired for _, told, repaired in found(store, repair=True) if problem in told] == [
        True
    ]
    assert found(store) == []


def test_a_sound_store_has_nothing_wrong(held: Store, tmp_path: Path) -> None:
    assert held.doctor() == held.doctor(repair=True) == []
    empty = Store(tmp_path / "empty")
    assert empty.doctor() == []
    empty.close()


def test_a_damaged_file_is_found_and_put_right(held: Store, root: Path) -> None:
    path = notes_file(root)
    path.write_bytes(damaged := path.read_bytes()[:-30])
    healed(held, "harbour.json", "damaged: it is not the JSON that was written")
    assert (notes(held), quarantined(root)) == (["one"], [damaged])


def test_documents_that_fail_their_checksum_are_counted(held: Store, root: Path) -> None:
    path = root / "library.json"
    path.write_bytes(path.read_bytes().replace(b'"u"', b'"v"'))
    healed(held, "library.json", "1 of its 1 documents fail their checksum")
    assert held.library() == {"feed": {"url": "u"}}


def test_a_document_taken_out_by_hand_is_found_and_put_back(held: Store, root: Path) -> None:
    path = notes_file(root)
    tables = json.loads(path.read_bytes())
    tables["annotations"].clear()
    path.write_text(json.dumps(tables))
    healed(held, "harbour.json", "it holds 0 documents and should hold 1")
    assert notes(held) == ["one"]


def test_a_missing_or_older_file_is_found_and_put_right(held: Store, root: Path) -> None:
    path = notes_file(root)
    older = path.read_bytes()
    (mark,) = held.marks("harbour")
    note(held, mark.id, "two")
    path.write_bytes(older)
    healed(held, "harbour.json", "1 of its documents are missing, or older than in the journal")
    assert notes(held) == ["two"]
    path.unlink()
    healed(held, "harbour.json", "1 of its documents are missing, or older than in the journal")
    assert notes(held) == ["two"]


def test_a_purged_article_is_not_missed(held: Store) -> None:
    held.purge_article("harbour")
    assert found(held) == []


def test_a_file_of_a_newer_version_is_left_alone(held: Store, root: Path) -> None:
    path = notes_file(root)
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["schema"] = 99
    path.write_text(json.dumps(tables))
    expected = [("harbour.json", "written by a newer version", False)]
    assert found(held) == found(held, repair=True) == expected


def test_a_torn_line_is_kept_in_quarantine_and_blanked_out(
    held: Store, root: Path, open_store: OpenStore
) -> None:
    before = segment(root).read_bytes()
    with segment(root).open("ab") as journal:
        journal.write(b"0123abcd torn")
    assert len(found(held)) == 1
    make_mark(held, note="two")
    size = segment(root).stat().st_size
    healed(held, segment(root).name, f"torn or damaged at byte {len(before)}, 13 bytes")
    assert quarantined(root) == [b"0123abcd torn"]
    assert segment(root).stat().st_size == size
    assert open_store().undo() is not None


def test_a_shortened_journal_is_found_and_the_checkpoint_follows_it(
    held: Store, root: Path
) -> None:
    whole = segment(root).read_bytes()
    segment(root).write_bytes(whole[: whole.index(b"\n") + 1])
    healed(held, segment(root).name, "than at the last checkpoint")


def test_a_damaged_checkpoint_is_found_and_written_anew(held: Store, root: Path) -> None:
    path = root / "history" / "checkpoint.json"
    path.write_bytes(b"{")
    healed(held, "checkpoint.json", "damaged, or of another device; the whole journal is read")
    assert quarantined(root) == [b"{"]
    path.unlink()
    assert found(held) == []


def test_litter_is_found_and_cleared_up(held: Store, root: Path) -> None:
    left = root / "notes" / "ad"
    left.mkdir(mode=0o700, exist_ok=True)
    (left / "harbour.json.1.0123abcd.tmp").write_bytes(b"half")
    (left / "harbour.json.1.0123abcd.tmp").chmod(0o600)
    healed(held, "harbour.json.1.0123abcd.tmp", "left by a writer that was killed")
    copy = notes_file(root).with_name("harbour.sync-conflict-1.json")
    copy.write_bytes(notes_file(root).read_bytes())
    copy.chmod(0o600)
    healed(held, copy.name, "a copy of another device, not merged")
    assert not copy.exists()


def test_a_damaged_article_is_found(held: Store, root: Path) -> None:
    path = next((root / "articles").glob("*/harbour/*.json"))
    path.write_bytes(b"{}")
    expected = [(path.name, "damaged beyond reading", False)]
    assert found(held) == found(held, repair=True) == expected


def test_files_open_to_others_are_closed(held: Store, root: Path) -> None:
    (root / "library.json").chmod(0o644)
    notes_file(root).parent.chmod(0o755)
    (root / "notes" / "link").symlink_to("/etc")
    problems = found(held)
    assert len(problems) == 2
    assert {problem for _, problem, _ in problems} == {"open to other users"}
    assert [repaired for _, _, repaired in found(held, repair=True)] == [True, True]
    assert found(held) == []


def test_what_cannot_be_repaired_is_said(held: Store, root: Path, refuse: Refuse) -> None:
    path = notes_file(root)
    path.write_bytes(b"damaged")
    with refuse("harbour.json"):
        ((name, problem, repaired),) = found(held, repair=True)
    assert (name, repaired) == ("harbour.json", False)
    assert "could not be repaired (damaged and not repaired)" in problem
    assert path.read_bytes() == b"damaged"


def test_a_folder_in_place_of_a_file_is_a_finding(held: Store, root: Path) -> None:
    (root / "library.json").unlink()
    (root / "library.json").mkdir(mode=0o700)
    findings = held.doctor()
    assert findings == [Finding("library.json", "Is a directory", "move it out of the way")]


def test_a_journal_that_is_gone_is_found_and_noted(held: Store, root: Path) -> None:
    name = segment(root).name
    segment(root).unlink()
    healed(held, name, "missing")
    assert notes(held) == ["one"]


def test_a_damaged_backup_is_found_and_left(held: Store, root: Path) -> None:
    archive = back_up(held)
    assert archive is not None
    assert found(held) == []
    archive.write_bytes(archive.read_bytes()[:100])
    expected = [(archive.name, "not a backup, or damaged", False)]
    assert found(held) == found(held, repair=True) == expected


def test_what_was_repaired_says_what_was_done(held: Store, root: Path) -> None:
    notes_file(root).write_bytes(b"damaged")
    (finding,) = held.doctor()
    assert finding.remedy == "run `reader doctor --repair`"
    (finding,) = held.doctor(repair=True)
    assert finding.remedy == "written anew from what is sound in it and from the journal"


def test_an_error_that_names_no_file_is_a_finding_too(
    held: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("reader.store.doctor.litter_since", fail)
    (finding,) = held.doctor()
    assert (finding.path, finding.problem) == (".", "Input/output error")


def test_where_nothing_may_be_written_the_doctor_only_looks(
    held: Store, open_store: OpenStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes_file(root).write_bytes(b"damaged")
    monkeypatch.setattr("os.access", lambda *_: False)
    reading = open_store()
    assert [repaired for _, _, repaired in found(reading, repair=True)] == [False]
    assert notes_file(root).read_bytes() == b"damaged"


def test_an_article_whose_text_is_gone_is_found(held: Store, root: Path) -> None:
    held.commit([Change("state", "harbour", "state", {"card": {"title": "Harbour"}})], "add")
    assert found(held) == []
    shutil.rmtree(next((root / "articles").glob("*/harbour")))
    expected = [("harbour", "missing, though the library holds the article", False)]
    assert found(held) == found(held, repair=True) == expected
    state = next((root / "state").glob("*/harbour.json"))
    state.write_bytes(b"damaged")
    assert [name for name, _, _ in found(held)] == ["harbour.json"]
    assert state.read_bytes() == b"damaged"
