"""What is done to the words of a text, wherever it is read: highlights, notes, copies."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.tui.clipboard import copy
from reader.tui.commands import first_key
from reader.tui.render.citation import cited
from reader.tui.render.keys import typing_keys
from reader.tui.render.line import Line, shortened
from reader.tui.render.particulars import counted
from reader.tui.screens.article_screen import ArticleScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.selectable_text import SelectableText

if TYPE_CHECKING:
    from reader.library.notes import PlacedNote
    from reader.tui.programs import Way
    from reader.tui.screens.chosen import Chosen, TextAt
    from reader.tui.screens.export_screen import Export

FEWEST = 4
"""Words of a visited hit of which it is asked who else says them: of fewer, whoever sought them knows already."""
SHOWN = 40
"""Cells of the words that a sentence repeats."""


class TextScreen(ArticleScreen):
    """A screen with text in it. The subclass says which text has the keys, has a line for notes, and shows them."""

    _noted: tuple[Chosen, PlacedNote | None] | None = None
    """What the line for notes is open on: words, and the note that is there already."""

    # What a subclass tells

    def text_at(self) -> TextAt | None:
        """The text that has the keys; ``None`` where there is none."""
        raise NotImplementedError

    def notes_changed(self) -> None:
        """Shows the notes as they are now."""
        raise NotImplementedError

    @property
    def note_bar(self) -> FindBar:
        """The line in which a note is written."""
        return self.query_one("#words", FindBar)

    def typing_keys(self) -> Line:
        """A note is written in one line: there is nothing that arrows could go to."""
        return typing_keys(has_arrows=False, leave="leave it as it was") if self._noted else super().typing_keys()

    # Commands

    def action_copy(self) -> None:
        """Copies the words."""
        if chosen := self._chosen():
            copy(self.app, chosen.words)
            self.say(f"{_named(chosen)} copied: {_length(chosen)}")

    def action_cite(self) -> None:
        """Copies the words with where they are from."""
        if chosen := self._chosen():
            copy(self.app, cited(self.desk.articles[chosen.article], chosen.words))
            self.say(f"{_named(chosen)} copied with its source: {_length(chosen)}")

    def action_highlight(self) -> None:
        """Highlights the words; where they are highlighted already, takes that away."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.connect()
        there = self._note_on(chosen)
        if there is None:
            self.desk.keeping.add_note(chosen.article, "", chosen.span)
            self.say(f"{_named(chosen)} highlighted: {_beginning(chosen)} ({first_key('undo')} takes it back)")
        elif there.note.is_highlight:
            self.desk.keeping.remove_note(there.note)
            self.say(f"The highlight is gone ({first_key('undo')} brings it back)")
        else:
            self.say(f"There is a note on these words; {first_key('notes')} lists it")
        self.notes_changed()

    def action_annotate(self) -> None:
        """Opens the line for a note on the words."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.connect()
        there = self._note_on(chosen)
        self._noted = chosen, there
        self.note_bar.open(there.note.words if there else "")
        self.note_bar.tell(f"on the {chosen.what}: {_beginning(chosen)}")

    def action_notes(self) -> None:
        """The notes on the article; and, asked again there, on all that are open."""
        from reader.tui.screens.notes_screen import NotesScreen

        self.connect()
        text = self.text_at()
        self.app.push_screen(NotesScreen(self.desk, text.article if text else None), self.pass_on)

    def action_who_else(self) -> None:
        """Who else says the words: among the open articles and in the library."""
        chosen = self._chosen()
        text = self.text_at()
        if chosen and text and chosen.what == "hit" and _words(chosen) < FEWEST:
            chosen = replace(text, hit=None).chosen()
        if chosen:
            from reader.tui.screens.elsewhere_screen import ElsewhereScreen

            self.app.push_screen(ElsewhereScreen(self.desk, chosen.article, chosen.words), self.pass_on)

    # Commands: selecting

    def action_next_sentence(self) -> None:
        """Selects the next sentence."""
        self._select(1)

    def action_previous_sentence(self) -> None:
        """Selects the sentence before."""
        self._select(-1)

    def _select(self, step: int) -> None:
        from reader.tui.render.sentences import sentence_from

        text = self.text_at()
        if text is None:
            self.say("No article is open")
            return
        column = text.column
        start = column.offset_of(column.top)
        if (now := column.selection) and text.shows(now):
            start = now.end if step > 0 else now.start
        found = sentence_from(column.sheet, start, step)
        if found is None:
            self.say("This is the last sentence" if step > 0 else "This is the first sentence")
            return
        for view in self.query(SelectableText):
            view.unselect()
            column.select(found)
            column.bring(found)
            view.refresh()
            view.announce(view.Scrolled(view))

    # Commands: outside

    def exports(self) -> Sequence[Export]:
        """What can be written to a file."""
        raise NotImplementedError

    def action_export(self) -> None:
        """Writes something to a file."""
        from reader.tui.screens.export_screen import ExportScreen

        exports = self.exports()
        if not exports:
            self.say("There is nothing to write yet")
            return
        self.app.push_screen(ExportScreen(self.desk, exports), self._tell)

    def action_open(self) -> None:
        """Opens the file or the address of the article outside; asks where there are several ways."""
        from reader.tui.programs import ways
        from reader.tui.screens.menu_screen import Choice, MenuScreen

        text = self.text_at()
        if text is None:
            self.say("No article is open")
            return
        found = ways(self.desk.articles[text.article], os.environ)
        if not found:
            self.say("This article has no file here and no address to open")
        elif len(found) == 1:
            self._open(found[0])
        else:
            choices = [Choice(way.words, way.target) for way in found]
            menu = MenuScreen(self.desk, "Open with", choices)
            self.app.push_screen(menu, lambda chosen: self._open(found[chosen]) if chosen is not None else None)

    def _open(self, way: Way) -> None:
        """Gives the terminal away for as long as the other program has it."""
        try:
            with self.app.suspend():
                problem = way.go()
        except SuspendNotSupported:
            problem = "The terminal cannot be given away here"
        self.say(problem or f"Opened: {way.target}", is_problem=problem is not None)

    def _tell(self, sentence: str | None) -> None:
        if sentence:
            self.say(sentence)

    # The line for notes

    async def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Keeps the note; without words a new one is a highlight, and one that was there becomes one."""
        if event.bar is not self.note_bar or self._noted is None:
            return
        (chosen, there), words = self._noted, event.bar.typed.strip()
        self._close_line(event.bar)
        if there is None:
            self.desk.keeping.add_note(chosen.article, words, chosen.span)
        elif words != there.note.words:
            self.desk.keeping.change_note(there.note, words)
        self.say(
            f"Note kept ({first_key('undo')} takes it back)"
            if words
            else f"{_named(chosen)} highlighted, without a note"
        )
        self.notes_changed()

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """As before."""
        if event.bar is self.note_bar:
            self._close_line(event.bar)

    def _close_line(self, bar: FindBar) -> None:
        self._noted = None
        bar.close()
        self.to_text()

    def to_text(self) -> None:
        """Gives the keys to the text."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Notes may have been changed meanwhile."""
        if self.is_mounted and self.desk.keeping.is_connected:
            self.notes_changed()

    # Words

    def _chosen(self) -> Chosen | None:
        text = self.text_at()
        chosen = text.chosen() if text else None
        if chosen is None:
            self.say("No article is open" if text is None else "There are no words here")
        return chosen

    def _note_on(self, chosen: Chosen) -> PlacedNote | None:
        notes = self.desk.keeping.notes(chosen.article)
        return next((placed for placed in notes if placed.span == chosen.span), None)


def _words(chosen: Chosen) -> int:
    from reader.text.words import count_words  # not loaded before the first picture

    return count_words(chosen.words)


def _length(chosen: Chosen) -> str:
    return counted(_words(chosen), "word")


def _named(chosen: Chosen) -> str:
    return chosen.what[0].upper() + chosen.what[1:]


def _beginning(chosen: Chosen) -> str:
    return f"“{shortened(' '.join(chosen.words.split()), SHOWN)}”"
