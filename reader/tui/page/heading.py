"""The lines above an article's text: its headline, who published it when, how long it takes."""

from reader.article.model import Article


def heading_of(article: Article, minutes: int) -> tuple[str, ...]:
    """Return the lines above the text: the headline, who published it when, how long it is."""
    parts = [article.publisher, ", ".join(article.byline), day_of(article.published)]
    parts.append(duration(minutes))
    about = " · ".join(dict.fromkeys(part for part in parts if part))
    return (article.title, about) if article.title else (about,)


def minutes_of(article: Article, pace: int, words: int | None = None) -> int:
    """Return how many minutes it takes to read *article* at *pace* words a minute, at least one.

    Args:
        article: the article.
        pace: words a minute.
        words: how many words it has; they are counted when that is not known.
    """
    if words is None:
        words = sum(len(line.split()) for line in article.text.split("\n"))  # never all at once
    return max(1, round(words / pace))


def duration(minutes: int) -> str:
    """Return *minutes* as people say them: ``4 min``, ``14 h 30 min``."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def day_of(published: str | None) -> str:
    """Return the day of an ISO 8601 date as people write it; as it stands when it is none."""
    from datetime import date

    if not published:
        return ""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published
    clock = f", {published[11:16]}" if len(published) >= 16 else ""
    return f"{day.day} {day:%b %Y}{clock}"
