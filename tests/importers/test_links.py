"""Lists of links, as each program writes them, with their traps."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.errors import NotFoundError, ReaderError, UsageError
from reader.importers import FoundArticle, find

POCKET = """\
title,url,time_added,tags,status
A story,https://example.org/a?utm_source=pocket,1577836800,news|port news,unread
https://example.org/b,https://example.org/b,1577836801,,archive
"Cut
off",https://example.org/c,1577836802,,unread
Nowhere,no address,1577836803,,unread
,,,,
Too,https://example.org/d,1,,unread,one more
"""
OLD_POCKET = (
    "title,url,time_added,cursor,tags,status\nA,https://example.org/a,1577836800,,x,unread\n"
)
INSTAPAPER = """\
URL,Title,Selection,Folder,Timestamp,Tags
https://example.org/a,A,,Unread,1577836800,"[""one"",""two""]"
https://example.org/b,B,What was said.,Starred,1577836800,[]
https://example.org/c,C,,Archive,1577836800,
https://example.org/d,D,,Harbours,1577836800,
"""
RAINDROP = """\
id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,A,My note,An excerpt,https://example.org/a,Sea / Ports,"x, y",2024-05-06T07:08:09.000Z,,"one line
Highlight: two words
Note: said of it
Color: red",true
2,B,,,https://example.org/b,Unsorted,,2024-05-06T07:08:09Z,,,false
"""
MATTER = """\
Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,\
Last Interaction Date,File Id
A,Ida Lund,Courier,https://example.org/a,x;y z,10,False,True,True,0,2024-05-06 07:08:09,1
"""
READER = """\
Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
A,https://example.org/a,1,"['x', 'y''s']",2024-05-06 07:08:09+00:00,0,later,True
B,https://example.org/b,2,,2024-05-06 07:08:09+00:00,0,feed,False
C,https://example.org/c,3,,2024-05-06 07:08:09+00:00,0,archive,False
"""
OMNIVORE = (
    "url,state,labels,saved_at,published_at\n"
    'https://example.org/a,ARCHIVED,"[x, y z]",1577836800000,1577836800000\n'
)
BOOKMARKS = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1577836800">Bookmarks bar</H3>
    <DL><p>
        <DT><H3>Ports</H3>
        <DL><p>
            <DT><A HREF="https://example.org/a" ADD_DATE="1577836800" TAGS="x,y">A &amp; B</A>
            <DD>Read this
            <DT><A HREF="javascript:alert(1)">Script</A>
        </DL><p>
        <DT><A HREF="https://example.org/b" ADD_DATE="1577836800000000">B</A>
    </DL><p>
    <DT><A HREF="ftp://example.org/c">C</A>
</DL><p>
"""
POCKET_HTML = """\
<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://example.org/a" time_added="1577836800" tags="x,y">A</a></li></ul>
<h1>Read Archive</h1><ul>
<li><a href="https://example.org/b" time_added="1577836801" tags="">https://example.org/b</a></li>
</ul></body></html>
"""


def read(text: str) -> tuple[FoundArticle, ...]:
    """Return the articles of a file, none of which is refused."""
    found = find("list", text.encode())
    assert found.refused == ()
    return found.articles


def test_pocket_keeps_tags_dates_and_what_was_archived_and_tells_bad_rows() -> None:
    found = find("list", b"\xef\xbb\xbf" + POCKET.encode())
    first, second, third = found.articles
    assert found.format == "pocket"
    assert (first.url, first.tags, first.added) == (
        "https://example.org/a",
        ("news", "port news"),
        "2020-01-01T00:00:00.000Z",
    )
    assert (second.title, second.said) == ("", {"archived": True, "read": True})
    assert third.where == "line 4"
    assert [str(one) for one in found.refused] == [
        "line 6: “no address” is no web address",
        "line 8: has 6 cells for 5 columns",
    ]
    assert find("list", OLD_POCKET.encode()).articles[0].tags == ("x",)


def test_the_parts_of_an_archive_are_read_together() -> None:
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("part_000001.csv", POCKET)
        archive.writestr("part_000000.csv", OLD_POCKET)
        archive.writestr("__MACOSX/part_000000.csv", "x")
    found = find("list", data.getvalue())
    assert len(found.articles) == 4
    assert found.refused[0].where == "part_000001.csv, line 6"


def test_instapaper_keeps_folders_stars_times_and_what_was_selected() -> None:
    first, second, third, fourth = read(INSTAPAPER)
    assert (first.tags, first.added) == (("one", "two"), "2020-01-01T00:00:00.000Z")
    assert second.said == {"starred": True}
    assert second.marks[0].mark.quote == "What was said."
    assert third.said == {"archived": True, "read": True}
    assert (first.section, fourth.section) == (None, "Harbours")


def test_raindrop_keeps_folders_highlights_and_notes() -> None:
    first, second = read(RAINDROP)
    assert (first.section, first.tags, first.said) == ("Sea / Ports", ("x", "y"), {"starred": True})
    said = [(one.mark.quote, one.mark.note, one.mark.color) for one in first.marks]
    assert said == [
        ("one line", "", None),
        ("two words", "said of it", "red"),
        ("", "My note", None),
    ]
    assert (second.section, second.marks, second.said) == (None, (), {})


def test_matter_keeps_authors_publishers_and_what_was_read() -> None:
    [article] = read(MATTER)
    assert (article.byline, article.publisher, article.tags) == (
        ("Ida Lund",),
        "Courier",
        ("x", "y z"),
    )
    assert article.said == {"read": True, "starred": True, "archived": True}


def test_reader_leaves_out_what_came_by_feeds_alone() -> None:
    first, second = read(READER)
    assert (first.tags, first.said) == (("x", "ys"), {"later": True, "read": True})
    assert second.said == {"archived": True}


def test_omnivore_lists_count_thousandths_of_seconds() -> None:
    [article] = read(OMNIVORE)
    assert article.tags == ("x", "y z")
    assert (article.added, article.published) == (
        "2020-01-01T00:00:00.000Z",
        "2020-01-01T00:00:00.000Z",
    )


def test_bookmarks_keep_folders_tags_and_notes_though_no_tag_is_closed() -> None:
    found = find("list", BOOKMARKS.encode())
    first, second = found.articles
    assert (first.title, first.section, first.tags) == ("A & B", "Ports", ("x", "y"))
    assert first.marks[0].mark.note == "Read this"
    assert (second.section, second.added) == (None, "2020-01-01T00:00:00.000Z")
    assert [str(one) for one in found.refused] == [
        "line 15: “ftp://example.org/c” is no web address"
    ]


def test_the_page_of_pocket_is_told_from_bookmarks() -> None:
    first, second = read(POCKET_HTML)
    assert (first.tags, first.said) == (("x", "y"), {})
    assert (second.title, second.said) == ("", {"archived": True, "read": True})


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "in no format"), (b"a,b\n1,2\n", "in no format"), (b"PK\x03\x04x", "damaged archive")],
)
def test_what_nobody_wrote_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        find("list", data)


def test_a_format_that_is_named_wrongly_is_told() -> None:
    with pytest.raises(UsageError, match="scroll: no format of an import; use json, "):
        find("list", b"x", "scroll")
    with pytest.raises(ReaderError, match="not csv: it has no column 'quote'"):
        find("list", POCKET.encode(), "csv")
    with pytest.raises(ReaderError, match="not raindrop: it lacks cover, created, excerpt"):
        find("list", POCKET.encode(), "raindrop")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no such file"):
        find(str(tmp_path / "none"))


def test_a_folder_of_articles_is_a_list_of_files(tmp_path: Path) -> None:
    for name in ("b.md", "sea/a.html", "sea/a_files/x.html", ".git/c.md", "d.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("Words.")
    found = find(str(tmp_path))
    assert [(one.where, one.section) for one in found.articles] == [
        ("b.md", None),
        (str(Path("sea", "a.html")), "sea"),
    ]
