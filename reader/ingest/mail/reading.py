"""Puts a mail together: its text, who sent it when, and what its sending added."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from email.message import Message

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.errors import IngestError
from reader.ingest.dates import iso_date
from reader.ingest.mail import headers
from reader.ingest.mail.body import alternative_to, attached_message, bodies, is_html
from reader.ingest.mail.forwarded import forwarding
from reader.ingest.mail.furniture import furniture
from reader.ingest.mail.message import first_of, header, parse, text_of
from reader.ingest.mail.page import page_drafts
from reader.ingest.mail.plain import text_drafts
from reader.ingest.parsed import Parsed

_COVER_NOTE = 400
_WRAPPERS = 5
_MOSTLY = 0.8


def read_mail(data: bytes, subject: str = "the mail") -> Parsed:
    """Return the article of the mail in *data*.

    Args:
        data: the message as it came, perhaps the first of several in the file of a mailbox.
        subject: what the user calls it, for errors.

    Raises:
        IngestError: it holds no text, or is encrypted.
        TooLargeError: it nests deeper than mail does.
    """
    data, more = first_of(data)
    message = parse(data, subject)
    parsed = _read(message, subject)
    for _ in range(_WRAPPERS):
        inner = attached_message(message)
        if inner is None or sum(len(draft.text) for draft in parsed.drafts) > _COVER_NOTE:
            break
        message = inner
        parsed = _read(message, subject)
    if not parsed.has_text:
        raise IngestError(subject, "holds no text", "save what is attached to it, and add that")
    return replace(parsed, is_cut=more)


def _read(message: Message, subject: str) -> Parsed:
    """Return the article of one message, whatever is attached to it."""
    title = headers.subject(message)
    drafts, dropped, language = _text(message, subject, title)
    sender = headers.sender(message)
    return _unwrapped(
        Parsed(
            title,
            tuple(drafts),
            tuple(dropped),
            byline=sender.byline,
            publisher=sender.publisher,
            published=headers.date(message),
            language=headers.line(message, "Content-Language").partition(",")[0] or language,
            tags=tuple(filter(None, headers.line(message, "Keywords").split(","))),
            canonical_url=headers.address(message),
        )
    )


def _text(
    message: Message, subject: str, title: str
) -> tuple[list[BlockDraft], list[Dropped], str | None]:
    """Return the blocks of all parts of the text, what was left out, and the language."""
    found = [_part(part, subject, title) for part in bodies(message, subject)]
    other = alternative_to(message)
    if other is not None and not any(draft.text for drafts, _, _ in found for draft in drafts):
        found = [_part(other, subject, title)]
    drafts: list[BlockDraft] = []
    dropped: list[Dropped] = []
    for blocks, gone, _ in found:
        dropped += [replace(one, before_block=one.before_block + len(drafts)) for one in gone]
        drafts += blocks
    return drafts, dropped, next((language for _, _, language in found if language), None)


def _part(
    part: Message, subject: str, title: str
) -> tuple[list[BlockDraft], list[Dropped], str | None]:
    """Return the same of one part."""
    text = text_of(part)
    if not text.strip():
        return [], [], None
    if is_html(part):
        return page_drafts(text, subject, title, headers.line(part, "Content-Location") or None)
    flowed = "flowed" in header(part, "Content-Type").lower()
    return *_without_furniture(text_drafts(text, flowed=flowed)), None


def _without_furniture(drafts: Sequence[BlockDraft]) -> tuple[list[BlockDraft], list[Dropped]]:
    """Return the blocks that are the text, and the others with why they went."""
    kept: list[BlockDraft] = []
    dropped: list[Dropped] = []
    for draft, gone in zip(drafts, furniture(drafts, [0.5] * len(drafts)), strict=True):
        if not gone:
            kept.append(draft)
        elif draft.text:
            dropped.append(Dropped(draft.text, "boilerplate", len(kept)))
    while kept and kept[-1].kind == "rule":
        kept.pop()
    return kept, dropped


def _unwrapped(parsed: Parsed) -> Parsed:
    """Return the message that *parsed* only passes on, told by its own header; else *parsed*."""
    found = forwarding(parsed.drafts)
    if found is None:
        return parsed
    before = parsed.drafts[: found.start]
    drafts = _unquoted(parsed.drafts[found.start :])
    gone = tuple(Dropped(draft.text, "forwarding", 0) for draft in before if draft.text)
    behind = tuple(
        replace(one, before_block=max(0, one.before_block - found.start)) for one in parsed.dropped
    )
    parsed = replace(parsed, drafts=drafts, dropped=(*gone, *behind))
    return _told_by(parsed, found.fields)


def _told_by(parsed: Parsed, fields: Mapping[str, str]) -> Parsed:
    """Return *parsed* with what the header of the forwarded message says."""
    date = fields.get("date", "")
    name = headers.sender_name(re.sub(r"\[mailto:[^\]]*\]", "", fields.get("from", "")))
    person, house = headers.person_and_house(name)
    return replace(
        parsed,
        title=headers.without_lead(fields.get("subject", "")) or parsed.title,
        published=headers.moment(date) or iso_date(date) or parsed.published,
        byline=((person or name),) if name else (),
        publisher=house or None,
    )


def _unquoted(drafts: Sequence[BlockDraft]) -> tuple[BlockDraft, ...]:
    """Return *drafts*; where nearly all are quoted, that is how they were forwarded."""
    spoken = [draft for draft in drafts if draft.text]
    quoted = sum(draft.kind == "quote" for draft in spoken)
    if not spoken or quoted < _MOSTLY * len(spoken):
        return tuple(drafts)
    return tuple(
        replace(draft, kind="paragraph") if draft.kind == "quote" else draft for draft in drafts
    )
