"""Whether everything is in order, and what to do where it is not: the library's files, versions, names, the terminal.

Nothing is changed and nothing is created: files are opened for reading.
"""

from __future__ import annotations

import locale
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from reader import __version__
from reader.library.folders import HOME, Folders
from reader.library.opening import read_only
from reader.library.schema import COLLECTION, KEPT, Schema

if TYPE_CHECKING:
    from reader.library.store import Store

Verdict = Literal["good", "look", "wrong"]
DISTRIBUTION: Final = "reader-sidebyside"
_PACKAGE: Final = "reader"
_LOOKED_AT: Final = "installation"
"""The setting that says which state of the installation was looked at."""
_LEAST_ROOM: Final = 50_000_000
_LIBRARIES: Final = ("textual", "rich", "trafilatura", "numpy", "rapidfuzz", "platformdirs", "tomlkit")
_COLOURS: Final = ("truecolor", "24bit")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: a verdict, what was found, and what to do where it is not good."""

    about: str
    verdict: Verdict
    found: str
    advice: str = ""


def examine(folders: Folders, environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Looks at everything, one thing after the other."""
    yield from _versions()
    yield _name()
    yield from _places(folders, environment)
    for path, schema in ((folders.kept, KEPT), (folders.collection, COLLECTION)):
        yield _file(path, schema)
    yield from _set_aside(folders)
    yield from _terminal(environment)


def _versions() -> Iterator[Finding]:
    from importlib import metadata

    yield Finding("reader", "good", f"{__version__}, Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} is missing")
    missing = any(each.endswith("missing") for each in found)
    advice = f"install it again: python -m pip install --force-reinstall {DISTRIBUTION}" if missing else ""
    yield Finding("libraries", "wrong" if missing else "good", ", ".join(found), advice)
    with closing(sqlite3.connect(":memory:")) as memory:
        try:
            memory.execute("CREATE VIRTUAL TABLE trial USING fts5 (words, content='', tokenize='ascii')")
        except sqlite3.OperationalError as error:
            yield Finding("search", "wrong", f"SQLite has no FTS5: {error}", "use a Python whose SQLite has FTS5")


def others_named_reader() -> list[str]:
    """The distributions that install a package ``reader`` too: in one environment, each overwrites the other."""
    from importlib import metadata

    names = metadata.packages_distributions().get(_PACKAGE, [])
    return sorted({name for name in names if name.lower().replace("_", "-") != DISTRIBUTION})


def installation() -> str:
    """Another word once something was installed or taken away."""
    folders = (path for path in sys.path if os.path.basename(path) in ("site-packages", "dist-packages"))
    return " ".join(str(os.stat(path).st_mtime_ns) for path in folders if os.path.isdir(path))


def clash() -> str:
    """A sentence on the packages that have the same name; empty where there are none."""
    others = others_named_reader()
    said = f"{', '.join(others)} installs a package called {_PACKAGE} too; `reader doctor` says what to do"
    return said if others else ""


async def clash_not_told(store: Store) -> str:
    """The sentence, once: it is looked up again when something else was installed."""
    import asyncio

    now = installation()
    if store.setting(_LOOKED_AT) == now:
        return ""
    found = await asyncio.to_thread(clash)
    store.keep_setting(_LOOKED_AT, now)
    return found


def _name() -> Finding:
    others = others_named_reader()
    home = Path(__file__).resolve().parents[1]
    if not others:
        return Finding("name", "good", f"no other package is called {_PACKAGE} ({home})")
    return Finding(
        "name",
        "wrong",
        f"{', '.join(others)} installs a package called {_PACKAGE} too: each has overwritten files of the other",
        f"uninstall both, then install {DISTRIBUTION} in an environment of its own: pipx install {DISTRIBUTION}",
    )


def _places(folders: Folders, environment: Mapping[str, str]) -> Iterator[Finding]:
    if environment.get(HOME):
        yield Finding("folders", "good", f"{HOME} is set: everything is in {folders.library}")
    for name, folder in (("library", folders.library), ("configuration", folders.configuration)):
        there = _nearest(folder)
        if not there.is_dir():
            advice = f"move it away, or set {HOME} to a folder"
            yield Finding(f"{name} folder", "wrong", f"{folder}: {there} is a file, and no folder", advice)
        elif not os.access(there, os.W_OK | os.X_OK):
            advice = f"allow writing there, or set {HOME} to a folder of your own"
            yield Finding(f"{name} folder", "wrong", f"{folder}: {there} cannot be written to", advice)
        elif there != folder:
            yield Finding(f"{name} folder", "good", f"{folder} (nothing is kept there yet)")
        else:
            yield Finding(f"{name} folder", "good", str(folder))
    free = shutil.disk_usage(_nearest(folders.library)).free
    if free < _LEAST_ROOM:
        found = f"{free / 1e6:,.0f} MB are left on the disk of {folders.library}"
        yield Finding("room", "look", found, "make room: what does not fit is kept in memory only, and lost at the end")


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())


def _file(path: Path, schema: Schema) -> Finding:
    about = schema.name
    if not path.exists():
        return Finding(about, "good", "not begun yet")
    advice = f"close every reader, and move {path} away: reader begins a new one"
    if schema is COLLECTION:
        advice += ", and `reader import` of the old one takes in what can be read of it"
    disk = read_only(path)
    if disk is None:
        return Finding(about, "wrong", f"{path} cannot be opened", advice)
    with closing(disk):
        try:
            (application,) = disk.execute("PRAGMA application_id").fetchone()
            (version,) = disk.execute("PRAGMA user_version").fetchone()
            problems = [str(row[0]) for row in disk.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            problems += [f"a row of {row[0]} belongs to nothing" for row in disk.execute("PRAGMA foreign_key_check")]
        except sqlite3.DatabaseError as error:
            return Finding(about, "wrong", f"{path} is damaged: {error}", advice)
    if application != schema.application and version:
        return Finding(about, "wrong", f"{path} was made by another program", advice)
    if version > schema.version:
        return Finding(about, "wrong", f"{path} was written by a newer version of reader", "update reader")
    if problems:
        return Finding(about, "wrong", f"{path} is damaged: {'; '.join(problems)}", advice)
    size = f"{path}, {path.stat().st_size / 1e6:,.1f} MB, version {version}"
    return Finding(
        about, "good", size if version == schema.version else f"{size} (brought up to date when it is opened)"
    )


def _set_aside(folders: Folders) -> Iterator[Finding]:
    if not folders.library.is_dir():
        return
    for path in sorted(folders.library.glob("*.damaged-*")):
        if not path.name.endswith(("-wal", "-shm")):
            advice = f"`reader import {path}` takes in what can be read of it; delete it once you do not need it"
            yield Finding("set aside", "look", f"{path} was damaged", advice)


def _terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    kind = environment.get("TERM", "")
    if not sys.stdout.isatty():
        yield Finding("terminal", "good", "standard output is no terminal: articles are printed plainly")
        return
    if kind in ("", "dumb"):
        yield Finding(
            "terminal", "wrong", f"TERM is {kind or 'not set'}", "set it to what your terminal is: xterm-256color"
        )
        return
    size = shutil.get_terminal_size()
    many = environment.get("COLORTERM", "") in _COLOURS
    colours = "no colours: NO_COLOR is set" if environment.get("NO_COLOR") else "24 bit" if many else "256 or fewer"
    found = f"{kind}, {size.columns} columns, {size.lines} lines, colours: {colours}"
    narrow = size.columns < 80
    yield Finding("terminal", "look" if narrow else "good", found, "80 columns show two panes" if narrow else "")
    encoding = (sys.stdout.encoding or locale.getpreferredencoding(False)).lower().replace("-", "")
    if encoding != "utf8":
        found = f"standard output is in {sys.stdout.encoding}: other letters show as question marks"
        yield Finding("encoding", "look", found, "set LANG to a locale in UTF-8, such as C.UTF-8")
