"""Pastes of many kinds and languages open as their careful reader says they must.

Each file of ``pastes`` says above ``----`` what the paste states, and below it, in the first column
of each line, what the line is: ``T`` the headline, ``t`` text, ``h`` a heading, ``x`` what is left
out, ``+`` the rest of the line above. Where ``gaps`` names an aspect, the paste is known to fall
short there, and the test has to fail, so that the gap is crossed out when it is closed.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reader.article.model import Article
from reader.ingest import ingest

PASTES = sorted((Path(__file__).parent / "pastes").glob("*.txt"))


@dataclass
class Paste:
    """A paste and what must become of its lines."""

    stated: dict[str, str]
    source: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    """The lines that the last line was put among."""

    def take(self, mark: str, line: str) -> None:
        """Take one marked line of the file."""
        words = " ".join(re.sub(r"^(?:>+|[•-])\s?", "", line).split())
        lists = {"T": [self.titles], "t": [self.text], "h": [self.text, self.headings]}
        if mark == "+":
            self.last[-1] += f" {words}"
        elif mark:
            for lines in lists.get(mark, [self.left_out]):
                lines.append(words)
                self.last = lines
        self.source.append(line)


def opened(path: Path) -> tuple[Paste, Article]:
    """Return the paste of a file, and the article that the program makes of it."""
    head, _, body = path.read_text(encoding="utf-8").partition("----\n")
    paste = Paste(dict(re.findall(r"^(\w+): *(.*)$", head, re.MULTILINE)))
    for line in body.splitlines():
        paste.take(line[:1], line[2:])
    return paste, ingest("\n".join(paste.source).encode(), kind="text")


def in_each_paste(aspect: str) -> pytest.MarkDecorator:
    """Run a test on every paste; it has to fail on those with a gap there."""
    return pytest.mark.parametrize("path", [_with_gap(path, aspect) for path in PASTES])


def _with_gap(path: Path, aspect: str) -> Any:
    """Return the parameter of one paste."""
    gaps = re.search(r"^gaps: *(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    is_gap = gaps is not None and aspect in gaps[1].split(", ")
    marks = [pytest.mark.xfail(strict=True, reason=f"{aspect} fall short")] if is_gap else []
    return pytest.param(path, id=path.stem, marks=marks)


@in_each_paste("title")
def test_a_paste_has_its_headline(path: Path) -> None:
    paste, article = opened(path)
    assert [article.title] == paste.titles


@in_each_paste("stated")
def test_a_paste_says_when_and_by_whom_it_was_written(path: Path) -> None:
    paste, article = opened(path)
    found = article.as_dict()
    found |= {"byline": ", ".join(article.byline), "tags": "|".join(article.tags)}
    wanted = {name: value for name, value in paste.stated.items() if value and name in found}
    assert {name: found[name] for name in wanted} == wanted


@in_each_paste("headings")
def test_a_paste_has_its_headings_and_no_others(path: Path) -> None:
    paste, article = opened(path)
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind == "heading"] == (
        paste.headings
    )


@in_each_paste("text")
def test_no_line_of_a_paste_s_text_is_lost(path: Path) -> None:
    paste, article = opened(path)
    blocks = {article.text[block.start : block.end] for block in article.blocks}
    assert [line for line in paste.text if line not in blocks] == []


@in_each_paste("furniture")
def test_no_furniture_of_a_paste_is_left_in_its_text(path: Path) -> None:
    paste, article = opened(path)
    blocks = {article.text[block.start : block.end] for block in article.blocks}
    assert [line for line in paste.left_out if line in blocks] == []
