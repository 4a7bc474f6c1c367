"""A daily archive of everything that the user made; the articles themselves are not in it."""

import io
import itertools
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reader.article.identity import is_article_id
from reader.errors import DamagedError, NotFoundError, StoreError
from reader.store.files import read_bytes, stage, sync_folder, told
from reader.store.layout import Layout, TableFile
from reader.store.model import OF_ARTICLES

if TYPE_CHECKING:
    import tarfile

_DAYS, _WEEKS, _MONTHS = 7, 4, 6
_SMALL = 500
_SUFFIX = ".tar.gz"


def is_due(layout: Layout) -> bool:
    """Tell whether there is no archive of today yet."""
    return not _path(layout, _today()).exists()


def back_up_if_due(
    layout: Layout, stopped: Callable[[], bool], *, small: bool = False
) -> Path | None:
    """Write today's archive unless there is one; with *small* only when that takes no time.

    Raises:
        StoreError: if the system refuses.
    """
    with told("backups"):
        if not is_due(layout) or (small and is_large(layout)):
            return None
        return back_up(layout, stopped)


def is_large(layout: Layout) -> bool:
    """Tell whether the archive takes time worth speaking of."""
    files = (entry for table in OF_ARTICLES for entry in layout.entries(table))
    return next(itertools.islice(files, _SMALL, None), None) is not None


def back_up(layout: Layout, stopped: Callable[[], bool]) -> Path | None:
    """Write today's archive and remove those that are no longer needed.

    Args:
        layout: the data directory.
        stopped: asked between files; when it says so the archive is given up.

    Returns:
        The archive, or None when it was given up.

    Raises:
        OSError: if the system refuses.
    """
    if stopped():
        return None
    staged = stage(_path(layout, _today()), b"")
    try:
        if not _write(layout, staged.temporary, stopped):
            return None
        staged.replace()
    finally:
        staged.discard()
    sync_folder(layout.backups)
    for old in superfluous(_days(layout)):
        _path(layout, old).unlink(missing_ok=True)
    return staged.path


def _write(layout: Layout, path: Path, stopped: Callable[[], bool]) -> bool:
    """Write the archive to *path*, file by file; return whether it was finished."""
    import gzip  # once a day
    import tarfile

    with path.open("wb") as file:
        with (
            gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
        ):
            for held in _paths(layout):
                if stopped():
                    return False
                _add(archive, layout, held)
                archive.getmembers().clear()  # it would keep what it knows of every file
        file.flush()
        os.fsync(file.fileno())
    return True


def archives(layout: Layout) -> list[Path]:
    """Return the archives that there are, the latest first.

    Raises:
        StoreError: if the system refuses.
    """
    with told("backups"):
        return sorted(layout.backups.glob(f"*{_SUFFIX}"), reverse=True)


def find(layout: Layout, name: str) -> Path:
    """Return the archive called *name*: the day or the name of one of ours, else any file.

    Raises:
        NotFoundError: if there is none.
    """
    ours = (path for path in archives(layout) if name in (path.name, path.name[: -len(_SUFFIX)]))
    path = next(ours, Path(name).expanduser())
    if not path.exists():
        raise NotFoundError(name, "no such backup", "`reader restore` lists those there are")
    return path


def contents(layout: Layout, archive: Path) -> Iterator[tuple[TableFile, bytes]]:
    """Yield the files in *archive* with their bytes.

    Raises:
        StoreError: if it cannot be read.
        DamagedError: if it is no archive, or damaged.
    """
    import tarfile  # seldom

    try:
        with tarfile.open(archive, "r:gz") as opened:
            for member in opened:
                file = _named(layout, member.name)
                held = opened.extractfile(member) if member.isfile() else None
                if file is not None and held is not None:
                    yield file, held.read()
    except OSError as error:
        words = error.strerror or "not a backup, or damaged"
        raise StoreError(str(archive), words) from error
    except (tarfile.TarError, EOFError, ValueError, zlib.error) as error:
        raise DamagedError(str(archive), "not a backup, or damaged") from error


def superfluous(days: Iterable[date]) -> set[date]:
    """Return the days whose archives may go: beyond 7 days, 4 weeks and 6 months.

    Of each week and each month the last archive stays.
    """
    newest_first = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    kept = {*newest_first[:_DAYS], *list(weeks.values())[:_WEEKS], *list(months.values())[:_MONTHS]}
    return set(newest_first) - kept


def _days(layout: Layout) -> Iterator[date]:
    """Yield the days of which there are archives."""
    for path in layout.backups.glob(f"*{_SUFFIX}"):
        try:
            yield date.fromisoformat(path.name.removesuffix(_SUFFIX))
        except ValueError:
            continue


def _paths(layout: Layout) -> Iterator[Path]:
    """Yield the files that go into an archive."""
    yield layout.format
    yield layout.root / "library.json"
    for table in OF_ARTICLES:
        for file in layout.table_files(table):
            yield file.path


def _add(archive: "tarfile.TarFile", layout: Layout, path: Path) -> None:
    """Put the file *path* into *archive*, unless it is gone."""
    import tarfile

    data = read_bytes(path)
    if data is not None:
        member = tarfile.TarInfo(layout.relative(path))
        member.size, member.mode = len(data), 0o600
        archive.addfile(member, io.BytesIO(data))


def _named(layout: Layout, name: str) -> TableFile | None:
    """Return the file of tables that the member *name* of an archive is a copy of, or None."""
    path = PurePosixPath(name)
    if name == "library.json":
        return layout.table_file("library", "")
    for table in OF_ARTICLES:
        if len(path.parts) == 3 and path.parts[0] == table and path.suffix == ".json":
            return layout.table_file(table, path.stem) if is_article_id(path.stem) else None
    return None


def _path(layout: Layout, day: date) -> Path:
    """Return the archive of *day*."""
    return layout.backups / f"{day.isoformat()}{_SUFFIX}"


def _today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()
