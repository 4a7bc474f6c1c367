"""Notes for an outliner: blocks with ids and properties, merged as any other notes."""

from dataclasses import replace
from pathlib import Path

from reader.annotations import Link
from reader.export import find_notes, render_notes, write_notes
from reader.export.passages import block_uuid
from tests.export.stories import BUSES, COSTS, LEAD, ferry, highlight

MARK = highlight("01jez7r4v0q8a", COSTS, note="Ask.\n\n- one\n- two")


def test_every_mark_is_one_block_with_an_id_that_never_changes() -> None:
    text = render_notes(ferry(), [MARK], profile="logseq").text
    [block] = [part for part in text.split("\n- ") if COSTS in part]
    assert block.startswith("<!-- newsmargin:begin h-01jez7r4v0q8a -->\n  id:: ")
    assert block_uuid(MARK.id) == "2e5d3296-3e86-534f-9780-740f37c6b22b"
    assert all(line.startswith("  ") for line in block.splitlines()[1:] if line)


def test_marks_lead_to_one_another_by_their_blocks() -> None:
    tied = replace(MARK, links=(Link("01jez7r4v0q8b", "supports"),))
    text = render_notes(ferry(), [tied, highlight("01jez7r4v0q8b", BUSES)], profile="logseq").text
    assert f"[{BUSES}]((({block_uuid('01jez7r4v0q8b')})))" in text


def test_a_page_is_found_by_its_property_and_keeps_those_of_its_owner(tmp_path: Path) -> None:
    written = write_notes(tmp_path, render_notes(ferry(), [MARK], profile="logseq"), {})
    moved = written.path.rename(tmp_path / "pages.md")
    text = moved.read_text()
    text = text.replace("site:: Example Courier\n", "site:: My paper\nmood:: calm\n")
    moved.write_text(text + "\n- Mine.\n\t- deeper\n")
    assert find_notes(tmp_path) == {ferry().id: moved}
    renewed = replace(ferry(), publisher="Courier", byline=("Ida Lund",))
    fresh = render_notes(renewed, [MARK, highlight("01jez7r4v0q8b", LEAD)], profile="logseq")
    assert write_notes(tmp_path, fresh, written.bases).path == moved
    merged = moved.read_text()
    assert "\nsite:: My paper\nmood:: calm\nauthor:: Ida Lund\n" in merged
    assert LEAD in merged
    assert "\n- Mine.\n\t- deeper\n" in merged


def test_an_edit_on_both_sides_stays_within_the_block(tmp_path: Path) -> None:
    written = write_notes(tmp_path, render_notes(ferry(), [MARK], profile="logseq"), {})
    written.path.write_text(written.path.read_text().replace("  Ask.", "  Ask twice."))
    fresh = render_notes(ferry(), [replace(MARK, note="Ask her.")], profile="logseq")
    again = write_notes(tmp_path, fresh, written.bases)
    assert [outcome.what for outcome in again.report] == ["conflict"]
    text = written.path.read_text()
    assert "  Ask twice.\n" in text
    assert "  > **Changed in the reader:**\n  > Ask her.\n" in text


def test_a_page_is_found_again_behind_the_sign_that_windows_editors_put_first(
    tmp_path: Path,
) -> None:
    notes = render_notes(ferry(), [MARK], profile="logseq")
    first = write_notes(tmp_path, notes, {})
    first.path.write_text(f"\ufeff{notes.text}", encoding="utf-8")
    moved = first.path.rename(tmp_path / "elsewhere.md")
    assert write_notes(tmp_path, notes, first.bases).path == moved
