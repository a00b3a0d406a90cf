"""What every screen of ours is: painted by its widgets alone, and left once."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


class Page(Screen[Any]):
    """A screen without a background of its own."""

    BLANK = True
    AUTO_FOCUS = ""

    def leave(self, result: object = None) -> None:
        """Goes back with a result. Asked again before it has gone, it does nothing: two keys may come at once."""
        if self.is_current and len(self.app.screen_stack) > 1:
            self.dismiss(result)

    def refuse(self, key: str) -> None:
        """Says why a key does nothing here."""
