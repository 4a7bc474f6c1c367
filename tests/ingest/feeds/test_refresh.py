"""Many feeds asked at once, from a real server: each answers for itself alone."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NetworkError
from reader.ingest.feeds import FeedState, Outcome, PoliteAsker, Subscription, refresh
from reader.ingest.feeds.asking import Parse, parse_here
from reader.ingest.feeds.pace import Pace
from reader.ingest.fetch import Fetched, Validators
from reader.ingest.process import IngestProcess
from tests.ingest.feeds import samples
from tests.ingest.feeds.conftest import FeedServer

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def process() -> Iterator[IngestProcess]:
    """Give a process that reads feeds within limits."""
    made = IngestProcess(timeout_s=30, memory_mb=1024, idle_s=60)
    yield made
    made.close()


@pytest.fixture
def parse(process: IngestProcess) -> Parse:
    """Give what reads feeds in that process."""
    return lambda page: process.read_feed(page.data, url=page.url, charset=page.charset)


def asker(timeout_s: float = 20.0) -> PoliteAsker:
    """Return one that does not wait between feeds of one host."""
    return PoliteAsker(allow_private=True, pace=Pace(0.0), timeout_s=timeout_s)


def at(server: FeedServer, *names: str) -> list[tuple[Subscription, FeedState]]:
    """Return subscriptions to the feeds called *names*."""
    return [(Subscription(f"{server.url}/{name}"), FeedState()) for name in names]


def one(
    server: FeedServer, name: str, state: FeedState | None = None, *, now: datetime = NOW
) -> Outcome:
    """Return what comes of the feed called *name*."""
    asked = [(Subscription(f"{server.url}/{name}"), state or FeedState())]
    (outcome,) = refresh(asked, asker(), parse_here, now=now)
    return outcome


def test_good_feeds_come_whatever_the_others_do(server: FeedServer, parse: Parse) -> None:
    good = ("good", "atom", "feed.json", "latin", "broken")
    bad = {
        "page": "is no feed",
        "picture": "is image/png, not a feed",
        "entities": "declares entities",
        "bomb": "is larger than 16 MiB",
        "nested": "nests deeper than any feed",
        "endless": "is larger than 16 MiB",
        "slow": "came too slowly",
        "loop": "redirects more than 10 times",
        "gone": "410 (gone)",
        "busy": "429 (too many requests)",
        "failing": "500 (internal server error)",
        "nowhere": "404 (not found)",
        "secret": "asks programs to keep away",
    }
    found = {
        outcome.subscription.url.rpartition("/")[2]: outcome
        for outcome in refresh(at(server, *good, *bad), asker(2.0), parse, now=NOW)
    }
    assert len(found) == len(good) + len(bad)
    for name in good:
        assert found[name].error is None, name
        assert found[name].feed, name
    assert found["good"].status == "new"
    assert found["latin"].feed is not None
    assert found["latin"].feed.title == "Café"
    for name, problem in bad.items():
        assert found[name].status == "failed", name
        assert problem in str(found[name].error), name
        assert found[name].state.failures == 1
        assert found[name].state.error == str(found[name].error)


def test_this_machine_is_not_asked_unless_that_is_allowed(server: FeedServer) -> None:
    (outcome,) = refresh(at(server, "good"), PoliteAsker(), parse_here, now=NOW)
    assert "is on this machine or its own network" in str(outcome.error)
    assert server.asked == []


def test_a_redirect_inward_is_refused_when_private_addresses_are(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.ingest.hosts import addresses_of

    def first_public(host: str, port: int, allow_private: bool) -> list[str]:
        return [host] if port == server.server_port else addresses_of(host, port, allow_private)

    monkeypatch.setattr("reader.ingest.fetch.connection.addresses_of", first_public)
    (outcome,) = refresh(at(server, "inward"), PoliteAsker(), parse_here, now=NOW)
    assert "169.254.169.254: is on this machine" in str(outcome.error)


def test_the_second_time_only_what_is_new_is_sent(server: FeedServer) -> None:
    first = one(server, "good")
    assert [entry.title for entry in first.new] == ["Port strike ends", "Fog closes the strait"]
    again = one(server, "good", first.state)
    assert (again.status, again.feed, again.new) == ("unchanged", None, ())
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert again.state.seen == first.state.seen


def test_entries_that_are_new_or_edited_are_told_from_those_known(server: FeedServer) -> None:
    first = one(server, "growing")
    assert one(server, "growing", first.state).status == "unchanged"
    item = "<item><title>Lamp lit</title><link>https://harbour.example/lamp</link></item>"
    grown = samples.RSS2.replace("<item>", f"{item}<item>", 1)
    server.growing = grown.replace("Ferries stayed", "All ferries stayed")
    after = one(server, "growing", first.state)
    assert [entry.title for entry in after.new] == ["Lamp lit"]
    assert [entry.title for entry in after.changed] == ["Fog closes the strait"]


def test_a_feed_that_moved_for_good_tells_where_to(server: FeedServer) -> None:
    assert one(server, "moved").moved_to == f"{server.url}/good"
    assert one(server, "good").moved_to is None


def test_a_feed_that_fails_is_left_alone_twice_as_long_each_time(server: FeedServer) -> None:
    state = FeedState()
    waits = []
    for _ in range(8):
        state = one(server, "failing", state).state
        waits.append((datetime.fromisoformat(state.due) - NOW) / timedelta(hours=1))
    assert waits == [0.5, 1, 2, 4, 8, 16, 24, 24]
    mended = one(server, "good", state).state
    assert (mended.failures, mended.error) == (0, "")


def test_a_server_that_asks_to_wait_is_left_alone_as_long(server: FeedServer) -> None:
    state = one(server, "busy").state
    assert datetime.fromisoformat(state.due) - NOW == timedelta(hours=2)
    assert server.paths() == ["/busy"]


def test_a_feed_that_is_gone_is_not_asked_again_by_itself(server: FeedServer) -> None:
    state = one(server, "gone").state
    assert state.gone
    asked = [(Subscription(f"{server.url}/gone"), state)]
    later = NOW + timedelta(days=30)
    (outcome,) = refresh(asked, asker(), parse_here, now=later, only_due=True)
    assert outcome.status == "not-due"
    assert server.paths() == ["/gone"]


@pytest.mark.parametrize(("name", "hours"), [("good", 1.5), ("feed.json", 2), ("atom", 0.5)])
def test_a_feed_is_due_when_it_and_its_server_say(
    server: FeedServer, name: str, hours: float
) -> None:
    state = one(server, name).state
    assert not state.is_due(NOW + timedelta(hours=hours, seconds=-1))
    assert state.is_due(NOW + timedelta(hours=hours))


def test_rules_for_programs_are_asked_for_once_a_site(server: FeedServer) -> None:
    list(refresh(at(server, "good", "atom", "secret"), asker(), parse_here, now=NOW))
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    assert "/secret" not in server.paths()


@pytest.mark.parametrize(("status", "asked"), [(404, ["/good"]), (503, [])])
def test_a_site_whose_rules_cannot_be_had_just_now_is_left_alone(
    server: FeedServer, status: int, asked: list[str]
) -> None:
    server.robots_status = status
    one(server, "good")
    assert server.paths() == asked


def test_feeds_of_one_host_are_asked_one_after_the_other() -> None:
    running: dict[str, int] = {}
    most: dict[str, int] = {}
    lock = threading.Lock()
    both = threading.Barrier(2, timeout=10)

    def ask(url: str, known: Validators) -> Fetched:
        host = url.split("/")[2]
        with lock:
            running[host] = running.get(host, 0) + 1
            most[host] = max(most.get(host, 0), running[host])
        both.wait()  # one of each host is here at the same time
        with lock:
            running[host] -= 1
        return Fetched(samples.ATOM.encode(), url)

    subscriptions = [Subscription(f"https://{host}.example/{n}") for host in "ab" for n in range(4)]
    outcomes = list(refresh([(each, FeedState()) for each in subscriptions], ask, parse_here))
    assert len(outcomes) == 8
    assert most == {"a.example": 1, "b.example": 1}


def test_whoever_stops_listening_stops_the_asking() -> None:
    asked: list[str] = []
    gate = threading.Event()

    def ask(url: str, known: Validators) -> Fetched:
        asked.append(url)
        if len(asked) > 1:
            gate.wait(10)
        raise NetworkError(url, "is not there")

    subscriptions = [(Subscription(f"https://a.example/{n}"), FeedState()) for n in range(50)]
    outcomes = refresh(subscriptions, ask, parse_here)
    next(outcomes)
    assert isinstance(outcomes, Iterator)
    outcomes.close()  # type: ignore[attr-defined]
    gate.set()
    assert len(asked) <= 3


def test_a_fault_of_our_own_is_raised_not_waited_for() -> None:
    def ask(url: str, known: Validators) -> Fetched:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(refresh([(Subscription("https://a.example/f"), FeedState())], ask, parse_here))


def test_an_address_that_nothing_can_be_made_of_fails_alone() -> None:
    asked = [(Subscription("http://[::1"), FeedState()), (Subscription("nonsense"), FeedState())]
    outcomes = list(refresh(asked, asker(), parse_here))
    assert [outcome.status for outcome in outcomes] == ["failed", "failed"]


def test_subscriptions_and_states_go_through_json_and_back(server: FeedServer) -> None:
    state = one(server, "good").state
    assert FeedState.from_dict(state.as_dict()) == state
    subscription = Subscription("https://a.example/f", "A", None, ("Sea", "North"), "2026-11-22")
    assert Subscription.from_dict(subscription.as_dict()) == subscription
    assert Subscription.from_dict({"url": "u", "folder": ["x", 3, ""], "title": 5}) == Subscription(
        "u", folder=("x",)
    )
    with pytest.raises(ValueError, match="without an address"):
        Subscription.from_dict({"title": "x"})


@given(
    st.dictionaries(st.sampled_from(list(FeedState().as_dict())), st.none() | st.text(max_size=5))
)
def test_a_state_that_was_damaged_is_one_all_the_same(body: dict[str, object]) -> None:
    state = FeedState.from_dict(body)
    assert isinstance(state.is_due(NOW), bool)
    assert state.failures == 0
