"""Which of a message's parts are its text, in which of the forms that it comes in."""

from email.message import Message

from reader.errors import IngestError
from reader.ingest.mail.message import MAX_PARTS, children, is_attached, parts

_DEEPEST = 40
_READABLE = ("text/html", "text/plain", "text/enriched", "application/xhtml+xml")


def bodies(message: Message, subject: str) -> list[Message]:
    """Return the parts that are the message's text, in order.

    Of alternatives the last that is HTML is taken, else the last that can be read. Files beside
    the text are left alone, unless they are all there is.

    Raises:
        IngestError: the message is encrypted.
    """
    if message.get_content_type() == "multipart/encrypted":
        raise IngestError(subject, "is encrypted", "save it decrypted from the mail program")
    found = _within(message, 0)[:MAX_PARTS]
    return found or [part for part in parts(message) if _is_readable(part)][:1]


def attached_message(message: Message) -> Message | None:
    """Return the message that is attached to *message* whole, None when there is none."""
    for part in parts(message):
        if part is not message and part.get_content_type() == "message/rfc822":
            return next(iter(children(part)), None)
    return None


def is_html(part: Message) -> bool:
    """Tell whether a part is a page."""
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def alternative_to(message: Message) -> Message | None:
    """Return the first part in plain text, for when the page beside it turns out empty."""
    found = (part for part in parts(message) if part.get_content_type() == "text/plain")
    return next((part for part in found if not is_attached(part)), None)


def _is_readable(part: Message) -> bool:
    """Tell whether a part is text that an article can be."""
    return not part.is_multipart() and part.get_content_type() in _READABLE


def _within(part: Message, depth: int) -> list[Message]:
    """Return the parts of the text within *part*."""
    kind = part.get_content_type()
    if not part.is_multipart():
        return [part] if _is_readable(part) and not is_attached(part) else []
    if kind == "message/rfc822" or depth > _DEEPEST:
        return []
    found = [inner for inner in (_within(child, depth + 1) for child in children(part)) if inner]
    if kind == "multipart/alternative" and found:
        pages = [inner for inner in found if any(map(is_html, inner))]
        return (pages or found)[-1]
    if kind == "multipart/related" and found:
        return found[0]
    return [one for inner in found for one in inner]
