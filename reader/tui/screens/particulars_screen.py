"""The particulars of an article, how each is known, and a line to correct it in. The source is never touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.tui.commands import Place, bindings_at
from reader.tui.render.blocks import FIELDS, particular_entry
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import title_of
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


class ParticularList(LineList):
    """The list, with the keys of the particulars."""

    BINDINGS = bindings_at(Place.PARTICULARS)


class ParticularsScreen(ReaderScreen):
    """Corrects one article."""

    HAS_ARROWS = False

    def __init__(self, desk: Desk, article: int, corrected: Callable[[Sequence[int]], None]) -> None:
        """``corrected`` is told when something was changed."""
        super().__init__(desk)
        self._number = article
        self._corrected = corrected
        self._field = FIELDS[0]
        """The one that the line is open for."""

    def compose(self) -> ComposeResult:
        """Header, particulars, the line to type in, status."""
        yield LineBar(id="header")
        yield Rule()
        yield ParticularList(rows=2, id="particulars")
        yield Rule()
        yield FindBar("correct", modes=False, id="value")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Shows them."""
        self._list = self.query_one(ParticularList)
        self._bar = self.query_one(FindBar)
        self._list.focus()
        self._fill()

    def _fill(self) -> None:
        article = self.desk.articles[self._number]
        self.query_one("#header", LineBar).show(
            (Piece("Particulars", "strong"), Piece(f" · {title_of(article)}", "dim")),
        )
        self._list.show(len(FIELDS), self._entry)

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        field = FIELDS[number]
        is_corrected = field in self.desk.keeping.correction(self._number).particulars
        return particular_entry(self.desk.articles[self._number], field, is_corrected, width)

    @property
    def place(self) -> Place:
        """The list."""
        return Place.PARTICULARS

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Opens the line with the value of now."""
        self._field = FIELDS[event.number]
        value = getattr(self.desk.articles[self._number].particulars, self._field)
        self._bar.open(value or "")
        self._bar.tell("empty: unknown" if value else "")

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps what was typed."""
        field, typed = self._field, event.bar.typed.strip()
        if field == "published" and typed:
            from reader.articles.particulars import iso_day

            day = iso_day(typed)
            if day is None:
                self.say("This is no whole date; write it like 2024-03-02 or 2 March 2024", is_problem=True)
                return
            typed = day
        event.bar.close()
        self._list.focus()
        if (typed or None) != getattr(self.desk.articles[self._number].particulars, field):
            self.desk.keeping.correct(self._number, field, typed or None)
            self._corrected([self._number])
        self._fill()

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        event.bar.close()
        self._list.focus()
