"""The article object of the contract, there and back."""

import json
from dataclasses import replace

from reader.article.model import CONTRACT_ORDER, Article, Block, Dropped, Inline, Section

ARTICLE = Article(
    id="port-strike-0123456789",
    version="0" * 64,
    title="Port strike ends",
    text="Talks\n\nThe strike ended.\n\na\tb\n\nx",
    blocks=(
        Block("heading", 0, 5, level=2),
        Block("paragraph", 7, 24, inline=(Inline(11, 17, "link", "https://example.org/"),)),
        Block("table", 26, 26),
        Block("row", 26, 29, cells=((26, 27), (28, 29)), header=True),
        Block("code", 31, 32, language="py"),
        Block("image", 32, 32, href="https://example.org/i.png"),
        Block("list_item", 32, 32, level=1, ordered=False),
    ),
    sections=(Section("Talks", 2, 0, 32, (Section("Inner", 3, 7, 24),)),),
    markdown="## Talks\n",
    byline=("Ann Example",),
    tags=("ports",),
    guessed={"title": "a guess"},
    dropped=(Dropped("Share", "boilerplate", 1),),
)


def test_an_article_comes_back_from_its_json_as_it_was() -> None:
    assert Article.from_dict(json.loads(json.dumps(ARTICLE.as_dict()))) == ARTICLE


def test_the_object_has_the_fields_of_the_contract_in_their_order() -> None:
    assert tuple(ARTICLE.as_dict()) == CONTRACT_ORDER


def test_a_block_says_only_what_it_has_to() -> None:
    body = ARTICLE.as_dict()
    assert body["blocks"][0] == {"kind": "heading", "start": 0, "end": 5, "level": 2}
    assert body["blocks"][3]["cells"] == [[26, 27], [28, 29]]
    assert body["blocks"][6]["ordered"] is False


def test_a_mark_that_is_no_link_has_no_address() -> None:
    assert Inline(0, 1, "strong").as_dict() == {"start": 0, "end": 1, "kind": "strong"}


def test_fields_that_a_later_program_added_are_passed_over() -> None:
    body = ARTICLE.as_dict()
    body["later"] = 1
    body["blocks"][0]["later"] = 1
    assert Article.from_dict(body) == ARTICLE


def test_an_article_s_fields_cannot_be_set() -> None:
    assert replace(ARTICLE, title="Other").title == "Other"
    assert ARTICLE.title == "Port strike ends"


def test_a_list_item_keeps_its_number() -> None:
    block = Block("list_item", 0, 3, level=1, ordered=True, number=0)
    assert block.as_dict()["number"] == 0
    assert Block.from_dict(block.as_dict()) == block
