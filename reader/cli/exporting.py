"""The verb that takes notes out of the library: export."""

from reader.cli.options import Verbs


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
