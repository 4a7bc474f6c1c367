"""What is known of a feed that somebody subscribed to, and when it is to be asked again."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any, Self

from reader.ingest.fetch import Validators

_HALF_HOUR_S = 1800
_DAY_S = 24 * 3600
_WEEK_S = 7 * _DAY_S
_MOST_DOUBLINGS = 10
_KEY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Subscription:
    """What the user chose: a feed, its name, and its place."""

    url: str
    title: str = ""
    """The user's own name for it, else the feed's."""

    home: str | None = None
    folder: tuple[str, ...] = ()
    """The folders it lies in, the outermost first."""

    added: str = ""
    """When, in ISO 8601."""

    @property
    def key(self) -> str:
        """A name for it that can stand anywhere; it stays what it is only while the url does."""
        data = self.url.encode("utf-8", "surrogatepass")
        return hashlib.blake2s(data, digest_size=_KEY_LENGTH).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self) | {"folder": list(self.folder)}

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the subscription that ``as_dict`` described; what is not of its type is left out.

        Raises:
            ValueError: if there is no address.
        """
        if not _is_text(body.get("url")) or not body["url"]:
            raise ValueError("a subscription without an address")
        names = ("url", "title", "home", "added")
        known = {name: body[name] for name in names if _is_text(body.get(name))}
        folder = body.get("folder")
        parts = folder if isinstance(folder, list | tuple) else ()
        return cls(**known, folder=tuple(part for part in parts if _is_text(part) and part))


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the last answers told of a feed. Lost, it costs one more full answer."""

    etag: str = ""
    last_modified: str = ""
    checked: str = ""
    """When its server was last asked, in ISO 8601."""

    due: str = ""
    """From when on it may be asked again, in ISO 8601; empty for at once."""

    failures: int = 0
    """How many times in a row it failed."""

    error: str = ""
    """Why it failed the last time, ``subject: problem; remedy``; empty when it did not."""

    gone: bool = False
    """Whether its server said that it is gone for good."""

    seen: Mapping[str, str] = field(default_factory=dict)
    """The fingerprints of its entries as they were, by their keys."""

    @property
    def validators(self) -> Validators:
        """What tells the server which version one has."""
        return Validators(self.etag, self.last_modified)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self) | {"seen": dict(self.seen)}

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the state that ``as_dict`` described; what is not of its type is left out."""
        usual = cls()
        known: dict[str, Any] = {
            spec.name: body[spec.name]
            for spec in fields(cls)
            if type(body.get(spec.name)) is type(getattr(usual, spec.name))
        }
        seen = known.get("seen", {})
        known["seen"] = {
            key: sign for key, sign in seen.items() if _is_text(key) and _is_text(sign)
        }
        return cls(**known)

    def is_due(self, now: datetime) -> bool:
        """Tell whether it may be asked at *now*; one that is gone never is."""
        if self.gone:
            return False
        try:
            due = datetime.fromisoformat(self.due) if self.due else now
        except ValueError:
            return True
        return due.tzinfo is None or due <= now

    def after_answer(self, now: datetime, validators: Validators, fresh_s: int | None) -> Self:
        """Return the state after an answer at *now*.

        Args:
            now: when it came.
            validators: what the server said of this version.
            fresh_s: for how many seconds the server or the feed calls it fresh.
        """
        wait = min(max(fresh_s or 0, _HALF_HOUR_S), _DAY_S)
        return replace(
            self,
            etag=validators.etag or self.etag,
            last_modified=validators.last_modified or self.last_modified,
            checked=_stamp(now),
            due=_stamp(now + timedelta(seconds=wait)),
            failures=0,
            error="",
            gone=False,
        )

    def after_failure(
        self, now: datetime, error: str, wait_s: float | None = None, *, gone: bool = False
    ) -> Self:
        """Return the state after a failure at *now*: twice as long a wait as after the last.

        Args:
            now: when it failed.
            error: why.
            wait_s: how many seconds the server asks to wait; it is not asked before.
            gone: whether it is gone for good.
        """
        doubled = _HALF_HOUR_S * 2 ** min(self.failures, _MOST_DOUBLINGS)
        wait = max(min(doubled, _DAY_S), min(wait_s or 0, _WEEK_S))
        return replace(
            self,
            checked=_stamp(now),
            due=_stamp(now + timedelta(seconds=wait)),
            failures=self.failures + 1,
            error=error,
            gone=gone,
        )


def _is_text(value: object) -> bool:
    """Tell whether *value* is a text."""
    return isinstance(value, str)


def _stamp(moment: datetime) -> str:
    """Return *moment* to the second."""
    return moment.isoformat(timespec="seconds")
