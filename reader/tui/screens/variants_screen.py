"""One quotation or passage, every outlet's wording stacked, with the changes marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.tui.commands import Place, bindings_at
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, day_shown, short_name
from reader.tui.render.wordings import CARET, Wording, wording_lines
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

WIDEST = 100
"""Cells of a row of words at the most: longer ones are hard to compare line by line."""


class WordingList(LineList):
    """The wordings, line by line."""

    BINDINGS = bindings_at(Place.VARIANTS)


class VariantsScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, articles: Sequence[int], wordings: Sequence[Wording], title: str) -> None:
        """``articles`` are positions on the desk; the wordings name positions among them."""
        super().__init__(desk)
        self._articles = list(articles)
        self._wordings = list(wordings)
        self._title_words = title
        self._lines: list[Line] = []
        self._starts: list[int] = []

    def compose(self) -> ComposeResult:
        """Header, wordings, status."""
        yield LineBar(id="header")
        yield Rule()
        yield WordingList(id="wordings")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Sets the words."""
        self.query_one("#header", LineBar).show(
            (
                Piece(self._title_words, "strong"),
                Piece(f", {counted(len(self._wordings), 'wording')} · ", "dim"),
                Piece("changed", "changed"),
                Piece(f"  {CARET} taken away", "dim"),
            )
        )
        self.query_one(WordingList).focus()
        self._set()

    def on_resize(self) -> None:
        """Sets them for the new width."""
        if self.is_mounted:
            self._set()

    def _set(self) -> None:
        width = min(WIDEST, self.size.width)
        blocks = [self._block(wording, width) for wording in self._wordings]
        self._lines = [line for block in blocks for line in block]
        self._starts = [0, *accumulate(len(block) for block in blocks)][:-1]
        self.query_one(WordingList).show(len(self._lines), lambda number, width, on: [self._lines[number]])

    def _block(self, wording: Wording, width: int) -> list[Line]:
        article = self.desk.articles[self._articles[wording.article]]
        when = day_shown(article.particulars, short=True)
        name = f"{short_name(article)} · {when}" if when else short_name(article)
        return wording_lines(wording, article, name, width)

    @property
    def place(self) -> Place:
        """The wordings."""
        return Place.VARIANTS

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Goes to where the wording stands."""
        from reader.text.find import Query

        wording = self._wordings[bisect_right(self._starts, event.number) - 1]
        article = self._articles[wording.article]
        text = self.desk.articles[article].text
        words = " ".join(text[wording.parts[0].start : wording.parts[-1].end].split())
        self.leave(Destination(article, Hits(Query(words), wording.parts, 0)))
