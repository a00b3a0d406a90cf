"""Bytes to text where the source says which encoding it has: pages, feeds, messages, tables.

A declaration is believed where the bytes bear it out. Bytes that are UTF-8 through and through are UTF-8, whatever was
declared: old pages say so by mistake more often than chance makes such bytes. The encodings of East Asia come first,
since their bytes can look like UTF-8, or like ASCII.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from reader.sources.decoding import Decoded, Undecodable, decode

HEAD: Final = 4096
"""Bytes in which a page or a feed declares its encoding."""
_DECLARED: Final = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_TAG: Final = re.compile(rb"<[a-zA-Z/?!][^<>]{0,4000}>")
_WESTERN: Final = re.compile(
    rb"""(?:\blang(?:uage)?\s*=\s*["']?|<(?:dc:)?language>\s*)(?:en|de|fr|es|it|pt|nl|sv|da|no|nb|fi|is|ca)\b""",
    re.IGNORECASE,
)
_WIDER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-9": "cp1254",
}
"""Encodings that programs declare where they mean a wider one."""
_EAST_ASIAN: Final = frozenset(
    ("gb18030", "cp949", "cp932", "big5hkscs", "euc_jp", "iso2022_jp", "iso2022_kr", "hz", "johab", "euc_jis_2004")
)
_NOT_TEXT: Final = frozenset(("utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "mbcs", "oem"))


def decode_declared(data: bytes, charset: str | None = None) -> Decoded | Undecodable:
    """The text of a page, feed or message. ``charset`` was declared outside of it, and goes before what it says."""
    if not data.strip():
        return Undecodable("empty")
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    if data[:4] in (b"<\0?\0", b"<\0!\0", b"<\0h\0"):
        return Decoded(data.decode("utf-16-le", "replace"), "utf-16-le")
    if data[:4] in (b"\0<\0?", b"\0<\0!", b"\0<\0h"):
        return Decoded(data.decode("utf-16-be", "replace"), "utf-16-be")
    names = [name for name in (_codec(charset), _codec(declared_in(data))) if name is not None]
    for name in (name for name in names if name in _EAST_ASIAN):
        decoded = _strictly(data, name)
        if decoded is not None:
            return decoded
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None:
        return utf8
    for name in names:
        decoded = _strictly(data, name)
        if decoded is not None:
            return decoded
    return _otherwise(data, names)


def declared_in(data: bytes) -> str | None:
    """The encoding that a page or a feed names at its beginning."""
    found = _DECLARED.search(data[:HEAD])
    name = found and (found[1] or found[2])
    return name.decode("ascii") if name else None


def _otherwise(data: bytes, names: list[str]) -> Decoded | Undecodable:
    """Broken bytes: the guess of a text, or else what was declared with signs for what is broken."""
    guessed = decode(_TAG.sub(b" ", data.replace(b"\0", b"")))  # from the words, and not from the English of tags
    if not names and isinstance(guessed, Decoded) and guessed.notice and _WESTERN.search(data[:HEAD]):
        return Decoded(data.decode("cp1252", "replace"), "cp1252", "read as cp1252, which is a guess")
    if isinstance(guessed, Decoded):
        return Decoded(data.replace(b"\0", b"").decode(guessed.encoding, "replace"), guessed.encoding, guessed.notice)
    if not names:
        return guessed
    return Decoded(data.decode(names[0], "replace"), names[0], "broken characters shown as \ufffd")


def _codec(name: str | None) -> str | None:
    """Python's name of an encoding of text; ``None`` where it has none."""
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in _NOT_TEXT:
        return None
    return _WIDER.get(info.name, info.name)


def _strictly(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name)
    except (UnicodeError, ValueError):
        return None
