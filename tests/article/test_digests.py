"""Short digests are those of hashlib, with OpenSSL or without."""

import hashlib
import runpy
import sys

import pytest

from reader.article import digests


def test_a_digest_is_that_of_hashlib() -> None:
    ours = digests.blake2s(b"quay", digest_size=5).hexdigest()
    assert ours == hashlib.blake2s(b"quay", digest_size=5).hexdigest()


def test_a_python_without_the_small_module_takes_hashlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_blake2", None)
    assert runpy.run_path(str(digests.__file__))["blake2s"] is hashlib.blake2s
