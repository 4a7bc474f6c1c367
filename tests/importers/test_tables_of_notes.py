"""Tables of notes that Kindle's app mails, and that the client of Hypothesis writes."""

from reader.importers import Found, find

KINDLE = """\
"Your Kindle Notes For:",,,
"The ferry (a story)",,,
"by Ida Lund; Tom Aske",,,
"Free Kindle instant preview:",,,
"https://a.example/ferry",,,
----------------------------------------------,,,
,,,
"Annotation Type","Location","Starred?","Annotation"
"Highlight (Yellow)","Location 249-251","","Nobody wants,
to see it go."
"Note","Location 251","*","Ask."
"Highlight (Blue)","Page 300","","Words."
"Bookmark","Location 310","",""
"Note","Location 400","","Of the end."
"Highlight (Pink)","Location 420","",""
"""

HYPOTHESIS = """\
Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags
2026-03-02T10:00:00.000+00:00,acct:ida@notes.example,The ferry,https://a.example/ferry,Public,\
Annotation,"The last, ""real"" ferry",Ask.,"coast,pier"
2026-03-02T10:01:00.000+00:00,acct:ida@notes.example,The ferry,https://a.example/ferry,Public,\
Page note,,Of it all,
,acct:ida@notes.example,The ferry,https://a.example/ferry,Public,Highlight,,,
,acct:ida@notes.example,Lost,nowhere,Public,Highlight,Words,,
"""


def _read(text: str) -> Found:
    """Return what is found in *text*, whose format its content tells."""
    return find("table.csv", text.encode("utf-8-sig"))


def test_kindle_mail_gives_each_highlight_the_note_of_its_place() -> None:
    found = _read(KINDLE)
    (book,) = found.articles
    assert found.format == "kindle-csv"
    assert (book.title, book.byline) == ("The ferry (a story)", ("Ida Lund", "Tom Aske"))
    assert [(one.mark.quote, one.mark.note, one.mark.color) for one in book.marks] == [
        ("Nobody wants,\nto see it go.", "Ask.", "yellow"),
        ("Words.", "", "blue"),
        ("", "Of the end.", None),
    ]
    assert [str(one) for one in found.refused] == ["line 15: has no words"]


def test_a_kindle_mail_without_an_author_or_rows_is_no_trouble() -> None:
    assert _read(KINDLE.replace("by Ida Lund; Tom Aske", "")).articles[0].byline == ()
    assert _read(KINDLE.split('"Highlight')[0]).articles == ()


def test_a_table_of_hypothesis_gives_notes_with_their_words_tags_and_dates() -> None:
    found = _read(HYPOTHESIS)
    (page,) = found.articles
    assert (found.format, page.title) == ("hypothesis-csv", "The ferry")
    assert [(one.mark.kind, one.mark.quote, one.mark.note) for one in page.marks] == [
        ("highlight", 'The last, "real" ferry', "Ask."),
        ("note", "", "Of it all"),
    ]
    first = page.marks[0].mark
    assert (first.tags, first.created) == (("coast", "pier"), "2026-03-02T10:00:00.000Z")
    assert [str(one) for one in found.refused] == [
        "line 4: has neither words nor a note",
        "line 5: “nowhere” is no web address",
    ]


def test_the_same_row_has_the_same_name_whenever_it_is_read() -> None:
    for text in (KINDLE, HYPOTHESIS):
        once, again = ([one.mark.origin for one in _read(text).articles[0].marks] for _ in range(2))
        assert once == again
