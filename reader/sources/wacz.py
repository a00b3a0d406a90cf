"""Web archives in a ZIP archive (WACZ): the pages in each of their WARC files."""

from __future__ import annotations

import io
from collections.abc import Iterator

from reader.sources.archives import opened
from reader.sources.entries import bounded, entry_path
from reader.sources.source import LARGEST, Outcome, Outcomes, Source, Unread
from reader.sources.warc import pages_in


def read(source: Source) -> Outcomes:
    """The articles among the pages."""
    members = opened(source.data)
    if isinstance(members, str):
        yield Unread(source.path, members)
        return
    names = [name for name in members.names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))]

    def outcomes() -> Iterator[Outcome]:
        for name in names:
            data = members.read(name, LARGEST)
            place = entry_path(source.path, name.rpartition("/")[2])
            if data is None:
                yield Unread(place, members.problems[name])
            else:
                yield from pages_in(io.BytesIO(data), place)

    yield from bounded(source.path, outcomes(), called="pages")
