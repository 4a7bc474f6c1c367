"""Finds where the expected facts of the sample articles stand in their text.

Which facts a sample must give, and with which values, is decided by its reader and written into
its ``.expected.json`` as quoted text, with the number of the occurrence when it is not the first.
This script adds the offsets, so that nobody counts characters by hand.

    python tools/expected_samples.py            # tells what is out of date; exit code 1 if any is
    python tools/expected_samples.py --update   # writes the offsets
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.ingest import ingest
from reader.resources import sample_articles

_PLACE = ("start", "end")


def expectation_file(sample: Path) -> Path:
    """Return the file that says what *sample* must give."""
    return sample.with_name(f"{sample.stem}.expected.json")


def place(text: str, fact: Mapping[str, Any]) -> tuple[int, int]:
    """Return where *fact* stands in *text*: the occurrence it names, as whole words.

    Raises:
        LookupError: if there is none.
    """
    words = str(fact["text"])
    before = r"\b" if re.match(r"\w", words) else ""
    after = r"\b" if re.search(r"\w$", words) and words.isascii() else ""
    found = list(re.finditer(before + re.escape(words) + after, text))
    number = int(fact.get("occurrence", 1))
    if len(found) < number:
        raise LookupError(f"{words!r} stands there {len(found)} times, not {number}")
    return found[number - 1].span()


def with_places(expected: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return *expected* with the offsets of its facts as they are in *text*.

    A fact with a ``gap``, which says why it is known to be missed, may be missing from the text.

    Raises:
        LookupError: if another one is.
    """
    facts = []
    for fact in expected["facts"]:
        bare = {key: value for key, value in fact.items() if key not in _PLACE}
        try:
            start, end = place(text, fact)
        except LookupError:
            if "gap" not in fact:
                raise
            facts.append(bare)
        else:
            facts.append({**bare, "start": start, "end": end})
    return {**expected, "facts": facts}


def render(expected: Mapping[str, Any]) -> str:
    """Return *expected* as JSON with a fact a line, so that a change reads well in a diff."""
    head = {key: value for key, value in expected.items() if key != "facts"}
    lines = ",\n".join(f"    {json.dumps(fact, ensure_ascii=False)}" for fact in expected["facts"])
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{opening},\n  "facts": [\n{lines}\n  ]\n}}\n'


def check(sample: Path, *, update: bool) -> str:
    """Return what is wrong with the expectations of *sample*; nothing when it was put right."""
    file = expectation_file(sample)
    stands = file.read_text(encoding="utf-8")
    try:
        wanted = render(with_places(json.loads(stands), ingest(sample.read_bytes()).text))
    except LookupError as error:
        return str(error)
    if wanted != stands and not update:
        return "out of date; run this with --update"
    file.write_text(wanted, encoding="utf-8")
    return ""


def main(arguments: list[str]) -> int:
    """Check every sample, or bring it up to date; return the exit code."""
    wrong = 0
    for sample in sample_articles():
        told = check(sample, update="--update" in arguments)
        if told:
            wrong = 1
            print(f"{expectation_file(sample).name}: {told}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
