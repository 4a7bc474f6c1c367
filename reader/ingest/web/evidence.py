"""What speaks for and against a block being the article's, as numbers with names.

The voters' words come first; then where the block stands among those they agree on, what the
elements around it are called, and how it reads.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from lxml import etree

from reader.ingest.web.blocks import PageBlock

Evidence = dict[str, float]
"""Strength by name, from 0 to 1 but for logarithms of lengths; what is missing is 0."""

_NAMES = {
    "in_related": r"relat|recommend|read-?next|read-?more|more-|also|trending|popular|most-?|teaser"
    r"|card|promo|latest|listing|archive|carousel|recirc|outbrain|taboola",
    "in_social": r"share|sharing|social|follow|tweet",
    "in_comments": r"comment|disqus|respond|reply|discussion",
    "in_author": r"author|byline|bio\b|contributor|writer|avatar|profile",
    "in_furniture": r"nav|menu|breadcrumb|footer|masthead|sidebar|side-|widget|toolbar|pagination"
    r"|pager|toc\b|table-of-contents|rail\b|utility|skip",
    "in_signup": r"newsletter|subscri|sign-?up|paywall|cookie|consent|modal|popup|banner|advert"
    r"|sponsor|\bads?\b|-ad-|cta\b|donate|login|gdpr",
    "in_filing": r"tag|topic|categor|meta|label|date|time|kicker|eyebrow|rubric|credit",
    "in_body": r"article-?_?body|articlebody|entry-?content|post-?content|post-?body|story-?body"
    r"|article-?_?content|article-?text|main-?content|rich-?text|prose",
}
_NAMED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMES.items()}
_TAGS = {
    "aside": "in_aside",
    "nav": "in_aside",
    "footer": "in_footer",
    "header": "in_header",
    "form": "in_aside",
    "figure": "in_figure",
    "address": "in_author",
}
_READS = {
    "reads_call": r"^(?:subscribe|sign up|share|follow|click|download|read (?:more|next|also|our)"
    r"|see (?:also|more)|watch|listen|join|get (?:the|our|more)|learn more|view|shop|buy|print"
    r"|donate|support|log ?in|register|contact|back to|skip|show|load|copy|save|join|tweet|pin)\b",
    "reads_boilerplate": r"all rights reserved|copyright|©|newsletter|privacy policy|cookie"
    r"|terms of|advertisement|sponsored|affiliate|leave a (?:comment|reply)|your email"
    r"|follow us|subscribe|sign up|photo by|image credit|getty images|filed under|posted in"
    r"|related (?:articles|posts|stories)|you (?:may|might) (?:also )?like|recommended|most popular"
    r"|read more|more from|this article (?:was|originally)|about the author|in this article",
    "reads_dated": r"^(?:(?:published|updated|posted|last)\b.{0,40}\d|\w{3,9}\.? \d{1,2},? \d{4}"
    r"|\d{1,2} \w{3,9} \d{4}|\d{4}-\d\d-\d\d|\d+ (?:min|hours?|days?|minutes?)\b)",
    "reads_byline": r"^(?:by|von|par|por|written by|story by|words by|author)\b.{0,60}$",
}
_READ = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _READS.items()}
_FURNISHED = (
    *("rights", "copyright", "©", "newsletter", "privacy", "cookie", "terms of", "advert"),
    *("sponsor", "affiliate", "leave a", "your email", "follow", "subscribe", "sign up"),
    *("photo by", "image credit", "getty", "filed", "posted in", "related", "like"),
    *("recommend", "most popular", "read more", "more from", "this article", "about the"),
)
"""What each line that reads as boilerplate has one of; to look for these first is quick."""
_AT_START = tuple(name for name in _READS if name != "reads_boilerplate")
_SENTENCE_END = re.compile(r"[.!?…。:]['\"”’»)\]]*$")
_STRONG = 0.6
_ENDING = 12
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Votes:
    """What each voter thinks of each block: which part of it was kept, from 0 to 1."""

    by_name: Mapping[str, Sequence[float]]
    """Those of the voters that found an article at all."""

    trust: dict[str, float]
    """How much each agrees with the others on this page, from 0 to 1."""

    stated: Sequence[float] | None
    """The same for the article's text as the page's own data gives it."""

    def support(self, index: int) -> float:
        """Return what the voters think of one block, those in agreement counting for more."""
        total = sum(self.trust.values())
        if not total:
            return 0.0
        kept = (self.trust[name] * cover[index] for name, cover in self.by_name.items())
        return sum(kept) / total


def weigh(
    blocks: Sequence[PageBlock], words: Sequence[Sequence[str]], votes: Votes
) -> list[Evidence]:
    """Return the evidence for each of *blocks*.

    Args:
        blocks: all of the page's blocks.
        words: their tokens.
        votes: what the voters said.
    """
    support = [votes.support(index) for index in range(len(blocks))]
    sizes = [len(block) for block in words]
    strong = [i for i, size in enumerate(sizes) if support[i] > _STRONG and size >= 10]
    spine = _spine(blocks, strong, sizes)
    groups = _Groups(blocks, support, sizes)
    copies = Counter(block.draft.text for block in blocks if block.draft.text)
    named: dict[etree._Element, frozenset[str]] = {}
    found: list[Evidence] = []
    for index, block in enumerate(blocks):
        evidence = _voted(votes, index) | _around(support, sizes, index) | groups.of(block)
        evidence |= _reads(block, sizes[index], copies)
        evidence |= dict.fromkeys(_names_around(block.element, spine, named), 1.0)
        if strong:
            evidence["before_first"] = float(index < strong[0])
            evidence["after_last"] = float(index > strong[-1])
        found.append(evidence)
    return found


def _voted(votes: Votes, index: int) -> Evidence:
    """Return what the voters say of one block, alone and together."""
    covers = {name: cover[index] for name, cover in votes.by_name.items()}
    kept = sum(value >= _STRONG for value in covers.values())
    evidence = {
        **covers,
        "support": votes.support(index),
        "kept_by_most": float(2 * kept > len(covers)),
        "kept_by_all": float(kept == len(covers)),
    }
    if votes.stated is not None:
        evidence["stated"] = votes.stated[index]
        evidence["unstated"] = 1.0 - votes.stated[index]
    return evidence


def _around(support: Sequence[float], sizes: Sequence[int], index: int) -> Evidence:
    """Return what the voters think of the blocks before and after, the nearest alone first."""
    before = [i for i in range(max(0, index - 4), index) if sizes[i]]
    after = [i for i in range(index + 1, min(len(sizes), index + 5)) if sizes[i]]
    return {
        "before": support[before[-1]] if before else 0.0,
        "after": support[after[0]] if after else 0.0,
        "before_wide": _mean(support, sizes, before),
        "after_wide": _mean(support, sizes, after),
    }


def _mean(support: Sequence[float], sizes: Sequence[int], indices: Sequence[int]) -> float:
    """Return the support of some blocks by their words."""
    total = sum(sizes[i] for i in indices)
    return sum(support[i] * sizes[i] for i in indices) / total if total else 0.0


class _Groups:
    """How much of what stands in one element the voters kept."""

    def __init__(
        self, blocks: Sequence[PageBlock], support: Sequence[float], sizes: Sequence[int]
    ) -> None:
        self.kept: defaultdict[etree._Element, float] = defaultdict(float)
        self.size: defaultdict[etree._Element, int] = defaultdict(int)
        self.most = [0.0] * _LEVELS
        for block, value, size in zip(blocks, support, sizes, strict=True):
            for element in _ancestors(block.element, _LEVELS):
                self.kept[element] += value * size
                self.size[element] += size
        for block in blocks:
            for level, element in enumerate(_ancestors(block.element, _LEVELS)):
                self.most[level] = max(self.most[level], self.kept[element])

    def of(self, block: PageBlock) -> Evidence:
        """Return which part of the elements around *block* was kept, the innermost first.

        And the mass of that, beside the weightiest element of the page as far out: a teaser's
        paragraphs are few, however many teasers there are.
        """
        evidence: Evidence = {}
        for level, element in enumerate(_ancestors(block.element, _LEVELS)):
            if level:
                evidence[f"group_{level}"] = self.kept[element] / max(1, self.size[element])
                evidence[f"mass_{level}"] = self.kept[element] / max(1.0, self.most[level])
        return evidence


def _ancestors(element: etree._Element, count: int) -> list[etree._Element]:
    """Return *element* and those around it, *count* in all."""
    found = [element]
    while len(found) < count:
        parent = found[-1].getparent()
        if parent is None:
            break
        found.append(parent)
    return found


def _spine(
    blocks: Sequence[PageBlock], strong: Sequence[int], sizes: Sequence[int]
) -> frozenset[etree._Element]:
    """Return the elements that hold most of the strong blocks, down from the root.

    What they are called says nothing: it holds for the article and for all around it.
    """
    holds: Counter[etree._Element] = Counter()
    for index in strong:
        for element in blocks[index].element.iterancestors():
            holds[element] += sizes[index]
    total = sum(sizes[index] for index in strong)
    return frozenset(element for element, size in holds.items() if size > 0.7 * total)


def _names_around(
    element: etree._Element,
    spine: frozenset[etree._Element],
    named: dict[etree._Element, frozenset[str]],
) -> frozenset[str]:
    """Return what *element* and those around it, up to the spine, are called."""
    if element in spine:
        return frozenset()
    if element not in named:
        parent = element.getparent()
        outer = frozenset() if parent is None else _names_around(parent, spine, named)
        named[element] = outer | _own_names(element)
    return named[element]


def _own_names(element: etree._Element) -> frozenset[str]:
    """Return what one element is called by its tag, classes and id."""
    words = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    names = {_TAGS[element.tag]} if element.tag in _TAGS else set()
    return frozenset(names.union(*map(_called, words)))


@lru_cache(maxsize=4096)
def _called(word: str) -> frozenset[str]:
    """Return what one class or id says; pages use few, and use them again and again."""
    return frozenset(name for name, pattern in _NAMED.items() if pattern.search(word))


def _reads(block: PageBlock, size: int, copies: Counter[str]) -> Evidence:
    """Return how a block reads, whatever stands around it."""
    draft = block.draft
    evidence = {
        "size": log1p(size) / 5,
        "linked": block.linked,
        f"is_{draft.kind}": 1.0,
        "sentence": float(_SENTENCE_END.search(draft.text[-_ENDING:]) is not None),
        "copied": float(copies[draft.text] > 1),
    }
    if draft.kind == "heading":
        evidence[f"is_h{draft.level}"] = 1.0
    if size < 40:
        evidence |= dict.fromkeys(_reads_as(draft.text), 1.0)
    return evidence


def _reads_as(text: str) -> list[str]:
    """Return the names of what a short text reads as; all but boilerplate shows at its start."""
    found = [name for name in _AT_START if _READ[name].match(text)]
    lower = text.lower()
    if any(word in lower for word in _FURNISHED) and _READ["reads_boilerplate"].search(text):
        found.append("reads_boilerplate")
    return found
