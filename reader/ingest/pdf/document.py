"""Opens PDF documents: the only module that knows the library for it."""

import logging
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reader.article.sanitise import clean_line
from reader.errors import IngestError
from reader.ingest.pdf.lines import Fragment, PdfLine, lines_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 500
"""How many pages are read; what comes after them is cut."""

MAX_TEXT = 8_000_000
"""How many characters are read."""

_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_LOCKED = "save it without its password from the program that opens it"
_DAMAGED = "fetch it again, or convert it with pdftotext"


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """What a PDF says, page by page."""

    lines: Sequence[PdfLine]
    pages: int
    """How many pages were read."""

    damaged: Sequence[int] = ()
    """The numbers of the pages that could not be, counted from 1."""

    is_cut: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    """What it says of itself: ``title``, ``author``, ``date``, ``language``, ``keywords``."""


def open_pdf(data: bytes, subject: str) -> PdfDocument:
    """Return the text of the PDF in *data*.

    Raises:
        IngestError: the library is not installed, or the document is locked or damaged.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError as error:
        raise IngestError(subject, "PDF needs the extra", "install newsmargin[pdf]") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise IngestError(subject, "is locked with a password", _LOCKED)
        pages = len(reader.pages)
    except DependencyError as error:
        raise IngestError(subject, "is locked", _LOCKED) from error
    except (IngestError, MemoryError):
        raise
    except Exception as error:  # it raises whatever its many parts come upon
        raise IngestError(subject, "is a damaged PDF", _DAMAGED) from error
    return _read(reader, pages)


def _read(reader: "PdfReader", pages: int) -> PdfDocument:
    """Return the text of the first *pages*, as far as they can be read."""
    lines: list[PdfLine] = []
    damaged: list[int] = []
    length = 0
    for number in range(min(pages, MAX_PAGES)):
        try:
            found = lines_of(_fragments(reader.pages[number]), number)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - one bad page is no reason to lose the others
            damaged.append(number + 1)
            continue
        lines += found
        length += sum(len(line.text) for line in found)
        if length > MAX_TEXT:
            break
    cut = pages > MAX_PAGES or length > MAX_TEXT
    return PdfDocument(lines, min(pages, MAX_PAGES), damaged, cut, _facts(reader))


def _fragments(page: "PageObject") -> list[Fragment]:
    """Return what a page draws as text."""
    found: list[Fragment] = []

    def take(
        text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float | None
    ) -> None:
        """Keep one stroke with its place on the page."""
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
            name = str(font.get("/BaseFont", "")) if isinstance(font, Mapping) else ""
            height = abs((size or 1.0) * scale)
            found.append(Fragment(text, x, y, height, bool(_BOLD.search(name))))

    page.extract_text(visitor_text=take)
    return found


def _facts(reader: "PdfReader") -> dict[str, str]:
    """Return what the document says of itself; what cannot be read is left out."""
    try:
        stated = dict(reader.metadata or {})
        stated["/Lang"] = reader.root_object.get("/Lang", "")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - it raises whatever stands where its parts should
        return {}
    names = {
        "title": "/Title",
        "author": "/Author",
        "date": "/CreationDate",
        "language": "/Lang",
        "keywords": "/Keywords",
    }
    found = {name: clean_line(str(stated.get(key) or "")) for name, key in names.items()}
    return {name: text for name, text in found.items() if text}
