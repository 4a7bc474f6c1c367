"""What stands above a Markdown text: every form of front matter, and what only looks like it."""

import pytest

from reader.article.model import Article
from reader.ingest import ingest
from reader.ingest.front_matter import read_front_matter


def _read(text: str) -> Article:
    return ingest(text.encode(), kind="markdown")


def test_obsidian_s_clipper_says_when_the_note_was_made_and_that_is_a_guess() -> None:
    article = _read(
        "---\ntitle: T\ncreated: 2024-03-05\nsource: https://example.org/x\n---\nText here."
    )
    assert article.published == "2024-03-05"
    assert "note was made" in article.guessed["published"]
    assert article.canonical_url == "https://example.org/x"
    assert article.publisher is None


def test_toml_front_matter_is_read_too() -> None:
    article = _read(
        '+++\ntitle = "T"\ndate = 2024-03-05T10:00:00Z\n[params]\nx = 1\n+++\nText here.'
    )
    assert (article.title, article.published) == ("T", "2024-03-05T10:00:00+00:00")


@pytest.mark.parametrize(
    "front", ["---\n[a\n---\n", "---\njust text\n---\n", "+++\nx\n+++\n", "---\nno end\n"]
)
def test_what_only_looks_like_front_matter_stays_in_the_text(front: str) -> None:
    assert read_front_matter(front + "Text").end == 0


def test_front_matter_cannot_blow_up() -> None:
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{n}: &{n} [*{p},*{p},*{p},*{p},*{p},*{p},*{p},*{p},*{p}]\n"
        for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = read_front_matter(bomb + "tags: *i\nauthor: {name: Ann}\ntitle: {x: 1}\n---\n")
    assert found.fields == {"byline": ("Ann",)}
    assert read_front_matter("---\na: " + "[" * 5000 + "\n---\n").end == 0


def test_numbers_and_dates_in_front_matter_are_the_words_they_are() -> None:
    assert read_front_matter("---\ntitle: 1984\ntags: [no, 2024]\nauthor: null\n---\n").fields == {
        "title": ("1984",),
        "tags": ("no", "2024"),
    }


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Tides: a year\nauthor: By Ann Lee and Bo Hill\ndate: 2024-03-05\n"
        "tags: [coast, #ferry]\nlang: en_GB\n---\n",
        '---\ntitle: "Tides: a year"\nauthors:\n  - Ann Lee\n  - name: Bo Hill\ndate: 2024-03-05\n'
        "keywords: coast, ferry\nlanguage: en-GB\n...\n",
        '+++\ntitle = "Tides: a year"\nauthors = ["Ann Lee", "Bo Hill"]\ndate = 2024-03-05\n'
        'tags = ["coast", "ferry"]\nlang = "en-GB"\n+++\n',
        '{"title": "Tides: a year", "author": "Ann Lee, Bo Hill", "date": "2024-03-05",\n'
        ' "tags": ["coast", "ferry"], "lang": "en-GB"}\n',
        "Title: Tides: a year\nAuthor: Ann Lee; Bo Hill\nDate: 2024-03-05\nKeywords: coast, ferry\n"
        "Language: en_GB\n",
    ],
    ids=["no yaml", "yaml", "toml", "json", "multimarkdown"],
)
def test_every_form_of_front_matter_says_the_same(front: str) -> None:
    article = _read(front + "\nThe tide came in.\n")
    assert (article.title, article.byline) == ("Tides: a year", ("Ann Lee", "Bo Hill"))
    assert (article.published, article.tags) == ("2024-03-05", ("coast", "ferry"))
    assert (article.language, article.text) == ("en-GB", "The tide came in.")


def test_pandoc_s_lines_of_title_authors_and_date_are_front_matter() -> None:
    article = _read("% Tides\n  of a year\n% Ann Lee; Bo Hill\n% 2024-03-05\n\nThe tide came in.\n")
    assert (article.title, article.byline) == ("Tides of a year", ("Ann Lee", "Bo Hill"))
    assert (article.published, article.text) == ("2024-03-05", "The tide came in.")


@pytest.mark.parametrize(
    "front",
    [
        "---\nname\ntitle: [\n---\n",
        "---\nnote: a: b\n---\n",
        '{"name": "x"}\n',
        '{"title": \n',
        "By: Ann\nOn: Tuesday\n\n",
    ],
)
def test_lines_that_state_no_title_are_no_front_matter(front: str) -> None:
    assert read_front_matter(front + "Text").end == 0


def test_a_name_with_a_degree_is_one_person_and_empty_front_matter_none() -> None:
    assert _read("---\nauthor: Ann Lee, PhD\n---\nText.").byline == ("Ann Lee, PhD",)
    assert _read("---\n---\n\nText.").text == "Text."


@pytest.mark.parametrize("sign", ["<!-- newsmargin:begin {} -->", "%% newsmargin:begin {} %%"])
def test_notes_on_an_article_are_no_version_of_it(sign: str) -> None:
    notes = (
        '---\nid: tides-1\ntitle: "Tides"\nsource: "https://example.org/tides"\n---\n# Tides\n\n'
        f"{sign.format('about')}\n[Original](<https://example.org/tides>)\n\n"
        f"{sign.format('h-1')}\n> It came in.\n"
    )
    article = _read(notes)
    assert (article.title, article.canonical_url) == ("Tides (notes)", None)
    assert "newsmargin" not in article.text
    assert "It came in." in article.text
