"""The colours of code."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.tui.page.code import LARGEST, code_washes, has_colours


def article_of(*drafts: BlockDraft) -> Article:
    """Return an article of *drafts*."""
    text, blocks = compose(drafts)
    return Article("a", version_of(text), "Title", text, blocks)


def styles(article: Article) -> dict[str, str]:
    """Return the style of each coloured stretch of *article*."""
    washes = [wash for block in code_washes(article).values() for wash in block]
    return {article.text[wash.start : wash.end]: wash.style for wash in washes}


def test_words_of_code_are_coloured_by_their_kind() -> None:
    article = article_of(
        BlockDraft("paragraph", "def is a word here."),
        BlockDraft(
            "code", 'def price(x):  # in pounds\n    return "£" + x * 42', language="python"
        ),
    )
    assert has_colours(article)
    found = styles(article)
    assert found["def"] == found["return"] == "code-keyword"
    assert found["price"] == "code-name"
    assert found["# in pounds"] == "code-comment"
    assert found['"£"'] == "code-string"
    assert found["42"] == "code-number"
    assert set(code_washes(article)) == {1}


def test_code_of_no_known_language_and_code_that_is_data_are_left_alone() -> None:
    assert styles(article_of(BlockDraft("code", "x = 1", language="no such"))) == {}
    assert styles(article_of(BlockDraft("code", "x = 1", language=" "))) == {}
    assert not has_colours(article_of(BlockDraft("code", "x = 1")))
    assert not has_colours(article_of(BlockDraft("code", "1 " * LARGEST, language="python")))


@given(st.text(max_size=80), st.sampled_from(["python", "js", "html", "bash", "json", "c"]))
def test_colours_never_leave_their_block(code: str, language: str) -> None:
    article = article_of(BlockDraft("code", code, language=language), BlockDraft("paragraph", "x"))
    for index, washes in code_washes(article).items():
        block = article.blocks[index]
        assert all(block.start <= wash.start < wash.end <= block.end for wash in washes)
        assert all(a.end <= b.start for a, b in pairwise(washes))
