"""What Textual brings for texts and lists: ``stock.py static|textarea FILE``, ``stock.py options NUMBER``."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static, TextArea

KIND, GIVEN = sys.argv[1:]


class Stock(App[None]):
    """One of its widgets, with animations off."""

    def compose(self) -> ComposeResult:
        """The widget."""
        if KIND == "static":
            with VerticalScroll():
                yield Static(Path(GIVEN).read_text("utf-8"), markup=False)
        elif KIND == "textarea":
            area = TextArea(Path(GIVEN).read_text("utf-8"), read_only=True)
            area.cursor_blink = False
            yield area
        else:
            yield OptionList(*(f"entry number {number} of many" for number in range(int(GIVEN))), markup=False)

    def on_mount(self) -> None:
        """The keys to the widget."""
        self.animation_level = "none"
        self.query_one({"static": "VerticalScroll", "textarea": "TextArea", "options": "OptionList"}[KIND]).focus()


Stock().run()
