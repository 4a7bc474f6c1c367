"""Rounds of hostile edits of exported files: no word is lost, and an export twice is one.

The owner breaks regions, moves and renames files, puts links and folders in their place, saves
them as other systems do, and saves them while the reader writes.
"""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.config import Config
from reader.export import atomic, find_notes
from reader.export.template import DEFAULT
from reader.library import Library
from reader.library.export_report import Exported
from reader.paths import Paths
from tests.library.made import PORT, port

PROFILES = ("markdown", "obsidian", "logseq")
TEMPLATE_EACH = 16
"""One round of so many is with a template: each export starts a process for it."""
BOM = "\ufeff"


class Desk:
    """A library, a folder that it exports to, and the owner of that."""

    def __init__(self, seed: int, library: Library, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.library = library
        self.folder = folder
        is_template = seed % TEMPLATE_EACH == 3
        self.profile = "template" if is_template else PROFILES[seed % len(PROFILES)]
        self.written: set[str] = set()
        """What the owner wrote, and has not taken out."""
        self.notes: dict[str, str] = {}
        """The last word of each mark's note."""
        self.refused: set[str] = set()
        """The marks whose regions the owner took out or broke."""
        self.count = 0

    def word(self, sign: str) -> str:
        """Return a word that was never used."""
        self.count += 1
        return f"{sign}{self.count}x"

    def own(self) -> str:
        """Return a word of the owner's that must not be lost."""
        word = self.word("OWN")
        self.written.add(word)
        return word

    @property
    def file(self) -> Path:
        """The file with the notes."""
        return next(iter(find_notes(self.folder).values()))

    @property
    def text(self) -> str:
        """What stands in the file."""
        return self.file.read_bytes().decode()

    def save(self, text: str) -> None:
        """Let the owner save the file as *text*."""
        self.written = {word for word in self.written if word in text}
        self.file.write_bytes(text.encode())

    def export(self) -> Exported:
        """Export the notes."""
        template = DEFAULT if self.profile == "template" else None
        profile = None if template else self.profile
        chosen = self.library.export_to(
            self.folder, [port().id], profile=profile, template=template
        )
        return chosen.files[0]


def lines_of(desk: Desk) -> tuple[list[str], int]:
    """Return the lines of the file, and the first below its front matter."""
    lines = desk.text.splitlines(keepends=True)
    last = "---" if lines[0].lstrip(BOM).startswith("---") else ""
    return lines, next(at for at, line in enumerate(lines) if at and line.strip() == last) + 1


def regions_of(desk: Desk) -> dict[str, tuple[int, int]]:
    """Return where each whole region of a mark stands: its first line, and the one after it."""
    opened: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for at, line in enumerate(lines_of(desk)[0]):
        for sign in ("begin", "end"):
            _, is_it, rest = line.partition(f"newsmargin:{sign} h-")
            name = rest.split(" ")[0]
            if is_it and sign == "begin":
                opened = {name: at}
            elif is_it and name in opened:
                found.setdefault(name, (opened[name], at + 1))
    return found


def write_a_line(desk: Desk) -> None:
    """The owner writes a line anywhere below the front matter."""
    lines, start = lines_of(desk)
    lines.insert(desk.chance.randrange(start, len(lines) + 1), f"\n{desk.own()}\n")
    desk.save("".join(lines))


def add_to_a_line(desk: Desk) -> None:
    """The owner adds to a line that stands there."""
    lines, start = lines_of(desk)
    places = [
        at
        for at in range(start, len(lines))
        if lines[at].strip() and "newsmargin:" not in lines[at]
    ]
    at = desk.chance.choice(places)
    line = lines[at].rstrip("\r\n")
    lines[at] = f"{line} {desk.own()}{lines[at][len(line) :]}"
    desk.save("".join(lines))


def as_windows_does(desk: Desk) -> None:
    """The owner's editor saves it with the line ends and the sign of another system."""
    text = desk.text.replace("\r\n", "\n").replace("\n", "\r\n")
    desk.save(text if text.startswith(BOM) else BOM + text)


def break_a_region(desk: Desk) -> None:
    """The owner loses the last comment line of a region."""
    if not (regions := regions_of(desk)):
        return
    name = desk.chance.choice(sorted(regions))
    lines, _ = lines_of(desk)
    del lines[regions[name][1] - 1]
    desk.refused.add(name)
    desk.save("".join(lines))


def take_a_region_out(desk: Desk) -> None:
    """The owner deletes a whole region."""
    if not (regions := regions_of(desk)):
        return
    name = desk.chance.choice(sorted(regions))
    lines, _ = lines_of(desk)
    start, end = regions[name]
    desk.refused.add(name)
    desk.save("".join(lines[:start] + lines[end:]))


def copy_a_region(desk: Desk) -> None:
    """The owner copies a region to the end of the file."""
    if regions := regions_of(desk):
        lines, _ = lines_of(desk)
        start, end = regions[desk.chance.choice(sorted(regions))]
        desk.save("".join([*lines, "\n", *lines[start:end]]))


def nest_a_region(desk: Desk) -> None:
    """The owner moves a region into another."""
    regions = regions_of(desk)
    if len(regions) < 2:
        return
    inner, outer = desk.chance.sample(sorted(regions), 2)
    desk.refused |= {inner, outer}
    lines, _ = lines_of(desk)
    start, end = regions[inner]
    moved = lines[start:end]
    lines[start:end] = [""] * (end - start)
    lines[regions[outer][0] + 1 : regions[outer][0] + 1] = moved
    desk.save("".join(lines))


def turn_round(desk: Desk) -> None:
    """The owner puts the last region first."""
    regions = sorted(regions_of(desk).values())
    if len(regions) > 1:
        lines, _ = lines_of(desk)
        (first, _), (start, end) = regions[0], regions[-1]
        moved = lines[start:end]
        desk.save("".join([*lines[:first], *moved, *lines[first:start], *lines[end:]]))


def edit_the_front(desk: Desk) -> None:
    """The owner turns the front matter round, and adds a key and a comment."""
    lines, start = lines_of(desk)
    is_yaml = lines[0].lstrip(BOM).startswith("---")
    first, last = (1, start - 1) if is_yaml else (0, start - 1)
    sign = "" if not is_yaml and lines[0].startswith(BOM) else None
    middle = lines[first:last]
    if sign is None and all(":" in line and not line.startswith(" ") for line in middle):
        middle.reverse()
    end = "\r\n" if lines[-1].endswith("\r\n") else "\n"
    colon = ":" if is_yaml else "::"
    middle.append(f"mood{desk.count}{colon} {desk.own()}{end}")
    if is_yaml:
        middle.append(f"# {desk.own()}{end}")
    desk.save("".join([*lines[:first], *middle, *lines[last:]]))


def rename(desk: Desk) -> None:
    """The owner gives the file another name."""
    desk.file.rename(desk.file.with_name(f"{desk.word('Name')}.md"))


def move(desk: Desk) -> None:
    """The owner moves the file into a folder of that."""
    place = desk.folder / desk.word("folder")
    place.mkdir()
    desk.file.rename(place / desk.file.name)


def make_it_a_link(desk: Desk) -> None:
    """The owner keeps the file elsewhere, and a link in its place."""
    file = desk.file
    if not file.is_symlink():
        elsewhere = desk.folder.parent / f"{desk.word('kept')}.md"
        shutil.move(file, elsewhere)
        file.symlink_to(elsewhere)


def put_a_folder_beside(desk: Desk) -> None:
    """The owner makes a folder that is called like the notes, and moves them into it."""
    file = desk.file
    text = file.read_bytes()
    is_link = file.is_symlink()
    if not is_link:
        file.unlink()
        file.mkdir()
        (file / "notes.md").write_bytes(text)


def change_a_note(desk: Desk) -> None:
    """A note is changed in the library."""
    marks = desk.library.marks(port().id)
    mark = desk.chance.choice(marks)
    desk.notes[mark.id] = desk.word("NOTE")
    desk.library.change_mark(mark.id, note=f"A thought.\n\nIt is {desk.notes[mark.id]}.")


def make_a_mark(desk: Desk) -> None:
    """A mark is made in the library."""
    word = desk.word("NOTE")
    mark = desk.library.annotate(port().id, quote=desk.chance.choice(PORT), note=word)
    desk.notes[mark.id] = word


def delete_a_mark(desk: Desk) -> None:
    """A mark is deleted in the library."""
    marks = desk.library.marks(port().id)
    if len(marks) > 1:
        mark = desk.chance.choice(marks)
        desk.library.delete_mark(mark.id)
        desk.notes.pop(mark.id, None)


def undo(desk: Desk) -> None:
    """Tags are put on a mark, and taken back."""
    mark = desk.chance.choice(desk.library.marks(port().id))
    desk.library.change_mark(mark.id, tags=["ports"])
    desk.library.undo()


ACTS: list[Callable[[Desk], None]] = [
    *[write_a_line, add_to_a_line, change_a_note] * 4,
    *[edit_the_front, make_a_mark, delete_a_mark, turn_round, as_windows_does, undo] * 2,
    *(break_a_region, take_a_region_out, copy_a_region, nest_a_region),
    *(rename, move, make_it_a_link, put_a_folder_beside),
]


def saved_meanwhile(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the owner save the file at the very moment between its reading and its writing."""
    waiting = ["\n"]

    def read_and_save(path: Path) -> str:
        text = atomic.read_text(path)
        if waiting:
            desk.save(f"{desk.text}{waiting.pop()}{desk.own()}\n")
        return text

    monkeypatch.setattr("reader.export.folder.read_text", read_and_save)


def check(desk: Desk) -> None:
    """Export, and hold the outcome to the law."""
    done = desk.export()
    assert done.error is None
    text = desk.text
    assert {word for word in desk.written if word not in text} == set()
    lines, _ = lines_of(desk)
    for name, (start, end) in regions_of(desk).items():
        if name not in desk.refused and name in desk.notes:
            assert desk.notes[name] in "".join(lines[start:end])
    shown = desk.notes.keys() - desk.refused - regions_of(desk).keys()
    assert shown == set()
    again = desk.export()
    assert (again.status, desk.text) == ("same", text)


def play(seed: int, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play one round: some generations of edits on both sides."""
    with closing(Library.open(Paths.below(place / "library"), Config())) as library:
        library.keep(port())
        desk = Desk(seed, library, place / "notes")
        for _ in range(3):
            make_a_mark(desk)
        desk.export()
        for _ in range(desk.chance.randint(1, 4)):
            for _ in range(desk.chance.randint(1, 5)):
                desk.chance.choice(ACTS)(desk)
            with monkeypatch.context() as patched:
                if desk.chance.random() < 0.2:
                    saved_meanwhile(desk, patched)
                check(desk)


@pytest.mark.parametrize("seed", range(12))
def test_rounds_of_hostile_edits_lose_nothing(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(seed, tmp_path, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("hundreds", range(20))
def test_two_thousand_rounds_of_hostile_edits_lose_nothing(
    hundreds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(1000 + 100 * hundreds, 1100 + 100 * hundreds):
        play(seed, tmp_path / str(seed), monkeypatch)
        shutil.rmtree(tmp_path / str(seed))
