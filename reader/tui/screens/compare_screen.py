"""The compare view: what two or three articles share, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult

from reader.compare.comparison import Comparison, Occurrence
from reader.compare.thresholds import DEFAULT, Thresholds
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.tui.commands import Place
from reader.tui.render.facing import Facing
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.screens.compared import Compared
from reader.tui.screens.destination import Destination
from reader.tui.screens.finding import Finding
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.theme import PALETTES
from reader.tui.widgets.compare_view import CompareView
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.note import Note
from reader.tui.widgets.reading_pane import MEASURE, MEASURES
from reader.tui.widgets.text_view import TextView

THREE_FROM = 120
"""Cells from which a third column shows: 39 for each, as two have at 80."""
PATIENCE = 0.3
"""Seconds after which one is told that work goes on."""


COMPARING = "Comparing … (Esc stops)"


class CompareScreen(ReaderScreen):
    """Owns the comparison and which of the articles show; the view draws them."""

    def __init__(self, desk: Desk, articles: Sequence[int], *, at: Occurrence | None = None) -> None:
        """``articles`` are positions on the desk, the first is the base; ``at`` is a place in it to begin at."""
        super().__init__(desk)
        self._articles = list(articles)
        self._at = at
        self._shown = self._articles[:2]
        self._thresholds: Thresholds = DEFAULT
        self.compared: Compared | None = None
        self._only_here = False

    def compose(self) -> ComposeResult:
        """Columns, what there is to say where nothing is shared, the line to type in, status."""
        yield CompareView(measure=MEASURE, id="columns")
        yield Note(id="note")
        yield Rule(id="bottom")
        yield FindBar("find", id="find")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to compare."""
        self._view = self.query_one(CompareView)
        self._note = self.query_one(Note)
        self._find_bar = self.query_one(FindBar)
        self._finding: Finding | None = None
        self._view.focus()
        self._shown = self._articles[: 3 if self.app.size.width >= THREE_FROM else 2]
        self._compare()

    # Comparing

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        """Compares what shows. A late answer is dropped, because a new question cancels this one."""
        waiting = self.set_timer(PATIENCE, lambda: self.say(COMPARING))
        try:
            comparison = await self.desk.comparison(self._shown, self._thresholds)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
            return
        finally:
            waiting.stop()
            self.unsay(COMPARING)
        self._show(comparison)

    def _show(self, comparison: Comparison) -> None:
        old = self.compared
        palette = PALETTES[self.app.theme.removeprefix("reader-")]
        self.compared = Compared(self.desk, self._shown, comparison, marks_changes=palette.marks_changes)
        facing = self.compared.facing
        if old and old.articles == self.compared.articles:
            self.compared.keep_places(old.facing)
        facing.only_here(self._only_here)
        self._view.show(facing)
        self._finding = Finding(self._find_bar, self.compared.target(self._view))
        self._show_frame()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Where one came from; or else at the first passage, not yet visited."""
        if self.compared and self._at:
            passage = self.compared.passage_at(self._at)
            self._at = None
            if passage is not None:
                self._visit(passage)
        self.show_status()

    # What shows

    @property
    def place(self) -> Place:
        """There is one part."""
        return Place.COMPARE

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought."""
        return self._finding.problem if self._finding else None

    def place_line(self) -> Line:
        """Which passage, or how many."""
        compared = self.compared
        if compared is None:
            return ()
        count = len(compared.comparison.passages)
        passage = compared.facing.passage
        where = f"passage {passage + 1}/{count}" if passage is not None else counted(count, "passage")
        return (Piece(f"{where} · from {counted(self._thresholds.words, 'word')}", "dim"),)

    def on_text_view_scrolled(self, event: TextView.Scrolled) -> None:
        """Where one is has changed."""
        self._show_frame()
        self.show_status()

    def _show_frame(self) -> None:
        """The rule under the columns, and the note under it where nothing is shared."""
        if self.compared:
            note, joints = self.compared.note(self._thresholds.words), self.compared.facing.joints
            self._note.show(note, joints)
            self.query_one("#bottom", Rule).join({} if note else dict.fromkeys(joints, "┴"))

    def on_compare_view_clicked(self, event: CompareView.Clicked) -> None:
        """A passage was clicked: it is visited."""
        self._visit(event.passage)

    @property
    def _facing(self) -> Facing | None:
        return self.compared.facing if self.compared else None

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
            self.say(
                "No passage has words changed" if shared and altered else "They share no passage; , allows shorter ones"
            )
            return
        self._visit(*found)

    def _visit(self, passage: int, occurrence: int = 0) -> None:
        if self.compared:
            self.compared.facing.visit(passage, occurrence)
            self._view.changed()
            self.say(self.compared.sentence(passage))

    def action_counterpart(self) -> None:
        """The same passage where it stands next: in the other column, or again in this one."""
        facing = self._facing
        if facing is None:
            self.say("The articles are still being compared")
            return
        if facing.passage is None:
            near = facing.near()
            if near is None:
                self.say("No shared passage shows here; ] goes to the next one")
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
            self.say("No shared passage shows here; ] goes to the next one")
            return
        from reader.tui.render.wordings import wordings_of_passage
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_passage(self.compared.comparison.passages[passage])
        self.app.push_screen(VariantsScreen(self.desk, self.compared.articles, wordings, "One passage"), self.pass_on)

    def action_quotations(self) -> None:
        """The quotations of the compared articles."""
        from reader.tui.screens.quotes_screen import QuotesScreen

        self.app.push_screen(QuotesScreen(self.desk, self._articles), self.pass_on)

    def pass_on(self, found: Destination | None) -> None:
        """A place in a column is shown there; one in another article is for the library."""
        compared, finding = self.compared, self._finding
        if found is None or compared is None or finding is None or found.article not in compared.articles:
            super().pass_on(found)
            return
        finding.clear()
        compared.facing.lead = compared.articles.index(found.article)
        self._find_bar.write(found.hits.query.pattern)
        finding.adopt(found.hits)

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
        self._compare()

    def action_layout(self) -> None:
        """Side by side, or one below the other."""
        if self._facing:
            self._facing.stacks = not self._facing.stacked
            self._view.set_again()
            self.say("One below the other" if self._facing.stacked else "Side by side")

    def action_outlet(self, number: int) -> None:
        """Puts another of the compared articles beside the base."""
        if number > len(self._articles):
            self.say(f"{counted(len(self._articles), 'article')} are compared here; mark more in the list with Space")
            return
        chosen = self._articles[number - 1]
        if chosen in self._shown:
            self.say("This one shows already")
            return
        self._shown = [*self._shown[:-1], chosen]
        self._compare()

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
        self._compare()

    # Commands: finding

    def action_find(self) -> None:
        """Find in the column that has the keys."""
        if self._finding:
            self._finding.start()

    async def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Finds as one types."""
        if self._finding:
            await self._finding.typed()
            self.show_status()

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps what was found."""
        if self._finding:
            self._finding.accept()

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        if self._finding:
            self._finding.dismiss()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Arrows while one types: the next hit."""
        if self._finding:
            self._finding.step(event.step)

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
        """Esc: stops the comparison, puts out hits, then the passage; never leaves."""
        if self.compared is None:
            self.desk.matching.stop()
        elif self._finding and self._finding.leave():
            return
        elif self._facing and self._facing.passage is not None:
            self._facing.leave()
            self._view.changed()
        else:
            self.say("Nothing to cancel; q goes back")
