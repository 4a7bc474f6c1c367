"""A lock for file systems that have none: a file that only one process can make.

Some network mounts refuse ``flock``. There whoever writes makes a file that must not exist yet,
says in it who it is, and removes it afterwards. A file whose maker has died is put aside: on the
same computer that is known at once, of another one only when the file has become old.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.store.files import parsed, read_bytes, write_all

OLD_S = 600.0
"""After how many seconds a file of another computer is nobody's; no change takes that long."""

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW


@dataclass(frozen=True, slots=True)
class Claim:
    """What stands in for the lock on ``lock``."""

    lock: Path
    """The lock's file, of which the clock of the file system is asked."""

    @property
    def path(self) -> Path:
        """The file that is there while somebody writes."""
        return self.lock.with_name(f"{self.lock.name}.held")

    def take(self) -> bool:
        """Make the file; False when somebody else has it.

        Raises:
            OSError: if the system refuses.
        """
        try:
            handle = os.open(self.path, _NEW, 0o600)
        except FileExistsError:
            self._put_aside_if_left()
            return False
        try:
            write_all(handle, json.dumps({"where": _here(), "pid": os.getpid()}).encode())
        except OSError:
            self.release()
            raise
        finally:
            os.close(handle)
        return True

    def release(self) -> None:
        """Take the file away."""
        self.path.unlink(missing_ok=True)

    def holder(self) -> str:
        """Return who made the file, in words."""
        where, pid = _told(read_bytes(self.path) or b"")
        return f"process {pid} on {where.partition(' ')[0]}" if pid else "a process that is unknown"

    def _put_aside_if_left(self) -> None:
        """Put the file out of the way when its maker has died."""
        with contextlib.suppress(FileNotFoundError):
            raw = read_bytes(self.path)
            if raw is None or not self._is_left(raw):
                return
            aside = self.path.with_name(f"{self.path.name}.{os.urandom(4).hex()}")
            self.path.rename(aside)
            if read_bytes(aside) != raw:  # another process was quicker, and this one is its own
                with contextlib.suppress(FileExistsError):
                    os.link(aside, self.path)
            aside.unlink()

    def _is_left(self, raw: bytes) -> bool:
        """Tell whether the maker of a file that says *raw* has died."""
        where, pid = _told(raw)
        if pid and where == _here():
            return not _lives(pid)
        os.utime(self.lock)
        return self.lock.stat().st_mtime - self.path.stat().st_mtime > OLD_S


@cache
def _here() -> str:
    """Return what tells this computer, since it was started, from all others."""
    told = [os.uname().nodename or "-"]
    with contextlib.suppress(OSError):
        told.append(Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        told.append(str(Path("/proc/self/ns/pid").readlink()))
    return " ".join(told)


def _told(raw: bytes) -> tuple[str, int]:
    """Return where the maker of a file runs, and its number; 0 when the file does not say."""
    try:
        body = parsed(raw)
        return str(body["where"]), int(body["pid"])
    except (ValueError, KeyError, TypeError):
        return "", 0


def _lives(pid: int) -> bool:
    """Tell whether there is a process with that number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
