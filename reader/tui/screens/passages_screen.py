"""What all open articles share, ranked: quotations, long passages, and folded what is of less interest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.tui.commands import Place, bindings_at
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.render.shelf_passages import ROWS, ShelfRow, shelf_entry, shelf_rows
from reader.tui.render.wordings import wordings_of_passage
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from reader.compare.ranking import ShelfPassages


class PassageList(LineList):
    """The list, with the keys of the shelf's passages."""

    BINDINGS = bindings_at(Place.PASSAGES)


class PassagesScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk) -> None:
        """Over all open articles."""
        super().__init__(desk)
        self._found: ShelfPassages | None = None
        self._rows: list[ShelfRow] = []
        self._opened: frozenset[str] = frozenset()
        self._is_looking = True

    def compose(self) -> ComposeResult:
        """Header, passages, status."""
        yield LineBar(keeps_right=True, id="header")
        yield Rule()
        yield PassageList(rows=ROWS, id="passages")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to look."""
        self._list = self.query_one(PassageList)
        self._list.focus()
        self._list.show(0, self._entry, empty=[(Piece("  Looking … (Esc stops)", "dim"),)])
        self._header("looking")
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        """Beside the screen; what was found so far shows."""
        from reader.compare.thresholds import DEFAULT

        try:
            self._told(await self.desk.passages(DEFAULT, self._told))
        except MatchingStopped as stopped:
            self._is_looking = False
            self._fill()
            self.say(str(stopped), is_problem=True)

    def _told(self, news: object) -> None:
        from reader.compare.ranking import ShelfPassages

        if isinstance(news, ShelfPassages):
            self._found = news
            self._is_looking = not news.is_complete
            self._fill()
        elif isinstance(news, tuple):
            self._header(_stage(news))

    def _fill(self) -> None:
        self._rows = shelf_rows(self._found, self._opened) if self._found else []
        is_whole = self._found is not None and self._found.is_complete
        none = "No two open articles share a passage" if is_whole else "Nothing had been found when it was stopped"
        self._list.show(len(self._rows), self._entry, empty=[(Piece(f"  {none}", "dim"),)])
        self._header("" if is_whole else "looking on" if self._is_looking else "stopped")
        self.show_status()

    def _header(self, stage: str) -> None:
        found = self._found
        parts = [
            counted(len(found.quotations), "quotation") if found else "",
            counted(len(found.passages), "passage") if found else "",
            counted(len(found.copies), "near-copy", "near-copies") + " left out" if found and found.copies else "",
            stage,
        ]
        self.query_one("#header", LineBar).show(
            (Piece("What all open articles share", "strong"), Piece(f" ({len(self.desk.articles)})", "dim")),
            (Piece(" · ".join(part for part in parts if part), "dim"),),
        )

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        return shelf_entry(self._rows[number], self.desk.articles, width)

    @property
    def place(self) -> Place:
        """The list."""
        return Place.PASSAGES

    def place_line(self) -> Line:
        """Which of them."""
        return (Piece(f"{self._list.cursor + 1}/{len(self._rows)}", "dim"),) if self._rows else ()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    # Commands

    def _row(self) -> ShelfRow | None:
        if not self._rows:
            self.say("There is no passage here")
            return None
        return self._rows[self._list.cursor]

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Compares the articles at the passage; unfolds a bucket, or folds it."""
        row = self._row()
        if row is None:
            return
        if row.passage is None:
            assert row.bucket is not None
            self._opened ^= {row.bucket.kind}
            self._fill()
            return
        from reader.tui.screens.compare_screen import CompareScreen

        chosen = [*row.passage.articles, *row.passage.in_part]
        at = next(o for o in row.passage.passage.occurrences if o.article == chosen[0])
        self.app.push_screen(CompareScreen(self.desk, chosen, at=at), self.pass_on)

    def action_variants(self) -> None:
        """All wordings of it."""
        row = self._row()
        if row is None:
            return
        if row.passage is None:
            self.say("Wordings are of a passage; Enter unfolds this")
            return
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_passage(row.passage.passage)
        every = range(len(self.desk.articles))
        self.app.push_screen(VariantsScreen(self.desk, every, wordings, "One passage"), self.pass_on)

    def action_cancel(self) -> None:
        """Stops looking; what was found stays."""
        if self._is_looking:
            self.desk.matching.stop()
        else:
            super().action_cancel()


def _stage(news: tuple[object, ...]) -> str:
    """How far the search is, as the engine tells it."""
    words, *counts = news
    numbers = [count for count in counts if isinstance(count, int)]
    return f"{words} {numbers[0]:,} of {numbers[1]:,}" if len(numbers) > 1 else str(words)
