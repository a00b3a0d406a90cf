"""The compare view: what its keys do."""

from __future__ import annotations

from reader.tui.commands import first_key
from reader.tui.render.measure import MEASURE, MEASURES
from reader.tui.render.particulars import counted
from reader.tui.screens.compare_page import ComparePage


class CompareScreen(ComparePage):
    """Commands over passages, columns, thresholds and what is found."""

    # Commands: passages

    def action_next_passage(self) -> None:
        """The next passage of the column that has the keys."""
        self._step(1)

    def action_previous_passage(self) -> None:
        """The passage before."""
        self._step(-1)

    def action_next_altered(self) -> None:
        """The next one with words changed."""
        self._step(1, altered=True)

    def action_previous_altered(self) -> None:
        """The one before with words changed."""
        self._step(-1, altered=True)

    def _step(self, step: int, *, altered: bool = False) -> None:
        if self.compared is None:
            self.say("The articles are still being compared")
            return
        found = self.compared.step(step, altered=altered)
        if found is None:
            shared = bool(self.compared.comparison.passages)
            none = f"They share no passage; {first_key('fewer_words')} allows shorter ones"
            self.say("No passage has words changed" if shared and altered else none)
            return
        self.visit(*found)

    def action_counterpart(self) -> None:
        """The same passage where it stands next: in the other column, or again in this one."""
        facing = self._facing
        if facing is None:
            self.say("The articles are still being compared")
            return
        if facing.passage is None:
            near = facing.near()
            if near is None:
                self.say(f"No shared passage shows here; {first_key('next_passage')} goes to the next one")
                return
            facing.visit(near.passage)
        if facing.to_counterpart() is None:
            self.say("This passage stands in no other column that shows")
            return
        self._view.changed()
        if self.compared and facing.passage is not None:
            self.say(self.compared.sentence(facing.passage))

    def action_variants(self) -> None:
        """All wordings of the passage."""
        facing = self._facing
        near = facing.near() if facing and facing.passage is None else None
        passage = near.passage if near else facing.passage if facing else None
        if passage is None or self.compared is None:
            self.say(f"No shared passage shows here; {first_key('next_passage')} goes to the next one")
            return
        from reader.tui.render.wordings import wordings_of_passage
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_passage(self.compared.comparison.passages[passage])
        self.app.push_screen(VariantsScreen(self.desk, self.compared.articles, wordings, "One passage"), self.pass_on)

    def action_quotations(self) -> None:
        """The quotations of the compared articles."""
        from reader.tui.screens.quotes_screen import QuotesScreen

        self.app.push_screen(QuotesScreen(self.desk, self._articles), self.pass_on)

    def action_figures(self) -> None:
        """The figures of the compared articles."""
        from reader.tui.screens.figures_screen import FiguresScreen

        self.app.push_screen(FiguresScreen(self.desk, self._articles), self.pass_on)

    def action_coverage(self) -> None:
        """The press release among the compared articles, and how the others print it."""
        from reader.tui.screens.coverage_screen import CoverageScreen, release_first

        self.app.push_screen(CoverageScreen(self.desk, release_first(self.desk, self._articles)), self.pass_on)

    def action_only_here(self) -> None:
        """Dims what is shared."""
        self._only_here = not self._only_here
        if self._facing:
            self._facing.only_here(self._only_here)
            self._view.refresh()
        self.say("What is shared is dimmed" if self._only_here else "What is shared is no longer dimmed")

    # Commands: columns

    def action_left_column(self) -> None:
        """The keys to the column on the left."""
        self._lead(-1)

    def action_right_column(self) -> None:
        """The keys to the column on the right."""
        self._lead(1)

    def action_next_pane(self) -> None:
        """The keys to the next column, round the end."""
        self._lead(1, around=True)

    def action_previous_pane(self) -> None:
        """The keys to the column before, round the end."""
        self._lead(-1, around=True)

    def _lead(self, step: int, *, around: bool = False) -> None:
        facing = self._facing
        if facing is None:
            self.say("The articles are still being compared")
            return
        wanted = facing.lead + step
        count = len(facing.columns)
        if around:
            wanted %= count
        if not 0 <= wanted < count:
            self.say("This is the first column" if step < 0 else "This is the last column")
            return
        facing.lead = wanted
        if self._finding:
            self._finding.clear()
        self._view.changed()

    def action_tie(self) -> None:
        """Ties the columns, or lets each scroll alone."""
        if self._facing:
            self._facing.tied = not self._facing.tied
            self._view.changed()
            self.say("The columns are tied at their passages" if self._facing.tied else "Each column scrolls alone")

    def action_swap(self) -> None:
        """The columns change places."""
        self._shown = [self._shown[1], self._shown[0], *self._shown[2:]]
        self.compare()

    def action_layout(self) -> None:
        """Side by side, or one below the other."""
        if self._facing:
            self._facing.stacks = not self._facing.stacked
            self._view.set_again()
            self.say("One below the other" if self._facing.stacked else "Side by side")

    def action_outlet(self, number: int) -> None:
        """Puts another of the compared articles beside the base."""
        if number > len(self._articles):
            compared = counted(len(self._articles), "article")
            self.say(f"{compared} are compared here; mark more in the list with {first_key('mark')}")
            return
        chosen = self._articles[number - 1]
        if chosen in self._shown:
            self.say("This one shows already")
            return
        self._shown = [*self._shown[:-1], chosen]
        self.compare()

    # Commands: thresholds

    def action_fewer_words(self) -> None:
        """Shorter passages count."""
        self._limit(-1)

    def action_more_words(self) -> None:
        """Only longer passages count."""
        self._limit(1)

    def _limit(self, step: int) -> None:
        wanted = self._thresholds.at_words(self._thresholds.words + step)
        if wanted == self._thresholds:
            self.say(f"Passages of {wanted.words} words are as {'short' if step < 0 else 'long'} as can be asked for")
            return
        self._thresholds = wanted
        self.say(f"Passages from {wanted.words} words")
        self.compare()

    # Commands: finding

    def action_find(self) -> None:
        """Find in the column that has the keys."""
        if self._finding:
            self._finding.start()

    def action_next_lit(self) -> None:
        """The next hit, else the next passage."""
        self._lit(1)

    def action_previous_lit(self) -> None:
        """The one before."""
        self._lit(-1)

    def _lit(self, step: int) -> None:
        hits = self._finding.step(step) if self._finding else None
        if hits:
            self.say(hits.label())
        else:
            self._step(step)

    # Commands: the screen

    def action_measure_up(self) -> None:
        """Wider text, where the columns have room for it."""
        self._measure(self._view.measure + 4)

    def action_measure_down(self) -> None:
        """Narrower text."""
        self._measure(self._view.measure - 4)

    def action_measure_reset(self) -> None:
        """As it was."""
        self._measure(MEASURE)

    def _measure(self, measure: int) -> None:
        self._view.measure = max(MEASURES[0], min(MEASURES[1], measure))
        self._view.set_again()
        self.say(f"Rows of at most {self._view.measure} cells")

    def action_matrix(self) -> None:
        """All pairs."""
        from reader.tui.screens.matrix_screen import MatrixScreen

        self.app.push_screen(MatrixScreen(self.desk), self.pass_on)

    def action_cancel(self) -> None:
        """Esc: stops the comparison, lets go of what is selected, puts out hits, then the passage; never leaves."""
        if self.compared is None:
            self.desk.matching.stop()
        elif self._view.unselect() or (self._finding and self._finding.leave()):
            return
        elif self._facing and self._facing.passage is not None:
            self._facing.leave()
            self._view.changed()
        else:
            self.say(f"Nothing to cancel; {first_key('back')} goes back")
