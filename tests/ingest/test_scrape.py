"""Raw text scrapes: the article is found, and nothing is lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Article
from reader.errors import IngestError
from reader.ingest import ingest

PARAGRAPHS = (
    "Dock workers returned to the port on Tuesday after nine days of strike, ending a dispute that "
    "had closed the harbour and emptied shops along the coast.",
    "The union said that its members had voted by a large majority for the offer, which raises "
    "wages by four per cent this year and by three per cent next year.",
    "Talks had broken down twice in February over night shifts, and neither side had been willing "
    "to move until a mediator was called in by the minister.",
    "The employers said that they were relieved, and that the first ships would be unloaded before "
    "the weekend if the weather allowed it.",
    "Around forty ships are still waiting outside the harbour. It will take at least two weeks "
    "until all of them are unloaded, the port authority said.",
)
SCRAPE = f"""\
Home
News
World
Sign in
Port strike ends after nine days
By Ann Example and Bo Sample
Published: 5 March 2024, 14:30 GMT
Share
Facebook
{PARAGRAPHS[0]}
{PARAGRAPHS[1]}
Why it took so long
{PARAGRAPHS[2]}
{PARAGRAPHS[3]}
What happens now
{PARAGRAPHS[4]}
Topics: Ports, Strikes, Wages
Related articles
Ten things to know about ports
Subscribe to The Example Times
© 2024 The Example Times. All rights reserved.
Follow The Example Times on X
"""


def _read(text: str) -> Article:
    return ingest(text.encode(), kind="text")


def _blocks(article: Article) -> list[tuple[str, str]]:
    """Return kind and text of every block."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_the_text_is_found_among_menus_and_notices() -> None:
    assert _blocks(_read(SCRAPE)) == [
        ("paragraph", PARAGRAPHS[0]),
        ("paragraph", PARAGRAPHS[1]),
        ("heading", "Why it took so long"),
        ("paragraph", PARAGRAPHS[2]),
        ("paragraph", PARAGRAPHS[3]),
        ("heading", "What happens now"),
        ("paragraph", PARAGRAPHS[4]),
    ]


def test_what_lines_state_is_stated_and_the_rest_is_called_a_guess() -> None:
    article = _read(SCRAPE)
    assert article.title == "Port strike ends after nine days"
    assert article.byline == ("Ann Example", "Bo Sample")
    assert article.published == "2024-03-05T14:30:00+00:00"
    assert article.tags == ("Ports", "Strikes", "Wages")
    assert article.publisher == "The Example Times"
    assert set(article.guessed) == {"title", "publisher", "language"}
    assert article.guessed["publisher"] == "3 lines around the text name it"


def test_every_line_is_in_the_text_or_among_what_was_left_out() -> None:
    article = _read(SCRAPE)
    kept = {text for _, text in _blocks(article)} | {piece.text for piece in article.dropped}
    assert kept == set(SCRAPE.splitlines())
    assert {piece.reason for piece in article.dropped} == {
        "boilerplate",
        "label",
        "metadata",
        "title",
    }


def test_what_was_left_out_knows_which_block_it_stood_before() -> None:
    dropped = _read(SCRAPE).dropped
    assert {piece.text: piece.before_block for piece in dropped}["Facebook"] == 0
    assert dropped[-1].before_block == 7


def test_a_headline_is_recovered_from_a_breadcrumb_below_the_text() -> None:
    title = "'Nine Hard Days': Port Workers Return After Harbour Strike, Employers Relieved"
    article = _read("\n".join((*PARAGRAPHS, "View comments", f"News business {title}", "Loading…")))
    assert article.title == title
    assert "names sections" in article.guessed["title"]
    assert title not in article.text


def test_a_breadcrumb_may_be_parted_by_signs() -> None:
    title = "Port workers return after nine days of harbour strike"
    article = _read("\n".join((*PARAGRAPHS, "View comments", f"Home › Business › {title}")))
    assert article.title == title


def test_the_site_s_name_behind_a_bar_is_no_part_of_the_headline() -> None:
    title = "Port strike ends after nine days"
    for line in (f"{title} | Example Times", f"{title} - Example Times"):
        lines = ("Example Times", "Sign in", line, "By Ann Example", *PARAGRAPHS, "Subscribe")
        assert _read("\n".join(lines)).title == title
    dashed = "Port strike ends - at last"
    assert _read("\n".join((dashed, "By Ann Example", *PARAGRAPHS, "Subscribe"))).title == dashed


def test_a_lone_paragraph_is_kept_whatever_stands_around_it() -> None:
    words = "harbour and the ships of it were " * 9
    article = _read(f"Tags:\nports\n{words.strip()}.\nView comments")
    assert article.text == f"{words.strip()}."


def test_a_menu_is_no_headline_where_a_breadcrumb_has_one() -> None:
    title = "Hard Days, Harder Talks: Port Workers Return After Nine Days of Strike"
    crumb = f"Example Times › World › North Sea › {title}"
    article = _read("\n".join(("Home World Business Sport Podcasts", *PARAGRAPHS, "Share", crumb)))
    assert article.title == title


def test_calls_to_read_elsewhere_are_not_the_article_s_text() -> None:
    asides = (
        "Also read: The village that waited for nine days",
        "Download the Example Times app for alerts as they happen.",
    )
    notices = ("© 2024 Example Times",)
    article = _read("\n".join((*PARAGRAPHS[:2], *asides, *PARAGRAPHS[2:], *notices)))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [piece.text for piece in article.dropped] == [*asides, *notices]


def test_the_dateline_dates_an_article_that_nothing_else_does() -> None:
    article = _read(f"HARWICH, March 5, 2024 (Example Wire) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert (article.published, article.publisher) == ("2024-03-05", "Example Wire")
    assert {"published", "publisher"} <= article.guessed.keys()


def test_a_text_that_is_nothing_but_furniture_is_kept_for_want_of_anything_else() -> None:
    text = "Also read: The village that waited for nine days, and what it did in the meantime."
    assert _read(text).text == text


def test_tags_that_ran_together_are_parted_by_the_words_of_the_text() -> None:
    article = _read("\n".join((*PARAGRAPHS, "Tags :", "harbourstrikeUnion", "View comments")))
    assert article.tags == ("harbour", "strike", "Union")


def test_empty_labels_are_furniture_and_their_values_may_stand_below() -> None:
    lines = (
        "Last Updated:",
        *PARAGRAPHS,
        "Location :",
        "First Published:",
        "March 5, 2024, 14:30 IST",
    )
    article = _read("\n".join(lines))
    assert article.published == "2024-03-05T14:30:00+05:30"
    assert article.dateline is None
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_date_that_stands_alone_is_a_guess() -> None:
    article = _read("\n".join(("March 5, 2024", *PARAGRAPHS, "Subscribe")))
    assert article.published == "2024-03-05"
    assert "only a date" in article.guessed["published"]


def test_a_sentence_between_two_buttons_in_the_text_is_text() -> None:
    sentence = "She did not say when the second berth would open again, or who would pay for it."
    between = f"{PARAGRAPHS[3]}\nRead more\n{sentence}\nSign up\n"
    article = _read(SCRAPE.replace(f"{PARAGRAPHS[3]}\n", between))
    assert sentence in article.text
    assert {"Read more", "Sign up"} <= {line.text for line in article.dropped}


def test_an_update_is_only_a_guess_at_the_day_of_publication() -> None:
    article = _read("\n".join(("Updated: March 5, 2024", *PARAGRAPHS, "Subscribe")))
    assert (article.published, article.modified) == ("2024-03-05", "2024-03-05")
    assert "updated" in article.guessed["published"]


def test_a_first_paragraph_that_stands_apart_is_the_standfirst_and_stays_in_the_text() -> None:
    standfirst = "Nine days of strike are over, and the first ships will be unloaded soon."
    article = _read(f"{standfirst}\n\n" + "\n".join(PARAGRAPHS))
    assert article.summary == standfirst
    assert article.text.startswith(standfirst)


def test_an_agency_s_first_line_names_the_place() -> None:
    article = _read(f"HARWICH, March 5 (Example Wire) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert article.dateline == "HARWICH"
    assert article.text.startswith("HARWICH, March 5 (Example Wire)")


def test_plain_prose_comes_through_whole() -> None:
    text = "\n\n".join(PARAGRAPHS)
    article = _read(text)
    assert (article.text, article.dropped) == (text, ())


@given(st.permutations(PARAGRAPHS), st.integers(1, 5))
def test_plain_prose_comes_through_whole_however_much_there_is(
    paragraphs: list[str], count: int
) -> None:
    text = "\n\n".join(paragraphs[:count])
    assert _read(text).text == text


def test_one_paragraph_is_an_article_and_one_word_is_one_too() -> None:
    assert _read(PARAGRAPHS[0]).text == PARAGRAPHS[0]
    assert _read("Harbour").text == "Harbour"


def test_text_that_was_broken_to_fit_a_width_is_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(text, 66) for text in PARAGRAPHS)
    assert _read(wrapped).text == "\n\n".join(PARAGRAPHS)


def test_a_word_that_a_hyphen_parted_is_whole_again_if_the_text_knows_it() -> None:
    text = (
        "The harbour was quiet when the first boats came in on Tuesday, and har-\n"
        "bour workers who had not expected them so early stood on the quay, won-\n"
        "dering what had brought the fishermen home before the end of the night,\n"
        "for nobody had told them of the storm, nor of the ships that were lost.\n"
    )
    assert "and harbour workers" in _read(text).text
    assert "won-dering" in _read(text).text


POEM = """\
The Road at Night

I walked the road at night alone,
The moon was thin, the wind was high,
And every hedge and every stone
Looked back at me as I went by.

No lamp was lit, no dog gave cry,
The farms were dark, the fields were wet;
I heard the river running by
And thought of all that I'd forget.
"""


def test_verse_keeps_its_lines_and_stanzas() -> None:
    article = _read(POEM)
    assert article.title == "The Road at Night"
    assert f"{article.title}\n\n{article.text}\n" == POEM
    assert article.markdown.count("\\\n") == 6


def test_verse_without_a_title_loses_no_line_to_one() -> None:
    lines = POEM.splitlines()[2:6]
    assert _read("\n".join(lines)).text == "\n\n".join(lines)


def test_a_list_keeps_its_items() -> None:
    article = _read("Shopping\n\n- milk\n- eggs\n\n- bread\n")
    assert article.title == "Shopping"
    assert _blocks(article) == [
        ("list_item", "milk"),
        ("list_item", "eggs"),
        ("list_item", "bread"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Hafen war ruhig, als die ersten Boote am Dienstagmorgen kamen. Niemand am Kai hatte "
        "sie so früh erwartet, und die Händler waren noch nicht da.\n\n"
        "Gegen Mittag war der Markt voll.",
        "星期二早上第一批船进港时，港口很安静。码头上没有人想到它们会来得这么早，"
        "市场上的商人也还没有到。\n\n"
        "中午市场上挤满了人。渔民卖掉了他们所有的东西，买家付了所要求的价钱。",
        "Утром во вторник в порту было тихо, когда пришли первые лодки, и никто на причале "
        "не ждал их так рано.\n\nК полудню рынок был полон.",
    ],
)
def test_a_text_in_another_language_is_kept_whole(text: str) -> None:
    assert _read(text).text == text


def test_a_headline_over_a_text_in_another_language_is_known_by_its_place() -> None:
    article = _read(
        "港口罢工结束\n星期二早上第一批船进港时，港口很安静。码头上没有人想到它们会来得这么早，"
        "市场上的商人也还没有到。"
    )
    assert article.title == "港口罢工结束"
    assert article.title not in article.text
    assert (article.language, article.guessed["language"]) == ("zh", "its script")


HINDI = (
    "बंदरगाह में नौ दिन की हड़ताल मंगलवार की सुबह ख़त्म हो गई और मज़दूर काम पर लौट आए। "
    "दुकानों में सामान फिर से आने लगा है।",
    "यूनियन ने कहा कि उसके सदस्यों ने बड़े बहुमत से प्रस्ताव को मान लिया है। "
    "पहले जहाज़ शनिवार से पहले ख़ाली कर दिए जाएँगे।",
)


def test_labels_dates_and_buttons_of_a_page_in_hindi_are_known() -> None:
    title = "बंदरगाह की हड़ताल ख़त्म"
    lines = (
        *(
            "होम",
            "राज्य",
            title,
            "लेखिका: आशा उदाहरण",
            "प्रकाशित: 5 मार्च 2024, 07:30 IST",
            "शेयर करें",
            *HINDI,
        ),
        *("टैग: बंदरगाह, हड़ताल", "टिप्पणियाँ देखें (12)", "© 2024 उदाहरण समाचार"),
    )
    article = _read("\n".join(lines))
    assert (article.title, article.text) == (title, "\n\n".join(HINDI))
    assert article.byline == ("आशा उदाहरण",)
    assert article.published == "2024-03-05T07:30:00+05:30"
    assert article.tags == ("बंदरगाह", "हड़ताल")
    assert (article.publisher, article.language) == ("उदाहरण समाचार", "hi")
    assert article.guessed["language"] == "its small words"


LINES = st.one_of(
    st.sampled_from([*PARAGRAPHS, *SCRAPE.splitlines(), *POEM.splitlines()]),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),
)


@given(st.lists(LINES, max_size=12))
def test_any_lines_can_be_read_and_none_is_lost(lines: list[str]) -> None:
    try:
        article = _read("\n".join(lines))
    except IngestError:
        return
    kept = f"{article.title} {article.text} {' '.join(piece.text for piece in article.dropped)}"
    assert {
        word for line in lines for word in line.split() if word.isascii() and word.isalpha()
    } <= {word for word in kept.split()}
