"""The bytes of a file: documents that nobody asks for are left in them, and change nothing."""

import json
import tracemalloc
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.model import mark_id
from reader.store.documents import checksum
from reader.store.encoding import DamageError, Sheet, compact, decode, encode

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab"\\{}\n é', max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
TABLES = st.dictionaries(
    st.integers(1, 10**19).map(str), st.dictionaries(st.text(max_size=5), VALUES), max_size=6
)


def sheet_of(documents: dict[str, dict[str, Any]]) -> Sheet:
    """Return the sheet that writes *documents*, each with its checksum."""
    summed = {key: body | {"sum": checksum(body)} for key, body in documents.items()}
    return encode("notes", "an-article", Sheet(tables={"annotations": {**summed}}))


@given(TABLES)
def test_documents_that_were_left_in_the_bytes_are_those_that_json_reads(
    documents: dict[str, dict[str, Any]],
) -> None:
    sheet = sheet_of(documents)
    written = json.loads(sheet.raw)["annotations"]
    assert sheet.documents("notes") == written
    assert compact(decode(sheet.raw, "notes"), "notes").documents("notes") == written
    assert all(sheet.document("notes", number) == written[number] for number in written)


@given(TABLES, st.integers(1, 10**19).map(str))
def test_a_file_with_one_document_more_is_written_alike_from_read_and_unread_ones(
    documents: dict[str, dict[str, Any]], number: str
) -> None:
    new = {"id": "new", "sum": checksum({"id": "new"})}
    unread = sheet_of(documents)
    read = decode(unread.raw, "notes")
    raws = {
        encode(
            "notes",
            "an-article",
            Sheet(
                tables=sheet.tables | {"annotations": sheet.tables["annotations"] | {number: new}}
            ),
        ).raw
        for sheet in (unread, read)
    }
    assert len(raws) == 1
    assert decode(raws.pop(), "notes").sealed


def test_a_file_changed_by_hand_is_left_read() -> None:
    raw = sheet_of({"7": {"id": mark_id(7)}}).raw.replace(b"\n    }", b"\n\n    }")
    sheet = compact(decode(raw, "notes"), "notes")
    assert not sheet.sealed
    assert isinstance(sheet.tables["annotations"]["7"], dict)


def test_a_file_of_many_documents_takes_little_more_memory_than_its_bytes() -> None:
    documents = {str(number): {"quote": "words " * 50, "more": {}} for number in range(1000)}
    raw = sheet_of(documents).raw
    tracemalloc.start()
    try:
        sheet = decode(raw, "notes")
        taken, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(sheet.tables["annotations"]) == 1000
    assert taken < 0.8 * len(raw)
    assert most < len(raw)


def resealed(raw: bytes) -> bytes:
    """Return *raw* with the checksum that its bytes make."""
    place = raw.index(b'"crc": "') + len(b'"crc": "')
    seal = b"%08x" % zlib.crc32(raw[place + 8 :], zlib.crc32(raw[:place]))
    return raw[:place] + seal + raw[place + 8 :]


def test_a_sealed_file_that_says_it_holds_more_documents_is_damaged() -> None:
    raw = sheet_of({"7": {"id": mark_id(7)}}).raw.replace(b'"n": 1', b'"n": 2')
    with pytest.raises(DamageError):
        decode(resealed(raw), "notes")


def test_a_sealed_file_that_is_no_json_outside_its_documents_is_damaged() -> None:
    raw = sheet_of({"7": {"id": mark_id(7)}}).raw.replace(b'"n": 1', b'"n": ?')
    with pytest.raises(DamageError):
        decode(resealed(raw), "notes")


def test_bytes_that_cannot_be_cut_up_as_json_reads_them_are_left_alone() -> None:
    other = Sheet(sheet_of({"7": {"id": "a"}}).raw, {"annotations": {}}, sealed=True)
    assert compact(other, "notes") is other


@pytest.mark.parametrize(("ours", "theirs"), [(b'"1": {', b'"2": {'), (b'"7": ', b'"\xff": ')])
def test_a_file_whose_checksum_holds_is_damaged_all_the_same_when_it_is_not_of_our_form(
    ours: bytes, theirs: bytes
) -> None:
    raw = sheet_of({"7": {"id": mark_id(7)}}).raw.replace(ours, theirs)
    with pytest.raises(DamageError):
        decode(resealed(raw), "notes")
