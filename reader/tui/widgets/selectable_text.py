"""Text in which one selects with the mouse: characters by dragging, a word or a paragraph by clicking again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.timer import Timer

from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.selection import paragraph_at, word_at, words_between
from reader.tui.render.sheet import Sheet
from reader.tui.widgets.text_view import TextView

LEFT = 1
"""The button that selects."""
SCROLLS = 0.05
"""Seconds a row, while the pointer is held over an edge."""


@dataclass(frozen=True, slots=True)
class _Press:
    """Where the button went down."""

    column: Column
    number: int
    place: Span


class SelectableText(TextView):
    """A view of columns, one of which has what is selected. It says what was selected; its screen copies it."""

    class Selected(TextView.Scrolled):
        """The mouse button was let go over something that is selected."""

        def __init__(self, source: TextView, words: str) -> None:
            """``words`` are the article's own."""
            super().__init__(source)
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing is selected."""
        super().__init__(id=id)
        self._press: _Press | None = None
        self._first: _Press | None = None
        """The press of the first of several clicks: the text may have moved since."""
        self._is_dragged = False
        self._pointer = (0, 0)
        self._scrolling: Timer | None = None

    # What a subclass tells

    @property
    def columns(self) -> Sequence[Column]:
        """The columns that show."""
        raise NotImplementedError

    def column_at(self, x: int, y: int) -> int:
        """The number of the column at a cell."""
        return 0

    def cell_in(self, number: int, x: int, y: int) -> tuple[int, int]:
        """A cell as one of a column."""
        return x, y

    def clicked(self, x: int, y: int) -> None:
        """A cell was clicked, once, and nothing was selected by that."""

    # What is selected

    @property
    def selected(self) -> str:
        """The words that are selected; empty where none are."""
        column = next((column for column in self.columns if column.selection), None)
        return words_between(column.sheet, column.selection) if column and column.selection else ""

    def unselect(self) -> bool:
        """Selects nothing any more. Whether anything was selected."""
        chosen = [column for column in self.columns if column.selection]
        for column in chosen:
            column.select(None)
        if chosen:
            self.refresh()
        return bool(chosen)

    def _select(self, column: Column, span: Span) -> None:
        column.select(span)
        self.refresh()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Here a selection may begin."""
        self._let_go()
        self.unselect()
        self._is_dragged = False
        if event.button == LEFT and (press := self._pressed_at(event)):
            self._press = press
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button down, what lies between is selected."""
        if self._press is None:
            return
        if event.button != LEFT or self._press.column not in self.columns:  # it was let go where nobody saw it
            self._let_go()
            return
        self._pointer = event.x, event.y
        self._extend()
        y = self.cell_in(self._press.number, event.x, event.y)[1]
        if self._is_dragged and not 0 <= y < self._press.column.height:
            self._scrolling = self._scrolling or self.set_interval(SCROLLS, self._scroll_on)
        else:
            self._stop_scrolling()

    def on_mouse_up(self) -> None:
        """What was selected is announced."""
        if self._press and self._is_dragged and (words := self.selected):
            self.announce(self.Selected(self, words))
        self._let_go()

    def on_mouse_release(self) -> None:
        """The mouse is somebody else's now."""
        self._press = None
        self._stop_scrolling()

    def on_click(self, event: events.Click) -> None:
        """A second click selects the word, a third one the paragraph."""
        if self._is_dragged:
            return
        if event.chain == 1:
            self._first = self._pressed_at(event)
            self.clicked(event.x, event.y)
        elif self._first and self._first.column in self.columns:
            find: Callable[[Sheet, int], Span] = word_at if event.chain == 2 else paragraph_at
            self._select(self._first.column, find(self._first.column.sheet, self._first.place.start))
            if words := self.selected:
                self.announce(self.Selected(self, words))

    def _pressed_at(self, event: events.MouseEvent) -> _Press | None:
        """The place under the pointer, where rows of a column are."""
        if not self.columns:
            return None
        number = self.column_at(event.x, event.y)
        column = self.columns[number]
        x, y = self.cell_in(number, event.x, event.y)
        return _Press(column, number, column.character_at(x, y)) if 0 <= y < column.height else None

    def _extend(self) -> None:
        """Selects from the press to the pointer, both characters with it."""
        assert self._press is not None
        column, first = self._press.column, self._press.place
        x, y = self.cell_in(self._press.number, *self._pointer)
        here = column.character_at(x, max(-1, min(y, column.height)))
        if self._is_dragged or here != first:
            self._is_dragged = True
            self._select(column, Span(min(first.start, here.start), max(first.end, here.end)))

    def _scroll_on(self) -> None:
        """The pointer is held over an edge: a row on, and what comes with it is selected."""
        if self._press is None or self._press.column not in self.columns:
            self._let_go()
            return
        column = self._press.column
        y = self.cell_in(self._press.number, *self._pointer)[1]
        column.move_to(column.top + (1 if y >= column.height else -1))
        self._extend()
        self.announce(self.Scrolled(self))

    def _let_go(self) -> None:
        self._press = None
        self._stop_scrolling()
        self.release_mouse()

    def _stop_scrolling(self) -> None:
        if self._scrolling:
            self._scrolling.stop()
            self._scrolling = None
