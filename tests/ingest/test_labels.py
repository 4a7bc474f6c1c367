"""Lines that name a field: labels, tags, publishers."""

import pytest

from reader.ingest.labels import Dateline, dateline_of, is_date_line, names, read_labels
from reader.ingest.publisher import publisher_of
from reader.ingest.tags import split_tags


def test_the_first_publication_counts_before_the_update() -> None:
    stated = read_labels(
        ["Last Updated: March 6, 2024", "First Published:", "March 5, 2024, 14:30 IST", "Text."]
    )
    assert stated.published == "2024-03-05T14:30:00+05:30"
    assert stated.modified == "2024-03-06"
    assert stated.lines == {0: "label", 1: "label", 2: "metadata"}


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Example", ("Ann Example",)),
        ("By Ann Example and Bo Sample", ("Ann Example", "Bo Sample")),
        (
            "Written by: Ann Example, Bo Sample | Example Wire",
            ("Ann Example", "Bo Sample", "Example Wire"),
        ),
        ("By Ann Example March 5, 2024", ("Ann Example",)),
        ("By Jan van der Berg", ("Jan van der Berg",)),
        ("By the time the boats came in", ()),
        ("By 2030 the port will be closed", ()),
        ("Byline", ()),
        ("By " + "x" * 400, ()),
    ],
)
def test_a_byline_names_people_and_nothing_else(line: str, byline: tuple[str, ...]) -> None:
    assert read_labels([line]).byline == byline


def test_a_byline_may_stand_below_its_label_and_have_a_date_beside_it() -> None:
    stated = read_labels(["By", "Ann Example", "Edited by", "Bo Sample, 5 March 2024"])
    assert stated.byline == ("Ann Example", "Bo Sample")
    assert stated.published == "2024-03-05"
    assert stated.lines == dict.fromkeys(range(4), "metadata")


def test_an_agency_and_a_place_are_taken_when_their_value_is_a_name() -> None:
    stated = read_labels(["Source: Example Wire", "Source: Other Wire", "Location: New Harwich"])
    assert (stated.publisher, stated.dateline) == ("Example Wire", "New Harwich")
    assert read_labels(["Location: see the map on the next page"]).dateline is None
    assert read_labels(["Location :", "New Harwich, Essex"]).dateline == "New Harwich, Essex"
    assert read_labels(["Location :", "First Published:", "5 March 2024"]).dateline is None


@pytest.mark.parametrize(
    "line", ["Location", "Source of the problem", "Topics we cover", "Date palms grow", "Posted"]
)
def test_a_common_word_without_its_sign_is_no_label_of_a_value(line: str) -> None:
    stated = read_labels([line, "A paragraph follows, which says something else entirely."])
    assert stated.published is None
    assert stated.publisher is None
    assert stated.tags == ()


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Tags: ports, strikes"], ("ports", "strikes")),
        (["Tags", "ports | strikes"], ("ports", "strikes")),
        (["Topics :", "#ports #strikes"], ("ports", "strikes")),
        (["Tags:", "A whole sentence follows instead."], ()),
        (["Tags:"], ()),
    ],
)
def test_tags_stand_beside_their_label_or_below_it(lines: list[str], tags: tuple[str, ...]) -> None:
    assert read_labels(lines).tags == tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("modiputinTrump", ("modi", "putin", "Trump")),
        ("harbour", ("harbour",)),
        ("qwertyzzz", ("qwertyzzz",)),
        ("PortStrike", ("Port", "Strike")),
    ],
)
def test_a_run_of_letters_parts_where_the_words_of_the_page_do(
    text: str, tags: tuple[str, ...]
) -> None:
    page = ["Modi spoke with Putin and Trump about the harbour.", "Mod, input, rump."]
    assert split_tags(text, [*page, text]) == tags


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("March 5, 2024, 14:30 IST", True),
        ("Tuesday, 5 March 2024 at 2:30 PM", True),
        ("On 5 March 2024 the strike ended for good", False),
        ("nothing", False),
        ("x" * 100 + " March 5, 2024", False),
    ],
)
def test_a_line_that_is_a_date_says_little_else(line: str, alone: bool) -> None:
    assert is_date_line(line) is alone


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("HARWICH, March 5 (Example Wire) - Workers", "HARWICH"),
        ("NEW HARWICH (EW) — Workers", "NEW HARWICH"),
        ("St. Harwich, Essex — Workers", None),
        ("Workers returned - all of them - on Tuesday", None),
        ("A", None),
    ],
)
def test_a_dateline_is_a_place_in_capitals_before_a_dash(text: str, place: str | None) -> None:
    found = dateline_of(text)
    assert (found.place if found else None) == place


def test_a_dateline_may_name_the_day_and_the_agency() -> None:
    found = dateline_of("HARWICH, March 5, 2024 (Example Wire) - Workers")
    assert found == Dateline("HARWICH", "2024-03-05", "Example Wire")
    assert dateline_of("HARWICH, March 5 - Workers") == Dateline("HARWICH")


def test_names_end_where_something_else_begins() -> None:
    assert names("Ann Example, 5 things to know") == ("Ann Example",)
    assert names("") == ()


def test_the_publisher_is_who_most_lines_name() -> None:
    lines = [
        "© 2024 The Example Times. All rights reserved.",
        "Follow Example Times on X",
        "Download the Example Times App",
        "Subscribe to Our Newsletter",
        "Comments are their authors’, not Other Paper’s.",
    ]
    assert publisher_of(lines) == ("The Example Times", 3)


@pytest.mark.parametrize(
    "line", ["Follow us on X", "Subscribe to Newsletter", "Plain words", "© 2024"]
)
def test_a_line_that_names_nobody_has_no_vote(line: str) -> None:
    assert publisher_of([line]) is None


def test_a_company_s_words_after_a_name_do_not_outvote_it() -> None:
    lines = ["© 2024 Example Times Media. All rights reserved.", "Follow Example Times on X"]
    assert publisher_of(lines) == ("Example Times", 2)


def test_one_vote_alone_does_not_elect_unless_it_is_a_copyright() -> None:
    assert publisher_of(["Follow Example Times on X"]) is None
    assert publisher_of(["Copyright © 2019-2024 by Example Times"]) == ("Example Times", 1)
