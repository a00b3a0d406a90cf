"""ZIP archives, read without trusting them: only so many members, each and all together only so large."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, Final

LARGEST_MEMBER: Final = 60_000_000
"""Bytes of one member, unpacked."""
LARGEST_TOTAL: Final = 400_000_000
"""Bytes of all members that are read, unpacked."""
MOST_MEMBERS: Final = 50_000
_ERRORS: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError,
    EOFError, KeyError, IndexError, OverflowError,
)  # fmt: skip


@dataclass(slots=True)
class Members:
    """The members of an archive by name, in its order. Nothing is ever written to disk."""

    archive: zipfile.ZipFile
    names: list[str]
    budget: int = LARGEST_TOTAL
    problems: dict[str, str] = field(default_factory=dict)

    def read(self, name: str, most: int = LARGEST_MEMBER) -> bytes | None:
        """The bytes of a member; ``None``, with a problem, where it is missing, damaged, locked or too large."""
        most = min(most, self.budget)
        try:
            info = self._found(name)
            if info.flag_bits & 1:
                self.problems[name] = "it is locked with a password"
                return None
            data = b"" if info.file_size > most else self._unpacked(info, most)
        except _ERRORS:
            self.problems[name] = "it is missing or damaged"
            return None
        if info.file_size > most or len(data) > most:
            self.problems[name] = "it is too large unpacked"
            return None
        self.budget -= len(data)
        return data

    def _found(self, name: str) -> zipfile.ZipInfo:
        """The member, also where its name is UTF-8 and the archive does not say so."""
        try:
            return self.archive.getinfo(name)
        except KeyError:
            return self.archive.getinfo(name.encode("utf-8").decode("cp437"))

    def _unpacked(self, info: zipfile.ZipInfo, most: int) -> bytes:
        with self.archive.open(info) as member:
            return member.read(most + 1)


def opened(data: bytes) -> Members | str:
    """The members of an archive, or why there are none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _ERRORS:
        return "the archive is damaged"
    if len(infos) > MOST_MEMBERS:
        return f"the archive has more than {MOST_MEMBERS:,} members"
    return Members(archive, [info.filename for info in infos if not info.is_dir() and not _is_link(info)])


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a link: what it holds is another's name, and no text."""
    return stat.S_ISLNK(info.external_attr >> 16)


def element_of(data: bytes) -> Any:
    """The root of a piece of XML, without entities of its own and without the network; ``None`` where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None
