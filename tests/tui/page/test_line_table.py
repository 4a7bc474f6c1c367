"""Lines held as columns are the lines that were put in."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.model import Article, Block
from reader.tui.page.layout import lay_out
from reader.tui.page.line_table import Line, LineTable

RANGES = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=5)


@given(RANGES, RANGES)
def test_a_run_of_text_is_the_lines_of_its_ranges(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    table = LineTable()
    table.append(Line(0, 0, 1, "• "))
    table.run(1, first)
    table.append(Line(2, 5, 5, own="─"))
    table.run(3, second)
    runs = [[Line(block, *each) for each in ranges] for block, ranges in ((1, first), (3, second))]
    assert list(table) == [Line(0, 0, 1, "• "), *runs[0], Line(2, 5, 5, own="─"), *runs[1]]


def test_a_paragraph_has_the_lines_of_the_same_words_in_a_quotation() -> None:
    text = "The ferry left the quay at nine — an hour late, said the harbour master in Brest."
    lines = {
        kind: [(line.start, line.end) for line in laid.lines]
        for kind in ("paragraph", "quote")
        for laid in [
            lay_out(
                Article("a", "v", "", text, (Block(kind, 0, len(text)),)),
                20 if kind == "paragraph" else 22,
            )
        ]
    }
    assert lines["paragraph"] == lines["quote"]
    assert len(lines["paragraph"]) > 3
