"""What became of a press release: a row a sentence, a column an article that may print it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult

from reader.compare.comparison import Occurrence
from reader.compare.coverage import Sentence, coverage
from reader.compare.prominence import paragraph_at
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.text.spans import Span
from reader.tui.commands import Place, bindings_at
from reader.tui.render.coverage import NOBODY, SIGNS, coverage_rows, print_words
from reader.tui.render.figures import evidence_line, paragraph_words
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, short_name
from reader.tui.render.table import Table
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.table_view import TableView

CELLS = (8, 14)
"""Cells of a column, at the least and at the most."""
RELEASE = "press release"


class CoverageTable(TableView):
    """The table, with the keys of the coverage."""

    BINDINGS = bindings_at(Place.COVERAGE)


def release_first(desk: Desk, articles: Sequence[int]) -> list[int]:
    """The articles with the press release among them in front; where there is none, as they are."""
    return sorted(articles, key=lambda number: desk.articles[number].particulars.kind != RELEASE)


class CoverageScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, articles: Sequence[int]) -> None:
        """``articles`` are positions on the desk; the first is the release, or is taken for one."""
        super().__init__(desk)
        self._articles = list(articles)
        self._found: tuple[Sentence, ...] = ()

    def compose(self) -> ComposeResult:
        """Header, table, the words of the article under the cursor, status."""
        yield LineBar(id="header")
        yield Rule()
        yield CoverageTable(id="coverage")
        yield Rule()
        yield LineBar(id="evidence")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Begins to compare."""
        self._table = self.query_one(CoverageTable)
        self._table.focus()
        self._begin()

    def _begin(self) -> None:
        self._found = ()
        self._table.show_table(Table(), [(Piece("  Comparing … (Esc stops)", "dim"),)])
        self._header("")
        self._compare()

    @work(exclusive=True)
    async def _compare(self) -> None:
        """How the others print the sentences. A late answer is dropped."""
        from reader.compare.thresholds import DEFAULT

        try:
            comparison = await self.desk.comparison(self._articles, DEFAULT)
        except MatchingStopped as stopped:
            self._table.show_table(Table(), [(Piece("  Nothing was compared", "dim"),)])
            self.say(str(stopped), is_problem=True)
            return
        articles = [self.desk.articles[number] for number in self._articles]
        self._found = coverage(articles, comparison)
        rows = coverage_rows(articles[0], len(articles) - 1, self._found)
        names = [short_name(article) for article in articles[1:]]
        self._table.show_table(Table(names, rows, CELLS), [(Piece("  There is no sentence here", "dim"),)])
        nobody = sum(not sentence.prints for sentence in self._found)
        self._header(f" · {counted(len(self._found), 'sentence')}, {nobody or 'none'} printed by nobody")
        self.show_status()

    def _header(self, words: str) -> None:
        release = self.desk.articles[self._articles[0]]
        is_release = release.particulars.kind == RELEASE
        name = short_name(release) + ("" if is_release else ", taken for the release")
        legend = "  ".join(f"{sign} {words}" for words, sign in {**SIGNS, "by nobody": NOBODY}.items())
        self.query_one("#header", LineBar).show(
            (Piece(name, "strong"), Piece(words, "dim")), (Piece(f"{legend}  “ quoted  : attributed", "dim"),)
        )

    @property
    def place(self) -> Place:
        """The table."""
        return Place.COVERAGE

    def place_line(self) -> Line:
        """Which sentence."""
        return (Piece(f"{self._table.cursor + 1}/{len(self._found)}", "dim"),) if self._found else ()

    def show_status(self) -> None:
        """The keys; and above them how the article of the column prints the sentence."""
        super().show_status()
        if self.is_mounted:
            self.query_one("#evidence", LineBar).show(self._evidence())

    def _evidence(self) -> Line:
        if not self._found:
            return ()
        sentence = self._found[self._table.cursor]
        number = self._table.column + 1
        each = sentence.by(number)
        article = self.desk.articles[self._articles[number]]
        if each is None:
            return (Piece(f"{short_name(article)} prints none of it", "dim"),)
        here = paragraph_at(self.desk.articles[self._articles[0]], sentence.span.start)
        there = paragraph_at(article, each.span.start)
        where = f"{paragraph_words(there)} ({here.number}/{here.of} here)" if here and there else ""
        where += f" · {print_words(each)}"
        return evidence_line(article, short_name(article), each.span, each.span, where, max(20, self.size.width - 2))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    def on_line_list_stuck(self, event: LineList.Stuck) -> None:
        """The edge of the table."""
        event.prevent_default()
        self.say("The table ends here")

    # Commands

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Compares the two at the sentence; where it is not printed, goes to it in the release."""
        if not self._found:
            self.say("There is no sentence here")
            return
        sentence = self._found[self._table.cursor]
        number = self._table.column + 1
        if sentence.by(number) is None:
            self._to_release(sentence.span)
            return
        from reader.tui.screens.compare_screen import CompareScreen

        pair = [self._articles[0], self._articles[number]]
        at = Occurrence(0, sentence.span.start, sentence.span.end)
        self.app.push_screen(CompareScreen(self.desk, pair, at=at), self.pass_on)

    def _to_release(self, span: Span) -> None:
        from reader.text.find import Query

        number = self._articles[0]
        words = " ".join(self.desk.articles[number].text[span.start : span.end].split())
        self.leave(Destination(number, Hits(Query(words), (span,), 0)))

    def action_swap(self) -> None:
        """The article of the column is taken for the release."""
        if not self._found:
            self.say("There is nothing to hold against another one yet")
            return
        chosen = self._articles.pop(self._table.column + 1)
        self._articles.insert(0, chosen)
        self._begin()

    def action_cancel(self) -> None:
        """Stops comparing."""
        if not self._found:
            self.desk.matching.stop()
        else:
            super().action_cancel()
