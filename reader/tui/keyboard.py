"""What comes in from the terminal, as keys, pasted text and mouse events: Textual's parser, which nothing can break.

The parser is given one whole sequence at a time. It would take one that it does not know for the keys that its
characters are: an answer that a terminal gives late to another program, a key that only few keyboards have, an ESC in
what is pasted would run commands. Here they are left out, and reading goes on behind them. Sizes are asked of the
system alone: a terminal, or a text that is pasted, could claim any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import monotonic
from typing import Final

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END as PASTE_END
from textual._xterm_parser import BRACKETED_PASTE_START as PASTE_BEGIN
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.message import Message
from textual.messages import InBandWindowResize

MOST_PASTED: Final = 1_000_000
"""Characters of what is pasted; the rest is left out."""
PATIENCE: Final = 1.0
"""Seconds after Esc until a paste of which the end does not come is taken to be over."""
LONGEST: Final = 32
"""Characters of a sequence: of a longer one the parser makes keys."""

_WHOLE: Final = re.compile(
    r"[^\x1b]+"  # no sequence
    r"|\x1b\[(?:M[^\x1b]{3}|\[[A-E]|[0-9]+\$|[0-?]+[ -/]*[@-~]|[ -/]*[@-LN-Z\\-~])"  # old mouse, Linux, rxvt; all other
    r"|\x1bO[0-9]*[^0-9\x1b]"
    r"|(?P<words>\x1b[]PX^_][^\x07\x18\x1a\x1b\x9c]*(?:[\x07\x18\x1a\x9c]|\x1b\\))"  # for another program
    r"|\x1b[^]\x1bOPX[^_]|\x1b(?=\x1b)"  # a key with Alt, Esc
)
"""What stands first, where all of it is there."""
_BEGUN: Final = re.compile(
    r"\x1b(?:\[(?:M[^\x1b]{0,2}|\[|[0-?]*[ -/]*)|O[0-9]*|[]PX^_][^\x07\x18\x1a\x1b\x9c]*(?:\x1b\Z)?)?"
)
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
        self._held = ""
        """A sequence, or what is pasted, of which the end has not come."""
        self._since = 0.0
        self._is_pasting = False

    def feed(self, text: str) -> Iterator[Message]:
        """What a part of the input says."""
        self._held += text
        self._since = monotonic()
        while self._held:
            if self._is_pasting:
                yield from self._pasted()
                if self._is_pasting:
                    return
            elif whole := _WHOLE.match(self._held):
                self._held = self._held[whole.end() :]
                self._is_pasting = whole[0] == PASTE_BEGIN
                if not self._is_pasting and not whole["words"]:
                    yield from self._understood(whole[0])
            elif (begun := _BEGUN.match(self._held)) and begun.end() < len(self._held):
                self._held = self._held[begun.end() :]  # it was broken off
            else:
                return

    def tick(self) -> Iterator[Message]:
        """What is meant by the beginning of a sequence that does not go on: Esc, or a key with Alt."""
        silent = monotonic() - self._since
        if self._is_pasting:
            if self._held.endswith("\x1b") and silent >= PATIENCE:
                yield from self.feed(PASTE_END)
        elif self._held and silent >= ESCAPE_DELAY:
            held, self._held = self._held, ""
            if len(held) <= len("\x1b["):
                yield from self._understood(held)

    def _pasted(self) -> Iterator[Message]:
        """What is pasted, once all of it is there."""
        words, end, rest = self._held.partition(PASTE_END)
        if end:
            self._is_pasting, self._held = False, rest
            yield events.Paste(words.replace("\0", ""))
        elif len(words) > MOST_PASTED:
            self._held = words[:MOST_PASTED] + words[-len(PASTE_END) :]

    def _understood(self, piece: str) -> Iterator[Message]:
        """What something whole says: nothing, where the parser does not know it."""
        if piece[0] == "\x1b" and len(piece) > LONGEST:
            return
        try:
            yield from self._said(piece)
        except (ValueError, ArithmeticError):
            self._parser = _Parser(self._debug)

    def _said(self, piece: str) -> Iterator[Message]:
        yield from (message for message in self._parser.feed(piece) if not isinstance(message, _CLAIMS))
        if self._parser._awaiting.timeout is None:
            return
        if len(piece) <= len("\x1b["):
            self._parser._timeout_time = 0.0  # nothing of it is still to come
            yield from self._parser.tick()
        else:
            self._parser = _Parser(self._debug)
