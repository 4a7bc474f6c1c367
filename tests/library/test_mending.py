"""An article whose text was damaged is whole again when it is added again, as is advised."""

from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library import Library
from reader.paths import Paths
from tests.library.made import PORT, port


def versions(paths: Paths) -> list[Path]:
    """Return the files of all versions of all articles."""
    return list((paths.data / "articles").rglob("*.json"))


@pytest.mark.parametrize("damage", [b"{", b"", None])
def test_adding_an_article_again_mends_its_text_and_leaves_its_marks(
    library: Library, paths: Paths, damage: bytes | None
) -> None:
    library.keep(port())
    mark = library.annotate(port().id, quote=PORT[1])
    (path,) = versions(paths)
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    with pytest.raises(ReaderError):
        library.article(port().id)
    assert library.keep(port()).status == "same"
    assert library.article(port().id).text == port().text
    assert [one.id for one in library.marks(port().id)] == [mark.id]
