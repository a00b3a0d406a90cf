"""The tags of one or several articles: type a few letters, choose with the arrows; Enter puts one on or off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.text.clean import clean_line
from reader.text.fold import fold
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted, title_of
from reader.tui.screens.page import Page
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

ON_ALL, ON_SOME = "✓", "~"


class TagsScreen(Page):
    """Changes tags at once; gives nothing back."""

    def __init__(self, desk: Desk, articles: Sequence[int]) -> None:
        """``articles`` are positions on the desk."""
        super().__init__()
        self._desk = desk
        self._articles = list(articles)
        self._found: list[str] = []

    def compose(self) -> ComposeResult:
        """The line to type in, the tags."""
        yield LineBar(keeps_right=True, id="header")
        yield FindBar("tag", modes=False, id="words")
        yield Rule()
        yield LineList(id="tags")

    def on_mount(self) -> None:
        """All tags that are known, and the keys to the line."""
        only = title_of(self._desk.articles[self._articles[0]])
        about = only if len(self._articles) == 1 else counted(len(self._articles), "marked article")
        self.query_one("#header", LineBar).show(
            (Piece("Tags", "strong"), Piece(f" · {about}", "dim")),
            (Piece("Enter", "key"), Piece(" on or off   ", "dim"), Piece("Esc", "key"), Piece(" closes", "dim")),
        )
        self.query_one(FindBar).open("")
        self._show()

    @property
    def _typed(self) -> str:
        return " ".join(self.query_one(FindBar).typed.split())

    def _show(self, cursor: int = 0) -> None:
        wanted = _folded(self._typed)
        known = Counter(tag for tags in self._desk.state.tags.values() for tag in tags)
        self._found = sorted((tag for tag in known if wanted in _folded(tag)), key=lambda tag: (-known[tag], tag))
        if self._typed and all(_folded(tag) != wanted for tag in known):
            self._found.insert(0, self._typed)
        empty: list[Line] = [(Piece("  There are no tags yet; type one", "dim"),)]
        self.query_one(LineList).show(
            len(self._found), lambda n, w, on: [self._line(n, known)], cursor=cursor, empty=empty
        )

    def _line(self, number: int, known: Counter[str]) -> Line:
        tag = self._found[number]
        holds = self._holding(tag)
        sign = " " if not holds else ON_ALL if holds == len(self._articles) else ON_SOME
        many = f"   {counted(known[tag], 'article')}" if known[tag] else "   a new tag"
        return (Piece(f"  {sign} ", "accent"), Piece(clean_line(tag), "strong" if holds else ""), Piece(many, "dim"))

    def _holding(self, tag: str) -> int:
        """How many of the articles have a tag."""
        tags = self._desk.state.tags
        return sum(tag in tags.get(self._desk.articles[number].id, ()) for number in self._articles)

    def _toggle(self, number: int) -> None:
        if not self._found:
            return
        tag = self._found[number]
        bar, keeping = self.query_one(FindBar), self._desk.keeping
        many = counted(len(self._articles), "article") if len(self._articles) > 1 else "the article"
        if self._holding(tag) == len(self._articles):
            keeping.tag(self._articles, remove=[tag])
            said = f"off {many}: {tag}"
        else:
            keeping.tag(self._articles, add=[tag])
            said = f"on {many}: {tag}"
        bar.write("")
        self._show()
        self.query_one(LineList).go(self._found.index(tag) if tag in self._found else 0, announce=False)
        bar.tell(said)

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Fewer tags, or more, or a new one."""
        self._show()
        event.bar.tell("")

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """The cursor moves while one types."""
        tags = self.query_one(LineList)
        tags.go(tags.cursor + event.step, announce=False)

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Puts the tag under the cursor on, or takes it off."""
        self._toggle(self.query_one(LineList).cursor)

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """Closes."""
        self.leave(None)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """The tag that was clicked."""
        self._toggle(event.number)


def _folded(words: str) -> str:
    return fold(words, case=True).text
