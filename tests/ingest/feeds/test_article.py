"""Entries as articles, from their feed and from their page."""

from dataclasses import replace

from reader.article.identity import article_id
from reader.ingest import ingest
from reader.ingest.feeds.article import article_of
from reader.ingest.feeds.completing import completed
from reader.ingest.feeds.model import Entry, Feed
from reader.ingest.feeds.reading import read_feed
from tests.ingest.feeds import samples

FEED = read_feed(samples.RSS2.encode(), "https://feeds.example/news.xml")
PAGE = """<html lang="en"><head><title>Fog closes the strait</title>
<link rel="canonical" href="https://m.harbour.example/story/9"></head>
<body><article><h1>Fog closes the strait</h1><p>Ferries stayed in port this morning, and so did
the pilots, who could not see the end of the pier from the start of it.</p>
<p>Toward noon it lifted, the harbour master said, and the first boat left at one.</p>
</article></body></html>"""


def test_an_entry_with_its_text_is_the_whole_article() -> None:
    article = article_of(FEED.entries[0], FEED)
    assert article.title == "Port strike ends"
    assert article.text == (
        "The strike is over, both sides said on Friday.\n\nWhat changes\n\nShifts end at ten."
    )
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "paragraph"]
    assert article.blocks[0].inline[0].href == "https://harbour.example/2026/friday"
    assert article.byline == ("Ann Lee",)
    assert article.publisher == "Harbour & Coast"
    assert article.language == "en-GB"
    assert article.tags == ("Ports", "Labour")
    assert article.dropped[0].text.startswith("The post Port strike ends")
    assert article.guessed == {}


def test_an_entry_is_the_same_article_as_its_page() -> None:
    entry = FEED.entries[0]
    assert entry.identity
    assert article_of(entry, FEED).id == article_id(text="", canonical_url=entry.identity)


def test_an_entry_without_a_page_is_known_by_its_guid() -> None:
    note = read_feed(samples.JSON.encode(), "https://buoys.example/feed.json").entries[1]
    article = article_of(note, FEED)
    assert article.id == article_id(text="", guid=note.guid)
    assert article.canonical_url is None
    assert article_of(replace(note, content="<p>Edited.</p>"), FEED).id == article.id


def test_a_beginning_says_that_it_is_cut() -> None:
    article = article_of(FEED.entries[1], FEED)
    assert article.text == "Ferries stayed in port this morning …"
    assert article.guessed["text"].startswith("cut")


def test_an_entry_without_text_has_its_summary_or_none() -> None:
    empty = Entry("g", "Title alone", "https://a.example/t", "https://a.example/t", truncated=True)
    assert article_of(empty, FEED).text == ""
    assert article_of(replace(empty, summary="Said in short."), FEED).text == "Said in short."
    blank = replace(empty, content="<div> </div>", summary=None)
    assert article_of(blank, FEED).text == ""


def test_content_that_is_no_text_gives_way_to_the_summary() -> None:
    entry = Entry("g", "T", None, None, "%PDF-1.7 in disguise", summary="In short.")
    assert article_of(entry, FEED).text == "In short."


def test_a_date_that_a_page_tells_more_exactly_is_taken() -> None:
    entry = replace(FEED.entries[1], published="2026-11-20")
    beginning = article_of(entry, FEED)
    page = ingest(PAGE.encode(), url="https://harbour.example/fog")
    exact = replace(page, published="2026-11-20T08:15:00+01:00", guessed={})
    assert completed(beginning, exact).published == "2026-11-20T08:15:00+01:00"
    assert completed(replace(beginning, published=None), exact).published == exact.published


def test_the_whole_text_takes_the_place_of_a_beginning_and_keeps_its_name() -> None:
    entry = FEED.entries[1]
    beginning = article_of(entry, FEED)
    page = ingest(PAGE.encode(), url="https://harbour.example/fog")
    assert page.id != beginning.id
    whole = completed(beginning, page)
    assert whole.id == beginning.id
    assert whole.canonical_url == entry.identity
    assert whole.text == page.text
    assert whole.version == page.version
    assert whole.published == "2026-11-20T07:00:00+00:00"
    assert whole.publisher == "Harbour & Coast"
    assert "text" not in whole.guessed


def test_furniture_of_a_feed_is_told_and_left_out() -> None:
    content = (
        "<p>All there is to say.</p><p><a href='/c'>12 Comments</a></p>"
        "<p><a href='/a'>Read the full story</a></p>"
    )
    url = "https://a.example/t"
    entry = Entry("g", "T", url, url, content, base=url)
    article = article_of(entry, Feed("https://a.example/f", "rss20"))
    assert article.text == "All there is to say."
    assert [piece.text for piece in article.dropped] == ["12 Comments", "Read the full story"]


def test_hostile_markup_is_read_as_text_or_not_at_all() -> None:
    content = "<p onclick=x>Plain <script>evil()</script>\x1b[31mred</p>" + "<div>" * 5000
    entry = Entry("g", "T", None, None, content)
    article = article_of(entry, FEED)
    assert article.text == "Plain red"
