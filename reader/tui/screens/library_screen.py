"""The library: what its keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from reader.library.matching import MatchingStopped
from reader.tui.render.notices import notice_lines
from reader.tui.render.particulars import counted, short_name
from reader.tui.screens.library_view import LibraryView
from reader.tui.screens.reading import NEIGHBOURS
from reader.tui.widgets.reading_pane import MEASURE, MEASURES

if TYPE_CHECKING:
    from reader.compare.comparison import Occurrence
    from reader.tui.render.hits import Hits
    from reader.tui.screens.destination import Destination


class LibraryScreen(LibraryView):
    """The first screen: commands over the list and the text."""

    _found_everywhere: tuple[tuple[int, Hits], ...] = ()
    """What was found in all articles, while its hits are lit."""

    # Commands: the list

    def action_filter(self) -> None:
        """Filters as one types."""
        self.panes.read(False)
        self._filter_bar.open(self.listing.words)

    def action_show_all(self) -> None:
        """No filter."""
        self._filter("")

    def action_show_unread(self) -> None:
        """Unread articles."""
        self._filter("is:unread")

    def action_show_starred(self) -> None:
        """Starred articles."""
        self._filter("is:starred")

    def action_sort(self) -> None:
        """The next order."""
        name = self.listing.sort_next()
        self.show_list()
        self.say(name[0].upper() + name[1:])

    def action_mark(self) -> None:
        """Marks the article for comparing."""
        self._change(self.desk.keeping.toggle_mark)
        marks = len(self.desk.state.marks)
        self.say(f"{counted(marks, 'article')} marked" + ("; c compares them" if marks > 1 else ""))

    def action_clear_marks(self) -> None:
        """Takes all marks off."""
        self.desk.keeping.clear_marks()
        self.show_list()
        self.say("No marks")

    def action_star(self) -> None:
        """Stars the article."""
        self._change(self.desk.keeping.toggle_star)

    def action_read(self) -> None:
        """Read, or unread again."""
        self._change(self.desk.keeping.toggle_read)

    def _change(self, change: Callable[[int], None]) -> None:
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return
        change(current)
        self.show_list()

    def action_undo(self) -> None:
        """Takes back the last thing done."""
        undone = self.desk.keeping.undo()
        if undone is None:
            self.say("There is nothing to take back")
            return
        what, articles = undone
        self._corrected(articles)
        self.say(f"Taken back: {what}")

    def _corrected(self, articles: Sequence[int]) -> None:
        """Articles were corrected: they show so, and are matched anew."""
        self._show_changed(articles)
        if articles and self.all_read:
            self._match_again()

    @work(exclusive=True, group="match")
    async def _match_again(self) -> None:
        from reader.compare.thresholds import DEFAULT

        try:
            await self.desk.match(DEFAULT, self._matched)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
        self._show_passages()

    def action_outline(self) -> None:
        """The blocks of the article, with what each was held for."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.outline_screen import OutlineScreen

        self.reading.keep_place()
        screen = OutlineScreen(self.desk, self.reading.current, self.reading.here(), self._corrected)
        self.app.push_screen(screen, self.pass_on)

    def action_edit(self) -> None:
        """The particulars of the article, to be corrected."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.particulars_screen import ParticularsScreen

        self.app.push_screen(ParticularsScreen(self.desk, self.reading.current, self._corrected), self.pass_on)

    # Commands: articles and panes

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
        if not self.panes.widen(-1):
            self.say("The list is as narrow as it gets")

    def action_wider(self) -> None:
        """A wider list."""
        if not self.panes.widen(1):
            self.say("The list is as wide as it gets")

    def action_measure_up(self) -> None:
        """Wider text."""
        self._measure(self._pane.measure + 4)

    def action_measure_down(self) -> None:
        """Narrower text."""
        self._measure(self._pane.measure - 4)

    def action_measure_reset(self) -> None:
        """As it was."""
        self._measure(MEASURE)

    def _measure(self, measure: int) -> None:
        measure = max(MEASURES[0], min(MEASURES[1], measure))
        self._pane.set_measure(measure)
        self.say(f"Rows of {measure} cells")

    def action_furniture(self) -> None:
        """Shows what is not the article, or folds it."""
        self.say("Furniture shows" if self.reading.toggle_furniture() else "Furniture is folded")

    def action_notices(self) -> None:
        """What could not be opened, and other notices."""
        from reader.tui.screens.dialog import Dialog

        lines = notice_lines(self.desk.shelf)
        self.app.push_screen(Dialog("Not opened, and notices", lines))

    # Commands: finding and passages

    def action_find(self) -> None:
        """Find in the article."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        self._found_everywhere = ()
        self.panes.read(True)
        self.finding.start()

    @property
    def sought(self) -> str:
        """What is lit in the article."""
        return self._find_bar.typed if self.finding.hits else ""

    def pass_on(self, found: Destination | None) -> None:
        """Opens the article that was chosen elsewhere, at the hit."""
        if found is not None:
            self.open_article(found.article, with_keys=True)
            self._found_everywhere = found.every
            self._find_bar.write(found.hits.query.pattern)
            self.finding.adopt(found.hits)

    def action_next_lit(self) -> None:
        """The next hit, else the next unread article, else the next passage."""
        self._lit(1)

    def action_previous_lit(self) -> None:
        """The one before."""
        self._lit(-1)

    def _lit(self, step: int) -> None:
        if self._lit_elsewhere(step):
            return
        if hits := self.finding.step(step):
            self.say(hits.label())
            return
        listed = self.listing.listed
        at = self.listing.position(self.reading.current) or 0
        order = [*listed[at + 1 :], *listed[:at]] if step > 0 else [*listed[:at][::-1], *listed[at + 1 :][::-1]]
        unread = [n for n in order if self.desk.articles[n].id not in self.desk.state.read]
        if unread:
            self.open_article(unread[0], with_keys=self._pane.has_focus)
        else:
            self._passage(step)

    def _lit_elsewhere(self, step: int) -> bool:
        """Past the last hit here goes on into the next article in which the same was found. Whether it did."""
        hits, current = self.finding.hits, self.reading.current
        places = [article for article, _ in self._found_everywhere]
        if hits is None or hits.now is None or current not in places or len(places) < 2:
            return False
        if hits.now != (len(hits.spans) - 1 if step > 0 else 0):
            return False
        article, there = self._found_everywhere[(places.index(current) + step) % len(places)]
        self.open_article(article, with_keys=True)
        self.finding.adopt(replace(there, now=0 if step > 0 else len(there.spans) - 1))
        self.say(f"{there.label()} in {short_name(self.desk.articles[article])}")
        return True

    def action_next_passage(self) -> None:
        """The next passage."""
        self._passage(1)

    def action_previous_passage(self) -> None:
        """The passage before."""
        self._passage(-1)

    def action_next_altered(self) -> None:
        """The next one with words changed."""
        self._passage(1, altered=True)

    def action_previous_altered(self) -> None:
        """The one before with words changed."""
        self._passage(-1, altered=True)

    def _passage(self, step: int, *, altered: bool = False) -> None:
        passage = self.reading.step(step, altered=altered)
        if passage is not None:
            self.say(self.reading.passage_sentence(passage))
        elif not self.desk.is_matched:
            self.say("The articles are still being matched")
        elif altered and self.reading.passages:
            self.say("No shared passage has words changed here")
        else:
            self.say("This article shares no passage with another open one")

    def action_counterpart(self) -> None:
        """Opens the compare view at the passage."""
        found = self.reading.counterpart()
        if found is None or self.reading.current is None:
            self.say("No shared passage shows here; ] goes to the next one")
            return
        self._compare([self.reading.current, found.article], found.here)

    def action_only_here(self) -> None:
        """Dims what is shared."""
        dimmed = self.reading.toggle_only_here()
        self.say("What is shared is dimmed" if dimmed else "What is shared is no longer dimmed")

    def action_variants(self) -> None:
        """All wordings of the passage."""
        chosen = self.reading.chosen_passage()
        if chosen is None:
            self.say("No shared passage shows here; ] goes to the next one")
            return
        from reader.tui.render.wordings import wordings_of_passage
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_passage(self.reading.passages[chosen])
        self.app.push_screen(VariantsScreen(self.desk, self.reading.others, wordings, "One passage"), self.pass_on)

    def action_quotations(self) -> None:
        """The quotations of the article, held against those of the articles nearest to it."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.quotes_screen import QuotesScreen

        others = self.desk.neighbours(current, NEIGHBOURS)
        self.app.push_screen(QuotesScreen(self.desk, [current, *others], listed=1), self.pass_on)

    # Commands: comparing

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
        elif best := self.desk.best_match(current):
            self._compare([current, best[0]])
        elif not self.desk.is_matched:
            self.say("The articles are still being matched; mark two with Space to compare them now")
        else:
            other = next(n for n in (*self.listing.listed, *range(len(positions))) if n != current)
            self._compare([current, other])

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

    # Commands: leaving

    def action_cancel(self) -> None:
        """Esc: puts out the hits, ends zen; never leaves the program."""
        if self.finding.leave():
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
            self.say("Esc never leaves; q does")

    def action_back(self) -> None:
        """From the text to the list where only one shows; else out of the program."""
        if self.panes.is_narrow and self._pane.has_focus:
            self.action_to_list()
        elif self.panes.is_zen:
            self.action_zen()
        else:
            self.reading.keep_place()
            self.app.exit(0)
