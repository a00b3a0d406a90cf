"""The program's own compare view, alone: two files of one line a paragraph, and passages made up from them.

``facing.py A B PASSAGES``: every so-and-so-many-th paragraph of A is said to stand in B, in the same order.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import ComposeResult

from reader.articles.article import Article, Block
from reader.compare.comparison import Occurrence, Passage
from reader.tui.driver import Driver
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.render.column import Column
from reader.tui.render.facing import Facing, Header
from reader.tui.render.marks import Marks
from reader.tui.render.sheet import sheet
from reader.tui.screens.page import Page
from reader.tui.theme import NIGHT
from reader.tui.widgets.compare_view import CompareView

FILES, NUMBER = sys.argv[1:3], int(sys.argv[3])


def article(path: str) -> Article:
    """A text, every line of it a paragraph."""
    text = Path(path).read_text("utf-8")
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Article(path, path, text, blocks=tuple(blocks))


def passages(articles: list[Article]) -> list[Passage]:
    """Passages of 150 code points each, spread over both texts."""
    out: list[Passage] = []
    for number in range(NUMBER):
        places = []
        for which, one in enumerate(articles):
            start = one.blocks[number * len(one.blocks) // NUMBER].start
            places.append(Occurrence(which, start, start + 150))
        out.append(Passage(number + 1, "verbatim", 25, 20.0, tuple(places)))
    return out


class Faces(KeysInTurn):
    """The view; n visits the next passage."""

    BINDINGS = [("n", "visit", "next")]

    def __init__(self) -> None:
        super().__init__(driver_class=Driver)
        self.animation_level = "none"
        self.register_theme(NIGHT.theme())
        self.theme = "reader-night"
        self._visited = -1

    def get_default_screen(self) -> Page:
        """A screen as the program has."""
        return Page()

    def compose(self) -> ComposeResult:
        """The view."""
        yield CompareView(measure=72)

    def on_mount(self) -> None:
        """Fills it."""
        articles = [article(path) for path in FILES]
        found = passages(articles)
        columns = [Column(sheet(one), Marks(found, number, one.text)) for number, one in enumerate(articles)]
        view = self.query_one(CompareView)
        self.facing = Facing(columns, [Header((), ()), Header((), ())])
        view.show(self.facing)
        view.focus()

    def action_visit(self) -> None:
        """The next passage."""
        self._visited += 1
        self.facing.visit(self._visited % NUMBER)
        self.query_one(CompareView).changed()


Faces().run()
