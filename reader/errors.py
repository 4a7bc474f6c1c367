"""Every error that Newsmargin raises on purpose.

    ReaderError                 exit code 1
    ├── UsageError              2   the command line asks for something that cannot be
    ├── ConfigError             2   the configuration file cannot be used
    ├── ResourceError           2   the installation lacks one of its own files
    ├── NetworkError            3   a page could not be fetched
    │   └── StatusError         3   … because its server would not give it
    ├── NotFoundError           4   a named article, mark or file does not exist
    ├── StoreError              5   the store could not do it
    │   ├── ReadOnlyError       5   … because it may only be read
    │   └── DamagedError        5   … because a file is damaged beyond reading
    ├── IngestError             1   a source is no article
    │   └── TooLargeError       1   … because it is beyond the limits
    ├── FactsError              1   the facts of an article could not be found
    └── SpanError               1   a range that no text can fill

Each is told as one line, ``subject: problem; remedy``: the thing the user named, what is wrong
with it, and what to do. Lower case, no full stop, no class names.
"""

from typing import ClassVar


class ReaderError(Exception):
    """Something that a user, a file, a network or a disk can cause.

    Args:
        subject: the thing the user named, as they named it.
        problem: what is wrong with it.
        remedy: what to do about it; empty when there is nothing to do.
    """

    exit_code: ClassVar[int] = 1
    """What the command line exits with."""

    def __init__(self, subject: str, problem: str, remedy: str = "") -> None:
        self.subject = subject
        self.problem = problem
        self.remedy = remedy
        super().__init__(subject, problem, remedy)

    def __str__(self) -> str:
        line = f"{self.subject}: {self.problem}" if self.subject else self.problem
        return f"{line}; {self.remedy}" if self.remedy else line


class UsageError(ReaderError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ConfigError(ReaderError):
    """The configuration file cannot be used."""

    exit_code = 2


class ResourceError(ReaderError):
    """The installation lacks one of its own files."""

    exit_code = 2


class NetworkError(ReaderError):
    """A page could not be fetched."""

    exit_code = 3


class StatusError(NetworkError):
    """A server answered that it would not give a page.

    Args:
        subject: the address.
        problem: what the server answered.
        remedy: what to do about it.
        status: the status of HTTP.
        retry_after_s: how many seconds the server asks to wait, None when it does not say.
    """

    def __init__(
        self,
        subject: str,
        problem: str,
        remedy: str,
        status: int,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(subject, problem, remedy)
        self.status = status
        self.retry_after_s = retry_after_s


class NotFoundError(ReaderError):
    """A named article, mark or file does not exist."""

    exit_code = 4


class StoreError(ReaderError):
    """The store could not do it; what was acknowledged before stands."""

    exit_code = 5


class ReadOnlyError(StoreError):
    """The store may be read but not written."""


class DamagedError(StoreError):
    """A file of the store is damaged beyond reading."""


class IngestError(ReaderError):
    """A source is no article."""


class TooLargeError(IngestError):
    """A source is beyond the limits of what is read."""


class FactsError(ReaderError):
    """The facts of an article could not be found."""


class SpanError(ReaderError):
    """A range that no text can fill."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"{start}-{end}", "not a range of text")
