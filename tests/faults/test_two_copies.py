"""Two copies on one directory, doing anything in any order, agree with a list of notes."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from reader.store import Change, Store
from tests.faults.cutting import abandon
from tests.store.making import make_mark, note

Notes = dict[str, str]

ARTICLES = st.sampled_from(["harbour", "quay"])
COPIES = st.sampled_from([0, 1])
TEXTS = st.text(max_size=20)


class TwoCopies(RuleBasedStateMachine):
    """Two stores on one directory; what was saved, and what undo and redo lead to, is known."""

    marks = Bundle("marks")

    @initialize()
    def open_both(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="two-copies-"))
        self.stores = [Store(self.root), Store(self.root)]
        self.notes: Notes = {}
        self.done: list[Notes] = []
        self.undone: list[Notes] = []

    def teardown(self) -> None:
        """Close both, and find nothing wrong."""
        for store in self.stores:
            store.close()
        last = Store(self.root)
        assert last.doctor() == []
        assert {mark.id: mark.note for mark in last.all_marks()} == self.notes
        last.close()
        shutil.rmtree(self.root)

    @rule(target=marks, copy=COPIES, article=ARTICLES, text=TEXTS)
    def make(self, copy: int, article: str, text: str) -> str:
        mark_id = make_mark(self.stores[copy], article, note=text)
        self._step({**self.notes, mark_id: text})
        return mark_id

    @rule(copy=COPIES, mark_id=marks, text=TEXTS)
    def change(self, copy: int, mark_id: str, text: str) -> None:
        if mark_id in self.notes and self.notes[mark_id] != text:
            note(self.stores[copy], mark_id, text)
            self._step({**self.notes, mark_id: text})

    @rule(copy=COPIES, mark_id=consumes(marks))
    def delete(self, copy: int, mark_id: str) -> None:
        if mark_id in self.notes:
            article = self.stores[copy].mark(mark_id).article
            change = Change("notes", article, mark_id, {"deleted": True})
            self.stores[copy].commit([change], "deletion")
            self._step({key: text for key, text in self.notes.items() if key != mark_id})

    @rule(copy=COPIES)
    def undo(self, copy: int) -> None:
        step = self.stores[copy].undo()
        assert (step is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.notes)
            self.notes = self.done.pop()

    @rule(copy=COPIES)
    def redo(self, copy: int) -> None:
        step = self.stores[copy].redo()
        assert (step is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.notes)
            self.notes = self.undone.pop()

    @rule(copy=COPIES)
    def checkpoint(self, copy: int) -> None:
        self.stores[copy].checkpoint()

    @rule(copy=COPIES, crashing=st.booleans())
    def start_again(self, copy: int, crashing: bool) -> None:
        (abandon if crashing else Store.close)(self.stores[copy])
        self.stores[copy] = Store(self.root)

    @rule(article=ARTICLES, length=st.integers(0, 300))
    def damage(self, article: str, length: int) -> None:
        for path in (self.root / "notes").glob(f"*/{article}.json"):
            path.write_bytes(path.read_bytes()[:length])

    @invariant()
    def both_see_what_was_saved(self) -> None:
        for store in self.stores:
            seen = {mark.id: mark.note for mark in store.all_marks()}
            assert seen == self.notes

    def _step(self, notes: Notes) -> None:
        """Note that a step led to *notes*."""
        self.done.append(self.notes)
        self.undone.clear()
        self.notes = notes


TwoCopies.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestTwoCopies = pytest.mark.slow(TwoCopies.TestCase)
