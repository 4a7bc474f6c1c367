"""Articles come into the library, change there, and leave it."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from reader.article.model import Article
from reader.errors import DamagedError, NotFoundError, ReadOnlyError, UsageError
from reader.library import Library
from reader.paths import Paths
from reader.store.journal import Journal
from reader.store.records import Record
from reader.store.segments import Appended
from tests.library.made import PORT, other, port

OpenLibrary = Callable[[], Library]


def test_a_kept_article_comes_back_whole(library: Library) -> None:
    article = port(published="2025-12-11", byline=("A. Writer",), publisher="Example Wire")
    added = library.keep(article, section="World", tags=["#trade", "trade"])
    assert (added.id, added.title, added.status) == (article.id, "Port strike ends", "added")
    assert library.article(article.id) == article
    (row,) = library.rows()
    assert row.as_dict() == {
        "id": article.id,
        "title": "Port strike ends",
        "publisher": "Example Wire",
        "published": "2025-12-11",
        "section": "World",
        "tags": ["trade"],
        "unread": True,
        "marks": 0,
    }
    assert row.words == sum(len(text.split()) for text in PORT)


def test_an_article_nobody_files_goes_to_saved(library: Library) -> None:
    library.keep(port())
    assert library.rows()[0].section == "Saved"


def test_keeping_the_same_text_again_changes_nothing(library: Library) -> None:
    article = port()
    library.keep(article, section="World")
    library.set_state([article.id], "star", starred=True)
    before = library.state(article.id)
    assert library.keep(article).status == "same"
    assert library.state(article.id) == before


def test_keeping_it_again_can_file_and_tag_it(library: Library) -> None:
    article = port()
    library.keep(article, tags=["a"])
    assert library.keep(article, section="World", tags=["b"]).status == "same"
    (row,) = library.rows()
    assert (row.section, row.tags) == ("World", ("a", "b"))


def test_another_text_is_a_new_version_that_keeps_what_the_user_said(library: Library) -> None:
    old, new = port(), port(*PORT, "A hearing follows on Monday.")
    library.keep(old, section="World")
    library.set_state([old.id], "star", starred=True)
    added = library.keep(new)
    assert (added.id, added.status, added.summary) == (old.id, "new-version", "")
    assert library.article(old.id).text == new.text
    assert library.article(old.id, old.version).text == old.text
    assert library.versions.names(old.id) == [old.version, new.version]
    (row,) = library.rows()
    assert (row.section, row.starred, row.words) == ("World", True, len(new.text.split()))


def test_a_text_that_comes_back_is_shown_again(library: Library) -> None:
    old, new = port(), port("Something else.")
    for article in (old, new, old):
        library.keep(article)
    assert library.article(old.id).text == old.text


def test_a_new_version_takes_the_marks_along_and_tells_their_fate(library: Library) -> None:
    library.keep(port())
    kept, edited, lost = (
        library.annotate(port().id, quote=quote)
        for quote in ("went back to work", PORT[1], "nine days outside the breakwater")
    )
    new = port(
        "First came the news of the day, which is longer than one would think.",
        PORT[0],
        PORT[1].replace("$12 million", "$14 million"),
        "Nothing of the rest is left in this text; other words stand in its place, many of them.",
    )
    added = library.keep(new)
    assert added.summary == (
        "1 mark kept, 1 edited: its figure changed from $12 million to $14 million, 1 lost"
    )
    found = {mark.id: mark for mark in library.marks(new.id)}
    start = new.text.index("went back")
    assert (found[kept.id].anchor.start, found[kept.id].start) == (start, kept.start)
    assert found[edited.id].anchor.status == "edited"
    assert found[edited.id].anchor.facts_changed
    assert found[lost.id].anchor.status == "orphan"
    assert [mark.id for mark in library.marks(new.id)][-1] == lost.id


def test_undoing_a_new_version_brings_the_old_one_and_its_anchors_back(library: Library) -> None:
    library.keep(port())
    mark = library.annotate(port().id, quote="went back to work")
    library.keep(port("Nothing of it."))
    assert library.marks(port().id)[0].anchor.status == "orphan"
    assert library.undo() == "new version of “Port strike ends”"
    assert library.article(port().id).text == port().text
    assert library.marks(port().id)[0].anchor == mark.anchor


def test_marks_made_before_the_article_find_their_place_when_it_comes(library: Library) -> None:
    article = port()
    mark = library.annotate(article.id, quote="went back to work")
    assert mark.anchor.status == "unplaced"
    assert library.marks(article.id)[0].anchor.status == "unplaced"
    assert library.keep(article).status == "added"
    (placed,) = library.marks(article.id)
    assert placed.anchor.start == article.text.index("went back to work")


def test_a_guest_is_not_held_until_it_is_kept(library: Library) -> None:
    article = library.read(b"# A guest\n\nIt only came to be read.\n", kind="markdown")
    assert not library.holds(article.id)
    assert library.rows() == []
    with pytest.raises(NotFoundError, match="no such article in the library"):
        library.article(article.id)
    library.keep(article)
    assert library.holds(article.id)


def test_removed_articles_lie_in_the_trash_with_their_marks(library: Library) -> None:
    library.keep(port())
    library.keep(other())
    library.annotate(port().id, quote="went back")
    library.remove([port().id, other().id])
    assert library.rows() == []
    assert len(library.rows(removed=True)) == 2
    assert len(library.marks(port().id)) == 1
    assert library.undo() == "moved 2 articles to the trash"
    assert len(library.rows()) == 2


def test_an_article_in_the_trash_can_be_restored_or_added_again(library: Library) -> None:
    library.keep(port())
    library.remove([port().id])
    library.restore([port().id])
    assert len(library.rows()) == 1
    library.remove([port().id])
    assert library.keep(port()).status == "same"
    assert len(library.rows()) == 1


def test_a_purged_article_is_gone_for_good(library: Library) -> None:
    library.keep(port())
    library.annotate(port().id, quote="went back")
    library.remove([port().id], purge=True)
    assert not library.holds(port().id)
    assert library.rows() == library.rows(removed=True) == []
    assert library.marks(port().id) == []
    with pytest.raises(NotFoundError):
        library.article(port().id)


def test_a_purged_article_comes_back_whole_from_a_page_that_left_its_markdown_out(
    library: Library,
) -> None:
    library.keep(port())
    whole, shown = library.article(port().id), library.article(port().id, markdown=False)
    assert (shown.text, shown.markdown) == (whole.text, "")
    library.remove([port().id], purge=True)
    library.keep(shown)
    assert whole.markdown
    assert library.article(port().id) == whole


def test_nothing_is_removed_when_one_name_is_wrong(library: Library) -> None:
    library.keep(port())
    with pytest.raises(NotFoundError, match="nothing: no such article"):
        library.remove([port().id, "nothing"])
    assert len(library.rows()) == 1


@pytest.mark.parametrize("name", ["../../etc/passwd", "", ".", "a/b", "x" * 65, "a\0b", "é"])
def test_what_cannot_be_an_id_is_refused(library: Library, name: str) -> None:
    assert not library.holds(name)
    for use in (library.article, library.resolve, lambda it: library.annotate(it, note="x")):
        with pytest.raises(NotFoundError):
            use(name)


def test_an_article_is_found_by_id_by_its_start_and_by_its_address(library: Library) -> None:
    first, second = other(1), other(2)
    library.keep(port())
    library.keep(first)
    library.keep(second)
    assert library.resolve(port().id) == port().id
    assert library.resolve(port().id[:6]) == port().id
    assert library.resolve("https://example.org/other/2#part") == second.id
    with pytest.raises(NotFoundError, match="may be any of 2 articles; name one: "):
        library.resolve("other")
    with pytest.raises(NotFoundError, match="no such article in the library; see `reader list`"):
        library.resolve("https://example.org/nowhere")


def test_state_is_set_for_several_articles_in_one_step(library: Library) -> None:
    ids = [library.keep(other(number)).id or "" for number in range(3)]
    library.set_state(ids, "read 3 articles", read=True, tags=["#a", " a ", "b"])
    assert [(row.unread, row.tags) for row in library.rows()] == [(False, ("a", "b"))] * 3
    assert library.rows(unread=True) == []
    assert library.undo() == "read 3 articles"
    assert len(library.rows(unread=True)) == 3
    assert library.redo() == "read 3 articles"
    assert library.rows(unread=True) == []


def test_setting_what_holds_already_is_no_step(library: Library) -> None:
    library.keep(port())
    library.set_state([port().id], "star", starred=True)
    library.set_state([port().id], "star again", starred=True)
    assert library.undo() == "star"


def test_the_place_is_no_step_for_undo(library: Library) -> None:
    library.keep(port())
    library.set_state([port().id], "star", starred=True)
    library.set_state([port().id], "", place={"offset": 7})
    assert library.undo() == "star"
    assert library.state(port().id)["place"] == {"offset": 7}


def test_the_card_is_not_set_by_hand(library: Library) -> None:
    library.keep(port())
    with pytest.raises(UsageError, match="card: not set this way"):
        library.set_state([port().id], "x", card={})


def test_everything_is_there_after_a_restart(open_library: OpenLibrary) -> None:
    first = open_library()
    first.keep(port(), section="World")
    mark = first.annotate(port().id, quote="went back")
    first.close()
    second = open_library()
    assert second.rows()[0].marks == 1
    assert second.marks(port().id)[0].id == mark.id
    assert second.undo() == "highlight"
    assert second.rows()[0].marks == 0


def test_another_copy_s_changes_are_told_and_one_s_own_are_not(open_library: OpenLibrary) -> None:
    mine, theirs = open_library(), open_library()
    assert mine.poll() == frozenset()
    mine.keep(port())
    assert mine.poll() == frozenset()
    assert theirs.poll() == {port().id}
    theirs.keep(other())
    theirs.annotate(port().id, quote="went back")
    assert mine.poll() == {port().id, other().id}
    assert mine.poll() == frozenset()
    assert {row.id: row.marks for row in mine.rows()} == {port().id: 1, other().id: 0}


def test_a_change_of_one_s_own_does_not_hide_another_s(open_library: OpenLibrary) -> None:
    mine, theirs = open_library(), open_library()
    theirs.keep(port())
    mine.keep(other())
    assert port().id in mine.poll()


def test_everything_is_told_as_changed_when_the_journal_was_cut(
    open_library: OpenLibrary, paths: Paths
) -> None:
    mine, theirs = open_library(), open_library()
    theirs.keep(port())
    mine.poll()
    for segment in (paths.data / "history").glob("*.jsonl"):
        segment.write_bytes(b"")
    assert mine.poll() == {"", port().id}


def test_a_damaged_article_is_told_and_its_marks_are_still_listed(
    library: Library, paths: Paths
) -> None:
    library.keep(port())
    library.annotate(port().id, quote="went back")
    library.annotate("a0", quote="words")
    library.keep(port("Another text, in which it went back."))
    library.undo()
    for stored in (paths.data / "articles").rglob("*.json"):
        stored.write_bytes(b"{")
    with pytest.raises(DamagedError):
        library.article(port().id)
    assert [mark.quote for mark in library.marks(port().id)] == ["went back"]
    assert library.rows()[0].title == "Port strike ends"


def test_one_row_is_read_alone(library: Library) -> None:
    library.keep(port())
    assert library.row(port().id) == library.rows()[0]
    assert library.row("nothing") is None


def test_a_library_that_may_only_be_read_says_so(open_library: OpenLibrary, paths: Paths) -> None:
    first = open_library()
    first.keep(port())
    assert first.read_only is None
    first.close()
    written = json.loads((paths.data / "format.json").read_text())
    newer = written | {"format": 99, "min_reader": 99}
    (paths.data / "format.json").write_text(json.dumps(newer))
    library = open_library()
    assert library.read_only == "written by a newer version of newsmargin"
    assert len(library.rows()) == 1
    assert library.poll() == frozenset()
    assert not library.is_new
    with pytest.raises(ReadOnlyError):
        library.annotate(port().id, quote="went back")
    assert library.add(b"# New\n\nA new article.\n").exit_code == ReadOnlyError.exit_code


def test_restoring_what_is_not_in_the_trash_is_no_step(library: Library) -> None:
    library.keep(port())
    library.restore([port().id])
    assert library.undo() is None


def test_an_article_can_be_filed_elsewhere(library: Library) -> None:
    library.keep(port())
    library.set_state([port().id], "filed", section=" World \n news ")
    assert library.rows(section="world NEWS")[0].section == "World news"


def test_what_was_repaired_is_told_once(open_library: OpenLibrary, paths: Paths) -> None:
    first = open_library()
    first.keep(port())
    first.annotate(port().id, quote="went back")
    first.close()
    (notes,) = (paths.data / "notes").rglob("*.json")
    notes.write_bytes(notes.read_bytes()[:-40])
    second = open_library()
    assert len(second.marks(port().id)) == 1
    assert second.take_notices()
    assert second.take_notices() == []
    assert second.doctor() == []


def test_threads_may_share_a_library(library: Library) -> None:
    articles = [other(number) for number in range(12)]

    def work(article: Article) -> int:
        library.keep(article)
        library.annotate(article.id, quote="in so many words")
        library.poll()
        return len(library.rows())

    with ThreadPoolExecutor(4) as pool:
        assert max(pool.map(work, articles)) <= 12
    assert [row.marks for row in library.rows()] == [1] * 12


def test_a_backup_is_merged_in(library: Library, tmp_path: Path) -> None:
    assert library.backups.all() == []
    with pytest.raises(NotFoundError, match="no such backup; `reader restore` lists"):
        library.backups.restore(str(tmp_path / "none.tar.gz"))


def test_a_change_in_the_middle_is_waited_for(
    open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal comes first, so its new length alone does not say that the files are there."""
    mine, theirs = open_library(), open_library()
    mine.keep(port())
    journalled, looked = Event(), Event()
    append = Journal.append

    def append_slowly(journal: Journal, record: Record) -> Appended:
        appended = append(journal, record)
        journalled.set()
        looked.wait(0.2)
        return appended

    with monkeypatch.context() as patch, ThreadPoolExecutor(1) as pool:
        patch.setattr(Journal, "append", append_slowly)
        marking = pool.submit(theirs.annotate, port().id, quote="went back")
        journalled.wait()
        assert mine.poll() == {port().id}
        looked.set()
        assert mine.marks(port().id) == [marking.result()]
        assert [row.marks for row in mine.rows()] == [1]
