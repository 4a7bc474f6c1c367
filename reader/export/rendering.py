"""An article and its marks as notes: in the article's order, under the article's headings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.annotations import Mark
from reader.annotations.model import CLAIM_STATUSES
from reader.annotations.signs import status_words
from reader.annotations.threads import answered, threaded
from reader.article.model import Article, Section
from reader.export.addresses import reader_link, source_url
from reader.export.escaping import escape_line
from reader.export.fact_list import fact_list
from reader.export.file_names import names_for
from reader.export.front_matter import front_matter, page_properties
from reader.export.notes import Notes, Region
from reader.export.passages import LinkedMark, Setting, content_digest, passage, region_id
from reader.export.profiles import MARKDOWN, Profile, profile_named
from reader.facts import Fact

LOST_HEADING = "## Not found in the current text"
FACTS_HEADING = "## Facts"


def render_notes(
    article: Article,
    marks: Iterable[Mark],
    *,
    profile: str = MARKDOWN.name,
    facts: Sequence[Fact] = (),
    linked: Mapping[str, LinkedMark] | None = None,
) -> Notes:
    """Return the notes of *article*.

    Args:
        article: its newest version.
        marks: its live marks, placed in that version.
        profile: the dialect of Markdown, by its name in ``PROFILES``.
        facts: its facts, when they are to be listed at the end.
        linked: marks of other articles that these are tied to, by id.
    """
    ordered = threaded(marks)
    dialect = profile_named(profile)
    setting = Setting(article, dialect, {mark.id: mark for mark in ordered}, linked or {})
    regions = [Region("about", _about(setting))]
    for mark in ordered:
        root = (mark, *answered(mark, setting.marks))[-1]
        headings = _headings(article, root, dialect)
        told = passage(mark, setting)
        regions.append(Region(region_id(mark), told, headings, content_digest(mark)))
    if facts:
        heading = _bullet(FACTS_HEADING, dialect)
        regions.append(Region("facts", fact_list(facts, dialect), (heading,)))
    return Notes(
        article=article.id,
        names=tuple(names_for(article)),
        profile=dialect,
        front=(page_properties if dialect.is_outline else front_matter)(article, ordered),
        title=_heading_line(1, article.title, dialect),
        regions=tuple(replace(each, body=_block(each.body, dialect)) for each in regions),
    )


def _block(body: str, profile: Profile) -> str:
    """Return the *body* of a region as lines of one block, where files are made of those."""
    return "".join(
        f"{profile.indent}{line}" if line.strip() else line for line in body.splitlines(True)
    )


def _about(setting: Setting) -> str:
    """Return the lines at the top: where the article is, and how its claims stand."""
    article, profile = setting.article, setting.profile
    url = source_url(article)
    where = [f"[Original](<{url}>)"] if url else []
    where.append(f"[Open in the reader](<{reader_link(article)}>)")
    origin = [escape_line(article.publisher or "", profile), (article.published or "")[:10]]
    where.append(", ".join(part for part in origin if part))
    lines = " · ".join(part for part in where if part)
    counts = Counter(mark.claim.status for mark in setting.marks.values() if mark.claim)
    if not counts:
        return f"{lines}\n"
    known = [status for status in CLAIM_STATUSES if counts[status]]
    claims = " · ".join(f"{status_words(status)} {counts[status]}" for status in known)
    return f"{lines}\n\nClaims: {claims}\n"


def _headings(article: Article, mark: Mark, profile: Profile) -> tuple[str, ...]:
    """Return the heading lines that the mark stands under."""
    start = mark.anchor.start
    if not mark.quote or start is None:
        return (_bullet(LOST_HEADING, profile),) if mark.is_lost else ()
    return tuple(
        _heading_line(depth, section.title, profile)
        for depth, section in enumerate(_sections_at(article.sections, start), 2)
    )


def _heading_line(level: int, words: str, profile: Profile) -> str:
    """Return a heading; a last ``#`` of its words would close it, so it is escaped."""
    line = escape_line(words, profile)
    if line.endswith("#"):
        line = f"{line[:-1]}\\#"
    return _bullet(f"{'#' * min(6, level)} {line}", profile)


def _bullet(heading: str, profile: Profile) -> str:
    """Return a *heading* as a block of its own, where files are made of those."""
    return f"- {heading}" if profile.is_outline else heading


def _sections_at(sections: Sequence[Section], offset: int) -> Iterable[Section]:
    """Yield the sections that *offset* lies in, the outermost first."""
    for section in sections:
        if section.start <= offset < section.end:
            yield section
            yield from _sections_at(section.children, offset)
            return
