"""annotate, notes, undo and redo."""

import pytest

from reader.annotations.model import CLAIM_STATUSES, LABELS
from tests.cli.running import Run


def test_a_mark_is_made_on_the_words_named(run: Run, article: str) -> None:
    made = run("annotate", article, "--quote", "two years late")
    assert made.code == 0
    assert made.json["ok"] is True
    mark = run("notes", article, "--json").json[0]
    assert mark["id"] == made.json["id"]
    assert (mark["article"], mark["kind"], mark["quote"]) == (
        article,
        "highlight",
        "two years late",
    )
    assert mark["anchor"]["status"] == "exact"


def test_a_mark_keeps_everything_that_was_said_of_it(run: Run, article: str) -> None:
    run(
        *("annotate", article, "--quote", "at a cost of $6.3 billion", "--note", "Who says?"),
        *("--label", "doubt", "--status", "disputed", "--verdict", "It was 7.1."),
        *("--tag", "money", "--tag", "ports", "--speaker", "Jon Field", "--json"),
    )
    mark = run("notes", "--json").json[0]
    assert (mark["kind"], mark["note"], mark["label"]) == ("claim", "Who says?", "doubt")
    assert mark["tags"] == ["money", "ports"]
    claim = mark["claim"]
    assert (claim["status"], claim["verdict"]) == ("disputed", "It was 7.1.")
    assert claim["speaker"] == "Jon Field"


def test_a_quote_that_is_not_in_the_article_is_kept_and_told(run: Run, article: str) -> None:
    made = run("annotate", article, "--quote", "no such words stand in it anywhere")
    assert made.code == 1
    assert made.json["ok"] is True
    assert made.json["id"] in made.err
    assert run("notes", article, "--json").json[0]["anchor"]["status"] in ("unplaced", "orphan")


def test_a_note_without_a_quote_is_about_the_whole_article(run: Run, article: str) -> None:
    assert run("annotate", article, "--note", "Read it again.").code == 0
    mark = run("notes", article, "--json").json[0]
    assert (mark["kind"], mark["quote"], mark["note"]) == ("note", "", "Read it again.")
    assert "Read it again." in run("notes").out


def test_a_mark_for_an_article_that_is_not_held_is_kept_until_it_is(run: Run) -> None:
    made = run("annotate", "nobody-yet", "--quote", "words")
    assert made.code == 1
    assert [mark["id"] for mark in run("notes", "nobody-yet", "--json").json] == [made.json["id"]]


def test_what_can_be_no_article_ends_with_4(run: Run) -> None:
    done = run("annotate", "no/article", "--quote", "words")
    assert (done.code, done.out) == (4, "")


@pytest.mark.parametrize(
    ("words", "missing"),
    [([], "ARTICLE"), (["an-article"], "--quote or --note")],
    ids=["article", "quote"],
)
def test_a_mark_on_nothing_ends_with_2(run: Run, words: list[str], missing: str) -> None:
    done = run("annotate", *words)
    assert done.code == 2
    assert f"{missing} is missing" in done.err


def test_the_choices_are_those_of_the_model(run: Run) -> None:
    label = run("annotate", "a", "--quote", "q", "--label", "??")
    status = run("notes", "--status", "??")
    assert (label.code, status.code) == (2, 2)
    assert ", ".join(LABELS) in label.err
    assert ", ".join(CLAIM_STATUSES) in status.err


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ([], ["two years late", "Nine berths"]),
        (["--all"], ["two years late", "Nine berths"]),
        (["--label", "evidence"], ["two years late"]),
        (["--status", "checking"], ["Nine berths"]),
        (["--status", "unchecked"], []),
        (["--tag", "ports"], ["Nine berths"]),
        (["--query", "YEARS late"], ["two years late"]),
        (["--query", "counted them"], ["Nine berths"]),
    ],
)
def test_notes_picks(run: Run, article: str, asked: list[str], quotes: list[str]) -> None:
    run("annotate", article, "--quote", "two years late", "--label", "evidence")
    run(
        *("annotate", article, "--quote", "Nine berths", "--status", "checking"),
        *("--tag", "ports", "--note", "I counted them"),
    )
    assert [mark["quote"] for mark in run("notes", "--jsonl", *asked).lines] == quotes


def test_the_notes_of_one_article_stand_in_reading_order(run: Run, article: str) -> None:
    for quote in ("Nine berths", "two years late"):
        run("annotate", article, "--quote", quote)
    quotes = [mark["quote"] for mark in run("notes", article, "--json").json]
    assert quotes == ["two years late", "Nine berths"]


def test_notes_prints_lines_for_reading(run: Run, article: str) -> None:
    made = run(
        *("annotate", article, "--quote", "Nine berths", "--status", "checking"),
        *("--tag", "ports", "--label", "doubt", "--note", "I counted\nthem"),
    )
    lost = run("annotate", "elsewhere", "--quote", "words")
    assert run("notes").out == (
        f"{made.json['id']}  claim · checking · doubt · #ports  {article}\n"
        "  “Nine berths”\n  I counted\n  them\n"
        f"{lost.json['id']}  highlight · unplaced  elsewhere\n  “words”\n"
    )


def test_no_notes_are_an_empty_list(run: Run, article: str) -> None:
    assert run("notes", "--json").json == []
    assert run("notes", article).out == ""
    assert run("notes").code == 0


def test_the_notes_of_an_article_that_is_not_there_end_with_4(run: Run) -> None:
    assert run("notes", "nobody").code == 4


def test_one_article_is_not_all_of_them(run: Run) -> None:
    assert run("notes", "one", "--all").code == 2


def test_undo_and_redo_take_the_last_change_back_and_forth(run: Run, article: str) -> None:
    run("annotate", article, "--quote", "two years late", "--note", "Why?")
    undone = run("undo")
    assert (undone.code, undone.out) == (0, "undone: note on “two years late”\n")
    assert run("notes", "--json").json == []
    assert run("redo", "--json").json == {"redone": "note on “two years late”"}
    assert len(run("notes", "--json").json) == 1


@pytest.mark.parametrize(("verb", "done"), [("undo", "undone"), ("redo", "redone")])
def test_nothing_to_take_back_ends_with_1(run: Run, verb: str, done: str) -> None:
    assert run(verb) == run(verb)
    assert run(verb).err == f"nothing can be {done}\n"
    assert run(verb, "--json").json == {done: None}
    assert run(verb).code == 1
