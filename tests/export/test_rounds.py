"""Many rounds of edits on both sides: no edit is lost, no update is lost, nothing is done twice."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from reader.annotations import Claim, Mark
from reader.export.document import Prose, parse, split_front
from reader.export.merging import bases_of, merge_notes
from reader.export.rendering import render_notes
from tests.export.stories import BUSES, COSTS, DOUBLE, HOLT, LEAD, ferry, highlight

REGION = re.compile(
    r"^(?:- )?(?:<!--|%%) newsmargin:begin (h-\w+) .*?newsmargin:end \1 (?:-->|%%)\r?\n",
    re.MULTILINE | re.DOTALL,
)
MARKER = re.compile(r"(?:- |  )?(?:<!--|%%) newsmargin:")


@dataclass
class Desk:
    """A file, its owner, and the reader that exports to it."""

    chance: random.Random
    profile: str
    marks: list[Mark]
    file: str = ""
    bases: dict[str, Any] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    """What the owner wrote and has not taken out."""
    updates: dict[str, str] = field(default_factory=dict)
    """The last note of each mark."""
    refused: set[str] = field(default_factory=set)
    """Regions that the owner took out of the file."""
    count: int = 0

    def word(self, who: str) -> str:
        """Return a word that was never used before."""
        self.count += 1
        return f"{who}{self.count}x"

    def own(self) -> str:
        """Return a word of the owner's that must not be lost."""
        word = self.word("OWN")
        self.written.add(word)
        return word


def lines_of(desk: Desk) -> list[str]:
    """Return the file's lines with their ends."""
    return desk.file.splitlines(keepends=True)


def body_start(lines: list[str]) -> int:
    """Return the first line after the front matter."""
    last = "---" if lines[0].startswith("---") else ""
    return next(at for at, line in enumerate(lines) if at and line.strip() == last) + 1


def write_a_line(desk: Desk) -> None:
    """The owner writes a line anywhere below the front matter."""
    lines = lines_of(desk)
    at = desk.chance.randrange(body_start(lines), len(lines) + 1)
    end = "\r\n" if "\r\n" in desk.file else "\n"
    desk.file = "".join([*lines[:at], f"{desk.own()}{end}", *lines[at:]])


def change_a_line(desk: Desk) -> None:
    """The owner adds to a line that stands there, be it theirs or the reader's."""
    lines = lines_of(desk)
    places = [
        at
        for at in range(body_start(lines), len(lines))
        if lines[at].strip() and not MARKER.match(lines[at])
    ]
    at = desk.chance.choice(places)
    line = lines[at]
    text = line.rstrip("\r\n")
    lines[at] = f"{text} {desk.own()}{line[len(text) :]}"
    desk.file = "".join(lines)


def take_a_region_out(desk: Desk) -> None:
    """The owner deletes a whole region, with what they wrote in it."""
    regions = list(REGION.finditer(desk.file))
    if not regions:
        return
    region = desk.chance.choice(regions)
    desk.file = desk.file[: region.start()] + desk.file[region.end() :]
    desk.refused.add(region.group(1))
    desk.written = {word for word in desk.written if word in desk.file}


def move_a_region(desk: Desk) -> None:
    """The owner moves a region to the end of the file."""
    regions = list(REGION.finditer(desk.file))
    if regions:
        region = desk.chance.choice(regions)
        rest = desk.file[: region.start()] + desk.file[region.end() :]
        desk.file = rest + region.group()


def add_a_key(desk: Desk) -> None:
    """The owner adds a property, or changes one of the reader's."""
    lines = lines_of(desk)
    end = "\r\n" if "\r\n" in desk.file else "\n"
    colon = ":" if lines[0].startswith("---") else "::"
    own = f"mood{desk.count}{colon} {desk.own()}{end}"
    lines.insert(desk.chance.randrange(1, body_start(lines)), own)
    desk.file = "".join(lines)


def change_line_ends(desk: Desk) -> None:
    """The owner's editor saves the file with the line ends of another system."""
    desk.file = desk.file.replace("\r\n", "\n").replace("\n", "\r\n")


def change_a_note(desk: Desk) -> None:
    """A note is changed in the reader."""
    if desk.marks:
        at = desk.chance.randrange(len(desk.marks))
        word = desk.word("NOTE")
        desk.marks[at] = replace(desk.marks[at], note=f"A thought.\n\n{word} in it.")
        desk.updates[desk.marks[at].id] = word


def add_a_mark(desk: Desk) -> None:
    """A mark is made in the reader."""
    passage = desk.chance.choice([LEAD, COSTS, DOUBLE, HOLT, BUSES])
    mark = highlight(f"01jez7r4{desk.count:05}", passage, note=desk.word("NOTE"))
    desk.count += 1
    desk.marks.append(mark)
    desk.updates[mark.id] = mark.note


def delete_a_mark(desk: Desk) -> None:
    """A mark is deleted in the reader."""
    if desk.marks:
        gone = desk.marks.pop(desk.chance.randrange(len(desk.marks)))
        desk.updates.pop(gone.id, None)


def relabel_a_mark(desk: Desk) -> None:
    """A mark gets a status and a label in the reader."""
    if desk.marks:
        at = desk.chance.randrange(len(desk.marks))
        status = desk.chance.choice(["supported", "false"])
        desk.marks[at] = replace(desk.marks[at], kind="claim", claim=Claim(status), label="doubt")


BY_THE_OWNER: list[Callable[[Desk], None]] = [
    *[write_a_line, change_a_line] * 3,
    *(take_a_region_out, move_a_region, add_a_key, change_line_ends),
]
IN_THE_READER = [*[change_a_note] * 3, add_a_mark, delete_a_mark, relabel_a_mark]


def region_text(file: str, mark_id: str) -> str:
    """Return the text of a mark's region in a file."""
    return next(
        (found.group() for found in REGION.finditer(file) if found.group(1) == f"h-{mark_id}"), ""
    )


def prose(file: str) -> str:
    """Return what stands between the regions of a file."""
    _, body = split_front(file)
    return "".join(piece.text for piece in parse(body) if isinstance(piece, Prose))


def is_left_in(text: str, longer: str) -> bool:
    """Tell whether *longer* is *text* with nothing but characters put into it."""
    rest = iter(longer)
    return all(character in rest for character in text)


def export(desk: Desk) -> None:
    """Export once, and hold the outcome to the law."""
    notes = render_notes(ferry(), desk.marks, profile=desk.profile)
    merged = merge_notes(desk.file, desk.bases, notes)
    assert {word for word in desk.written if word not in merged.text} == set()
    assert is_left_in(prose(desk.file), prose(merged.text))
    for mark_id, word in desk.updates.items():
        if f"h-{mark_id}" not in desk.refused:
            assert word in region_text(merged.text, mark_id)
    for region in desk.refused:
        assert f"begin {region} " not in merged.text
    again = merge_notes(merged.text, merged.bases, notes)
    assert again.text == merged.text
    assert again.bases == merged.bases
    desk.file, desk.bases = merged.text, merged.bases


def play(seed: int) -> None:
    """Play one round: a first export, then a few generations of edits on both sides."""
    chance = random.Random(seed)
    passages = [LEAD, COSTS, HOLT, BUSES]
    marks = [highlight(f"01jez7r4v0q8{at}", text) for at, text in enumerate(passages)]
    desk = Desk(chance, chance.choice(["markdown", "obsidian", "logseq"]), marks)
    notes = render_notes(ferry(), marks, profile=desk.profile)
    desk.file, desk.bases = notes.text, bases_of(notes)
    for _ in range(chance.randint(1, 3)):
        for _ in range(chance.randint(0, 4)):
            chance.choice(BY_THE_OWNER)(desk)
        for _ in range(chance.randint(0, 3)):
            chance.choice(IN_THE_READER)(desk)
        export(desk)


@pytest.mark.parametrize("tens", range(20))
def test_two_hundred_rounds_lose_nothing(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        play(seed)


@pytest.mark.slow
@pytest.mark.parametrize("hundreds", range(20))
def test_two_thousand_rounds_lose_nothing(hundreds: int) -> None:
    for seed in range(1000 + 100 * hundreds, 1100 + 100 * hundreds):
        play(seed)
