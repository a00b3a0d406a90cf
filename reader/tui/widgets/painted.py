"""The widget that all others are made of: it paints lines, and costs what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.render.line import Line
from reader.tui.render.sequences import Sequence, sequence
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
    TAIL = 0
    """Cells of the last piece of a line where that seldom changes when the others do, and is sent apart."""
    _across = -1

    @property
    def across(self) -> int:
        """Cells in a row, as of the last time that the widget was laid out or painted."""
        return self._across if self._across >= 0 else self.size.width

    def begin(self) -> None:
        """A picture begins: nothing that was made for the one before holds."""

    def line(self, y: int) -> Line:
        """The line at ``y`` of the widget, 0 at its top: exactly :attr:`across` cells."""
        raise NotImplementedError

    def fit(self) -> None:
        """Has another size now: what shows is set for it before it is painted."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Textual has laid the widget out; it paints next, and tells of it later. What is painted here never asks for
        another size, so nothing is laid out again."""
        changed = super()._size_updated(size, virtual_size, container_size, layout=False)
        if changed:
            self.fit()
        return changed

    def prepare(self) -> bool:
        """Makes a little of what will probably show next, in under 2 ms; whether more is left to make."""
        return False

    def announce(self, message: Message) -> None:
        """Tells the screen at once: what it changes there is in the same picture as what changes here."""
        if self.is_attached:
            self.screen.post_message(message)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Asks for a new picture at once, not when the widget has nothing else to do: so that what one key changes in
        several widgets is in one picture."""
        if layout or recompose or not repaint or not self.is_mounted:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
            if self.is_attached:
                self._check_refresh()
        elif self.is_attached and self.display:
            self._set_dirty(*regions)
            self.screen._dirty_widgets.add(self)
            self.screen.check_idle()
        return self

    def render(self) -> str:
        """Textual asks for it; what shows is painted by :meth:`render_lines`."""
        return ""

    def render_line(self, y: int) -> Strip:
        """One row, for hit-testing."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def sequences(self) -> Iterator[tuple[int, int, int, Sequence]]:
        """All rows, as the terminal takes them: where each begins, its cells, and what is sent."""
        self.begin()
        width, height = self.size
        self._across = width
        inner = width - self.TAIL
        look = self.look
        for y in range(height):
            line = self.line(y)
            if self.TAIL and len(line) > 1 and _takes(line[-1].text, self.TAIL):
                yield inner, y, self.TAIL, sequence(line[-1:], self.TAIL, *look)
                yield 0, y, inner, sequence(line[:-1], inner, *look)
            else:
                yield 0, y, width, sequence(line, width, *look)
        self._across = -1

    @property
    def look(self) -> tuple[str, ColorSystem]:
        """The palette, and the colours that the terminal has."""
        return self._palette, self.app.console._color_system or ColorSystem.TRUECOLOR

    @property
    def _palette(self) -> str:
        return self.app.theme.removeprefix("reader-")

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region. The palette is final: Textual's colour filters have nothing left to do."""
        self.begin()
        width = self._across = self.size.width
        palette = self._palette
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


def _takes(text: str, width: int) -> bool:
    """Whether a text takes exactly so many cells."""
    return len(text) == width if text.isascii() else cell_len(text) == width
