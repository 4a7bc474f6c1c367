"""The rebuildable index: what the library lists and finds without reading its files.

Nothing in it is worth a backup. Damage, a lock or a missing file costs time, never a note.
"""

from reader.search.catalogue import Catalogue, Records
from reader.search.row import Conditions, Row

__all__ = ["Catalogue", "Conditions", "Records", "Row"]
