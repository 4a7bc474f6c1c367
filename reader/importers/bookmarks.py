"""Bookmarks as browsers write them, and Pocket's list, which looks much like them."""

from dataclasses import replace
from html.parser import HTMLParser

from reader.article.sanitise import clean_line
from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.tables import text_of
from reader.importers.values import address, digest, instant, names

_ARCHIVE = "read archive"
_BARS = frozenset({"bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks"})


class _Listed(HTMLParser):
    """Collects the links of a list that hardly ever closes a tag."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.articles: list[FoundArticle] = []
        self.refused: list[Refused] = []
        self._form = form
        self._folders: list[str] = []
        self._named = ""
        self._heading = ""
        self._gathered: list[str] | None = None
        self._link: dict[str, str] | None = None
        self._line = 0
        self._in_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a folder, a link, a heading or a note."""
        self._end_note()
        if tag == "dl":
            self._folders.append(self._named)
            self._named = ""
        elif tag == "a":
            self._link = {name: value or "" for name, value in attrs}
            self._line = self.getpos()[0]
            self._gathered = []
        elif tag in ("h1", "h2", "h3", "dd"):
            self._gathered = []
            self._in_note = tag == "dd"

    def handle_endtag(self, tag: str) -> None:
        """Take in what was gathered."""
        self._end_note()
        if tag == "dl" and self._folders:
            self._folders.pop()
        elif tag == "a" and self._link is not None:
            self._take(self._link, self._words())
            self._link = None
        elif tag == "h1":
            self._heading = self._words().lower()
        elif tag in ("h2", "h3"):
            self._named = self._words()

    def handle_data(self, data: str) -> None:
        """Gather words."""
        if self._gathered is not None:
            self._gathered.append(data)

    def close(self) -> None:
        """Take in the last note."""
        super().close()
        self._end_note()

    def _words(self) -> str:
        """Return what was gathered, and gather no more."""
        gathered, self._gathered = self._gathered or [], None
        return clean_line("".join(gathered))

    def _end_note(self) -> None:
        """Put a note that ends here on the last link."""
        if not self._in_note:
            return
        self._in_note = False
        note = self._words()
        if note and self.articles:
            last = self.articles[-1]
            mark = made_mark(self._form, digest(last.url or "", "note"), last, note=note)
            self.articles[-1] = replace(last, marks=(FoundMark(mark, last.where),))

    def _take(self, link: dict[str, str], title: str) -> None:
        """Take in one link; what is no page, as a search or a script, is passed over."""
        where = f"line {self._line}"
        href = link.get("href", "")
        if href.startswith(("place:", "javascript:", "chrome:", "about:", "data:", "file:")):
            return
        try:
            url = address(href)
        except RowError as error:
            self.refused.append(Refused(where, str(error)))
            return
        folders = [name for name in self._folders if name and name.lower() not in _BARS]
        archived = self._heading == _ARCHIVE
        self.articles.append(
            FoundArticle(
                where,
                url,
                "" if title.startswith(("http://", "https://")) else title,
                tags=names(link.get("tags")),
                added=instant(link.get("add_date") or link.get("time_added")),
                section=" / ".join(folders) or None,
                said={"archived": True, "read": True} if archived else {},
            )
        )


def read_bookmarks(bundle: Bundle, form: str) -> Found:
    """Return the links of a list of bookmarks, its folders as sections, its notes as marks."""
    listed = _Listed(form)
    for data in bundle.files.values():
        listed.feed(text_of(data))
        listed.close()
    return Found(form, tuple(listed.articles), tuple(listed.refused))
