"""What every screen of ours is: painted by its widgets alone, and left once."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from time import monotonic
from typing import Any, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.tui.widgets.painted import Painted
from reader.tui.widgets.picture import Picture

BETWEEN: Final = 1 / 60
"""Seconds between two pictures while much changes: more nobody sees."""
AT_ONCE: Final = 3
"""Pictures that may follow each other at once after a rest: a letter that was typed, what is near it, all of it."""
AHEAD: Final = 0.004
"""Seconds between a picture and a look at what may come next."""


class Page(Screen[Any]):
    """A screen without a background of its own."""

    BLANK = True
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab,shift+tab", "only_part", show=False)]

    def __init__(self) -> None:
        """Its widgets are painted by :class:`Picture`."""
        super().__init__()
        self._compositor: Picture = Picture()
        self._evenly = 0.0
        """When the next picture would come if all had come evenly."""
        self._due: TimerHandle | None = None
        self._ahead: TimerHandle | None = None

    async def _on_idle(self, event: events.Idle) -> None:
        """Paints now where the pictures before are long enough ago; else when they are."""
        if self._dirty_widgets and self.is_current and not self.app._batch_count:
            event.prevent_default()
            wait = self._evenly - (AT_ONCE - 1) * BETWEEN - monotonic()
            if wait <= 0:
                self._on_timer_update()
            elif self._due is None:
                self._due = get_running_loop().call_later(wait, self._is_due)

    def _is_due(self) -> None:
        self._due = None
        self.check_idle()

    def _compositor_refresh(self) -> None:
        """Paints."""
        super()._compositor_refresh()
        self._evenly = max(self._evenly, monotonic()) + BETWEEN

    def _on_timer_update(self) -> None:
        """Paints what has changed."""
        super()._on_timer_update()
        if self._ahead is None and isinstance(self.focused, Painted):
            self._ahead = get_running_loop().call_later(AHEAD, self._look_ahead)

    def _look_ahead(self) -> None:
        """Has a few rows made of those that the next key will probably show, while none comes."""
        self._ahead = None
        try:
            if self.is_current and isinstance(self.focused, Painted) and self.focused.prepare():
                self._ahead = get_running_loop().call_later(AHEAD, self._look_ahead)
        except Exception as error:
            self.app._handle_exception(error)

    def heard(self) -> None:
        """A key came, and has not had its effect yet."""

    def on_screen_suspend(self) -> None:
        """Another screen paints over what this one sent."""
        self._compositor.forget()

    async def on_event(self, event: events.Event) -> None:
        """A page that is opened while the program is ending gets no widgets, and is not made ready either."""
        if self.children or self.is_attached or isinstance(event, events.Unmount):
            await super().on_event(event)

    def leave(self, result: object = None) -> None:
        """Goes back with a result. Asked again, or with another page over it, it does nothing: two keys, or a key and a
        click, may come at once."""
        if self.is_active and len(self.app.screen_stack) > 1:
            self.workers.cancel_node(self)  # what they wait for would come while the widgets go
            self.dismiss(result)

    def action_only_part(self) -> None:
        """Tab where there is nothing to go to: Textual's own binding would do nothing, and say nothing."""
        self.refuse("tab")

    def refuse(self, key: str) -> None:
        """Says why a key does nothing here."""
