"""The widget that all others are made of: it paints lines, and costs what it shows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
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

    def line(self, y: int) -> Line:
        """The line at ``y`` of the widget, 0 at its top: exactly as many cells as the widget is wide."""
        raise NotImplementedError

    def render(self) -> str:
        """Textual asks for it; what shows is painted by :meth:`render_lines`."""
        return ""

    def render_line(self, y: int) -> Strip:
        """One row, for hit-testing."""
        palette = self.app.theme.removeprefix("reader-")
        segments = [Segment(piece.text, style(palette, piece.roles)) for piece in self.line(y) if piece.text]
        strip = Strip(segments)
        width = self.size.width
        return strip if strip.cell_length == width else strip.adjust_cell_length(width, style(palette, ""))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region. The palette is final: Textual's colour filters have nothing left to do."""
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
