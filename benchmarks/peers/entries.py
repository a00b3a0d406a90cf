"""The program's own list of articles, alone, with as many made-up entries as are asked for: ``entries.py NUMBER``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.screen import Screen

from reader.articles.article import Article, Particulars
from reader.tui.render.entries import Flags, article_entry
from reader.tui.render.line import Line
from reader.tui.theme import NIGHT
from reader.tui.widgets.line_list import ArticleList

NUMBER = int(sys.argv[1])


def entry(number: int, width: int, on: bool) -> Sequence[Line]:
    """An article that is made when it is looked at."""
    about = Particulars(title=f"entry number {number} of many", outlet="The Gazette", published="2024-03-03")
    return article_entry(Article(str(number), "a.txt", "words", about, words=400), Flags(), None, width)


class Blank(Screen[None]):
    """Nothing of its own."""

    BLANK = True


class Entries(App[None]):
    """The list."""

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self.register_theme(NIGHT.theme())
        self.theme = "reader-night"

    def get_default_screen(self) -> Blank:
        """A screen without a background."""
        return Blank()

    def compose(self) -> ComposeResult:
        """The list."""
        yield ArticleList(rows=3)

    def on_mount(self) -> None:
        """Fills it."""
        listed = self.query_one(ArticleList)
        listed.show(NUMBER, entry)
        listed.focus()


Entries().run()
