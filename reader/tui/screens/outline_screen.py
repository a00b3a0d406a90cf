"""The blocks of an article: Enter goes there, B says that one is furniture, or that it is not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.text.spans import Span
from reader.tui.commands import Place, bindings_at
from reader.tui.render.blocks import block_entry
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, title_of
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


class BlockList(LineList):
    """The list, with the keys of the outline."""

    BINDINGS = bindings_at(Place.OUTLINE)


class OutlineScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, article: int, here: int, corrected: Callable[[Sequence[int]], None]) -> None:
        """``here`` is where one is in the article; ``corrected`` is told when a verdict was changed."""
        super().__init__(desk)
        self._number = article
        self._here = here
        self._corrected = corrected

    def compose(self) -> ComposeResult:
        """Header, blocks, status."""
        yield LineBar(id="header")
        yield Rule()
        yield BlockList(id="blocks")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """The cursor stands on the block where one is."""
        self._list = self.query_one(BlockList)
        self._list.focus()
        starts = [block.start for block in self.desk.articles[self._number].blocks]
        self._fill(max(0, bisect_right(starts, max(0, self._here)) - 1))

    def _fill(self, cursor: int) -> None:
        article = self.desk.articles[self._number]
        furniture = sum(block.kind == "furniture" for block in article.blocks)
        self.query_one("#header", LineBar).show(
            (Piece(title_of(article), "strong"),),
            (Piece(f"{counted(len(article.blocks), 'block')} · {furniture} furniture", "dim"),),
        )
        self._list.show(len(article.blocks), self._entry, cursor=cursor, empty=[(Piece("  Nothing is in it", "dim"),)])

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        article = self.desk.articles[self._number]
        return [block_entry(article, article.blocks[number], width)]

    @property
    def place(self) -> Place:
        """The list."""
        return Place.OUTLINE

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Goes to the block."""
        from reader.text.find import Query

        if not self.desk.articles[self._number].blocks:
            self.say("There is no block here")
            return
        block = self.desk.articles[self._number].blocks[event.number]
        first = Span(block.start, min(block.end, block.start + 1))
        self.leave(Destination(self._number, Hits(Query(""), (first,), 0)))

    def action_furniture(self) -> None:
        """Turns the verdict on the block round."""
        blocks = self.desk.articles[self._number].blocks
        if not blocks:
            self.say("There is no block here")
            return
        number = self._list.cursor
        if blocks[number].rule == "front matter":
            self.say("Front matter is never part of an article")
            return
        kind = self.desk.keeping.kind_turned(self._number, number)
        self.desk.keeping.judge(self._number, number, kind)
        self._corrected([self._number])
        self._fill(number)
        self.say("This block is furniture now" if kind == "furniture" else f"This block is a {kind} now")
