"""Files packed with gzip: the one file inside is read under its own name."""

from __future__ import annotations

import zlib

from reader.sources.source import LARGEST, Outcomes, Source, Unread


def read(source: Source) -> Outcomes:
    """The articles in the packed file."""
    from reader.sources.kinds import GZIP, ZIP
    from reader.sources.reading import read_all_bytes
    from reader.sources.recognised import kind_of

    data = unpacked(source.data)
    if isinstance(data, str):
        yield Unread(source.path, data)
        return
    name = source.path.removesuffix(".gz")
    if kind_of(data, name) in (GZIP, ZIP):
        yield Unread(source.path, "an archive in an archive is not read")
        return
    yield from read_all_bytes(data, name)


def unpacked(data: bytes, most: int = LARGEST) -> bytes | str:
    """What is packed in ``data``, or why it cannot be had."""
    stream = zlib.decompressobj(wbits=31)
    try:
        out = stream.decompress(data, most + 1)
    except zlib.error:
        return "the archive is damaged"
    if len(out) > most:
        return f"too large unpacked (the limit is {most // 1_000_000} MB)"
    return out
