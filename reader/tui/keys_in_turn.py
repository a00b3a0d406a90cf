"""Keys have their effect one after the other, however fast they come.

Textual gives a key to the widget that has the keys when it arrives, before the action of the key before it has run: of
``/bridge`` typed in one go, the letters would go where ``/`` was pressed. So a key waits here until the one before it
has landed: a message follows each key to the same widget and bubbles back when the key's own handlers are through.
"""

from __future__ import annotations

from collections import deque
from typing import cast

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from reader.tui.screens.page import Page
from reader.tui.widgets.find_bar import TypedLine
from reader.tui.widgets.painted import Painted

PATIENCE = 0.3
"""Seconds after which a key that has not landed (its widget is gone) no longer holds up the others."""


ROUNDS = 3
"""Times that a key is waited for: Enter in a line is told to the bar, by the bar to the screen, and done there."""


class Landed(Message, bubble=True):
    """Follows a key on its way."""

    def __init__(self, number: int, target: Widget, rounds: int) -> None:
        """``number`` is the key's; it goes ``rounds`` times from ``target`` to the application."""
        super().__init__()
        self.number = number
        self.target = target
        self.rounds = rounds


class Passed(Message, bubble=False):
    """A key has had its effect, and the messages that came of it have gone by."""

    def __init__(self, number: int) -> None:
        """``number`` is the key's."""
        super().__init__()
        self.number = number


class KeysInTurn(App[int]):
    """An application that takes keys and pasted text in turn."""

    _under_way = 0
    _number = 0

    def __init__(self, *, driver_class: type | None = None) -> None:
        """Nothing waits."""
        super().__init__(driver_class=driver_class)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self.takes_keys = True
        """Whether there is something on the screen that a key could be meant for; until then all wait."""
        self._target: Widget | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a key has not had its effect yet. One whose widget is gone has had it."""
        return bool(self._under_way) and self._target is not None and self._target.is_attached

    async def on_event(self, event: events.Event) -> None:
        """Keys wait while one is under way; everything else goes on as ever."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if self.is_under_way or not self.takes_keys:
                if not self._waiting and self.takes_keys:
                    self._give_up_later()
                self._waiting.append(event)
            else:
                await self._let_go(event)
            return
        await super().on_event(event)

    async def take_keys(self) -> None:
        """From here on keys have their effect, those that came before in their order."""
        self.takes_keys = True
        await self._next(self._under_way)

    async def _let_go(self, event: events.Key | events.Paste) -> None:
        self._number += 1
        self._under_way = number = self._number
        self._target = target = self.focused or self.screen
        chooses = isinstance(event, events.Key) and event.key == "enter"
        rounds = ROUNDS if chooses or isinstance(target, TypedLine) else 1
        if isinstance(event, events.Key) and isinstance(target, Painted) and isinstance(self.screen, Page):
            self._target = target = self.screen
            await self._act(event.key)
        else:
            await super().on_event(event)
        if not target.post_message(Landed(number, target, rounds)):
            self.post_message(Passed(number))

    async def _act(self, key: str) -> None:
        """Runs what a key is bound to, nearest first, as Textual does once the key has gone from widget to widget up to
        the application. Nothing of ours on that way takes keys by itself, so this one does not go it."""
        self.app_focus = True
        screen = cast(Page, self.screen)
        screen.heard()
        nodes = (self.focused or screen).ancestors_with_self
        for node, priority in ((self, True), *((node, False) for node in nodes)):
            for binding in node._bindings.key_to_bindings.get(key, ()):
                if binding.priority == priority and await self.run_action(binding.action, node):
                    return
        screen.refuse(key)

    def on_landed(self, message: Landed) -> None:
        """The key's handlers are through; the messages that they sent, and what these left for later, come before the
        next key."""
        again = Landed(message.number, message.target, message.rounds - 1)
        if again.rounds and message.target.post_message(again):
            return
        self.post_message(Passed(message.number))

    async def on_passed(self, message: Passed) -> None:
        """The turn of the next key."""
        await self._next(message.number)

    def _give_up_later(self) -> None:
        number = self._under_way
        self.set_timer(PATIENCE, lambda: self._next(number))

    async def _next(self, number: int) -> None:
        if number != self._under_way:
            return
        self._under_way = 0
        if self._waiting:
            following = self._waiting.popleft()
            await self._let_go(following)
            if self._waiting:
                self._give_up_later()
