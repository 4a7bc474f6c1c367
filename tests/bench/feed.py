"""An article as the only item of a feed, for readers that open nothing else."""

import html
import subprocess
from pathlib import Path

_FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The bench</title><link>http://localhost/</link>
<description>What is measured</description><item><title>{title}</title><guid>one</guid>
<link>http://localhost/one</link><description>{body}</description></item></channel></rss>"""
_SETTINGS = "auto-reload no\nconfirm-exit no\n"

MOVES = {"line": b"\x1bOB", "page": b"\x1b[6~"}
"""The keys through the text: an arrow, as a terminal sends it that was asked to, and a page."""

OPENS = b"\r\r"
"""The keys from newsboat's first list to the text of the only item of its only feed."""


def newsboat(program: str, folder: Path, title: str, body: str) -> list[str]:
    """Let newsboat, which is at *program*, read an article in HTML; return what starts it.

    It has a home of its own below *folder*, and its feed there.
    """
    home = folder / "home"
    home.mkdir(parents=True)
    feed, urls, settings = folder / "feed.xml", folder / "urls", folder / "settings"
    feed.write_text(_FEED.format(title=title, body=html.escape(body)), encoding="utf-8")
    urls.write_text(f"file://{feed}\n", encoding="utf-8")
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = ["env", f"HOME={home}", program, "-q", "-u", str(urls), "-C", str(settings)]
    command += ["-c", str(folder / "cache.db")]
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    return command
