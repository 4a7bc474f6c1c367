"""Which article is meant by what a user typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.article.identity import is_article_id
from reader.errors import NotFoundError
from reader.library.cards import is_held
from reader.library.sources import file_address
from reader.store import Store

if TYPE_CHECKING:
    from reader.search import Catalogue

_FEW = 3


def resolve(name: str, store: Store, rows: Callable[[], "Catalogue"]) -> str:
    """Return the id of the held article called *name*: its id, the start of it, a path or a URL.

    What is no id only ever becomes a value of a query, never a part of a path.

    Args:
        name: what was typed.
        store: what the library holds.
        rows: gives the catalogue, for which a whole id is no reason to load it.

    Raises:
        NotFoundError: if no article is called that, or several are.
    """
    if is_article_id(name) and is_held(store.state(name)):
        return name
    catalogue = rows()
    found = catalogue.starting_with(name) if is_article_id(name) else []
    found = found or _from_address(name, catalogue)
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(sorted(found)[:_FEW]) + (" …" if len(found) > _FEW else "")
        raise NotFoundError(name, f"may be any of {len(found)} articles", f"name one: {some}")
    raise NotFoundError(name, "no such article in the library", "see `reader list`")


def _from_address(name: str, catalogue: "Catalogue") -> list[str]:
    """Return the ids of articles that came from the address or file *name*."""
    from urllib.parse import urldefrag  # takes a while

    return (
        catalogue.from_address(name)
        or catalogue.from_address(urldefrag(name).url)
        or catalogue.from_address(file_address(name))
    )
