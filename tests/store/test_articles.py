"""Articles are kept as they were put, version by version, and never changed."""

import gzip
import json
import os
from pathlib import Path

import pytest

from reader.errors import DamagedError, NotFoundError, StoreError
from reader.store import Store
from tests.store.making import article, no_file_beyond, quarantined


def version_file(root: Path, version: str) -> Path:
    """Return the file of one version."""
    return next((root / "articles").glob(f"*/harbour/{version}.json"))


def test_an_article_comes_back_as_it_was_put(store: Store) -> None:
    put = article("Die Häfen streiken. 首相")
    assert store.put_article(put)
    assert store.article("harbour") == put
    assert store.article("harbour", put.version) == put


def test_the_file_is_the_article_object_of_the_contract(store: Store, root: Path) -> None:
    put = article()
    store.put_article(put, b"<p>The strike is over.</p>")
    path = version_file(root, put.version)
    body = json.loads(path.read_bytes())
    assert {key: body[key] for key in put.as_dict()} == put.as_dict()
    source = path.with_name(f"{put.version}.source.gz")
    assert gzip.decompress(source.read_bytes()) == b"<p>The strike is over.</p>"


def test_the_same_version_is_put_once(store: Store) -> None:
    assert [store.put_article(article()), store.put_article(article())] == [True, False]
    assert len(store.versions("harbour")) == 1


def test_versions_come_in_the_order_they_were_put(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = [article(f"Version {number}.") for number in range(4)]
    store.put_article(put[0])
    monkeypatch.setattr("reader.store.articles.utc_now", lambda: "2001-01-01T00:00:00.000Z")
    for later in put[1:]:
        store.put_article(later)
    assert store.versions("harbour") == [version.version for version in put]
    assert store.article("harbour") == put[-1]
    assert store.article("harbour", put[0].version) == put[0]


def test_an_article_that_is_not_held_is_not_found(store: Store) -> None:
    assert store.versions("harbour") == []
    with pytest.raises(NotFoundError, match="harbour: not in the library"):
        store.article("harbour")
    store.put_article(article())
    with pytest.raises(NotFoundError, match="no such version"):
        store.article("harbour", "0" * 64)


def test_a_version_that_could_name_another_file_is_refused(store: Store) -> None:
    from dataclasses import replace

    with pytest.raises(StoreError, match="not the version of an article"):
        store.put_article(replace(article(), version="../../x"))


@pytest.mark.parametrize("damage", [b"", b"{}", b"cut"])
def test_a_damaged_article_is_told_and_can_be_put_again(
    store: Store, root: Path, damage: bytes
) -> None:
    put = article()
    store.put_article(put)
    path = version_file(root, put.version)
    damaged = path.read_bytes()[:-20] if damage == b"cut" else damage
    path.write_bytes(damaged)
    assert store.versions("harbour") == [put.version]
    with pytest.raises(DamagedError, match="damaged beyond reading; add it again"):
        store.article("harbour")
    assert store.put_article(put)
    assert store.article("harbour") == put
    assert quarantined(root) == ([damaged] if damaged else [])


def test_an_article_whose_file_just_went_is_told(
    store: Store, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = article()
    store.put_article(put)
    version_file(root, put.version).unlink()
    monkeypatch.setattr("reader.store.articles.versions", lambda *_: [put.version])
    with pytest.raises(DamagedError, match="damaged beyond reading"):
        store.article("harbour")


def test_a_full_disk_refuses_the_article(store: Store, root: Path) -> None:
    with no_file_beyond(100), pytest.raises(StoreError, match="File too large"):
        store.put_article(article(), os.urandom(4000))
    assert not [path for path in (root / "articles").rglob("*") if path.is_file()]
    assert store.put_article(article())


def test_purging_removes_every_version_for_good(store: Store, root: Path) -> None:
    store.put_article(article("One."), b"one")
    store.put_article(article("Two."))
    store.purge_article("harbour")
    assert store.versions("harbour") == []
    assert list((root / "articles").glob("*/*")) == []


def test_the_versions_are_told_with_when_they_were_put(store: Store) -> None:
    store.put_article(article("One."))
    store.put_article(article("Two."))
    kept = store.kept("harbour")
    assert [version for version, _ in kept] == store.versions("harbour")
    assert all(moment.endswith("Z") for _, moment in kept)
