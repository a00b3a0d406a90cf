"""Find in the open articles and in the library: type, see the articles with the words around; Enter opens one there."""

from __future__ import annotations

from collections.abc import Container
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.library.everywhere import FoundIn
from reader.library.queries import Problem, parse
from reader.text.find import Query
from reader.tui.commands import Place
from reader.tui.render.found import OPEN, ROWS
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.screens.found_screen import FoundScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

NEAR_THE_END = 50
"""Articles before the last that was found from which on more are looked into."""


class QuestionBar(FindBar):
    """Words, phrases and fields; or a pattern."""

    DEFAULT_CSS = """
    QuestionBar.-narrow #outcome { width: 32; }
    """
    MODES: ClassVar[tuple[str, ...]] = ("words", "pattern")

    class Paged(FindBar.Stepped):
        """A page of what was found on, or back."""

    def on_key(self, event: events.Key) -> None:
        """What the line has no use for."""
        if event.key in {"pagedown", "pageup"}:
            event.stop()
            self.post_message(self.Paged(self, 1 if event.key == "pagedown" else -1))


class FindScreen(FoundScreen):
    """Owns the question."""

    ENTER = "open"

    def __init__(self, desk: Desk, words: str, left_out: Container[int] = ()) -> None:
        """``words`` are there to begin with."""
        super().__init__(desk, left_out)
        self._words = words
        self._searches: list[str] = []
        """What was sought before; it is listed while nothing is typed."""

    def compose(self) -> ComposeResult:
        """The line to type in, the articles, status."""
        yield LineBar(keeps_right=True, id="header")
        yield QuestionBar("find all", id="find")
        yield Rule()
        yield LineList(rows=ROWS, id="places")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """The keys to the line."""
        self._bar = self.query_one(QuestionBar)
        self._searches = self.desk.keeping.searches()
        self._bar.open(self._words)
        if not self._words.strip():  # nothing is sought yet: who answers begins meanwhile
            self.seek(self.asking.everywhere(Query(""), 0))
        self._list_searches()

    @property
    def place(self) -> Place:
        """The articles that were found."""
        return Place.RESULTS

    # Finding

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Seeks anew."""
        query = event.bar.search
        self.looked = None if query.regex else self.looked
        self.seek(self.asking.everywhere(query, self.around))
        self._list_searches()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Near the end of what was found, further articles are looked into."""
        self._seek_more()

    def on_line_list_stuck(self, event: LineList.Stuck) -> None:
        """Likewise."""
        self._seek_more()

    def _seek_more(self) -> None:
        looked = self.looked
        is_near = self.found_list.cursor >= len(self.found) - NEAR_THE_END
        if is_near and looked is not None and looked.looked_into < looked.answering and not self.is_seeking:
            self.seek(self.asking.everywhere(self._bar.search, self.around, looked.looked_into), self.found)

    @property
    def lit_query(self) -> Query:
        """The first of the words, or the pattern: so that the search goes on with it in the article."""
        typed = self._bar.search
        asked = None if typed.regex else parse(typed.pattern)
        if asked is None or isinstance(asked, Problem):
            return typed
        words = asked.shown[0].words if asked.shown else ""
        return Query(words, case=typed.case)

    def label(self, found: FoundIn) -> str:
        """How many hits there are."""
        return counted(len(found.spans), "hit") if found.spans else ""

    def found_more(self) -> None:
        """Says how many."""
        if self._bar.search.empty:
            self._list_searches()
            return
        hits, articles = sum(len(each.spans) for each in self.found), len(self.found)
        if self.problem and not self.found:
            self._bar.tell("!", is_problem=True)
        elif hits or not articles:
            self._bar.tell(f"{counted(hits, 'hit')} in {counted(articles, 'article')}")
        else:
            self._bar.tell(counted(articles, "article"))
        self._show_header()
        if len(self.found) < NEAR_THE_END:  # what the index offers, the texts may not bear out
            self._seek_more()

    def _show_header(self) -> None:
        looked, hidden = self.looked, self.hidden
        kept = f" and in the library ({looked.kept:,})" if looked else ""
        cut = looked is not None and not self.is_seeking and looked.looked_into < looked.answering
        said = [
            "looking …" if self.is_seeking else "",
            f"the first {looked.looked_into:,} of {looked.answering:,} looked into" if cut and looked else "",
            f"{hidden:,} of them hidden by the filter" if hidden else "",
            f"{OPEN} open" if self.found else "",
        ]
        self.query_one("#header", LineBar).show(
            (Piece("Find in the open articles", "strong"), Piece(f" ({len(self.desk.articles):,}){kept}", "dim")),
            (Piece(" · ".join(filter(None, said)), "dim"),),
        )

    def empty(self) -> list[Line]:
        """Where nothing was found: how one asks, and how articles come into the library."""
        if self._bar.search.empty or self.is_seeking:
            return []
        where = "No open article has this" if not self.looked else "No article has this, open or in the library"
        lines: list[Line] = [(Piece(f"  {where}", "dim"),)]
        if self.looked is not None and not self.looked.kept:
            lines = [(Piece("  No open article has this, and the library is empty", "dim"),)]
            lines.append((Piece("  reader import PATH … adds articles to it", "dim"),))
        if self._bar.search.regex:
            lines.append((Piece("  A pattern is looked for in the open articles alone", "dim"),))
        return lines

    # What was sought before

    def _list_searches(self) -> None:
        """While nothing is typed: earlier searches, to be taken again; or how one asks."""
        if not self._bar.search.empty:
            return
        self.found = []
        self._show_header()
        self._bar.tell("")
        how = [
            (Piece("  words   “a phrase”   begin*   -not", "dim"),),
            (Piece("  outlet:  title:  author:  tag:  after:2019-07  before:2020  is:starred", "dim"),),
        ]
        self.found_list.show(len(self._searches), self._search_entry, cursor=0, empty=how)

    def _search_entry(self, number: int, width: int, on: bool) -> tuple[Line, ...]:
        return ((Piece("   "), Piece(self._searches[number])), (Piece("   sought before", "dim"),))

    # Choosing

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """The cursor moves while one types."""
        self.heard()
        self.found_list.go(self.found_list.cursor + event.step)

    def on_question_bar_paged(self, event: QuestionBar.Paged) -> None:
        """A page of them, while one types."""
        self.heard()
        (self.found_list.action_rows_down if event.step > 0 else self.found_list.action_rows_up)()

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Opens the article under the cursor."""
        self.choose(self.found_list.cursor)

    def choose(self, number: int, beside: int | None = None) -> None:
        """Opens the article; while nothing is typed, takes up an earlier search."""
        if not self._bar.search.empty:
            if self.found:
                self.desk.keeping.keep_search(self._bar.typed)
            super().choose(number, beside)
        elif self._searches:
            self._bar.open(self._searches[number])
        else:
            self.say("Nothing was sought before")

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """Back without opening any."""
        self.leave(None)

    def action_cancel(self) -> None:
        """Back without opening any."""
        self.leave(None)

    def action_find_everywhere(self) -> None:
        """The keys to the line again."""
        self._bar.open()
