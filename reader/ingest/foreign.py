"""Files that are no article in any format that is read, refused by the name of what they are."""

import json
import re

from reader.errors import IngestError
from reader.ingest.encoding import wide_encoding

_AS_TEXT = "give a page, a Markdown file or a plain text"
_SAVE_AS = "save it as HTML or plain text, and give that file"
_UNPACK = "unpack it, and give the files in it"
_SIGNATURES = (
    (b"PK\x03\x04", "is a zip archive", _UNPACK),
    (b"7z\xbc\xaf", "is an archive", _UNPACK),
    (b"Rar!", "is an archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "is compressed by zstd", _UNPACK),
    (b"BZh", "is compressed by bzip2", _UNPACK),
    (b"\xfd7zXZ", "is compressed by xz", _UNPACK),
    (b"{\\rtf", "is a rich text (RTF)", _SAVE_AS),
    (b"%!PS", "is PostScript", "convert it with ps2ascii, and give what that writes"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an office document", _SAVE_AS),
    (b"\x89PNG", "is a picture", _AS_TEXT),
    (b"\xff\xd8\xff", "is a picture", _AS_TEXT),
    (b"GIF8", "is a picture", _AS_TEXT),
    (b"RIFF", "is a picture or a recording", _AS_TEXT),
    (b"\x7fELF", "is a program", _AS_TEXT),
    (b"SQLite format 3", "is a database", _AS_TEXT),
    (b"OggS", "is a recording", _AS_TEXT),
    (b"ID3", "is a recording", _AS_TEXT),
)
_OFFICE = (b"word/document.xml", b"xl/workbook.xml", b"mimetypeapplication/vnd.oasis")
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MOST_CONTROL = 0.05
_ROOT = re.compile(
    rb"\s*(<\?xml\b[^>]{0,500}>)?"
    rb"(?:\s*(?:<!--.{0,2000}?-->|<\?[^>]{0,500}>|<!DOCTYPE\b[^>\[]{0,500}>))*\s*<([A-Za-z][\w.:-]*)",
    re.DOTALL | re.IGNORECASE,
)
_ADDRESS = re.compile(rb"\s*https?://[^\s<>]{3,2000}\s*", re.IGNORECASE)
_FEEDS = frozenset((b"rss", b"feed", b"rdf:rdf", b"atom:feed"))
_JSON_FEED = "jsonfeed.org/version"
_SUBSCRIBE = "subscribe to its address with `reader feeds add`"
_IMPORT = "take it in with `reader feeds import`"


def refuse_foreign(data: bytes, head: bytes, subject: str) -> None:
    """Raise IngestError when *data* is known to be something else than an article.

    Args:
        data: a document that is neither a book nor a PDF.
        head: its first bytes.
        subject: what errors about it are told of.
    """
    for signature, problem, remedy in _SIGNATURES:
        if head.startswith(signature):
            if signature.startswith(b"PK") and any(part in data for part in _OFFICE):
                problem, remedy = "is an office document", _SAVE_AS
            raise IngestError(subject, problem, remedy)
    if head[257:262] == b"ustar":
        raise IngestError(subject, "is an archive", _UNPACK)
    if _ADDRESS.fullmatch(head):
        raise IngestError(subject, "is only an address", "give the address in its place")
    if _is_binary(head):
        raise IngestError(subject, "is not a text", _AS_TEXT)
    _refuse_json(data, subject)
    _refuse_xml(head, subject)


def _is_binary(head: bytes) -> bool:
    """Tell whether *head* holds bytes that no text holds; zeros in step may be UTF-16 or UTF-32."""
    if head.startswith(_TEXT_MARKS) or wide_encoding(head):
        return False
    control = len(head) - len(head.translate(None, _CONTROL))
    if control <= len(head) * _MOST_CONTROL:
        return False
    zeros = head.count(0)
    return zeros < len(head) * 0.3 or control - zeros > len(head) * _MOST_CONTROL


def _refuse_json(data: bytes, subject: str) -> None:
    """Raise IngestError for JSON, which would otherwise be read as a text of braces."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(body, dict) and _JSON_FEED in str(body.get("version")):
        raise IngestError(subject, "is a feed, not an article", _SUBSCRIBE)
    if isinstance(body, dict) or (body and isinstance(body[0], dict)):
        raise IngestError(subject, "is JSON, not an article", _AS_TEXT)


def _refuse_xml(head: bytes, subject: str) -> None:
    """Raise IngestError for feeds, lists of feeds, and XML of which nobody knows what it says."""
    match = _ROOT.match(head.removeprefix(_TEXT_MARKS[-1]))
    if match is None:
        return
    root = match[2].lower()
    if root in _FEEDS:
        raise IngestError(subject, "is a feed, not an article", _SUBSCRIBE)
    if root == b"opml":
        raise IngestError(subject, "is a list of feeds, not an article", _IMPORT)
    if root == b"svg" or (match[1] and root in (b"urlset", b"sitemapindex", b"plist", b"kml")):
        raise IngestError(subject, f"is XML ({root.decode()}), not an article", _AS_TEXT)
