"""Turns, pauses and the rules of sites, by a clock of our own."""

import pytest

from reader.errors import NetworkError, StatusError, TooLargeError
from reader.ingest.feeds.pace import Pace
from reader.ingest.feeds.robots import Robots


class Clock:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        """Return what time it is."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.waits.append(round(seconds, 3))
        self.now += seconds


def test_a_host_rests_between_two_turns_and_others_do_not_wait() -> None:
    clock = Clock()
    pace = Pace(1.0, clock=clock, sleep=clock.sleep)
    for host in ("a.example", "A.example", "b.example"):
        with pace.turn(host):
            pass
    assert clock.waits == [1.0]


def test_a_host_may_ask_for_longer_pauses() -> None:
    clock = Clock()
    pace = Pace(1.0, clock=clock, sleep=clock.sleep)
    for _ in range(3):
        with pace.turn("a.example", 2.5):
            pass
    assert clock.waits == [2.5, 2.5]


def test_a_turn_that_fails_is_a_turn() -> None:
    clock = Clock()
    pace = Pace(1.0, clock=clock, sleep=clock.sleep)
    with pytest.raises(KeyError), pace.turn("a.example"):
        raise KeyError
    with pace.turn("a.example"):
        pass
    assert clock.waits == [1.0]


RULES = """User-agent: *
Disallow: /private*/feed$
Crawl-delay: 2.5

User-agent: Newsmargin
Disallow: /not-for-us
Crawl-delay: 9000
"""


def test_rules_for_this_program_win_over_those_for_all() -> None:
    robots = Robots(lambda url: RULES)
    assert robots.check("https://a.example/private/feed") == 10.0
    with pytest.raises(NetworkError, match="asks programs to keep away"):
        robots.check("https://a.example/not-for-us")


def test_wildcards_and_decimals_of_rules_are_understood() -> None:
    robots = Robots(lambda url: RULES.partition("User-agent: Newsmargin")[0])
    assert robots.check("https://a.example/private/feed/atom") == 2.5
    with pytest.raises(NetworkError, match=r"robots\.txt"):
        robots.check("https://a.example/private-x/feed")


def test_rules_hold_for_a_day_and_for_one_site() -> None:
    clock = Clock()
    asked: list[str] = []

    def read(url: str) -> str:
        asked.append(url)
        return ""

    robots = Robots(read, clock)
    for url in ("https://a.example/1", "https://me:pw@a.example/2", "http://a.example/1"):
        robots.check(url)
    assert asked == ["https://a.example/robots.txt", "http://a.example/robots.txt"]
    clock.now += 24 * 3600
    robots.check("https://a.example/1")
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("error", "allowed"),
    [
        (StatusError("r", "404", "", 404), True),
        (StatusError("r", "403", "", 403), True),
        (TooLargeError("r", "is too large"), True),
        (StatusError("r", "503", "", 503), False),
        (StatusError("r", "429", "", 429, 60.0), False),
        (NetworkError("r", "broke off"), False),
    ],
)
def test_a_site_without_rules_allows_all_and_one_that_cannot_tell_nothing(
    error: Exception, allowed: bool
) -> None:
    def read(url: str) -> str:
        raise error

    if allowed:
        assert Robots(read).check("https://a.example/f") == 0.0
    else:
        with pytest.raises(NetworkError):
            Robots(read).check("https://a.example/f")


@pytest.mark.parametrize("text", ["", "<html>\x00", "Disallow: /", "User-agent: *\nDisallow\n" * 9])
def test_rules_that_say_nothing_allow_everything(text: str) -> None:
    assert Robots(lambda url: text).check("https://a.example/f") == 0.0
