"""Full-text search over articles and marks."""

from collections.abc import Callable
from pathlib import Path

from reader.search.findable import Findables
from reader.search.hit import Hit, Where
from reader.search.query import Query
from reader.search.scan import scan

Progress = Callable[[int, int], None]
"""Told now and then how many articles of how many are indexed."""


class TextIndex:
    """Finds articles and marks by the words in them. Any thread may ask."""

    def __init__(self, records: Findables, file: Path) -> None:
        self._records = records
        self._file = file

    def search(
        self, text: str, *, where: Where = "all", limit: int = 50, typing: bool = False
    ) -> list[Hit]:
        """Return what the query *text* finds, the best first."""
        return scan(self._records, Query.parse(text, typing=typing), where, limit)
