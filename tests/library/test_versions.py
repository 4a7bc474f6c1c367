"""An article is read again: a new version beside the old, with the marks taken along."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import DamagedError, NotFoundError
from reader.library import Added, Library
from reader.paths import Paths
from reader.store import Change
from tests.library.made import PORT, port

OpenLibrary = Callable[[], Library]

STORY = (
    "Dockers at the port of Skarrow went back to work on Friday after nine days.",
    "The strike cost the harbour $12 million, its owners said in a letter.",
    "Ships had waited outside the breakwater, and some had turned to Lowmouth instead.",
    "A hearing on the pay of night crews follows in the spring, the union said.",
)


class Story:
    """An article in a file, which can be written anew and read again."""

    def __init__(self, library: Library, path: Path) -> None:
        self.library = library
        self.path = path
        self.id = self.write(*STORY).id or ""

    def write(self, *paragraphs: str) -> Added:
        """Write the file and add it."""
        self.path.write_text("# Port strike ends\n\n" + "\n\n".join(paragraphs) + "\n")
        return self.library.add(str(self.path))

    @property
    def statuses(self) -> list[str]:
        """How its marks stand, in the order in which they were made."""
        marks = sorted(self.library.marks(self.id), key=lambda mark: mark.id)
        return [mark.anchor.status for mark in marks]

    def shown(self, mark_id: str) -> str:
        """Return the words that a mark is on in the version on show."""
        (anchor,) = (mark.anchor for mark in self.library.marks(self.id) if mark.id == mark_id)
        return self.library.article(self.id).text[anchor.start : anchor.end]


@pytest.fixture
def story(library: Library, tmp_path: Path) -> Story:
    """Return an article in a file."""
    return Story(library, tmp_path / "story.md")


def test_a_figure_that_changed_is_told_and_the_mark_stays_with_it(story: Story) -> None:
    mark = story.library.annotate(story.id, quote=STORY[1])
    added = story.write(STORY[0], STORY[1].replace("12", "12.4"), *STORY[2:])
    assert added.summary == "1 mark edited: its figure changed from $12 million to $12.4 million"
    (fate,) = added.fates
    assert (fate.mark, fate.kind) == (mark.id, "edited")
    assert fate.changed == (("$12 million", "$12.4 million"),)
    assert story.shown(mark.id) == STORY[1].replace("12", "12.4")
    assert story.library.undo() == "new version of “Port strike ends”"
    assert story.shown(mark.id) == STORY[1]
    assert story.library.redo() is not None
    assert story.statuses == ["edited"]


def test_an_edit_that_an_earlier_version_made_is_not_told_again(story: Story) -> None:
    story.library.annotate(story.id, quote=STORY[1])
    edited = STORY[1].replace("12", "14")
    story.write(STORY[0], edited, *STORY[2:])
    assert story.write("A new first paragraph.", STORY[0], edited).summary == "1 mark kept"
    assert story.statuses == ["edited"]


def test_a_paragraph_that_moved_takes_its_mark_along(story: Story) -> None:
    mark = story.library.annotate(story.id, quote=STORY[3])
    added = story.write(STORY[3], *STORY[:3])
    assert added.summary == "1 mark kept"
    assert story.shown(mark.id) == STORY[3]
    assert story.library.versions.compare(story.id).moved == 1


def test_a_sentence_that_was_deleted_loses_its_mark_and_nothing_else(story: Story) -> None:
    kept, lost = (story.library.annotate(story.id, quote=quote) for quote in (STORY[0], STORY[3]))
    added = story.write(*STORY[:3])
    assert added.summary == "1 mark kept, 1 lost"
    assert story.statuses == ["exact", "orphan"]
    assert story.library.mark(lost.id).quote == STORY[3]
    assert story.shown(kept.id) == STORY[0]


def test_a_text_replaced_whole_loses_every_mark_and_undo_finds_them_again(story: Story) -> None:
    for quote in STORY:
        story.library.annotate(story.id, quote=quote, note="mine")
    before = story.library.marks(story.id)
    assert story.write("Quite another text is here.", "Nothing of the old.").summary == (
        "4 marks lost"
    )
    assert [mark.note for mark in story.library.marks(story.id)] == ["mine"] * 4
    story.library.undo()
    after = story.library.marks(story.id)
    assert [mark.anchor for mark in after] == [mark.anchor for mark in before]
    assert story.library.article(story.id).text.endswith("\n\n".join(STORY))


def test_the_same_text_again_is_no_version_and_no_step(story: Story) -> None:
    story.library.annotate(story.id, quote=STORY[0])
    assert story.write(*STORY).status == "same"
    assert story.library.refresh(story.id).status == "same"
    assert len(story.library.versions.names(story.id)) == 1
    assert story.library.undo() == "highlight"


def test_a_mark_that_was_lost_is_found_in_a_version_where_its_words_come_back(
    story: Story,
) -> None:
    mark = story.library.annotate(story.id, quote=STORY[3])
    story.write(*STORY[:3])
    story.library.lost.keep(mark.id)
    assert story.write("Little news today.", *STORY[:3]).summary == "1 mark still lost"
    added = story.write("Little news today.", *STORY[:3], "And this was added.", STORY[3])
    assert added.summary == "1 mark found again"
    assert story.shown(mark.id) == STORY[3]


def test_a_version_that_comes_back_is_shown_again_with_its_anchors(story: Story) -> None:
    story.library.annotate(story.id, quote=STORY[3])
    story.write(*STORY[:3])
    added = story.write(*STORY)
    assert (added.status, added.summary) == ("new-version", "1 mark found again")
    assert len(story.library.versions.names(story.id)) == 2
    shown = story.library.article(story.id).version
    assert story.library.versions.pair(story.id)[1] == shown
    assert story.library.versions.compare(story.id).added == len(STORY[3].split())


def test_corrections_and_all_else_that_was_said_of_it_outlive_a_new_version(
    story: Story,
) -> None:
    story.library.correct(story.id, title="Mine", byline=["A. Writer"], published="2025-12-11")
    said = {"starred": True, "tags": ["port"], "section": "World", "dropped": [3, 4]}
    story.library.set_state([story.id], "filing", **said)
    story.write(*STORY[:3])
    article, state = story.library.article(story.id), story.library.state(story.id)
    assert (article.title, article.byline, article.published) == (
        "Mine",
        ("A. Writer",),
        "2025-12-11",
    )
    assert {name: state[name] for name in said} == said


def test_marks_are_placed_though_the_old_version_is_damaged(story: Story, paths: Paths) -> None:
    mark = story.library.annotate(story.id, quote=STORY[1])
    old = story.library.article(story.id).version
    (damaged,) = (paths.data / "articles").rglob(f"{old}.json")
    damaged.write_bytes(b"{")
    added = story.write(STORY[0], STORY[1].replace("12", "14"), *STORY[2:])
    assert added.summary == "1 mark edited: its figure changed from $12 million to $14 million"
    assert story.shown(mark.id) == STORY[1].replace("12", "14")
    first, second = story.library.versions.all(story.id)
    assert (first.damaged, first.words, first.title, first.kept) == (True, 0, "", None)
    assert (second.damaged, second.shown) == (False, True)
    with pytest.raises(DamagedError):
        story.library.versions.compare(story.id)


def test_marks_are_listed_as_stored_when_the_version_on_show_is_gone(story: Story) -> None:
    mark = story.library.annotate(story.id, quote=STORY[3])
    card = {**story.library.state(story.id)["card"], "version": "0" * 64}
    story.library._store.commit([Change("state", story.id, "state", {"card": card})], "")
    assert story.library.marks(story.id) == [mark]


def test_a_version_put_by_another_copy_is_shown_and_can_be_compared(
    story: Story, open_library: OpenLibrary
) -> None:
    mark = story.library.annotate(story.id, quote=STORY[3])
    other = open_library()
    story.library.poll()
    other.add(str(story.path))
    story.path.write_text("# Port strike ends\n\n" + "\n\n".join(STORY[1:]) + "\n")
    other.add(str(story.path))
    assert story.library.poll() == {story.id}
    assert story.shown(mark.id) == STORY[3]
    assert [one.shown for one in story.library.versions.all(story.id)] == [False, True]
    assert story.library.versions.compare(story.id).removed == len(STORY[0].split())


def test_a_mark_that_another_copy_made_on_the_old_version_is_placed_in_the_new(
    story: Story, open_library: OpenLibrary
) -> None:
    other = open_library()
    held = other.article(story.id)
    story.write("A new first paragraph.", *STORY)
    start = held.text.index(STORY[2])
    mark = other.annotate(story.id, start=start, end=start + 5)
    assert other.article(story.id).text[mark.start : mark.end] == mark.quote


@pytest.mark.slow
def test_five_hundred_marks_go_along_in_one_step(library: Library) -> None:
    lines = [
        " ".join(f"word{number * 7 + place}" for place in range(7)) + f" matter of quay{number}."
        for number in range(500)
    ]
    library.keep(port(*lines))
    for number in range(500):
        library.annotate(port().id, quote=lines[number], note=str(number))
    before = library.marks(port().id)
    changed = [line.replace("matter", "business") for line in lines[:100]]
    added = library.keep(port("A first line.", *changed, *lines[100:400]))
    assert added.summary == "300 marks kept, 100 edited, 100 lost"
    assert len(added.fates) == 500
    assert library.undo() is not None
    after = library.marks(port().id)
    assert [mark.anchor for mark in after] == [mark.anchor for mark in before]
    library.redo()
    assert sum(mark.anchor.status == "orphan" for mark in library.marks(port().id)) == 100


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Ada Marsh spoke of the port.", "Ivo Bell spoke of the port.", "its name changed from"),
        ("He paid $12 for the old quay.", "He paid for the old quay.", "its figure $12 is gone"),
        ("He paid for the old quay now.", "He paid $12 for the old quay now.", "$12 was added"),
    ],
)
def test_what_changed_in_a_mark_is_said_in_words(
    library: Library, old: str, new: str, told: str
) -> None:
    library.keep(port(PORT[0], old, PORT[2]))
    library.annotate(port().id, quote=old)
    assert told in library.keep(port(PORT[0], new, PORT[2])).summary


def test_of_many_changed_figures_the_first_is_told_and_the_others_counted(
    library: Library,
) -> None:
    lines = ["The port paid $12 million in May.", "The quay took 90 ships in June."]
    library.keep(port(PORT[0], *lines, PORT[2]))
    for line in lines:
        library.annotate(port().id, quote=line)
    new = [lines[0].replace("12", "14"), lines[1].replace("90", "80")]
    added = library.keep(port(PORT[0], *new, PORT[2]))
    assert added.summary == (
        "2 marks edited: a figure changed from $12 million to $14 million and 1 more figure"
    )


def test_what_became_another_is_told_before_what_is_gone(library: Library) -> None:
    lines = ["On Monday the port paid up in May.", "The quay took 90 ships in June."]
    library.keep(port(PORT[0], *lines, PORT[2]))
    for line in lines:
        library.annotate(port().id, quote=line)
    new = [lines[0].replace("On Monday the", "The"), lines[1].replace("90", "80")]
    told = library.keep(port(PORT[0], *new, PORT[2])).summary
    assert told == "2 marks edited: a figure changed from 90 to 80 and 1 more date"


def test_a_weekday_that_is_another_is_a_date_and_no_name(library: Library) -> None:
    lines = ["The talks of Monday with Anna Kolb took 90 minutes and 12 breaks.", PORT[2]]
    library.keep(port(PORT[0], *lines))
    library.annotate(port().id, quote=lines[0])
    changes = {"Monday": "Friday", "Kolb": "Brandt", "90": "80", "12": "15"}
    for old, new in changes.items():
        lines[0] = lines[0].replace(old, new)
    assert library.keep(port(PORT[0], *lines)).summary == (
        "1 mark edited: its date changed from Monday to Friday and 1 more name, 2 more figures"
    )


def test_versions_have_a_time_and_one_of_them_is_on_show(library: Library) -> None:
    library.keep(port())
    library.keep(port("Only this.", title="Strike is over"))
    first, second = library.versions.all(port().id)
    assert (first.title, first.words, first.shown) == ("Port strike ends", 31, False)
    assert (second.title, second.words, second.shown) == ("Strike is over", 2, True)
    assert first.kept is not None
    assert second.kept is not None
    assert first.kept < second.kept
    library.undo()
    assert [one.shown for one in library.versions.all(port().id)] == [True, False]


def test_the_versions_compared_are_the_last_two_on_show(library: Library) -> None:
    texts = [port(text) for text in ("One text.", "Two texts.", "Three texts.")]
    for text in texts:
        library.keep(text)
    one, two, three = (text.version for text in texts)
    assert library.versions.pair(port().id) == (two, three)
    assert library.versions.pair(port().id, one[:8]) == (one, three)
    assert library.versions.pair(port().id, new=two) == (one, two)
    assert library.versions.pair(port().id, new=one) == (two, one)
    library.undo()
    assert library.versions.pair(port().id) == (one, two)
    library.undo()
    assert library.versions.pair(port().id) == (two, one)
    for name in (one[:3], "0" * 64):
        with pytest.raises(NotFoundError):
            library.versions.pair(port().id, name)


def test_a_version_shown_before_that_is_gone_is_not_compared(
    library: Library, paths: Paths
) -> None:
    texts = [port(text) for text in ("One text.", "Two texts.", "Three texts.")]
    for text in texts:
        library.keep(text)
    (gone,) = (paths.data / "articles").rglob(f"{texts[1].version}.json")
    gone.unlink()
    assert library.versions.pair(port().id) == (texts[0].version, texts[2].version)


def test_an_article_of_one_version_is_compared_with_itself(library: Library) -> None:
    library.keep(port())
    assert library.versions.compare(port().id).is_same


def test_an_article_that_is_not_held_has_no_versions(library: Library) -> None:
    for ask in (library.versions.all, library.versions.compare):
        with pytest.raises(NotFoundError):
            ask("nothing-of-it")


@contextmanager
def _served(pages: list[str]) -> Iterator[str]:
    """Serve *pages* one after another at one address, the last for good."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = (pages.pop(0) if len(pages) > 1 else pages[0]).encode()
            self.send_response(200 if page else 500)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/news/port-strike"
        server.shutdown()


def _page(*paragraphs: str, canonical: str = "") -> str:
    """Return a web page with an article of *paragraphs*."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>Port strike ends</title>{link}</head>"
        f"<body><article><h1>Port strike ends</h1>{body}</article></body></html>"
    )


def test_a_web_page_is_fetched_again_under_the_id_it_has(paths: Paths) -> None:
    edited = [STORY[0], STORY[1].replace("12", "9"), *STORY[2:]]
    pages = [_page(*STORY), _page(*edited, canonical="https://example.org/moved-strike"), ""]
    with (
        closing(Library.open(paths, Config(allow_private=True))) as library,
        _served(pages) as address,
    ):
        added = library.add(address)
        held = added.id or ""
        mark = library.annotate(held, quote=STORY[1])
        library.correct(held, title="Mine")
        again = library.refresh(held)
        assert (again.status, again.id) == ("new-version", held), again.error
        assert again.summary.endswith("its figure changed from $12 million to $9 million")
        assert library.article(held).title == "Mine"
        assert library.mark(mark.id).anchor.facts_changed
        assert len(list((paths.data / "articles").rglob("*.source.gz"))) == 2
        failed = library.refresh(held)
        assert (failed.status, failed.id) == ("failed", held)
        assert failed.exit_code != 0
        assert address in (failed.error or "")
        assert len(library.versions.names(held)) == 2


def test_what_cannot_be_fetched_again_is_told(library: Library, story: Story) -> None:
    story.path.unlink()
    gone = library.refresh(story.id)
    assert (gone.status, gone.exit_code) == ("failed", NotFoundError.exit_code)
    piped = library.add(b"# Ferry is late\n\nBy a day.\n")
    again = library.refresh(piped.id or "")
    assert again.status == "failed"
    assert again.error == (
        f"{piped.id}: came from no file or address; add it again from its file, with --url"
    )
    assert library.refresh("nothing-of-it").status == "failed"
