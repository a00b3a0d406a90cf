"""The widget that all others are made of: it paints lines, and costs what it shows."""

from __future__ import annotations

from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.render.line import Line
from reader.tui.theme import style


class Painted(Widget):
    """Paints the lines that show. A subclass gives :meth:`line`; nothing else of Textual's rendering is used."""

    DEFAULT_CSS = """
    Painted {
        width: 1fr;
        height: 1fr;
        overflow: hidden hidden;
    }
    """
    ALLOW_SELECT = False
    _across = -1

    @property
    def across(self) -> int:
        """Cells in a row, as of the last time that the widget was laid out or painted."""
        return self._across if self._across >= 0 else self.size.width

    def line(self, y: int) -> Line:
        """The line at ``y`` of the widget, 0 at its top: exactly :attr:`across` cells."""
        raise NotImplementedError

    def announce(self, message: Message) -> None:
        """Tells the screen at once: what it changes there is in the same picture as what changes here."""
        if self.is_attached:
            self.screen.post_message(message)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Asks for a new picture at once, not when the widget has nothing else to do: so that what one key changes in
        several widgets is in one picture."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if self.is_attached:
            self._check_refresh()
        return self

    def render(self) -> str:
        """Textual asks for it; what shows is painted by :meth:`render_lines`."""
        return ""

    def render_line(self, y: int) -> Strip:
        """One row, for hit-testing."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region. The palette is final: Textual's colour filters have nothing left to do."""
        width = self._across = self.size.width
        palette = self.app.theme.removeprefix("reader-")
        strips = [self._strip(y, width, palette) for y in range(crop.y, crop.bottom)]
        self._across = -1
        if crop.x or crop.width != width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int, width: int, palette: str) -> Strip:
        segments = []
        cells = 0
        for text, roles in self.line(y):
            if text:
                segments.append(Segment(text, style(palette, roles)))
                cells += len(text) if text.isascii() else cell_len(text)
        strip = Strip(segments, cells)
        return strip if cells == width else strip.adjust_cell_length(width, style(palette, ""))
