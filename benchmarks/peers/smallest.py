"""The smallest Textual app: one Static, and a key that changes it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Smallest(App[None]):
    """Shows a word, and another one after a key."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("ready", markup=False)

    def on_key(self, event: Key) -> None:
        """Says that a key came."""
        self.query_one(Static).update("changed")


Smallest().run()
