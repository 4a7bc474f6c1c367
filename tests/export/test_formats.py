"""Each format holds what its readers look for."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reader.annotations import Claim, Link
from reader.article.text import BlockDraft, compose
from reader.errors import UsageError
from reader.export import FORMATS, Material
from reader.export.code_units import points_before, units_before
from reader.export.page_body import body_html
from reader.facts import extract_facts
from tests.export.stories import COSTS, LEAD, ferry, highlight, some_marks

ARTICLE = ferry()


def material(*marks: object) -> Material:
    """Return the article with *marks*, or with some of every kind."""
    chosen = marks or tuple(replace(mark, created=WHEN, updated=WHEN) for mark in some_marks())
    return Material(ARTICLE.id, ARTICLE, chosen, tuple(extract_facts(ARTICLE.text)))  # type: ignore[arg-type]


WHEN = "2025-11-05T07:08:09.123Z"
ALL = [material()]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_bytes_twice_and_ends_its_last_line(name: str) -> None:
    text = FORMATS[name].render(ALL)
    assert text == FORMATS[name].render(ALL)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_every_format_but_a_page_takes_nothing_and_articles_that_are_not_held(name: str) -> None:
    unheld = Material("a0", None, (highlight("01jez7r4v0q8c", "Elsewhere."),))
    for chosen in ([], [unheld], [unheld, *ALL]):
        assert isinstance(FORMATS[name].render(chosen), str)


def test_a_collection_of_web_annotations_names_its_one_page() -> None:
    body = json.loads(FORMATS["w3c"].render(ALL))
    assert (body["type"], body["total"]) == ("AnnotationCollection", 4)
    assert body["first"]["partOf"] == body["id"]
    assert [item["type"] for item in body["first"]["items"]] == ["Annotation"] * 4
    assert {item["target"]["source"] for item in body["first"]["items"]} == {ARTICLE.url}


def test_hypothesis_counts_in_utf_16_and_keeps_threads() -> None:
    text = f"🛳 {ARTICLE.text}"
    article = replace(ARTICLE, text=text)
    mark = highlight("01jez7r4v0q8a", COSTS)
    start = text.index(COSTS)
    placed = replace(mark, anchor=replace(mark.anchor, start=start, end=start + len(COSTS)))
    reply = replace(mark, id="01jez7r4v0q8b", quote="", kind="note", reply_to=mark.id)
    again = replace(reply, id="01jez7r4v0q8c", reply_to=reply.id)
    chosen = [Material(article.id, article, (placed, reply, again))]
    body = json.loads(FORMATS["hypothesis"].render(chosen))
    first, second, third = body["annotations"]
    assert set(body) == {"export_date", "export_userid", "client_version", "annotations"}
    assert first["target"][0]["selector"][1] == {
        "type": "TextPositionSelector",
        "start": start + 1,
        "end": start + 1 + len(COSTS),
    }
    assert second["references"] == [mark.id]
    assert third["references"] == [mark.id, reply.id]


@pytest.mark.parametrize("text", ["", "plain", "🛳 over 𝒶 sea", "é"])
def test_code_units_and_code_points_lead_back_and_forth(text: str) -> None:
    for offset in range(len(text) + 1):
        assert points_before(text, units_before(text, offset)) == offset


def test_readwise_gets_its_columns_and_tags_at_the_head_of_the_note() -> None:
    marks = (
        replace(
            highlight("01jez7r4v0q8b", LEAD), tags=("bus lines", "x"), note='Say "when".\nThen ask.'
        ),
        replace(highlight("01jez7r4v0q8c", COSTS), quote="", kind="note", note="Whole article."),
    )
    [row] = csv.DictReader(io.StringIO(FORMATS["readwise-csv"].render([material(*marks)])))
    assert list(row) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert row["Highlight"] == LEAD
    assert row["Note"] == '.bus_lines .x\nSay "when".\nThen ask.'
    assert row["Author"] == "Ida Lund, Tom Aske"


def test_clippings_stand_in_records_of_the_device() -> None:
    mark = replace(highlight("01jez7r4v0q8b", LEAD), note="Ask.\n==========", created=WHEN)
    text = FORMATS["clippings"].render([material(mark)])
    first, second, rest = text.split("==========\r\n")[:3]
    heading = f"{ARTICLE.title} (Ida Lund;Tom Aske)\r\n"
    when = "Added on Wednesday, 5 November 2025 7:08:09 AM"
    assert first == f"{heading}- Your Highlight on Location 1-1 | {when}\r\n\r\n{LEAD}\r\n"
    assert second.startswith(f"{heading}- Your Note on Location 1 | {when}\r\n\r\nAsk.\r\n ")
    assert rest == ""


def test_claim_reviews_rate_what_was_checked_and_leave_out_what_was_not() -> None:
    checked = replace(
        highlight("01jez7r4v0q8a", COSTS),
        kind="claim",
        claim=Claim("false", "It was $5 million.", "Maren Holt"),
        links=(Link("https://council.example/report.pdf", "source"), Link("01jez7r4v0q8b")),
    )
    open_claim = replace(checked, id="01jez7r4v0q8b", claim=Claim())
    moot = replace(checked, id="01jez7r4v0q8c", claim=Claim("unverifiable"))
    text = FORMATS["claimreview"].render([material(checked, open_claim, moot)])
    first, second = json.loads(text)["@graph"]
    assert first["claimReviewed"] == COSTS
    assert first["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "ratingExplanation": "It was $5 million.",
    }
    assert first["itemReviewed"]["author"]["name"] == "Maren Holt"
    assert first["itemReviewed"]["appearance"]["publisher"]["name"] == "Example Courier"
    assert first["citation"] == ["https://council.example/report.pdf"]
    assert second["reviewRating"] == {"@type": "Rating", "alternateName": "Unverifiable"}


def test_references_in_bibtex_have_keys_of_their_own_and_escape_what_tex_would_read() -> None:
    other = replace(ARTICLE, id="other", title="50% of {all} & more_", byline=(), published=None)
    chosen = [Material(one.id, one, ()) for one in (ARTICLE, ARTICLE, other)]
    text = FORMATS["bibtex"].render(chosen)
    assert re.findall(r"@online\{(.*),", text) == [
        "lund2025saltby",
        "lund2025saltbya",
        "examplecouriermore",
    ]
    assert r"{50\% of \{all\} \& more\_}" in text
    assert "author = {{Ida Lund} and {Tom Aske}}" in text
    assert "month = nov" in text


def test_references_in_csl_leave_out_what_is_not_known() -> None:
    bare = replace(ARTICLE, byline=(), published=None, publisher=None, tags=())
    chosen = [Material(one.id, one, ()) for one in (ARTICLE, bare)]
    full, short = json.loads(FORMATS["csl"].render(chosen))
    assert full["issued"] == {"date-parts": [[2025, 11, 4]]}
    assert full["author"] == [{"literal": "Ida Lund"}, {"literal": "Tom Aske"}]
    assert set(short) == {"id", "type", "title", "URL"}


def test_facts_leave_as_a_list_as_a_table_and_as_data() -> None:
    assert "$6.3 million" in FORMATS["facts-markdown"].render(ALL)
    rows = list(csv.DictReader(io.StringIO(FORMATS["facts-csv"].render(ALL))))
    money = next(row for row in rows if row["kind"] == "money")
    assert json.loads(money["value"]) == {"amount": 6300000, "currency": "USD"}
    [listed] = json.loads(FORMATS["facts-json"].render(ALL))
    assert listed["facts"] == [fact.as_dict() for fact in ALL[0].facts]


class Seen(HTMLParser):
    """What a browser would see on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and where it leads."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Make sure that what is closed was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += data


def test_a_page_shows_the_article_with_its_marks_and_runs_nothing() -> None:
    hostile = replace(some_marks()[0], note="<script>alert(1)</script>", id="01jez7r4v0q8e")
    page = FORMATS["html"].render([material(*some_marks(), hostile)])
    seen = Seen(page)
    assert seen.open == []
    assert "script" not in seen.tags
    assert seen.tags.count("sup") == 3
    assert "“Nobody wants to see it go,” said Maren Holt." in seen.words
    assert "not found in the current text" in seen.words
    assert "prefers-color-scheme: dark" in page
    assert not [link for link in seen.links if not link.startswith(("#", "https://"))]


def test_a_page_holds_one_article() -> None:
    with pytest.raises(UsageError, match="html: one file for each article"):
        FORMATS["html"].render([*ALL, *ALL])


def test_blocks_of_every_kind_stand_on_a_page_as_they_nest() -> None:
    drafts = [
        BlockDraft("heading", "Head", level=3),
        BlockDraft("list_item", "one", level=1),
        BlockDraft("list_item", "deep", level=2, ordered=True, number=4),
        BlockDraft("list_item", "two", level=1),
        BlockDraft("list_item", "three", level=1, ordered=True),
        BlockDraft("table"),
        BlockDraft("row", "a\tb", header=True),
        BlockDraft("row", "c\td"),
        BlockDraft("table"),
        BlockDraft("row", "e"),
        BlockDraft("code", "x < y\nz"),
        BlockDraft("rule"),
        BlockDraft("image", "A ship", href="javascript:alert(1)"),
        BlockDraft("image", "", href="https://example.org/a.png"),
        BlockDraft("caption", "In port"),
        BlockDraft("quote", "Said."),
    ]
    text, blocks = compose(drafts)
    page = body_html(replace(ARTICLE, text=text, blocks=blocks), [])
    seen = Seen(page)
    assert seen.open == []
    assert seen.tags.count("table") == 2
    assert [tag for tag in seen.tags if tag in ("ul", "ol", "li")] == [
        *("ul", "li", "ol", "li", "li", "ol", "li")
    ]
    assert seen.links == ["#", "https://example.org/a.png"]
