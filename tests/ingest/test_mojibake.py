"""Text that was misread once, and text that only looks a little like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.encoding import decode
from reader.ingest.mojibake import mend_mojibake

MEANT = "Don’t say “naïve” – the café’s façade is “só”… 東京 €5"


def misread(text: str) -> str:
    """Return *text* as a reader of Windows' encoding sees its UTF-8."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def test_text_that_was_misread_is_mended() -> None:
    assert mend_mojibake(misread(MEANT)) == MEANT
    assert mend_mojibake(misread(misread(MEANT))) == MEANT


def test_a_document_is_mended_when_it_is_decoded() -> None:
    assert decode(misread(MEANT).encode()) == MEANT


@pytest.mark.parametrize(
    "text",
    [
        MEANT,
        "SÃO PAULO É A MAIOR CIDADE. AVIÃO, NÃO",
        "«Là», dit-il, «où?» Â l’âge",
        "Ein MENÜ» und noch ein MENÜ»",
        "The sign â€™ is what a wrong encoding makes of an apostrophe.",
        "plain",
    ],
)
def test_text_that_is_as_it_was_meant_stays(text: str) -> None:
    assert mend_mojibake(text) == text


@given(st.text())
def test_mending_what_was_misread_gives_back_what_was_meant_or_leaves_it(text: str) -> None:
    assert mend_mojibake(misread(text)) in (text, misread(text), mend_mojibake(text))
