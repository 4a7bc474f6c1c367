"""Articles as references: BibTeX for LaTeX, CSL JSON for programs that keep references."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from reader.article.model import Article
from reader.export.addresses import source_url
from reader.export.material import Material

_ESCAPED = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
}
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_WORD = re.compile(r"[A-Za-z]{4,}")
_MONTH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def render_bibtex(material: Sequence[Material]) -> str:
    """Return the articles of *material* as BibTeX, each entry under a key of its own."""
    keys = _keys([one.article for one in material if one.article is not None])
    entries = [_entry(key, article) for key, article in keys.items()]
    return "\n".join(entries)


def _keys(articles: Sequence[Article]) -> Mapping[str, Article]:
    """Return *articles* by keys that people can type: author, year and a word of the title."""
    keyed: dict[str, Article] = {}
    for article in articles:
        base = _key(article)
        endings = ("", *(chr(code) for code in range(ord("a"), ord("z") + 1)), f"-{article.id}")
        keyed[next(base + end for end in endings if base + end not in keyed)] = article
    return keyed


def _key(article: Article) -> str:
    """Return the key of one article, in ASCII."""
    family = article.byline[0].split()[-1] if article.byline else article.publisher or "news"
    word = _WORD.search(_ascii(article.title))
    parts = (_ascii(family), (article.published or "")[:4], word.group() if word else "")
    return re.sub(r"[^a-z0-9]", "", "".join(parts).lower()) or article.id


def _ascii(text: str) -> str:
    """Return *text* without accents and what else ASCII has no sign for."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _entry(key: str, article: Article) -> str:
    """Return the entry of one article; braces keep capitals as they are."""
    day = _DATE.match(article.published or "")
    fields = {
        "title": f"{{{_escaped(article.title)}}}",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in article.byline),
        "organization": _escaped(article.publisher or ""),
        "year": day.group(1) if day else "",
        "month": _MONTH[int(day.group(2)) - 1] if day else "",
        "date": day.group() if day else "",
        "url": (source_url(article) or "").replace("{", "%7B").replace("}", "%7D"),
        "langid": _escaped(article.language or ""),
        "keywords": _escaped(", ".join(article.tags)),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@online{{{key},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    """Return *text* as TeX prints it."""
    return "".join(_ESCAPED.get(sign, sign) for sign in " ".join(text.split()))


def render_csl(material: Sequence[Material]) -> str:
    """Return the articles of *material* as CSL JSON."""
    items = [_item(one.article) for one in material if one.article is not None]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(article: Article) -> dict[str, Any]:
    """Return the item of one article; what is not known is left out."""
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in article.byline],
        "container-title": article.publisher,
        "issued": _issued(article),
        "URL": source_url(article),
        "language": article.language,
        "abstract": article.summary,
        "keyword": ", ".join(article.tags),
    }
    return {name: value for name, value in item.items() if value}


def _issued(article: Article) -> dict[str, Any]:
    """Return when the article was published, to the day; nothing when nobody knows."""
    day = _DATE.match(article.published or "")
    return {"date-parts": [[int(part) for part in day.groups()]]} if day else {}
