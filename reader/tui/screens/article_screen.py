"""What is done to articles, wherever they are read or listed: stars, read, tags; and how it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.commands import first_key
from reader.tui.render.particulars import counted, short_name
from reader.tui.screens.reader_screen import ReaderScreen

if TYPE_CHECKING:
    from reader.library.keeping import Keeping

ABOUT_NOTES = ("the new note", "the highlight", "the change of a note", "the removal of a note")
"""Steps that are about notes, as the store calls them."""
ABOUT_ARTICLE = (
    *(f"1 article {what}" for what in ("read", "unread", "starred", "no longer starred")),
    "the tags of 1 article",
)
"""Steps that are about one article and leave it the same value."""


def take_back(keeping: Keeping, steps: Sequence[str]) -> tuple[bool, str]:
    """Takes back the last step if it is one of these: whether it did, and a sentence."""
    what = keeping.undoable()
    if what is None:
        return False, "There is nothing to take back"
    if what not in steps:
        return False, f"The last thing done is {what}; {first_key('undo')} takes it back in the library"
    keeping.undo()
    return True, f"Taken back: {what}"


class ArticleScreen(ReaderScreen):
    """The subclass says which articles are meant, and shows what was done."""

    def meant(self) -> list[int]:
        """The articles that a command is about, as positions on the desk; where there are none, it says so."""
        raise NotImplementedError

    def done(self) -> None:
        """Shows what was done to articles."""

    def action_star(self) -> None:
        """Stars the articles, or takes the stars off."""
        if meant := self.meant():
            self._say_done(meant, "starred" if self.desk.keeping.toggle_star(*meant) else "no longer starred")

    def action_read(self) -> None:
        """Read, or unread again."""
        if meant := self.meant():
            self._say_done(meant, "read" if self.desk.keeping.toggle_read(*meant) else "unread")

    def action_tag(self) -> None:
        """The tags of the articles."""
        if meant := self.meant():
            from reader.tui.screens.tags_screen import TagsScreen

            self.connect()
            self.app.push_screen(TagsScreen(self.desk, meant), lambda _: self.done())

    def _say_done(self, articles: Sequence[int], what: str) -> None:
        self.done()
        name = short_name(self.desk.articles[articles[0]])
        many = name if len(articles) == 1 else counted(len(articles), "marked article")
        self.say(f"{many}: {what} ({first_key('undo')} takes it back)")
