"""Feeds and their entries in the process that reads pages: the same as in this one."""

from collections.abc import Iterator

import pytest

from reader.errors import IngestError
from reader.ingest.feeds.article import article_of
from reader.ingest.feeds.reading import read_feed
from reader.ingest.process import IngestProcess
from tests.ingest.feeds import samples

URL = "https://feeds.example/news.xml"


@pytest.fixture(scope="module")
def process() -> Iterator[IngestProcess]:
    """Give a process that is closed afterwards."""
    made = IngestProcess(timeout_s=30, memory_mb=1024, idle_s=60)
    yield made
    made.close()


@pytest.mark.parametrize("text", [samples.RSS2, samples.ATOM, samples.JSON])
def test_it_reads_the_same_feed_and_the_same_articles(process: IngestProcess, text: str) -> None:
    feed = process.read_feed(text.encode(), url=URL)
    assert feed == read_feed(text.encode(), URL)
    for entry in feed.entries:
        assert process.read_entry(entry, feed) == article_of(entry, feed)


def test_it_heeds_the_charset_that_a_server_declares(process: IngestProcess) -> None:
    data = samples.RSS2.replace("Ports", "Häfen").replace("utf-8", "us-ascii").encode("cp1252")
    feed = process.read_feed(data, url=URL, charset="windows-1252")
    assert feed.entries[0].tags[0] == "Häfen"


def test_what_is_no_feed_is_told_as_it_would_be_here(process: IngestProcess) -> None:
    with pytest.raises(IngestError, match=r"news\.xml: is no feed; give the address of a feed"):
        process.read_feed(b"<p>words", url=URL)
