"""An article as a book, for readers that open nothing else."""

import html
import zipfile
from pathlib import Path

_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">bench</dc:identifier>
<dc:title>{title}</dc:title><dc:language>en</dc:language></metadata><manifest>
<item id="page" href="page.xhtml" media-type="application/xhtml+xml"/>
<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest><spine toc="toc"><itemref idref="page"/></spine></package>"""
_CONTENTS = """<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/>
<docTitle><text>{title}</text></docTitle><navMap><navPoint id="first" playOrder="1">
<navLabel><text>{title}</text></navLabel><content src="page.xhtml"/></navPoint></navMap></ncx>"""
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>
<body>{body}</body></html>"""


def write_book(path: Path, title: str, markdown: str) -> None:
    """Write *markdown*, of headings and paragraphs alone, as a book of one chapter."""
    body = as_html(markdown)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE.format(title=title))
        book.writestr("page.xhtml", _PAGE.format(title=title, body=body))
        book.writestr("toc.ncx", _CONTENTS.format(title=title))


def as_html(markdown: str) -> str:
    """Return *markdown*, of headings and paragraphs alone, as the inside of a page."""
    return "\n".join(map(_element, markdown.split("\n\n")))


def _element(part: str) -> str:
    """Return a heading or a paragraph."""
    signs, _, words = part.partition(" ") if part.startswith("#") else ("", "", part)
    name = f"h{len(signs)}" if signs else "p"
    return f"<{name}>{html.escape(words)}</{name}>"
