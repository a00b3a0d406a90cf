"""What every screen of ours is: painted by its widgets alone, and left once."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen


class Page(Screen[Any]):
    """A screen without a background of its own."""

    BLANK = True
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "only_part", show=False)]

    def leave(self, result: object = None) -> None:
        """Goes back with a result. Asked again before it has gone, it does nothing: two keys may come at once."""
        if self.is_current and len(self.app.screen_stack) > 1:
            self.dismiss(result)

    def action_only_part(self) -> None:
        """Tab where there is nothing to go to: Textual's own binding would do nothing, and say nothing."""
        self.refuse("tab")

    def refuse(self, key: str) -> None:
        """Says why a key does nothing here."""
