"""What the library tells of its feeds: each as it stands, and what came of asking for it."""

from dataclasses import dataclass
from typing import Any, Literal

SubscribedStatus = Literal["added", "same", "failed"]
RefreshedStatus = Literal["new", "unchanged", "failed", "not-due"]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One subscription as it stands."""

    url: str
    title: str
    home: str | None
    folder: tuple[str, ...]
    """The folders it lies in, the outermost first."""

    section: str
    """The section that its articles go into."""

    checked: str
    """When it was last asked for, in ISO 8601; empty when it never was."""

    due: str
    """From when on a refresh of what is due asks for it; empty for at once."""

    failures: int
    """How many times in a row it failed."""

    gone: bool
    error: str
    """Why it failed the last time; empty when it did not."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "url": self.url,
            "title": self.title,
            "home": self.home,
            "folder": list(self.folder),
            "section": self.section,
            "checked": self.checked or None,
            "due": self.due or None,
            "failures": self.failures,
            "gone": self.gone,
            "error": self.error or None,
        }


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What came of subscribing to one address."""

    url: str
    """The feed's address; what the user named when there is no feed."""

    title: str
    status: SubscribedStatus
    new: int = 0
    """How many of its entries became articles."""

    others: tuple[str, ...] = ()
    """Further feeds that the page names."""

    error: str | None = None
    exit_code: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        names = ("url", "title", "status", "new", "error")
        return {name: getattr(self, name) for name in names} | {"others": list(self.others)}


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of asking for one feed."""

    url: str
    """Its address, the new one when it has moved for good."""

    title: str
    status: RefreshedStatus
    new: int = 0
    """How many of its entries became articles."""

    changed: int = 0
    """How many articles got another version."""

    moved_from: str | None = None
    """Its address until now, when it has moved for good."""

    error: str | None = None
    exit_code: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        names = ("url", "title", "status", "new", "changed", "moved_from", "error")
        return {name: getattr(self, name) for name in names}
