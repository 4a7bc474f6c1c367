"""What a mail's header says of it: encoded words decoded, names without addresses, dates."""

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from reader.article.sanitise import clean_line
from reader.ingest.encoding import decode
from reader.ingest.mail.message import header

_LONGEST = 4_000
_LEAD = re.compile(
    r"(?:(?:fwd?|re|wg|tr|aw|sv|vs|rv|enc|i|antw|doorst)(?:\[\d+\])?\s?:\s*)+", re.IGNORECASE
)
_PERSON_OF = re.compile(
    r"(?P<person>[^|@]{3,50}?)\s*(?:\s(?:from|at|of|von|de|@|via|with)\s(?:the\s)?|\s?[|•·]\s?|,\s)"
    r"\s*(?P<house>(?:the\s)?.{3,60})",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\s(?:from|at|of|via|with)\s(the\s.+)$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,3}(?:(?:de|van|von|der|da|di)\s+)?[A-ZÀ-Þ][\w.'’-]+"
)
_WORDS_OF_HOUSES = re.compile(
    r"\b(?:the|news|times|post|daily|weekly|letter|newsletter|digest|journal|review|team|mail"
    r"|briefing|magazine|press|media|update|updates|today|report|reports|gazette|herald|tribune)\b",
    re.IGNORECASE,
)
_LIST_FIELDS = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID", "X-Campaign-Id")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+/[^\s<>]*[^\s<>/])>?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a mail is from."""

    byline: tuple[str, ...] = ()
    publisher: str | None = None


def line(part: Message, name: str) -> str:
    """Return the field *name* decoded, clean and on one line."""
    return decoded(header(part, name))


def decoded(value: str) -> str:
    """Return a header's *value* with its encoded words decoded, clean and on one line."""
    value = value[:_LONGEST]
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError, LookupError, AssertionError):
        pieces = [(value, None)]
    return clean_line("".join(_text(piece, charset) for piece, charset in pieces))


def _text(piece: bytes | str, charset: str | None) -> str:
    """Return one piece of a header as text; what is not declared may be UTF-8 as it stands."""
    if isinstance(piece, bytes):
        plain = charset in (None, "unknown-8bit")
        return decode(piece, None if plain else charset)
    return decode(piece.encode("utf-8", "surrogateescape")) if not piece.isascii() else piece


def subject(part: Message) -> str:
    """Return the subject without the signs of an answer or a forwarding before it."""
    return without_lead(line(part, "Subject"))


def without_lead(text: str) -> str:
    """Return a subject *text* without the signs of an answer or a forwarding before it."""
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead and lead.end() < len(text) else text


def date(part: Message, name: str = "Date") -> str | None:
    """Return the moment a mail was sent, in ISO 8601; None when it states none."""
    return moment(line(part, name))


def moment(text: str) -> str | None:
    """Return the moment that *text* gives as mail does, in ISO 8601."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.isoformat() if 1980 <= found.year <= 2100 else None


def is_list_mail(part: Message) -> bool:
    """Tell whether a mail went to the readers of a list."""
    bulk = header(part, "Precedence").strip().lower() in ("bulk", "list")
    return bulk or any(header(part, name) for name in _LIST_FIELDS)


def sender(part: Message) -> Sender:
    """Return who *part* is from: a publication, somebody who writes for one, or a person."""
    name = sender_name(line(part, "From"))
    if not is_list_mail(part):
        return Sender(byline=(name,)) if name else Sender()
    listed = re.sub(r"\s*<[^<>]*>?\s*$", "", line(part, "List-Id")).strip(" \"'")
    listed = "" if re.fullmatch(r"\S+\.\S+|\d*", listed) else listed
    person, house = person_and_house(name)
    if not person and listed and _is_person(name) and name.casefold() != listed.casefold():
        person, house = name, listed
    return Sender((person,) if person else (), house or listed or name or None)


def sender_name(value: str) -> str:
    """Return the name in a From field; of an address alone, nothing."""
    name, address = parseaddr(value)
    if not name and "@" not in address:
        name = value if "@" not in value and "<" not in value else ""
    return clean_line(name).strip(" \"'")


def person_and_house(name: str) -> tuple[str, str]:
    """Return the person and the publication in a sender's *name*, empty where there is none."""
    match = _PERSON_OF.fullmatch(name)
    if match is None or not _is_person(match["person"].strip()):
        return "", ""
    house = _HOUSE.search(name)
    return match["person"].strip(), (house[1] if house else match["house"]).strip()


def _is_person(name: str) -> bool:
    """Tell whether *name* reads as somebody's."""
    return _NAME.fullmatch(name) is not None and not _WORDS_OF_HOUSES.search(name)


def address(part: Message) -> str | None:
    """Return where the mail also stands on the web, when its header says so."""
    for name in ("Archived-At", "List-Post"):
        found = _ADDRESS.search(line(part, name))
        if found and found[1].count("/") > 3:
            return found[1]
    return None
