"""Links back: to the passage on the publisher's page, and to the mark in the reader."""

from urllib.parse import quote as percent_encode

from reader.annotations import Mark
from reader.article.model import Article

_ENDS = 5
_WHOLE = 2 * _ENDS


def source_url(article: Article) -> str | None:
    """Return the address of the article's page; None for what came from a file."""
    for url in (article.canonical_url, article.url):
        if url and url.startswith(("http://", "https://")):
            return url
    return None


def reader_link(article: Article, mark: Mark | None = None) -> str:
    """Return the link that opens the article, at *mark*, in the reader."""
    return f"reader://open/{article.id}" + (f"#{mark.id}" if mark else "")


def passage_url(article: Article, mark: Mark) -> str | None:
    """Return the address of the article's page that a browser opens at the mark's passage.

    A passage that changed or went has no such address: the browser would find nothing there.
    """
    url = source_url(article)
    if url is None or mark.anchor.status not in ("exact", "moved") or not mark.quote:
        return url
    return f"{url.partition('#')[0]}#:~:text={text_fragment(mark.quote)}"


def text_fragment(quote: str) -> str:
    """Return the text fragment of a *quote*: its words, or the first and last of a long one."""
    words = quote.split()
    if len(words) <= _WHOLE and "\n" not in quote:
        return _encode(" ".join(words))
    return f"{_encode(' '.join(words[:_ENDS]))},{_encode(' '.join(words[-_ENDS:]))}"


def _encode(text: str) -> str:
    """Return *text* percent-encoded, with the signs that have a meaning in a fragment."""
    return percent_encode(text, safe="").replace("-", "%2D")
