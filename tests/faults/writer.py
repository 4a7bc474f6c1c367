"""A writer in a process of its own: reads requests on its input, acknowledges what is durable.

A request is a line of JSON, ``{"article", "note"}`` for a new mark or ``{"id", "note"}`` for a
change, and may bear a ``ref``; the acknowledgement is a line ``{"id", "ref"}``, or ``{"error"}``.
"""

import json
import sys
from pathlib import Path
from typing import Any

from reader.annotations.model import Mark, new_mark_id
from reader.errors import ReaderError
from reader.store import Change, Store


def serve(store: Store) -> None:
    """Answer every request until the input ends."""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"id": save(store, request), "ref": request.get("ref", "")}
        except ReaderError as error:
            answer = {"error": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def save(store: Store, request: dict[str, Any]) -> str:
    """Do what *request* asks for and return the mark's id."""
    if "id" in request:
        held = store.mark(request["id"])
        change = Change("notes", held.article, held.id, {"note": request["note"]})
    else:
        mark = Mark(new_mark_id(), request["article"], "quote", note=request["note"])
        change = Change("notes", mark.article, mark.id, mark.as_dict(), create=True)
    store.commit([change], "note")
    return change.key


if __name__ == "__main__":
    opened = Store(Path(sys.argv[1]))
    serve(opened)
    opened.close()
