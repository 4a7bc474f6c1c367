"""A web server with one page for each behaviour that servers have."""

import gzip
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = "<html><body><p>Café at the harbour</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Serves one page for each behaviour that a server can have."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[float]] = []
    """When the busy page was asked for."""

    def do_GET(self) -> None:
        """Answer as the path says."""
        name = self.path.strip("/").replace("-", "_").partition("?")[0]
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(200, PAGE.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def _gzip(self) -> None:
        body = gzip.compress(PAGE.encode())
        self._send(200, body, Content_Type="text/html", Content_Encoding="gzip")

    def _bomb(self) -> None:
        body = gzip.compress(b" " * 20_000_000)
        self._send(200, body, Content_Type="text/html", Content_Encoding="gzip")

    def _damaged(self) -> None:
        self._send(200, b"no gzip", Content_Type="text/html", Content_Encoding="gzip")

    def _moved(self) -> None:
        self._send(302, Location="/page")

    def _settled(self) -> None:
        self._send(301, Location="/settled-too")

    def _settled_too(self) -> None:
        self._send(308, Location="/moved")

    def _members(self) -> None:
        body = gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode()) + b"\0\0"
        self._send(200, body, Content_Type="text/html", Content_Encoding="gzip")

    def _deflated(self) -> None:
        body = zlib.compress(PAGE.encode())
        self._send(200, body, Content_Type="text/html", Content_Encoding="deflate")

    def _bare(self) -> None:
        body = zlib.compress(PAGE.encode())[2:-4]
        self._send(200, body, Content_Type="text/html", Content_Encoding="deflate, identity")

    def _brotli(self) -> None:
        self._send(200, b"\x0b\x02\x80", Content_Type="text/html", Content_Encoding="br")

    def _thrice(self) -> None:
        self._send(200, b"x", Content_Type="text/html", Content_Encoding="gzip, gzip, gzip")

    def _versioned(self) -> None:
        dated = "Sun, 22 Nov 2026 08:00:00 GMT"
        if self.headers["If-None-Match"] == '"seven"':
            self._send(304, ETag='"seven"', Last_Modified=dated)
        else:
            sent = self.headers["If-Modified-Since"] or "nothing"
            self._send(
                200,
                sent.encode(),
                ETag='"seven"',
                Last_Modified=dated,
                Content_Type="text/plain",
                Cache_Control="private, max-age=900",
            )

    def _busy(self) -> None:
        self.asked.append(time.monotonic())
        wait = self.path.partition("?")[2] or "0.2"
        if len(self.asked) < 3:
            self._send(429, Retry_After=wait)
        else:
            self._page()

    def _dripping_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(60):
            self.wfile.write(f"X-{number}: y\r\n".encode())
            self.wfile.flush()
            time.sleep(0.05)

    def _loop(self) -> None:
        self._send(302, Location="/loop")

    def _to_file(self) -> None:
        self._send(302, Location="file:///etc/hostname")

    def _to_metadata(self) -> None:
        self._send(302, Location="http://169.254.169.254/latest/")

    def _error(self) -> None:
        self._send(503)

    def _odd(self) -> None:
        self._send(599)

    def _missing(self) -> None:
        self._send(404)

    def _picture(self) -> None:
        self._send(200, b"\x89PNG", Content_Type="image/png")

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def _feed(self) -> None:
        self._send(200, b"<rss/>", Content_Type="application/rss+xml")

    def _silent(self) -> None:
        time.sleep(1.5)

    def _cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True

    def _echo(self) -> None:
        lines = "\n".join(f"{name}: {value}" for name, value in self.headers.items())
        self._send(200, lines.encode(), Content_Type="text/plain")

    def _markdown(self) -> None:
        self._send(200, b"# Port strike ends\n\nTalks *went on*.", Content_Type="text/markdown")


class QuietServer(ThreadingHTTPServer):
    """A server that does not report clients that went away."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""
