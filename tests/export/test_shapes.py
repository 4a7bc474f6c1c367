"""What leaves for other programs has the shape that those insist on, whatever is in it."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import Mark
from reader.annotations.w3c_terms import CONTEXT_IRI
from reader.article.model import Article
from reader.export import FORMATS, Material
from tests.export.shapes import CLAIM_REVIEW, CSL, HYPOTHESIS, misfit
from tests.importers.test_round_trips import ARTICLE, WORDS, marks

BRACES = re.compile(r"\\.|[{}]")


@st.composite
def material(draw: st.DrawFn) -> Material:
    """Draw an article of which little or much is known, with marks on it."""
    text, made = draw(marks())
    article: Article = replace(
        ARTICLE,
        text=text,
        title=draw(WORDS),
        byline=tuple(draw(st.lists(WORDS, max_size=3))),
        publisher=draw(st.none() | WORDS),
        published=draw(
            st.none()
            | st.sampled_from(["2025-11-04", "2025-11-04T08:00:00+01:00", "2025-13-40", "2025"])
        ),
        language=draw(st.none() | st.sampled_from(["en", "pt-BR"])),
        url=draw(st.none() | st.just("https://news.example/a{b}?c=%20d")),
        canonical_url=None,
        tags=tuple(draw(st.lists(WORDS, max_size=2))),
    )
    reply: tuple[Mark, ...] = ()
    if draw(st.booleans()):
        reply = (replace(made[0], id="01jez7r4v0q8z", quote="", kind="note", claim=None),)
        reply = (replace(reply[0], reply_to=made[0].id, parts=(), start=0, end=0),)
    return Material(article.id, article, (*made, *reply))


@pytest.mark.parametrize(
    ("form", "shape"), [("hypothesis", HYPOTHESIS), ("csl", CSL), ("claimreview", CLAIM_REVIEW)]
)
@settings(max_examples=40)
@given(drawn=material())
def test_data_has_the_shape_that_its_readers_insist_on(
    form: str, shape: object, drawn: Material
) -> None:
    assert misfit(json.loads(FORMATS[form].render([drawn])), shape) == ""


@settings(max_examples=40)
@given(drawn=material())
def test_offsets_for_hypothesis_are_a_range(drawn: Material) -> None:
    for one in json.loads(FORMATS["hypothesis"].render([drawn]))["annotations"]:
        for selector in one["target"][0].get("selector", ()):
            assert selector.get("start", 0) < selector.get("end", 1)


@settings(max_examples=40)
@given(drawn=material())
def test_web_annotations_have_what_the_standard_requires(drawn: Material) -> None:
    collection = json.loads(FORMATS["w3c"].render([drawn]))
    assert (collection["@context"], collection["type"]) == (CONTEXT_IRI, "AnnotationCollection")
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({one["id"] for one in items})
    for one in items:
        assert one["@context"]
        assert one["type"] == "Annotation" or "Annotation" in one["type"]
        assert re.fullmatch(r"urn:\S+", one["id"])
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        assert all(isinstance(target, str) or target["source"] for target in targets)
        for name in {"created", "modified"} & one.keys():
            assert datetime.fromisoformat(one[name]).tzinfo is not None


@settings(max_examples=40)
@given(drawn=material())
def test_readwise_finds_its_columns_and_dates_in_every_row(drawn: Material) -> None:
    text = FORMATS["readwise-csv"].render([drawn])
    records = list(csv.reader(io.StringIO(text, newline="")))
    assert records[0] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert {len(record) for record in records} == {7}
    for record in records[1:]:
        assert record[0].strip()
        assert record[1].strip()
        assert record[5] == "" or record[5].isdecimal()
        assert datetime.fromisoformat(record[6]).tzinfo is not None


@settings(max_examples=40)
@given(drawn=material())
def test_clippings_are_records_of_a_title_a_place_a_blank_line_and_words(drawn: Material) -> None:
    text = FORMATS["clippings"].render([drawn])
    assert text.count("\n") == text.count("\r\n")
    *records, rest = text.split("==========\r\n")
    assert rest == ""
    for record in records:
        title, about, blank, *words = record.split("\r\n")
        assert title.strip()
        assert blank == ""
        assert words
        assert re.fullmatch(
            r"- Your (?:Highlight|Note) on Location \d+(?:-\d+)? \| Added on "
            r"[A-Z][a-z]+day, \d{1,2} [A-Z][a-z]+ \d{4} \d{1,2}:\d\d:\d\d [AP]M",
            about,
        )


@settings(max_examples=40)
@given(drawn=material())
def test_bibtex_closes_what_it_opens_and_puts_nothing_outside(drawn: Material) -> None:
    text = FORMATS["bibtex"].render([drawn])
    depth, lowest = 0, []
    for sign in BRACES.findall(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        lowest.append(depth)
    assert depth == 0
    assert lowest.index(0) == len(lowest) - 1
    assert re.match(r"@online\{[A-Za-z0-9._-]+,\n", text)
    for line in text.splitlines()[1:-1]:
        assert re.fullmatch(r"  [a-z]+ = (?:\{.*\}|[a-z]{3}),", line)


class _Page(HTMLParser):
    """Notes which elements and addresses a page has, and what is left open."""

    VOID = frozenset({"meta", "link", "hr", "br", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the one that is open."""
        assert self.open.pop() == tag


@settings(max_examples=40)
@given(drawn=material())
def test_a_page_is_whole_runs_nothing_and_fetches_nothing(drawn: Material) -> None:
    page = _Page()
    page.feed(FORMATS["html"].render([drawn]))
    assert page.open == []
    assert not page.elements & {"script", "iframe", "object", "embed", "link", "form", "img"}
    assert not {name for name in page.attributes if name.startswith("on")}


def test_a_shape_tells_where_something_else_stands() -> None:
    shape = {"a": [int], "b?": (1, 2)}
    assert misfit({"a": [1]}, shape) == ""
    assert misfit({"a": [1, "x"]}, shape) == ".a[1]: 'x'"
    assert misfit({"a": [], "b": 3}, shape) == ".b: 3"
    assert misfit({}, shape) == ": lacks a"
    assert misfit({"a": [], "c": 1}, shape) == ": has {'c'}"
    assert "Missing" in misfit({"a": 1}, shape)
