"""The dialects of Markdown that notes are written in."""

from dataclasses import dataclass

from reader.errors import UsageError


@dataclass(frozen=True, slots=True)
class Profile:
    """How one program writes what Markdown itself has no sign for."""

    name: str
    comment: tuple[str, str]
    """What opens and closes a comment that its preview hides."""
    has_block_ids: bool
    """Whether ``^id`` names a block, ``[[#^id]]`` leads to it, and ``> [!quote]`` is a callout."""
    has_tags: bool
    """Whether ``#word`` is a tag."""
    is_outline: bool = False
    """Whether a file is a list of blocks that have properties, as ``key:: value``."""

    @property
    def indent(self) -> str:
        """What stands before each line of a block but its first."""
        return "  " if self.is_outline else ""


MARKDOWN = Profile("markdown", ("<!--", "-->"), has_block_ids=False, has_tags=False)
OBSIDIAN = Profile("obsidian", ("%%", "%%"), has_block_ids=True, has_tags=True)
LOGSEQ = Profile("logseq", ("<!--", "-->"), has_block_ids=False, has_tags=True, is_outline=True)
TEMPLATE = Profile("template", ("<!--", "-->"), has_block_ids=False, has_tags=False)
"""What a template of the user's own writes; it is chosen by naming that."""
PROFILES = {profile.name: profile for profile in (MARKDOWN, OBSIDIAN, LOGSEQ)}


def profile_named(name: str) -> Profile:
    """Return the profile of that name.

    Raises:
        UsageError: if there is none.
    """
    try:
        return PROFILES[name]
    except KeyError:
        known = ", ".join(PROFILES)
        raise UsageError(name, "no profile of notes", f"one of {known}") from None
