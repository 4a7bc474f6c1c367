"""Notes that lead to notes, and one document of them all."""

from pathlib import Path

import pytest

from reader.export import FORMATS, Material, write_notes
from reader.export.contents import Entry, contents
from tests.export.stories import COSTS, ferry, highlight

ENTRIES = [
    Entry("Old [port]", "sea/Old.md", "World", "2024-01-01T10:00:00Z", 1, 0),
    Entry("New | news", "New.md", "World", "2025-01-01", 3, 2),
    Entry("Undated", "Undated.md", "Local", "", 2, 1),
]


def test_the_latest_of_each_section_come_first() -> None:
    text = contents(ENTRIES, "markdown").text
    assert text.index("**Local**") < text.index("**World**")
    assert text.index("New") < text.index("Old")
    assert "- [Old \\[port\\]](<sea/Old.md>) · 2024-01-01 · 1 mark\n" in text
    assert "- [New | news](<New.md>) · 2025-01-01 · 3 marks · 2 claims\n" in text


@pytest.mark.parametrize("profile", ["obsidian", "logseq"])
def test_dialects_with_wiki_links_have_those(profile: str) -> None:
    text = contents(ENTRIES, profile, "the sea").text
    assert "- [[New|New   news]] · 2025-01-01 · 3 marks · 2 claims\n" in text
    assert "# Tag the sea" in text


def test_contents_are_merged_like_any_notes(tmp_path: Path) -> None:
    written = write_notes(tmp_path, contents(ENTRIES[:1], "obsidian"), {})
    assert written.path.name == "Notes.md"
    written.path.write_text(written.path.read_text() + "\nMine.\n")
    again = write_notes(tmp_path, contents(ENTRIES, "obsidian"), written.bases)
    assert (again.path, again.status) == (written.path, "updated")
    assert "Mine." in again.path.read_text()
    assert "Undated" in again.path.read_text()
    tagged = write_notes(tmp_path, contents(ENTRIES, "obsidian", "a/b"), {})
    assert tagged.path.name == "Tag a b.md"


def test_one_document_holds_all_notes_and_nothing_for_programs() -> None:
    one = Material("a", ferry(), (highlight("01jez7r4v0q8a", COSTS, note="Ask."),))
    text = FORMATS["combined"].render([one, one])
    assert text.count("# Saltby to lose its") == 2
    assert text.count("## What it costs") == 2
    assert "newsmargin:begin" not in text
    assert text.count("Ask.") == 2
