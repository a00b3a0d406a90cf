"""Bytes to text. Line breaks are never translated; a byte order mark is no part of the text.

Tried in turn: what the bytes of another kind of file begin with, a byte order mark, the pattern of UTF-16 and UTF-32
without one, the escapes of ISO 2022, strict UTF-8, UTF-8 with a few broken bytes, then a guess, which is said to be
one.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or sound"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "rich text (RTF)"),
)
HEAD: Final = 1024
"""Bytes in which a NUL means that this is no text."""
SAMPLE: Final = 262_144
"""Bytes from which an encoding is guessed."""
_WIDE: Final[dict[tuple[bool, ...], str]] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
"""Which of four bytes are NUL in most of a text with Latin letters."""
_MOSTLY: Final = 0.7
_SHIFTS: Final = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
_SELDOM: Final = ["hp_roman8", "cp775", "iso8859_3", "iso8859_4", "iso8859_10", "iso8859_14", "iso8859_16"]
"""Encodings that hardly any file is in, and that fit many."""
BROKEN: Final = 0.001
"""The share of characters that may be broken in what still counts as UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; ``notice`` is a part of a sentence where the encoding is a guess or bytes were broken."""

    text: str
    encoding: str
    notice: str | None = None
    is_exact: bool = False
    """Whether the bytes are the text in UTF-8 and nothing else."""


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Bytes that are no text, and why."""

    reason: str


def decode(data: bytes) -> Decoded | Undecodable:
    """The text that ``data`` is, or the reason why it is none."""
    if not data or data.isspace():
        return Undecodable("empty")
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return Undecodable(f"not text (looks like {name})")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data[:HEAD]:
        return _unmarked(data) or Undecodable("not text (looks like binary data)")
    try:
        for shift, encoding in _SHIFTS if b"\x1b" in data else ():  # one byte is found ten times as fast as three
            if shift in data:
                return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode("utf-8"), "utf-8", is_exact=True)
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _guessed(data)


def _unmarked(data: bytes) -> Decoded | None:
    """The text of UTF-16 or UTF-32 without a byte order mark; ``None`` where it is neither."""
    head = data[: HEAD // 4 * 4]
    shares = [head[at::4].count(0) / max(1, len(head[at::4])) for at in range(4)]
    encoding = _WIDE.get(tuple(share > _MOSTLY for share in shares))
    try:
        text = data.decode(encoding) if encoding is not None else "\0"
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else Decoded(text, str(encoding), f"read as {encoding}, which is a guess")


_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _marked(data: bytes, encoding: str) -> Decoded | Undecodable:
    """The text after a byte order mark."""
    text = data.decode(encoding, "replace")
    if not text.strip():
        return Undecodable("empty")
    broken = text.count("\ufffd") and _broken(data, encoding)
    return Decoded(text, encoding, _broken_notice(broken) if broken else None)


def _broken(data: bytes, encoding: str) -> int:
    """How many characters cannot be decoded: replacement characters that the bytes do not hold themselves."""
    with_signs = data.decode(encoding, "replace").count("\ufffd")
    return with_signs - data.decode(encoding, "ignore").count("\ufffd")


def _broken_notice(broken: int) -> str:
    return f"{broken} broken {'character' if broken == 1 else 'characters'} shown as \ufffd"


_MULTIBYTE: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]|\xc2[\xa0-\xbf]")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 of which a few bytes are broken: it has more whole characters of several bytes than broken ones."""
    broken = _broken(data, "utf-8")
    whole = sum(1 for _ in _MULTIBYTE.finditer(data))
    if whole <= 2 * broken or broken > max(1, len(data) * BROKEN):
        return None
    return Decoded(data.decode("utf-8", "replace"), "utf-8", _broken_notice(broken))


def _guessed(data: bytes) -> Decoded | Undecodable:
    """The text in the likeliest of the old encodings."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_exclusion=_SELDOM).best() or from_bytes(data[:SAMPLE]).best()
    if best is None:
        return Undecodable("not text (no encoding fits its bytes)")
    encoding = _western(data[:SAMPLE], best.encoding)
    if encoding == "cp1250" and not _WINDOWS_ONLY.search(data):
        encoding = max("cp1250", "iso8859_2", key=lambda name: _letters(data[:SAMPLE].decode(name, "replace")))
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return Undecodable("not text (no encoding fits its bytes)")
    return Decoded(text, encoding, f"read as {encoding.replace('_', '-')}, which is a guess")


_OF_THE_WEST: Final = ("cp1252", "mac_roman", "cp850")
_ACCENTED: Final = {
    "en": "éè", "de": "äöüß", "fr": "àâçèéêëîïôùûœ", "es": "áéíñóúü¿¡", "pt": "àáâãçéêíóôõú", "it": "àèéìòù",
    "nl": "ëéïèóü", "sv": "åäöé", "da": "æøåé", "no": "æøåé", "fi": "äö",
}  # fmt: skip
"""The signs beyond ASCII that a language of Western Europe writes most."""
_ANYWHERE: Final = "’‘“”„«»–—…\xa0•·°ºª§©®€£"
_FITTING: Final = 0.9
"""The share of the signs beyond ASCII that must be such as the language writes: neighbours write many of the same."""


def _western(sample: bytes, guess: str) -> str:
    """The encoding of a text whose little words are of a language of Western Europe: that in which most of its signs
    are what the language writes. Encodings of other parts fit such bytes as well, and are guessed as often."""
    from reader.articles.languages import language_of

    texts = {name: sample.decode(name, "replace") for name in _OF_THE_WEST}
    found = {
        name: sum(map(text.count, _ACCENTED[language] + _ANYWHERE))
        for name, text in texts.items()
        if (language := language_of(text)) in _ACCENTED
    }
    if not found:
        return guess
    best = max(found, key=lambda name: found[name])
    return best if found[best] > _FITTING * (len(sample) - len(sample.decode("ascii", "ignore"))) else guess


_WINDOWS_ONLY: Final = re.compile(rb"[\x80-\x9f]")


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
