"""What is copied: to the terminal's clipboard (OSC 52, which also goes through ssh and tmux) and to the system's.

Nobody waits for either. The words are the article's own, but for signs that act on a terminal: a shell that they are
pasted into would obey them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Thread
from typing import TYPE_CHECKING, Final

from reader.text.clean import clean

if TYPE_CHECKING:
    from textual.app import App

PROGRAMS: Final = (
    ("WAYLAND_DISPLAY", ("wl-copy", "--type", "text/plain;charset=utf-8")),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""The variable that says that there is such a desktop, and what fills its clipboard from standard input."""


_ACTING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def copy(app: App[object], text: str) -> None:
    """Puts text on the clipboard. It returns at once; a clipboard that is not there is no error."""
    text = pasteable(text)
    app.copy_to_clipboard(text)
    if not app.is_headless and (command := system_command(os.environ)):
        with suppress(OSError):
            _hand_over(command, text)


def pasteable(text: str) -> str:
    """The text with signs in place of controls and of halves of characters; line feeds and tabs are kept."""
    return _ACTING.sub(lambda found: clean(found[0]), text)


def system_command(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """What fills the clipboard of this desktop; ``None`` where there is none."""
    candidates = [command for name, command in PROGRAMS if environment.get(name)]
    if sys.platform == "darwin":
        candidates.insert(0, ("pbcopy",))
    return next((command for command in candidates if shutil.which(command[0], path=environment.get("PATH"))), None)


def _hand_over(command: tuple[str, ...], text: str) -> None:
    """Starts the program on a file that holds the text: a pipe would be waited for. It outlives this one, because some
    clipboards last as long as who filled them."""
    with TemporaryFile() as file:
        file.write(text.encode())
        file.seek(0)
        nowhere = subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=file, stdout=nowhere, stderr=nowhere, start_new_session=True)
    Thread(target=process.wait, daemon=True).start()
