"""Feeds the readers of all formats with bytes that are bred for coverage, until one breaks.

Not a part of any test run: it needs atheris, which is installed beside the project's own packages
in an environment made for it, and it goes on for as long as it is let::

    python -m tests.fuzz.fuzz_ingest FOLDER -max_total_time=600

FOLDER keeps what was found to reach new code; the files in it when it starts are built upon. What
breaks a reader is left as ``crash-…`` where it was started, and becomes an example of
``tests/ingest/test_broken_files.py``.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

_KINDS = (None, "html", "markdown", "text", "mail", "epub", "pdf")
_FORMATS = ("html", "markdown", "scrape", "mail.reading", "epub.reading", "pdf.reading")


def main(arguments: list[str]) -> None:
    """Fuzz until told to stop; *arguments* are those of libFuzzer."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["reader"]):
        for name in _FORMATS:
            import_module(f"reader.ingest.{name}")
        examples = import_module("tests.ingest.test_broken_files")

    def read(data: bytes) -> None:
        """Read *data* as the format that its first byte stands for; 0 lets the content tell."""
        if data:
            examples.read(data[1:], _KINDS[data[0] % len(_KINDS)])

    for argument in arguments:
        if not argument.startswith("-"):
            _sow(Path(argument), examples.WHOLE)
    atheris.Setup([sys.argv[0], *arguments], read)
    atheris.Fuzz()


def _sow(folder: Path, examples: dict[str, bytes]) -> None:
    """Put a good file of every format into *folder*, unless there is something in it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for name, whole in examples.items():
            (folder / name).write_bytes(b"\0" + whole)


if __name__ == "__main__":
    main(sys.argv[1:])
