"""What a search asks for, read from what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import Clause, Query, facet_word


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Port Strike", [Clause(("port",)), Clause(("strike",))]),
        ('"port strike" ends', [Clause(("port", "strike")), Clause(("ends",))]),
        ("“port strike”", [Clause(("port", "strike"))]),
        ('"port strike', [Clause(("port", "strike"))]),
        ("elect*", [Clause(("elect",), prefix=True)]),
        ('"port str"*', [Clause(("port", "str"), prefix=True)]),
        ("-strike", [Clause(("strike",), excluded=True)]),
        ('-"port strike"', [Clause(("port", "strike"), excluded=True)]),
        ("8.58%", [Clause(("8", "58"))]),
        ("total-cost", [Clause(("total", "cost"))]),
        ("印度总理", [Clause(tuple("印度总理"))]),
        ("by:Reuters", [Clause(("reuters",), "by")]),
        ('by:"Ada Marsh"', [Clause(("ada", "marsh"), "by")]),
        ("TAG:#Trade", [Clause((facet_word("tag", "trade"),), "tag")]),
        ('in:"World News"', [Clause((facet_word("in", "world news"),), "in")]),
        ("-label:doubt", [Clause((facet_word("label", "doubt"),), "label", excluded=True)]),
        ("status:false", [Clause((facet_word("status", "false"),), "status")]),
        ("tag: trade", [Clause(("tag",)), Clause(("trade",))]),
        ("title:port", [Clause(("title", "port"))]),
        ("port AND NEAR(", [Clause(("port",)), Clause(("and",)), Clause(("near",))]),
        ("port port", [Clause(("port",))]),
        ('" - * -- "" :', []),
    ],
)
def test_a_query_is_read(text: str, clauses: list[Clause]) -> None:
    assert list(Query.parse(text).clauses) == clauses


@pytest.mark.parametrize(
    ("text", "prefixes"),
    [
        ("port str", [False, True]),
        ("port str ", [False, False]),
        ('"port str', [True]),
        ('"port str"', [False]),
        ("port -str", [False, False]),
        ("port s", [False, False]),
        ("port ...", [False]),
        ("总理", [True]),
        ("tag:tr", [True]),
        ("", []),
    ],
)
def test_the_last_word_may_be_unfinished_while_typing(text: str, prefixes: list[bool]) -> None:
    assert [clause.prefix for clause in Query.parse(text, typing=True).clauses] == prefixes


@given(st.text(), st.booleans())
def test_no_text_is_refused(text: str, typing: bool) -> None:
    query = Query.parse(text, typing=typing)
    assert all(clause.words and all(clause.words) for clause in query.clauses)
    assert all('"' not in word for clause in query.clauses for word in clause.words)


def test_no_more_is_asked_than_an_index_can_answer() -> None:
    assert len(Query.parse(" ".join(f"word{number}" for number in range(5000))).clauses) <= 32
    (clause,) = Query.parse(f'"{"word " * 5000}"').clauses
    assert len(clause.words) <= 64
