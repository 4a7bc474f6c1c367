"""Listing the library loads little."""

import subprocess
import sys

import pytest

from reader import library


def test_a_list_loads_neither_the_store_nor_an_article() -> None:
    code = (
        "import sys; before = set(sys.modules); import reader.library.listing;"
        "print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"reader.store", "reader.article", "reader.annotations", "tinydb", "inspect"}
    assert heavy.isdisjoint(done.stdout.split())


def test_the_library_loads_no_reader_of_pages_and_no_screen() -> None:
    code = "import sys; from reader.library import Library; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"lxml", "trafilatura", "httpx2", "yaml", "textual", "rich", "reader.ingest"}
    assert heavy.isdisjoint(done.stdout.split())


def test_the_package_hands_out_its_three_names_and_no_other() -> None:
    assert {name: getattr(library, name).__name__ for name in library.__all__} == {
        "Added": "Added",
        "Library": "Library",
        "Row": "Row",
    }
    with pytest.raises(AttributeError):
        library.Shelf  # noqa: B018 (asking is the test)
