"""A page's elements to blocks."""

from reader.article.text import BlockDraft
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.mending import mend
from reader.ingest.web.tree import parse, strip_unread

BASE = "https://courier.example/news/"


def drafts(page: str) -> list[BlockDraft]:
    """Return the drafts of all blocks of a page."""
    root = parse(page)
    strip_unread(root)
    return [block.draft for block in blocks_of(root, BASE)]


def kinds(page: str) -> list[tuple[str, str]]:
    """Return kind and text of all blocks of a page."""
    return [(draft.kind, draft.text) for draft in drafts(page)]


def test_headings_keep_their_level_and_stay_on_one_line() -> None:
    (draft,) = drafts("<h3>The queue<br>at the <em>quay</em></h3>")

    assert (draft.kind, draft.level, draft.text) == ("heading", 3, "The queue at the quay")


def test_lists_keep_their_kind_and_depth() -> None:
    found = drafts("<ol><li>one<ul><li>inner</ul><li><p>two</p><p>more of two</p></ol>")

    assert [(d.text, d.level, d.ordered) for d in found] == [
        ("one", 1, True),
        ("inner", 2, False),
        ("two\nmore of two", 1, True),
    ]


def test_a_list_keeps_its_own_numbers_forwards_and_backwards() -> None:
    found = drafts(
        "<ol start=4><li>four<ul><li>dot</ul><li value=9>nine<li>ten</ol>"
        "<ol reversed><li>two<li>one<li value=-3>under<li value=x>more</ol>"
    )

    assert [(d.text, d.number) for d in found] == [
        ("four", 4),
        ("dot", None),
        ("nine", 9),
        ("ten", 10),
        ("two", 4),
        ("one", 3),
        ("under", None),
        ("more", None),
    ]


def test_what_an_item_says_after_a_list_in_it_has_no_number_of_its_own() -> None:
    found = drafts("<ol><li>one<ul><li>inner</ul>still one<li>two</ol>")

    assert [(d.kind, d.text, d.level, d.number) for d in found] == [
        ("list_item", "one", 1, 1),
        ("list_item", "inner", 2, None),
        ("paragraph", "still one", 1, None),
        ("list_item", "two", 1, 2),
    ]


def test_an_entry_with_its_time_is_no_item() -> None:
    entry = "<li><time>22:40</time><p>The ferry is in.</p><p>So is the mail.</p>"

    assert kinds(f"<ul>{entry}</ul>") == [
        ("paragraph", "22:40"),
        ("paragraph", "The ferry is in."),
        ("paragraph", "So is the mail."),
    ]
    assert kinds("<ul><li><time>22:40</time> <p>A short line</p></ul>") == [
        ("list_item", "22:40\nA short line")
    ]


def test_an_item_that_holds_a_passage_is_no_item() -> None:
    assert kinds("<ul><li><h3>22:40</h3><p>The ferry is in.</p></ul>") == [
        ("heading", "22:40"),
        ("paragraph", "The ferry is in."),
    ]


def test_each_paragraph_of_a_quotation_is_a_quote() -> None:
    assert kinds("<blockquote><p>One.</p><p>Two.</p></blockquote>") == [
        ("quote", "One."),
        ("quote", "Two."),
    ]


def test_code_keeps_every_space_and_its_language() -> None:
    (draft,) = drafts(
        '<pre><code class="language-python">def f():\n    <b>return</b> 1\n</code></pre>'
    )

    assert (draft.kind, draft.language) == ("code", "python")
    assert draft.text == "def f():\n    return 1"


def test_links_and_emphasis_are_marked_where_they_stand() -> None:
    (draft,) = drafts('<p>The <a href="/x">ferry <b>Brita</b></a> is <code>late</code>.</p>')

    assert [(draft.text[m.start : m.end], m.kind, m.href) for m in draft.inline] == [
        ("ferry Brita", "link", "https://courier.example/x"),
        ("Brita", "strong", None),
        ("late", "code", None),
    ]


def test_links_that_lead_nowhere_safe_are_text() -> None:
    (draft,) = drafts(
        '<p><a href="javascript:x()">a</a> <a href="data:,b">b</a> <a href="#c">c</a>'
    )

    assert draft.text == "a b c"
    assert not draft.inline


def test_two_breaks_part_paragraphs_and_one_parts_lines() -> None:
    assert kinds("<p>one<br>line<br> <br>two</p>") == [
        ("paragraph", "one\nline"),
        ("paragraph", "two"),
    ]


def test_tables_of_data_have_rows_and_cells() -> None:
    found = drafts(
        "<table><caption>Tides</caption><tr><th>Port<th>High</tr>"
        "<tr><td rowspan=2>Skarrow<td>02:10</tr><tr><td>14:<b>40</b></tr>"
        "<tr><td colspan=999999999>none</tr></table>"
    )

    assert [(d.kind, d.text.rstrip("\t"), d.header) for d in found] == [
        ("caption", "Tides", False),
        ("table", "", False),
        ("row", "Port\tHigh", True),
        ("row", "Skarrow\t02:10", False),
        ("row", "\t14:40", False),
        ("row", "none", False),
    ]
    assert found[4].text[slice(found[4].inline[0].start, found[4].inline[0].end)] == "40"


def test_tables_that_lay_out_a_page_are_not_tables() -> None:
    assert kinds("<table><tr><td><h2>Tides</h2><td><p>High at two.</p></tr></table>") == [
        ("heading", "Tides"),
        ("paragraph", "High at two."),
    ]


def test_pictures_are_found_where_late_loading_hides_them() -> None:
    (draft,) = drafts(
        '<img src="data:image/gif;base64,x" srcset="s.jpg 200w, big.jpg 900w" alt="Quay">'
    )

    assert (draft.href, draft.text) == (f"{BASE}big.jpg", "Quay")


def test_pictures_made_to_count_visits_are_not_shown() -> None:
    assert drafts('<img src="/p.gif" width="1" height="1"><img src="/blank.gif">') == []


def test_a_picture_in_a_paragraph_does_not_part_it() -> None:
    assert kinds('<p>The ferry <img src="f.png" alt=""> is late.</p>') == [
        ("paragraph", "The ferry is late."),
        ("image", ""),
    ]


def test_hidden_text_is_not_read_unless_it_is_most_of_the_page() -> None:
    assert kinds("<p>Seen by all who come here.</p><p hidden>secret</p>")[-1][1] != "secret"
    assert kinds('<p>Menu</p><div style="display:none"><p>The whole of the story.</p></div>')[
        -1
    ] == (
        "paragraph",
        "The whole of the story.",
    )


def test_a_choice_that_cuts_a_list_is_mended() -> None:
    root = parse("<p>Intro</p><ul><li>one<li>two<li>three</ul><div><h2>14:05</h2><p>In.</p></div>")
    blocks = blocks_of(root)

    assert mend(blocks, [True, True, False, False, False, True]) == [True] * 6


def test_a_list_of_links_is_left_as_it_was_chosen() -> None:
    root = parse(
        '<ul><li><a href="https://e.example">one</a><li><a href="https://e.example">2</a></ul>'
    )

    assert mend(blocks_of(root), [True, False]) == [True, False]


def test_the_picture_for_readers_without_scripts_takes_the_place_of_its_placeholder() -> None:
    page = """<p>The quay.</p><div><img src="/tiny.jpg"><img class="late">
        <noscript><img src="/quay.jpg" alt="The quay"></noscript></div>
        <p><img src="/own.jpg"> and <noscript><img src="/count.gif" width="1"></noscript></p>"""

    assert [draft.href for draft in drafts(page) if draft.kind == "image"][:1] == [
        "https://courier.example/quay.jpg"
    ]


def test_a_line_called_a_caption_beside_a_picture_is_one() -> None:
    page = """<div class="photo"><div><img src="/quay.jpg"></div>
        <div class="photo-caption-wrapper">The quay at noon</div></div>
        <p class="caption">No picture is near this line</p>"""

    assert ("caption", "The quay at noon") in kinds(page)
    far = '<div><div><p class="caption">A line</p></div></div><img src="/a.jpg">'
    assert ("paragraph", "A line") in kinds(far.replace("<img", "<hr><hr><p></p><section><img"))
