"""The date of an article, as its facts count from it."""

from datetime import date, datetime


def date_of(published: str | None) -> date | None:
    """Return the day that *published* states, where it was published; None when it states none."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None
