"""Web archives of one page (MHTML): the page within a MIME message, and where it was saved from."""

from email.message import Message

from reader.errors import IngestError
from reader.ingest.mail import headers
from reader.ingest.mail.body import is_html
from reader.ingest.mail.message import first_of, header, parse, parts, text_of
from reader.ingest.web.saved import Saved


def open_archive(data: bytes, subject: str) -> tuple[str, Saved]:
    """Return the page that the archive in *data* is of, and where it was when.

    Raises:
        IngestError: there is none in it.
    """
    message = parse(first_of(data)[0], subject)
    page = _page(message)
    if page is None:
        raise IngestError(subject, "holds no page", "save it again, as HTML")
    places = (header(message, "Snapshot-Content-Location"), header(page, "Content-Location"))
    found = (headers.decoded(place).strip("<> ") for place in places)
    url = next((place for place in found if place.lower().startswith("http")), None)
    return text_of(page), Saved(url, headers.date(message))


def _page(message: Message) -> Message | None:
    """Return the part that is the page itself: the one named as the root, else the first."""
    pages = [part for part in parts(message) if is_html(part) and not part.is_multipart()]
    root = message.get_param("start")
    for page in pages:
        if isinstance(root, str) and header(page, "Content-ID").strip() == root.strip():
            return page
    return next(iter(pages), None)
