"""Notes stand in the article's order, under its headings, with everything a mark holds."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations import Anchor, Claim, Link, Mark, Part
from reader.errors import UsageError
from reader.export import PROFILES, LinkedMark, render_notes
from reader.facts import Fact
from tests.export.stories import BUSES, COSTS, HOLT, ferry, highlight, some_marks

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_writes_its_file(profile: str) -> None:
    marks = [replace(mark, color="yellow") for mark in some_marks()]
    expected = (EXPECTED / f"{profile}.md").read_text()
    assert render_notes(ferry(), marks, profile=profile).text == expected


def test_the_article_without_marks_is_its_front_matter_and_links() -> None:
    notes = render_notes(ferry(publisher=None, published=None), [])
    assert [region.id for region in notes.regions] == ["about"]
    assert notes.text.count("newsmargin:begin") == 1


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="one of markdown, obsidian"):
        render_notes(ferry(), [], profile="word")


def body(mark: Mark, profile: str = "markdown", **more: object) -> str:
    """Return the region of one mark."""
    notes = render_notes(ferry(), [mark], profile=profile, **more)  # type: ignore[arg-type]
    return notes.regions[1].body


def test_every_line_of_a_quote_is_quoted_and_its_parts_follow() -> None:
    mark = highlight("01jez7r4v0q8a", COSTS, parts=(Part(HOLT),))
    mark = replace(mark, quote=f"{COSTS}\n\n{BUSES}")
    assert f"> {COSTS}\n>\n> {BUSES}\n>\n> […]\n>\n> {HOLT}\n" in body(mark)


def test_headings_nest_as_the_article_nests_them() -> None:
    notes = render_notes(ferry(), [highlight("01jez7r4v0q8a", HOLT)])
    assert "\n## What it costs\n\n### The pier\n\n<!-- newsmargin:begin" in notes.text


def test_a_headline_may_end_in_a_sharp() -> None:
    assert render_notes(ferry(title="Harbour sings in C #"), []).title == (
        "# Harbour sings in C \\#"
    )


def test_a_label_is_a_word_or_a_tag() -> None:
    mark = highlight("01jez7r4v0q8a", COSTS, label="key-point", tags=("sea (cold)",))
    assert "\nkey point · tags: sea (cold) · [source]" in body(mark)
    assert "\n#label/key-point #sea-cold- · [source]" in body(mark, "obsidian")


def test_a_changed_passage_is_told_with_what_it_reads_now() -> None:
    mark = highlight("01jez7r4v0q8a", "The ferry to Saltby cost $5 million.")
    now = ferry(text=COSTS)
    mark = replace(mark, anchor=Anchor("edited", 0, len(COSTS), 0.8, True))
    told = render_notes(now, [mark]).regions[1].body
    assert "- **changed in the article since: " in told
    assert "5 → $6.3 million" in told
    assert f"**; it now reads: “{COSTS}”" in told
    mark = replace(mark, quote="Another word here", anchor=Anchor("edited", 0, 7))
    told = render_notes(now, [mark]).regions[1].body
    assert "- **reworded in the article since**; it now reads: “Repairs”" in told


def test_what_a_mark_was_on_before_it_was_placed_anew_is_told() -> None:
    mark = highlight(
        "01jez7r4v0q8a", COSTS, parts=(Part(HOLT),), more={"earlier": [{"quote": "a *b*"}]}
    )
    mark = replace(mark, anchor=replace(mark.anchor, parts=(Anchor("orphan"),)))
    told = body(mark)
    assert "- earlier: “a \\*b\\*”\n" in told
    assert "- a passage of it is not found in the current text\n" in told


def test_replies_that_answer_one_another_are_not_left_out() -> None:
    one = Mark("01jez7r4v0q8a", "a", kind="note", note="One.", reply_to="01jez7r4v0q8b")
    other = replace(one, id="01jez7r4v0q8b", note="Two.", reply_to=one.id)
    assert len(render_notes(ferry(), [one, other]).regions) == 3


def test_replies_follow_what_they_answer_one_level_deeper() -> None:
    mark = highlight("01jez7r4v0q8a", COSTS, note="True?")
    reply = replace(Mark("01jez7r4v0q8c", mark.article, kind="note"), note="No.\n\n> why")
    deeper = replace(Mark("01jez7r4v0q8d", mark.article, kind="note"), note="Because.")
    later = highlight("01jez7r4v0q8b", COSTS)
    marks = [
        replace(deeper, reply_to=reply.id),
        later,
        replace(reply, reply_to=mark.id),
        mark,
    ]
    notes = render_notes(ferry(), marks)
    order = [region.id for region in notes.regions[1:]]
    assert order == [f"h-01jez7r4v0q8{letter}" for letter in "acdb"]
    assert notes.text.count("## What it costs") == 1
    assert "\n- ↳ No.\n\n  > why\n" in notes.text
    assert "\n- - ↳ Because.\n" in notes.text
    assert "reply to" not in notes.text


def test_a_passage_in_several_places_says_so() -> None:
    mark = replace(highlight("01jez7r4v0q8a", "gone"), anchor=Anchor("ambiguous"))
    assert "- stands in several places of the current text" in body(mark)


def test_a_claim_on_the_whole_article_keeps_its_status() -> None:
    mark = Mark("01jez7r4v0q8a", "saltby-ferry-7c41e0", kind="claim", claim=Claim("checking"))
    assert body(mark) == '<a id="h-01jez7r4v0q8a"></a>\n\n**… checking**\n'
    assert body(mark, "obsidian") == "**… checking** · #claim/checking\n\n^h-01jez7r4v0q8a\n"


def test_ties_lead_to_marks_of_other_articles() -> None:
    long = "The bridge at Holm will cost two hundred million crowns, the ministry said on Monday"
    other = LinkedMark("holm-1", "Holm [bridge]", long, "2025-10-30 Holm bridge")
    mark = highlight(
        "01jez7r4v0q8a",
        COSTS,
        reply_to="01jez7r4v0q9z",
        links=(Link("01jez7r4v0q9a", "same-claim"), Link("01jez7r4v0q9b")),
    )
    linked = {"01jez7r4v0q9a": other}
    plain = body(mark, linked=linked)
    assert "- reply to 01jez7r4v0q9z\n" in plain
    assert (
        "- same claim: [Holm \\[bridge\\]: The bridge at Holm will cost two hundred …]"
        "(<reader://open/holm-1#01jez7r4v0q9a>)\n" in plain
    )
    assert "- context: 01jez7r4v0q9b\n" in plain
    wiki = "- same claim: [[2025-10-30 Holm bridge#^h-01jez7r4v0q9a|Holm  bridge : The bridge at"
    assert wiki in body(mark, "obsidian", linked=linked)


def test_a_note_cannot_pass_for_a_comment_line_of_the_reader() -> None:
    mark = highlight("01jez7r4v0q8a", COSTS, note="One.\n\n<!-- newsmargin:end about -->\nTwo.")
    assert "One.\n\n\\<!-- newsmargin:end about -->\nTwo.\n" in body(mark)


def test_an_article_from_a_file_has_no_link_to_a_page() -> None:
    notes = render_notes(ferry(url="/home/ida/a.html"), [highlight("01jez7r4v0q8a", COSTS)])
    assert "Original" not in notes.text
    assert not re.search(r"\[source\]", notes.text)


def test_facts_stand_at_the_end_by_kind() -> None:
    facts = [
        Fact("person", "Holt", 0, 4, value="Maren Holt", entity="person:maren holt"),
        Fact("person", "Maren Holt", 9, 19, value="Maren Holt", entity="person:maren holt"),
        Fact("money", "$6.3 million", 30, 42, value={"amount": 6_300_000, "currency": "USD"}),
        Fact("date", "Tuesday", 50, 57, value="2025-11-04"),
        Fact("quote", "“Go.”", 60, 65, value="Go.", details={"speaker": "Maren Holt"}),
    ]
    notes = render_notes(ferry(), [], facts=facts)
    assert notes.regions[-1].headings == ("## Facts",)
    assert notes.regions[-1].body == (
        "**People**\n\n- Maren Holt ×2\n\n"
        "**Dates**\n\n- Tuesday (2025-11-04)\n\n"
        "**Money**\n\n- $6.3 million\n\n"
        "**Quotes**\n\n- “Go.” – Maren Holt\n"
    )


def test_what_others_wrote_cannot_break_out_of_its_place() -> None:
    mark = highlight(
        "01jez7r4v0q8a",
        COSTS,
        color="red] *x*",
        kind="claim",
        claim=Claim("false", "a *b*", "Ida <b>"),
        note="one\r\ntwo",
        links=(Link("https://a.example/x> y", "source"), Link("page *3*", "source")),
    )
    written = body(mark, "obsidian")
    assert written.startswith("> [!quote|redx] × false · Ida \\<b>\n")
    assert "a \\*b\\* · #claim/false" in written
    assert "one\ntwo\n" in written
    assert "- source: <https://a.example/x%3E%20y>\n- source: page \\*3\\*\n" in written
