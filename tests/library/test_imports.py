"""Listing the library loads little."""

import subprocess
import sys


def test_a_list_loads_neither_the_store_nor_an_article() -> None:
    code = "import sys, reader.library.listing; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"reader.store", "reader.article", "reader.annotations", "tinydb", "dataclasses"}
    assert heavy.isdisjoint(done.stdout.split())


def test_the_library_loads_no_reader_of_pages_and_no_screen() -> None:
    code = "import sys; from reader.library import Library; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"lxml", "trafilatura", "httpx2", "yaml", "textual", "rich", "reader.ingest"}
    assert heavy.isdisjoint(done.stdout.split())
