"""Why articles are held to be one story: what each two share, how far apart they are, what was decided by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.library.grouping import STORY_WORDS, Group, Tie, pairs_of
from reader.tui.commands import Place, bindings_at, first_key
from reader.tui.render.flow import flowed
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, short_name, title_of
from reader.tui.render.ties import ROWS, tie_entry
from reader.tui.screens.article_screen import take_back
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

AGAIN = 0.3
"""Seconds between two looks at what is known, while the articles are still being matched."""


class TieList(LineList):
    """The list, with the keys of a story."""

    BINDINGS = bindings_at(Place.STORY)


class StoryScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    def __init__(self, desk: Desk, article: int, changed: Callable[[], None]) -> None:
        """``article`` is the one it is asked of; ``changed`` is told when it was taken out."""
        super().__init__(desk)
        self._article = article
        self._changed = changed
        self._group: Group = desk.stories.of(article)

    def compose(self) -> ComposeResult:
        """Header, ties, status."""
        yield LineBar(id="header")
        yield Rule()
        yield TieList(rows=ROWS, id="ties")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Lists what ties it to others, the strongest first."""
        self._list = self.query_one(TieList)
        self._list.focus()
        self._fill()
        self._known = self.desk.pairs.known
        if not self.desk.pairs.is_matched:
            self._waiting = self.set_interval(AGAIN, self._look_again)

    def _look_again(self) -> None:
        """More may be known of what the articles share."""
        if self.desk.pairs.is_matched:
            self._waiting.stop()
        if self.desk.pairs.known != self._known:
            self._known = self.desk.pairs.known
            self._fill()

    def _fill(self) -> None:
        self._group = self.desk.stories.of(self._article)
        count = len(self._group.articles)
        name = title_of(self.desk.articles[self._group.articles[0]])
        about = f" · {name} · {counted(count, 'article')}" if count > 1 else ""
        self.query_one("#header", LineBar).show((Piece("One story", "strong"), Piece(about, "dim")))
        here = short_name(self.desk.articles[self._article])
        words = (
            f"  {here} is in no story with another open article: it shares no {STORY_WORDS} words with any, or was "
            f"written long before or after. Articles that are marked in the list with {first_key('mark')} are put into "
            f"one story by {first_key('join')}."
        )
        if not self.desk.pairs.is_matched:
            words = "  The articles are still being matched"
        empty = flowed((Piece(words, "dim"),), self.size.width - 2)
        self._list.show(len(self._group.ties), self._entry, cursor=0, empty=empty)
        self.show_status()

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        tie = self._group.ties[number]
        return tie_entry(tie, self.desk.articles[tie.first], self.desk.articles[tie.second], width)

    @property
    def place(self) -> Place:
        """The list."""
        return Place.STORY

    def place_line(self) -> Line:
        """Which of them."""
        ties = len(self._group.ties)
        return (Piece(f"{self._list.cursor + 1}/{ties}", "dim"),) if ties else ()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Compares the two."""
        if not self._group.ties:
            self.say("There is nothing to compare here")
            return
        from reader.tui.screens.compare_screen import CompareScreen

        tie: Tie = self._group.ties[event.number]
        self.app.push_screen(CompareScreen(self.desk, [tie.first, tie.second]), self.pass_on)

    def action_remove(self) -> None:
        """Takes the article out of the story, for good."""
        if len(self._group.articles) < 2:
            self.say("This article is in no story with another")
            return
        self.desk.keeping.pair(pairs_of(self.desk.articles, self._group, self._article), together=False)
        self._fill()
        self._changed()
        here = short_name(self.desk.articles[self._article])
        self.say(f"{here} is taken out of the story ({first_key('undo')} puts it back)")

    def action_undo(self) -> None:
        """Takes back the last change of the grouping."""
        _, sentence = take_back(self.desk.keeping, ("the grouping",))
        self._fill()
        self._changed()
        self.say(sentence)
