"""JSON, whole or a line each: JSON Feed, the exports of read-later programs, and tables of articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO, Final

from reader.sources import exported
from reader.sources.columns import SAMPLE, columns_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import only_addresses
from reader.sources.records import Row, articles_in
from reader.sources.source import Outcomes, Source, Unread

LARGEST: Final = 100_000_000
"""Code points of JSON that is one value."""
MOST_NODES: Final = 1_000_000
DEEPEST: Final = 8
"""Levels of objects and lists in which articles are looked for."""
MOST_PLACES: Final = 100
"""Names on a level under which they are looked for."""
_ADDRESS_KEYS: Final = ("url", "uri", "href", "article__url", "link", "resolved_url", "given_url")
LONGEST_LINE: Final = 20_000_000
_LISTS: Final = ("items", "articles", "entries", "data", "results", "docs", "documents", "rows", "list")


def read(source: Source) -> Outcomes:
    """The articles in JSON."""
    if source.file is not None:
        with source.stream() as stream:
            yield from _of_lines(source.path, _lines_of(stream))
        return
    decoded = decode_declared(source.data, source.charset)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    text = decoded.text.lstrip("\ufeff")
    first = text.lstrip().partition("\n")[0]
    loaded = _loaded(first) if first[:1] == "{" else None
    if loaded is not None and (len(text.strip()) > len(first) or exported.is_export(loaded)):
        yield from _of_lines(source.path, text.split("\n"))
        return
    if len(text) > LARGEST:
        yield Unread(source.path, f"too large for one value of JSON (the limit is {LARGEST // 1_000_000} MB)")
        return
    try:
        value = json.loads(text, strict=False)
    except RecursionError:
        yield Unread(source.path, "JSON that is nested too deeply")
        return
    except ValueError as error:
        yield Unread(source.path, f"damaged JSON ({str(error)[:120]})")
        return
    yield from _of_value(source.path, value)


def _of_value(path: str, value: object) -> Outcomes:
    objects = [row for row in (value if isinstance(value, list) else _rows_in(value)) if isinstance(row, dict)]
    if not _are_articles(objects):
        objects = _articles_within(value) or objects
    if not objects:
        yield Unread(path, "JSON without articles")
        return
    addresses = list(_addresses_in(value))
    if addresses and not any({"url", "link", "text", "body", "content"} & set(map(str.lower, row)) for row in objects):
        yield only_addresses(path, addresses)
        return
    title = value.get("title") if isinstance(value, dict) and objects != [value] else None
    yield from articles_in(path, map(flat, objects), outlet=title if isinstance(title, str) else None)


def _addresses_in(value: object) -> Iterator[str]:
    """The addresses that objects at any depth name: the bookmarks of browsers."""
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        one = waiting.pop()
        seen += 1
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            for key, inner in one.items():
                if isinstance(inner, dict | list):
                    waiting.append(inner)
                elif key in _ADDRESS_KEYS and isinstance(inner, str) and inner.startswith(("http://", "https://")):
                    yield inner


def _rows_in(value: object) -> list[Any]:
    """The list of objects in an object, or the object itself."""
    if not isinstance(value, dict):
        return []
    for key in _LISTS:
        if isinstance(value.get(key), list) and any(isinstance(row, dict) for row in value[key]):
            return list(value[key])
    return [value]


def _are_articles(objects: list[dict[str, Any]]) -> bool:
    """Whether there are texts in objects, and titles or addresses to them."""
    rows = [flat(row) for row in objects[:SAMPLE]]
    columns = columns_of(list(dict.fromkeys(name for row in rows for name in row)), rows)
    return columns.text is not None and (columns.title or columns.address) is not None


def _articles_within(value: object) -> list[dict[str, Any]]:
    """The objects further in that are articles, at the least depth: those in lists in objects in a list."""
    level: dict[str, list[Any]] = {"": [value]}
    for _ in range(DEEPEST):
        below: dict[str, list[Any]] = {}
        for place, values in level.items():
            for one in values:
                inner = one.items() if isinstance(one, dict) else [("", each) for each in one]
                for key, each in inner:
                    name = f"{place}/{'' if key.isdecimal() else key}"  # a number is that of an entry
                    if isinstance(each, dict | list) and (name in below or len(below) < MOST_PLACES):
                        below.setdefault(name, []).append(each)
        for values in below.values():
            objects = [one for one in values if isinstance(one, dict)]
            if objects and _are_articles(objects):
                return objects
        level = below
    return []


def _of_lines(path: str, lines: Iterable[str]) -> Outcomes:
    """The articles in objects, one a line."""
    broken: list[int] = []
    objects = _objects(lines, broken)
    first = next(objects, None)
    if first is not None and exported.is_export(first):
        yield from exported.articles_in(path, chain((first,), objects))
    else:
        rows = map(flat, chain(() if first is None else (first,), objects))
        yield from articles_in(path, rows, outlet=None)
    if broken:
        count = "1 line is" if len(broken) == 1 else f"{len(broken):,} lines are"
        yield Unread(path, f"{count} no JSON (the first is line {broken[0]})")


def _lines_of(stream: BinaryIO) -> Iterator[str]:
    """The lines of a file, of each no more than is read of one."""
    is_begun = False
    while line := stream.readline(LONGEST_LINE):
        if not is_begun:
            yield line.decode("utf-8-sig", "replace")
        is_begun = not line.endswith(b"\n")


def _objects(lines: Iterable[str], broken: list[int]) -> Iterator[dict[str, Any]]:
    """The objects, one a line; the numbers of lines that are none are added to ``broken``."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            value = _loaded(line) if len(line) <= LONGEST_LINE else None
            if value is None:
                broken.append(number)
            else:
                yield value


def _loaded(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def flat(value: dict[str, Any]) -> Row:
    """An object as a row: objects in it give ``outer.inner``, or their name; lists of words or names become words."""
    row: Row = {}
    for key, inner in list(value.items())[:500]:
        name = str(key)
        if isinstance(inner, str | int | float) and not isinstance(inner, bool):
            row[name] = inner
        elif isinstance(inner, dict):
            words = inner.get("name") or inner.get("title") or inner.get("rendered") or inner.get("content")
            if isinstance(words, str):
                row[name] = words
            row.update({f"{name}.{part}": one for part, one in list(inner.items())[:50] if isinstance(one, str | int)})
        elif isinstance(inner, list):
            names = [one.get("name") if isinstance(one, dict) else one for one in inner[:50]]
            words = ", ".join(one for one in names if isinstance(one, str) and one.strip())
            if words:
                row[name] = words
            links = (one.get("href") for one in inner[:50] if isinstance(one, dict))
            if link := next((link for link in links if isinstance(link, str)), None):
                row[f"{name}.href"] = link
    return row
