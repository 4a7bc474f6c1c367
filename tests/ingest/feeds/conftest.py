"""A real server on this machine that serves good, broken, slow, huge and hostile feeds."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.ingest.feeds import samples

PAGE = """<html><head><title>Harbour</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
<link rel="alternate" type="application/rss+xml" title="Harbour" href="/good">
<link rel="alternate" type="application/json" href="/wp-json/posts/5">
</head><body><p>The harbour's own page.</p></body></html>"""
STORY = """<html lang="en"><head><title>Fog closes the strait</title></head>
<body><article><h1>Fog closes the strait</h1><p>Ferries stayed in port this morning, and so did
the pilots, who could not see the end of the pier from the start of it.</p>
<p>Toward noon it lifted, the harbour master said, and the first boat left at one.</p>
</article></body></html>"""
DAY = "Sun, 22 Nov 2026 08:00:00 GMT"
RSS = "application/rss+xml"


class Handler(BaseHTTPRequestHandler):
    """Serves a feed for each behaviour that one can have."""

    protocol_version = "HTTP/1.1"
    server: "FeedServer"

    def do_GET(self) -> None:
        """Answer as the path says."""
        self.server.asked.append((self.path, dict(self.headers.items())))
        name = self.path.strip("/").replace("-", "_").replace(".", "_").partition("?")[0]
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _send(self, status: int, body: bytes | str = b"", kind: str = RSS, **more: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content_Type": kind, **more}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _robots_txt(self) -> None:
        rules = "User-agent: *\nDisallow: /secret*\nCrawl-delay: 0.1\n"
        self._send(self.server.robots_status, rules, "text/plain")

    def _good(self) -> None:
        if self.headers["If-None-Match"] == '"1"':
            self._send(304, ETag='"1"')
        else:
            self._send(200, samples.RSS2, ETag='"1"', Last_Modified=DAY)

    def _secret(self) -> None:
        self._good()

    def _atom(self) -> None:
        self._send(200, samples.ATOM, "application/atom+xml")

    def _feed_json(self) -> None:
        self._send(200, samples.JSON, "application/feed+json", Cache_Control="max-age=7200")

    def _growing(self) -> None:
        self._send(200, self.server.growing)

    def _latin(self) -> None:
        text = "<rss version='2.0'><channel><title>Café</title></channel></rss>"
        self._send(200, text.encode("latin-1"), "text/xml; charset=utf-8")

    def _broken(self) -> None:
        self._send(200, samples.RSS2[:700])

    def _page(self) -> None:
        self._send(200, PAGE, "text/html")

    def _half_right(self) -> None:
        links = "".join(
            f'<link rel="alternate" type="application/rss+xml" href="/{name}">'
            for name in ("nowhere", "atom")
        )
        self._send(200, links, "text/html")

    def _half_wrong(self) -> None:
        link = '<link rel="alternate" type="application/rss+xml" href="/nowhere">'
        self._send(200, link, "text/html")

    def _story(self) -> None:
        self._send(200, STORY, "text/html")

    def _short(self) -> None:
        self._send(200, "<html><body><p>Ferries stayed.</p></body></html>", "text/html")

    def _bare(self) -> None:
        self._send(200, "<html><body><p>No feed is named here.</p></body></html>", "text/html")

    def _linked(self) -> None:
        self._send(200, "<body><a href='/atom'>x</a><a href='/news/feed/'>RSS</a>", "text/html")

    def _picture(self) -> None:
        self._send(200, b"\x89PNG", "image/png")

    def _entities(self) -> None:
        declared = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
        head = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{declared}]>'
        self._send(200, head + samples.RSS2.partition("?>")[2].replace("over", "&e9;"))

    def _bomb(self) -> None:
        body = gzip.compress(b" " * 40_000_000)
        self._send(200, body, Content_Encoding="gzip")

    def _nested(self) -> None:
        self._send(200, "<rss version='2.0'><channel>" + "<item><x>" * 100_000)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", RSS)
        self.end_headers()
        for _ in range(3000):
            self.wfile.write(b"<item>" + b" " * 65_536)

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", RSS)
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"<")
            self.wfile.flush()
            time.sleep(0.1)

    def _loop(self) -> None:
        self._send(302, Location="/loop")

    def _inward(self) -> None:
        self._send(302, Location="http://169.254.169.254/latest/")

    def _moved(self) -> None:
        self._send(301, Location="/good")

    def _gone(self) -> None:
        self._send(410)

    def _busy(self) -> None:
        self._send(429, Retry_After="7200")

    def _failing(self) -> None:
        self._send(500)

    def _missing(self) -> None:
        self._send(404)


class FeedServer(ThreadingHTTPServer):
    """A server that keeps what it was asked, and does not report clients that went away."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.growing = samples.RSS2
        self.robots_status = 200
        self.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""

    def paths(self) -> list[str]:
        """Return the paths that were asked for, those of rules apart."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """Run a server."""
    with FeedServer() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine sets for the network."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
