"""A second export brings the file up to date and leaves its owner's work alone."""

from dataclasses import replace

import pytest

from reader.annotations import Mark
from reader.export.merging import Merged, Outcome, bases_of, merge_notes
from reader.export.notes import Notes, wrap
from reader.export.profiles import MARKDOWN
from reader.export.rendering import render_notes
from reader.facts import Fact
from tests.export.stories import BUSES, COSTS, HOLT, LEAD, ferry, highlight

FIRST = highlight("01jez7r4v0q8a", COSTS, note="Ask for the report.")
SECOND = highlight("01jez7r4v0q8b", BUSES)


def notes_of(*marks: Mark, profile: str = "markdown") -> Notes:
    """Return the notes of the article with *marks*."""
    return render_notes(ferry(), marks, profile=profile)


def merge(old: str, fresh: Notes) -> Merged:
    """Merge *fresh* into a file that was exported with both marks and then edited."""
    return merge_notes(old, bases_of(notes_of(FIRST, SECOND)), fresh)


FILE = notes_of(FIRST, SECOND).text
LATER = replace(FIRST, note="The report came on Friday.")


def test_nothing_new_leaves_the_very_file() -> None:
    merged = merge(FILE, notes_of(FIRST, SECOND))
    assert merged.text == FILE
    assert merged.report == ()


def test_what_changed_in_the_reader_is_brought_up_to_date() -> None:
    merged = merge(FILE, notes_of(LATER, SECOND))
    assert merged.text == notes_of(LATER, SECOND).text
    assert merged.report == (Outcome("h-01jez7r4v0q8a", "updated"),)


def test_what_the_owner_changed_is_kept() -> None:
    edited = FILE.replace("Ask for the report.", "Ask Ida for the report.\nOr Tom.")
    merged = merge(edited, notes_of(FIRST, replace(SECOND, label="doubt")))
    assert "Ask Ida for the report.\nOr Tom.\n" in merged.text
    assert "doubt · [source]" in merged.text
    assert merged.report == (Outcome("h-01jez7r4v0q8b", "updated"),)


def test_different_lines_of_one_region_are_merged() -> None:
    edited = FILE.replace("Ask for the report.", "Ask for the report.\n\nMy own line.")
    merged = merge(edited, notes_of(replace(FIRST, label="doubt"), SECOND))
    assert "My own line." in merged.text
    assert "doubt · [source]" in merged.text
    assert "Changed in the reader" not in merged.text


@pytest.mark.parametrize(
    ("profile", "callout"),
    [
        ("markdown", "> **Changed in the reader:**\n> The report came on Friday.\n"),
        ("obsidian", "> [!warning] changed in the reader\n> The report came on Friday.\n"),
    ],
)
def test_where_both_changed_a_line_the_owners_stands_and_the_other_is_told(
    profile: str, callout: str
) -> None:
    first = notes_of(FIRST, profile=profile)
    edited = first.text.replace("Ask for the report.", "Ask nobody.")
    fresh = notes_of(LATER, profile=profile)
    merged = merge_notes(edited, bases_of(first), fresh)
    assert f"Ask nobody.\n\n{callout}" in merged.text
    assert merged.report == (Outcome("h-01jez7r4v0q8a", "conflict"),)
    assert merge_notes(merged.text, merged.bases, fresh).text == merged.text


def test_a_new_mark_goes_where_a_reader_would_look_for_it() -> None:
    third = highlight("01jez7r4v0q8c", HOLT)
    text = FILE.replace("## What comes instead", "My thoughts on costs.\n\n## What comes instead")
    merged = merge(text, notes_of(FIRST, third, SECOND))
    order = [
        merged.text.index(part)
        for part in (
            "begin h-01jez7r4v0q8a",
            "My thoughts",
            "### The pier",
            "begin h-01jez7r4v0q8c",
        )
    ]
    assert order == sorted(order)
    assert merged.text.index("begin h-01jez7r4v0q8c") < merged.text.index("## What comes instead")
    assert merged.text.count("## What it costs") == 1


def test_a_new_mark_joins_the_heading_that_stands_there() -> None:
    alone = notes_of(SECOND)
    text = alone.text + "\n## What it costs\n\nMy own thoughts.\n"
    merged = merge_notes(text, bases_of(alone), notes_of(FIRST, SECOND))
    assert "\n## What it costs\n\n<!-- newsmargin:begin h-01jez7r4v0q8a -->" in merged.text
    assert merged.text.count("## What it costs") == 1
    assert merged.text.endswith("newsmargin:end h-01jez7r4v0q8a -->\n\nMy own thoughts.\n")


def test_a_first_mark_goes_to_the_end_of_a_file_without_any() -> None:
    empty = notes_of()
    merged = merge_notes(empty.text, bases_of(empty), notes_of(highlight("01jez7r4v0q8c", LEAD)))
    assert merged.text == notes_of(highlight("01jez7r4v0q8c", LEAD)).text.replace(
        "highlights: 0", "highlights: 1"
    )


def test_regions_side_by_side_get_a_blank_line_between_them() -> None:
    note = Mark("01jez7r4v0q8d", "saltby-ferry-7c41e0", kind="note", note="A note.")
    tight = FILE.replace(
        "newsmargin:end about -->\n\n## What it costs\n\n", "newsmargin:end about -->\n"
    )
    merged = merge(tight, notes_of(note, FIRST, SECOND))
    added = wrap(notes_of(note).regions[1], MARKDOWN)
    assert (
        f"newsmargin:end about -->\n\n{added}\n<!-- newsmargin:begin h-01jez7r4v0q8a -->"
    ) in merged.text


def test_a_file_that_lost_every_region_takes_a_new_mark_below_its_title() -> None:
    front = FILE[: FILE.index("# Saltby")]
    merged = merge(
        f"{front}# My title\n\nMy text.\n\n## Mine\n\nMore.",
        notes_of(FIRST, SECOND, highlight("01jez7r4v0q8c", LEAD)),
    )
    body = merged.text[merged.text.index("# My title") :]
    assert body.startswith("# My title\n\nMy text.\n\n<!-- newsmargin:begin h-01jez7r4v0q8c -->")
    assert body.endswith("newsmargin:end h-01jez7r4v0q8c -->\n\n## Mine\n\nMore.")
    assert {outcome.what for outcome in merged.report} == {"left out", "added"}


def test_an_empty_body_takes_every_region() -> None:
    front = FILE[: FILE.index("# Saltby")]
    merged = merge_notes(front, {}, notes_of(FIRST))
    assert merged.text.startswith(f"{front}\n<!-- newsmargin:begin about -->".replace("\n\n", "\n"))
    assert "begin h-01jez7r4v0q8a" in merged.text


def test_a_region_that_the_owner_took_out_stays_out() -> None:
    start = FILE.index("<!-- newsmargin:begin h-01jez7r4v0q8b")
    merged = merge(FILE[:start], notes_of(FIRST, replace(SECOND, note="Now with a note.")))
    assert merged.text == FILE[:start]
    assert merged.report == (Outcome("h-01jez7r4v0q8b", "left out"),)
    again = merge_notes(merged.text, merged.bases, notes_of(FIRST, SECOND))
    assert again.text == FILE[:start]


def test_a_mark_deleted_in_the_reader_takes_its_region_along() -> None:
    merged = merge(FILE, notes_of(FIRST))
    assert "h-01jez7r4v0q8b" not in merged.text
    assert merged.report == (Outcome("h-01jez7r4v0q8b", "removed"),)
    back = merge_notes(merged.text, merged.bases, notes_of(FIRST, SECOND))
    assert "begin h-01jez7r4v0q8b" in back.text


def test_a_region_that_its_owner_edited_outlives_its_mark() -> None:
    edited = FILE.replace("> A bus will run", "> My bus will run")
    merged = merge(edited, notes_of(FIRST))
    assert "> My bus will run" in merged.text
    assert merged.report == (Outcome("h-01jez7r4v0q8b", "kept"),)
    assert merge_notes(merged.text, merged.bases, notes_of(FIRST)).text == merged.text


def test_a_region_that_lost_its_end_is_left_alone_and_told() -> None:
    broken = FILE.replace("<!-- newsmargin:end h-01jez7r4v0q8b -->\n", "")
    merged = merge(broken, notes_of(FIRST, replace(SECOND, note="New.")))
    assert merged.text == broken
    assert merged.report == (Outcome("h-01jez7r4v0q8b", "broken"),)


def test_facts_that_are_not_asked_for_this_time_stay() -> None:
    facts = [Fact("date", "Tuesday", 0, 7, value="2025-11-04")]
    with_facts = render_notes(ferry(), [FIRST], facts=facts)
    merged = merge_notes(with_facts.text, bases_of(with_facts), notes_of(FIRST))
    assert merged.text == with_facts.text
    assert merged.bases == bases_of(with_facts) | {"front": merged.bases["front"]}


def test_without_its_history_a_file_is_kept_and_what_is_new_told() -> None:
    edited = FILE.replace("Ask for the report.", "Ask nobody.")
    merged = merge_notes(edited, {}, notes_of(FIRST, SECOND))
    assert "Ask nobody.\n\n> **Changed in the reader:**\n> Ask for the report.\n" in merged.text
    assert merge_notes(merged.text, merged.bases, notes_of(FIRST, SECOND)).text == merged.text


def test_without_its_history_a_file_that_was_not_edited_is_left_alone() -> None:
    merged = merge_notes(FILE, {}, notes_of(FIRST, SECOND))
    assert merged.text == FILE


def test_another_profile_rewrites_what_nobody_edited() -> None:
    edited = FILE.replace("Ask for the report.", "Ask nobody.")
    merged = merge(edited, notes_of(FIRST, SECOND, profile="obsidian"))
    assert "%% newsmargin:begin h-01jez7r4v0q8b %%" in merged.text
    assert "<!-- newsmargin:begin h-01jez7r4v0q8a -->" in merged.text
    assert "Ask nobody." in merged.text


def test_the_line_ends_of_the_file_are_kept() -> None:
    file = FILE.replace("\n", "\r\n")
    assert merge(file, notes_of(FIRST, SECOND)).text == file
    third = highlight("01jez7r4v0q8c", HOLT)
    merged = merge(file, notes_of(LATER, third, SECOND))
    assert merged.text.count("\n") == merged.text.count("\r\n")
    assert "The report came on Friday." in merged.text


def test_a_file_without_front_matter_gets_none() -> None:
    body = FILE[FILE.index("# Saltby") :]
    assert merge(body, notes_of(FIRST, SECOND)).text == body
