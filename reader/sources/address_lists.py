"""Lists of addresses: OPML, newsboat's ``urls``, shortcuts. Commands in them are never run, only counted."""

from __future__ import annotations

import re
import shlex
from typing import Any, Final

from reader.sources.archives import element_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import only_addresses
from reader.sources.source import Outcomes, Source, Unread

_SHORTCUT: Final = re.compile(r"^(?:URL\s*=|\s*<string>)\s*(https?://[^\s<]+)", re.MULTILINE | re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_COMMANDS: Final = ("exec:", "filter:")
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")


def read(source: Source) -> Outcomes:
    """The addresses in a list."""
    decoded = decode_declared(source.data)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    text = decoded.text.lstrip("\ufeff")
    if "<opml" in text[:20_000].lower() or "<outline" in text.lower():
        addresses, commands = _outlines(text)
    elif _SHORTCUT.search(text):
        addresses, commands = [found[1] for found in _SHORTCUT.finditer(text)], 0
    else:
        addresses, commands = _lines(text)
    found = only_addresses(source.path, addresses) if addresses else Unread(source.path, "there are no addresses in it")
    if commands:
        were = "1 command in it was" if commands == 1 else f"{commands:,} commands in it were"
        found = Unread(found.path, f"{found.reason}; {were} not run", found.addresses)
    yield found


def _outlines(text: str) -> tuple[list[str], int]:
    """The feeds in OPML, and how many of them are commands."""
    root: Any = element_of(_DECLARATION.sub("", text, count=1).lstrip().encode("utf-8", "replace"))
    addresses: list[str] = []
    commands = 0
    for outline in [] if root is None else root.iter("{*}outline"):
        attributes = {str(name).lower(): value.strip() for name, value in outline.attrib.items()}
        address = attributes.get("xmlurl") or attributes.get("url") or ""
        commands += "filtercmd" in attributes or address.startswith(("|", *_COMMANDS))
        if _ADDRESS.fullmatch(address):
            addresses.append(address)
    return addresses, commands


def _lines(text: str) -> tuple[list[str], int]:
    """The addresses of a list with one a line, and how many lines are commands."""
    addresses: list[str] = []
    commands = 0
    for line in text.splitlines():
        words = _first_word(line)
        if not words or words.startswith("#"):
            continue
        commands += words.startswith(_COMMANDS)
        if _ADDRESS.fullmatch(words):
            addresses.append(words)
    return addresses, commands


def _first_word(line: str) -> str:
    try:
        words = shlex.split(line[:4000], comments=False) if line.lstrip().startswith('"') else line.split()
    except ValueError:
        words = line.split()
    return words[0] if words else ""
