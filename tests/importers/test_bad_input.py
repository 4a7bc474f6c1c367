"""Whatever a file holds, it is taken or refused in words; nothing else leaves an import."""

import contextlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError, TooLargeError
from reader.importers import FORMATS, bundle, find
from tests.importers.test_links import BOOKMARKS, POCKET, RAINDROP
from tests.importers.test_marks import CLIPPINGS, HYPOTHESIS, KOREADER, OMNIVORE, READWISE

KEYS = st.sampled_from(
    (
        *("annotations", "client_version", "entries", "documents", "slug", "savedAt", "url"),
        *("is_archived", "article", "quote", "id", "type", "@context", "selector", "tags"),
        *("uri", "user", "labels", "items", "first", "content", "body", "blocks", "version"),
        *("target", "title", "text"),
    )
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
)
URLS = st.sampled_from(["https://example.org/a", "http://[", "", "Annotation", "anno.jsonld"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS | URLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=12,
)
FILES = [
    *(POCKET, RAINDROP, BOOKMARKS, READWISE, CLIPPINGS),
    *(json.dumps(body) for body in (KOREADER, HYPOTHESIS, [OMNIVORE])),
]


def survives(data: bytes, form: str | None) -> None:
    """Import *data*; it is found or refused."""
    with contextlib.suppress(ReaderError):
        assert find("file", data, form).format in FORMATS


@settings(max_examples=300, deadline=None)
@given(body=VALUES, form=st.none() | st.sampled_from([*FORMATS]))
def test_json_of_any_shape(body: object, form: str | None) -> None:
    survives(json.dumps(body).encode(), form)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200), form=st.none() | st.sampled_from([*FORMATS]))
def test_any_bytes(data: bytes, form: str | None) -> None:
    survives(data, form)


@settings(max_examples=300, deadline=None)
@given(
    text=st.sampled_from(FILES),
    cut=st.integers(0, 3000),
    put=st.text(max_size=6)
    | st.sampled_from(['"', ",", "\n", "\0", "|", "<", "==========\n", "{"]),
    length=st.integers(0, 40),
)
def test_a_real_file_with_something_else_in_its_midst(
    text: str, cut: int, put: str, length: int
) -> None:
    cut %= len(text)
    broken = text[:cut] + put + text[cut + length :]
    survives(broken.encode("utf-8", "surrogatepass"), None)


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MOST_BYTES", 1000)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metadata_0_to_20.json", " " * 5000)
    with pytest.raises(TooLargeError):
        find("file", data.getvalue())
    with pytest.raises(TooLargeError):
        find("file", b"x" * 2000)


def test_a_folder_with_too_much_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundle, "MOST_BYTES", 1000)
    (tmp_path / "a.json").write_text(" " * 2000)
    with pytest.raises(TooLargeError):
        find(str(tmp_path))


def test_a_damaged_member_of_an_archive_is_told() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([OMNIVORE]))
    broken = data.getvalue().replace(b"The ferry", b"The fairy")
    with pytest.raises(ReaderError, match="a damaged archive"):
        find("file", broken)


def test_deep_nesting_is_told() -> None:
    with pytest.raises(ReaderError):
        find("file", b"[" * 200_000)
