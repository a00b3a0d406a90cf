"""The picture on the terminal, and how it is brought up to date: of what lies alone on its cells, the rows that differ.

Textual's compositor paints every widget that crosses what changed, cuts the rows of all of them where any begins or
ends, and sends all that came out of it. Our widgets lie side by side, so a changed one can be painted without looking
at the others; what was sent for a row is remembered, and not sent again. Everything else goes Textual's way.
"""

from __future__ import annotations

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region

from reader.tui.render.sequences import PLAIN, Sequence, moved
from reader.tui.widgets.painted import Painted


class RowsUpdate(CompositorUpdate):
    """Rows of ours, and what Textual made of the rest."""

    def __init__(self, rows: str, rest: CompositorUpdate | None) -> None:
        """``rows`` is ready to be sent."""
        self._rows, self._rest = rows, rest

    def render_segments(self, console: Console) -> str:
        """Both, as the terminal takes them."""
        return self._rows + (self._rest.render_segments(console) if self._rest else "")


class Picture(Compositor):
    """Textual's compositor, with a shorter way for widgets that nothing lies over."""

    def __init__(self) -> None:
        """Nothing was sent yet."""
        super().__init__()
        self._sent: dict[tuple[int, int], Sequence] = {}
        """What was sent last for the row of a widget that begins at a cell."""
        self._alone: list[tuple[Region, Painted]] = []
        self._alone_among: object = None
        self._others: list[Region] = []
        """Where the other widgets stand that have none inside them."""
        self._is_tiled = False

    def forget(self) -> None:
        """Whatever is on the terminal now, it need not be what was sent."""
        self._sent.clear()

    def render_full_update(self, simplify: bool = False) -> CompositorUpdate | None:  # type: ignore[override]
        """Everything: our way, where widgets that have none inside them fill the screen."""
        self._lie()
        if simplify or not self._is_tiled:
            self.forget()
            return super().render_full_update(simplify)
        self._dirty_regions = {self.size.region}
        return self.render_partial_update()

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]
        """The rows that differ, of the widgets in which anything changed."""
        self._lie()
        changed: dict[Painted, Region] = {}
        rest: set[Region] = set()
        for dirty in self._dirty_regions:
            inside = [entry for entry in self._alone if entry[0].overlaps(dirty)]
            if self._is_tiled or any(region.contains_region(dirty) for region, _ in inside):
                changed.update((widget, region) for region, widget in inside)
                rest.update(part for region in self._others if (part := region.intersection(dirty)))
            else:
                rest.add(dirty)
        self._dirty_regions = rest
        other = super().render_partial_update()
        rows = self._rows(changed)
        return RowsUpdate(rows, other) if rows or other else None

    def _rows(self, changed: dict[Painted, Region]) -> str:
        """What is sent, from the top to the bottom: not every terminal holds a picture back until it is whole. The
        tails of rows come last: one below the other they look the same, and what looks the same is said once."""
        differing: list[tuple[bool, int, int, Sequence]] = []
        for widget, region in changed.items():
            for x, y, cells, row in widget.sequences():
                place = region.x + x, region.y + y
                if self._sent.get(place) == row:
                    continue
                self._sent[place] = row
                if widget.TAIL and cells == region.width:
                    self._sent.pop((region.right - widget.TAIL, place[1]), None)
                differing.append((cells == widget.TAIL, place[1], place[0], row))
        differing.sort()
        parts: list[str] = []
        look = ""
        for _, y, x, row in differing:
            parts += (moved(x, y), row.text) if row.begins == look else (moved(x, y), row.begins, row.text)
            look = row.ends
        return "".join([*parts, PLAIN]) if parts else ""

    def _lie(self) -> None:
        """Looks which widgets of ours show whole, with nothing over them, and where they stand."""
        visible = self.visible_widgets
        if visible is not self._alone_among:
            before = self._alone, self._others
            self._alone_among, self._alone, self._others = visible, [], []
            over: list[Region] = []
            for widget, (region, clip) in visible.items():
                shown = region.intersection(clip)
                if isinstance(widget, Painted) and shown == region and not any(map(shown.overlaps, over)):
                    self._alone.append((region, widget))
                elif not widget.children:
                    self._others.append(shown)
                over.append(shown)
            cells = sum(region.area for region, _ in self._alone) + sum(region.area for region in self._others)
            self._is_tiled = cells == self.size.area
            if (self._alone, self._others) != before:
                self.forget()
