"""How an article and its versions are known."""

import re
import unicodedata

from reader.article.digests import blake2s

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SLUG_LENGTH = 40


def is_article_id(text: str) -> bool:
    """Tell whether *text* may be an article's id: it can name a file and nothing beyond it."""
    return _ID.fullmatch(text) is not None and not text.startswith(".")


def version_of(text: str) -> str:
    """Return the version that an article with this *text* is: its SHA-256."""
    import hashlib  # takes a while, and much memory

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(
    *, text: str, canonical_url: str | None = None, guid: str | None = None, path: str | None = None
) -> str:
    """Return the id of an article, the same whenever the same article is opened.

    It is known by its canonical URL, else its feed's guid, else its file's path, else the hash of
    its text. A few words of that lead, so that a person can tell ids apart; a hash of it follows.
    Neither depends on the headline, which may change from one version to the next.
    """
    if canonical_url:
        kind, identity, words = "url", canonical_url, _last_segment(canonical_url)
    elif guid:
        kind, identity, words = "guid", guid, ""
    elif path:
        kind, identity, words = "path", path, re.split(r"[/\\]", path)[-1].rsplit(".", 1)[0]
    else:
        kind, identity, words = "text", text, text[:200]
    seed = f"{kind}\0{identity}".encode("utf-8", "surrogatepass")
    digest = blake2s(seed, digest_size=5).hexdigest()
    return f"{_slug(words)}-{digest}".lstrip("-")


def _last_segment(url: str) -> str:
    """Return the last part of the address's path that says something, else its host."""
    from urllib.parse import unquote, urlsplit  # takes a while

    parts = urlsplit(url)
    segments = [part for part in parts.path.split("/") if re.search(r"[^\W\d]{3}", part)]
    last = unquote(segments[-1]) if segments else parts.netloc
    return re.sub(r"\.\w{2,5}$", "", last) if segments else last


def _slug(words: str) -> str:
    """Return the first words in ASCII, joined by dashes; empty when there are none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)):
        if len(slug) + len(word) >= _SLUG_LENGTH:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug
