"""Rounds of exports, edits on both sides and readings back: no word of either side is lost."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from tests.library.made import PORT, port

PROFILES = ("markdown", "obsidian", "logseq")


class Desk:
    """A library, the notes that it exports, and who writes in both."""

    def __init__(self, seed: int, library: Library, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.library = library
        self.folder = folder
        self.profile = self.chance.choice(PROFILES)
        self.here: set[str] = set()
        """What was written in the library."""
        self.there: set[str] = set()
        """What was written in the file."""
        self.count = 0

    def word(self, side: set[str], sign: str) -> str:
        """Return a word that was never used, written on one side."""
        self.count += 1
        side.add(f"{sign}{self.count}x")
        return f"{sign}{self.count}x"

    def mark(self) -> None:
        """A mark is made in the library."""
        note = f"Of it: {self.word(self.here, 'HERE')}"
        self.library.annotate(port().id, quote=self.chance.choice(PORT), note=note)

    def note(self) -> None:
        """A note is added to in the library."""
        mark = self.chance.choice(self.library.marks(port().id))
        self.library.change_mark(mark.id, note=f"{mark.note} {self.word(self.here, 'HERE')}")

    def edit(self) -> None:
        """The owner of the file adds to a line of a note."""
        for path in self.folder.glob("*.md"):
            lines = path.read_text().splitlines(keepends=True)
            places = [at for at, line in enumerate(lines) if "Of it:" in line and ">" not in line]
            if places:
                at = self.chance.choice(places)
                line = lines[at].removesuffix("\n")
                lines[at] = f"{line} {self.word(self.there, 'THERE')}\n"
                path.write_text("".join(lines))

    def export(self) -> None:
        """The notes are exported."""
        self.library.export_to(self.folder, [port().id], profile=self.profile)

    def read_back(self) -> None:
        """The file is read back."""
        self.library.exchange.read_back(self.folder)

    def check(self) -> None:
        """No word is gone from where it was written."""
        notes = " ".join(mark.note for mark in self.library.marks(port().id))
        file = " ".join(path.read_text() for path in self.folder.glob("*.md"))
        assert {word for word in self.here if word not in notes} == set()
        assert {word for word in self.there if word not in file} == set()


def play(seed: int, place: Path) -> None:
    """Play one round."""
    with closing(Library.open(Paths.below(place / "library"), Config())) as library:
        library.keep(port())
        desk = Desk(seed, library, place / "notes")
        desk.mark()
        desk.export()
        acts = [desk.mark, *[desk.note, desk.edit, desk.export, desk.read_back] * 3]
        for _ in range(desk.chance.randint(4, 14)):
            desk.chance.choice(acts)()
            desk.check()
        edited = bool(desk.there)
        desk.export()
        told = library.exchange.read_back(desk.folder)
        desk.export()
        desk.check()
        notes = " ".join(mark.note for mark in library.marks(port().id))
        if edited and not told.conflicts and not told.problems:
            assert {word for word in desk.there if word not in notes} == set()


@pytest.mark.parametrize("seed", range(12))
def test_rounds_lose_no_word(seed: int, tmp_path: Path) -> None:
    play(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("hundreds", range(4))
def test_hundreds_of_rounds_lose_no_word(hundreds: int, tmp_path: Path) -> None:
    for seed in range(1000 + 100 * hundreds, 1100 + 100 * hundreds):
        play(seed, tmp_path / str(seed))
