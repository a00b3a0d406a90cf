"""Who else says this: the articles, open or in the library, that have some words as they are, then those with most."""

from __future__ import annotations

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.library.everywhere import FoundIn
from reader.text.clean import clean_line
from reader.text.find import Query
from reader.text.words import count_words
from reader.tui.commands import Place, bindings_at
from reader.tui.render.found import ROWS
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.screens.found_screen import FoundScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


class SayingList(LineList):
    """The list, with keys of its own."""

    BINDINGS = bindings_at(Place.SAYINGS)


class ElsewhereScreen(FoundScreen):
    """Asks once. Enter opens an article there, ``c`` compares it with the one that the words are from."""

    def __init__(self, desk: Desk, article: int, words: str) -> None:
        """``words`` of an open article, which is given by its position on the desk."""
        super().__init__(desk)
        self._article = article
        self._words = words

    def compose(self) -> ComposeResult:
        """The words, the articles, status."""
        yield LineBar(keeps_right=True, id="header")
        yield LineBar(id="said")
        yield Rule()
        yield SayingList(rows=ROWS, id="places")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Asks."""
        words = clean_line(" ".join(self._words.split()))
        self.query_one("#said", LineBar).show((Piece(f" “{words}”", ""),))
        self.found_list.focus()
        self._show_header()
        self.seek(self.asking.elsewhere(self._words, self._article, self.around))

    @property
    def place(self) -> Place:
        """The list."""
        return Place.SAYINGS

    @property
    def lit_query(self) -> Query:
        """Hits of a search that nobody typed."""
        return Query("")

    def label(self, found: FoundIn) -> str:
        """Whether the words stand there as they are, or how many of them."""
        many = count_words(self._words)
        if found.words < many and not found.exact:
            return f"{found.words} of {counted(many, 'word')}"
        return "the same words" if found.exact else "some words changed"

    def arranged(self, found: list[FoundIn]) -> list[FoundIn]:
        """The same words first, then the articles with most of them."""
        return sorted(found, key=lambda each: (not each.exact, -each.words if not each.exact else 0))

    def found_more(self) -> None:
        """Says how many."""
        self._show_header()

    def _show_header(self) -> None:
        exact = sum(each.exact for each in self.found)
        many = f"{counted(exact, 'article')} with the same words, {len(self.found) - exact:,} with some of them"
        said = "looking …" if self.is_seeking else self.problem or many
        self.query_one("#header", LineBar).show((Piece("Who else says this", "strong"),), (Piece(said, "dim"),))

    def empty(self) -> list[Line]:
        """Where nobody says it."""
        if self.is_seeking:
            return []
        where = "No other article says this"
        if self.looked is not None:
            where += f", open or among the {self.looked.kept:,} of the library" if self.looked.kept else ""
        lines: list[Line] = [(Piece(f"  {where}", "dim"),)]
        if self.looked is not None and not self.looked.kept:
            lines.append((Piece("  The library is empty: reader import PATH … adds articles to it", "dim"),))
        return lines

    # Commands

    def action_compare(self) -> None:
        """Compares the article under the cursor with the one that the words are from."""
        self.choose(self.found_list.cursor, self._article)

    def action_cancel(self) -> None:
        """Stops looking, or goes back."""
        if self.is_seeking:
            self.workers.cancel_node(self)
            self.is_seeking = False
            self._show_header()
            self.say("Stopped: this was found until then")
        else:
            self.leave(None)
