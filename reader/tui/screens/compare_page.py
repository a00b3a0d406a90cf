"""The compare view: what two or three articles share, side by side, and what happens in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult

from reader.compare.comparison import Comparison, Occurrence
from reader.compare.thresholds import DEFAULT, Thresholds
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.tui.commands import Place
from reader.tui.render.facing import Facing
from reader.tui.render.line import Line, Piece
from reader.tui.render.measure import MEASURE
from reader.tui.render.particulars import counted
from reader.tui.screens.article_screen import ABOUT_ARTICLE, ABOUT_NOTES, take_back
from reader.tui.screens.compared import Compared
from reader.tui.screens.destination import Destination
from reader.tui.screens.finding import Finding
from reader.tui.screens.text_screen import TextScreen
from reader.tui.theme import PALETTES
from reader.tui.widgets.compare_view import CompareView
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.note import Note
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.chosen import TextAt
    from reader.tui.screens.export_screen import Export

THREE_FROM = 120
"""Cells from which a third column shows: 39 for each, as two have at 80."""
PATIENCE = 0.3
"""Seconds after which one is told that work goes on."""


WITH_PASSAGES = frozenset({"next_passage", "next_altered", "counterpart", "tie", "variants"})
"""Actions that need something shared."""
COMPARING = "Comparing … (Esc stops)"


class ComparePage(TextScreen):
    """Owns the comparison and which of the articles show; the view draws them. What keys do is added by the compare
    screen."""

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
        yield FindBar("note", modes=False, id="words")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to compare."""
        self._view = self.query_one(CompareView)
        self._note = self.query_one(Note)
        self._find_bar = self.query_one("#find", FindBar)
        self._finding: Finding | None = None
        self._view.focus()
        self._shown = self._articles[: 3 if self.app.size.width >= THREE_FROM else 2]
        self.compare()

    # Comparing

    @work(exclusive=True, group="compare")
    async def compare(self) -> None:
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
        self._finding = Finding(self._find_bar, self.compared.target(self._view), self.show_status)
        self._show_frame()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Where one came from; or else at the first passage, not yet visited."""
        if self.compared and self._at:
            passage = self.compared.passage_at(self._at)
            self._at = None
            if passage is not None:
                self.visit(passage)
        self.show_status()

    def action_theme(self) -> None:
        """The next theme; in one without colours changed words have signs."""
        super().action_theme()
        self.compare()

    # What shows

    @property
    def place(self) -> Place:
        """There is one part."""
        return Place.COMPARE

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought."""
        return self._finding.problem if self._finding else None

    @property
    def idle(self) -> frozenset[str]:
        """Where nothing is shared, there is nowhere to go, and nothing to tie."""
        has_none = self.compared is not None and not self.compared.comparison.passages
        return WITH_PASSAGES if has_none else frozenset()

    def place_line(self) -> Line:
        """Which passage, or how many; a sentence on the passage says it itself."""
        compared = self.compared
        if compared is None:
            return ()
        count = len(compared.comparison.passages)
        passage = compared.facing.passage
        where = f"passage {passage + 1}/{count}" if passage is not None else counted(count, "passage")
        if self._said and self._said[0].text.startswith(where):
            return ()
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
        self.visit(event.passage)

    def text_at(self) -> TextAt | None:
        """The column that has the keys."""
        from reader.tui.screens.chosen import TextAt

        facing, hits = self._facing, self._finding.hits if self._finding else None
        if facing is None or self.compared is None:
            return None
        article = self.compared.articles[facing.lead]
        return TextAt(article, facing.columns[facing.lead], hits.span if hits else None)

    def meant(self) -> list[int]:
        """The article of the column that has the keys."""
        text = self.text_at()
        if text is None:
            self.say("The articles are still being compared")
        return [text.article] if text else []

    def action_undo(self) -> None:
        """Takes back the last thing done to a note, a star or a tag; what changes articles is for the library."""
        article = self.meant()
        if article:
            _, sentence = take_back(self.desk.keeping, (*ABOUT_NOTES, *ABOUT_ARTICLE))
            self.notes_changed()
            self.say(sentence)

    def notes_changed(self) -> None:
        """In every column."""
        if self.compared:
            self.compared.annotate()
            self._view.changed()

    def exports(self) -> Sequence[Export]:
        """The comparison that shows, and the article that has the keys."""
        from reader.tui.screens.exports import article_exports, comparison_exports

        text = self.text_at()
        if self.compared is None or text is None:
            return ()
        compared = comparison_exports(self.desk, self.compared.articles, self.compared.comparison)
        return [*compared, *article_exports(self.desk, text.article)]

    def to_text(self) -> None:
        """The keys to the columns."""
        self._view.focus()

    @property
    def _facing(self) -> Facing | None:
        return self.compared.facing if self.compared else None

    def visit(self, passage: int, occurrence: int = 0) -> None:
        """Lifts a passage out, and says what it is."""
        if self.compared:
            self.compared.facing.visit(passage, occurrence)
            self._view.changed()
            self.say(self.compared.sentence(passage))

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

    async def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Finds as one types."""
        if self._finding and event.bar is self._find_bar:
            await self._finding.typed()
            self.show_status()

    async def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps what was found."""
        if self._finding and event.bar is self._find_bar:
            await self._finding.settle()
            self._finding.accept()

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        if self._finding and event.bar is self._find_bar:
            self._finding.dismiss()

    async def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Arrows while one types: the next hit."""
        if self._finding and event.bar is self._find_bar:
            await self._finding.settle()
            self._finding.step(event.step)
