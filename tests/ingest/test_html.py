"""Whole pages to articles."""

import gzip

import pytest

from reader.errors import IngestError, TooLargeError
from reader.ingest.html import read_html
from reader.ingest.parsed import Parsed
from reader.ingest.web.guard import MAX_BYTES

URL = "https://courier.example/harbour/bridge-opens.html"
SUBJECTS = ("bridge", "ferry", "lighthouse", "harbour", "quay", "tide", "crane")


def sentence(subject: str) -> str:
    """Return a paragraph long enough to be taken for an article's."""
    return (
        f"The {subject} was opened on Thursday by the mayor, who said that the {subject} had taken"
        f" nine years to build, and that those who live beside the {subject} had waited for longer."
    )


STORY = "".join(f"<p>{sentence(subject)}</p>" for subject in SUBJECTS)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>The bridge opens | The Courier</title>
<meta property="og:title" content="The bridge opens">
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2026-03-17T18:42:00+01:00">
<meta name="author" content="By Moira Tennant and Ifan Prydderch">
<link rel="canonical" href="/harbour/bridge-opens">
</head><body><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<article><h1>The bridge opens</h1><p class="byline">By Moira Tennant and Ifan Prydderch</p>
{STORY}<h2>What comes next</h2><p>{sentence("road")}</p>
<blockquote><p>We have waited long enough, and so has everyone who crosses here.</p></blockquote>
<ol><li>The road is paved by the men who paved the bridge.<li>The old ferry is sold.</ol>
<figure><img data-src="/bridge.jpg" src="data:,">
<figcaption>The bridge at noon</figcaption></figure>
<p>{sentence("toll")}</p>
</article><aside class="related"><h3>Related stories</h3><ul>
<li><a href="/a">Otter hires a lawyer</a><li><a href="/b">Cod quota cut again</a></ul></aside>
<footer>Copyright The Courier. All rights reserved.</footer></body></html>"""


def read(page: str | bytes, url: str | None = URL) -> Parsed:
    """Return what a page is read into."""
    return read_html(page.encode() if isinstance(page, str) else page, url)


def texts(parsed: Parsed, kind: str | None = None) -> list[str]:
    """Return the texts of the blocks of one kind, or of all."""
    return [draft.text for draft in parsed.drafts if kind in (None, draft.kind)]


def test_an_article_is_told_from_the_furniture_around_it() -> None:
    parsed = read(PAGE)

    assert [text for text in texts(parsed, "paragraph") if "opened" in text] == [
        *map(sentence, (*SUBJECTS, "road", "toll"))
    ]
    assert "Otter hires a lawyer" not in texts(parsed)
    assert "Sport" not in texts(parsed)


def test_structure_comes_from_the_page_itself() -> None:
    parsed = read(PAGE)

    assert texts(parsed, "heading") == ["What comes next"]
    assert texts(parsed, "quote") == [
        "We have waited long enough, and so has everyone who crosses here."
    ]
    assert [draft.ordered for draft in parsed.drafts if draft.kind == "list_item"] == [True, True]
    assert texts(parsed, "caption") == ["The bridge at noon"]
    picture = next(draft for draft in parsed.drafts if draft.kind == "image")
    assert picture.href == "https://courier.example/bridge.jpg"


def test_what_the_page_says_of_itself_is_read() -> None:
    parsed = read(PAGE)

    assert parsed.title == "The bridge opens"
    assert parsed.byline == ("Moira Tennant", "Ifan Prydderch")
    assert parsed.publisher == "The Courier"
    assert parsed.published == "2026-03-17T18:42:00+01:00"
    assert parsed.language == "en-GB"
    assert parsed.canonical_url == "https://courier.example/harbour/bridge-opens"
    assert not parsed.guessed


def test_headline_and_byline_are_dropped_from_the_text_and_told() -> None:
    parsed = read(PAGE)

    assert "The bridge opens" not in texts(parsed)
    reasons = {piece.text: piece.reason for piece in parsed.dropped}
    assert reasons["By Moira Tennant and Ifan Prydderch"] in ("byline", "boilerplate")
    assert reasons["Related stories"] == "boilerplate"


def test_a_page_is_read_from_gzip() -> None:
    assert read(gzip.compress(PAGE.encode())).drafts == read(PAGE).drafts


def test_the_same_page_gives_the_same_article() -> None:
    assert read(PAGE) == read(PAGE)


def test_a_page_of_one_word_is_an_article_of_one_word() -> None:
    assert texts(read("<p>Test</p>", None)) == ["Test"]


def test_text_behind_the_pages_end_is_kept() -> None:
    page = PAGE.replace("<h2>", "</body></html><h2>", 1)

    assert texts(read(page)) == texts(read(PAGE))


def test_text_in_a_control_that_is_never_closed_is_kept() -> None:
    page = PAGE.replace("<article>", "<article><button>", 1)

    assert sentence("toll") in texts(read(page))


@pytest.mark.parametrize(
    "data", [b"", b"  \n ", b"%PDF-1.4 \xe2\xe3", b"\x89PNG\r\n", b"\x01" * 99]
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError):
        read(data)


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(IngestError, match="reads as an article"):
        read("<html><head><title>Nothing</title></head><body><br></body></html>")


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read(b" " * (MAX_BYTES + 1))


def test_a_compressed_page_beyond_the_limit_is_cut() -> None:
    page = (PAGE.split("</article>")[0] + " " * (MAX_BYTES + 1)).encode()

    assert sentence("tide") in texts(read(gzip.compress(page)))


def test_a_page_that_scripts_fill_is_refused_with_a_way_out() -> None:
    page = '<body><div id="root"></div><noscript>Allow scripts.</noscript><script>x</script></body>'

    with pytest.raises(IngestError, match="until its scripts have run; open it in a browser"):
        read(page)


def test_a_page_within_what_is_for_readers_without_scripts_is_read() -> None:
    parsed = read(f"<body><noscript><div class='warning'>{STORY}</body>")

    assert [*map(sentence, SUBJECTS)] == texts(parsed)


def test_the_text_of_a_picture_that_repeats_what_stands_there_is_not_told_again() -> None:
    picture = '<p><img src="/quay.jpg" alt="The quay was opened on Thursday"></p>'
    other = '<p><img src="/owl.jpg" alt="An owl asleep in a rusty signal lamp"></p>'
    target = f"<p>{sentence('quay')}</p>"

    parsed = read(PAGE.replace(target, target + picture).replace("<h2>", f"{other}<h2>", 1))

    assert texts(parsed, "image")[:2] == ["", "An owl asleep in a rusty signal lamp"]


def test_the_headings_of_a_copy_go_with_it() -> None:
    part = (
        f"<h2>What comes first</h2><p>{sentence('pier')}</p><h3>Then</h3><p>{sentence('lock')}</p>"
    )
    page = PAGE.replace("<h2>", f"<div>{part}</div><section>{part}</section><h2>", 1)

    parsed = read(page)

    assert texts(parsed, "heading").count("What comes first") == 1
    assert texts(parsed, "heading").count("Then") == 1
    assert ("What comes first", "duplicate") in [(d.text, d.reason) for d in parsed.dropped]


def test_an_address_that_is_none_is_no_reason_to_fail() -> None:
    assert read("<h1>A ferry waits in port</h1><p>It waits.</p>", "http://[bad/2024/01/01/").drafts
