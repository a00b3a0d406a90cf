"""Articles for the tests of the library."""

from reader.articles.article import Article
from reader.articles.build import build

FERRY = """Ferry stops at noon

The ferry stopped at noon on Monday, and “nobody was told,” said Ada Quill, who runs the landing.

The crews went home at four. A spokesman for the harbour declined to say more.
"""
BRIDGE = """Bridge toll approved

The council approved a toll of €3 for the bridge. Opponents called the toll’s approval a “naïve mistake”.

It will be raised from July.
"""
TOKYO = "東京の橋\n\n東京都は橋の通行料を承認した。反対派は間違いだと述べた。\n"


def article(text: str, path: str = "a.txt") -> Article:
    """An article of plain text."""
    return build(text, path=path, sha256="", markdown=False).article
