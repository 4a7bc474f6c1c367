"""Which of a page's headings and titles is its headline."""

from reader.ingest.web.about import read_about
from reader.ingest.web.tree import parse


def title(head: str = "", body: str = "") -> str | None:
    """Return the headline of a page made of *head* and *body*."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_about(parse(page), page, "https://courier.example/a").title


def test_the_only_heading_beats_what_the_head_says_for_searches() -> None:
    head = """<title>Harbour costs 2026 | Courier</title><script type="application/ld+json">
        {"@type": "Article", "headline": "Harbour costs 2026"}</script>"""

    assert title(head, "<h1>What the harbour costs in 2026</h1>") == (
        "What the harbour costs in 2026"
    )


def test_a_heading_of_other_words_than_the_linked_data_is_another_s() -> None:
    head = """<title>Ferry stopped by storm</title><script type="application/ld+json">
        {"@type": "Article", "headline": "Ferry stopped by storm"}</script>"""

    assert title(head, "<h1>Three mountain huts are for sale</h1>") == "Ferry stopped by storm"


def test_a_heading_that_leads_to_the_front_page_is_the_site_s() -> None:
    head = "<title>The Tidal Post » Archive » Ferry stopped by storm</title>"
    body = '<h1><a href="/">The Tidal Post</a></h1><h2>Ferry stopped by storm again</h2>'

    assert title(head, body.replace(" again", "")) == "Ferry stopped by storm"


def test_a_lower_heading_that_the_head_bears_out_will_do_where_there_is_no_higher() -> None:
    head = "<title>Tidal Post: Ferry stopped by the storm</title>"

    assert title(head, "<h3>Ferry stopped by the storm</h3><h3>Huts</h3>") == (
        "Ferry stopped by the storm"
    )


def test_of_two_headings_the_one_that_the_head_says_alone_is_the_headline() -> None:
    head = """<meta property="og:title" content="Ferry stopped by storm">
        <title>Tidal Post: Ferry stopped by storm</title>"""

    assert title(head, "<h1>Tidal Post and Courier</h1><h1>Ferry stopped by storm</h1>") == (
        "Ferry stopped by storm"
    )


def test_a_kicker_within_the_heading_is_no_part_of_the_headline() -> None:
    head = "<title>Ferry stays in port after storm - Courier</title>"
    kicker = '<h1><span class="kicker">Shipping</span> Ferry stays in port after storm</h1>'

    assert title(head, kicker) == "Ferry stays in port after storm"
    assert title("", '<h1><span class="kicker">Ferry</span> stays</h1>') == "Ferry stays"


def test_a_headline_cut_short_is_completed_by_one_that_is_not() -> None:
    whole = "Ferry stopped by storm: four hundred people wait in port and the town opens its" * 2
    head = f"""<title>{whole} doors</title><script type="application/ld+json">
        {{"@type": "Article", "headline": "{whole}"}}</script>"""

    assert title(head) == f"{whole} doors"


def test_a_headline_that_a_quotation_mark_ended_is_completed() -> None:
    head = """<meta property="og:title" content="The minister calls the ferry ">
        <title>The minister calls the ferry "unfit"</title>"""

    assert title(head.replace("ferry ", "ferry&quot;", 1)) is not None


def test_of_many_parts_between_bars_the_first_is_the_headline() -> None:
    told = "How to sleep on a night ferry | Advice | The Courier"

    assert title(f"<title>{told}</title>", f"<h1>{told}</h1>") == "How to sleep on a night ferry"
