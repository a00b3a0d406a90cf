"""ZIP archives of files, and Omnivore's export: what is in them is read as the files would be, one level deep."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reader.articles.article import Particulars
from reader.sources.archives import Members, opened
from reader.sources.dates import day_of
from reader.sources.entries import bounded, entry_path, only_address
from reader.sources.html import host_of
from reader.sources.html_text import fragment_text
from reader.sources.kinds import GZIP, ZIP, is_looked_for
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of


def read(source: Source) -> Outcomes:
    """The articles in an archive."""
    members = opened(source.data)
    if isinstance(members, str):
        yield Unread(source.path, members)
        return
    if any(name.rpartition("/")[2].startswith("metadata_") and name.endswith(".json") for name in members.names):
        yield from bounded(source.path, _omnivore(source.path, members))
        return
    wanted = [name for name in members.names if _is_wanted(name)]
    passed_over = len(members.names) - len(wanted)
    if not wanted:
        yield Unread(source.path, f"no file in the archive is one to read ({passed_over:,} of other kinds)")
        return
    yield from bounded(source.path, _each(source.path, members, wanted), called="files")


def _is_wanted(name: str) -> bool:
    file = name.rpartition("/")[2]
    return not file.startswith(".") and "__MACOSX/" not in name and is_looked_for(file)


def _each(path: str, members: Members, names: list[str]) -> Iterator[Outcome]:
    from reader.sources.reading import read_all_bytes
    from reader.sources.recognised import kind_of

    for name in names:
        place = entry_path(path, name)
        data = members.read(name)
        if data is None:
            yield Unread(place, members.problems[name])
        elif kind_of(data, name) in (ZIP, GZIP):
            yield Unread(place, "an archive in an archive is not read")
        else:
            yield from read_all_bytes(data, place)


def _omnivore(path: str, members: Members) -> Iterator[Outcome]:
    """Omnivore's export: lists of particulars, and the pages by their names."""
    pages = {name.rpartition("/")[2]: name for name in members.names if "content/" in name}
    for name in members.names:
        if not (name.rpartition("/")[2].startswith("metadata_") and name.endswith(".json")):
            continue
        items = _items(members.read(name))
        if items is None:
            yield Unread(entry_path(path, name), "damaged JSON")
        for item in items or ():
            yield _saved(path, members, item, pages.get(f"{item.get('slug')}.html"))


def _items(data: bytes | None) -> list[dict[str, Any]] | None:
    try:
        loaded = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return [item for item in loaded if isinstance(item, dict)] if isinstance(loaded, list) else None


def _saved(path: str, members: Members, item: dict[str, Any], page: str | None) -> Outcome:
    slug, address = str(item.get("slug") or ""), str(item.get("url") or "")
    place = entry_path(path, slug or address)
    address = address if address.startswith(("http://", "https://")) else ""
    data = members.read(page) if page is not None else None
    worded = fragment_text(data.decode("utf-8", "replace")) if data else None
    if worded is None or not worded.text.strip():
        return only_address(place, address) if address else Unread(place, "neither text nor address")
    known = Particulars(
        title=str(item.get("title") or "").strip() or None,
        byline=str(item.get("author") or "").strip() or None,
        outlet=str(item.get("siteName") or "").strip() or host_of(address or None),
        published=day_of(item.get("publishedAt")),
        source=address or None,
    )
    return article_of(Source(data or b"", place, address or None), worded.text, known, (), worded.headings)
