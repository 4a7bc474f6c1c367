"""The verb that tends subscriptions, as it is typed."""

from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.ingest.feeds.conftest import FeedServer, _no_proxy, server

__all__ = ["_no_proxy", "server"]

LIST = '<opml><body><outline text="A" xmlUrl="https://a.example/f"/></body></opml>'


@pytest.fixture(autouse=True)
def _asking_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the feeds of this machine be asked for."""
    monkeypatch.setenv("NEWSMARGIN_ALLOW_PRIVATE", "1")


def test_a_feed_is_subscribed_to_listed_refreshed_and_ended(run: Run, server: FeedServer) -> None:
    added = run("feeds", "add", f"{server.url}/good", "--folder", "Sea/North", "--json")
    assert added.code == 0, added.err
    assert added.json == [
        {
            "url": f"{server.url}/good",
            "title": "Harbour & Coast",
            "status": "added",
            "new": 2,
            "error": None,
            "others": [],
        }
    ]
    (row,) = run("feeds", "list", "--json").json
    assert (row["folder"], row["failures"], row["error"]) == (["Sea", "North"], 0, None)
    assert {each["section"] for each in run("list", "--json").json} == {"Sea / North"}
    again = run("feeds", "refresh", "--jsonl")
    assert [(each["status"], each["new"]) for each in again.lines] == [("unchanged", 0)]
    assert run("feeds", "remove", "Harbour & Coast").code == 0
    assert run("feeds", "list", "--json").json == []
    assert len(run("list", "--json").json) == 2


def test_people_are_told_in_lines_what_came_of_it(run: Run, server: FeedServer) -> None:
    added = run("feeds", "add", f"{server.url}/page")
    assert "added  Harbour & Coast  2 new" in added.out
    assert f"names another feed: {server.url}/comments.xml" in added.err
    assert f"Harbour & Coast  {server.url}/good" in run("feeds").out
    assert "1 feeds: 0 new, 0 changed articles" in run("feeds", "refresh").err


def test_one_bad_feed_of_several_is_told_and_makes_it_partly_done(
    run: Run, server: FeedServer, tmp_path: Path
) -> None:
    file = tmp_path / "f.opml"
    file.write_text(
        LIST.replace("https://a.example/f", f"{server.url}/failing").replace(
            "</body>", f'<outline xmlUrl="{server.url}/good"/></body>'
        ),
        encoding="utf-8",
    )
    assert run("feeds", "import", str(file)).code == 0
    done = run("feeds", "refresh")
    assert done.code == 1
    assert "500 (internal server error)" in done.err
    assert "Harbour & Coast  2 new" in done.out
    alone = run("feeds", "refresh", f"{server.url}/failing", "--json")
    assert (alone.code, alone.json[0]["status"]) == (3, "failed")
    due = run("feeds", "refresh", "--due", "--json")
    assert (due.code, {each["status"] for each in due.json}) == (0, {"not-due"})
    assert "failed 2×" in run("feeds", "list").out


def test_what_is_no_feed_ends_with_the_code_for_it(run: Run, server: FeedServer) -> None:
    assert run("feeds", "add", f"{server.url}/nowhere").code == 3
    assert run("feeds", "remove", "nobody").code == 4
    assert run("feeds", "refresh", "nobody").code == 4
    assert run("feeds", "lst").code == 2
    assert run("feeds", "add", "a", "b", "--title", "T").code == 2
    assert run("feeds", "import", "https://a.example/f.opml").code == 2
    assert run("feeds", "import", "nowhere.opml").code == 4


def test_lists_come_from_a_file_and_go_to_one_or_to_standard_output(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "in.opml"
    file.write_text(LIST, encoding="utf-8")
    added = run("feeds", "import", str(file), "--json")
    assert [row["status"] for row in added.json] == ["added"]
    printed = run("feeds", "export")
    assert 'xmlUrl="https://a.example/f"' in printed.out
    out = tmp_path / "out.opml"
    assert "1 feeds" in run("feeds", "export", str(out)).err
    assert out.read_text(encoding="utf-8").strip() == printed.out.strip()
    file.write_text("no list", encoding="utf-8")
    assert run("feeds", "import", str(file)).code == 1


def test_the_network_that_is_switched_off_is_not_asked(
    run: Run, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_OFFLINE", "1")
    done = run("feeds", "add", f"{server.url}/good")
    assert done.code == 3
    assert "the network is switched off" in done.err
    assert server.asked == []
