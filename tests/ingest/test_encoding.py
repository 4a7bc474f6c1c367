"""Bytes to text, whatever the document says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.encoding import declared_in, decode

GERMAN = "Die Bürgermeisterin sagte, die Straße werde im Frühling für alle geöffnet. " * 4
FRENCH = "La maire a déclaré mardi que le pont serait prêt, « très bientôt », dit-elle. " * 4
ENGLISH = "The mayor said it’s open – “at last” – and that it cost £5m. "
POLISH = "Burmistrzyni mówi, że most będzie otwarty wiosną, a nie jest to jeszcze pewne. " * 4
RUSSIAN = "Мэр города сообщила, что мост откроют весной, и поблагодарила рабочих. " * 4
JAPANESE = "市長は木曜日、橋が春に開通すると記者団に語った。" * 4


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\0")))
def test_what_is_written_in_utf_8_reads_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(st.binary(max_size=400))
def test_no_bytes_are_refused(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (FRENCH, "cp1252"),
        (FRENCH, "cp850"),
        (ENGLISH, "cp1252"),
        (ENGLISH * 9, "mac_roman"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE + "\n", "utf-16-be"),
    ],
)
def test_an_undeclared_encoding_is_told_by_its_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_the_page_declares_is_believed_when_it_is_not_utf_8() -> None:
    page = b'<meta charset="iso-2022-jp">' + JAPANESE.encode("iso2022_jp")

    assert JAPANESE in decode(page)


def test_latin_1_means_the_punctuation_of_windows() -> None:
    assert decode(b"\x93Ferry\x94 \x80 5", "iso-8859-1") == "“Ferry” € 5"


def test_one_bad_byte_costs_one_character_and_no_accent() -> None:
    data = GERMAN.encode()

    assert decode(data[:30] + b"\xff" + data[30:]).replace("\ufffd", "") == GERMAN


def test_utf_16_is_told_without_a_mark() -> None:
    assert decode("a harbour".encode("utf-16-le")) == "a harbour"


def test_a_charset_that_nobody_knows_is_passed_over() -> None:
    assert declared_in(b'<meta charset="no-such-charset">') == "no-such-charset"
    assert decode("Fähre".encode(), "no-such-charset") == "Fähre"


def test_a_zero_among_latin_letters_makes_no_text_of_wide_characters() -> None:
    assert decode(b"Bell and \x00NUL, of old") == "Bell and \x00NUL, of old"
