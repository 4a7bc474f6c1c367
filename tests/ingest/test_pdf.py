"""PDF documents: paragraphs out of lines, headings out of sizes, and what cannot be read."""

import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress

import pytest

from reader.errors import IngestError
from reader.ingest import ingest
from reader.ingest.pdf import document
from reader.ingest.pdf.lines import PdfLine
from reader.ingest.pdf.paragraphs import blocks_of, layout_of

Line = tuple[str, float, float, float, str]
"""A line of a test's page: its text, x, y, size, and F1 (plain) or F2 (bold)."""

BODY = (
    "The ferry was opened on Thursday by the mayor, who",
    "said that it had taken nine years to build. The har-",
    "bour was full on that day, and those who live on the",
    "quay had waited for longer than that.",
)


def set_text(lines: Sequence[str], top: float, size: float = 10, font: str = "F1") -> list[Line]:
    """Return *lines* set one below the other from *top*."""
    return [(text, 72, top - 1.2 * size * n, size, font) for n, text in enumerate(lines)]


def page_one() -> list[Line]:
    """Return a title, a heading and two paragraphs."""
    return [
        *set_text(["The coast opens"], 760, 24, "F2"),
        *set_text(["A ferry at last"], 700, 14, "F2"),
        *set_text(BODY, 670),
        *set_text(["It rained, and nobody went home be-", "fore the evening"], 600),
        *set_text(["Seaham Weekly 4 of 2025"], 40, 8),
        *set_text(["1"], 28, 8),
    ]


def page_two() -> list[Line]:
    """Return what goes on from the page before, another heading and a list."""
    return [
        *set_text(["came down on the quay and on the boats."], 760),
        *set_text(["What it costs"], 700, 14, "F2"),
        *set_text(
            ["• A ride is two crowns for those", "who live here.", "• A bicycle is one."], 670
        ),
        *set_text(["Seaham Weekly 4 of 2025"], 40, 8),
        *set_text(["2"], 28, 8),
    ]


def pdf(pages: Sequence[Sequence[Line]], info: str = "", trailer: str = "") -> bytes:
    """Return a PDF of *pages* that says *info* of itself."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    streams: list[bytes] = [text.encode("latin-1") for text in objects]
    for number, lines in enumerate(pages):
        fonts = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        streams.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {fonts} "
            f"/Contents {7 + 2 * number} 0 R >>".encode()
        )
        drawn = zlib.compress("\n".join(map(drawing, lines)).encode("cp1252"))
        head = f"<< /Length {len(drawn)} /Filter /FlateDecode >>\nstream\n".encode()
        streams.append(head + drawn + b"\nendstream")
    return put_together(streams, trailer)


def drawing(line: Line) -> str:
    """Return how a page draws *line*."""
    text, x, y, size, font = line
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def put_together(objects: Sequence[bytes], trailer: str) -> bytes:
    """Return the file that numbered *objects* make."""
    parts = [b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"]
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R "
        f"/Info 5 0 R {trailer} >>\nstartxref\n{sum(map(len, parts))}\n%%EOF\n"
    )
    return b"".join(parts) + end.encode()


def test_lines_become_paragraphs_and_large_ones_headings() -> None:
    article = ingest(pdf([page_one(), page_two()]))

    assert article.title == "The coast opens"
    assert "title" in article.guessed
    assert [(b.kind, b.level, article.text[b.start : b.end]) for b in article.blocks] == [
        ("heading", 2, "A ferry at last"),
        (
            "paragraph",
            None,
            "The ferry was opened on Thursday by the mayor, who said that it had taken nine years"
            " to build. The harbour was full on that day, and those who live on the quay had"
            " waited for longer than that.",
        ),
        (
            "paragraph",
            None,
            "It rained, and nobody went home before the evening came down on the quay and on the"
            " boats.",
        ),
        ("heading", 2, "What it costs"),
        ("list_item", 1, "A ride is two crowns for those who live here."),
        ("list_item", 1, "A bicycle is one."),
    ]


def test_what_stands_on_every_page_is_dropped() -> None:
    dropped = {piece.text for piece in ingest(pdf([page_one(), page_two()])).dropped}

    assert {"Seaham Weekly 4 of 2025", "1", "2"} <= dropped


def test_a_document_is_believed_about_itself_where_it_makes_sense() -> None:
    info = (
        "/Title (The coast, at last) /Author (Ann Lee; Ben Hill) "
        "/CreationDate (D:20251120073000+01'00') /Keywords (coast, ferry)"
    )
    article = ingest(pdf([page_one()], info))

    assert (article.title, article.byline) == ("The coast, at last", ("Ann Lee", "Ben Hill"))
    assert (article.published, article.tags) == ("2025-11-20", ("coast", "ferry"))
    assert set(article.guessed) == {"published"}


@pytest.mark.parametrize(
    "info",
    [
        "/Title (Microsoft Word - coast4.docx) /Author (user)",
        "/Title (untitled) /Author (admin) /CreationDate (D:20259940)",
        "/Title (C:\\\\text\\\\a.indd) /Author (ann@example.org) /CreationDate (yesterday)",
    ],
)
def test_what_programs_fill_in_is_not_believed(info: str) -> None:
    article = ingest(pdf([page_one()], info))

    assert (article.title, article.byline) == ("The coast opens", ())
    assert article.published is None


def test_bold_lines_apart_are_headings_below_the_larger_ones() -> None:
    lines = [
        *set_text(["Prices"], 700, 14),
        *set_text(BODY, 670),
        *set_text(["By boat"], 600, 10, "F2"),
        *set_text(BODY, 580),
    ]
    article = ingest(pdf([lines], "/Title (What a ride costs)"))

    assert [(part.title, part.level) for part in article.sections] == [("Prices", 2)]
    assert [part.title for part in article.sections[0].children] == ["By boat"]


def test_an_indented_line_begins_a_paragraph_and_a_hyphen_of_the_text_stays() -> None:
    texts = ["A well-known quay stands in the well-", "known harbour of the town.", "It rains."]
    lines = [
        PdfLine(text, 0, 92 if text == "It rains." else 72, 700 - 12 * n, 10)
        for n, text in enumerate(texts)
    ]

    drafts = blocks_of(lines, layout_of(lines))

    assert [draft.text for draft in drafts] == [
        "A well-known quay stands in the well-known harbour of the town.",
        "It rains.",
    ]


def test_the_layout_is_that_of_most_lines() -> None:
    lines = [PdfLine("The tide came in.", 0, 72, 700 - 13 * n, 11) for n in range(9)]

    assert layout_of(lines).leading == 13


def test_pictures_of_pages_say_what_to_do() -> None:
    with pytest.raises(IngestError, match=r"pictures of pages and no text; run text recognition"):
        ingest(pdf([[], []]))


def test_a_locked_document_says_so() -> None:
    trailer = (
        "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 "
        f"/O <{'5a' * 32}> /U <{'a5' * 32}> >> /ID [<00112233> <00112233>]"
    )
    with pytest.raises(IngestError, match="is locked with a password; save it without"):
        ingest(pdf([page_one()], trailer=trailer))


def test_what_only_begins_like_a_document_is_damaged() -> None:
    for data in (b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40):
        with pytest.raises(IngestError, match="the source: is a damaged PDF; "):
            ingest(data)


def test_half_a_document_is_an_article_or_an_error() -> None:
    whole = pdf([page_one(), page_two()])
    for end in range(50, len(whole), 61):
        with suppress(IngestError):
            assert ingest(whole[:end]).text


def test_the_pages_beyond_the_limit_are_told_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 1)
    article = ingest(pdf([page_one(), page_two()]))

    assert "What it costs" not in article.text
    assert "text" in article.guessed


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_there() -> None:
    whole = pdf([page_one(), page_two()])
    broken = whole.replace(b"/FlateDecode", b"/NoSuchThing", 1)

    article = ingest(broken)

    assert article.title == "What it costs"
    assert ("page 1", "damaged") in {(piece.text, piece.reason) for piece in article.dropped}


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(IngestError) as caught:
        ingest(pdf([page_one()]), url="tides.pdf")
    assert str(caught.value) == "tides.pdf: PDF needs the extra; install newsmargin[pdf]"
