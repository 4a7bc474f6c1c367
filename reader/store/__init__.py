"""The store: articles, marks, states and the library in a directory of TinyDB files."""

from reader.store.model import Change, DocumentChange, Finding, Restored, Step
from reader.store.store import Store

__all__ = ["Change", "DocumentChange", "Finding", "Restored", "Step", "Store"]
