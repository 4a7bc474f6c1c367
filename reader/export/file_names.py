"""What the file of an article's notes is called: a name that every system and wikilink takes."""

import re
import unicodedata

from reader.article.model import Article

_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f-\x9f\ud800-\udfff]+|%%+')
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]")
"""Signs that show nothing, and those that turn a name round."""
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))", re.IGNORECASE
)
_MOST_BYTES = 120
_SHORT_ID = 10


def file_name(article: Article) -> str:
    """Return the name for the article's notes, without its ending: day and headline."""
    return safe_name(f"{(article.published or '')[:10]} {article.title}") or article.id


def names_for(article: Article) -> list[str]:
    """Return the names to try, in order, when another article's notes have the first."""
    name = file_name(article)
    site = safe_name(article.publisher or "")
    named = [f"{name} ({site})"] if site else []
    return [name, *named, f"{name} ({article.id[-_SHORT_ID:]})", article.id]


def safe_name(text: str) -> str:
    """Return *text* as a file's name; empty when nothing of it can stand in one."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    name = _shorten(" ".join(name.split()).lstrip(". ")).rstrip(". ")
    return _shorten(f"_{name}").rstrip(". ") if _DEVICES.match(name) else name


def _shorten(name: str) -> str:
    """Return as many whole words of *name* as fit."""
    if len(name.encode()) <= _MOST_BYTES:
        return name
    short = name.encode()[:_MOST_BYTES].decode(errors="ignore")
    return short.rpartition(" ")[0] or short
