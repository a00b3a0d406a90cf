"""How a person likes the program: theme, measure, width of the list, order, groups, keys; in a TOML file of their own.

The file may be written by hand, and comments in it stay. What cannot be used is said in a sentence and left aside; a
file that is no TOML is never written to.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from reader.library.folders import folders

THEMES: Final = ("night", "day", "night-safe", "day-safe", "terminal", "plain")
ORDERS: Final = ("opened", "date", "title", "outlet", "words", "unread")
"""Those that hold for every shelf; likeness is to one article."""
GROUPINGS: Final = ("none", "outlet", "story", "source", "date")
_LARGEST: Final = 100_000
_HEAD: Final = "How reader looks and which keys it has. It may be edited; README says what can stand here."


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen; ``None`` and empty: what the program chooses."""

    theme: str | None = None
    measure: int | None = None
    list_width: int | None = None
    sort: str | None = None
    descending: bool = False
    group: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of one's own, by command."""


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1000


_FITS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "theme": (lambda value: value in THEMES, f"one of {', '.join(THEMES)}"),
    "measure": (_is_count, "a number of cells"),
    "list_width": (_is_count, "a number of cells"),
    "sort": (lambda value: value in ORDERS, f"one of {', '.join(ORDERS)}"),
    "descending": (lambda value: isinstance(value, bool), "true or false"),
    "group": (lambda value: value in GROUPINGS, f"one of {', '.join(GROUPINGS)}"),
}


class SettingsFile:
    """The settings of one person: read once, and written when something was changed."""

    def __init__(self, path: Path | None = None) -> None:
        """Reads ``path``, or the person's own file. Never raises: ``problems`` says what is wrong."""
        self.path = path or folders().settings
        self.problems: list[str] = []
        """Sentences without a full stop."""
        self._is_readable = True
        self._changed: dict[str, Any] = {}
        self.settings = self._read()

    def _read(self) -> Settings:
        values = self._values()
        known = {}
        for name, value in values.items():
            if name == "keys":
                continue
            if name not in _FITS:
                self.problems.append(f"{self.path}: there is no setting “{name}”")
            elif not _FITS[name][0](value):
                self.problems.append(f"{self.path}: {name} takes {_FITS[name][1]}")
            else:
                known[name] = value
        return Settings(**known, keys=dict(self._keys(values.get("keys", {}))))

    def _values(self) -> dict[str, Any]:
        if not self.path.exists():  # most people have none: then nothing is loaded to read it
            return {}
        import tomllib

        try:
            with self.path.open("rb") as file:
                data = file.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise ValueError("it is too long")
            return tomllib.loads(data.decode("utf-8-sig"))
        except (OSError, ValueError) as error:
            self._is_readable = False
            reason = getattr(error, "strerror", None) or str(error)
            self.problems.append(
                f"{self.path} cannot be read, so nothing in it holds and nothing is kept there: {reason}"
            )
            return {}

    def _keys(self, table: object) -> Iterator[tuple[str, tuple[str, ...]]]:
        if not isinstance(table, dict):
            self.problems.append(f'{self.path}: [keys] takes lines like star = "S"')
            return
        for command, given in table.items():
            keys = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, list) else ()
            if keys and all(isinstance(key, str) and key for key in keys):
                yield command, keys
            else:
                self.problems.append(f"{self.path}: the keys of “{command}” are a word or a list of words")

    def change(self, **values: Any) -> None:
        """Another choice: it holds at once, and is written with :meth:`write`."""
        self.settings = replace(self.settings, **values)
        self._changed.update(values)

    @property
    def is_changed(self) -> bool:
        """Whether something is to be written."""
        return bool(self._changed) and self._is_readable

    def write(self) -> str | None:
        """Writes what was changed and nothing else; why it could not be done."""
        if not self.is_changed:
            return None
        changed, self._changed = self._changed, {}
        import tomlkit

        try:
            there = self.path.read_text("utf-8-sig") if self.path.exists() else f"# {_HEAD}\n"
            document = tomlkit.parse(there)
            for name, value in changed.items():
                if value is None:
                    document.pop(name, None)
                else:
                    document[name] = value
            _put(self.path, tomlkit.dumps(document))
        except (OSError, ValueError) as error:
            return f"The settings were not kept: {getattr(error, 'strerror', None) or error}"
        return None


def _put(path: Path, text: str) -> None:
    """All of it or nothing; a file that is a link to another stays one."""
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(target.stat().st_mode & 0o777)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
