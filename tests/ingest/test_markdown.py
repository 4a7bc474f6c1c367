"""Markdown articles, with and without front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Article, Inline
from reader.errors import IngestError
from reader.ingest import ingest
from reader.ingest.markdown_inline import link_address


def _read(text: str, url: str | None = None) -> Article:
    return ingest(text.encode(), kind="markdown", url=url)


def _blocks(article: Article) -> list[tuple[str, str]]:
    """Return kind and text of every block."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


ARTICLE = """\
---
title: "Port strike ends"
date: 2024-03-05T14:30:00+01:00
lastmod: 2024-03-06
author: [Ann Example, "[[Bo Sample]]"]
publisher: Example Wire
tags:
  - ports
  - strikes
description: Nine days are over.
source: https://example.org/port-strike
image: https://example.org/port.jpg
lang: en
location: Harwich
---

# Port strike ends

Dock workers *returned* on **Tuesday**.
They had `struck` for [nine days](/days).

## Why
"""


def test_front_matter_gives_title_people_dates_and_the_rest() -> None:
    article = _read(ARTICLE)
    assert article.title == "Port strike ends"
    assert article.published == "2024-03-05T14:30:00+01:00"
    assert article.modified == "2024-03-06"
    assert article.byline == ("Ann Example", "Bo Sample")
    assert article.publisher == "Example Wire"
    assert article.tags == ("ports", "strikes")
    assert article.summary == "Nine days are over."
    assert article.canonical_url == "https://example.org/port-strike"
    assert article.lead_image == "https://example.org/port.jpg"
    assert (article.language, article.dateline) == ("en", "Harwich")
    assert article.guessed == {}


def test_front_matter_is_kept_among_what_was_left_out() -> None:
    dropped = _read(ARTICLE).dropped
    assert [piece.reason for piece in dropped] == ["metadata", "title"]
    assert dropped[0].text.startswith('---\ntitle: "Port strike ends"')


def test_a_first_heading_that_repeats_the_title_is_not_in_the_body() -> None:
    article = _read(ARTICLE)
    assert "Port strike ends" not in article.text + article.markdown
    assert [section.title for section in article.sections] == ["Why"]


def test_without_front_matter_the_first_h1_is_the_title() -> None:
    article = _read("Before.\n\n# Port strike ends\n\nAfter.\n\n# Another\n\nEnd.")
    assert article.title == "Port strike ends"
    assert article.text == "Before.\n\nAfter.\n\nAnother\n\nEnd."


def test_without_any_title_the_opening_words_stand_in_and_stay() -> None:
    article = _read("Dock workers returned. They had struck.\n\nFor nine days.")
    assert article.title == "Dock workers returned."
    assert "title" in article.guessed
    assert article.text.startswith("Dock workers returned.")


@pytest.mark.parametrize("number", ["1\\. Ferry times", "Dr. Lee said that it is late."])
def test_a_number_or_a_short_form_does_not_stand_in_alone(number: str) -> None:
    assert _read(f"{number}\n\nNobody knew why.").title == number.replace("\\", "")


def test_marks_have_the_offsets_of_their_words() -> None:
    article = _read(ARTICLE)
    assert article.text.startswith(
        "Dock workers returned on Tuesday. They had struck for nine days."
    )
    found = [(mark.kind, article.text[mark.start : mark.end]) for mark in article.blocks[0].inline]
    assert found == [
        ("emphasis", "returned"),
        ("strong", "Tuesday"),
        ("code", "struck"),
        ("link", "nine days"),
    ]
    assert article.blocks[0].inline[3].href == "https://example.org/days"


def test_lists_keep_their_depth_and_kind_and_what_belongs_to_an_item() -> None:
    article = _read("1. one\n2. two\n\n   still two\n\n   - inner\n3. three\n\n- - deep\n")
    items = [(b.kind, b.level, b.ordered) for b in article.blocks]
    assert items == [
        ("list_item", 1, True),
        ("list_item", 1, True),
        ("paragraph", 1, False),
        ("list_item", 2, False),
        ("list_item", 1, True),
        ("list_item", 2, False),
    ]
    assert _read(article.markdown).text == article.text


def test_tables_have_rows_of_cells() -> None:
    article = _read("| a | b |\n|---|---|\n| *1* | ![i](x.png) |\n|  |  |\n\nEnd.")
    assert _blocks(article) == [
        ("table", ""),
        ("row", "a\tb"),
        ("row", "1\t"),
        ("image", "i"),
        ("paragraph", "End."),
    ]
    assert article.blocks[1].header
    assert not article.blocks[2].header
    assert article.blocks[2].inline == (Inline(5, 6, "emphasis"),)


def test_quotes_code_rules_and_images_are_blocks_of_their_own() -> None:
    article = _read(
        "> one\n> # two\n\n```py x\na\n\nb\n```\n\n    c\n\n***\n\n"
        'See ![A *port*](p.png "t") there.\n\n```\n```'
    )
    assert _blocks(article) == [
        ("quote", "one"),
        ("quote", "two"),
        ("code", "a\n\nb"),
        ("code", "c"),
        ("rule", ""),
        ("paragraph", "See there."),
        ("image", "A port"),
    ]
    assert article.blocks[2].language == "py"
    assert article.blocks[6].href == "p.png"


def test_footnotes_are_a_numbered_list_at_the_end_in_the_order_of_their_calls() -> None:
    article = _read(
        "Text[^b] and **more[^1]**, `[^b]`.\n\n[^1]: https://example.org/\n"
        "[^b]: Of *this*.\n\n    And of that.\n\nLast.[^b]\n"
    )
    assert _blocks(article) == [
        ("paragraph", "Text[1] and more[2], [^b]."),
        ("paragraph", "Last.[1]"),
        ("list_item", "Of this."),
        ("paragraph", "And of that."),
        ("list_item", "https://example.org/"),
    ]
    assert [block.number for block in article.blocks if block.ordered] == [1, 2]
    assert _read(article.markdown).text == article.text


def test_no_footnote_is_lost_though_nothing_calls_it_or_another_has_its_label() -> None:
    article = _read("Text[^a] and[^b].\n\n[^c]: three\n\n[^a]: one[^c]\n\n[^a]: four\n")
    assert article.text == "Text[1] and[^b].\n\none[2]\n\nthree\n\nfour"


def test_a_list_keeps_the_numbers_it_starts_with() -> None:
    article = _read("7. seven\n\n   3) three\n8. eight\n\n- dot\n")
    assert [block.number for block in article.blocks] == [7, 3, 8, None]
    assert _read(article.markdown).blocks == article.blocks


def test_html_is_read_as_its_text() -> None:
    article = _read(
        "<div>One <b>two</b><br>three</div>\n<!-- no -->\n<script>x()</script>\n\n"
        "Four<br>five <kbd>six</kbd>.\n"
    )
    assert article.text == "One two\n\nthree\n\nFour\nfive six."


def test_a_hard_break_is_a_line_end_and_never_a_blank_line() -> None:
    assert _read("one  \ntwo\\\nthree <br><br> four").text == "one\ntwo\nthree\nfour"


def test_entities_cannot_bring_in_what_is_not_text() -> None:
    article = _read("a&#x202e;b &#27;[31m &ZeroWidthSpace;c &amp; d")
    assert "\u202e" not in article.text
    assert "\x1b" not in article.text
    assert article.text.endswith("c & d")


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("b", None),
        ("ftp://example.org/", None),
        ("#part", None),
        ("<https://example.org/a b>", "https://example.org/a%20b"),
    ],
)
def test_only_web_and_mail_addresses_are_links(href: str, kept: str | None) -> None:
    article = _read(f"[text]({href})")
    assert [mark.href for mark in article.blocks[0].inline] == ([kept] if kept else [])
    assert article.text == "text"


def test_an_address_that_cannot_be_joined_to_another_is_no_link() -> None:
    assert link_address("//[half", "https://example.org/") is None


def test_a_picture_in_the_page_itself_has_no_address() -> None:
    assert _read("![x](data:image/png;base64,AA)").blocks[0].href is None


def test_relative_addresses_start_from_where_the_article_stands() -> None:
    article = _read("[a](b) ![c](d.png) [e](//[f)", url="https://example.org/x/y")
    assert article.blocks[0].inline[0].href == "https://example.org/x/b"
    assert article.blocks[1].href == "https://example.org/x/d.png"


@pytest.mark.parametrize(
    "text", [">" * 400 + " deep", "\n".join("  " * n + "- deep" for n in range(90))]
)
def test_what_nests_too_deep_is_kept_as_plain_text(text: str) -> None:
    assert "deep" in _read(text).text


def test_a_text_of_nothing_but_definitions_is_kept_as_it_stands() -> None:
    assert _read("[a]: https://example.org/").text == "[a]: https://example.org/"


@given(st.text(st.sampled_from("ab *_`[](){}#>-|\n\t<&;!1.:~\\\"'é"), max_size=80))
def test_any_text_can_be_read_and_its_blocks_cover_it(text: str) -> None:
    try:
        article = _read(text)
    except IngestError:
        return
    end = 0
    for block in article.blocks:
        assert end <= block.start <= block.end <= len(article.text)
        assert article.text[end : block.start].strip() == ""
        end = block.end
    assert end == len(article.text)


@given(st.text(st.sampled_from("ab *_`[]()#>-|\n1.!"), max_size=60))
def test_what_is_written_reads_as_the_same_text_again(text: str) -> None:
    try:
        article = _read(text)
    except IngestError:
        return
    again = _read(f"# {article.id}\n\n{article.markdown}")
    assert again.text.split() == article.text.split()


@pytest.mark.slow
def test_twenty_times_the_text_takes_about_twenty_times_the_time() -> None:
    import time

    def seconds(words: int) -> float:
        text = (
            "The *port* was quiet. [Nobody](https://example.org/) knew why.\n\n" * (words // 9)
        ).encode()
        start = time.process_time()
        ingest(text, kind="markdown")
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 60 * max(seconds(5_000), 0.01)


@pytest.mark.parametrize(
    "signs",
    [
        "![a" * 4_000,
        "![" * 4_000 + "]" * 4_000,
        "|" + "a|" * 9 + "\n|" + "-|" * 9 + "\n" + ("|" + "c|" * 9 + "\n") * 30_000,
    ],
)
def test_signs_that_would_hold_up_the_parser_are_read_as_they_stand(signs: str) -> None:
    article = _read(f"The tide came in.\n\n{signs}\n\nIt went out.\n")

    texts = [text for _, text in _blocks(article)]
    assert (texts[0], texts[-1], len(texts)) == ("The tide came in.", "It went out.", 3)


def test_what_programs_for_notes_add_reads_as_its_words() -> None:
    article = _read(
        "The [[Harbour#Quay|quay]] and the [[ferry]] were ==quite *full*== then. ^day-1\n"
        "%% ask again %% No %% 5 %%of all.\n\n"
        "> [!quote]- The *mayor*\n> It is open.\n\n![[quay.png|300]]\n\n![[Tides]]\n"
    )
    assert _blocks(article) == [
        ("paragraph", "The quay and the ferry were quite full then. No %% 5 %%of all."),
        ("quote", "The mayor\nIt is open."),
        ("image", ""),
        ("paragraph", "Tides"),
    ]
    assert article.blocks[2].href == "quay.png"


def test_in_code_and_in_sums_their_signs_stay() -> None:
    text = "`[[a]] ==b== %%c%%` if a==b and c==d, 2 ^8"
    assert _read(text).text == text.replace("`", "")
