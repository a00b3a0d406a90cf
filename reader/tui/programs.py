"""What can be opened outside: the file of an article in an editor or a pager, its address in a browser.

Nothing that an article says is ever run: a program of the person's own is given one path, or one address of the web.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from reader.articles.article import Article

EDITORS: Final = ("sensible-editor", "nano", "vi")
PAGERS: Final = ("sensible-pager", "less", "more")
_NUMBER: Final = re.compile(r"#\d+\Z")
_ADDRESS: Final = re.compile(r"https?://[!-~]{1,2000}")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to open something."""

    words: str
    """What it is opened with."""
    target: str
    """A path or an address: the one argument."""
    program: tuple[str, ...] = ()
    """The program with its own arguments; none for the browser."""

    def go(self) -> str | None:
        """Opens it and waits; why that could not be done."""
        try:
            if self.program:
                subprocess.run([*self.program, self.target], check=False)
            elif not webbrowser.open(self.target):
                return "No browser was found"
        except (OSError, webbrowser.Error) as error:
            return f"{self.words} could not be started: {getattr(error, 'strerror', None) or error}"
        return None


def ways(article: Article, environment: Mapping[str, str]) -> list[Way]:
    """The ways to open an article: its file, where there is one, and its address."""
    found = []
    if path := file_of(article):
        for words, names, usual in (("editor", ("VISUAL", "EDITOR"), EDITORS), ("pager", ("PAGER",), PAGERS)):
            if program := _program(environment, names, usual):
                found.append(Way(f"{words}: {program[0]}", path, program))
    if address := address_of(article):
        found.append(Way("browser", address))
    return found


def file_of(article: Article) -> str | None:
    """The file that an article is in, as a whole path; ``None`` where there is none any more, or never was."""
    for path in (article.path, _NUMBER.sub("", article.path)):
        if path != "-" and "\0" not in path and os.path.isfile(path):
            return os.path.abspath(path)
    return None


def address_of(article: Article) -> str | None:
    """Its address on the web, if it is nothing else."""
    for given in (article.particulars.source, article.path):
        if given and _ADDRESS.fullmatch(given) and _host(given):
            return given
    return None


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _program(environment: Mapping[str, str], names: tuple[str, ...], usual: tuple[str, ...]) -> tuple[str, ...]:
    """What the environment names, with its arguments, or else the first of the usual ones that is there."""
    for name in names:
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError:  # a quotation mark is left open
            continue
        if words:
            return tuple(words)
    return next(((name,) for name in usual if shutil.which(name, path=environment.get("PATH"))), ())
