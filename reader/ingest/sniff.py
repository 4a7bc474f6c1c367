"""Tells what a source is by its content; a file's name decides only what that leaves open."""

import codecs
import re
from typing import Literal, get_args

from reader.errors import IngestError
from reader.ingest.encoding import decode, wide_encoding
from reader.ingest.foreign import refuse_foreign

Kind = Literal["html", "markdown", "text", "mail", "epub", "pdf"]
"""The formats by the names of the contract."""

KINDS: tuple[str, ...] = get_args(Kind)

_HEAD = 65_536
_CONTAINER = b"META-INF/container.xml"
GZIP = b"\x1f\x8b"
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|article|main|section|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    rb"</(?:p|div|article|section|main|h[1-6]|ul|ol|li|table|tr|td|span|a|body|html)\s*>",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(
    rb"^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to):(?:\r?\n)?"
    rb"[ \t]+\S",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_START = re.compile(
    rb"(?:From \S+ [^\n]*\n)?[A-Za-z][A-Za-z-]{1,40}:[ \t]*(?:\S|\r?\n[ \t]+\S)"
)
_MAIL_ONLY = {b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to"}
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*<?saved by|x-maf|content-location:)",
    re.IGNORECASE | re.MULTILINE,
)
_DELIVERED = re.compile(rb"^(?:received|message-id|delivered-to|to):", re.IGNORECASE | re.MULTILINE)
_MARKDOWN_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"\A(?:---|\+\+\+)[ \t]*\n(?:[^\n]*\n){0,100}?(?:---|\+\+\+|\.\.\.)[ \t]*$",
        r"^(?:```|~~~)",
        r"\A\s*#{1,6}[ \t]+\S",
        r"^#{1,6}[ \t]+\S[^\0]*?\n#{1,6}[ \t]+\S",
        r"^#{1,6}[ \t]+\S",
        r"\[[^\]\n]{1,200}\]\((?:https?://|/|\.|#|mailto:)[^)\s]*[^)\n]{0,100}\)",
        r"^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$",
        r"^>[ \t]\S",
        r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])",
        r"^[^\n]+\n(?:={3,}|-{3,})[ \t]*$",
    )
)
_SURE_SIGNS = 4
"""The first this many signs each settle it; of the others it takes two."""

_SUFFIXES: dict[str, Kind] = {
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "eml": "mail",
    "mht": "html",
    "mhtml": "html",
}


def sniff(data: bytes, name: str = "", subject: str = "") -> Kind:
    """Return the format of *data*.

    Args:
        data: a document.
        name: the file's name or the address's path, for its suffix.
        subject: what errors about it are told of, when that is not its name.

    Raises:
        IngestError: if it is empty or no article in any format.
    """
    head, subject = data[:_HEAD], subject or name or "the source"
    if not data.strip():
        raise IngestError(subject, "is empty", "give it a text to read")
    packed = _packed(head, data)
    if packed:
        return packed
    refuse_foreign(data, head, subject)
    suffix = _SUFFIXES.get(name.rpartition(".")[2].lower()) if "." in name else None
    if head.startswith(_WIDE_MARKS) or wide_encoding(head):
        head = decode(head[: len(head) // 4 * 4]).encode("utf-8", "replace")
    return _text_kind(head.removeprefix(codecs.BOM_UTF8), suffix)


def _packed(head: bytes, data: bytes) -> Kind | None:
    """Return the format of what is no plain text but can be told by its first bytes."""
    if head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    is_zip = head.startswith(b"PK\x03\x04")
    if is_zip and (b"application/epub+zip" in head[:200] or _CONTAINER in data):
        return "epub"
    if head.startswith(GZIP):
        return "html"  # whose reader unpacks, with a limit
    return None


def _text_kind(head: bytes, suffix: Kind | None) -> Kind:
    """Return the format of a text that starts with *head*."""
    if _HTML_START.match(head) and suffix != "markdown":
        return "html"
    if is_web_archive(head):
        return "html"
    if _is_mail(head):
        return "mail"
    if suffix in ("markdown", "mail"):
        return suffix
    tags = len(_HTML_TAG.findall(head))
    if tags and (suffix == "html" or head.lstrip().startswith(b"<") or tags >= 5):
        return "html"
    return "markdown" if _is_markdown(head.decode("utf-8", "replace")) else "text"


def is_web_archive(data: bytes) -> bool:
    """Tell whether *data* is a page that a browser saved as a MIME message (MHTML)."""
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if not _MAIL_START.match(head):
        return False
    above = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_RELATED.search(above) and _SAVED.search(head) and not _DELIVERED.search(above))


def _is_mail(head: bytes) -> bool:
    """Tell whether *head* opens with a mail's header."""
    if not _MAIL_START.match(head):
        return False
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {match.lower() for match in _MAIL_HEADER.findall(block)}
    return len(names) >= 3 and bool(names & _MAIL_ONLY)


def _is_markdown(head: str) -> bool:
    """Tell whether *head* bears the signs of Markdown."""
    head = head.replace("\r\n", "\n").lstrip("\ufeff")
    if any(sign.search(head) for sign in _MARKDOWN_SIGNS[:_SURE_SIGNS]):
        return True
    return sum(bool(sign.search(head)) for sign in _MARKDOWN_SIGNS[_SURE_SIGNS:]) >= 2
