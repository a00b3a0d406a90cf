"""The library: what is done to articles from the list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from textual import work

from reader.library.matching import MatchingStopped
from reader.tui.commands import first_key
from reader.tui.render.particulars import counted
from reader.tui.screens.library_matching import LibraryMatching
from reader.tui.screens.listing import GROUPINGS, ORDER_NAMES


class LibraryList(LibraryMatching):
    """Filters, sorts, marks; stars, reads, corrects; takes back."""

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
        """How to sort, and how to group."""
        from reader.tui.screens.menu_screen import Choice, MenuScreen

        order = self.listing.order
        arrow = "↓" if order.descending else "↑"
        choices = [
            Choice("as opened" if by == "opened" else f"sort by {name}", sign=arrow if by == order.by else "")
            for by, name in ORDER_NAMES.items()
        ]
        choices += [
            Choice(f"group by {by}" if by != "none" else "no groups", sign="✓" if by == self.listing.grouping else "")
            for by in GROUPINGS
        ]
        self.app.push_screen(MenuScreen(self.desk, "Sort and group", choices), self._arrange)

    def _arrange(self, chosen: int | None) -> None:
        if chosen is None:
            return
        orders = list(ORDER_NAMES)
        if chosen < len(orders):
            self.listing.sort(orders[chosen], self.reading.current)
        else:
            self.listing.grouping = GROUPINGS[chosen - len(orders)]
        self.show_list()
        order = self.listing.order
        if order.by != "likeness":  # that is to one article, and for now
            self.prefer(sort=order.by, descending=order.descending, group=self.listing.grouping)
        name = self.listing.order_name
        self.say(name[0].upper() + name[1:] + (self._so_far() if self.listing.waits_for_matching else ""))

    def action_mark(self) -> None:
        """Marks the article for comparing."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return
        self.desk.keeping.toggle_mark(current)
        self.show_list()
        marks = len(self.desk.state.marks)
        self.say(
            f"{counted(marks, 'article')} marked" + (f"; {first_key('compare')} compares them" if marks > 1 else "")
        )

    def action_mark_story(self) -> None:
        """Marks all articles of the story."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return
        self.connect()
        story = self.desk.stories.of(current).articles
        self.desk.keeping.mark_also(story)
        self.show_list()
        if len(story) > 1:
            self.say(f"{counted(len(story), 'article')} of one story marked")
        else:
            self.say("Marked; it is in no story with another" + self._so_far())

    def _so_far(self) -> str:
        return "" if self.desk.pairs.is_matched else ", as far as the articles are matched"

    def action_story(self) -> None:
        """What ties the article to others."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.story_screen import StoryScreen

        self.connect()
        self.app.push_screen(StoryScreen(self.desk, current, self.show_list), self.pass_on)

    def action_join(self) -> None:
        """Puts the marked articles into one story."""
        marked = [n for n, article in enumerate(self.desk.articles) if article.id in self.desk.state.marks]
        if len(marked) < 2:
            self.say(
                f"Mark two articles or more with {first_key('mark')}; {first_key('join')} puts them into one story"
            )
            return
        self.connect()
        ids = [self.desk.articles[number].id for number in marked]
        self.desk.keeping.pair(list(combinations(ids, 2)), together=True)
        self.show_list()
        self.say(f"{counted(len(marked), 'marked article')} are one story now ({first_key('undo')} takes it back)")

    def action_take_in(self) -> None:
        """Adds the open articles to the library; in the list the marked ones, where the cursor is on one of them."""
        if not self.desk.has_library:
            self.say("No library belongs to this session")
            return
        meant = self.meant()
        every = [number for number, one in enumerate(self.desk.articles) if one.id not in self.desk.hidden]
        self._take_in(meant if len(meant) > 1 else every)

    @work(exclusive=True, group="take in")
    async def _take_in(self, articles: Sequence[int]) -> None:
        from reader.library.asking import Asking

        self.say(f"Adding {counted(len(articles), 'article')} to the library …")
        try:
            come = await Asking(self.desk).take_in(articles)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
            return
        there = come.unchanged + len(come.same)
        left = len(articles) - come.added - there
        facts = [f"{counted(come.added, 'article')} added to the library"]
        facts += [f"{there:,} there already"] if there else []
        facts += [f"{left:,} not read to the end yet"] if left and not come.stopped else []
        self.say(come.stopped or ", ".join(facts), is_problem=come.stopped is not None)

    def action_clear_marks(self) -> None:
        """Takes all marks off."""
        self.desk.keeping.clear_marks()
        self.show_list()
        self.say("No marks")

    def done(self) -> None:
        """In the list."""
        self.show_list()

    def meant(self) -> list[int]:
        """The articles that a command is about: in the list all that are marked, where the one under the cursor is."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return []
        marks = self.desk.state.marks
        if self._pane.has_focus or self.desk.articles[current].id not in marks:
            return [current]
        return [number for number, article in enumerate(self.desk.articles) if article.id in marks]

    def action_rescan(self) -> None:
        """Looks again at the paths that are open."""
        if not self.desk.shelf.paths:
            self.say("No files were named that could be looked at again")
        elif not self.all_read:
            self.say("The files are still being read")
        else:
            self.rescan()

    def action_undo(self) -> None:
        """Takes back the last thing done."""
        undone = self.desk.keeping.undo()
        if undone is None:
            self.say("There is nothing to take back")
            return
        what, articles = undone
        self.corrected(articles)
        self.notes_changed()
        self.say(f"Taken back: {what}")

    def action_edit(self) -> None:
        """The particulars of the article, to be corrected."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.particulars_screen import ParticularsScreen

        self.app.push_screen(ParticularsScreen(self.desk, self.reading.current, self.corrected), self.pass_on)
