"""Front matter: the lines of YAML between two rules at the top of a text, in which a file states its particulars.

It is read with care: only so much of it, no aliases (which can grow without end), plain values only. What cannot be
read stays as it is, with a sentence that says why.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

LARGEST: Final = 16_384
"""Code points: a longer one is no front matter."""

_OPENING: Final = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?=\r?$|\r|\Z)", re.MULTILINE)
_KEY: Final = re.compile(r"^[\w-]+[ \t]*:", re.MULTILINE)

Value = str | int | float | bool | dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``values`` by key in small letters; ``end`` is the code point after the closing rule, 0 where there is none."""

    values: Mapping[str, Value] = field(default_factory=dict)
    end: int = 0
    problem: str | None = None


NONE: Final = FrontMatter()


def front_matter(text: str) -> FrontMatter:
    """The front matter that opens ``text``; with a problem (and no values) where it is there and cannot be read."""
    opening = _OPENING.match(text)
    if opening is None:
        return NONE
    closing = _CLOSING.search(text, opening.end(), opening.end() + LARGEST)
    if closing is None or not _KEY.search(text, opening.end(), closing.start() + 1):
        return NONE
    loaded = _load(text[opening.end() : closing.start()])
    if isinstance(loaded, str):
        return FrontMatter(end=closing.end(), problem=f"The front matter could not be read: {loaded}.")
    return FrontMatter(loaded, closing.end())


def _load(source: str) -> dict[str, Value] | str:
    """The plain values by key, or why there are none."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Refuses aliases: a few lines of them can stand for more than fits into memory."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("it refers back to itself")
            return super().compose_node(parent, index)

    try:
        loaded = yaml.load(source, Loader)
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f", line {error.problem_mark.line + 2}"
        return f"{error.problem or 'it is no YAML'}{line}"
    except yaml.YAMLError as error:
        return str(error).splitlines()[0]
    except (ValueError, TypeError, OverflowError, RecursionError, KeyError, AttributeError):
        return "a value in it has no meaning"
    if not isinstance(loaded, dict):
        return "it names no keys"
    return {str(key).lower(): value for key, value in _plain(loaded) if value != ""}


def _plain(loaded: Mapping[object, object]) -> list[tuple[object, Value]]:
    """The entries that are plain values; a list of words becomes one, with commas."""
    entries: list[tuple[object, Value]] = []
    for key, value in loaded.items():
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            entries.append((key, ", ".join(value)))
        elif isinstance(value, str):
            entries.append((key, " ".join(value.split())))
        elif isinstance(value, int | float | dt.date):
            entries.append((key, value))
    return entries
