"""What all screens have: a header, a status line that also says things, help, the palette, a picture."""

from __future__ import annotations

import asyncio
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from reader.text.clean import clean_line
from reader.tui.clipboard import copy
from reader.tui.commands import Command, Place, elsewhere, first_key
from reader.tui.mouse import hand_over
from reader.tui.render.keys import status, typing_keys
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.screens.page import Page
from reader.tui.theme import PALETTES
from reader.tui.widgets.find_bar import TypedLine
from reader.tui.widgets.line_bar import LineBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.selectable_text import SelectableText
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Container

    from reader.library.desk import Desk
    from reader.tui.screens.destination import Destination

WRITTEN_AFTER = 0.7
"""Seconds after which what was chosen is written."""


class ReaderScreen(Page):
    """A screen over a desk. The subclass says which part has the keys, and what stands at the right of the status."""

    ENTER = "keep"
    """What Enter does while one types."""
    HAS_ARROWS = True
    """Whether the arrows do something while one types what to find or filter by."""

    def __init__(self, desk: Desk) -> None:
        """The desk is the app's; screens share it."""
        super().__init__()
        self.desk = desk
        self._said: Line = ()

    # What a subclass tells

    @property
    def place(self) -> Place:
        """The part that has the keys."""
        raise NotImplementedError

    @property
    def places(self) -> tuple[Place, ...]:
        """The parts that this screen has; its commands can be run from each by name."""
        return (self.place,)

    @property
    def idle(self) -> frozenset[str]:
        """Actions that the footer does not name, because they have nothing to do now."""
        return frozenset()

    def place_line(self) -> Line:
        """Where one is, for the right of the status line."""
        return ()

    @property
    def problem(self) -> str | None:
        """What is wrong with what is being typed; it shows for as long as that is so."""
        return None

    # Saying things

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Shows a sentence in the status line until the next key."""
        self._said = (Piece(clean_line(sentence), "warning" if is_problem else ""),)
        self.show_status()

    def unsay(self, sentence: str) -> None:
        """Takes a sentence back, if it still shows."""
        if self._said and self._said[0].text == sentence:
            self._said = ()
            self.show_status()

    def show_status(self) -> None:
        """The sentence, or else the keys; and where one is."""
        if not self.is_mounted:
            return
        bar = self.query_one("#status", LineBar)
        right = self.place_line()
        left = self._said
        if not left and isinstance(self.focused, TypedLine):
            problem = self.problem
            left = (Piece(clean_line(problem), "warning"),) if problem else self.typing_keys()
        bar.show(*status(left, self.place, right, self.size.width, self.idle))

    def typing_keys(self) -> Line:
        """What the keys do while one types."""
        return typing_keys(enter=self.ENTER, has_arrows=self.HAS_ARROWS)

    def on_key(self, event: events.Key) -> None:
        """A key that is typed into a line comes by here."""
        self.heard()

    def heard(self) -> None:
        """Forgets what was said at the key before."""
        if self._said:
            self._said = ()
            self.show_status()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self.show_status()

    def refuse(self, key: str) -> None:
        """Says why a key does nothing here."""
        self.say(elsewhere(key, self.place))

    def on_text_view_stuck(self, event: TextView.Stuck) -> None:
        """A key that could not scroll says why."""
        self.say("The text ends here" if event.end else "The text begins here")

    def on_line_list_stuck(self, event: LineList.Stuck) -> None:
        """A key that could not move the cursor says why."""
        if event.source.count < 2:
            self.say("There is no other entry")
        else:
            self.say("This is the first entry" if event.number == 0 else "This is the last entry")

    def on_selectable_text_selected(self, event: SelectableText.Selected) -> None:
        """What was selected with the mouse is copied."""
        from reader.text.words import count_words

        copy(self.app, event.words)
        words = count_words(event.words)
        self.say(f"{counted(words, 'word') if words else counted(len(event.words), 'character')} copied")

    # What is chosen

    def prefer(self, **values: object) -> None:
        """Keeps how a person likes the program, once no more keys come for a moment."""
        if self.desk.settings is not None:
            self.desk.settings.change(**values)
            self.set_timer(WRITTEN_AFTER, self._write_settings)

    async def _write_settings(self) -> None:
        settings = self.desk.settings
        if settings is not None and settings.is_changed:
            problem = await asyncio.to_thread(settings.write)
            if problem:
                self.say(problem, is_problem=True)

    # Commands of every screen

    def action_theme(self) -> None:
        """The next theme."""
        if os.environ.get("NO_COLOR"):
            self.say("NO_COLOR is set: there are no colours to choose from")
            return
        names = list(PALETTES)
        name = names[(names.index(self.app.theme.removeprefix("reader-")) + 1) % len(names)]
        self.app.theme = f"reader-{name}"
        self.prefer(theme=name)
        self.say(f"Theme: {name}")

    def action_help(self) -> None:
        """The keys of the part that has them."""
        from reader.tui.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.place))

    def action_palette(self) -> None:
        """All commands by name."""
        from reader.tui.screens.palette_screen import PaletteScreen

        self.app.push_screen(PaletteScreen(self.place, self.places), self._run)

    async def _run(self, command: Command | None) -> None:
        """Runs what was chosen in the palette, where the key would have run it."""
        if command:
            node: Widget = self.focused if command.moves and self.focused else self
            await node.run_action(command.action)

    def action_find_everywhere(self) -> None:
        """Find in the open articles and in the library."""
        from reader.tui.screens.find_screen import FindScreen

        self.connect()
        self.app.push_screen(FindScreen(self.desk, self.sought, self.left_out), self.pass_on)

    def action_shelf_passages(self) -> None:
        """What all open articles share."""
        if len(self.desk.articles) < 2:
            self.say("Two open articles are needed to share anything")
            return
        from reader.tui.screens.passages_screen import PassagesScreen

        self.app.push_screen(PassagesScreen(self.desk), self.pass_on)

    def connect(self) -> None:
        """Opens the store, where that was not done yet."""
        self.desk.connect()

    @property
    def sought(self) -> str:
        """The words that are being sought here, to begin with elsewhere."""
        return ""

    @property
    def left_out(self) -> Container[int]:
        """The open articles that the filter of the list leaves out."""
        return ()

    def pass_on(self, found: Destination | None) -> None:
        """Another screen gave back a place in an article: that is for the library, further back."""
        if found is not None:
            self.leave(found)

    def action_picture(self) -> None:
        """Writes the screen as SVG to the folder one is in."""
        path = Path.cwd() / f"reader-{datetime.now():%Y-%m-%d-%H%M%S}.svg"
        try:
            path.write_text(self.app.export_screenshot(title="reader"), encoding="utf-8")
        except OSError as error:
            self.say(f"No picture was written: {error.strerror or error}", is_problem=True)
        else:
            self.say(f"Picture written: {path.name}")

    def action_mouse(self) -> None:
        """Leaves the mouse to the terminal, or takes it back."""
        self.say(hand_over(self.app))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.leave(None)

    def action_cancel(self) -> None:
        """Esc: nothing is open, so nothing is closed; and it never leaves."""
        self.say(f"Nothing to cancel; {first_key('back')} goes back")
