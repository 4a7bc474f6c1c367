"""What goes between the library and other programs' files, beside the notes that are exported."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from reader.library.export_data import material_of, template_format
from reader.library.export_report import ExportReport
from reader.library.exporting import Options, Target
from reader.library.importing import Imported, Importing, Progress
from reader.library.read_back import ReadBack, read_back
from reader.library.sources import Sources
from reader.search import Catalogue
from reader.store import Store

if TYPE_CHECKING:
    from reader.library.feeds import Feeds


class Exchange:
    """The imports of one library, and what is exported beside notes. Any thread may call it."""

    def __init__(
        self, store: Store, catalogue: Catalogue, sources: Sources, feeds: "Feeds", profile: str
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._sources = sources
        self._feeds = feeds
        self._profile = profile

    def import_from(
        self,
        source: str,
        data: bytes | None = None,
        *,
        form: str | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Imported:
        """Take in what the file or folder *source* holds, in one step that one undo takes back.

        What is here already stays as it is, so that doing it twice changes nothing. What makes no
        sense is told, and the rest is taken in.

        Args:
            source: a path.
            data: what it holds, when it is no file.
            form: its format; told by the content when None.
            dry_run: write nothing, tell what would come of it.
            progress: told after each article how many of how many are done.

        Raises:
            NotFoundError: if there is no such file.
            ReaderError: if nothing can be made of it.
            StoreError: if the store cannot be written.
        """
        from reader.importers import find

        found = find(source, data, form)
        if found.opml is not None:
            return self._subscriptions(found.opml, source, dry_run=dry_run)
        importing = Importing(self._store, self._catalogue, self._sources, dry_run=dry_run)
        return importing.run(found, progress)

    def render(self, article_ids: Sequence[str], template: str, subject: str) -> str:
        """Return the notes on articles as a *template* of the user's own writes them.

        Args:
            article_ids: which articles.
            template: its text.
            subject: what errors call it, such as the name of its file.

        Raises:
            ReaderError: if it is no template, or asks for more than it may have.
        """
        form = template_format(template, subject)
        return form.render([material_of(self._store, one, form) for one in article_ids])

    def write_contents(
        self, folder: Path, report: ExportReport, *, by_tag: bool, **options: Unpack[Options]
    ) -> ExportReport:
        """Write the contents of a *folder* of notes; return *report* with what came of that.

        Raises:
            ReaderError: if they cannot be written.
        """
        from reader.library.export_contents import write_contents

        target = Target.of(folder, options, self._profile)
        files = {each.article: each.path for each in report.files if each.path is not None}
        rows = self._catalogue.rows()
        told = write_contents(self._store, target, files, rows, by_tag=by_tag)
        return ExportReport(report.folder, (*report.files, *told))

    def read_back(
        self,
        folder: Path,
        *,
        dry_run: bool = False,
        template: str | None = None,
        subject: str = "the template",
    ) -> ReadBack:
        """Take in what was edited in the notes files below *folder*, in one step.

        Args:
            folder: a folder of exported notes, or a file of them.
            dry_run: write nothing, tell what would be taken in.
            template: the template that wrote them, if one did.
            subject: what errors call it.

        Raises:
            ReaderError: if the template is none.
            StoreError: if the store cannot be written; then nothing is taken in.
        """
        return read_back(self._store, folder, dry_run=dry_run, template=template, subject=subject)

    def _subscriptions(self, data: bytes, source: str, *, dry_run: bool) -> Imported:
        """Take in the feeds of an OPML file."""
        if dry_run:
            from reader.ingest.feeds import read_opml

            listed = read_opml(data, source)
            refused = tuple(f"{address}: is no web address" for address in listed.refused)
            return Imported("opml", {"feeds": len(listed.feeds)}, refused=refused)
        told = self._feeds.import_opml(data, source)
        failed = tuple(each.error for each in told if each.error is not None)
        added = sum(each.status == "added" for each in told)
        same = sum(each.status == "same" for each in told)
        return Imported("opml", {"feeds": added, "same_articles": same}, refused=failed)
