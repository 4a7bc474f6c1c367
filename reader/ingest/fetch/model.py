"""What is asked of a server, and what it gave."""

from dataclasses import dataclass, field
from email.message import Message


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sort of document is asked for, and which others are taken."""

    accept: str
    """The header that says so."""

    media: frozenset[str] | None
    """The types beside ``text/…`` that are taken, None for all; one not told is taken too."""

    name: str = "a page"
    """What errors call it."""

    remedy: str = "save it, and add the file"
    """What to do when it is something else."""

    def takes(self, media: str) -> bool:
        """Tell whether a document of the type *media* may be read."""
        return self.media is None or not media or media.startswith("text/") or media in self.media


_XML = frozenset({"application/xhtml+xml", "application/xml", "application/octet-stream"})
FEED_TYPES = frozenset(
    (
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/feed+json", "application/x-rss+xml", "application/rss"),
    )
)
"""Types that nothing but a feed has."""

PAGE = Wanted(
    "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5",
    _XML
    | {
        *("application/markdown", "application/pdf", "application/epub+zip"),
        *("application/x-mimearchive", "message/rfc822", "multipart/related"),
    },
)
"""A page to read, or another format that may hold an article."""

FEED = Wanted(
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5",
    _XML | FEED_TYPES | {"application/json"},
    "a feed",
    "give the address of a feed, or of a page that names one",
)
"""A feed; a page is taken too, for it may name one."""

PLAIN = Wanted("text/plain,*/*;q=0.5", None, "a text")
"""A bare text, such as the rules for robots."""


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server knows which version of a document one has."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the document only if it is another by now."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: text for name, text in asked.items() if text and _is_plain(text)}


def _is_plain(text: str) -> bool:
    """Tell whether *text* can stand in a header."""
    return text.isascii() and text.isprintable()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as the server gave it."""

    data: bytes
    """Its bytes, unpacked; none when it is not modified."""

    url: str
    """Where it was found, after redirects."""

    content_type: str = ""
    """The header as it came; empty when there was none."""

    not_modified: bool = False
    """Whether the server said that the version one has is still the newest."""

    validators: Validators = field(default_factory=Validators)
    """What to send along the next time."""

    moved_to: str | None = None
    """The address to ask from now on, when the server says that it has moved for good."""

    max_age_s: int | None = None
    """For how many seconds the server calls it fresh."""

    @property
    def media_type(self) -> str:
        """The type alone, as in ``text/html``."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the header names, None when it names none."""
        message = Message()
        message["Content-Type"] = self.content_type
        return message.get_content_charset()


@dataclass(frozen=True, slots=True)
class Redirect:
    """Another address, which the server names instead of an answer."""

    to: str
    permanent: bool
