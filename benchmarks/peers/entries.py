"""The program's own list of articles, alone, with as many made-up entries as are asked for: ``entries.py NUMBER``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from textual.app import ComposeResult

from reader.articles.article import Article, Particulars
from reader.tui.driver import Driver
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.render.entries import Flags, article_entry
from reader.tui.render.line import Line
from reader.tui.screens.page import Page
from reader.tui.theme import NIGHT
from reader.tui.widgets.article_list import ArticleList

NUMBER = int(sys.argv[1])


def entry(number: int, width: int, on: bool) -> Sequence[Line]:
    """An article that is made when it is looked at."""
    about = Particulars(title=f"entry number {number} of many", outlet="The Gazette", published="2024-03-03")
    return article_entry(Article(str(number), "a.txt", "words", about, words=400), Flags(), None, width)


class Entries(KeysInTurn):
    """The list."""

    def __init__(self) -> None:
        super().__init__(driver_class=Driver)
        self.animation_level = "none"
        self.register_theme(NIGHT.theme())
        self.theme = "reader-night"

    def get_default_screen(self) -> Page:
        """A screen as the program has."""
        return Page()

    def compose(self) -> ComposeResult:
        """The list."""
        yield ArticleList(rows=3)

    def on_mount(self) -> None:
        """Fills it."""
        listed = self.query_one(ArticleList)
        listed.show(NUMBER, entry)
        listed.focus()


Entries().run()
