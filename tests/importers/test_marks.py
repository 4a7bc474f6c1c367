"""Marks of other programs, as they write them."""

import io
import json
from typing import Any
from zipfile import ZipFile

from reader.importers import find

READWISE = """\
Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,\
Highlighted at,Document tags
"First ""line""
second",The ferry,Ida Lund,,.own A note,yellow,"x, y",order,1,2026-07-17 14:00:25+00:00,z
,The ferry,Ida Lund,,Of it all,,,order,2,2026-07-17 14:00:25+00:00,
Words,,,,,,,order,3,,
"""
CLIPPINGS = """\
\ufeffThe ferry (a story) (Lund, Ida)\r
- Your Highlight on page 130 | location 249-251 | Added on Thursday, 4 June 2020 14:29:36\r
\r
Nobody wants\r
to see it go.\r
==========\r
\ufeffThe ferry (a story) (Lund, Ida)\r
- Your Note on page 130 | location 251 | Added on Thursday, 4 June 2020 14:30:00\r
\r
Ask.\r
==========\r
Die Fähre\r
- Ihre Markierung auf Seite 3 | Position 30-31 | Hinzugefügt am Montag, 2. März 2020 10:00:00\r
\r
Worte.\r
==========\r
Die Fähre\r
- Ihr Lesezeichen auf Seite 3 | Position 30\r
\r
\r
==========\r
The ferry (a story) (Lund, Ida)\r
- Your Highlight on page 140 | location 260-261 | Added on Thursday, 4 June 2020 14:29:36\r
\r
<You have reached the clipping limit for this item>\r
==========\r
Broken\r
==========\r
"""
KOREADER = {
    "version": "json/1.0.0",
    "documents": [
        {
            "title": "The ferry",
            "author": "Ida Lund\nTom Aske",
            "entries": [
                {"text": "Words.", "note": "Ask.", "chapter": "One", "page": 3, "time": 1577836800},
                {"text": ""},
                7,
            ],
        },
        {"title": "No entries"},
    ],
}
HYPOTHESIS = {
    "export_date": "2025-01-01T00:00:00Z",
    "export_userid": "acct:x@hypothes.is",
    "client_version": "1.2",
    "annotations": [
        {
            "id": "a1",
            "created": "2025-01-01T00:00:00.123456+00:00",
            "updated": "2025-01-01T00:00:00.123456+00:00",
            "uri": "https://example.org/a#part",
            "text": "A note",
            "tags": ["x"],
            "document": {"title": ["The ferry"]},
            "target": [
                {
                    "source": "https://example.org/a",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]"},
                        {"type": "TextPositionSelector", "start": 5, "end": 10},
                        {"type": "TextQuoteSelector", "exact": "words", "prefix": "in "},
                    ],
                }
            ],
        },
        {
            "id": "a2",
            "uri": "https://example.org/a#part",
            "text": "An answer",
            "tags": [],
            "references": ["a1"],
            "target": [{"source": "https://example.org/a"}],
        },
        {"id": "a3", "uri": "urn:x-pdf:1234", "text": "Of a file", "tags": [], "target": []},
        {"id": "a4", "uri": "https://example.org/a", "text": "", "tags": [], "target": []},
        "nothing",
    ],
}
OMNIVORE = {
    "id": "1",
    "slug": "the-ferry",
    "title": "The ferry",
    "description": "Of a ferry",
    "author": "Ida Lund",
    "url": "https://example.org/a",
    "state": "Archived",
    "labels": ["x"],
    "savedAt": "2024-05-06T07:08:09.000Z",
    "publishedAt": None,
}
HIGHLIGHTS = "> First words #sea #port\n> and more\n\nA note\nin lines\n\n> Second #sea\n> Third\n"


def read(data: Any) -> Any:
    """Return what is found in a file of text or of JSON."""
    return find("file", (data if isinstance(data, str) else json.dumps(data)).encode())


def test_readwise_gives_lines_quotes_notes_and_tags() -> None:
    found = read(READWISE)
    [article] = found.articles
    first, second = (one.mark for one in article.marks)
    assert (found.format, article.title, article.is_listed) == ("readwise", "The ferry", False)
    assert (first.quote, first.note, first.tags) == (
        'First "line"\nsecond',
        "A note",
        ("x", "y", "own"),
    )
    assert (first.color, first.created) == ("yellow", "2026-07-17T14:00:25.000Z")
    assert (second.kind, second.note) == ("note", "Of it all")
    assert [str(one) for one in found.refused] == ["line 5: names neither a title nor an address"]


def test_clippings_join_notes_to_highlights_in_any_language() -> None:
    found = read(CLIPPINGS)
    ferry, german = found.articles
    [one] = ferry.marks
    assert (ferry.title, ferry.byline) == ("The ferry (a story)", ("Lund, Ida",))
    assert one.mark.quote == "Nobody wants\nto see it go."
    assert one.mark.note == "Ask."
    assert one.mark.created == "2020-06-04T14:29:36.000Z"
    assert (german.title, german.marks[0].mark.quote, len(german.marks)) == (
        "Die Fähre",
        "Worte.",
        1,
    )
    assert [one.where for one in found.refused] == ["line 22", "line 27"]


def test_koreader_gives_documents_with_chapters() -> None:
    found = read(KOREADER)
    [article] = found.articles
    [one] = article.marks
    assert article.byline == ("Ida Lund", "Tom Aske")
    assert (one.mark.quote, one.mark.note, one.mark.section) == ("Words.", "Ask.", "One")
    assert one.mark.created == "2020-01-01T00:00:00.000Z"
    assert len(found.refused) == 3


def test_hypothesis_gives_notes_replies_and_places_in_code_units() -> None:
    found = read(HYPOTHESIS)
    first, reply = (one for article in found.articles for one in article.marks)
    assert found.articles[0].title == "The ferry"
    assert (first.mark.quote, first.mark.prefix, first.mark.start) == ("words", "in ", 5)
    assert (first.in_code_units, first.mark.created) == (True, "2025-01-01T00:00:00.123Z")
    assert (reply.mark.reply_to, reply.mark.kind) == (first.mark.id, "note")
    assert first.mark.origin["app"], first.mark.origin["id"] == ("hypothesis", "a1")
    assert [one.where for one in found.refused] == ["annotation 3", "annotation 4", "annotation 5"]
    dump = {"rows": HYPOTHESIS["annotations"], "total": 5}
    assert len(read(dump).articles) == len(found.articles)


def test_web_annotations_are_found_in_collections_pages_and_lists() -> None:
    one = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/anno/1",
        "type": "Annotation",
        "target": {
            "source": "https://example.org/a",
            "selector": {"type": "TextQuoteSelector", "exact": "words"},
        },
    }
    page = {"type": "AnnotationPage", "items": [one, {"type": "Annotation"}]}
    collection = {"type": "AnnotationCollection", "first": page}
    for found in map(read, (one, [one], page, collection)):
        [article] = found.articles
        assert (found.format, article.url) == ("w3c", "https://example.org/a")
        assert article.marks[0].mark.quote == "words"
    assert [str(each) for each in read(page).refused] == ["annotation 2: it has no target"]


def test_an_archive_of_omnivore_gives_texts_and_highlights_wherever_they_lie() -> None:
    for folder in ("content", "contents"):
        data = io.BytesIO()
        with ZipFile(data, "w") as archive:
            newsletter = {"slug": "letter", "url": "https://omnivore.app/no_url?q=1"}
            archive.writestr("metadata_0_to_20.json", json.dumps([OMNIVORE, newsletter, 3]))
            archive.writestr(f"{folder}/the-ferry.html", "<p>First words and more.</p>")
            archive.writestr("highlights/the-ferry.md", HIGHLIGHTS)
        found = find("file", data.getvalue())
        [article] = found.articles
        said = [(one.mark.quote, one.mark.note, one.mark.tags) for one in article.marks]
        assert article.content == "<p>First words and more.</p>"
        assert (article.tags, article.said) == (("x",), {"archived": True, "read": True})
        assert said == [
            ("First words #sea #port\nand more", "A note\nin lines", ()),
            ("Second #sea\nThird", "", ()),
        ]
        assert len(found.refused) == 2


def test_own_json_that_has_not_the_shape_of_a_mark_is_told() -> None:
    bad = [
        {"article": "a", "quote": "x"},
        {"id": "01jez7r4v0q8a", "article": "../a", "quote": "x"},
        {"id": "01jez7r4v0q8a", "article": "a", "quote": 3},
        {"id": "01jez7r4v0q8a", "article": "a", "quote": "x", "label": "new"},
        {"id": "01jez7r4v0q8a", "article": "a", "quote": "x", "deleted": True},
        {"blocks": [], "version": "x", "id": "a", "text": "y", "title": "z"},
        None,
    ]
    found = read(bad)
    assert found.format == "json"
    assert found.articles == ()
    assert len(found.refused) == len(bad)


def test_a_note_that_stands_elsewhere_goes_to_the_highlight_that_ends_where_it_is() -> None:
    records = [
        *(("Highlight", "10-12", "First"), ("Highlight", "20-25", "Second")),
        *(("Note", "12", "Of the first"), ("Note", "12", "Once more"), ("Note", "99", "Of none")),
    ]
    text = "".join(
        f"A\n- Your {kind} on Location {place}\n\n{words}\n==========\n"
        for kind, place, words in records
    )
    [article] = find("file", text.encode(), "clippings").articles
    assert [(one.mark.quote, one.mark.note) for one in article.marks] == [
        ("First", "Of the first"),
        ("Second", ""),
        ("", "Once more"),
        ("", "Of none"),
    ]
