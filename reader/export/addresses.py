"""Links back: to the passage on the publisher's page, and to the mark in the reader."""

import re
from urllib.parse import quote as percent_encode

from reader.annotations import Mark
from reader.article.model import Article

_UNSAFE = re.compile(r"[\s<>\\]")
_ENDS = 5
_WHOLE = 2 * _ENDS


def source_url(article: Article) -> str | None:
    """Return the address of the article's page; None for what came from a file."""
    for url in (article.canonical_url, article.url):
        if url and url.startswith(("http://", "https://")):
            return safe_address(url)
    return None


def safe_address(url: str) -> str:
    """Return *url* as it may stand between angle brackets."""
    return _UNSAFE.sub(lambda match: percent_encode(match.group()), url.strip())


def reader_link(article: Article, mark: Mark | None = None) -> str:
    """Return the link that opens the article, at *mark*, in the reader."""
    return f"reader://open/{article.id}" + (f"#{mark.id}" if mark else "")


def passage_url(article: Article, mark: Mark) -> str | None:
    """Return the address of the article's page that a browser opens at the mark's passage.

    A passage that changed or went has no such address: the browser would find nothing there.
    """
    url = source_url(article)
    if url is None or mark.anchor.status not in ("exact", "moved") or not mark.quote.strip():
        return url
    return f"{url.partition('#')[0]}#:~:text={text_fragment(mark.quote)}"


def text_fragment(quote: str) -> str:
    """Return the text fragment of a *quote*: its words, or the first and last of a long one.

    A browser looks for each of the two inside one paragraph.
    """
    lines = [line.split() for line in quote.splitlines() if line.strip()]
    first, last = lines[0], lines[-1]
    if len(lines) == 1 and len(first) <= _WHOLE:
        return _encode(" ".join(first))
    return f"{_encode(' '.join(first[:_ENDS]))},{_encode(' '.join(last[-_ENDS:]))}"


def _encode(text: str) -> str:
    """Return *text* percent-encoded, with the signs that have a meaning in a fragment."""
    return percent_encode(text, safe="").replace("-", "%2D")
