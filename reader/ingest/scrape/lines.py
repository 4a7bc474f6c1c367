"""The lines of a scrape, and what can be seen of each by itself."""

import re
from dataclasses import dataclass

from reader.ingest.boilerplate import GROUPS, furniture
from reader.ingest.dates import find_date

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLOSERS = "\"'”’»)]"
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+[A-Z“\"‘]")
_NUMBERED = re.compile(
    r"(?:#?\d{1,3}[.):]|#\d|step\s+\d|day\s+\d|[IVX]{1,4}\.)(?:\s|$)", re.IGNORECASE
)
_BULLET = re.compile(r"[-•*·●▪–‣◦■►→✓✔]\s")
_BYLINE = re.compile(r"(?:by|written by|posted by|author|story by|words by)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.com\b", re.IGNORECASE)
_GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]")
_LABEL = re.compile(r"[A-Z][\w ’'/-]{1,30}:\s*\S")
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]+\s+){1,2}[A-Z][\w’'.-]+")
_QUESTION = re.compile(
    r"(?:how|what|why|when|where|who|which|is|are|can|do|does|should)\b", re.IGNORECASE
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that part no words; two signs count as one."""

_SMALL = frozenset(
    _WORD.findall(
        """the a an of to in and for on with at by from is are was were be as that this it its
        his her their has have had not but or if will would can could said after before over
        under into than then who which what when how why you we they he she i your our my
        about more most also been do does did so up out no new all one two some may there
        these those while because"""
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a scrape and what it looks like. Ratios are 0 to 1."""

    text: str
    words: int
    ends_sentence: bool
    ends_open: bool
    """Whether a comma, colon or semicolon ends it."""

    colon: bool
    question: bool
    asks: bool
    """Whether a word of questions opens it."""

    upper: bool
    lower: bool
    capitals: float
    """The share of its words that start with a capital."""

    small: float
    """The share of its words that are the small words of the language."""

    all_capitals: bool
    digits: float
    numbered: bool
    bullet: bool
    dated: bool
    byline: bool
    parted: bool
    """Whether a bar or an angle parts it, as in breadcrumbs."""

    address: bool
    glued: bool
    label: bool
    """Whether it reads as a label with its value."""

    person: bool
    """Whether it could be a person's name alone."""

    sentences: int
    """How many sentences begin in its midst."""

    furniture: tuple[float, ...]
    """The share of it that the words of each group of furniture cover."""

    copies: int
    """How many lines of the scrape say the same."""

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it reads as running text."""
        return (self.words >= 12 and (self.ends_sentence or self.sentences > 0)) or self.words >= 35


def see(text: str, copies: int = 1) -> Line:
    """Return the line *text*, looked at."""
    words = _WORD.findall(text)
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text)) // 2
    count = max(1, len(words))
    bare = text.rstrip(_CLOSERS)
    covered = furniture(text)
    size = max(1, min(len(text), 400))
    return Line(
        text=text,
        words=len(words) + unspaced,
        ends_sentence=bare.endswith((".", "!", "?", "…", "。", "！", "？", "।", "؟")),
        ends_open=bare.endswith((",", ":", ";")),
        colon=bare.endswith(":"),
        question=bare.endswith("?"),
        asks=_QUESTION.match(text) is not None,
        upper=text[:1].isupper(),
        lower=text[:1].islower(),
        capitals=sum(word[0].isupper() for word in words) / count,
        small=sum(word.lower() in _SMALL for word in words) / count,
        all_capitals=text.isupper(),
        digits=sum(map(str.isdigit, text[:400])) / size,
        numbered=_NUMBERED.match(text) is not None,
        bullet=_BULLET.match(text) is not None,
        dated=len(text) < 200 and find_date(text) is not None,
        byline=_BYLINE.match(text) is not None,
        parted=any(sign in text for sign in "|›»/→"),
        address=_ADDRESS.search(text) is not None,
        glued=_GLUED.search(text) is not None,
        label=_LABEL.match(text) is not None,
        person=len(words) <= 4 and _PERSON.fullmatch(text) is not None,
        sentences=len(_SENTENCE.findall(text)),
        furniture=tuple(min(1.0, covered[group] / size) for group in GROUPS),
        copies=copies,
    )
