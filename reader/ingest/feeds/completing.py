"""The whole text of an entry from its page, under the name by which its feed gave it."""

from dataclasses import replace

from reader.article.model import Article


def completed(article: Article, page: Article) -> Article:
    """Return *page*, the whole text, as the article that its entry was taken for.

    It keeps the entry's identity, whatever the page calls itself, so that marks stay with it;
    and where the page does not say who wrote it and when, what the feed said.
    """
    return replace(
        page,
        id=article.id,
        url=article.url,
        canonical_url=article.canonical_url,
        title=page.title if "title" not in page.guessed else article.title,
        byline=page.byline or article.byline,
        publisher=page.publisher if "publisher" not in page.guessed else article.publisher,
        published=_better_date(article, page),
        language=page.language or article.language,
        tags=page.tags or article.tags,
        summary=page.summary or article.summary,
        lead_image=page.lead_image or article.lead_image,
        guessed={
            name: how for name, how in page.guessed.items() if name not in ("title", "publisher")
        },
    )


def _better_date(article: Article, page: Article) -> str | None:
    """Return the page's date, unless it was guessed or the feed's says more."""
    if article.published is None:
        return page.published
    told = page.published if "published" not in page.guessed else None
    return told if told and len(told) >= len(article.published) else article.published
