"""What is kept of a mistake in the program itself: a report, in a file that only its owner can read.

It has the versions, the terminal and where it happened; no words of any article and no values of variables.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.text.clean import clean

NAMES = ("TERM", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "LANG", "LC_ALL", "NO_COLOR", "READER_THEME")
"""Variables of the environment that decide how the screen is driven."""


def report(error: BaseException, environment: Mapping[str, str], size: tuple[int, int]) -> str:
    """The report on ``error``; ``size`` is columns and rows."""
    lines = [
        f"reader {__version__}, {datetime.now().astimezone():%Y-%m-%d %H:%M %z}",
        f"Python {platform.python_version()}, Textual {_version('textual')}, Rich {_version('rich')}",
        f"{platform.system()} {platform.release()} {platform.machine()}, screen {size[0]} x {size[1]}",
        *(f"{name}={environment[name]!r}" for name in NAMES if name in environment),
        "",
        *"".join(traceback.format_exception(error)).splitlines(),
    ]
    return "\n".join(clean(line) for line in lines) + "\n"


def keep(words: str, environment: Mapping[str, str]) -> Path | None:
    """Writes a report to a new file, in the program's own folder or else where temporary files go; its path."""
    for folder in (_own_folder(environment), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(".txt", f"crash-{datetime.now():%Y%m%d-%H%M%S}-", folder)
            with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
                file.write(words)
        except OSError:
            continue
        return Path(name)
    return None


def _own_folder(environment: Mapping[str, str]) -> Path:
    home = environment.get("READER_HOME")
    if home:
        return Path(home)
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"
