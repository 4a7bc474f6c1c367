"""The plain words of a piece of HTML, and whether they are all there is."""

import re
from html import unescape

from reader.article.sanitise import clean_line

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SILENT = re.compile(r"<(script|style|noscript|!--)", re.IGNORECASE)
_MOST_LOOKED_AT = 100_000
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|td|table|figure|figcaption|hr|pre)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_PARAGRAPH = re.compile(r"<p\b|<br\s*/?>\s*<br", re.IGNORECASE)
_SIGNED_OFF = re.compile(
    r"The post .{0,300} (?:appeared first on|first appeared on) .{0,200}\Z", re.DOTALL
)
_MORE = (
    r"(?:\[?(?:read|see|view)\s(?:the\s)?(?:full\s|whole\s)?(?:more|rest|on|article|story|post)"
    r"|continue(?:d)?\sreading|keep\sreading|full\s(?:story|article)|more\s?[»›>→]"
    r"|weiterlesen|mehr\slesen|lire\sla\ssuite|en\ssavoir\splus|leer\smás|seguir\sleyendo"
    r"|leia\smais|continua\sa\sleggere|leggi\stutto|lees\s(?:verder|meer)|czytaj\s(?:dalej|więcej)"
    r"|читать\sдалее|続きを読む|阅读全文|और\sपढ़ें)"
)
_LEADS_ON = re.compile(rf"{_MORE}.{{0,60}}\Z", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[\.\.\.\]|\[…\]|\[&#8230;\])[\s\])»›>→]*\Z")
_TAIL = 400
_WHOLE_TEXT = 2000
_WHOLE_PARAGRAPHS = 4
_LONGEST_LEAD_ON = 80


def words_of(html: str, limit: int | None = None) -> str:
    """Return the words of *html* on one line, cut behind *limit* characters."""
    if limit is not None:
        html = html[: limit * 20]
    if "<" in html:
        html = _TAG.sub("", _BLOCK.sub(lambda match: f" {match[0]}", _spoken(html)))
    if _REFERENCE.search(html):
        html = unescape(html)
    text = clean_line(html)
    if limit is not None and len(text) > limit:
        return f"{text[:limit].rsplit(' ', 1)[0]}…"
    return text


def _spoken(html: str) -> str:
    """Return *html* without scripts, styles and comments; one that never ends goes to the end."""
    lower = html.lower()
    parts: list[str] = []
    position = 0
    for match in _SILENT.finditer(html):
        if match.start() < position:
            continue
        name = match[1].lower()
        end = "-->" if name == "!--" else f"</{name}"
        parts.append(html[position : match.start()])
        position = lower.find(end, match.end())
        if position < 0:
            return " ".join(parts)
        position += len(end) if name == "!--" else 0
    return " ".join([*parts, html[position:]])


def leads_on(text: str) -> bool:
    """Tell whether a paragraph says nothing but that there is more elsewhere."""
    short = len(text) <= _LONGEST_LEAD_ON and re.match(_MORE, text.strip("[(«»→ "), re.IGNORECASE)
    return bool(short) or (text.startswith("The post ") and _SIGNED_OFF.fullmatch(text) is not None)


def is_cut(html: str, *, is_summary: bool) -> bool:
    """Tell whether *html* is only the beginning of a text.

    Args:
        html: what the feed gives of it.
        is_summary: whether the feed calls that a summary, which may yet be all of it.
    """
    html = html[-_MOST_LOOKED_AT:]
    text = words_of(html)
    tail = _SIGNED_OFF.sub("", text[-_TAIL:]).rstrip()
    if not text or _ELLIPSIS.search(tail) or _LEADS_ON.search(tail):
        return True
    paragraphs = len(_PARAGRAPH.findall(html))
    return is_summary and len(text) < _WHOLE_TEXT and paragraphs < _WHOLE_PARAGRAPHS
