"""The library on the screen: the list of articles and the one that is read, and what happens in them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer

from reader.library.desk import Desk
from reader.tui.commands import Place, first_key
from reader.tui.render.line import Line, Piece
from reader.tui.render.measure import MEASURES, within
from reader.tui.screens.finding import Finding
from reader.tui.screens.library_rows import greeting, header
from reader.tui.screens.listing import Listing
from reader.tui.screens.panes import Panes
from reader.tui.screens.reading import Reading
from reader.tui.screens.text_screen import TextScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import Divider, LineBar, Rule
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.reading_pane import ReadingPane
from reader.tui.widgets.text_view import TextView

KEPT_AFTER = 0.7
"""Seconds after a move that the place is written down."""
FIRST_KEYS = 0.1
"""Seconds after the first picture that belong to keys alone: then the store is opened and matching begins."""


class LibraryView(TextScreen):
    """Owns what is listed, read and found; hands it to its widgets. What keys do is added by the library screen."""

    DEFAULT_CSS = """
    LibraryView #body { height: 1fr; }
    LibraryView #list { width: 36; }
    LibraryView.-narrow #divider { display: none; }
    LibraryView.-narrow #list { width: 1fr; }
    LibraryView.-narrow ReadingPane { display: none; }
    LibraryView.-narrow.-reading #list { display: none; }
    LibraryView.-narrow.-reading ReadingPane { display: block; }
    LibraryView.-zen #list, LibraryView.-zen #divider { display: none; }
    LibraryView.-zen #header, LibraryView.-zen Rule, LibraryView.-zen #status { display: none; }
    LibraryView.-zen ReadingPane { display: block; }
    """

    class Shown(Message):
        """The first picture is painted."""

    def __init__(self, desk: Desk) -> None:
        """Opens on the first article."""
        super().__init__(desk)
        self._is_shown = False
        self.listing = Listing(desk)
        self._listed_at = 0.0
        self.all_read = False
        """Whether all files were read: matching comes after that, and can then be begun anew."""
        self._keeping_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Header, list and text, the lines to type in, status."""
        yield LineBar(id="header")
        yield Rule(id="top")
        with Horizontal(id="body"):
            yield ArticleList(rows=3, id="list")
            yield Divider(id="divider")
            yield ReadingPane(id="pane")
        yield Rule(id="bottom")
        yield FindBar("find", id="find")
        yield FindBar("filter", modes=False, id="filter")
        yield FindBar("note", modes=False, id="words")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Shows the first article, and begins to match."""
        self._articles = self.query_one(ArticleList)
        self._pane = self.query_one(ReadingPane)
        self._find_bar = self.query_one("#find", FindBar)
        self._filter_bar = self.query_one("#filter", FindBar)
        self.reading = Reading(self.desk, self._pane)
        self.panes = Panes(self, self._articles, self.query_one("#top", Rule), self.query_one("#bottom", Rule))
        self.finding = Finding(self._find_bar, self.reading, self.show_status)
        self._like_before()
        self.panes.fit()  # so that the first layout is the right one
        if self.desk.articles:
            self.reading.open(0)
        self.show_list()
        self.set_focus(self._articles)  # at once: the first picture shows where the keys are
        sentence, is_problem = greeting(self.desk)
        if sentence:
            self.say(sentence, is_problem=is_problem)
        self.call_after_refresh(lambda: self.set_timer(FIRST_KEYS, self.match))

    def _like_before(self) -> None:
        """As the person has chosen."""
        if self.desk.settings is None:
            return
        chosen = self.desk.settings.settings
        if chosen.measure is not None:
            self._pane.measure = within(chosen.measure, MEASURES)
        if chosen.list_width is not None:
            self.panes.wish(chosen.list_width)
        self.listing.arrange_as(chosen.sort, chosen.group, descending=chosen.descending)

    # Beside the screen

    def match(self) -> object:
        """Begins to find out what the articles share."""
        raise NotImplementedError

    def show_passages(self) -> object:
        """Begins to find out what the article that is read shares with others."""
        raise NotImplementedError

    # What shows

    @property
    def place(self) -> Place:
        """List or text."""
        return Place.READING if self._pane.has_focus else Place.LIST

    @property
    def places(self) -> tuple[Place, ...]:
        """Both."""
        return (Place.LIST, Place.READING)

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought."""
        return self.finding.problem

    def place_line(self) -> Line:
        """Where one is in the article."""
        return self.reading.place_line() if self.is_mounted and self.desk.articles else ()

    def show_list(self) -> None:
        """The list and the header over it."""
        current = self.reading.current
        self.listing.arrange(current)
        empty = [
            (Piece("  No article passes the filter", "dim"),),
            (Piece(f"  {first_key('show_all')} shows all", "dim"),),
        ]
        if not self.desk.articles:
            why = f"  {first_key('notices')} says why"
            empty = [(Piece("  Nothing could be opened", "warning"),), (Piece(why, "dim"),)]
        cursor = self.listing.position(current)
        self._articles.head(self.listing.headings)
        self._articles.show(len(self.listing.listed), self.listing.entry, cursor=cursor, empty=empty)
        self._show_header()

    def _show_header(self) -> None:
        left, right = header(self.desk, self.listing, self.size.width)
        self.query_one("#header", LineBar).show(left, right)

    def open_article(self, article: int, *, with_keys: bool = False) -> None:
        """Shows an article; ``with_keys`` it is being read, not looked at in passing."""
        if article != self.reading.current:
            self.finding.clear()
            self.reading.open(article)
            self.show_passages()
        if with_keys:
            self.desk.keeping.set_read(article)
            self.panes.read(True)
            self._pane.focus()
        self.show_list()
        self.show_status()

    def _compositor_refresh(self) -> None:
        """Paints; the first picture is whole, with what the status line says of it."""
        if self.is_mounted:
            if not self._is_shown:
                self._is_shown = True
                self.show_status()
                self.post_message(self.Shown())
            super()._compositor_refresh()

    def on_resize(self) -> None:
        """One pane at a time where there is no room for two."""
        self.panes.fit()
        if self.panes.is_narrow and self._pane.has_focus:
            self.panes.read(True)
        self.show_status()

    @property
    def left_out(self) -> frozenset[int]:
        """The articles that the filter leaves out."""
        return frozenset(range(len(self.desk.articles))).difference(self.listing.listed)

    # What happened in the widgets

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The text follows the cursor."""
        self.open_article(self.listing.listed[event.number])

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """The article is read."""
        if not self.listing.listed:
            self.say("No article is listed")
            return
        self.open_article(self.listing.listed[event.number], with_keys=True)

    def on_text_view_scrolled(self, event: TextView.Scrolled) -> None:
        """Where one is has changed; when one stays there, it is written down."""
        self.show_status()
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._keeping_timer is None:
            self._keeping_timer = self.set_timer(KEPT_AFTER, self._keep_place)

    def _keep_place(self) -> None:
        self._keeping_timer = None
        self.reading.keep_place()
        self.finding.prepare()

    def keep_session(self, *, crashed: bool) -> None:
        """The program is ending; where that is by a mistake, the next session begins here."""
        self.reading.keep_place()
        if crashed and self.reading.current is not None:
            self.desk.keeping.leave_open(self.reading.current)

    def on_reading_pane_clicked(self, event: ReadingPane.Clicked) -> None:
        """A passage was clicked: it is visited."""
        if event.passage is not None:
            self.reading.visit(event.passage)
            self.say(self.reading.passage_sentence(event.passage))

    async def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Finds, or filters, as one types."""
        if event.bar is self._find_bar:
            await self.finding.typed()
            self.show_status()
        elif event.bar is self._filter_bar:
            self._filter(event.bar.typed)

    async def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps what was found or filtered."""
        if event.bar is self._find_bar:
            await self.finding.settle()
            self.finding.accept()
            self.panes.read(True)
        elif event.bar is self._filter_bar:
            event.bar.close()
            self._articles.focus()

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        if event.bar is self._find_bar:
            self.finding.dismiss()
        elif event.bar is self._filter_bar:
            event.bar.close()
            self._filter("")
            self._articles.focus()

    async def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Arrows while one types: the next hit, or the next article that passes."""
        if event.bar is self._find_bar:
            await self.finding.settle()
            self.finding.step(event.step)
        elif event.bar is self._filter_bar:
            self._articles.go(self._articles.cursor + event.step)

    def _filter(self, words: str) -> None:
        problem = self.listing.narrow(words)
        if problem:
            self._filter_bar.tell(problem.sentence, is_problem=True)
            return
        self.show_list()
        besides = " + the open one" if self.listing.keeps_open else ""
        self._filter_bar.tell(f"{self.listing.count}{besides}")
