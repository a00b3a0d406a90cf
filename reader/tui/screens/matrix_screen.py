"""The matrix: how much of each article stands in each other one."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.tui.commands import Place, first_key
from reader.tui.render.keys import AROUND, footer
from reader.tui.render.line import Piece
from reader.tui.render.matrix import Cell, Grid
from reader.tui.render.particulars import counted, short_name
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.matrix_view import MatrixView


class MatrixScreen(ReaderScreen):
    """All pairs of a desk, as far as they are known; the rest comes while one looks."""

    def __init__(self, desk: Desk) -> None:
        """The cursor starts on the pair that shares most."""
        super().__init__(desk)
        self._known = -1

    def compose(self) -> ComposeResult:
        """Header, grid, status."""
        yield LineBar(id="header")
        yield Rule()
        yield MatrixView(id="matrix")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Shows what is known, and looks again until all is."""
        self._matrix = self.query_one(MatrixView)
        self.query_one("#header", LineBar).show(
            (
                Piece("How much of each", "strong"),
                Piece(" (down) ", "dim"),
                Piece("is in each", "strong"),
                Piece(" (across)", "dim"),
            ),
            (Piece(counted(len(self.desk.articles), "article"), "dim"),),
        )
        self._matrix.focus()
        self._fill()
        best = max(range(len(self.desk.articles)), key=lambda n: (self.desk.pairs.best_match(n) or (0, 0.0))[1])
        self._matrix.go(best, announce=False)
        self._matrix.to_column((self.desk.pairs.best_match(best) or (1, 0.0))[0])
        self.set_interval(0.3, self._fill)

    def _fill(self) -> None:
        """What is known by now, where that is more than shows."""
        if self._known == self.desk.pairs.known:
            return
        self._known = self.desk.pairs.known
        articles = self.desk.articles
        cells = {
            (one, two): Cell(*shared)
            for one in range(len(articles))
            for two in range(len(articles))
            if one != two and (shared := self.desk.pairs.shared(one, two)) is not None
        }
        self._matrix.show_grid(Grid([short_name(article) for article in articles], cells))
        self.show_status()

    @property
    def place(self) -> Place:
        """There is one part."""
        return Place.MATRIX

    def show_status(self) -> None:
        """The pair under the cursor in words; a sentence goes before it."""
        if self.is_mounted and not self._said:
            sentence = self._matrix.grid.sentence(self._matrix.cursor, self._matrix.column)
            keys = footer(Place.MATRIX, self.size.width - cell_len(sentence) - AROUND)
            self.query_one("#status", LineBar).show((Piece(sentence),), keys)
        else:
            super().show_status()

    def on_line_list_stuck(self, event: LineList.Stuck) -> None:
        """The edge of the matrix."""
        event.prevent_default()
        self.say("The matrix ends here")

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another pair."""
        self.show_status()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Opens the pair."""
        from reader.tui.screens.compare_screen import CompareScreen

        if event.number == self._matrix.column:
            left, right = (first_key(action, Place.MATRIX) for action in ("cell_left", "cell_right"))
            self.say(f"An article is not compared with itself; {left} and {right} choose another column")
            return
        self.app.push_screen(CompareScreen(self.desk, [event.number, self._matrix.column]), self.pass_on)
