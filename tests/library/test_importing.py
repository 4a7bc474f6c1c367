"""Other programs' files come into the library: each article and mark once, and all of it back."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.annotations import from_w3c
from reader.errors import StoreError
from reader.library import Library
from reader.library.importing import Imported
from tests.library.conftest import OpenLibrary
from tests.library.made import PORT, other, port

POCKET = "title,url,time_added,tags,status\nA,{url},1577836800,x,archive\nB,no url,1,,unread\n"
PAGE = "<p>The harbour of Lowmouth opened late.</p><p>Nobody was surprised, the mayor said.</p>"


def wallabag(**fields: Any) -> bytes:
    """Return a file of wallabag with one article and an annotation that fits, one that does not."""
    article = {
        "title": "The harbour",
        "url": "https://example.org/harbour",
        "is_archived": 0,
        "is_starred": 1,
        "content": PAGE,
        "tags": ["sea"],
        "published_by": ["Ada Marsh"],
        "published_at": "2025-12-11T10:00:00+0200",
        "annotations": [
            {"id": 1, "quote": "opened late", "text": "Why?"},
            {"id": 2, "quote": "never there at all", "text": ""},
        ],
    }
    return json.dumps([article | fields]).encode()


def take(library: Library, data: bytes | str, **options: Any) -> Imported:
    """Import *data* into *library*."""
    data = data.encode() if isinstance(data, str) else data
    return library.exchange.import_from("file", data, **options)


def everything(library: Library) -> object:
    """Return all that the library holds."""
    rows = [row.as_dict() for row in library.rows()]
    marks = [replace(mark, updated="", sum=None, more={}) for mark in library.all_marks()]
    return rows, [mark.as_dict() for mark in marks]


def test_an_article_with_its_text_and_marks_is_taken_in(library: Library) -> None:
    imported = take(library, wallabag())
    [row] = library.rows()
    article = library.article(row.id)
    placed, lost = library.marks(row.id)
    assert (article.title, article.byline, row.tags, row.starred) == (
        "The harbour",
        ("Ada Marsh",),
        ("sea",),
        True,
    )
    assert article.text == (
        "The harbour of Lowmouth opened late.\n\nNobody was surprised, the mayor said."
    )
    assert article.text[slice(*placed.ranges[0])] == "opened late"
    assert (placed.note, placed.origin and placed.origin["app"]) == ("Why?", "wallabag")
    assert [mark.id for mark in imported.unplaced] == [lost.id]
    assert imported.summary == "wallabag: 1 article, 2 marks, 1 without a place"


def test_importing_twice_changes_nothing(library: Library) -> None:
    for data in (wallabag(), POCKET.format(url="https://example.org/a").encode()):
        take(library, data)
        before = everything(library)
        again = take(library, data)
        assert everything(library) == before
        assert not again.counts["articles"]
        assert not again.counts["marks"]


def test_one_undo_takes_a_whole_import_back_and_it_can_be_imported_again(
    library: Library,
) -> None:
    library.keep(other())
    before = everything(library)
    take(library, wallabag())
    after = everything(library)
    assert library.undo() == "import of 1 article and 2 marks from wallabag"
    assert everything(library) == before
    assert library.redo() is not None
    assert everything(library) == after
    library.undo()
    assert take(library, wallabag()).counts["marks"] == 2
    assert len(library.rows()) == 2


def test_a_dry_run_counts_and_leaves_everything(library: Library) -> None:
    before = everything(library)
    imported = take(library, wallabag(), dry_run=True)
    assert (imported.counts["articles"], imported.counts["marks"]) == (1, 2)
    assert everything(library) == before


def test_a_link_waits_for_the_text_of_its_page(library: Library) -> None:
    imported = take(library, POCKET.format(url="https://example.org/a"))
    [row] = library.rows()
    assert (row.title, row.tags, row.archived, row.unread) == ("A", ("x",), True, False)
    assert library.feeds.is_cut(row.id)
    assert library.article(row.id).text == ""
    assert "address" in library.article(row.id).guessed["text"]
    assert library.state(row.id)["card"]["added"] == "2020-01-01T00:00:00.000Z"
    assert imported.refused == ("line 3: “no url” is no web address",)


def test_an_article_that_is_held_keeps_what_was_said_of_it_and_gets_the_marks(
    library: Library,
) -> None:
    library.keep(port(), tags=["own"])
    data = wallabag(url=port().url, annotations=[{"id": 9, "quote": PORT[1], "text": "Sum?"}])
    imported = take(library, data)
    [mark] = library.marks(port().id)
    assert (imported.counts["articles"], imported.counts["same_articles"]) == (0, 1)
    assert mark.anchor.status == "exact"
    assert library.article(port().id).text == port().text
    assert library.rows()[0].tags == ("own",)


def test_marks_find_the_article_of_their_title(library: Library) -> None:
    library.keep(port())
    head = "Highlight,Title,Author,URL,Note,Location,Date\n"
    take(library, f"{head}{PORT[0]},PORT STRIKE ENDS,,,,,\nWords,Other,,,,,\n")
    assert [mark.quote for mark in library.marks(port().id)] == [PORT[0]]
    [loose] = [mark for mark in library.all_marks() if mark.article != port().id]
    assert (loose.anchor.status, loose.origin and loose.origin["title"]) == ("unplaced", "Other")
    assert "Other" in library.export_text([loose.article], "readwise-csv")


def test_offsets_in_code_units_decide_between_words_that_stand_twice(library: Library) -> None:
    article = port("🛳 Ships wait.", "Ships wait.", "Ships wait.")
    library.keep(article)
    selectors = [
        {"type": "TextQuoteSelector", "exact": "Ships wait."},
        {"type": "TextPositionSelector", "start": 16, "end": 27},
    ]
    one = {"id": "a", "uri": article.url, "target": [{"selector": selectors}], "user": "x"}
    take(library, json.dumps([one]))
    [mark] = library.marks(article.id)
    assert (mark.anchor.status, mark.anchor.start) == ("exact", 15)


@pytest.mark.parametrize("form", ["json", "w3c", "hypothesis", "readwise-csv", "clippings", "csv"])
def test_what_left_from_here_is_here_already(library: Library, form: str) -> None:
    library.keep(port())
    library.annotate(port().id, quote=PORT[0], note="Ask.", tags=["x"])
    library.annotate(port().id, quote=PORT[1], kind="claim", status="disputed")
    text = library.export_text([port().id], form)
    before = everything(library)
    assert not take(library, text).counts["marks"]
    assert everything(library) == before


@pytest.mark.parametrize("form", ["json", "w3c"])
def test_marks_arrive_in_another_library_as_they_left(
    library: Library, tmp_path: Path, form: str
) -> None:
    from reader.config import Config
    from reader.paths import Paths

    library.keep(port())
    made = library.annotate(port().id, quote=PORT[0], note="Ask.", label="doubt", speaker="Ida")
    library.annotate(port().id, kind="note", note="Because.", reply_to=made.id)
    text = library.export_text([port().id], form)
    there = Library.open(Paths.below(tmp_path / "there"), Config())
    there.keep(port())
    take(there, text)
    kept = [replace(mark, sum=None, updated="") for mark in library.marks(port().id)]
    assert [replace(mark, sum=None, updated="") for mark in there.marks(port().id)] == kept
    there.close()


def test_a_mark_that_was_deleted_here_comes_back_under_another_id(library: Library) -> None:
    library.keep(port())
    made = library.annotate(port().id, quote=PORT[0])
    text = library.export_text([port().id], "json")
    library.delete_mark(made.id)
    take(library, text)
    take(library, text)
    [mark] = library.marks(port().id)
    assert (mark.id != made.id, mark.quote) == (True, PORT[0])


def test_marks_on_a_page_that_is_not_held_wait_on_its_link(library: Library) -> None:
    mark = from_w3c(
        {"type": "Annotation", "target": "https://example.org/far", "bodyValue": "A note"}
    )
    assert mark.note == "A note"
    body = {"type": "Annotation", "target": "https://example.org/far", "bodyValue": "A note"}
    take(library, json.dumps(body))
    [row] = library.rows()
    assert (row.url, row.marks) == ("https://example.org/far", 1)


def test_a_folder_of_files_is_taken_in_by_its_folders(library: Library, tmp_path: Path) -> None:
    (tmp_path / "in" / "sea").mkdir(parents=True)
    (tmp_path / "in" / "a.md").write_text("# A\n\nWhat happened in the morning.\n")
    (tmp_path / "in" / "sea" / "b.md").write_text("# B\n\nWhat happened at night.\n")
    (tmp_path / "in" / "c.html").write_text("")
    imported = library.exchange.import_from(str(tmp_path / "in"))
    assert {row.title: row.section for row in library.rows()} == {"A": "Saved", "B": "sea"}
    assert len(imported.refused) == 1
    again = library.exchange.import_from(str(tmp_path / "in"))
    assert (again.counts["articles"], again.counts["same_articles"]) == (0, 2)


def test_subscriptions_are_handed_to_the_feeds(library: Library) -> None:
    opml = (
        '<opml version="2.0"><body><outline text="A" type="rss" xmlUrl="https://a.example/f"/>'
        '<outline text="B" type="rss" xmlUrl="nowhere"/></body></opml>'
    )
    assert take(library, opml, dry_run=True).counts["feeds"] == 1
    assert library.feeds.rows() == []
    imported = take(library, opml)
    assert (imported.counts["feeds"], len(imported.refused)) == (1, 1)
    assert [row.url for row in library.feeds.rows()] == ["https://a.example/f"]
    library.undo()
    assert library.feeds.rows() == []


def test_progress_is_told_article_by_article(library: Library) -> None:
    told: list[tuple[int, int]] = []
    take(library, wallabag(), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


def test_nothing_is_taken_in_when_the_store_refuses(
    library: Library, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("the store", "is full")

    monkeypatch.setattr(library._store, "commit", refuse)
    with pytest.raises(StoreError):
        take(library, wallabag())
    assert everything(open_library()) == ([], [])


def test_an_article_as_this_program_prints_it_is_taken_in_whole(
    library: Library, open_library: OpenLibrary
) -> None:
    take(library, json.dumps(port(published="2025-12-11").as_dict()))
    assert library.article(port().id) == port(published="2025-12-11")
    library.annotate(port().id, quote=PORT[0])
    assert [mark.anchor.status for mark in library.marks(port().id)] == ["exact"]


def test_a_text_that_is_none_leaves_a_link_and_one_without_a_page_is_told(
    library: Library,
) -> None:
    imported = take(library, wallabag(content="<script>x</script>", annotations=[]))
    [row] = library.rows()
    assert library.feeds.is_cut(row.id)
    assert imported.refused == ()
    told = take(library, wallabag(content="<script>x</script>", annotations=[], url="urn:x"))
    assert len(told.refused) == 1
    assert len(library.rows()) == 1


def test_marks_wait_for_the_text_of_a_link_and_find_their_place_in_it(library: Library) -> None:
    raindrop = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
    url = port().url
    take(library, f"{raindrop}1,Port,,,{url},,,2024-05-06T07:08:09Z,,{PORT[0]},\n")
    assert [mark.anchor.status for mark in library.marks(port().id)] == ["unplaced"]
    library.keep(port())
    assert [mark.anchor.status for mark in library.marks(port().id)] == ["exact"]


def test_an_id_that_no_mark_can_have_is_told(library: Library) -> None:
    bad = {"id": "not one of ours", "article": "a0", "quote": "words"}
    imported = take(library, json.dumps([bad]))
    assert imported.refused == ("entry 1: its id is none that a mark can have",)
    assert list(library.all_marks()) == []


def test_marks_that_left_another_library_find_the_article_by_its_address(library: Library) -> None:
    library.keep(port())
    selector = {"type": "TextQuoteSelector", "exact": PORT[0]}
    target = {"source": port().url, "selector": selector}
    own = {"newsmargin:mark": {"article": "its-id-there"}}
    take(library, json.dumps({"type": "Annotation", "target": target} | own))
    assert [mark.quote for mark in library.marks(port().id)] == [PORT[0]]
    assert len(library.rows()) == 1


def test_two_marks_on_the_same_words_are_two(library: Library) -> None:
    library.keep(port("Ships wait.", "Ships wait."))
    head = "Highlight,Title,Author,URL,Note,Location,Date\n"
    rows = "".join(f"Ships wait.,Port,,{port().url},,{place},\n" for place in (1, 2))
    annotations = [{"id": number, "quote": "Ships wait.", "text": ""} for number in (1, 2)]
    for data in (head + rows, wallabag(url=port().url, annotations=annotations)):
        before = len(library.marks(port().id))
        take(library, data)
        assert len(library.marks(port().id)) == before + 2
        take(library, data)
        assert len(library.marks(port().id)) == before + 2
