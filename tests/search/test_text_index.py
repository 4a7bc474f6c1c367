"""The index of the text: what is found, and that it keeps up with the store."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.search import Catalogue, Hit, TextIndex
from reader.search.query import Query
from reader.search.scan import scan
from tests.search.shelf import Shelf, note

STRIKE = "The strike at the port of Lowmouth ended on Thursday after nine days."
LANGUAGES = {
    "hindi": ("प्रधानमंत्री नरेंद्र ने कहा कि समझौता हो गया है।", "प्रधानमंत्री"),
    "russian": ("Премьер-министр посетил Россию и подписал соглашение.", "РОССИЮ"),
    "chinese": ("印度总理周四访问俄罗斯，双方签署协议。", "总理"),
    "japanese": ("首相は木曜日にがっこうを訪問した。", "がっこう"),
    "korean": ("대통령은 목요일에 항구를 방문했다.", "대통령"),
    "arabic": ("قال الرئيس محمد إن الاتفاق أُبرم يوم الخميس.", "مُحَمَّد"),
    "thai": ("นายกรัฐมนตรีเดินทางเยือนท่าเรือ", "เดินทาง"),
    "french": ("L’été à la Réunion, un café à côté de la gare.", "cafe reunion"),
    "turkish": ("\u0130stanbul limanında grev bitti.", "istanbul"),
    "decomposed": ("Un cafe\u0301 a\u0300 co\u0302te\u0301", "café côté"),
    "german": ("Die Straße war gesperrt.", "STRASSE"),
}


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put(
        "port",
        STRIKE,
        title="Port strike ends",
        source="Example Wire\nAda Marsh",
        facets=(("in", "World"), ("tag", "trade")),
        notes=(
            note("m1", "Ask the ministry", "ended on Thursday", ("label", "doubt")),
            note("m2", "", "nine days", ("status", "disputed"), ("tag", "Labour law")),
        ),
    )
    shelf.put("moon", "A moon was found by a port worker.", title="A moon", moment="2025-12-12")
    return shelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def index(shelf: Shelf, file: Path) -> TextIndex:
    return TextIndex(shelf, file)


def names(hits: list[Hit]) -> list[str]:
    """Return what was found."""
    return [hit.mark or hit.article for hit in hits]


def test_an_article_is_found_with_the_passage_and_its_place(index: TextIndex) -> None:
    (hit,) = index.search("lowmouth")
    assert hit == Hit("article", "port", "Port strike ends", None, STRIKE, ((26, 34),), 26, 1.0)
    assert hit.as_dict()["matches"] == [[26, 34]]


def test_a_mark_is_found_by_its_note_its_quote_and_what_is_said_of_it(index: TextIndex) -> None:
    (hit,) = index.search("ministry")
    assert (hit.kind, hit.article, hit.mark, hit.offset) == ("mark", "port", "m1", 7)
    assert hit.snippet == "Ask the ministry – ended on Thursday"
    assert names(index.search("ended", where="notes")) == ["m1"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("port", {"port", "moon"}),
        ("PORT strike", {"port"}),
        ('"port of lowmouth"', {"port"}),
        ('"lowmouth port"', set()),
        ("low*", {"port"}),
        ("low", set()),
        ('"port of low"*', {"port"}),
        ("port -moon", {"port"}),
        ("-port", {"m1", "m2"}),
        ("tag:trade", {"port"}),
        ("tag:#TRADE", {"port"}),
        ('tag:"labour law"', {"m2"}),
        ("tag:labour", set()),
        ("-tag:trade port", {"moon"}),
        ("in:world", {"port", "m1", "m2"}),
        ("in:wor", set()),
        ("by:marsh", {"port", "m1", "m2"}),
        ('by:"example wire" thursday', {"port", "m1"}),
        ("label:doubt", {"m1"}),
        ("status:disputed", {"m2"}),
        ("status:disputed doubtful", set()),
        ("trade", set()),
        ("", set()),
        ('"" - * tag:', set()),
    ],
)
def test_the_language_of_queries(
    index: TextIndex, shelf: Shelf, tmp_path: Path, query: str, found: set[str]
) -> None:
    assert set(names(index.search(query))) == found
    (tmp_path / "nothing").write_text("a file where the folder should be")
    without = TextIndex(shelf, tmp_path / "nothing" / "index.sqlite")
    assert set(names(without.search(query))) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_found(index: TextIndex, shelf: Shelf, language: str) -> None:
    text, query = LANGUAGES[language]
    shelf.put(language, text)
    shelf.annotate("moon", note("n", text))
    hits = index.search(query)
    assert set(names(hits)) == {language, "n"}
    assert all(hit.matches for hit in hits)


def test_what_stands_in_a_headline_comes_first(index: TextIndex, shelf: Shelf) -> None:
    shelf.put("body", "The port is old. " * 3, moment="2025-12-30")
    shelf.put("head", "It is old.", title="The port")
    assert names(index.search("port", where="articles"))[0] == "head"


def test_what_is_asked_for_by_property_alone_comes_by_date(index: TextIndex, shelf: Shelf) -> None:
    for day in (3, 9, 5):
        shelf.put(f"d{day}", "x", facets=(("in", "Days"),), moment=f"2025-01-0{day}T10:00:00")
    assert names(index.search("in:days")) == ["d9", "d5", "d3"]
    assert {hit.score for hit in index.search("in:days")} == {1.0}


def test_of_a_word_that_is_nearly_everywhere_the_newest_are_weighed(
    index: TextIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.asking._RANKED_AT_MOST", 5)
    for number in range(20):
        shelf.put(f"n{number}", "quay", moment=f"2026-01-01T00:{number:02}:00")
    found = names(index.search("quay", limit=9))
    assert sorted(found) == sorted(f"n{number}" for number in range(15, 20))


def test_many_that_appeared_in_one_minute_are_all_found(index: TextIndex, shelf: Shelf) -> None:
    for number in range(600):
        shelf.put(f"n{number}", "quay", moment="2026-01-01T00:00:00" if number % 2 else "no date")
    assert len(index.search("quay", limit=1000)) == 600


def test_both_kinds_are_found_together_and_no_more_than_asked_for(
    index: TextIndex, shelf: Shelf
) -> None:
    shelf.annotate("moon", *(note(f"n{number}", "about the port") for number in range(9)))
    assert {hit.kind for hit in index.search("port", limit=11)} == {"article", "mark"}
    assert len(index.search("port", limit=3)) == 3
    assert index.search("port", limit=0) == []
    assert {hit.kind for hit in index.search("port", where="articles")} == {"article"}
    assert {hit.kind for hit in index.search("port", where="notes")} == {"mark"}


def test_an_edited_note_is_found_by_its_new_words_alone(index: TextIndex, shelf: Shelf) -> None:
    index.search("port")
    shelf.reads.clear()
    shelf.annotate("port", note("m1", "Ask the harbourmaster"))
    assert names(index.search("harbourmaster")) == ["m1"]
    assert names(index.search("ministry")) == []
    assert names(index.search("status:disputed")) == []
    assert shelf.reads == []


def test_a_new_version_takes_the_place_of_the_old(index: TextIndex, shelf: Shelf) -> None:
    assert names(index.search("lowmouth")) == ["port"]
    shelf.put("port", "The strike at Highmouth goes on.", title="Port strike")
    assert names(index.search("lowmouth")) == []
    assert names(index.search("highmouth")) == ["port"]
    assert names(index.search("ends")) == []


def test_what_is_taken_away_is_found_no_more(index: TextIndex, shelf: Shelf) -> None:
    index.search("port")
    shelf.take("port")
    assert names(index.search("port")) == ["moon"]
    assert names(index.search("-nothing")) == ["moon"]


def test_only_what_changed_is_read_again(index: TextIndex, shelf: Shelf, file: Path) -> None:
    index.index()
    shelf.reads.clear()
    shelf.put("new", "A new port.")
    shelf.changes.append("")
    assert "new" in names(TextIndex(shelf, file).search("port"))
    assert shelf.reads == ["new"]


def test_nothing_unchanged_is_read_again_when_the_changes_are_forgotten(
    index: TextIndex, shelf: Shelf
) -> None:
    index.index()
    shelf.reads.clear()
    del shelf.held["port"]
    shelf.put("new", "A new port.")
    shelf.first = len(shelf.changes)
    assert set(names(index.search("port"))) == {"moon", "new"}
    assert shelf.reads == ["new"]


def test_the_index_of_another_store_is_made_again(index: TextIndex, file: Path) -> None:
    index.index()
    other = Shelf("other", changes=[""] * 9)
    other.put("x", "Another port.")
    assert names(TextIndex(other, file).search("port")) == ["x"]


def test_tables_of_another_version_are_made_again(
    index: TextIndex, shelf: Shelf, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.index()
    monkeypatch.setattr("reader.search.texts.MADE", "2")
    assert names(TextIndex(shelf, file).search("lowmouth")) == ["port"]
    with closing(sqlite3.connect(file)) as stored:
        assert stored.execute("SELECT count(*) FROM documents").fetchone() == (4,)


def test_the_rows_beside_it_stay_as_they_are(
    index: TextIndex, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.search.test_catalogue import Shelf as Rows

    rows = Rows()
    with closing(Catalogue(rows, file)) as catalogue:
        catalogue.refresh()
        assert names(index.search("lowmouth")) == ["port"]
        rows.reads.clear()
        catalogue.rows()
    with closing(Catalogue(rows, file)) as again:
        again.rows()
    assert rows.reads == []


def test_a_first_indexing_goes_in_steps_and_is_told(
    index: TextIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        shelf.put(f"n{number}", f"quay {number}")
    monkeypatch.setattr("reader.search.text_index._BATCH", 4)
    told: list[tuple[int, int]] = []
    index.index(progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 22) for done in range(0, 22, 4)]
    assert index.index(progress=lambda done, total: told.append((done, total))) == 0
    assert len(told) == 6


def test_a_step_writes_no_more_than_is_quick(
    index: TextIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.text_index._BATCH_BYTES", 1)
    told: list[tuple[int, int]] = []
    index.index(progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]


def test_without_time_the_index_is_left_as_it_is(index: TextIndex) -> None:
    assert index.index(seconds=0) == 2
    assert index.index() == 0


def test_a_search_while_typing_answers_with_what_is_there(
    index: TextIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.index()
    monkeypatch.setattr("reader.search.text_index._MOMENT_S", 0.0)
    shelf.put("new", "A new port.")
    assert set(names(index.search("por", typing=True))) == {"port", "moon"}
    assert set(names(index.search("por*"))) == {"port", "moon", "new"}


def test_a_known_word_is_proposed_for_an_unknown_one(index: TextIndex, shelf: Shelf) -> None:
    assert index.did_you_mean("port stirke") is None
    index.index()
    assert index.did_you_mean("port stirke") == "port strike"
    assert index.did_you_mean('"Lowmoth port" -x tag:y') == '"lowmouth port" -x tag:y'
    assert index.did_you_mean("minstry") == "ministry"
    assert index.did_you_mean("strike xylophone") is None
    assert index.did_you_mean("strike 总理") is None


PIECES = [*"abc éßत्र印度กิ", "ab", "a b", " ", " ", "İ", "e\u0301", "8.5", "strike "]
QUERIES = [*PIECES, '"', "*", "-", "tag:a", " "]


@example(["印\u0e34"], ["\u0e34"])
@settings(max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=8),
    st.lists(st.lists(st.sampled_from(QUERIES), max_size=4).map("".join), max_size=12),
)
def test_an_index_finds_what_reading_every_text_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], queries: list[str]
) -> None:
    file = tmp_path_factory.mktemp("index") / "index.sqlite"
    shelf = Shelf()
    index = TextIndex(shelf, file)
    for number, text in enumerate(texts):
        name = f"a{number % 5}"
        shelf.put(name, text, title=text[:4], notes=(note(f"m{name}", text, "", ("tag", "a")),))
        index.index()
    for text in queries:
        if (query := Query.parse(text)).clauses:
            read = {hit.mark or hit.article for hit in scan(shelf, query, "all", 100)}
            assert set(names(index.search(text, limit=100))) == read
