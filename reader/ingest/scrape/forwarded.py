"""The lines that mail programs put over a text that somebody forwards."""

import re
from collections.abc import Iterator, Sequence

_FIELD = re.compile(
    r"""(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|para|enviado
    |fecha|asunto|data|assunto|envoyé|objet|à|da|inviato|oggetto|प्रेषक|विषय)\s*:\s""",
    re.IGNORECASE | re.VERBOSE,
)
_SUBJECT = re.compile(r"(?:subject|betreff|asunto|assunto|objet|oggetto|विषय)\s*:", re.IGNORECASE)
_RULE = re.compile(r"-{2,}\s*[^-]{3,40}\s*-{2,}$|begin\s+forwarded\s+message:$", re.IGNORECASE)
_WROTE = re.compile(
    r"(?:on|am|le|el|il|em)\s.{8,90}\b(?:wrote|schrieb.*|écrit|escribió|scritto|escreveu)\s*:$",
    re.IGNORECASE,
)
_LEAST_FIELDS = 3


def forwarded(texts: Sequence[str]) -> dict[int, str]:
    """Return the lines of a forwarded mail's head, each with why it is no part of the text."""
    found = [i for i, text in enumerate(texts) if _WROTE.match(text)]
    for run in _runs(texts):
        if len(run) >= _LEAST_FIELDS and any(_SUBJECT.match(texts[index]) for index in run):
            above = run[0] - 1
            found += [above, *run] if above >= 0 and _RULE.match(texts[above]) else run
    return dict.fromkeys(found, "boilerplate")


def _runs(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the indices of lines next to each other that are fields of a mail's head."""
    run: list[int] = []
    for index, text in enumerate(texts):
        if _FIELD.match(text):
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run
