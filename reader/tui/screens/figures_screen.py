"""The figures of some articles: what each is for, what each outlet says. Enter goes to the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult

from reader.compare.figures import Figure
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.tui.commands import Place, bindings_at, first_key
from reader.tui.render.figures import SIGNS, FigureRow, evidence_line, figure_rows, paragraph_words
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, short_name
from reader.tui.render.table import Table
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.table_view import TableView

CELLS = (15, 24)
"""Cells of a column, at the least and at the most."""


class FigureTable(TableView):
    """The table, with the keys of the figures."""

    BINDINGS = bindings_at(Place.FIGURES)


class FiguresScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, articles: Sequence[int]) -> None:
        """``articles`` are positions on the desk."""
        super().__init__(desk)
        self._articles = list(articles)
        self._rows: list[FigureRow] = []

    def compose(self) -> ComposeResult:
        """Header, table, the words around the figure under the cursor, status."""
        yield LineBar(id="header")
        yield Rule()
        yield FigureTable(id="figures")
        yield Rule()
        yield LineBar(id="evidence")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to look."""
        self._table = self.query_one(FigureTable)
        self._table.focus()
        self._table.show_table(Table(), [(Piece("  Looking …", "dim"),)])
        self._header("Figures")
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        """What the figures are, and which are for one thing. A late answer is dropped."""
        try:
            found = await self.desk.figures(self._articles)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
            return
        articles = [self.desk.articles[number] for number in self._articles]
        names = [short_name(article) for article in articles]
        self._rows = figure_rows(articles, names, found)
        rows = [row.shown for row in self._rows]
        self._table.show_table(Table(names, rows, CELLS), [(Piece("  There are no figures here", "dim"),)])
        self._to_first()
        different = sum(group.agreement == "different" for group in found.groups)
        things = counted(len(found.groups), "thing")
        self._header(f"Figures for {things} in several articles, {different or 'none'} of them different")
        self.show_status()

    def _to_first(self) -> None:
        """The cursor stands where there is a figure; where they differ, on one that is another than most."""
        if not self._rows:
            return
        row = self._rows[0]
        filled = [at for at, held in enumerate(row.figures) if held]
        wanted = [at for at in filled if row.shown.cells[at].roles] or filled
        if wanted and self._table.column not in wanted:
            self._table.to_column(wanted[0], announce=False)

    def _header(self, words: str) -> None:
        legend = f"{SIGNS['different']} different  {SIGNS['near']} nearly the same  {SIGNS['same']} the same  ? likely"
        self.query_one("#header", LineBar).show((Piece(words, "strong"),), (Piece(legend, "dim"),))

    @property
    def place(self) -> Place:
        """The table."""
        return Place.FIGURES

    def place_line(self) -> Line:
        """Which row."""
        return (Piece(f"{self._table.cursor + 1}/{len(self._rows)}", "dim"),) if self._rows else ()

    def show_status(self) -> None:
        """The keys; and above them the words around the figure."""
        super().show_status()
        if self.is_mounted:
            self.query_one("#evidence", LineBar).show(self._evidence())

    def _evidence(self) -> Line:
        from reader.compare.prominence import paragraph_at

        figure = self._figure()
        if figure is None:
            return (Piece("no figure of this article here", "dim"),) if self._rows else ()
        article = self.desk.articles[self._articles[self._table.column]]
        where = paragraph_words(paragraph_at(article, figure.start))
        return evidence_line(
            article, short_name(article), figure.span, figure.sentence, where, max(20, self.size.width - 2)
        )

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    def on_line_list_stuck(self, event: LineList.Stuck) -> None:
        """The edge of the table."""
        event.prevent_default()
        self.say("The table ends here")

    def _figure(self) -> Figure | None:
        """The first figure of the cell under the cursor."""
        if not self._rows:
            return None
        held = self._rows[self._table.cursor].figures
        figures = held[self._table.column] if held else ()
        return figures[0] if figures else None

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Goes to where the figures of the cell stand."""
        from reader.text.find import Query

        figure = self._figure()
        if figure is None:
            left, right = (first_key(action, Place.FIGURES) for action in ("cell_left", "cell_right"))
            elsewhere = f"No figure stands here; {left} and {right} go to another column"
            self.say(elsewhere if self._rows else "There is no figure here")
            return
        number = self._articles[self._table.column]
        text = self.desk.articles[number].text
        spans = tuple(each.span for each in self._rows[self._table.cursor].figures[self._table.column])
        words = " ".join(text[figure.start : figure.end].split())
        self.leave(Destination(number, Hits(Query(words), spans, 0)))
