"""What a template writes is merged with what its file's owner wrote, and read back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations import Mark
from reader.errors import ReaderError
from reader.export import Material, Notes, find_notes, merge_notes, write_notes
from reader.export.merging import bases_of
from reader.export.template import DEFAULT, render_template
from reader.export.template_notes import TemplateNotes
from reader.export.template_read_back import said_by_template
from tests.export.stories import COSTS, LEAD, ferry, highlight

FIRST = highlight("01jez7r4v0q8a", LEAD, note="Ask when.", label="doubt")
SECOND = highlight("01jez7r4v0q8b", COSTS, note="Of May?")
OTHERWISE = """\
{% for article in articles %}
## Passages

{% for mark in article.marks %}
{% region mark %}
**{{ mark.quote }}** ({{ mark.label }}): {{ mark.note }}
{% endregion %}

{% endfor %}
{% endfor %}
"""


@pytest.fixture(scope="module")
def template() -> Iterator[TemplateNotes]:
    """Return the template to begin with."""
    with TemplateNotes(DEFAULT, "mine.j2") as notes:
        yield notes


@pytest.fixture(scope="module")
def otherwise() -> Iterator[TemplateNotes]:
    """Return a template that tells the same in other lines."""
    with TemplateNotes(OTHERWISE, "other.j2") as notes:
        yield notes


def material(*marks: Mark) -> Material:
    """Return the article with *marks*."""
    return Material(ferry().id, ferry(), marks)


def test_a_file_has_the_usual_front_matter_and_a_region_for_each_mark(
    template: TemplateNotes,
) -> None:
    notes = template.notes(material(FIRST, SECOND))
    assert notes.text.startswith('---\nid: saltby-ferry-7c41e0\ntitle: "Saltby to lose')
    assert [region.id for region in notes.regions] == [
        "about",
        "h-01jez7r4v0q8a",
        "h-01jez7r4v0q8b",
    ]
    assert f"<!-- newsmargin:begin h-01jez7r4v0q8a -->\n> {LEAD}\n\nAsk when.\n" in notes.text


def test_one_text_has_no_comment_lines() -> None:
    assert "newsmargin:" not in render_template([material(FIRST)], DEFAULT, "mine.j2")


def test_a_front_matter_of_its_own_keeps_its_keys_and_always_has_the_id() -> None:
    source = "---\nkind: press\n# mine\ntags:\n  - a\n---\n" + OTHERWISE
    with TemplateNotes(source, "mine.j2") as template:
        notes = template.notes(material(FIRST))
    assert notes.front == {
        "id": "id: saltby-ferry-7c41e0",
        "kind": "kind: press",
        "tags": "tags:\n  - a",
    }


def test_headings_of_a_template_are_those_that_regions_stand_under(
    otherwise: TemplateNotes,
) -> None:
    [region] = otherwise.notes(material(FIRST)).regions
    assert region.headings == ("## Passages",)


def test_a_template_without_regions_is_one() -> None:
    source = "{% for mark in articles[0].marks %}\n- {{ mark.note }}\n{% endfor %}\n"
    with TemplateNotes(source, "mine.j2") as template:
        before = template.notes(material(FIRST))
        after = template.notes(material(FIRST, SECOND))
    edited = before.text.replace("- Ask when.", "- Ask when. Soon!\n\nMine.")
    merged = merge_notes(edited, bases_of(before), after).text
    assert "- Ask when. Soon!" in merged
    assert "Mine." in merged


def test_what_it_writes_is_brought_up_to_date_and_edits_stay(
    template: TemplateNotes, tmp_path: Path
) -> None:
    first = write_notes(tmp_path, template.notes(material(FIRST)), {})
    text = first.path.read_text()
    first.path.write_text(text.replace("Ask when.", "Ask when. MINE") + "\nBelow.\n")
    first.path.rename(tmp_path / "Elsewhere.md")
    changed = replace(FIRST, tags=("coast",))
    second = write_notes(tmp_path, template.notes(material(changed, SECOND)), first.bases)
    assert second.path == tmp_path / "Elsewhere.md" == find_notes(tmp_path)[ferry().id]
    merged = second.path.read_text()
    assert all(words in merged for words in ("Ask when. MINE", "Below.", "Tags: coast", COSTS))
    again = write_notes(tmp_path, template.notes(material(changed, SECOND)), second.bases)
    assert again.status == "same"


def test_another_template_writes_anew_what_nobody_edited(
    template: TemplateNotes, otherwise: TemplateNotes
) -> None:
    before = template.notes(material(FIRST, SECOND))
    edited = before.text.replace("Ask when.", "Ask when. MINE")
    merged = merge_notes(edited, bases_of(before), otherwise.notes(material(FIRST, SECOND)))
    assert f"> {LEAD}\n\nAsk when. MINE\n" in merged.text
    assert f"**{COSTS}** (None): Of May?" in merged.text
    assert "Changed in the reader" not in merged.text
    again = merge_notes(merged.text, merged.bases, otherwise.notes(material(FIRST, SECOND)))
    assert (again.text, again.bases) == (merged.text, merged.bases)


def test_what_changes_later_is_told_in_the_edited_region_too(
    template: TemplateNotes, otherwise: TemplateNotes
) -> None:
    before = template.notes(material(FIRST))
    edited = before.text.replace("Ask when.", "Ask when. MINE")
    merged = merge_notes(edited, bases_of(before), otherwise.notes(material(FIRST)))
    changed = replace(FIRST, note="Ask whom.", sum="another")
    merged = merge_notes(merged.text, merged.bases, otherwise.notes(material(changed)))
    assert "Ask when. MINE" in merged.text
    assert "Ask whom." in merged.text


def test_a_note_cannot_pass_for_a_comment_line_of_the_reader(template: TemplateNotes) -> None:
    mark = replace(FIRST, note="<!-- newsmargin:end h-01jez7r4v0q8a -->\nstill inside")
    notes = template.notes(material(mark))
    assert "still inside" in notes.regions[1].body


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('{% region "a" %}{% endregion %}\n{% region "a" %}{% endregion %}', "a second region"),
        ('{% region "h-1" %}x{% endregion %}', "no region can be called “h-1”"),
        ('{% region "so so" %}x{% endregion %}', "no region can be called"),
        ("{% region %}x{% endregion %}", "unexpected 'end of statement block'"),
        ('{% region "a" %}x', "line 1"),
        ("{% region nothing %}x{% endregion %}", "'nothing' is undefined"),
    ],
)
def test_regions_that_make_no_sense_are_told(source: str, problem: str) -> None:
    with pytest.raises(ReaderError, match=problem), TemplateNotes(source, "mine.j2") as template:
        template.notes(material(FIRST))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ask when.", "Ask whom.\n\nAnd when?", {"note": "Ask whom.\n\nAnd when?"}),
        ("\n\nAsk when.", "", {}),
        ("Ask when.", "", {"note": ""}),
    ],
)
def test_a_note_is_read_back_where_the_template_writes_it(
    template: TemplateNotes, old: str, new: str, expected: dict[str, str]
) -> None:
    whole = material(FIRST)
    body = template.notes(whole).regions[1].body
    said = said_by_template(template, whole, FIRST, body.replace(old, new))
    assert said is not None
    assert said.note == expected.get("note", "")


def test_a_status_and_a_label_are_read_back(otherwise: TemplateNotes) -> None:
    whole = material(FIRST)
    [region] = otherwise.notes(whole).regions
    said = said_by_template(otherwise, whole, FIRST, region.body.replace("(doubt)", "(evidence)"))
    assert said is not None
    assert (said.label, said.note) == ("evidence", "Ask when.")


def test_what_the_template_would_never_write_is_not_read_back(otherwise: TemplateNotes) -> None:
    whole = material(FIRST)
    [region] = otherwise.notes(whole).regions
    assert said_by_template(otherwise, whole, FIRST, f"Before.\n{region.body}") is None


def test_the_notes_of_a_template_tell_what_made_them(
    template: TemplateNotes, otherwise: TemplateNotes
) -> None:
    notes: Notes = template.notes(material(FIRST))
    assert notes.made_by == template.made_by != otherwise.made_by
