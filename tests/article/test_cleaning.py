"""What a reader brings back into an article, or leaves out of it, and nothing else moves."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.cleaning import CHOSEN, Choice, apply_choices, form_of, lines_of
from reader.article.identity import version_of
from reader.article.markdown import write_markdown
from reader.article.model import Article, Dropped
from reader.article.outline import sections_of
from reader.article.text import BlockDraft, InlineDraft, compose, drafts_of

BODY = (
    BlockDraft("paragraph", "The ferry was late.", inline=(InlineDraft(4, 9, "strong"),)),
    BlockDraft("heading", "Why", level=2),
    BlockDraft("paragraph", "Fog lay on the sound."),
    BlockDraft("list_item", "no radar", level=1),
    BlockDraft("list_item", "one pilot", level=1),
    BlockDraft("table"),
    BlockDraft("row", "Day\tTrips", header=True),
    BlockDraft("row", "Monday\t4"),
)
DROPPED = (
    Dropped("view comments", "boilerplate", 0),
    Dropped("12 comments", "boilerplate", 2),
    Dropped("Two\n\nlines", "credit", 3),
    Dropped("Follow us", "boilerplate", len(BODY)),
)


def made(drafts: tuple[BlockDraft, ...] = BODY, dropped: tuple[Dropped, ...] = DROPPED) -> Article:
    """Return an article of *drafts* of which *dropped* was left out."""
    text, blocks = compose(drafts)
    return Article(
        "ferry",
        version_of(text),
        "Late",
        text,
        blocks,
        sections_of(blocks, text),
        write_markdown(drafts),
        dropped=dropped,
    )


def own(text: str, keep: bool, nth: int = 1, reason: str = CHOSEN) -> list[Choice]:
    """Return one choice."""
    return [Choice(text, keep, nth, reason)]


def test_a_line_comes_back_where_it_stood() -> None:
    article = apply_choices(made(), own("12 comments", True))
    assert "Fog" in article.text.partition("12 comments")[2]
    assert "## Why\n\n12 comments\n\nFog" in article.markdown
    assert article.version == version_of(article.text)
    assert [piece.before_block for piece in article.dropped] == [0, 4, len(BODY) + 1]
    assert article.sections[0].end == len(article.text)


def test_a_block_that_is_left_out_comes_back_as_it_was() -> None:
    first = made()
    for line in lines_of(first):
        if line.kept and line.text:
            without = apply_choices(first, own(line.text, False))
            assert len(without.blocks) == len(first.blocks) - 1
            assert {piece.reason for piece in without.dropped} >= {CHOSEN}
            assert apply_choices(without, own(line.text, True)) == first


def test_left_out_lines_survive_being_stored() -> None:
    without = apply_choices(made(), own("The ferry was late.", False))
    stored = Article.from_dict(without.as_dict())
    assert stored == without
    assert apply_choices(stored, own("The ferry was late.", True)) == made()


def test_a_line_that_stands_twice_is_told_by_its_number() -> None:
    article = made(dropped=(*DROPPED, Dropped("no radar", "duplicate", len(BODY))))
    back = apply_choices(article, own("no radar", True, 2))
    assert back.text.count("no radar") == 2
    again = apply_choices(back, own("no radar", False, 2, "duplicate"))
    assert again.text == article.text
    assert again.dropped[-1].reason == "duplicate"


def test_the_last_of_the_text_is_never_left_out() -> None:
    article = made(BODY[:1], ())
    assert apply_choices(article, own("The ferry was late.", False)) is article


def test_what_has_no_words_stays_where_it_is() -> None:
    article = made(dropped=(Dropped("\u200b", "boilerplate", 0),))
    assert apply_choices(article, own("", True), {"": True}) is article


def test_the_headline_is_never_brought_back() -> None:
    article = made(dropped=(Dropped("LATE", "title", 0),))
    assert apply_choices(article, own("LATE", True), {"late": True}) is article


def test_what_a_site_has_is_told_by_the_form_of_its_lines() -> None:
    assert form_of("  34 Comments\n") == form_of("12,000 comments") == "0 comments"
    site = {"0 comments": True, "fog lay on the sound.": False, "no such line": False}
    article = apply_choices(made(), site=site)
    assert "12 comments" in article.text
    assert "Fog" not in article.text
    assert apply_choices(article, site=site) is article


def test_a_long_line_is_told_by_its_figures_too() -> None:
    line = "Exports fell by {} per cent in the year to October, says the ministry."
    assert form_of(line.format(8)) != form_of(line.format(9))


def test_an_article_says_more_of_its_lines_than_its_site_does() -> None:
    site = {"0 comments": True, "view comments": True}
    article = apply_choices(made(), own("12 comments", False), site)
    assert "12 comments" not in article.text
    assert "view comments" in article.text


def test_a_site_brings_no_line_back_twice() -> None:
    article = made(dropped=(*DROPPED, Dropped("no radar", "duplicate", len(BODY))))
    assert apply_choices(article, site={"no radar": True}) is article


def test_a_site_leaves_no_heading_out_for_another_ones_figures() -> None:
    article = made((BlockDraft("heading", "Day 2", level=2), *BODY))
    assert apply_choices(article, site={"day 0": False}) is article
    assert "Why" not in apply_choices(article, site={"why": False}).text


def test_markdown_that_ingest_wrote_better_is_carried_over() -> None:
    article = made()
    better = replace(article, markdown=article.markdown.replace("**ferry**", "__ferry__"))
    assert better.markdown != article.markdown
    back = apply_choices(better, own("12 comments", True))
    assert "__ferry__" in back.markdown
    assert "12 comments" in back.markdown
    torn = replace(article, markdown="torn")
    assert apply_choices(torn, own("12 comments", True)).markdown.count("**ferry**") == 1


kinds = st.sampled_from(("paragraph", "heading", "list_item", "quote", "row", "code"))
texts = st.text("ab 1é\n", max_size=8)
drafts = st.builds(
    lambda kind, text: BlockDraft(kind, " ".join(text.split()), level=2),
    kinds,
    texts,
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article with lines left out anywhere."""
    body = (BlockDraft("paragraph", "What stays."), *draw(st.lists(drafts, max_size=6)))
    places = st.integers(0, len(body))
    dropped = st.builds(Dropped, texts, st.just("boilerplate"), places)
    return made(body, tuple(draw(st.lists(dropped, max_size=5))))


@settings(max_examples=300)
@given(articles(), st.data())
def test_any_line_can_be_turned_and_turned_back(article: Article, data: st.DataObject) -> None:
    lines = [line for line in lines_of(article) if line.text and line.text != "What stays."]
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    choice = Choice(line.text, not line.kept, line.nth)
    turned = apply_choices(article, [choice])
    before, after = lines_of(article), lines_of(turned)
    assert [(one.text, one.nth) for one in before] == [(one.text, one.nth) for one in after]
    others = [
        (one.kept, one.draft) for one in before if (one.text, one.nth) != (line.text, line.nth)
    ]
    assert [
        (one.kept, one.draft) for one in after if (one.text, one.nth) != (line.text, line.nth)
    ] == others
    assert apply_choices(turned, [choice]) is turned
    assert apply_choices(turned, [replace(choice, keep=line.kept)]).text == article.text
    assert list(drafts_of(turned.blocks, turned.text)) == [one.draft for one in after if one.kept]


@settings(max_examples=200)
@given(articles(), st.dictionaries(texts.map(form_of), st.booleans(), max_size=4))
def test_what_a_site_asks_for_is_done_once(article: Article, site: dict[str, bool]) -> None:
    cleaned = apply_choices(article, site=site)
    assert apply_choices(cleaned, site=site) == cleaned
