"""The articles that screens are measured with, and a library that holds them."""

import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HEADLINE = "Zebra headline for the bench"
FIRST_WORD = "Skarrow"
"""The first word of every text, which stands nowhere else: where it is, the text is."""

_SAID = (
    "the harbour council voted again after a long debate while costs rose and fees fell in most "
    "quarters according to the treasurer who said that more boats would come before summer"
)
_SENTENCES = 5


class Case(NamedTuple):
    """An article of a length, with so many marks."""

    name: str
    words: int
    marks: int = 0


CASES = (
    Case("800", 800),
    Case("10k", 10_000),
    Case("200k", 200_000, 500),
    Case("200k, 5,000 marks", 200_000, 5000),
)


def text_of(words: int) -> str:
    """Return an article of about so many words in Markdown, a heading before every eighth part."""
    chance, parts = random.Random(words), [f"# {HEADLINE}"]
    for number in range(max(1, words // 100)):
        if number % 8 == 7:
            parts.append(f"## Section {number // 8}")
        sentences = [
            " ".join(chance.choices(_SAID.split(), k=19)).capitalize() + f" in case {number}-{nth}."
            for nth in range(_SENTENCES)
        ]
        parts.append(" ".join(sentences))
    parts[1] = f"{FIRST_WORD} {parts[1]}"
    return "\n\n".join(parts)


def fill(folder: Path, reader: Sequence[str]) -> dict[str, list[str]]:
    """Keep each case in a library of its own below *folder*; return what opens each.

    The articles themselves are left in *folder* too, by the names of their cases.
    """
    return {case.name: _keep(case, folder, reader) for case in CASES}


def _keep(case: Case, folder: Path, reader: Sequence[str]) -> list[str]:
    """Keep one case in a library; return what opens it."""
    source = folder / f"{case.name}.md"
    source.write_text(text_of(case.words), encoding="utf-8")
    base = [*reader, "--data-dir", str(folder / f"library of {case.name}")]
    article_id = json.loads(_run([*base, "add", str(source), "--jsonl"]))["id"]
    step = case.words // 100 * _SENTENCES // case.marks if case.marks else 0
    sentences = range(0, step * case.marks, step) if step else range(0)
    places = (f"{n // _SENTENCES}-{n % _SENTENCES}" for n in sentences)
    marks = ({"article": article_id, "quote": f"in case {place}."} for place in places)
    _run([*base, "annotate", "--batch", "--jsonl"], "\n".join(map(json.dumps, marks)))
    return [*base, "open", article_id]


def _run(command: Sequence[str], given: str = "") -> str:
    """Return what *command* prints, which must have done what it was asked for."""
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return done.stdout
