"""One mark as Markdown: the quote, what its reader thinks of it, and the evidence."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from reader.annotations import Link, Mark
from reader.annotations.signs import status_words
from reader.annotations.threads import answered
from reader.article.model import Article
from reader.export.addresses import passage_url, reader_link, safe_address
from reader.export.escaping import escape_line, escape_lines
from reader.export.fates import fate
from reader.export.profiles import Profile

REPLY = "↳"
"""What stands before a reply."""

MARKER = re.compile(r"^(?=[ \t]*(?:- )?(?:<!--|%%)\s*newsmargin:)", re.MULTILINE)
"""Where a line begins that would pass for a comment line of ours."""
_NOT_IN_COLOURS = re.compile(r"[^\w#-]+")
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")


@dataclass(frozen=True, slots=True)
class LinkedMark:
    """A mark of another article that a mark here is tied to."""

    article: str
    """The id of its article."""
    title: str
    quote: str
    file: str
    """What the file of its notes is called, without the ending."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mark is written for and among."""

    article: Article
    profile: Profile
    marks: Mapping[str, Mark]
    """The marks that stand in the same file, by id."""
    linked: Mapping[str, LinkedMark]
    """Marks of other articles, by id."""


def region_id(mark: Mark) -> str:
    """Return the id of the mark's region, which is also its block id."""
    return f"h-{mark.id}"


def content_digest(mark: Mark) -> str:
    """Return a short digest of what the mark's region tells, whoever writes it."""
    told = f"{mark.sum}{mark.as_dict() if not mark.sum else ''}{mark.anchor}"
    return hashlib.blake2s(told.encode("utf-8", "replace"), digest_size=4).hexdigest()


def passage(mark: Mark, setting: Setting) -> str:
    """Return the body of the mark's region.

    A block id names the block before it, an anchor the one after it.
    """
    quotation = _quotation(mark, setting.profile)
    about = _about(mark, setting)
    depth = len(answered(mark, setting.marks))
    note = _indented(MARKER.sub(r"\\", "\n".join(mark.note.strip().splitlines())), depth)
    if setting.profile.is_outline:
        blocks = [f"id:: {block_uuid(mark.id)}\n{quotation}".strip(), about, note]
    elif not setting.profile.has_block_ids:
        blocks = [f'<a id="{region_id(mark)}"></a>', quotation, about, note]
    elif quotation:
        blocks = [quotation, f"^{region_id(mark)}", about, note]
    else:
        blocks = [about, note, f"^{region_id(mark)}"]
    blocks.append("\n".join(_ties(mark, setting)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _indented(note: str, depth: int) -> str:
    """Return the note of a reply as a list item as deep as what it answers asks for."""
    if not depth or not note:
        return note
    first, *rest = note.split("\n")
    lines = [f"{'- ' * depth}{REPLY} {first}", *(f"{'  ' * depth}{line}" for line in rest)]
    return "\n".join(line.rstrip() for line in lines)


def _quotation(mark: Mark, profile: Profile) -> str:
    """Return the quote and its further parts as a block quote, or as a callout."""
    lines = escape_lines(mark.quote, profile) if mark.quote else []
    for part in mark.parts:
        lines += ["", "[…]", "", *escape_lines(part.quote, profile)]
    if lines and profile.has_block_ids:
        colour = f"|{_NOT_IN_COLOURS.sub('', mark.color)}" if mark.color else ""
        lines.insert(0, f"[!quote{colour}] {_headline(mark, profile)}")
    return _quoted(lines)


def _quoted(lines: list[str]) -> str:
    """Return *lines* as one block quote."""
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _headline(mark: Mark, profile: Profile) -> str:
    """Return what a callout is headed: the claim's status and speaker."""
    if mark.claim is None:
        return ""
    speaker = f" · {escape_line(mark.claim.speaker, profile)}" if mark.claim.speaker else ""
    return status_words(mark.claim.status) + speaker


def _about(mark: Mark, setting: Setting) -> str:
    """Return the line of status, verdict, label, tags and links back."""
    profile, claim = setting.profile, mark.claim
    pieces = []
    if claim is not None:
        head = "" if profile.has_block_ids and mark.quote else f"**{_headline(mark, profile)}**"
        verdict = escape_line(claim.verdict, profile)
        pieces.append(": ".join(part for part in (head, verdict) if part))
    pieces.append(_labels(mark, profile))
    if mark.quote:
        url = passage_url(setting.article, mark)
        pieces.append(f"[source](<{url}>)" if url else "")
        pieces.append(f"[open](<{reader_link(setting.article, mark)}>)")
    return " · ".join(piece for piece in pieces if piece)


def _labels(mark: Mark, profile: Profile) -> str:
    """Return the mark's status, label and tags, as tags where the profile has them."""
    if profile.has_tags:
        tags = [f"claim/{mark.claim.status}"] if mark.claim else []
        tags += [f"label/{mark.label}"] if mark.label else []
        return " ".join(f"#{tag_word(tag)}" for tag in [*tags, *mark.tags])
    words = [mark.label.replace("-", " ")] if mark.label else []
    words += [f"tags: {escape_line(', '.join(mark.tags), profile)}"] if mark.tags else []
    return " · ".join(words)


def block_uuid(mark_id: str) -> str:
    """Return the id that the block of a mark has in an outline."""
    return str(uuid5(NAMESPACE_URL, f"urn:newsmargin:mark:{mark_id}"))


def tag_word(tag: str) -> str:
    """Return *tag* as a word that can be a tag of a profile that has those."""
    return _NOT_IN_TAGS.sub("-", tag)


def _ties(mark: Mark, setting: Setting) -> list[str]:
    """Return a list item for each link, and for what became of the passage."""
    ties = [_tie(link, setting) for link in mark.links]
    if mark.reply_to and mark.reply_to not in setting.marks:
        ties.insert(0, f"- reply to {_mark_link(mark.reply_to, setting)}")
    return ties + fate(mark, setting.article.text, setting.profile)


def _tie(link: Link, setting: Setting) -> str:
    """Return the list item of one link."""
    is_address = "://" in link.to
    target = f"<{safe_address(link.to)}>" if is_address else _mark_link(link.to, setting)
    note = f" – {escape_line(link.note, setting.profile)}" if link.note.strip() else ""
    rel = link.rel.replace("-", " ")
    kind = f"evidence ({rel})" if link.rel in ("supports", "contradicts") else rel
    return f"- {kind}: {target}{note}"


def _mark_link(mark_id: str, setting: Setting) -> str:
    """Return a link to another mark: in this file, in another, or by its id when it is unknown."""
    profile = setting.profile
    if profile.is_outline and (mark_id in setting.marks or mark_id in setting.linked):
        known = setting.marks.get(mark_id) or setting.linked[mark_id]
        return f"[{_link_words(known.quote or 'note', profile)}]((({block_uuid(mark_id)})))"
    if mark_id in setting.marks:
        words = _link_words(setting.marks[mark_id].quote or "note", profile)
        if profile.has_block_ids:
            return f"[[#^h-{mark_id}|{words}]]"
        return f"[{words}](#h-{mark_id})"
    if mark_id not in setting.linked:
        return escape_line(mark_id, profile)
    other = setting.linked[mark_id]
    words = _link_words(f"{other.title}: {other.quote}", profile)
    if profile.has_block_ids:
        return f"[[{other.file}#^h-{mark_id}|{words}]]"
    return f"[{words}](<reader://open/{other.article}#{mark_id}>)"


def _link_words(text: str, profile: Profile) -> str:
    """Return the words that a link to a mark shows."""
    line = " ".join(text.split())
    short = line if len(line) <= 60 else f"{line[:60].rsplit(' ', 1)[0]} …"
    if profile.has_block_ids:
        return re.sub(r"[\[\]|]", " ", short)
    return escape_line(short, profile).replace("]", "\\]")
