"""The notes beside the page: their order, the way to them and back, replies, parts, lost marks."""

from pathlib import Path

import pytest

from reader.annotations.model import Mark
from reader.errors import StoreError
from reader.library import Library
from reader.tui.desk.notes_pane import NOTES
from reader.tui.widgets.note_rows import OtherText, others
from tests.tui.conftest import HARBOUR, Desk, OpenDesk, id_of

VOTE = "The council voted 14 to 3 on Monday."
FIRST = "The harbour at Skarrow will reopen in spring."


def marks(at: Desk) -> list[Mark]:
    """Return the marks that the library holds of the open article."""
    return at.library.marks(at.screen.article.id if at.screen.article else "")


def notes(at: Desk) -> list[str]:
    """Return the rows of the notes, each with its sign and its indent."""
    side = at.screen.side
    present = side.tabs.present
    side.turn_to(NOTES)  # rows that nobody sees are not written
    side.turn_to(present)
    return [
        "  " * row.indent + f"{row.sign} {row.text}".strip()
        for row in at.screen.side.notes.rows.rows
    ]


def change(library: Library, tmp_path: Path, *swaps: tuple[str, str]) -> None:
    """Add the harbour's article again with other words in it."""
    text = HARBOUR
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    source = tmp_path / "harbour.md"
    source.write_text(text, encoding="utf-8")
    assert library.add(str(source)).status == "new-version"


async def test_a_reply_stands_below_what_it_answers_and_leads_to_it(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_parenthesis", "c", "m")
        await at.type("who counted?")
        await at.press("ctrl+s", "left_parenthesis", "h", "right_parenthesis")
        first, vote, reply = sorted(marks(at), key=lambda one: (bool(one.reply_to), one.start or 0))
        assert (reply.kind, reply.note, reply.reply_to) == ("note", "who counted?", vote.id)
        await at.press("enter")  # from the mark to its row
        assert at.screen.focused is at.screen.side.notes.rows
        assert notes(at) == [f"▌ {FIRST}", f"? {VOTE}", "  ? unchecked", "  ↳ who counted?"]
        await at.press("j", "m")
        await at.type("the clerk")
        await at.press("ctrl+s")
        assert notes(at)[-2:] == ["  ↳ who counted?", "    ↳ the clerk"]
        at.screen.body.go_to(0)
        await at.press("i", "i", "G", "enter")
        assert at.sentence == VOTE
        at.library.delete_mark(vote.id)
        at.screen.articles.show_again()
        await at.settle()
        assert "a deleted mark" in notes(at)
        assert "  ↳ who counted?" in notes(at)
        assert first.quote == FIRST


async def test_a_reply_that_is_left_is_a_draft(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("m")
        assert at.screen.focused is at.screen.body
        await at.press("h", "m")
        await at.type("half")
        await at.press("escape", "m")
        assert "half" in at.text
        await at.press("ctrl+u", "ctrl+s")
        assert "no reply" in at.said
        assert len(marks(at)) == 1


async def test_the_notes_are_narrowed_by_words_tags_labels_and_statuses(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("2", "number_sign")
        await at.type("ports")
        await at.press("enter", "right_parenthesis", "c", "enter", "slash")
        await at.type("#ports")
        assert notes(at)[0] == f"§ {FIRST}"
        assert "Notes 1/2" in at.text
        await at.press("enter")
        assert at.screen.focused is at.screen.side.notes.rows
        for words, quote in (("unchecked", VOTE), ("evidence", FIRST), ("COUNCIL mon", VOTE)):
            await at.press("slash", "ctrl+u")
            await at.type(words)
            await at.press("enter")
            assert [row.text for row in at.screen.side.notes.rows.rows if row.key] == [quote]
        await at.press("slash", "ctrl+u")
        await at.type("nowhere")
        await at.press("enter")
        assert "No mark has these words." in at.text
        await at.press("escape")
        assert "Notes 2" in at.text


async def test_a_further_passage_is_added_painted_and_taken_away(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("plus")
        assert "no mark to add this to" in at.said
        await at.press("h", "plus")
        assert "belongs to the mark already" in at.said
        await at.press("}", "}", "plus")
        (mark,) = marks(at)
        assert [part.quote for part in mark.parts] == [
            "“We kept our word,” said Mayor Odile Marchbanks."
        ]
        assert at.text.count("▌") == 2
        assert any("[…] “We kept" in row for row in notes(at))
        await at.press("x")
        (mark,) = marks(at)
        assert mark.parts == ()
        await at.press("u")
        (mark,) = marks(at)
        assert len(mark.parts) == 1
        await at.press("g", "x")
        assert not marks(at)


async def test_evidence_is_another_mark_of_the_article_and_both_say_so(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h", "right_parenthesis", "c", "L")
        await at.type("contradicts")
        await at.press("enter")
        await at.type("reopen")
        await at.press("enter")
        await at.type("see the minutes")
        await at.press("enter")
        first, vote = marks(at)
        (link,) = vote.links
        assert (link.to, link.rel, link.note) == (first.id, "contradicts", "see the minutes")
        assert f"  is contradicted by “{FIRST}” – see the minutes" in notes(at)
        assert f"  contradicts “{VOTE}”" in notes(at)
        await at.press("L", "enter", "enter")  # the link, then go to it
        assert at.sentence == FIRST
        await at.press("L", "enter")  # from the other side, back
        assert at.sentence == VOTE
        await at.press("L", "enter", "down", "enter")
        assert marks(at)[1].links == ()


async def test_evidence_is_an_address_or_a_mark_of_another_article(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry = library.annotate(id_of(library, "Ferry"), quote="No one was hurt.", note="calm sea")
    opened: list[str] = []
    async with desk() as at:
        monkeypatch.setattr(at.pilot.app, "open_url", opened.append)
        await at.press("c", "L")
        await at.type("https://example.org/minutes")
        await at.press("enter", "enter", "L")
        await at.type("supports")
        await at.press("enter")
        await at.type("calm")
        await at.press("enter", "enter")
        (mark,) = marks(at)
        assert [(link.to, link.rel) for link in mark.links] == [
            ("https://example.org/minutes", "source"),
            (ferry.id, "supports"),
        ]
        await at.press("L", "enter", "enter")
        assert opened == ["https://example.org/minutes"]
        await at.press("L", "down", "enter", "enter")
        assert at.sentence == "No one was hurt."
        await at.press("L")
        assert f"supports “{FIRST}”" in at.text  # told from the other side, too
        await at.press("up", "enter")
        assert at.sentence == FIRST


async def test_a_script_is_no_evidence(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("c", "L")
        await at.type("javascript:alert(1)")
        assert "Nothing has these words." in at.text
        await at.press("enter", "escape")
        assert marks(at)[0].links == ()
        assert at.screen.body.has_focus


async def test_a_changed_figure_is_told_by_signs_and_in_words(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    async with desk() as at:
        await at.press("right_parenthesis", "h", "right_parenthesis", "h")
        change(library, tmp_path, ("14 to 3", "15 to 3"), ("more than planned", "over the plan"))
        at.screen.articles.show_again()
        await at.settle()
        assert "Δ" in at.text
        assert "≈" in at.text
        await at.press("i", "i", "right")
        assert "  Δ 14 → 15" in notes(at)
        assert "  reworded" in notes(at)
        assert f"  now: {VOTE.replace('14', '15')}" in notes(at)


async def test_a_lost_mark_is_placed_where_the_reader_is(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    other = "Nobody knows."
    async with desk() as at:
        await at.press("right_parenthesis", "h")
        change(library, tmp_path, (VOTE, other))
        at.screen.articles.show_again()
        await at.settle()
        (mark,) = marks(at)
        assert mark.anchor.start is None
        at.screen.body.go_to(0)
        await at.press("p")
        assert f"p again puts “{VOTE[:20]}" in at.said
        assert marks(at)[0].anchor.start is None
        await at.press("p")
        (mark,) = marks(at)
        assert mark.quote == FIRST
        assert f"placed “{VOTE[:20]}" in at.said
        assert f"  earlier: {VOTE}" in notes(at)
        await at.press("u")
        (mark,) = marks(at)
        assert mark.quote == VOTE


async def test_a_suggested_place_is_lit_and_a_second_key_takes_it(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        article = at.screen.article
        assert article is not None
        mark = library.annotate(article.id, quote="words that never stood there", kind="claim")
        at.screen.articles.show_again()
        await at.settle()
        places = [
            (article.text.index(words), article.text.index(words) + len(words))
            for words in ("Nobody in the gallery clapped.", "The rest came from fees.")
        ]
        monkeypatch.setattr(library.lost, "candidates", lambda _: places)
        await at.press("i", "i", "right")
        assert notes(at) == [
            "Lost: p places, P keeps as lost",
            "! words that never stood there",
            "  ? unchecked",
            "  never found in the text",
        ]
        assert "p where it may belong  P keep as lost" in at.said
        await at.press("p")
        assert at.sentence == "Nobody in the gallery clapped."
        assert "p again places it" in at.said
        assert marks(at)[0].anchor.start is None
        await at.press("n", "p")
        (placed,) = marks(at)
        assert (placed.id, placed.quote) == (mark.id, "The rest came from fees.")
        assert "placed “words that never stood there” here; u undoes it" in at.said


async def test_a_lost_mark_is_kept_as_lost(desk: OpenDesk, library: Library) -> None:
    async with desk() as at:
        article = at.screen.article
        assert article is not None
        library.annotate(article.id, quote="words that never stood there")
        at.screen.articles.show_again()
        await at.settle()
        await at.press("P")
        assert "kept “words that never stood there” as lost" in at.said
        assert "  kept as lost" in notes(at)


async def test_of_two_texts_of_two_devices_the_reader_takes_one(
    desk: OpenDesk, library: Library
) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("mine")
        await at.press("ctrl+s")
        (mark,) = marks(at)
        library.change_mark(mark.id, conflicts=[{"note": "theirs"}, {"tags": ["ports"]}])
        at.screen.articles.show_again()
        await at.settle()
        await at.press("i", "i", "right", "j")
        assert "  ≠ another device: theirs" in notes(at)
        assert "  ≠ another device: #ports" in notes(at)
        await at.press("enter")
        assert "Another device wrote: theirs" in at.text
        await at.press("enter")
        assert marks(at)[0].note == "theirs"
        await at.press("i", "i", "j", "enter", "down", "enter")
        assert "kept what stood here" in at.said
        assert marks(at)[0].tags == ()
        assert not [row for row in notes(at) if "another device" in row]
        await at.press("u", "u")
        assert marks(at)[0].note == "mine"
        assert len(list(others(marks(at)[0]))) == 2


def test_what_is_the_same_elsewhere_is_no_other_text() -> None:
    conflicts = [{"note": "same", "label": "doubt"}, {"note": "same"}, "else"]
    mark = Mark("0sa9p040529tw", "a", note="same", more={"conflicts": conflicts})
    assert list(others(mark)) == [
        OtherText(mark.id, 0, {"label": "doubt"}),
        OtherText(mark.id, 2, {"note": "else"}),
    ]


async def test_a_mark_that_cannot_be_saved_stays_with_a_sign_until_it_can(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("notes", "No space left on device", "free some space")

    async with desk() as at:
        with monkeypatch.context() as full:
            full.setattr(library, "annotate", refuse)
            full.setattr(library, "change_mark", refuse)
            await at.press("h", "2", "right_parenthesis", "c", "right_parenthesis", "h")
            assert "No space left on device" in at.said
            assert "NOT SAVED" in at.said
            assert at.text.count("✗") >= 3
            await at.press("x")  # lets go of the last one
            await at.press("u")
            assert "not saved yet" in at.said
            at.screen.articles.show_again()
            await at.settle()
            assert len(at.screen.body.marks) == 2
            await at.press("ctrl+s")
            assert "No space left on device" in at.said
        await at.press("ctrl+s")
        assert "saved ✓" in at.said
        assert [(mark.quote, mark.kind, mark.label) for mark in marks(at)] == [
            (FIRST, "highlight", "evidence"),
            (VOTE, "claim", None),
        ]
        assert "✗" not in at.text
        await at.press("ctrl+s")
        assert "everything is saved" in at.said


async def test_marks_that_overlap_can_be_told_apart(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("H", "right_parenthesis", "c")
        painter = at.screen.body._painter
        assert painter is not None
        (both,) = next(iter(painter.layers["overlaps"].values()))
        assert at.screen.article is not None
        assert at.screen.article.text[both.start : both.end] == VOTE
        await at.press("left_parenthesis", "c")
        (block,) = (washes for washes in painter.layers["marks"].values() if washes)
        assert [wash.style for wash in block] == ["highlight", "claim", "claim"]
