"""An article written out."""

import re

from reader.article.markdown import write_markdown
from reader.article.model import Article, Dropped
from reader.article.text import BlockDraft, InlineDraft, compose
from reader.cli import formats

DRAFTS = (
    BlockDraft("paragraph", "The harbour opened."),
    BlockDraft("heading", "What was promised", level=2),
    BlockDraft("list_item", "Nine berths", level=1),
    BlockDraft("list_item", "each dredged", level=2, ordered=True),
    BlockDraft("quote", "We said\nsoon."),
    BlockDraft("table"),
    BlockDraft("row", "Year\tShips", header=True),
    BlockDraft("row", "2024\t"),
    BlockDraft("rule"),
    BlockDraft("image", "A crane", href="https://example.org/crane.jpg"),
    BlockDraft("caption", "The last crane."),
)


def made(*drafts: BlockDraft, **fields: object) -> Article:
    """Return an article of *drafts*."""
    text, blocks = compose(drafts)
    values = {"title": "It opens <late>", "markdown": write_markdown(drafts)} | fields
    return Article(id="a", version="v", text=text, blocks=blocks, **values)  # type: ignore[arg-type]


ARTICLE = made(*DRAFTS, publisher="Wire", byline=("Ada", "Ben"), published="2025-12-11")


def test_text_is_headline_source_and_text() -> None:
    text = formats.as_text(ARTICLE)
    assert text == f"It opens <late>\n\nWire · Ada, Ben · 2025-12-11\n\n{ARTICLE.text}"


def test_what_is_not_known_of_the_source_is_left_out() -> None:
    assert formats.as_text(made(DRAFTS[0])) == "It opens <late>\n\nThe harbour opened."


def test_markdown_starts_with_the_headline() -> None:
    markdown = formats.as_markdown(ARTICLE)
    assert markdown.startswith("# It opens \\<late>\n\nWire · Ada, Ben · 2025-12-11\n\nThe harbour")
    assert markdown.endswith("*The last crane.*")


def test_a_page_holds_the_structure_and_escapes_the_headline() -> None:
    page = formats.as_page(ARTICLE)
    assert "<h1>It opens &lt;late&gt;</h1>" in page
    assert "<h2>What was promised</h2>" in page
    assert "<th>Ships</th>" in page
    assert "<html>" in page
    assert '<html lang="en">' in formats.as_page(made(DRAFTS[0], language="en"))


def test_nothing_in_a_page_runs() -> None:
    hostile = BlockDraft(
        "paragraph",
        "click <script>alert(1)</script> here",
        inline=(InlineDraft(0, 5, "link", "javascript:alert(1)"),),
    )
    article = made(
        hostile,
        markdown="<script>alert(1)</script>\n\n[x](javascript:alert(1)) <p onerror=alert(1)>",
        title='"><script>alert(2)</script>',
        language='"><script>',
    )
    page = formats.as_page(article)
    assert not re.search(r"<script|onerror|href=.javascript:", page)


def test_uncleaned_text_has_what_was_left_out_in_its_place() -> None:
    article = made(
        BlockDraft("paragraph", "One."),
        BlockDraft("paragraph", "Two."),
        dropped=(
            Dropped("Menu", "boilerplate", 0),
            Dropped("Share", "boilerplate", 1),
            Dropped("Comments", "boilerplate", 2),
            Dropped("Imprint", "boilerplate", 9),
        ),
    )
    text = formats.as_uncleaned(article)
    assert text.split("\n\n")[1:] == ["Menu", "One.", "Share", "Two.", "Comments", "Imprint"]
