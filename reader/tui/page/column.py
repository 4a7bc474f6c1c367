"""How wide the column of text is: as it was made on the screen, else as it is configured."""

from typing import Any

SETTING = "column"
"""What the library calls the width that was chosen on the screen."""

STEP = 4
"""By so many cells it becomes wider or narrower."""

LEAST = 40
"""Narrower than that it is not made; a smaller page is filled."""


def most_cells(kept: Any, configured: int) -> int:
    """Return how many cells the text may take at most.

    Args:
        kept: the library's setting of the width.
        configured: the ``body_width`` of the configuration, which holds where nothing is kept, or
            where it was another one when that was chosen.
    """
    if not isinstance(kept, dict) or kept.get("in_place_of") != configured:
        return configured
    cells = kept.get("cells")
    return cells if isinstance(cells, int) and cells >= LEAST else configured


def stepped(cells: int, room: int, step: int) -> int:
    """Return the width that is *step* steps from *cells*, on a page with *room* for so many."""
    least = min(LEAST, room)
    return max(least, min(cells + step * STEP, room))
