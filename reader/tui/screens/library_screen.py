"""The library: articles, panes, comparing, leaving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.commands import first_key
from reader.tui.render.notices import notice_lines
from reader.tui.screens.library_text import LibraryText

if TYPE_CHECKING:
    from reader.compare.comparison import Occurrence
    from reader.tui.screens.destination import Destination


class LibraryScreen(LibraryText):
    """The first screen: commands over the list and the text."""

    def action_next_article(self) -> None:
        """The next one of the list."""
        self._go(1)

    def action_previous_article(self) -> None:
        """The one before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        listed = self.listing.listed
        at = self.listing.position(self.reading.current)
        if at is None or not 0 <= at + step < len(listed):
            self.say("This is the last article of the list" if step > 0 else "This is the first article of the list")
            return
        self.open_article(listed[at + step], with_keys=self._pane.has_focus)

    def action_to_list(self) -> None:
        """The keys to the list."""
        if self.panes.is_zen:
            self.action_zen()
        self.reading.leave()
        self.panes.read(False)
        self._articles.focus()

    def action_next_pane(self) -> None:
        """The keys to the other pane."""
        if self._pane.has_focus:
            self.action_to_list()
        elif self.reading.current is not None:
            self.open_article(self.reading.current, with_keys=True)

    def action_previous_pane(self) -> None:
        """There are two: the other one."""
        self.action_next_pane()

    def action_zen(self) -> None:
        """Only the text."""
        zen = self.panes.toggle_zen()
        self._pane.centre(zen)
        if zen:
            self.action_next_pane() if not self._pane.has_focus else None

    def action_narrower(self) -> None:
        """A narrower list."""
        self._widen(-1, "The list is as narrow as it gets")

    def action_wider(self) -> None:
        """A wider list."""
        self._widen(1, "The list is as wide as it gets")

    def _widen(self, steps: int, otherwise: str) -> None:
        if self.panes.widen(steps):
            self.prefer(list_width=self.panes.wished)
        else:
            self.say(otherwise)

    def action_notices(self) -> None:
        """What could not be opened, and other notices."""
        from reader.tui.screens.dialog import Dialog

        lines = notice_lines(self.desk.shelf, self.desk.settings.problems if self.desk.settings else ())
        self.app.push_screen(Dialog("Not opened, and notices", lines))

    def action_counterpart(self) -> None:
        """Opens the compare view at the passage."""
        found = self.reading.counterpart()
        if found is None or self.reading.current is None:
            self.say(f"No shared passage shows here; {first_key('next_passage')} goes to the next one")
            return
        self._compare([self.reading.current, found.article], found.here)

    def action_compare(self) -> None:
        """The marked articles; or this one and the one that holds most of it."""
        positions = {article.id: number for number, article in enumerate(self.desk.articles)}
        marked = [positions[name] for name in self.desk.state.marks]
        current = self.reading.current
        if len(marked) >= 2:
            self._compare(marked)
        elif current is None or len(self.desk.articles) < 2:
            self.say("Two open articles are needed to compare")
        elif marked and marked[0] != current:
            self._compare([marked[0], current])
        elif best := self.desk.pairs.best_match(current):
            self._compare([current, best[0]])
        elif not self.desk.pairs.is_matched:
            self.say(f"The articles are still being matched; mark two with {first_key('mark')} to compare them now")
        else:
            other = next(n for n in (*self.listing.listed, *range(len(positions))) if n != current)
            self._compare([current, other])

    def pass_on(self, found: Destination | None) -> None:
        """Compares what was chosen elsewhere, where that is asked for; else opens it."""
        if found is not None and found.beside is not None:
            self._compare([found.beside, self.taken_up(found.article)])
        else:
            super().pass_on(found)

    def _compare(self, articles: Sequence[int], at: Occurrence | None = None) -> None:
        from reader.tui.screens.compare_screen import CompareScreen

        self.reading.leave()
        self.app.push_screen(CompareScreen(self.desk, articles, at=at), self.pass_on)

    def action_matrix(self) -> None:
        """All pairs."""
        from reader.tui.screens.matrix_screen import MatrixScreen

        if len(self.desk.articles) < 2:
            self.say("Two open articles are needed for a matrix")
            return
        self.app.push_screen(MatrixScreen(self.desk), self.pass_on)

    def action_cancel(self) -> None:
        """Esc: lets go of what is selected, puts out the hits, ends zen; never leaves the program."""
        if self._pane.unselect() or self.finding.leave():
            return
        if self.panes.is_zen:
            self.action_zen()
        elif self._pane.column and self._pane.column.passage_now is not None:
            self.reading.visit(None)
        elif self.listing.words:
            self._filter("")
        elif self._pane.has_focus:
            self.action_to_list()
        else:
            self.say(f"Esc never leaves; {first_key('back')} does")

    def action_back(self) -> None:
        """From the text to the list where only one shows; else out of the program."""
        if self.panes.is_narrow and self._pane.has_focus:
            self.action_to_list()
        elif self.panes.is_zen:
            self.action_zen()
        else:
            self.reading.keep_place()
            self.app.exit(0)
