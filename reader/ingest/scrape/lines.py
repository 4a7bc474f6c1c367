"""The lines of a scrape, and what can be seen of each by itself."""

import re
from dataclasses import dataclass

from reader.ingest.boilerplate import GROUPS, furniture
from reader.ingest.dates import find_date
from reader.ingest.scrape.languages import SMALL_WORDS

_LETTERS = r"[^\W_](?:[^\W_]|[\u0900-\u0963\u0966-\u0dff])*"
_WORD = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*")
"""Signs of vowels belong to the words of India's scripts, though they are no letters."""

_CLOSERS = "\"'”’»)]"
_SENTENCE = re.compile(r"(?:[.!?…][\"'”’»)\]]*\s+[A-ZÀ-Þ“\"‘«»„¿¡]|[।॥]\s+\S)")
_NUMBERED = re.compile(
    r"(?:#?\d{1,3}[.):]|#\d|step\s+\d|day\s+\d|[IVX]{1,4}\.)(?:\s|$)", re.IGNORECASE
)
_BULLET = re.compile(r"[-•*·●▪–‣◦■►→✓✔]\s")
_BYLINE = re.compile(
    r"""(?:by|written\s+by|posted\s+by|author|story\s+by|words\s+by|words:|von|par|por|autor(?:in|a)?
    |auteur|autore|a\s+cura\s+di|लेखक|लेखिका)\b|di\s+[A-Z]""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.com\b", re.IGNORECASE)
_GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]")
_LABEL = re.compile(r"[A-Z][\w ’'/-]{1,30}:\s*\S")
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]+\s+){1,2}[A-Z][\w’'.-]+")
_QUESTION = re.compile(
    r"(?:how|what|why|when|where|who|which|is|are|can|do|does|should)\b", re.IGNORECASE
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that part no words; two signs count as one."""

_BIO = re.compile(
    r"""(?:[A-ZÀ-Þ][\w.’'-]+\s+){1,3}(?:is|was|has|writes|covers|works|lives|joined|founded|serves|holds
    |earned|studied|graduated|received|currently|loves|enjoys|leads|specializes|reports)\b""",
    re.VERBOSE,
)
_RESPONSE = re.compile(
    r"""(?:thanks?|great|love|nice|hi|hello|wow|good|awesome|yes|no|lol|agreed
    |i\s+(?:have|had|love|am|was|think|would)|@\w)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SPEAKER = frozenset(
    "i i'm i've i'd i'll i’m i’ve i’d i’ll my me mine myself we our us".split()  # noqa: SIM905
)
_ADDRESSED = frozenset("you your you're you’re you'll you’ll yours".split())  # noqa: SIM905


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

    life: bool
    """Whether it opens as a line on a person's life and work does."""

    response: bool
    """Whether it opens as an answer to an article does."""

    speaker: float
    """The share of its words that name who speaks."""

    addressed: float
    """The share of its words that name who is spoken to."""

    furniture: tuple[float, ...]
    """The share of it that the words of each group of furniture cover."""

    copies: int
    """How many lines of the scrape say the same."""

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it reads as running text."""
        return (self.words >= 12 and (self.ends_sentence or self.sentences > 0)) or self.words >= 35


_USUAL_CAPITALS = {"de": 0.35}
"""The share of words that start with a capital in any sentence of a language."""


def _beyond(capitals: float, language: str) -> float:
    """Return the share of *capitals* that the language does not ask for, of what it leaves open."""
    usual = _USUAL_CAPITALS.get(language, 0.0)
    return max(0.0, (capitals - usual) / (1 - usual))


def see(text: str, copies: int = 1, language: str = "en") -> Line:
    """Return the line *text*, looked at; *language* is one of ``SMALL_WORDS``."""
    words = _WORD.findall(text)
    folded = [word.lower() for word in words]
    small = SMALL_WORDS[language]
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
        capitals=_beyond(sum(word[0].isupper() for word in words) / count, language),
        small=sum(word in small for word in folded) / count,
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
        life=_BIO.match(text) is not None,
        response=_RESPONSE.match(text) is not None,
        speaker=sum(word in _SPEAKER for word in folded) / count,
        addressed=sum(word in _ADDRESSED for word in folded) / count,
        furniture=tuple(min(1.0, covered[group] / size) for group in GROUPS),
        copies=copies,
    )
