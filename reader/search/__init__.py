"""The rebuildable index: what the library lists and finds without reading its files.

Nothing in it is worth a backup. Damage, a lock or a missing file costs time, never a note.
"""

from typing import TYPE_CHECKING, Any

from reader.search.row import Conditions, Row

if TYPE_CHECKING:
    from reader.search.catalogue import Catalogue, Records
    from reader.search.hit import Hit, Where
    from reader.search.text_index import TextIndex

__all__ = ["Catalogue", "Conditions", "Hit", "Records", "Row", "TextIndex", "Where"]


def __getattr__(name: str) -> Any:
    """Load what is asked for: a list of the library has no need of the search of texts.

    Nor has an article that is opened any of SQLite.
    """
    if name in ("Catalogue", "Records"):
        from reader.search import catalogue

        return getattr(catalogue, name)
    if name in ("Hit", "Where"):
        from reader.search import hit

        return getattr(hit, name)
    if name == "TextIndex":
        from reader.search.text_index import TextIndex

        return TextIndex
    raise AttributeError(name)
