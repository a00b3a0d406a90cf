"""What all screens have: a header, a status line that also says things, help, the palette, a picture."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from reader.text.clean import clean_line
from reader.tui.commands import Command, Place, elsewhere
from reader.tui.render.keys import footer, typing_keys
from reader.tui.render.line import Line, Piece, cells
from reader.tui.screens.page import Page
from reader.tui.widgets.find_bar import TypedLine
from reader.tui.widgets.line_bar import LineBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.library.desk import Desk
    from reader.tui.screens.destination import Destination


class ReaderScreen(Page):
    """A screen over a desk. The subclass says which part has the keys, and what stands at the right of the status."""

    HAS_ARROWS = True
    """Whether the arrows do something while one types."""

    def __init__(self, desk: Desk) -> None:
        """The desk is the app's; screens share it."""
        super().__init__()
        self.desk = desk
        self._said: Line = ()
        self._said_at_key = False

    # What a subclass tells

    @property
    def place(self) -> Place:
        """The part that has the keys."""
        raise NotImplementedError

    @property
    def places(self) -> tuple[Place, ...]:
        """The parts that this screen has; its commands can be run from each by name."""
        return (self.place,)

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
        self._said_at_key = False
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
        room = self.size.width - cells(right) - 5
        is_typing = isinstance(self.focused, TypedLine)
        problem = (Piece(clean_line(self.problem), "warning"),) if self.problem and is_typing else ()
        bar.show(
            self._said
            or problem
            or (typing_keys(has_arrows=self.HAS_ARROWS) if is_typing else footer(self.place, room)),
            right,
        )

    async def on_key(self, event: events.Key) -> None:
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
        first = event.number == 0
        self.say("This is the first entry" if first else "This is the last entry")

    # Commands of every screen

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
        """Find in all open articles."""
        from reader.tui.screens.find_screen import FindScreen

        self.app.push_screen(FindScreen(self.desk, self.sought), self.pass_on)

    def action_shelf_passages(self) -> None:
        """What all open articles share."""
        if len(self.desk.articles) < 2:
            self.say("Two open articles are needed to share anything")
            return
        from reader.tui.screens.passages_screen import PassagesScreen

        self.app.push_screen(PassagesScreen(self.desk), self.pass_on)

    @property
    def sought(self) -> str:
        """The words that are being sought here, to begin with elsewhere."""
        return ""

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

    def action_back(self) -> None:
        """Back to where one came from."""
        self.leave(None)

    def action_cancel(self) -> None:
        """Esc: nothing is open, so nothing is closed; and it never leaves."""
        self.say("Nothing to cancel; q goes back")
