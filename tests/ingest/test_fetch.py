"""Pages over the network, from a real server on this machine."""

import socket
import threading
from collections.abc import Iterator

import pytest

from reader.errors import NetworkError, StatusError, TooLargeError
from reader.ingest import ingest
from reader.ingest.fetch import Fetched, Validators, fetch
from reader.ingest.fetch.answers import retry_after
from reader.ingest.hosts import addresses_of, is_public
from tests.ingest.misbehaving_server import PAGE, Handler, QuietServer


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Run the server and give its address."""
    with QuietServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine sets for the network."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.delenv("NEWSMARGIN_OFFLINE", raising=False)
    monkeypatch.delenv("NEWSMARGIN_ALLOW_PRIVATE", raising=False)


def test_a_page_comes_with_its_bytes_type_and_charset(server: str) -> None:
    page = fetch(f"{server}/page", allow_private=True)
    assert page == Fetched(
        PAGE.encode("latin-1"), f"{server}/page", "text/html; charset=ISO-8859-1"
    )
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-1")


def test_a_page_without_a_type_has_none() -> None:
    assert (Fetched(b"", "u").media_type, Fetched(b"", "u").charset) == ("", None)


def test_a_redirect_is_followed_and_the_last_address_told(server: str) -> None:
    assert fetch(f"{server}/moved", allow_private=True).url == f"{server}/page"


def test_a_compressed_page_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/gzip", allow_private=True).data == PAGE.encode()


@pytest.mark.parametrize("path", ["members", "deflated", "bare"])
def test_a_body_is_unpacked_however_its_server_packs_it(server: str, path: str) -> None:
    assert fetch(f"{server}/{path}", allow_private=True).data == PAGE.encode()


@pytest.mark.parametrize("path", ["brotli", "thrice"])
def test_a_body_packed_as_was_not_asked_for_is_refused(server: str, path: str) -> None:
    with pytest.raises(NetworkError, match="came damaged"):
        fetch(f"{server}/{path}", allow_private=True)


def test_a_server_is_told_which_version_one_has(server: str) -> None:
    first = fetch(f"{server}/versioned", allow_private=True)
    assert first.data == b"nothing"
    assert first.max_age_s == 900
    again = fetch(f"{server}/versioned", allow_private=True, known=first.validators)
    assert (again.not_modified, again.data) == (True, b"")
    assert again.validators == first.validators
    dated = Validators('bad\n"tag', first.validators.last_modified)
    asked = fetch(f"{server}/versioned", allow_private=True, known=dated)
    assert asked.data == b"Sun, 22 Nov 2026 08:00:00 GMT"


def test_an_address_that_moved_for_good_is_told_as_far_as_all_hops_were(server: str) -> None:
    page = fetch(f"{server}/settled", allow_private=True)
    assert page.moved_to == f"{server}/moved"
    assert page.url == f"{server}/page"
    assert fetch(f"{server}/moved", allow_private=True).moved_to is None


def test_a_busy_server_is_asked_again_when_it_says(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Handler, "asked", [])
    assert fetch(f"{server}/busy", allow_private=True, pauses=(0.01, 0.01)).data
    first, second, third = Handler.asked
    assert second - first >= 0.2
    assert third - second >= 0.2


def test_a_wait_beyond_the_time_there_is_is_told_not_waited_for(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Handler, "asked", [])
    with pytest.raises(StatusError, match="try again in 120 seconds") as caught:
        fetch(f"{server}/busy?120", allow_private=True)
    assert (caught.value.status, caught.value.retry_after_s) == (429, 120)
    assert len(Handler.asked) == 1


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("1.5", 1.5),
        ("", None),
        ("soon", None),
        ("Sun, 22 Nov 2020 08:00:00 GMT", 0),
        ("99999999999", 30 * 24 * 3600),
        ("Sun, 22 Nov 2999 08:00:00 -0000", 30 * 24 * 3600),
    ],
)
def test_a_wait_is_told_in_seconds_or_by_a_date(text: str, seconds: float | None) -> None:
    assert retry_after(text) == seconds


def test_no_name_password_or_cookie_is_sent(server: str) -> None:
    url = server.replace("http://", "http://ann:secret@") + "/echo#part"
    sent = fetch(url, allow_private=True).data.decode().lower()
    assert "secret" not in sent
    assert "authorization" not in sent
    assert "cookie" not in sent
    assert "user-agent: newsmargin/" in sent


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("missing", "the server answered 404 (not found)"),
        ("error", "the server answered 503 (service unavailable)"),
        ("odd", "the server answered 599 (no status of the standard)"),
        ("picture", "is image/png, not a page"),
        ("loop", "redirects more than 10 times"),
        ("to-file", "is no web address"),
        ("cut", "broke off"),
        ("damaged", "came damaged"),
    ],
)
def test_what_is_no_page_is_told_in_plain_words(server: str, path: str, problem: str) -> None:
    with pytest.raises(NetworkError) as caught:
        fetch(f"{server}/{path}", allow_private=True, pauses=())
    assert caught.value.problem.startswith(problem)
    assert caught.value.exit_code == 3


def test_a_feed_is_no_page_and_says_what_to_do_with_it(server: str) -> None:
    with pytest.raises(NetworkError, match="subscribe with `reader feeds add`"):
        fetch(f"{server}/feed", allow_private=True)


def test_a_name_in_another_script_is_asked_for_as_the_network_writes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def looked_up(host: str, port: int, allow_private: bool) -> list[str]:
        asked.append(host)
        raise NetworkError(host, "there is no such host")

    monkeypatch.setattr("reader.ingest.fetch.connection.addresses_of", looked_up)
    with pytest.raises(NetworkError):
        fetch("https://straße.example/")
    assert asked == ["xn--strae-oqa.example"]


def test_a_server_that_says_nothing_is_given_up(server: str) -> None:
    with pytest.raises(NetworkError, match=r"did not answer within 0\.3 seconds"):
        fetch(f"{server}/silent", allow_private=True, timeout=0.3)


def test_a_server_that_drips_its_headers_is_given_up(server: str) -> None:
    with pytest.raises(NetworkError, match=r"did not answer within 0\.4 seconds"):
        fetch(f"{server}/dripping-head", allow_private=True, timeout=0.4)


def test_a_page_that_drips_is_given_up(server: str) -> None:
    with pytest.raises(NetworkError, match="came too slowly"):
        fetch(f"{server}/slow", allow_private=True, timeout=0.4)


@pytest.mark.parametrize("path", ["page", "bomb"])
def test_a_page_beyond_the_limit_is_not_read_to_its_end(server: str, path: str) -> None:
    limit = 20 if path == "page" else 2_000_000
    with pytest.raises(TooLargeError, match=r"too large|larger than 1 MiB"):
        fetch(f"{server}/{path}", allow_private=True, limit=limit)


def test_this_machine_is_not_asked_unless_that_is_allowed(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NetworkError, match="NEWSMARGIN_ALLOW_PRIVATE=1 to allow it"):
        fetch(f"{server}/page")
    with pytest.raises(NetworkError, match="on this machine or its own network"):
        fetch(f"{server.replace('127.0.0.1', 'localhost')}/page")
    monkeypatch.setenv("NEWSMARGIN_ALLOW_PRIVATE", "1")
    assert fetch(f"{server}/page").data


def test_a_redirect_into_the_own_network_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])

    def first_public(host: str, where: int, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if where == port else addresses_of(host, where, allow_private)

    monkeypatch.setattr("reader.ingest.fetch.connection.addresses_of", first_public)
    with pytest.raises(NetworkError, match=r"169\.254\.169\.254: is on this machine or its own"):
        fetch(f"{server}/to-metadata")


def test_the_next_address_of_a_host_is_tried_when_one_refuses(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = ["127.0.0.2", "127.0.0.1"]
    monkeypatch.setattr("reader.ingest.fetch.connection.addresses_of", lambda *_: both)
    assert fetch(f"{server}/page").data


def test_a_port_where_nothing_listens_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NetworkError, match="the server refused the connection"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_an_address_that_cannot_be_reached_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "reader.ingest.fetch.connection.addresses_of", lambda *_: ["255.255.255.255"]
    )
    with pytest.raises(NetworkError, match="cannot be reached"):
        fetch("http://example.org/")


def test_a_server_that_speaks_no_tls_is_told(server: str) -> None:
    with pytest.raises(NetworkError, match="no secure connection came about"):
        fetch(server.replace("http:", "https:"), allow_private=True)


def test_a_host_that_does_not_exist_is_told() -> None:
    with pytest.raises(NetworkError, match=r"nowhere\.invalid: there is no such host"):
        fetch("http://nowhere.invalid/")


@pytest.mark.parametrize("url", ["ftp://example.org/a", "https://", "http://[::1", "example.org"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(NetworkError, match="is no web address"):
        fetch(url)


def test_offline_means_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("1", "true"):
        monkeypatch.setenv("NEWSMARGIN_OFFLINE", value)
        with pytest.raises(NetworkError, match="forbidden; unset NEWSMARGIN_OFFLINE") as caught:
            ingest("https://ann:secret@example.org/a")
        assert caught.value.subject == "https://example.org/a"


def test_a_proxy_of_the_environment_is_asked_instead_of_the_host(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server)
    with pytest.raises(NetworkError, match="404"):
        fetch("http://nowhere.invalid/a")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost"])
def test_a_proxy_is_not_asked_for_this_machine_either(
    host: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", server.removeprefix("http://"))
    with pytest.raises(NetworkError, match="on this machine or its own network"):
        fetch(f"http://{host}/a")


def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "gopher://proxy.example")
    with pytest.raises(
        NetworkError, match=r"gopher://proxy\.example: is no proxy that can be used"
    ):
        fetch("http://example.org/a")


def test_an_address_is_ingested_as_what_its_server_says_it_is(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMARGIN_ALLOW_PRIVATE", "1")
    article = ingest(f"{server}/markdown")
    assert (article.title, article.text) == ("Port strike ends", "Talks went on.")
    assert article.canonical_url == article.url == f"{server}/markdown"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_an_address_of_the_own_network_is_known_however_it_is_written(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_an_address_of_the_public_internet_is_known(address: str) -> None:
    assert is_public(address)
