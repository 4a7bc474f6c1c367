"""The bytes of a TinyDB file: written the same way every time, and checked when read.

The file is plain JSON with two blanks a level and sorted keys. Each document carries its own
checksum in ``sum``, the file one of all its bytes in ``meta``, which is quicker to verify; when
the whole does not agree, as after a change by hand, the documents are asked one by one.
"""

import json
import math
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from json.encoder import encode_basestring
from typing import Any, NoReturn

from reader.store.documents import is_sound, key_of, number_of
from reader.store.model import Document, Table

SCHEMA = 1
"""The newest form of the documents that this version knows."""

TABLE_NAMES: Mapping[Table, str] = {"notes": "annotations", "state": "state", "library": "library"}
"""What the tables are called inside the files."""

_MISSING = "00000000"
_BETWEEN = b',\n    "'
"""What stands before the number of each document but the first."""
_OTHER = "it is not the JSON that was written"
_UNSEALED = b'"crc": "' + _MISSING.encode()
_SUM = re.compile(rb'"crc": "([0-9a-f]{8})"')
_OPENING = re.compile(r'"(\d+)": ?(?=\{)')
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a file raises that is not of our form."""
_CONSTANTS = {None: b"null", True: b"true", False: b"false"}
_CONFLICT = re.compile(
    rb"^<{7}[^\n]*\n(.*?)(?:^\|{7}[^\n]*\n.*?)?^={7}\r?\n(.*?)^>{7}[^\n]*\n",
    re.MULTILINE | re.DOTALL,
)
"""What Git writes where two versions differ: one of them, what both were, the other."""
_NESTED = (dict, list, tuple)
_line = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False).encode
_pretty = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False, indent=2).encode

Piece = bytes | memoryview
Tables = dict[str, dict[str, Document | memoryview]]
"""Documents by their table and number; some still as they stand in the bytes of the file."""


class DamageError(Exception):
    """The bytes of a file are not what the store wrote; its text says how."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The content of one TinyDB file."""

    raw: bytes = b""
    """The file's bytes, by which a change made elsewhere is noticed."""
    tables: Tables = field(default_factory=dict)
    schema: int = SCHEMA
    sealed: bool = False
    """Whether the checksum of all bytes holds, so that ``encode`` wrote them."""
    damaged: bool = False
    """Whether the file itself is damaged still, and these are the documents saved from it."""

    def numbers(self, table: Table) -> list[str]:
        """Return the numbers of the documents of the sheet's own table, in their order."""
        return sorted(self.tables.get(TABLE_NAMES[table], {}), key=int)

    def documents(self, table: Table, numbers: Iterable[str] | None = None) -> dict[str, Document]:
        """Return the documents of the sheet's own table by their number, or some of them."""
        bodies = self.tables.get(TABLE_NAMES[table], {})
        return {each: _read(bodies[each]) for each in (bodies if numbers is None else numbers)}

    def document(self, table: Table, number: str) -> Document | None:
        """Return one document of the sheet's own table; it must not be altered."""
        body = self.tables.get(TABLE_NAMES[table], {}).get(number)
        return None if body is None else _read(body)


def decode(raw: bytes, table: Table) -> Sheet:
    """Return the content of a file, having made sure that it is sound.

    Raises:
        DamageError: if it is not.
    """
    if (whole := _whole(raw)) and (sheet := _unread(raw, table)):
        return sheet
    try:
        tables = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
        documents, meta = tables[TABLE_NAMES[table]], tables["meta"]["1"]
        schema, count = int(meta["schema"]), meta["n"]
        bodies = all(isinstance(body, dict) for body in documents.values())
    except _UNREADABLE as error:
        raise DamageError(_OTHER) from error
    if not bodies:
        raise DamageError(_OTHER)
    sealed = schema <= SCHEMA and whole
    if schema <= SCHEMA and not (sealed and len(documents) == count):
        _check_documents(table, documents, count)
    return Sheet(raw, tables, schema, sealed=sealed)


def _unread(raw: bytes, table: Table) -> Sheet | None:
    """Return the content of bytes whose checksum holds, its documents left to be read.

    None when they are not laid out as ``encode`` does it, or say that they hold something else.
    """
    try:
        documents, rest = _cut(raw, table)
        tables = json.loads(rest, parse_constant=_refuse, parse_float=_finite)
        meta = tables["meta"]["1"]
        if documents and (meta["schema"], meta["n"]) == (SCHEMA, len(documents)):
            return Sheet(raw, tables | {TABLE_NAMES[table]: documents}, sealed=True)
    except _UNREADABLE:
        pass
    return None


def _finite(text: str) -> float:
    """Return the number that *text* writes, which must be one that can be written again."""
    number = float(text)
    return number if math.isfinite(number) else _refuse(text)


def _refuse(text: str) -> NoReturn:
    """Refuse what is no number."""
    raise ValueError(text)


def encode(table: Table, article: str, sheet: Sheet) -> Sheet:
    """Return *sheet* with the bytes that its tables make."""
    count = len(sheet.tables.get(TABLE_NAMES[table], {}))
    meta = {"article": article, "crc": _MISSING, "n": count, "schema": SCHEMA}
    tables = sheet.tables | {"meta": {"1": _read(sheet.tables.get("meta", {}).get("1", {})) | meta}}
    pieces: list[Piece] = []
    seal = 0
    for name in sorted(tables):
        pieces.append(b"%s  %s: " % (b",\n" if pieces else b"{\n", _text(name)))
        seal = len(pieces) if name == "meta" else seal
        pieces.extend(_table_pieces(tables[name]))
    pieces.append(b"\n}\n")
    return compact(Sheet(_sealed(pieces, seal), tables, sealed=True), table)


def compact(sheet: Sheet, table: Table) -> Sheet:
    """Return *sheet* with its documents left in its bytes, each to be read when it is asked for.

    Read, they take four times the room. Only bytes whose checksum holds are cut up.
    """
    name = TABLE_NAMES[table]
    own, _ = _cut(sheet.raw, table) if sheet.sealed else ({}, b"")
    if own.keys() != sheet.tables[name].keys():
        return sheet
    return replace(sheet, tables=sheet.tables | {name: own})


def _cut(raw: bytes, table: Table) -> tuple[dict[str, Document | memoryview], bytes]:
    """Return the documents of *table* as they stand in *raw*, and *raw* without them.

    The bytes are as ``encode`` wrote them: a line begins there with the same blanks only where a
    document does.
    """
    opening = b'  "%s": {\n    "' % TABLE_NAMES[table].encode()
    start = raw.find(opening)
    if start < 0:
        return {}, raw
    at, end, view = start + len(opening), raw.find(b"\n  }", start), memoryview(raw)
    documents: dict[str, Document | memoryview] = {}
    while at < end:
        until = raw.find(_BETWEEN, at, end)
        until = end if until < 0 else until
        quote = raw.find(b'"', at)
        documents[raw[at:quote].decode()] = view[quote + len(b'": ') : until]
        at = until + len(_BETWEEN)
    before = raw[: start + len(opening) - len(b'\n    "')]
    return documents, before + raw[max(end, 0) :]


def sides(raw: bytes) -> tuple[bytes, ...]:
    """Return the versions that Git put into one file when it could not merge them.

    Of any other file nothing.
    """
    if _CONFLICT.search(raw) is None:
        return ()
    return _CONFLICT.sub(rb"\1", raw), _CONFLICT.sub(rb"\2", raw)


def salvage(raw: bytes, table: Table) -> dict[str, Document]:
    """Return the documents of damaged bytes whose checksums still hold, by their number."""
    text = raw.decode("utf-8", "replace")
    decoder = json.JSONDecoder()
    found = {}
    for opening in _OPENING.finditer(text):
        try:
            document, _ = decoder.raw_decode(text, opening.end())
        except (ValueError, RecursionError):
            continue
        if _belongs(table, opening[1], document):
            found[opening[1]] = document
    return found


def _check_documents(table: Table, documents: Mapping[str, Document], count: object) -> None:
    """Verify each document; the checksum of the whole file did not hold."""
    wrong = sum(not _belongs(table, number, body) for number, body in documents.items())
    if wrong:
        raise DamageError(f"{wrong} of its {len(documents)} documents fail their checksum")
    if len(documents) != count:
        raise DamageError(f"it holds {len(documents)} documents and should hold {count}")


def _belongs(table: Table, number: str, document: object) -> bool:
    """Tell whether *document* is sound and stands under the number it should."""
    if not (isinstance(document, dict) and is_sound(document)):
        return False
    try:
        return str(number_of(table, key_of(table, document))) == number
    except ValueError:
        return False


def _whole(raw: bytes) -> bool:
    """Tell whether the checksum of all bytes holds."""
    places = list(_SUM.finditer(raw))
    return any(_crc(raw, place.start(1)) == place[1] for place in places[-1:] + places[:1])


def _sealed(pieces: Sequence[Piece], at: int) -> bytes:
    """Return *pieces* joined, the checksum filled in whose field stands in one from *at* on."""
    while (place := bytes(pieces[at]).find(_UNSEALED)) < 0:
        at += 1
    place += len(_UNSEALED) - len(_MISSING)
    before = (*pieces[:at], pieces[at][:place])
    after = (pieces[at][place + len(_MISSING) :], *pieces[at + 1 :])
    crc = 0
    for piece in (*before, *after):
        crc = zlib.crc32(piece, crc)
    return b"".join((*before, b"%08x" % crc, *after))


def _crc(raw: bytes, place: int) -> bytes:
    """Return the checksum of *raw* without the eight digits at *place*."""
    view = memoryview(raw)
    return b"%08x" % zlib.crc32(view[place + 8 :], zlib.crc32(view[:place]))


def _table_pieces(documents: Mapping[str, Document | memoryview]) -> Iterator[Piece]:
    """Yield a table's bytes, those of documents that nobody read as they stand."""
    for count, number in enumerate(sorted(documents)):
        document = documents[number]
        yield b'%s    "%s": ' % (b",\n" if count else b"{\n", number.encode())
        yield document if isinstance(document, memoryview) else _encode_document(document)
    yield b"\n  }" if documents else b"{}"


def _read(body: Document | memoryview) -> Document:
    """Return a document, read from the bytes of its file when nobody did before."""
    if isinstance(body, memoryview):
        document: Document = json.loads(bytes(body))
        return document
    return body


def _encode_document(document: Document) -> bytes:
    """Return a document's bytes as they stand inside its table."""
    fields = [
        b"      " + _text(name) + b": " + _text(value) for name, value in sorted(document.items())
    ]
    return b"{\n" + b",\n".join(fields) + b"\n    }"


def _text(value: Any) -> bytes:
    """Return the JSON of a field's value, indented as it stands in a document."""
    if value is None or value is True or value is False:
        return _CONSTANTS[value]
    if isinstance(value, str):
        text = encode_basestring(value)
    elif isinstance(value, _NESTED) and value:
        text = _pretty(value).replace("\n", "\n      ")
    else:
        text = _line(value)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair, which only an escape can write
        return json.dumps(value, sort_keys=True).encode("ascii")
