"""Articles as this program prints them, taken back only when they are whole and harmless.

Whatever the library holds is shown, indexed and exported without another look, so that what comes
from a file must be what an article is: in every field, and in every offset.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from reader.annotations.shape import misshapen
from reader.article.identity import is_article_id, version_of
from reader.article.model import Article, Block, Section
from reader.article.sanitise import clean_line, clean_text
from reader.importers.model import RowError


def whole_article(body: Mapping[str, Any]) -> Article:
    """Return the article of an object.

    Raises:
        RowError: if it is none.
    """
    try:
        known = cleaned(dict(body))
        if wrong := misshapen(known, Article):
            raise RowError(f"has no “{wrong}” that an article may have")
        article = Article.from_dict({**known, "title": clean_line(known["title"])})
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        raise RowError("is no article") from error
    if told := _wrong(article):
        raise RowError(told)
    return article


def _wrong(article: Article) -> str:
    """Return what is wrong with an article whose fields are of the right kinds; else nothing."""
    length = len(article.text)
    told = {
        "is no article": is_article_id(article.id),
        "has a text that is not the one of its version": (
            version_of(article.text) == article.version
        ),
        "has no “guessed” that an article may have": all(
            isinstance(how, str) for how in article.guessed.values()
        ),
        "has blocks that are not those of its text": _is_covered(article.blocks, length),
        "has sections that are not those of its text": _are_within(article.sections, 0, length),
    }
    return next((problem for problem, is_right in told.items() if not is_right), "")


def cleaned(value: Any) -> Any:
    """Return JSON's *value* with nothing in its texts that would steer a terminal."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, dict):
        return {name: cleaned(one) for name, one in value.items()}
    return value


def _is_covered(blocks: Iterable[Block], length: int) -> bool:
    """Tell whether *blocks* stand one after the other in a text of that *length*."""
    at = 0
    for block in blocks:
        ranges = [(one.start, one.end) for one in block.inline] + list(block.cells)
        inside = all(block.start <= start <= end <= block.end for start, end in ranges)
        if not at <= block.start <= block.end <= length or not inside:
            return False
        at = block.end
    return True


def _are_within(sections: Iterable[Section], start: int, end: int) -> bool:
    """Tell whether *sections* and those below them lie in their range."""
    return all(
        start <= one.start <= one.end <= end and _are_within(one.children, one.start, one.end)
        for one in sections
    )
