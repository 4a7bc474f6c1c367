"""An article with its marks as one page for any browser: it runs nothing and loads nothing."""

import html
from collections.abc import Iterator, Sequence

from reader.annotations import Mark
from reader.annotations.signs import status_words
from reader.errors import UsageError
from reader.export.addresses import safe_address
from reader.export.material import Material
from reader.export.page_body import Painted, body_html

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
:root { color-scheme: light dark; --mark: #fff1a8; --claim: #ffd9c2; --edge: #8884; }
@media (prefers-color-scheme: dark) { :root { --mark: #5a4c00; --claim: #6b3412; } }
body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; }
mark { background: var(--mark); color: inherit; }
mark.claim { background: var(--claim); }
sup { line-height: 0; }
sup a, .back { text-decoration: none; }
.about, .said { opacity: .75; font-size: .9rem; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .2rem solid var(--edge); }
.note { white-space: pre-wrap; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid var(--edge); padding: .2rem .5rem; text-align: left; }
@media print { body { max-width: none; } a { color: inherit; } }
"""
_PAGE = """\
<!doctype html>
<html{language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<article>
<h1>{title}</h1>
<p class="about">{about}</p>
{body}
</article>
{notes}</body>
</html>
"""


def render_page(material: Sequence[Material]) -> str:
    """Return the page of the one article that *material* is.

    Raises:
        UsageError: if it is several, or one that the library does not hold.
    """
    if len(material) != 1 or material[0].article is None:
        raise UsageError("html", "one file for each article", "name a folder with -o")
    [one] = material
    article = material[0].article
    numbered = list(enumerate(one.marks, 1))
    painted = [range_ for number, mark in numbered for range_ in _painted(number, mark)]
    language = f' lang="{html.escape(article.language)}"' if article.language else ""
    return _PAGE.format(
        language=language,
        policy=_POLICY,
        title=html.escape(article.title),
        style=_STYLE,
        about=_about(one),
        body=body_html(article, painted),
        notes=_notes(numbered),
    )


def _about(material: Material) -> str:
    """Return who published the article, who wrote it and when, and where it is."""
    article = material.article
    known = [article.publisher, ", ".join(article.byline), article.published] if article else []
    words = [html.escape(part) for part in known if part]
    if material.url:
        words.append(f'<a href="{html.escape(safe_address(material.url))}">original</a>')
    return " · ".join(words)


def _painted(number: int, mark: Mark) -> Iterator[Painted]:
    """Yield the ranges that a mark is on."""
    for place, (start, end) in enumerate(mark.ranges, 1):
        yield Painted(start, end, number, mark.id, mark.kind, place == len(mark.ranges))


def _notes(numbered: Sequence[tuple[int, Mark]]) -> str:
    """Return what was said of the passages, in the order of the numbers in the text."""
    if not numbered:
        return ""
    items = "\n".join(_note(number, mark) for number, mark in numbered)
    return f"<section>\n<h2>Notes</h2>\n<ol>\n{items}\n</ol>\n</section>\n"


def _note(number: int, mark: Mark) -> str:
    """Return one mark: its words, how it was judged, and what was noted."""
    name = html.escape(mark.id)
    passages = [mark.quote, *(part.quote for part in mark.parts)] if mark.quote else []
    quoted = html.escape(" […] ".join(passages)).replace("\n", "<br>\n")
    back = f' <a class="back" href="#m-{name}">↩</a>' if mark.ranges else ""
    lost = "not found in the current text" if mark.is_lost else ""
    judged = " · ".join(html.escape(word) for word in (*_judged(mark), lost) if word)
    parts = [
        f"<blockquote>{quoted}{back}</blockquote>" if quoted else "",
        f'<p class="said">{judged}</p>' if judged else "",
        f'<p class="note">{html.escape(mark.note)}</p>' if mark.note else "",
        *(_link(link.rel, link.to, link.note) for link in mark.links),
    ]
    inside = "\n".join(part for part in parts if part)
    return f'<li id="n-{name}" value="{number}">\n{inside}\n</li>'


def _judged(mark: Mark) -> Iterator[str]:
    """Yield the status of a claim, its speaker and verdict, the label and the tags."""
    if mark.claim is not None:
        yield status_words(mark.claim.status)
        yield mark.claim.speaker or ""
        yield mark.claim.verdict
    yield (mark.label or "").replace("-", " ")
    yield from (f"#{tag}" for tag in mark.tags)


def _link(rel: str, to: str, note: str) -> str:
    """Return a link of a mark to evidence, or to another mark."""
    told = f" – {html.escape(note)}" if note else ""
    if to.startswith(("http://", "https://")):
        target = f'<a href="{html.escape(safe_address(to))}">{html.escape(to)}</a>'
    else:
        target = html.escape(to)
    return f'<p class="said">{html.escape(rel.replace("-", " "))}: {target}{told}</p>'
