"""The first picture that the next start will show, painted once this one has left: nobody waits for it.

It is painted in a copy of the process that ends when it is kept. What it shows is what was open when this start began
and what is kept about it now, which is what the next start begins with.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from reader.firstframe.kept import stamp
from reader.tui.meanwhile import picture

if TYPE_CHECKING:
    from reader.firstframe.start import Start
    from reader.library.settings import SettingsFile
    from reader.library.shelf import Shelf

LIMIT = 20
"""Seconds after which the copy is given up."""


def keep(
    shelf: Shelf, start: Start, size: tuple[int, int], *, is_sample: bool, settings: SettingsFile | None = None
) -> None:
    """Has the picture painted and kept, beside whatever this process does next."""
    if not hasattr(os, "fork") or os.fork():
        return
    try:
        signal.alarm(LIMIT)
        _let_go_of_terminal()
        _keep(shelf, start, size, is_sample, settings)
    finally:
        os._exit(0)


def _let_go_of_terminal() -> None:
    """The copy is nobody's: it holds no terminal and no pipe open."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    os.closerange(3, 256)


def _keep(shelf: Shelf, start: Start, size: tuple[int, int], is_sample: bool, settings: SettingsFile | None) -> None:
    from reader.library.folders import folders
    from reader.library.glance import glance
    from reader.library.sample import sample_folder
    from reader.library.settings import SettingsFile
    from reader.library.witnesses import witnesses

    kept, collection = str(folders().kept), str(folders().collection)
    log = f"{collection}-wal"  # all that an import writes to, while another session has the collection open
    state = {path: stamp(path) for path in (kept, f"{kept}-wal", log, str(folders().settings))}  # before they are read
    now = SettingsFile()
    if now.problems or now.settings.keys != (settings.settings.keys if settings else {}):
        return  # this process has other keys than the next one
    rows = picture(shelf, glance(shelf.articles), now, size, is_sample=is_sample)
    if is_sample:
        inputs = witnesses([str(folder)] if (folder := sample_folder()) else [], ())
    elif shelf.paths:
        inputs = witnesses(shelf.paths, shelf.pending)
    else:
        inputs = iter([collection, log] if state[log] else [collection])
    start.keep(size, rows, inputs, state)
