"""Notes and highlights, of one article or of all that are open: Enter goes there, e edits, D removes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.tui.commands import Place, bindings_at, first_key
from reader.tui.render.annotations import ROWS, note_entry
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, title_of
from reader.tui.screens.article_screen import ABOUT_NOTES, take_back
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from reader.library.notes import PlacedNote


class NoteList(LineList):
    """The list, with the keys of the notes."""

    BINDINGS = bindings_at(Place.NOTES)


class NotesScreen(ReaderScreen):
    """Gives back where to go, or ``None``."""

    HAS_ARROWS = False

    def __init__(self, desk: Desk, article: int | None) -> None:
        """``article`` is a position on the desk; ``None``: the notes of all that are open."""
        super().__init__(desk)
        self._article = article
        self._of_all = article is None
        self._notes: list[tuple[int, PlacedNote]] = []
        self._edited: tuple[int, PlacedNote | None] | None = None
        """What the line is open on: an article, and the note that is changed."""

    def compose(self) -> ComposeResult:
        """Header, notes, the line to type in, status."""
        yield LineBar(keeps_right=True, id="header")
        yield Rule()
        yield NoteList(rows=ROWS, id="notes")
        yield Rule()
        yield FindBar("note", modes=False, id="words")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Lists them."""
        self._list = self.query_one(NoteList)
        self._bar = self.query_one(FindBar)
        self._list.focus()
        self._fill()

    def _fill(self) -> None:
        keeping, noted = self.desk.keeping, self.desk.keeping.state.noted
        every = [n for n, article in enumerate(self.desk.articles) if article.id in noted]
        articles = every if self._of_all else [self._article] if self._article is not None else []
        self._notes = [(article, placed) for article in articles for placed in keeping.notes(article)]
        about = "all open articles" if self._of_all else title_of(self.desk.articles[articles[0]]) if articles else ""
        self.query_one("#header", LineBar).show(
            (Piece("Notes", "strong"), Piece(f" · {about} · {counted(len(self._notes), 'note')}", "dim")),
            (Piece(first_key("notes"), "key"), Piece(" this article" if self._of_all else " all open articles", "dim")),
        )
        highlight, annotate = first_key("highlight"), first_key("annotate")
        how = f"  In the text: {highlight} highlights, {annotate} writes a note; here {annotate} writes one on it all"
        empty: list[Line] = [(Piece("  No notes yet", "dim"),), (), (Piece(how, "dim"),)]
        self._list.show(len(self._notes), self._entry, empty=empty)
        self.show_status()

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        article, placed = self._notes[number]
        return note_entry(placed, self.desk.articles[article], width)

    @property
    def place(self) -> Place:
        """The list."""
        return Place.NOTES

    def place_line(self) -> Line:
        """Which of them."""
        return (Piece(f"{self._list.cursor + 1}/{len(self._notes)}", "dim"),) if self._notes else ()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one."""
        self.show_status()

    def _now(self) -> tuple[int, PlacedNote] | None:
        if not self._notes:
            self.say("There is no note here")
            return None
        return self._notes[self._list.cursor]

    # Commands

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Goes to where it is."""
        from reader.text.find import Query
        from reader.text.spans import Span

        now = self._now()
        if now is None:
            return
        article, placed = now
        if placed.is_lost:
            self.say("The words that this note is on are not in the text any more")
            return
        span = placed.span or Span(0, 0)
        self.leave(Destination(article, Hits(Query(""), (span,), 0)))

    def action_notes(self) -> None:
        """Those of all articles, or of the one again."""
        if self._article is None:
            self.say("No article is open")
            return
        self._of_all = not self._of_all
        self._list.go(0, announce=False)
        self._fill()

    def action_edit(self) -> None:
        """Opens the line with the words of the note."""
        if now := self._now():
            self._edited = now
            self._bar.open(now[1].note.words)
            self._bar.tell("empty: highlight alone" if now[1].note.anchor else "")

    def action_annotate(self) -> None:
        """Opens the line for a note on the whole article."""
        article = self._article if self._article is not None else self._notes[0][0] if self._notes else None
        if article is None:
            self.say("No article is open")
            return
        self._edited = article, None
        self._bar.open("")
        self._bar.tell("on the whole article")

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps the words."""
        if self._edited is None:
            return
        (article, placed), words = self._edited, event.bar.typed.strip()
        if not words and (placed is None or placed.note.anchor is None):
            self.say(f"A note on the whole article needs words; {first_key('remove')} removes one", is_problem=True)
            return
        self._close_line()
        if placed is None:
            self.desk.keeping.add_note(article, words, None)
        elif words != placed.note.words:
            self.desk.keeping.change_note(placed.note, words)
        self._fill()
        self.say(f"Note kept ({first_key('undo')} takes it back)")

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        self._close_line()

    def _close_line(self) -> None:
        self._edited = None
        self._bar.close()
        self._list.focus()

    def action_remove(self) -> None:
        """Takes the note away."""
        if now := self._now():
            self.desk.keeping.remove_note(now[1].note)
            self._fill()
            self.say(f"The note is gone ({first_key('undo')} brings it back)")

    def action_undo(self) -> None:
        """Takes back the last thing done to a note; what else was done is for the library to take back."""
        _, sentence = take_back(self.desk.keeping, ABOUT_NOTES)
        self._fill()
        self.say(sentence)
