"""What was edited in exported notes comes back into the library, and nothing is lost."""

from pathlib import Path

import pytest

from reader.export.template import DEFAULT
from reader.library import Library
from tests.library.made import PORT, port


@pytest.fixture
def file(library: Library, tmp_path: Path) -> Path:
    """Return the notes on an article with two marks, exported for Obsidian."""
    library.keep(port())
    library.annotate(
        port().id, quote=PORT[1], note="Ask.", status="disputed", label="doubt", tags=["the sea"]
    )
    library.annotate(port().id, quote=PORT[0], note="Who says so?")
    export(library, tmp_path)
    (path,) = (tmp_path / "notes").glob("*.md")
    return path


def export(library: Library, folder: Path) -> None:
    """Export the article's notes."""
    library.export_to(folder / "notes", [port().id], profile="obsidian")


def edit(path: Path, old: str, new: str) -> None:
    """Let the owner of the file change words in it."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_edits_come_back_in_one_step_and_the_next_export_changes_nothing(
    library: Library, file: Path, tmp_path: Path
) -> None:
    edit(file, "Ask.", "Ask the union.\n\nTwice.")
    edit(file, "[!quote] ≠ disputed", "[!quote] × false")
    edit(file, "#the-sea", "#the-sea #ports")
    edit(file, "Who says so?", "Nobody.")
    told = library.exchange.read_back(file.parent)
    second, first = library.marks(port().id)
    assert (told.summary, len(told.offered)) == ("notes: 4 changes", 4)
    assert first.note == "Ask the union.\n\nTwice."
    assert first.claim is not None
    assert first.claim.status == "false"
    assert (first.tags, first.label, second.note) == (("the sea", "ports"), "doubt", "Nobody.")
    export(library, tmp_path)
    assert library.exchange.read_back(file.parent).offered == ()
    assert "Ask the union." in file.read_text()
    library.undo()
    assert [mark.note for mark in library.marks(port().id)] == ["Who says so?", "Ask."]


def test_a_dry_run_tells_and_leaves_everything(library: Library, file: Path) -> None:
    edit(file, "Ask.", "Ask the union.")
    [one] = library.exchange.read_back(file.parent, dry_run=True).offered
    assert (one.field, one.before, one.after) == ("note", "Ask.", "Ask the union.")
    assert one.as_dict()["file"] == str(file)
    assert library.marks(port().id)[1].note == "Ask."


def test_what_both_sides_changed_is_told_and_stays_on_both(
    library: Library, file: Path, tmp_path: Path
) -> None:
    mark = library.marks(port().id)[1]
    library.change_mark(mark.id, note="In the library.", label="evidence")
    edit(file, "Ask.", "In the file.")
    edit(file, "[!quote] ≠ disputed", "[!quote] false")
    told = library.exchange.read_back(file.parent)
    assert [one.field for one in told.conflicts] == ["note"]
    assert [one.field for one in told.offered] == ["status"]
    kept = library.marks(port().id)[1]
    assert (kept.note, kept.label) == ("In the library.", "evidence")
    assert "In the file." in file.read_text()
    export(library, tmp_path)
    assert "In the file." in file.read_text()
    assert "In the library." in file.read_text()
    [problem] = library.exchange.read_back(file.parent).problems
    assert "an export left two versions" in problem


def test_a_file_that_was_moved_is_known_by_its_last_export(library: Library, file: Path) -> None:
    edit(file, "Ask.", "Ask the union.")
    (file.parent / "deep").mkdir()
    moved = file.rename(file.parent / "deep" / "renamed.md")
    told = library.exchange.read_back(moved)
    assert (len(told.offered), told.conflicts) == (1, ())


def test_a_file_that_nobody_exported_from_here_offers_nothing_by_itself(
    library: Library, file: Path, tmp_path: Path
) -> None:
    text = file.read_text().replace("Ask.", "Ask the union.")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.md").write_text(text)
    told = library.exchange.read_back(tmp_path / "copy")
    assert (told.offered, [one.field for one in told.conflicts]) == ((), ["note"])


def test_what_makes_no_sense_is_told(library: Library, file: Path, tmp_path: Path) -> None:
    edit(file, "#label/doubt", "#label/dout")
    region = "<!-- newsmargin:begin h-0 -->\n<!-- newsmargin:end h-0 -->\n"
    (file.parent / "other.md").write_text(f"---\nid: nothing-here\n---\n{region}")
    (file.parent / "plain.md").write_text("No notes.")
    told = library.exchange.read_back(file.parent)
    assert told.offered == ()
    assert [problem.partition(": ")[2] for problem in told.problems if "dout" in problem]
    assert any("nothing-here: no such article" in problem for problem in told.problems)
    only = library.exchange.read_back(file)
    assert len(only.problems) == 1


@pytest.fixture
def by_template(library: Library, tmp_path: Path) -> Path:
    """Return the notes on an article with two marks, as a template writes them."""
    library.keep(port())
    library.annotate(port().id, quote=PORT[1], note="Ask.", status="disputed", tags=["the sea"])
    library.annotate(port().id, quote=PORT[0], note="Who says so?")
    write_by_template(library, tmp_path)
    (path,) = (tmp_path / "notes").glob("*.md")
    return path


def write_by_template(library: Library, folder: Path) -> None:
    """Export the article's notes with the template to begin with."""
    library.export_to(folder / "notes", [port().id], template=DEFAULT, subject="mine.j2")


def test_edits_in_what_a_template_wrote_come_back(
    library: Library, by_template: Path, tmp_path: Path
) -> None:
    edit(by_template, "Ask.", "Ask the union.")
    edit(by_template, "Who says so?", "")
    told = library.exchange.read_back(by_template.parent, template=DEFAULT)
    assert (told.summary, told.problems) == ("notes: 2 changes", ())
    assert [mark.note for mark in library.marks(port().id)] == ["", "Ask the union."]
    write_by_template(library, tmp_path)
    assert library.exchange.read_back(by_template.parent, template=DEFAULT).offered == ()


def test_verdicts_and_tags_in_what_a_template_wrote_come_back_one_by_one_and_together(
    library: Library, by_template: Path, tmp_path: Path
) -> None:
    def read() -> tuple[str, str, tuple[str, ...]]:
        """Take the edits in, and return what the claim then says."""
        told = library.exchange.read_back(by_template.parent, template=DEFAULT)
        assert [*told.problems, *told.conflicts] == []
        write_by_template(library, tmp_path)
        claim = next(mark for mark in library.marks(port().id) if mark.claim)
        return claim.note, claim.claim.verdict if claim.claim else "", claim.tags

    edit(by_template, "disputed**", r"disputed**: Not \*so\*, says the union")
    assert read() == ("Ask.", "Not *so*, says the union", ("the sea",))
    edit(by_template, "Tags: the sea", "Tags: the sea, ports, x")
    assert read() == ("Ask.", "Not *so*, says the union", ("the sea", "ports", "x"))
    edit(by_template, "Tags: the sea, ports, ", "Tags: pay, ")
    edit(by_template, "says the union", "says nobody")
    edit(by_template, "\nAsk.\n", "\nAsk again.\n\nAnd again.\n")
    assert read() == ("Ask again.\n\nAnd again.", "Not *so*, says nobody", ("pay", "x"))


def test_a_template_that_did_not_write_the_notes_reads_nothing_back(
    library: Library, by_template: Path
) -> None:
    edit(by_template, "Ask.", "Ask the union.")
    for template in (None, "{{ 1 }}"):
        [problem] = library.exchange.read_back(by_template.parent, template=template).problems
        assert "was written by a template; name the template" in problem


def test_what_a_template_never_writes_is_told_and_what_both_changed_is_a_conflict(
    library: Library, by_template: Path
) -> None:
    edit(by_template, "Ask.", "Ask the union.")
    edit(by_template, f"> {PORT[0]}", f"> {PORT[0]} Not so!")
    second = library.marks(port().id)[1]
    library.change_mark(second.id, note="Asked.")
    told = library.exchange.read_back(by_template.parent, template=DEFAULT)
    assert "says more than the template tells of a mark" in told.problems[0]
    assert [(one.field, one.after) for one in told.conflicts] == [("note", "Ask the union.")]
    assert told.offered == ()


def test_notes_of_its_owners_and_contents_are_passed_over(library: Library, file: Path) -> None:
    report = library.export_to(file.parent, [port().id], profile="obsidian")
    library.exchange.write_contents(file.parent, report, by_tag=True)
    (file.parent / "mine.md").write_text("---\nid: 202511041200\n---\nOf my own.\n")
    assert library.exchange.read_back(file.parent).problems == ()
