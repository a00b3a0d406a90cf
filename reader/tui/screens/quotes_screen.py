"""The quotations of some articles: words, speakers, how the outlets differ. Enter goes there, V stacks the wordings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.text.spans import Span
from reader.tui.commands import Place, bindings_at
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, short_name
from reader.tui.render.quotes import ROWS, SIGNS, QuoteRow, quote_entry, quote_rows, statement_words
from reader.tui.render.wordings import wordings_of_quotation
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from reader.compare.statements import Statement


class QuoteList(LineList):
    """The list, with the keys of the quotations."""

    BINDINGS = bindings_at(Place.QUOTES)


class QuotesScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, articles: Sequence[int], *, listed: int | None = None) -> None:
        """``articles`` are positions on the desk; ``listed``: only what the first so many of them print is listed,
        the others are there to be held against."""
        super().__init__(desk)
        self._articles = list(articles)
        self._listed = range(len(self._articles) if listed is None else listed)
        self._rows: list[QuoteRow] | None = None

    def compose(self) -> ComposeResult:
        """Header, quotations, status."""
        yield LineBar(id="header")
        yield Rule()
        yield QuoteList(rows=ROWS, id="quotes")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to look."""
        self._list = self.query_one(QuoteList)
        self._list.focus()
        self._list.show(0, self._entry, empty=[(Piece("  Looking …", "dim"),)])
        self._header(0)
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        """What the articles quote, and which of it is the same. A late answer is dropped."""
        try:
            said, shared = await self.desk.quotations(self._articles)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
            return
        self._rows = quote_rows(said, shared, list(self._listed))
        empty = [(Piece("  Nobody is quoted here", "dim"),)]
        self._list.show(len(self._rows), self._entry, cursor=0, empty=empty)
        self._header(len(self._rows))
        self.show_status()

    def _header(self, count: int) -> None:
        names = ", ".join(self._outlet(place) for place in self._listed)
        legend = "  ".join(f"{sign} {words}" for words, sign in SIGNS.items())
        self.query_one("#header", LineBar).show(
            (Piece(f"{counted(count, 'quotation')}" if count else "Quotations", "strong"), Piece(f" · {names}", "dim")),
            (Piece(legend, "dim"),),
        )

    def _outlet(self, place: int) -> str:
        return short_name(self.desk.articles[self._articles[place]])

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        assert self._rows is not None
        articles = [self.desk.articles[article] for article in self._articles]
        names = [self._outlet(place) for place in range(len(articles))]
        return quote_entry(self._rows[number], articles, names, width, is_only=len(self._listed) == 1)

    @property
    def place(self) -> Place:
        """The list."""
        return Place.QUOTES

    def place_line(self) -> Line:
        """Which of them."""
        if not self._rows:
            return ()
        shared = sum(row.shared is not None for row in self._rows)
        return (Piece(f"{self._list.cursor + 1}/{len(self._rows)} · {shared} in several outlets", "dim"),)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    # Commands

    def _row(self) -> QuoteRow | None:
        if not self._rows:
            self.say("There is no quotation here")
            return None
        return self._rows[self._list.cursor]

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Goes to where it stands."""
        if row := self._row():
            self.leave(self._destination(row.article, row.statement))

    def _destination(self, place: int, statement: Statement) -> Destination:
        from reader.text.find import Query

        article = self._articles[place]
        words = statement_words(self.desk.articles[article], statement)
        spans = tuple(Span(*segment) for segment in statement.segments)
        return Destination(article, Hits(Query(words), spans, 0))

    def action_variants(self) -> None:
        """All wordings of it."""
        row = self._row()
        if row is None:
            return
        if row.shared is None:
            self.say("No other outlet here prints this quotation")
            return
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_quotation(row.shared)
        self.app.push_screen(VariantsScreen(self.desk, self._articles, wordings, "One quotation"), self.pass_on)
