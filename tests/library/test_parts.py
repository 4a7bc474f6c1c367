"""Marks of several passages, ties between marks, and replies."""

import pytest

from reader.annotations import Link, Part
from reader.errors import NotFoundError, SpanError, UsageError
from reader.library import Library
from tests.library.made import PORT, other, port

TEXT = port().text
NEW = port("A new first paragraph.", *PORT)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Return where *words* stand in *text*."""
    return text.index(words), text.index(words) + len(words)


@pytest.fixture
def held(library: Library) -> str:
    """Keep an article and return its id."""
    return library.keep(port()).id or ""


def ranges(library: Library, article_id: str) -> list[str]:
    """Return the words that the first mark of an article is on."""
    text = library.article(article_id).text
    return [text[start:end] for start, end in library.marks(article_id)[0].ranges]


def test_a_mark_may_have_further_passages(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], parts=[span("nine days"), Part("its owners said")])
    assert [part.quote for part in mark.parts] == ["nine days", "its owners said"]
    assert [part.start for part in mark.parts] == [TEXT.index("nine"), TEXT.index("its owners")]
    assert ranges(library, held) == [PORT[0], "nine days", "its owners said"]
    library.keep(NEW)
    assert ranges(library, held) == [PORT[0], "nine days", "its owners said"]


def test_a_part_can_be_added_and_taken_away_and_undone(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], parts=[span("nine days")])
    changed = library.change_mark(mark.id, parts=[*mark.parts, span("breakwater")])
    assert changed.parts[0] == mark.parts[0]
    assert ranges(library, held) == [PORT[0], "nine days", "breakwater"]
    library.change_mark(mark.id, parts=[changed.parts[1]])
    assert ranges(library, held) == [PORT[0], "breakwater"]
    library.change_mark(mark.id, parts=[])
    assert ranges(library, held) == [PORT[0]]
    assert [library.undo(), library.undo(), library.undo()] == [
        "parts on “Dockers at the port of Skarrow went back…”"
    ] * 3
    assert ranges(library, held) == [PORT[0], "nine days"]


def test_a_part_that_was_added_in_a_later_version_stands_in_it(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], parts=[span("nine days")])
    library.keep(NEW)
    new = span("new first", NEW.text)
    changed = library.change_mark(mark.id, parts=[*mark.parts, new])
    assert (changed.version, changed.quote) == (port().version, PORT[0])
    assert (changed.parts[1].quote, changed.parts[1].start) == ("new first", None)
    assert ranges(library, held) == [PORT[0], "nine days", "new first"]
    library.keep(port("Again something new.", NEW.text))
    assert ranges(library, held) == [PORT[0], "nine days", "new first"]


def test_a_mark_that_is_placed_anew_in_a_later_version_keeps_its_parts(
    library: Library, held: str
) -> None:
    mark = library.annotate(held, quote=PORT[0], parts=[span("nine days")])
    library.keep(NEW)
    library.lost.place(mark.id, *span("breakwater", NEW.text))
    assert ranges(library, held) == ["breakwater", "nine days"]
    library.keep(port(*PORT[1:]))
    assert ranges(library, held) == ["breakwater", "nine days"]


def test_a_part_whose_words_are_gone_is_lost_alone(library: Library, held: str) -> None:
    library.annotate(held, quote=PORT[0], parts=[span("nine days outside the breakwater")])
    library.keep(port(PORT[0], PORT[1]))
    (mark,) = library.marks(held)
    assert mark.anchor.status == "exact"
    assert [part.status for part in mark.anchor.parts] == ["orphan"]


def test_a_part_that_is_not_there_is_kept_without_a_place(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], parts=[Part("a bishop came by")])
    assert (mark.parts[0].quote, mark.parts[0].start) == ("a bishop came by", None)
    assert ranges(library, held) == [PORT[0]]
    library.keep(port(*PORT, "On Sunday a bishop came by."))
    assert ranges(library, held) == [PORT[0], "a bishop came by"]


def test_parts_wait_for_their_article_by_their_words(library: Library) -> None:
    library.annotate(port().id, quote=PORT[0], parts=[Part("nine days")])
    with pytest.raises(UsageError, match="ranges of an article that is not held; give quotes"):
        library.annotate(port().id, quote=PORT[0], parts=[(1, 2)])
    library.keep(port())
    assert ranges(library, port().id) == [PORT[0], "nine days"]


def test_parts_that_cannot_be_are_refused(library: Library, held: str) -> None:
    with pytest.raises(SpanError):
        library.annotate(held, quote=PORT[0], parts=[(5, 10_000)])
    with pytest.raises(UsageError, match="parts: further passages of no passage; give a quote"):
        library.annotate(held, kind="note", note="x", parts=[(0, 7)])
    assert library.marks(held) == []


def test_a_reply_is_a_note_that_answers_a_mark(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0])
    reply = library.annotate(held, kind="note", note="Who says so?", reply_to=mark.id)
    assert (reply.reply_to, reply.quote, reply.anchor.status) == (mark.id, "", "exact")
    again = library.annotate(held, kind="note", note="They do.", reply_to=reply.id)
    library.delete_mark(mark.id)
    assert {one.id for one in library.marks(held)} == {reply.id, again.id}
    library.undo()
    assert {one.id for one in library.marks(held)} == {mark.id, reply.id, again.id}
    assert [library.undo(), library.undo()] == ["reply", "reply"]


def test_a_reply_that_cannot_be_is_refused(library: Library, held: str) -> None:
    library.keep(other())
    far = library.annotate(other().id, quote="What happened")
    mark = library.annotate(held, quote=PORT[0])
    note = library.annotate(held, kind="note", note="x", reply_to=mark.id)
    with pytest.raises(UsageError, match="answer it in its own article"):
        library.annotate(held, kind="note", note="x", reply_to=far.id)
    with pytest.raises(UsageError, match="answered by what is no plain note"):
        library.annotate(held, quote=PORT[1], note="x", reply_to=mark.id)
    with pytest.raises(UsageError, match="the reply itself; answer another one"):
        library.change_mark(note.id, reply_to=note.id)
    for unknown in ("0123456789abc", "nothing"):
        with pytest.raises(NotFoundError, match="no such mark"):
            library.annotate(held, kind="note", note="x", reply_to=unknown)


def test_marks_are_tied_to_marks_and_to_addresses(library: Library, held: str) -> None:
    far = library.annotate(held, quote=PORT[1])
    link = Link(far.id, "supports")
    address = {"to": " https://example.org/a ", "rel": "source"}
    mark = library.annotate(held, quote=PORT[0], links=[link, address, link])
    assert mark.links == (Link(far.id, "supports"), Link("https://example.org/a", "source"))
    library.delete_mark(far.id)
    changed = library.change_mark(mark.id, links=[Link(far.id, "context", "a \n word")])
    assert changed.links == (Link(far.id, "context", "a word"),)
    library.undo()
    assert library.mark(mark.id).links == mark.links


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        (Link("elsewhere"), "elsewhere: neither a mark nor an address"),
        (Link(" "), "links: a link to nothing"),
        (Link("https://example.org", "likes"), "likes: no relation of a link; use supports"),
    ],
)
def test_a_link_that_cannot_be_is_refused(
    library: Library, held: str, link: Link, problem: str
) -> None:
    with pytest.raises(UsageError, match=problem):
        library.annotate(held, quote=PORT[0], links=[link])
    assert library.marks(held) == []


def test_a_mark_is_not_tied_to_itself_or_to_none(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0])
    with pytest.raises(UsageError, match="the mark itself; link it to another one"):
        library.change_mark(mark.id, links=[Link(mark.id)])
    with pytest.raises(NotFoundError):
        library.change_mark(mark.id, links=[Link("0123456789abc")])


def test_the_fields_of_a_claim_are_set_and_emptied(library: Library, held: str) -> None:
    mark = library.annotate(held, quote=PORT[0], speaker="the owners", type="figure")
    assert (mark.kind, mark.claim and mark.claim.type) == ("claim", "figure")
    changed = library.change_mark(mark.id, speaker=None, priority="high")
    assert changed.claim is not None
    assert (changed.claim.speaker, changed.claim.type, changed.claim.priority) == (
        None,
        "figure",
        "high",
    )
    emptied = library.change_mark(mark.id, type="", priority="").claim
    assert emptied is not None
    assert (emptied.type, emptied.priority) == (None, None)
    plain = library.annotate(held, quote=PORT[1], speaker=None, status=None)
    assert (plain.kind, plain.claim) == ("highlight", None)


def test_what_a_mark_is_follows_from_what_is_said_of_it(library: Library, held: str) -> None:
    assert library.annotate(held, quote=PORT[0]).kind == "highlight"
    assert library.annotate(held, start=0, end=4).kind == "highlight"
    assert library.annotate(held, quote=PORT[0], speaker="the owners").kind == "claim"
    note = library.annotate(held, note="on all of it")
    assert note.kind == library.annotate(held, note="yes", reply_to=note.id).kind == "note"
