"""Finds the files that come with the program: style sheets and sample articles.

They lie in the package's ``_bundled`` folder when it is installed, and at the root of the
repository when it is worked on.
"""

from collections.abc import Iterator
from pathlib import Path

from reader.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "_bundled", _PACKAGE.parent)
_FIRST_SHEETS = ("app", "article_body", "lines", "row_list", "section_tree", "side_panel")
"""The sheets of what the first frame shows, the one of the whole application first."""

_ARTICLE_ENDINGS = frozenset({".html", ".htm", ".md", ".txt"})


def bundled(name: str) -> Path:
    """Return the bundled file or folder called *name*, as in ``styles``.

    Raises:
        ResourceError: if the installation lacks it.
    """
    for home in _HOMES:
        if (home / name).exists():
            return home / name
    raise ResourceError(
        name, "missing from this installation of newsmargin", "install newsmargin again"
    )


def style_sheets() -> list[Path]:
    """Return the sheets of what the first frame shows, the one of the whole application first.

    Raises:
        ResourceError: if there are none.
    """
    first = [sheet for sheet in _all_sheets() if sheet.stem in _FIRST_SHEETS]
    return _some("styles", sorted(first, key=lambda sheet: _FIRST_SHEETS.index(sheet.stem)))


def later_style_sheets() -> list[Path]:
    """Return the sheets of what is made when the first frame stands, in the order of their names.

    Raises:
        ResourceError: if the installation lacks them all.
    """
    return sorted(sheet for sheet in _all_sheets() if sheet.stem not in _FIRST_SHEETS)


def _all_sheets() -> Iterator[Path]:
    """Return all style sheets, in no order."""
    return bundled("styles").glob("*.tcss")


def sample_articles() -> list[Path]:
    """Return the articles that a new library starts with, in the order of their names.

    Raises:
        ResourceError: if there are none.
    """
    found = bundled("sample_articles").iterdir()
    return _some("sample_articles", sorted(path for path in found if _is_article(path)))


def _is_article(path: Path) -> bool:
    """Tell whether *path* is an article, not what is expected of one nor a word about them."""
    return path.suffix in _ARTICLE_ENDINGS and path.stem != "README" and path.is_file()


def _some(name: str, found: list[Path]) -> list[Path]:
    """Return what was *found*, which must not be nothing."""
    if not found:
        raise ResourceError(
            name, "empty in this installation of newsmargin", "install newsmargin again"
        )
    return found
