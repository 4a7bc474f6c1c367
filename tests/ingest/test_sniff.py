"""Formats told by content."""

import gzip
import os

import pytest

from reader.errors import IngestError
from reader.ingest.sniff import Kind, sniff

PROSE = b"The harbour was quiet when the first boats came in.\n\nNobody had expected them.\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PROSE, "", "text"),
        (PROSE, "a.md", "markdown"),
        (PROSE, "a.txt", "text"),
        (PROSE, "a.html", "text"),
        (b"<!DOCTYPE html><p>x", "", "html"),
        (b"\xef\xbb\xbf\n <!-- c --><html><p>x", "a.txt", "html"),
        ("<html><body><p>x</p></body></html>".encode("utf-16"), "", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'><p>x</p></html>", "", "html"),
        (b"<p>one</p>", "", "html"),
        (b"Text <b>x</b>" + b"<p>one</p>" * 6, "", "html"),
        (b"<p align='center'>Logo</p>\n\n# Title\n\ntext", "README.md", "markdown"),
        (b"one</p>", "a.htm", "html"),
        (gzip.compress(b"<html>", mtime=0), "", "html"),
        (b"# Title\n\ntext", "", "markdown"),
        (b"text\n\n## One\n\ntext\n\n## Two\n\ntext", "", "markdown"),
        (b"text\n# 1 in the list\ntext", "", "text"),
        (b"---\ntitle: x\n---\ntext", "", "markdown"),
        (b"+++\ntitle = 'x'\n+++\ntext", "", "markdown"),
        (b"text\n\n```\ncode\n```\n", "", "markdown"),
        (b"> quote\n\nand **bold** words", "", "markdown"),
        (b"only **bold** words", "", "text"),
        (b"# Title\r\n\r\ntext".replace(b"# ", b"#hash "), "", "text"),
        (b"%PDF-1.7\n%\xe2\xe3", "", "pdf"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "", "epub"),
        (b"From: a@example.org\nTo: b@example.org\nMessage-ID: <1>\n\nHello", "", "mail"),
        (
            b"From: <Saved by Blink>\nSubject: x\nDate: x\nMIME-Version: 1.0\n"
            b"Content-Type: multipart/related;\n\ttype='text/html'\n\n",
            "a.mhtml",
            "html",
        ),
        (b"Subject: a\nFrom:\n Ann\nTo:\n Bea\nMessage-ID: <1>\n\nHello", "", "mail"),
        (b"From: the harbour\nTo: the town\nDate: today\n\nText", "", "text"),
        (b"From: a\n\nHello", "a.eml", "mail"),
        ("Grüße vom Hafen".encode("utf-16"), "", "text"),
        ("Harbour".encode("utf-16-le"), "", "text"),
        ("<html><body><p>Гавань тиха</p></body></html>".encode("utf-16-be"), "", "html"),
        ("Гавань открылась утром.\n".encode("utf-16-le"), "", "text"),
        ("港口管理局周二表示，渡轮将从五月起恢复运行。\n".encode("utf-16-be"), "", "text"),
        (b"The \x1b[31mred\x1b[0m harbour", "", "text"),
    ],
)
def test_a_format_is_told_by_content_and_the_name_decides_what_is_left_open(
    data: bytes, name: str, kind: Kind
) -> None:
    assert sniff(data, name) == kind


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "is an office document"),
        (b"{\\rtf1 The harbour}", "is a rich text (RTF)"),
        (b"a.txt" + bytes(252) + b"ustar", "is an archive"),
        (b" https://example.org/a\n", "is only an address"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- c --><rss>", "is a feed, not an article"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "is a feed, not an article"),
        (
            b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
            "is a feed, not an article",
        ),
        (b"<?xml version='1.0'?><opml>", "is a list of feeds, not an article"),
        (b"<svg xmlns='x'><text>Quay</text></svg>", "is XML (svg), not an article"),
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "is XML (urlset), not an article"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is a picture"),
        (b"PK\x03\x04" + bytes(40), "is a zip archive"),
        (b"SQLite format 3\0", "is a database"),
        (bytes(range(256)) * 20, "is not a text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, problem: str) -> None:
    with pytest.raises(IngestError) as caught:
        sniff(data, "a.bin")
    assert (caught.value.subject, caught.value.problem) == ("a.bin", problem)


def test_errors_tell_of_the_source_as_it_was_named() -> None:
    with pytest.raises(IngestError, match=r"^news/a\.png: is a picture; "):
        sniff(b"\x89PNG\r\n\x1a\n", "a.png", "news/a.png")


def test_random_bytes_are_no_text() -> None:
    for _ in range(20):
        with pytest.raises(IngestError):
            sniff(b"\x00" + os.urandom(20_000))


def test_json_is_no_article_and_a_text_in_braces_is_one() -> None:
    with pytest.raises(IngestError, match="is JSON"):
        sniff(b'{"title": "Harbour", "text": "It opens."}')
    with pytest.raises(IngestError, match="is JSON"):
        sniff(b'[{"id": 1}]')
    assert sniff(b"{as they said} the harbour opens late") == "text"
    assert sniff(b"[1] A note stands here.") == "text"
