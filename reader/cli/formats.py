"""An article written out: for the eye, as Markdown, as a page, and uncleaned."""

import html

from reader.article.markdown import write_markdown
from reader.article.model import Article
from reader.article.text import BLANK_LINE, BlockDraft

_PAGE = """\
<!doctype html>
<html{language}>
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<article>
<h1>{title}</h1>
{source}{body}</article>
</body>
</html>"""


def as_text(article: Article) -> str:
    """Return headline, source and text, each apart by a blank line."""
    return _joined(article.title, _source_line(article), article.text)


def as_uncleaned(article: Article) -> str:
    """Return the article with everything that was left out put back where it stood."""
    pieces: dict[int, list[str]] = {}
    for dropped in article.dropped:
        pieces.setdefault(dropped.before_block, []).append(dropped.text)
    parts: list[str] = []
    for index, block in enumerate(article.blocks):
        parts += pieces.pop(index, [])
        parts.append(article.text[block.start : block.end])
    for index in sorted(pieces):
        parts += pieces[index]
    return _joined(article.title, *parts)


def as_markdown(article: Article) -> str:
    """Return headline, source and body as Markdown."""
    head = write_markdown([BlockDraft("heading", article.title, level=1)])
    source = _source_line(article)
    byline = write_markdown([BlockDraft("paragraph", source)]) if source else ""
    return _joined(head.strip(), byline.strip(), article.markdown.rstrip())


def as_page(article: Article) -> str:
    """Return the article as an HTML page with nothing in it that runs."""
    import nh3
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark").enable("table").render(article.markdown)
    source = _source_line(article)
    return _PAGE.format(
        language=f' lang="{html.escape(article.language)}"' if article.language else "",
        title=html.escape(article.title),
        source=f"<p>{html.escape(source)}</p>\n" if source else "",
        body=nh3.clean(rendered),
    )


def _joined(*parts: str) -> str:
    """Return those of *parts* that say something, with a blank line between them."""
    return BLANK_LINE.join(part for part in parts if part)


def _source_line(article: Article) -> str:
    """Return who published it, who wrote it and when, as far as known."""
    known = (article.publisher, ", ".join(article.byline), article.published)
    return " · ".join(part for part in known if part)
