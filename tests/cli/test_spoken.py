"""An article for the ear: linear, every kind of block and every mark in words, nothing drawn."""

import re

import pytest

from reader.annotations.model import Anchor, Claim, Mark
from reader.article.text import BlockDraft, InlineDraft
from reader.cli.spoken import as_spoken
from tests.cli.running import Run
from tests.cli.test_formats import ARTICLE, made

DRAWN = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf·•▌→↳✓≈Δ]")


def mark(id: str, quote: str = "", **fields: object) -> Mark:
    """Return a mark on *quote* of the article."""
    start = ARTICLE.text.find(quote) if quote else -1
    place = Anchor("exact", start, start + len(quote)) if start >= 0 else Anchor("orphan")
    anchor = place if quote else Anchor("unplaced")
    return Mark(id, "a", quote, **({"anchor": anchor} | fields))  # type: ignore[arg-type]


def test_each_block_says_what_it_is() -> None:
    assert as_spoken(ARTICLE).splitlines() == [
        "Headline: It opens <late>",
        "Publisher: Wire",
        "By: Ada, Ben",
        "Published: 11 December 2025",
        "In it: 1 heading",
        "The harbour opened.",
        "Heading level 2: What was promised",
        "Item: Nine berths",
        "Numbered item, level 2: each dredged",
        "Quote: We said soon.",
        "Table",
        "Header row: Year; Ships",
        "Row: 2024; empty",
        "Break",
        "Image: A crane",
        "Caption: The last crane.",
    ]


def test_what_is_not_known_is_not_said() -> None:
    assert as_spoken(made(BlockDraft("paragraph", "The harbour opened."))) == (
        "Headline: It opens <late>\nThe harbour opened."
    )
    odd = made(BlockDraft("paragraph", "Words."), published="last week")
    assert "Published: last week" in as_spoken(odd)


def test_marks_are_told_in_words_below_the_block_they_begin_in() -> None:
    marks = [
        mark("1", "harbour opened", label="key-point", note="Who\nsays so?", tags=("port", "law")),
        mark("2", "Nine berths", kind="claim", claim=Claim("disputed", "Only eight", "Ada")),
        mark("3", kind="note", note="I agree", reply_to="1"),
        mark("4", kind="note", note="Read again"),
        mark("5", "not there any more", note="lost"),
    ]
    lines = as_spoken(ARTICLE, marks).splitlines()
    assert "In it: 1 heading, 5 marks" in lines
    assert lines[lines.index("In it: 1 heading, 5 marks") + 1] == (
        "Note on the article. Note: Read again."
    )
    at = lines.index("The harbour opened.")
    assert lines[at + 1 : at + 3] == [
        "Highlight, key point: harbour opened. Note: Who says so? Tags: port, law.",
        "Reply to the mark before. Note: I agree.",
    ]
    assert lines[lines.index("Item: Nine berths") + 1] == (
        "Claim, disputed, said by Ada: Nine berths. Verdict: Only eight."
    )
    assert lines[-2:] == [
        "Marks whose passage is not in this text: 1",
        "Highlight: not there any more. Note: lost.",
    ]


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (Anchor("edited", 0, 3), "The passage was reworded since it was marked."),
        (Anchor("edited", 0, 3, facts_changed=True), "A figure or a name in the passage is"),
    ],
)
def test_what_befell_a_passage_is_said(anchor: Anchor, words: str) -> None:
    assert words in as_spoken(ARTICLE, [mark("1", "The", anchor=anchor)])


def test_links_come_last_with_their_numbers() -> None:
    link = InlineDraft(4, 11, "link", "https://example.org/harbour")
    article = made(BlockDraft("paragraph", "The harbour opened.", inline=(link,)))
    assert as_spoken(article).splitlines()[-1] == (
        "Link 1 of 1: harbour, leads to https://example.org/harbour"
    )


def test_nothing_is_drawn() -> None:
    marks = [mark("1", "The", anchor=Anchor("edited", 0, 3, facts_changed=True))]
    assert not DRAWN.search(as_spoken(ARTICLE, marks))


def test_the_notes_of_the_library_are_told_and_colours_change_nothing(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("annotate", article, "--quote", "two years late", "--note", "ask the ministry")
    told = run("show", article, "--plain").out
    assert "Highlight: two years late. Note: ask the ministry.\n" in told
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("show", article, "--plain").out == told
