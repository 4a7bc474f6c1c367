"""Nothing of a scrape is lost: each line is in the text or left out, and in its place."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.ingest.parsed import assemble
from reader.ingest.scrape import read_scrape

PASTES = sorted((Path(__file__).parent / "pastes").glob("*.txt"))
FURNITURE = (
    "Home",
    "Sign in",
    "By Ann Example",
    "5 March 2024, 14:30 GMT",
    "Published: 5 March 2024",
    "Ann Example",
    "Tags:",
    "harbourstrikeUnion",
    "Also read: The village that waited",
    "Teilen",
    "Lire aussi : Le port",
    "News › Ports › The strike at the harbour is over",
    "© 2024 Example Times",
    "From: Ann <ann@example.org>",
    "Subject: the harbour",
    "Date: 5 March 2024",
    "> quoted",
    ">",
    "• an item",
    "1. One",
    "",
    "   ",
)
PROSE = (
    "Dock workers returned to the port on Tuesday after nine days of strike, ending a dispute that "
    "had closed the harbour and emptied shops along the coast.",
    "The strike at the harbour is over",
    "Der Streik im Hafen ist zu Ende, und die Schiffe werden wieder entladen, wie die Gewerkschaft "
    "am Dienstag in der Stadt mitteilte.",
    "and the ships were unloaded before the week-",
    "end, as the port had said it would if the weather",
    "    allowed it. Nobody had believed it until then.",
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
LINES = st.lists(st.one_of(st.sampled_from([*FURNITURE, *PROSE]), ANY), max_size=25)


def letters(text: str) -> str:
    """Return the letters and figures of *text*, which no cleaning takes away."""
    return "".join(filter(str.isalnum, normalize("NFC", clean_text(text))))


def in_its_order(article: Article) -> str:
    """Return the article with what was left out of it put back in its place."""
    blocks = [article.text[block.start : block.end] for block in article.blocks]
    parts: list[str] = []
    dropped = list(article.dropped)
    for index, block in enumerate([*blocks, ""]):
        while dropped and dropped[0].before_block <= index:
            parts.append(dropped.pop(0).text)
        parts.append(block)
    assert dropped == []
    return "\n".join(parts)


def check(source: str) -> None:
    """Read *source* and find all of it again."""
    article = assemble(read_scrape(source))
    assert letters(in_its_order(article)) == letters(source)
    assert all(piece.reason and piece.text for piece in article.dropped)


@given(LINES)
def test_every_line_of_any_text_is_kept_or_left_out_in_its_place(lines: list[str]) -> None:
    check("\n".join(lines))


@given(ANY.map(lambda text: text * 3))
def test_every_letter_of_any_text_is_kept_or_left_out(text: str) -> None:
    check(text)


@pytest.mark.parametrize("paste", PASTES, ids=lambda path: path.stem)
def test_every_line_of_a_paste_is_kept_or_left_out_in_its_place(paste: Path) -> None:
    marked = paste.read_text(encoding="utf-8").partition("----\n")[2]
    check("\n".join(line[2:] for line in marked.splitlines()))


@pytest.mark.slow
@pytest.mark.parametrize("line", ["x" * 69, PROSE[0][:69], "Home", ">", PROSE[0]])
def test_four_megabytes_of_any_kind_of_line_are_read_whole(line: str) -> None:
    check("\n".join([PROSE[0], *[line] * (4_000_000 // (len(line) + 1))][:100_000]))
