"""The line in which one types what to find or to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from reader.text.clean import clean_line
from reader.tui.render.line import Piece
from reader.tui.widgets.line_bar import LineBar

if TYPE_CHECKING:
    from reader.text.find import Query

LONGEST = 2000
"""Characters that a pattern may have: more was pasted by mistake."""


class TypedLine(Input):
    """Textual's line editor; what is pasted is cleaned and bounded first, and a few keys go to the bar."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def _on_paste(self, event: events.Paste) -> None:
        """Before Textual's own handler, which it calls too."""
        event.text = clean_line(event.text[:LONGEST].strip())

    def validate_value(self, value: str) -> str:
        """No control character and no more than :data:`LONGEST`."""
        return clean_line(value[:LONGEST])


class FindBar(Horizontal):
    """A prompt, a line to type in, and what came of it. Announces what is typed, Enter and Esc."""

    DEFAULT_CSS = """
    FindBar { height: 1; }
    FindBar #prompt { width: 12; }
    FindBar #outcome { width: 48; }
    FindBar.-narrow #outcome { width: 24; }
    FindBar TypedLine { width: 1fr; height: 1; border: none; padding: 0; background: $background; }
    FindBar TypedLine:focus { border: none; background-tint: $background 0%; }
    """

    MODES: ClassVar[tuple[str, ...]] = ("words", "whole words", "pattern")

    class Typed(Message):
        """The words or the way to look for them changed."""

        def __init__(self, bar: FindBar) -> None:
            """Carries the bar."""
            super().__init__()
            self.bar = bar

    class Accepted(Typed):
        """Enter was pressed."""

    class Dismissed(Typed):
        """Esc was pressed."""

    class Stepped(Typed):
        """An arrow was pressed: to the next hit or entry, or to the one before."""

        def __init__(self, bar: FindBar, step: int) -> None:
            """``step`` is 1 or -1."""
            super().__init__(bar)
            self.step = step

    def __init__(self, prompt: str, *, modes: bool = True, id: str | None = None) -> None:
        """``modes`` says whether Tab changes the way to look for the words."""
        super().__init__(id=id)
        self._prompt = prompt
        self._has_modes = modes
        self.mode = 0
        self.exact_case = False
        self.display = False
        self._typed = TypedLine(id="typed", select_on_focus=False, compact=True)
        self._prompt_bar = LineBar(id="prompt")
        self._outcome_bar = LineBar(id="outcome")

    def compose(self) -> ComposeResult:
        """Prompt, line, outcome."""
        yield self._prompt_bar
        yield self._typed
        yield self._outcome_bar

    @property
    def typed(self) -> str:
        """The words."""
        return self._typed.value

    def write(self, words: str) -> None:
        """Puts words in the line; nobody is told that something was typed."""
        line = self._typed
        with line.prevent(Input.Changed):
            line.value = words

    @property
    def search(self) -> Query:
        """What to look for."""
        from reader.text.find import Query

        mode = self.MODES[self.mode]
        return Query(self.typed, mode == "pattern", mode == "whole words", True if self.exact_case else None)

    @property
    def is_open(self) -> bool:
        """Whether it shows."""
        return self.display

    def open(self, words: str | None = None) -> None:
        """Shows the bar and gives it the keys."""
        self.display = True
        line = self._typed
        if words is not None:
            line.value = words
        line.cursor_position = len(line.value)
        self.screen.set_focus(line)
        self._show_prompt()

    def close(self) -> None:
        """Hides the bar; what was typed is kept."""
        self.display = False

    def tell(self, outcome: str, *, is_problem: bool = False) -> None:
        """Says at the right what came of it."""
        hint = f"Tab {self.MODES[(self.mode + 1) % len(self.MODES)]} · F2 case" if self._has_modes else ""
        self._outcome_bar.show(
            (Piece(clean_line(outcome), "warning" if is_problem else "accent"),),
            () if is_problem else (Piece(hint, "dim"),),
        )

    def _show_prompt(self) -> None:
        mode = self.MODES[self.mode] if self._has_modes and self.mode else self._prompt
        case = " Aa" if self.exact_case else ""
        self._prompt_bar.show((Piece(f"{mode}{case}", "key"),))

    def on_resize(self) -> None:
        """Less room for the outcome where there is little."""
        self.set_class(self.size.width < 90, "-narrow")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something was typed."""
        event.stop()
        self.post_message(self.Typed(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.post_message(self.Accepted(self))

    def on_key(self, event: events.Key) -> None:
        """Esc, Tab, F2 and the arrows."""
        if event.key == "escape":
            self.post_message(self.Dismissed(self))
        elif event.key in {"down", "up"}:
            self.post_message(self.Stepped(self, 1 if event.key == "down" else -1))
        elif event.key == "tab" and self._has_modes:
            self.mode = (self.mode + 1) % len(self.MODES)
        elif event.key == "f2" and self._has_modes:
            self.exact_case = not self.exact_case
        else:
            return
        event.stop()
        event.prevent_default()
        if event.key in {"tab", "f2"}:
            self._show_prompt()
            self.post_message(self.Typed(self))
