"""Files that somebody deleted from outside: noticed by counting, brought back from the journal.

The checkpoint notes how many files each folder held. A folder that holds fewer, and from which
nothing was purged since, has lost some; only then is the whole journal read. A file that is new
in the folder since the checkpoint can make up the number; then only ``doctor`` misses the other.
"""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.store.layout import Layout, TableFile, copied_name, shard
from reader.store.model import OF_ARTICLES
from reader.store.records import Record

Counts = Mapping[str, int]
"""How many files lie in a folder, by its path below the data directory, as in ``notes/ab``."""


def count_all(layout: Layout) -> dict[str, int]:
    """Return how many files every folder holds, that of the library's file among them."""
    folders = [f"{table}/{name}" for table in OF_ARTICLES for name in _names(layout, table)]
    return count(layout, [".", *folders])


def count(layout: Layout, folders: Iterable[str]) -> dict[str, int]:
    """Return how many files of tables each of *folders* holds; those that are gone hold none."""
    return {folder: sum(map(_is_table, _names(layout, folder))) for folder in folders}


def folder_of(layout: Layout, file: TableFile) -> str:
    """Return the folder of *file* as ``Counts`` call it."""
    return layout.relative(file.path.parent)


def emptied(layout: Layout, noted: Counts, records: Iterable[Record], since: int = 0) -> set[str]:
    """Return the folders that hold fewer files than were noted, beyond what was purged.

    Args:
        layout: where the folders are.
        noted: what the last checkpoint counted.
        records: what the journal holds beyond that.
        since: folders unchanged since this instant, in nanoseconds since the epoch, are not
            looked into.
    """
    changed = [folder for folder in noted if _changed(layout.root / folder, since)]
    now = count(layout, changed)
    purged = purged_from(records)
    return {folder for folder in changed if now[folder] < noted[folder] - purged[folder]}


def is_short(layout: Layout, noted: Counts, file: TableFile) -> bool:
    """Tell whether the folder of *file* holds fewer files than were noted."""
    folder = folder_of(layout, file)
    return folder in noted and count(layout, [folder])[folder] < noted[folder]


def purged_from(records: Iterable[Record]) -> Counter[str]:
    """Return how many articles *records* purge from each folder."""
    shards = [shard(record.article) for record in records if record.kind == "purge"]
    return Counter(f"{table}/{name}" for name in shards for table in OF_ARTICLES)


def _changed(folder: Path, since: int) -> bool:
    """Tell whether files came to *folder* or went since an instant, or it is gone itself."""
    try:
        return os.stat(folder).st_mtime_ns > since  # noqa: PTH116 - asked of 512 at each start
    except OSError:
        return True


def _names(layout: Layout, folder: str) -> list[str]:
    """Return what lies in *folder*, which may not exist."""
    try:
        return os.listdir(layout.root / folder)  # noqa: PTH208 - names alone are needed
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_table(name: str) -> bool:
    """Tell whether a file of this name is one of tables."""
    return name.endswith(".json") and not copied_name(name)
