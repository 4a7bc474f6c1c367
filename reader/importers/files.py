"""A folder of articles: each readable file is one, in a section called after its folder."""

from pathlib import Path

from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle

ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".md", ".markdown", ".txt")


def read_files(bundle: Bundle, form: str) -> Found:
    """Return the articles of a folder; what a browser saved beside a page is none."""
    root = bundle.folder or Path(bundle.subject)
    paths = sorted(root.rglob("*")) if root.is_dir() else [root]
    found = []
    for path in paths:
        below = path.relative_to(root) if root.is_dir() else Path(path.name)
        hidden = any(part.startswith(".") or part.endswith("_files") for part in below.parts)
        if path.suffix.lower() in ENDINGS and not hidden and path.is_file():
            section = " / ".join(below.parts[:-1]) or None
            found.append(FoundArticle(str(below), section=section, file=str(path)))
    return Found(form, tuple(found))
