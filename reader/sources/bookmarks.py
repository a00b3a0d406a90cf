"""Lists of bookmarks as HTML: Pocket's export, and the one of browsers and Instapaper. They hold addresses only."""

from __future__ import annotations

from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import only_addresses
from reader.sources.html_tree import lightened, tree_of
from reader.sources.source import Outcomes, Source, Unread


def read(source: Source) -> Outcomes:
    """The addresses in a list of bookmarks."""
    decoded = decode_declared(source.data)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    root = tree_of(lightened(decoded.text))
    links = [] if root is None else [link.get("href") or "" for link in root.iter("a")]
    addresses = [link for link in links if link.startswith(("http://", "https://"))]
    yield only_addresses(source.path, addresses) if addresses else Unread(source.path, "there are no addresses in it")
