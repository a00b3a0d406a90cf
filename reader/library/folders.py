"""Where things are kept: the platform's own folders, or ``READER_HOME`` in place of all of them.

Nothing is created here: a folder comes with the first thing that is written into it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOME: Final = "READER_HOME"
"""The variable that names one folder for everything."""
_NAME: Final = "reader-sidebyside"
"""What the folders are called: the distribution's name, which nobody else has."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Three folders, which need not exist."""

    configuration: Path
    library: Path
    """What the user did, the articles that were imported, and the index."""
    cache: Path
    """What can be made again."""

    @property
    def settings(self) -> Path:
        """The configuration, in TOML."""
        return self.configuration / "config.toml"

    @property
    def kept(self) -> Path:
        """What the user did: places, stars, tags, notes. Small, and the only thing that cannot be made again."""
        return self.library / "kept.sqlite"

    @property
    def collection(self) -> Path:
        """The articles that were imported, with their index."""
        return self.library / "articles.sqlite"


def folders() -> Folders:
    """The folders of this user on this platform."""
    home = os.environ.get(HOME)
    if home:
        return folders_in(Path(home).expanduser())
    from platformdirs import PlatformDirs

    places = PlatformDirs(_NAME, appauthor=False)
    return Folders(places.user_config_path, places.user_data_path, places.user_cache_path)


def folders_in(home: Path) -> Folders:
    """Everything in one folder."""
    return Folders(home, home, home / "cache")
