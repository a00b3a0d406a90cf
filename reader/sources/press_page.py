"""Pages that press databases save: those of Factiva, the old Nexis, ProQuest. One page holds many articles."""

from __future__ import annotations

from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import bounded, entry_path
from reader.sources.factiva import clippings_in as clippings_of_factiva
from reader.sources.html_text import text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.press import clipped, clippings_in
from reader.sources.source import Outcomes, Source, Unread


def read(source: Source) -> Outcomes:
    """The articles on the page; a page that only looks like one of these is read as any other."""
    decoded = decode_declared(source.data, source.charset)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    root = tree_of(lightened(decoded.text))
    found = [] if root is None else clippings_of_factiva(root) or list(clippings_in(text_of(root).text))
    if not found:
        from reader.sources.html import read as read_page

        yield from read_page(source)
        return
    outcomes = (clipped(entry_path(source.path, number), clipping) for number, clipping in enumerate(found, 1))
    yield from bounded(source.path, outcomes, called="articles")
