"""Where the program keeps its files on this computer."""

import os
from pathlib import Path
from typing import NamedTuple, Self

from reader.errors import UsageError

APP_NAME = "newsmargin"
DATA_DIR_VARIABLE = "NEWSMARGIN_DATA_DIR"


class Paths(NamedTuple):
    """The places of one library; none of them need exist yet.

    A named tuple, for listing the library should not wait for dataclasses to load.
    """

    data: Path
    """The folder of the store: what is worth a backup."""

    config_file: Path
    """The settings a user writes by hand."""

    cache: Path
    """The folder of what can be made again from the store."""

    @classmethod
    def find(cls, data_dir: str | None = None) -> Self:
        """Return the places to use: below *data_dir*, else the environment's, else the system's.

        Touches no disk. An empty name counts as none.

        Raises:
            UsageError: if the name starts with the home of somebody who has none here.
        """
        root = data_dir or os.environ.get(DATA_DIR_VARIABLE)
        if root:
            return cls.below(_absolute(root))
        import platformdirs  # not needed, and not cheap, when the folder is named

        return cls(
            data=platformdirs.user_data_path(APP_NAME, appauthor=False),
            config_file=platformdirs.user_config_path(APP_NAME, appauthor=False) / "config.toml",
            cache=platformdirs.user_cache_path(APP_NAME, appauthor=False),
        )

    @classmethod
    def below(cls, root: Path) -> Self:
        """Return the places of a library that lies wholly below *root*."""
        return cls(data=root, config_file=root / "config.toml", cache=root / "cache")

    @property
    def index_file(self) -> Path:
        """The rebuildable index."""
        return self.cache / "index.sqlite"


def _absolute(name: str) -> Path:
    """Return the folder *name*, ``~`` being the user's home, fixed to where we are now."""
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError as error:
        raise UsageError(name, "there is no such home folder", "write the whole path") from error
