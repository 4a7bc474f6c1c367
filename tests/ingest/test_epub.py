"""Books: their chapters, what they say of themselves, and those made to do harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from reader.errors import IngestError, TooLargeError
from reader.ingest import ingest
from reader.ingest.epub import archive

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
METADATA = (
    "<dc:title>Tides of Seaham</dc:title><dc:creator>Lee, Ann</dc:creator>"
    "<dc:creator>Ben Hill</dc:creator><dc:date>2024-05-17</dc:date><dc:language>en-GB</dc:language>"
    "<dc:publisher>Quay Press</dc:publisher><dc:subject>Coasts</dc:subject>"
    "<dc:description>&lt;p&gt;A year by the sea.&lt;/p&gt;</dc:description>"
)
HEAD = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
CHAPTERS = {
    "text/cover.xhtml": '<img src="cover.jpg" alt="Cover"/>',
    "text/one.xhtml": "<h1>Spring</h1><p>The tide came <em>in</em>.</p><h2>April</h2><p>Rain.</p>",
    "text/two.xhtml": '<h1>Summer</h1><a id="x"/><p>It went out.</p><ol><li>Sand</li></ol>',
    "text/three.xhtml": "<p>Nothing more came.</p>",
    "text/copyright.xhtml": "<p>© 2024 Quay Press</p>",
}
NAV = (
    '<nav><ol><li><a href="text/one.xhtml">Spring</a></li>'
    '<li><a href="text/three.xhtml#top">Autumn</a></li></ol></nav>'
)


def package(metadata: str = METADATA, pages: tuple[str, ...] = tuple(CHAPTERS)) -> str:
    """Return a book's account of itself."""
    kind = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="p{n}" href="{page}" {kind}/>' for n, page in enumerate(pages))
    refs = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<metadata>{metadata}</metadata><manifest>{items}<item id="nav" href="nav.xhtml" {kind} '
        f'properties="nav"/></manifest><spine><itemref idref="nav"/>{refs}</spine></package>'
    )


def book(**changed: str | bytes | None) -> bytes:
    """Return a book; *changed* are the files that are others than usual, None for one left out."""
    files: dict[str, str | bytes | None] = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package(),
        "OPS/nav.xhtml": HEAD + NAV,
        **{f"OPS/{name}": f"{HEAD}{text}</body></html>" for name, text in CHAPTERS.items()},
        **changed,
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        for name, text in files.items():
            if text is not None:
                made.writestr(name, text)
    return target.getvalue()


def test_a_book_is_one_article_of_its_chapters_in_order() -> None:
    article = ingest(book())

    assert article.title == "Tides of Seaham"
    assert article.text.split("\n\n") == [
        *("Spring", "The tide came in.", "April", "Rain."),
        *("Summer", "It went out.", "Sand"),
        *("Autumn", "Nothing more came."),
    ]
    assert [(part.title, part.level) for part in article.sections] == [
        ("Spring", 2),
        ("Summer", 2),
        ("Autumn", 2),
    ]
    assert [part.title for part in article.sections[0].children] == ["April"]
    assert article.blocks[1].inline[0].kind == "emphasis"


def test_a_book_says_who_made_it_when() -> None:
    article = ingest(book())

    assert article.byline == ("Ann Lee", "Ben Hill")
    assert (article.publisher, article.language) == ("Quay Press", "en-GB")
    assert (article.published, article.tags) == ("2024-05-17", ("Coasts",))
    assert article.summary == "A year by the sea."


def test_what_stands_beside_the_text_is_dropped_with_its_reason() -> None:
    told = {piece.text: piece.reason for piece in ingest(book()).dropped}

    assert told["© 2024 Quay Press"] == "contents"
    assert told["Autumn"] == "contents"


def test_the_older_table_of_contents_names_pages_too() -> None:
    points = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>The '
        'end</text></navLabel><content src="text/three.xhtml"/></navPoint></navMap></ncx>'
    )
    opf = package().replace(
        "</manifest>",
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>',
    )
    opf = opf.replace('properties="nav"', "").replace('<itemref idref="nav"/>', "")
    made = book(**{"OPS/book.opf": opf, "OPS/toc.ncx": points, "OPS/nav.xhtml": None})

    assert "The end\n\nNothing more came." in ingest(made).text


def test_a_book_without_the_sign_in_front_is_known_by_its_container() -> None:
    target = BytesIO()
    with ZipFile(BytesIO(book())) as made, ZipFile(target, "w", ZIP_DEFLATED) as other:
        for name in reversed(made.namelist()):
            other.writestr(name, made.read(name))

    assert ingest(target.getvalue()).title == "Tides of Seaham"


def test_a_page_that_is_missing_leaves_a_gap_that_is_told() -> None:
    article = ingest(book(**{"OPS/text/two.xhtml": None}))

    assert "Spring" in article.text
    assert "Nothing more came" in article.text
    assert "damaged" in {piece.reason for piece in article.dropped}


def test_entities_are_refused() -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    entities = (
        f'<!DOCTYPE package [<!ENTITY a0 "tide"><!ENTITY f SYSTEM "file:///etc/hostname">{bomb}]>'
    )
    opf = package(METADATA.replace("Coasts", "&a9;&f;")).replace("?>", f"?>{entities}", 1)

    with pytest.raises(IngestError, match="defines entities"):
        ingest(book(**{"OPS/book.opf": opf}))


def locked(name: str) -> str:
    """Return a list of what is encrypted in a book."""
    return (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
        f'<e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData></encryption>'
    )


def test_a_locked_book_says_so_and_locked_fonts_do_not_matter() -> None:
    with pytest.raises(IngestError, match="locked by its seller; open it in its own reader"):
        ingest(book(**{"META-INF/encryption.xml": locked("OPS/text/one.xhtml")}))
    assert ingest(book(**{"META-INF/encryption.xml": locked("OPS/font.otf")})).text


def test_what_is_packed_to_fill_the_memory_is_refused() -> None:
    with pytest.raises(TooLargeError, match="packed as no book is"):
        ingest(book(**{"OPS/text/one.xhtml": b"<p>" + b"a" * 30_000_000}))


def test_a_book_is_unpacked_no_further_than_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TEXT", 2_000)
    with pytest.raises(TooLargeError, match="of text"):
        ingest(book(**{"OPS/text/two.xhtml": "<p>" + "tide and sand " * 500}))
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    with pytest.raises(TooLargeError, match="more than 3 files"):
        ingest(book())


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"META-INF/container.xml": None, "OPS/book.opf": None}, "is no book"),
        ({"OPS/book.opf": ""}, "damaged"),
        (
            {"OPS/book.opf": package(pages=()).replace('<itemref idref="nav"/>', "")},
            "without pages",
        ),
        ({"OPS/book.opf": package(pages=("none.xhtml",))}, "without text"),
    ],
)
def test_a_book_that_cannot_be_read_says_why(changed: dict[str, str | None], problem: str) -> None:
    with pytest.raises(IngestError, match=rf"the source: .*{problem}.*; "):
        ingest(book(**changed))


def test_half_a_book_is_damaged() -> None:
    whole = book()
    for end in range(100, len(whole) - 1, 97):
        with pytest.raises(IngestError):
            ingest(whole[:end])
