"""What comes in from the terminal, as keys, pasted text and mouse events: Textual's parser, which nothing can break.

A sequence that it cannot make sense of is left out, with what came right behind it, and reading goes on. Sizes are
asked of the system alone: a terminal, or a text that is pasted, could claim any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.messages import InBandWindowResize

_PART: Final = re.compile("\x1b?[^\x1b]*")
"""A sequence and what follows it up to the next one."""
_CLAIMS: Final = (events.Resize, InBandWindowResize)


class _Parser(XTermParser):
    """Places are in cells, whatever size in pixels was claimed."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """A mouse event, or nothing."""
        self.mouse_pixels = False
        return super().parse_mouse_code(code)


class Keyboard:
    """Takes text as it comes in, gives messages."""

    def __init__(self, debug: bool) -> None:
        """``debug``: Textual's parser keeps a log."""
        self._debug = debug
        self._parser = _Parser(debug)

    def feed(self, text: str) -> Iterator[Message]:
        """What a part of the input says. An empty one says nothing; to the parser it would be the end."""
        for part in filter(None, _PART.findall(text)):
            yield from self._understood(self._parser.feed(part))

    def tick(self) -> Iterator[Message]:
        """What is meant by half a sequence of which the other half does not come."""
        yield from self._understood(self._parser.tick())

    def _understood(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            for message in messages:
                if not isinstance(message, _CLAIMS):
                    yield message
        except (ValueError, ArithmeticError):
            self._parser = _Parser(self._debug)
