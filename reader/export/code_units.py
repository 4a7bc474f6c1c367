"""Offsets in UTF-16 code units, in which programs for browsers count."""


def units_before(text: str, offset: int) -> int:
    """Return how many code units of UTF-16 the first *offset* code points of *text* take."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def points_before(text: str, units: int) -> int:
    """Return how many code points of *text* its first *units* code units of UTF-16 make.

    An offset between the two halves of a character is taken for the one before it.
    """
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(data.decode("utf-16-le", "ignore"))
