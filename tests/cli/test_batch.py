"""annotate --batch: one acknowledgement a line, each only when the line's change is durable."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.cli import batch
from tests.cli.running import Done, Run


class Sender:
    """Sends lines to one run of the batch."""

    def __init__(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run = run
        self._monkeypatch = monkeypatch

    def __call__(self, *lines: bytes | dict[str, Any]) -> Done:
        """Return what came of *lines*."""
        data = b"".join(
            line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines
        )
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return self._run("annotate", "--batch", "--jsonl")


@pytest.fixture
def send(run: Run, monkeypatch: pytest.MonkeyPatch) -> Sender:
    """Return what sends lines to a batch."""
    return Sender(run, monkeypatch)


def test_a_mark_may_have_parts_ties_and_all_that_is_known_of_a_claim(
    run: Run, send: Sender, article: str
) -> None:
    (first,) = send({"article": article, "quote": "two years late"}).lines
    claim = {
        "article": article,
        "quote": "Nine berths by 2023",
        "status": "checking",
        "verdict": "Ask.",
        "speaker": "Jon Field",
        "type": "promise",
        "priority": "high",
        "parts": [{"quote": "A railway to the quay"}, [0, 11]],
        "links": [{"to": first["id"], "rel": "contradicts", "note": "late"}],
    }
    reply = {"article": article, "note": "Who paid?", "reply_to": first["id"]}
    done = send(claim, reply)
    assert [ack["ok"] for ack in done.lines] == [True, True]
    made, answer = (
        next(mark for mark in run("notes", "--json").json if mark["id"] == ack["id"])
        for ack in done.lines
    )
    assert made["claim"] == {
        "status": "checking",
        "verdict": "Ask.",
        "speaker": "Jon Field",
        "type": "promise",
        "priority": "high",
    }
    assert [part["quote"] for part in made["parts"]] == ["A railway to the quay", "The harbour"]
    assert [part["status"] for part in made["anchor"]["parts"]] == ["exact", "exact"]
    assert made["links"] == [{"to": first["id"], "rel": "contradicts", "note": "late"}]
    assert (answer["kind"], answer["quote"], answer["reply_to"]) == ("note", "", first["id"])
    send({"op": "edit", "id": made["id"], "speaker": None, "parts": [], "links": []})
    (made,) = run("notes", "--status", "checking", "--json").json
    assert (made["claim"]["speaker"], made["parts"], made["links"]) == (None, [], [])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"parts": "x"}, "line 1: parts: no list; write"),
        ({"parts": [[1]]}, "line 1: parts: no two offsets; write"),
        ({"parts": [[True, 2]]}, "line 1: parts: no two offsets; write"),
        ({"parts": [[5, 2]]}, "2"),
        ({"parts": [{"prefix": "x"}]}, "line 1: parts: an item without quote; write"),
        ({"parts": [{"quote": " "}]}, "parts: a passage without words; give"),
        ({"parts": [{"quote": "x", "start": 1}]}, "line 1: parts: start: not known here; write"),
        ({"links": {"to": "x"}}, "line 1: links: no list; write"),
        ({"links": [{"to": 5}]}, "line 1: links: to: no text; write"),
        ({"links": [{"to": "elsewhere"}]}, "elsewhere: neither a mark nor an address; see"),
        ({"links": [{"to": " "}]}, "links: a link to nothing; give"),
        ({"links": [{"to": "https://a.b", "rel": "likes"}]}, "likes: no relation of a link; use"),
        ({"links": [{"to": "0123456789abc"}]}, "0123456789abc: no such mark"),
        ({"reply_to": "0123456789abc"}, "0123456789abc: answered by what is no plain note; leave"),
        ({"quote": "", "note": "n", "reply_to": "0123456789abc"}, "0123456789abc: no such mark"),
        ({"quote": "", "note": "n", "reply_to": "ilou"}, "ilou: no such mark; see"),
        ({"quote": "", "note": "n", "parts": [[1, 9]]}, "parts: further passages of no passage"),
        ({"prioritty": "x"}, "line 1: prioritty: no field of this op; did you mean priority?"),
    ],
)
def test_a_field_that_cannot_be_is_told(
    run: Run, send: Sender, article: str, fields: dict[str, Any], problem: str
) -> None:
    done = send({"article": article, "quote": "two years late", **fields})
    assert done.code == 1
    assert problem in done.lines[0]["error"]
    assert run("notes", "--json").json == []


def test_marks_are_added_edited_and_deleted_by_the_line(
    run: Run, send: Sender, article: str
) -> None:
    done = send(
        {"article": article, "quote": "two years late", "client_ref": 1},
        {"op": "add", "article": article[:9], "quote": "Nine berths", "tag": "ports"},
    )
    assert done.code == 0
    assert [ack["ok"] for ack in done.lines] == [True, True]
    assert done.lines[0]["client_ref"] == 1
    assert "client_ref" not in done.lines[1]
    first, second = (ack["id"] for ack in done.lines)
    changed = send(
        {"op": "edit", "id": first, "note": "Why?", "label": "question", "client_ref": {"x": []}},
        {"op": "delete", "id": second},
    )
    assert changed.lines == [
        {"ok": True, "id": first, "client_ref": {"x": []}},
        {"ok": True, "id": second},
    ]
    (mark,) = run("notes", "--json").json
    assert (mark["id"], mark["note"], mark["label"]) == (first, "Why?", "question")


def test_every_field_of_the_single_verb_is_taken(run: Run, send: Sender, article: str) -> None:
    fields = {
        "quote": "Nine berths",
        "prefix": "What was promised\n\n",
        "suffix": " by 2023",
        "kind": "claim",
        "note": "Eight.",
        "label": "evidence",
        "status": "false",
        "verdict": "There are eight.",
        "speaker": "Jon Field",
        "tag": ["a", "b"],
    }
    assert send({"article": article, **fields}).code == 0
    (mark,) = run("notes", "--json").json
    assert mark["tags"] == ["a", "b"]
    assert mark["claim"]["speaker"] == "Jon Field"
    assert mark["claim"]["status"] == "false"


def test_a_status_alone_makes_a_claim(run: Run, send: Sender, article: str) -> None:
    send({"article": article, "quote": "Nine berths", "status": "checking", "label": None})
    assert run("notes", "--json").json[0]["kind"] == "claim"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"not json\n", "line 1: not JSON;"),
        (b"\xff\xfe\n", "line 1: not JSON;"),
        (b"[" * 100_000 + b"\n", "line 1: not JSON;"),
        ([1], "line 1: no JSON object;"),
        ({"op": "destroy"}, "line 1: there is no such op; use add, edit, delete"),
        ({"op": {}}, "line 1: there is no such op;"),
        ({"quote": "x"}, "line 1: article is missing or no text;"),
        ({"article": "a1"}, "line 1: quote is missing; write the words to mark, or a note"),
        ({"article": "a1", "quote": 7}, "line 1: quote: no text;"),
        ({"article": "a/1", "quote": "x"}, "a/1: cannot be the id of an article;"),
        ({"article": "\udcff", "quote": "x"}, "cannot be the id of an article;"),
        ({"article": "a1", "quote": "x", "notes": "y"}, "line 1: notes: no field of this op; did"),
        ({"article": "a1", "quote": "x", "zzz": 1}, "line 1: zzz: no field of this op; leave it"),
        ({"article": "a1", "quote": "x", "note": None}, "line 1: note: no text;"),
        ({"article": "a1", "quote": "x", "label": "?"}, "?: no label of a mark;"),
        ({"article": "a1", "quote": "x", "tags": [1]}, "line 1: tags: no list of texts;"),
        ({"op": "edit", "note": "x"}, "line 1: id is missing or no text;"),
        ({"op": "edit", "id": "0000000000000", "note": "x"}, "0000000000000: "),
        ({"op": "edit", "id": "../../etc", "note": "x"}, "../../etc: "),
        ({"op": "delete", "id": "0000000000000"}, "0000000000000: "),
        ({"op": "delete", "id": "0000000000000", "note": "x"}, "line 1: note: no field"),
    ],
    ids=str,
)
def test_a_line_that_cannot_be_done_is_told_and_the_next_is_done(
    send: Sender, article: str, line: Any, told: str
) -> None:
    raw = line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n"
    done = send(raw, {"article": article, "quote": "two years late"})
    assert done.code == 1
    bad, good = done.lines
    assert bad["ok"] is False
    assert bad["error"].startswith(told), bad["error"]
    assert told.split("\n")[0] in done.err
    assert good["ok"] is True


def test_what_failed_is_told_with_the_callers_own_reference(send: Sender) -> None:
    assert send({"client_ref": "mine"}).lines[0]["client_ref"] == "mine"


def test_a_deleted_mark_is_not_edited(send: Sender, article: str) -> None:
    mark = send({"article": article, "quote": "Nine berths"}).lines[0]["id"]
    send({"op": "delete", "id": mark})
    done = send({"op": "edit", "id": mark, "note": "too late"})
    assert done.code == 1
    assert done.lines[0]["ok"] is False


def test_empty_lines_are_passed_over(send: Sender) -> None:
    assert send(b"\n  \n").out == ""


def test_a_line_without_end_is_passed_over(
    send: Sender, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LONGEST", 1 << 20)
    endless = b'{"article": "' + b"a" * (3 << 20) + b'", "quote": "x"}\n'
    done = send(endless, {"article": article, "quote": "two years late"})
    assert [ack["ok"] for ack in done.lines] == [False, True]
    assert done.lines[0]["error"] == "line 1: longer than 1 MiB; shorten it"


def test_a_batch_without_standard_input_does_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("annotate", "--batch").code == 0


def test_words_that_steer_a_terminal_are_taken_out(run: Run, send: Sender, article: str) -> None:
    send({"article": article, "quote": "two years late", "note": "a\x1b[2Jb", "tags": ["\x07t"]})
    (mark,) = run("notes", "--json").json
    assert (mark["note"], mark["tags"]) == ("ab", ["t"])


@contextmanager
def running_batch(data_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a batch in a process of its own."""
    command = [sys.executable, "-m", "reader", "--data-dir", str(data_dir), "annotate", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process


def test_a_line_is_answered_before_the_next_is_sent(data_dir: Path) -> None:
    with running_batch(data_dir) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            line = {"article": "a1", "quote": f"q{number}", "client_ref": number}
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer == {"ok": True, "id": answer["id"], "client_ref": number}
        process.stdin.close()
        assert process.wait() == 0


def test_what_was_answered_is_there_after_a_kill(run: Run, data_dir: Path) -> None:
    with running_batch(data_dir) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"article": "a1", "quote": "kept"}\n')
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        process.kill()
    assert [mark["id"] for mark in run("notes", "--json").json] == [answer["id"]]
