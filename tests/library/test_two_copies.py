"""Two copies of the program, in processes of their own, on one library."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.paths import Paths
from reader.store import Change
from tests.library.made import PORT, other, port

OpenLibrary = Callable[[], Library]
Copy = Callable[..., Any]

ID = port().id

_PROGRAM = """
import json, sys
from pathlib import Path
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.store import Change
from tests.library.made import PORT, other, port

ID = port().id
library = Library.open(Paths.below(Path(sys.argv[1])), Config())
said = None
exec(sys.argv[2])
library.close()
print(json.dumps(said))
"""


@pytest.fixture
def copy(paths: Paths) -> Copy:
    """Return what runs statements in another process, on a library of its own there."""

    def run(statements: str) -> Any:
        return answer(start(paths.data, statements))

    return run


def start(root: Path, statements: str) -> "subprocess.Popen[str]":
    """Start a process that runs *statements* on the library at *root*."""
    command = [sys.executable, "-c", _PROGRAM, str(root), statements]
    folder = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder)


def answer(process: "subprocess.Popen[str]") -> Any:
    """Return what a process says when it is done."""
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return json.loads(out)


@pytest.fixture
def held(library: Library) -> Library:
    """Return a library with two articles and a mark, of which everything was seen."""
    library.keep(port())
    library.keep(other())
    library.annotate(ID, quote=PORT[0], note="first")
    library.poll()
    return library


def test_marks_made_changed_and_deleted_by_one_copy_are_seen_by_the_other(
    held: Library, copy: Copy
) -> None:
    mark = held.marks(ID)[0].id
    made = copy("said = library.annotate(ID, quote=PORT[1], parts=[(0, 7)]).id")
    assert held.poll() == {ID}
    assert {one.id for one in held.marks(ID)} == {mark, made}
    copy(f"library.change_mark({mark!r}, note='second', status='false')")
    assert held.poll() == {ID}
    assert (held.mark(mark).note, held.mark(mark).kind) == ("second", "claim")
    copy(f"library.delete_mark({made!r})")
    assert held.poll() == {ID}
    assert [one.id for one in held.marks(ID)] == [mark]
    assert held.poll() == frozenset()


def test_fields_that_two_copies_set_of_one_mark_are_both_kept(held: Library, copy: Copy) -> None:
    (mark,) = held.marks(ID)
    copy(f"library.change_mark({mark.id!r}, note='theirs')")
    held.change_mark(mark.id, tags=["mine"], label="doubt")
    kept = held.mark(mark.id)
    assert (kept.note, kept.tags, kept.label) == ("theirs", ("mine",), "doubt")
    assert copy(f"said = library.mark({mark.id!r}).tags") == ["mine"]


def test_what_is_said_of_an_article_is_seen_and_merged(held: Library, copy: Copy) -> None:
    held.set_state([ID], "star", starred=True)
    copy("library.set_state([ID], 'filing', read=True, tags=['a'], section='World')")
    held.correct(ID, title="Mine")
    assert held.poll() == {ID}
    (row,) = [row for row in held.rows() if row.id == ID]
    assert (row.starred, row.unread, row.tags, row.section, row.title) == (
        True,
        False,
        ("a",),
        "World",
        "Mine",
    )
    assert copy("said = library.state(ID)") == held.state(ID)


def test_the_settings_of_the_library_are_seen(held: Library, copy: Copy) -> None:
    copy("library._store.commit([Change('library', '', 'lists', {'unread': 'x'})], 'list')")
    assert held.poll() == {""}
    assert held._store.library()["lists"] == {"unread": "x"}
    held._store.commit([Change("library", "", "lists", {"starred": "y"})], "list")
    assert copy("said = library._store.library()['lists']") == {"unread": "x", "starred": "y"}


def test_a_new_version_is_seen_with_its_marks(held: Library, copy: Copy) -> None:
    told = copy("said = library.keep(port('A first line.', *PORT)).summary")
    assert told == "1 mark kept"
    assert held.poll() == {ID}
    (mark,) = held.marks(ID)
    text = held.article(ID).text
    assert text.startswith("A first line.")
    assert text[mark.anchor.start : mark.anchor.end] == PORT[0]


def test_an_article_that_one_copy_adds_or_removes_is_seen(held: Library, copy: Copy) -> None:
    copy("library.keep(other(2)); library.remove([ID])")
    assert held.poll() == {ID, other(2).id}
    assert {row.id for row in held.rows()} == {other().id, other(2).id}


def test_undo_takes_back_the_last_change_whichever_copy_made_it(held: Library, copy: Copy) -> None:
    copy("library.annotate(ID, quote=PORT[1])")
    assert held.undo() == "highlight"
    assert len(held.marks(ID)) == 1
    assert copy("said = library.redo()") == "highlight"
    assert held.poll() == {ID}
    assert len(held.marks(ID)) == 2
    held.set_state([ID], "star", starred=True)
    assert copy("said = library.undo()") == "star"
    assert held.poll() == {ID}
    assert not held.state(ID).get("starred")


@pytest.mark.slow
def test_two_copies_that_write_at_once_lose_nothing(held: Library, paths: Paths) -> None:
    statements = (
        "said = []\n"
        "for number in range(60):\n"
        "    said.append(library.annotate(ID, quote=PORT[number % 3], note=str(number)).id)\n"
        "    library.set_state([ID], 'tags', **{f'field{NAME}': number})\n"
        "    if number % 20 == 0:\n"
        "        library.keep(port(f'Version {NAME} {number}.', *PORT))\n"
    )
    running = [start(paths.data, f"NAME = {name}\n{statements}") for name in range(2)]
    mine = [held.annotate(ID, quote=PORT[2], note=str(number)).id for number in range(60)]
    made = {*mine, held.marks(ID)[0].id}
    for process in running:
        made |= set(answer(process))
    marks = held.marks(ID)
    assert made <= {mark.id for mark in marks}
    assert len(marks) == 181
    text = held.article(ID).text
    for mark in marks:
        assert text[mark.anchor.start : mark.anchor.end] == mark.quote
    state = held.state(ID)
    assert (state["field0"], state["field1"]) == (59, 59)
    assert len(held.versions.names(ID)) == 7
    assert held.poll() == {ID}
    assert held.doctor() == []
