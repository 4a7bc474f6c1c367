"""The verb that searches."""

import pytest

from tests.cli.running import Run


def test_what_is_found_is_printed_with_its_passage(run: Run, article: str) -> None:
    done = run("search", "berths")
    assert done.code == 0
    first, second = done.out.splitlines()
    assert first == f"{article}  The harbour opens late"
    assert "Nine berths by 2023" in second


def test_words_need_no_quotes_around_them(run: Run, article: str) -> None:
    assert run("search", "railway", "quay", "--json").json[0]["article"] == article
    assert run("search", '"quay railway"').code == 4


def test_a_hit_as_json_has_all_that_is_known_of_it(run: Run, article: str) -> None:
    (hit,) = run("search", "lowmouth", "--json").json
    assert list(hit) == [
        "kind", "article", "title", "mark", "snippet", "matches", "offset", "score"
    ]  # fmt: skip
    ((start, end),) = hit["matches"]
    assert hit["snippet"][start:end] == "Lowmouth"
    assert run("search", "lowmouth", "--jsonl").lines == [hit]


def test_notes_and_articles_are_searched_together_or_apart(run: Run, article: str) -> None:
    made = run("annotate", article, "--quote", "two years late", "--note", "why", "--json")
    both = run("search", "late", "--jsonl").lines
    assert {hit["kind"] for hit in both} == {"article", "mark"}
    (note,) = run("search", "late", "--in", "notes", "--jsonl").lines
    assert note["mark"] == made.json["id"]
    assert f"{article}#{note['mark']}" in run("search", "why").out
    assert len(run("search", "late", "--limit", "1", "--jsonl").lines) == 1


def test_nothing_found_is_told_with_what_may_have_been_meant(run: Run, article: str) -> None:
    done = run("search", "harbor")
    assert (done.code, done.out) == (4, "")
    assert done.err == "harbor: nothing found; did you mean: harbour\n"
    empty = run("search", "xylophone", "--json")
    assert (empty.code, empty.json) == (4, [])
    assert empty.err.startswith("xylophone: nothing found; try fewer words")


@pytest.mark.parametrize("query", ['"', "AND", "* OR (", "NEAR(a b)", "tag:", "-x"])
def test_no_query_is_an_error_of_its_own(run: Run, article: str, query: str) -> None:
    assert run("search", "--", query).code in (0, 4)


@pytest.mark.parametrize("limit", ["0", "-3", "many", "9999999"])
def test_a_limit_that_is_none_is_told(run: Run, limit: str) -> None:
    done = run("search", "x", f"--limit={limit}")
    assert done.code == 2
    assert "no number of 1 or more" in done.err


def test_that_many_articles_are_indexed_first_is_told(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.searching._WORTH_TELLING", 1)
    assert run("search", "berths").err == "indexing 1 articles first; it can be interrupted\n"
    assert run("search", "berths").err == ""
