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
from collections.abc import Iterator, Mapping
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
    number = fact.get("occurrence", 1)
    if len(found) < number:
        raise LookupError(f"{words!r} stands there {len(found)} times, not {number}")
    return found[number - 1].span()


def with_places(expected: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return *expected* with the offsets of its facts as they are in *text*."""
    facts = []
    for fact in expected["facts"]:
        start, end = place(text, fact)
        bare = {key: value for key, value in fact.items() if key not in _PLACE}
        facts.append({**bare, "start": start, "end": end})
    return {**expected, "facts": facts}


def render(expected: Mapping[str, Any]) -> str:
    """Return *expected* as JSON with a fact a line, so that a change reads well in a diff."""
    head = {key: value for key, value in expected.items() if key != "facts"}
    lines = ",\n".join(f"    {json.dumps(fact, ensure_ascii=False)}" for fact in expected["facts"])
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{opening},\n  "facts": [\n{lines}\n  ]\n}}\n'


def outdated() -> Iterator[tuple[Path, str]]:
    """Yield each file that is not as it should be, with what it should hold."""
    for sample in sample_articles():
        file = expectation_file(sample)
        stands = file.read_text(encoding="utf-8")
        text = ingest(sample.read_bytes()).text
        try:
            wanted = render(with_places(json.loads(stands), text))
        except LookupError as error:
            raise SystemExit(f"{file.name}: {error}") from error
        if wanted != stands:
            yield file, wanted


def main(arguments: list[str]) -> int:
    """Tell or write what is out of date; return the exit code."""
    update = "--update" in arguments
    stale = False
    for file, wanted in outdated():
        print(f"{file.name}: {'updated' if update else 'out of date'}")
        stale = stale or not update
        if update:
            file.write_text(wanted, encoding="utf-8")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
