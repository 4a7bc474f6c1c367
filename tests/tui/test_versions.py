"""Newer versions of the open article: fetched again, added elsewhere, and what they change."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import pytest

from reader.library import Library
from reader.tui.desk.versions import same_place
from tests.tui.conftest import OpenDesk, id_of

FIRST = "The council met on Monday. It took two hours.\n\n" + "\n\n".join(
    f"Speaker {number} asked about the quay. The answer was number {number}."
    for number in range(40)
)
SECOND = FIRST.replace("two hours", "three hours").replace(
    "Speaker 3 asked", "A new paragraph came in here.\n\nSpeaker 3 asked"
)


@dataclass
class Site:
    """A web server with one page."""

    url: str = ""
    status: int = 200
    text: str = FIRST
    kind: str = "text/markdown; charset=utf-8"
    body: str = ""
    """The whole page, in place of one made of the text."""


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = cast(Site, self.server.site)  # type: ignore[attr-defined]
        data = (site.body or f"# Quay talks\n\n{site.text}\n").encode()
        self.send_response(site.status)
        self.send_header("Content-Type", site.kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Serve the page on loopback."""
    monkeypatch.setenv("NEWSMARGIN_ALLOW_PRIVATE", "1")
    monkeypatch.delenv("NEWSMARGIN_OFFLINE", raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as running:
        site = Site(f"http://127.0.0.1:{running.server_port}/quay")
        running.site = site  # type: ignore[attr-defined]
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield site
        running.shutdown()


@pytest.fixture
def talks(site: Site, library: Library) -> str:
    """Hold the page, with two marks in it."""
    added = library.add(site.url)
    assert added.id is not None, added
    library.annotate(added.id, quote="It took two hours.")
    library.annotate(added.id, quote="The answer was number 7.")
    return added.id


async def test_fetching_again_tells_what_became_of_the_marks_and_keeps_the_place(
    desk: OpenDesk, site: Site, talks: str
) -> None:
    async with desk("Quay", size=(80, 24)) as at:
        at.screen.articles.open(talks, offset=FIRST.index("The answer was number 20"))
        await at.settle()
        row = at.screen.body.page.line_of(at.screen.body.cursor[0]) - at.screen.body.top_line  # type: ignore[union-attr, index]
        site.text = SECOND
        await at.press("U")
        assert "new version: 1 mark kept, 1 edited" in at.said
        assert "w shows what changed" in at.said
        assert at.sentence == "The answer was number 20."
        body = at.screen.body
        assert body.page is not None
        assert body.cursor is not None
        assert body.page.line_of(body.cursor[0]) - body.top_line == row
        assert len(at.library.versions.names(talks)) == 2


async def test_a_reply_is_not_told_as_lost_for_having_no_passage(
    desk: OpenDesk, site: Site, library: Library, talks: str
) -> None:
    asked = library.marks(talks)[0]
    library.annotate(talks, kind="note", note="two and a half", reply_to=asked.id)
    async with desk("Quay") as at:
        site.text = SECOND
        await at.press("U")
        assert "1 mark kept, 1 edited" in at.said
        assert "lost" not in at.said


async def test_a_page_that_is_as_it_was_is_said_to_be(
    desk: OpenDesk, site: Site, talks: str
) -> None:
    async with desk("Quay") as at:
        await at.press("U")
        assert "nothing has changed: Quay talks" in at.said


@pytest.mark.parametrize(("status", "told"), [(404, "check the address"), (410, "gone for good")])
async def test_a_page_that_is_gone_is_told_with_what_to_do(
    desk: OpenDesk, site: Site, talks: str, status: int, told: str
) -> None:
    async with desk("Quay") as at:
        site.status = status
        await at.press("U")
        assert site.url in at.said
        assert told in at.said
        assert at.screen.article is not None


async def test_offline_is_told(
    desk: OpenDesk, site: Site, talks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk("Quay") as at:
        monkeypatch.setenv("NEWSMARGIN_OFFLINE", "1")
        await at.press("U")
        assert "offline" in at.said.casefold()


async def test_a_file_that_is_gone_is_told(desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").unlink()
    async with desk() as at:
        await at.press("U")
        assert "harbour.md" in at.said
        assert "No such file" in at.said or "no such file" in at.said


async def test_an_article_without_a_source_is_told(desk: OpenDesk, library: Library) -> None:
    library.add(b"# Pasted\n\nIt came from nowhere.\n")
    async with desk("Pasted") as at:
        await at.press("U")
        assert "came from no file or address" in at.said


async def test_adding_the_open_article_anew_moves_the_page_to_its_new_version(
    desk: OpenDesk, tmp_path: Path
) -> None:
    source = tmp_path / "harbour.md"
    async with desk() as at:
        await at.press(")", "h")
        sentence = at.sentence
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("The harbour at", "Today the harbour at"), encoding="utf-8")
        await at.press("A")
        await at.type(str(source))
        await at.press("enter")
        assert "Today the harbour" in at.text
        assert at.sentence == sentence
        assert "new version: 1 mark kept" in at.said


async def test_a_version_that_another_copy_adds_comes_to_the_page(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "harbour.md"
    async with desk() as at:
        await at.press("h")
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("12% more", "15% more"), encoding="utf-8")
        library.add(str(source))
        at.screen.elsewhere._show(frozenset({id_of(library, "Harbour")}))
        await at.settle()
        assert "15% more" in at.text
        assert "new version: 1 mark kept" in at.said


def test_a_sentence_that_is_gone_leaves_one_at_the_next(library: Library, tmp_path: Path) -> None:
    harbour = id_of(library, "Harbour")
    old = library.article(harbour)
    source = tmp_path / "harbour.md"
    text = source.read_text(encoding="utf-8")
    gone = "The county paid half."
    source.write_text(text.replace(gone, ""), encoding="utf-8")
    library.add(str(source))
    new = library.article(harbour)
    start = old.text.index(gone)
    place = same_place(old, new, (start, start + len(gone)))
    assert new.text[place:].startswith("The rest came from fees.")


@pytest.fixture
def changed(library: Library, tmp_path: Path) -> str:
    """Hold the harbour in two versions."""
    source = tmp_path / "harbour.md"
    text = source.read_text(encoding="utf-8")
    text = text.replace("14 to 3", "13 to 4").replace("Nobody in the gallery clapped.", "")
    source.write_text(text + "\nA last word was added.\n", encoding="utf-8")
    library.add(str(source))
    return id_of(library, "Harbour")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_w_shows_what_was_changed_and_q_leaves_the_page_as_it_was(
    desk: OpenDesk, changed: str, size: tuple[int, int]
) -> None:
    async with desk(size=size) as at:
        await at.press("]", ")")
        top, sentence = at.screen.body.top_line, at.sentence
        await at.press("w")
        assert "version of" in at.text
        assert "words added" in at.text
        assert "14 13 to 3 4" in at.text or size[0] == 40
        await at.press("q")
        assert "version of" not in at.text
        assert (at.screen.body.top_line, at.sentence) == (top, sentence)
        assert at.screen.focused is at.screen.body


async def test_n_walks_the_changes_and_z_unfolds(desk: OpenDesk, changed: str) -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("w")
        assert "· 1 of 4" in at.text
        assert "unchanged; z unfolds" in at.text
        assert "The north quay opens first." not in at.text
        await at.press("n", "n", "n")
        assert "· 4 of 4" in at.text
        await at.press("n")
        assert "no more changes" in at.said
        await at.press("N", "left_square_bracket", "left_square_bracket")
        assert "· 1 of 4" in at.text
        await at.press("z", "g")
        assert "The north quay opens first." in at.text
        assert "z unfolds" not in at.text


async def test_without_colours_signs_stand_around_what_was_changed(
    desk: OpenDesk, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk() as at:
        await at.press("w")
        assert "[-14-]{+13+} to [-3-]{+4+}" in at.text
        assert "{+A last word was added.+}" in at.text


async def test_enter_goes_to_the_change_in_the_article(desk: OpenDesk, changed: str) -> None:
    async with desk() as at:
        await at.press("w", "G", "n", "n", "n", "enter")
        assert at.sentence == "A last word was added."


async def test_a_key_for_marks_says_nothing_of_the_page_that_is_covered(
    desk: OpenDesk, changed: str
) -> None:
    async with desk() as at:
        await at.press("w", "x", "m")
        assert "there is no mark here" not in at.said


async def test_v_chooses_the_versions(desk: OpenDesk, changed: str) -> None:
    async with desk() as at:
        await at.press("w", "v")
        assert "Compare which version" in at.text
        assert "on the page" in at.text
        await at.press("enter", "enter")
        assert "the same text" in at.text
        await at.press("v", "escape", "n")
        assert at.screen.changes.cover.is_open
        await at.press("escape")
        assert at.screen.focused is at.screen.body


async def test_an_article_with_one_version_is_said_to_have_one(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("w")
        assert "there is one version only; U fetches the article again" in at.said
        await at.press("v", "w", "escape")
        assert "version of" not in at.text


async def test_keys_that_mark_do_nothing_while_changes_are_looked_at(
    desk: OpenDesk, changed: str
) -> None:
    async with desk() as at:
        await at.press("w", "h", "c", "x", "r", "D", "a")
        assert at.quotes == []
        assert at.screen.changes.cover.is_open


async def test_opening_another_article_leaves_the_changes(desk: OpenDesk, changed: str) -> None:
    async with desk() as at:
        await at.press("w")
        at.screen.articles.open(id_of(at.library, "Ferry"))
        await at.settle()
        assert not at.screen.changes.cover.is_open
        assert "No one was hurt." in at.text


async def test_a_page_behind_a_consent_wall_is_told(desk: OpenDesk, site: Site, talks: str) -> None:
    async with desk("Quay") as at:
        site.kind = "text/html; charset=utf-8"
        site.body = (
            "<html><head><title>Before you continue</title></head><body><h1>Before you continue"
            "</h1><p>We use cookies. Accept all cookies to continue.</p>"
            "<button>Accept all</button></body></html>"
        )
        await at.press("U")
        assert site.url in at.said
        assert at.screen.article is not None
        assert at.screen.article.title == "Quay talks"
        assert len(at.library.versions.names(talks)) == 1
