"""How articles are known again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.identity import article_id, is_article_id, version_of


@given(st.text(), st.text(), st.sampled_from(["canonical_url", "guid", "path", None]))
def test_every_id_is_one_that_may_name_a_file(
    text: str, identity: str, known_by: str | None
) -> None:
    url, guid, path = (
        identity if known_by == n else None for n in ("canonical_url", "guid", "path")
    )
    assert is_article_id(article_id(text=text, canonical_url=url, guid=guid, path=path))


@pytest.mark.parametrize("name", ["", ".", "..", ".hidden", "a/b", "a\\b", "a b", "é", "x" * 65])
def test_a_name_that_could_reach_beyond_its_folder_is_no_id(name: str) -> None:
    assert not is_article_id(name)


def test_the_address_counts_before_the_guid_the_path_and_the_text() -> None:
    url, guid, path = "https://example.org/a/port-strike-ends.html", "tag:1", "/home/x/other.md"
    by_url = article_id(text="t", canonical_url=url, guid=guid, path=path)
    assert by_url == article_id(text="another text", canonical_url=url)
    by_guid = article_id(text="t", guid=guid, path=path)
    assert by_guid == article_id(text="u", guid=guid)
    by_path = article_id(text="t", path=path)
    assert by_path == article_id(text="u", path=path)
    assert len({by_url, by_guid, by_path, article_id(text="t")}) == 4


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/world/port-strike-ends-123.html", "port-strike-ends-123"),
        ("https://example.org/2025/12/", "example-org"),
        ("https://example.org/caf%C3%A9-news", "cafe-news"),
        ("https://example.org/it%27s-over/42", "its-over"),
    ],
)
def test_the_words_of_an_address_lead_the_id(url: str, words: str) -> None:
    assert re.fullmatch(rf"{words}-[0-9a-f]{{10}}", article_id(text="", canonical_url=url))


def test_long_words_are_cut_between_two_of_them() -> None:
    found = article_id(text="", path="/a/" + "word-" * 20 + ".md")
    assert re.fullmatch(r"(?:word-){7}word-[0-9a-f]{10}", found)


def test_a_text_in_another_script_is_known_by_its_hash_alone() -> None:
    assert re.fullmatch(r"[0-9a-f]{10}", article_id(text="中文新闻"))


def test_a_version_is_the_hash_of_the_text_even_with_half_a_pair_in_it() -> None:
    assert version_of("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert len(version_of("\ud800")) == 64
