"""The article that is read: where one is in each, what it shares with the others, what is found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.desk import Desk
from reader.tui.render.annotations import annotated
from reader.tui.render.column import Column
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line
from reader.tui.render.marks import Marks, is_altered
from reader.tui.render.particulars import short_name
from reader.tui.render.passages import passage_words, voice_words
from reader.tui.render.place import place_line
from reader.tui.render.sheet import Sheet, sheet
from reader.tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison, Occurrence, Passage
    from reader.text.find import Query, Searchable
    from reader.text.places import FoundPlaces

NEIGHBOURS = 8
"""Articles whose passages are shown in the gutter: those with most of this one. More would only crowd it."""
_KEPT_SHEETS = 32


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where a passage of the article that is read stands in another one."""

    article: int
    occurrence: Occurrence
    here: Occurrence


class Reading:
    """What the reading pane shows, and how one moves in it."""

    def __init__(self, desk: Desk, pane: ReadingPane) -> None:
        """The pane is the screen's."""
        self._desk = desk
        self._pane = pane
        self.current: int | None = None
        self.shows_furniture = False
        self._dims_shared = False
        self.passages: Sequence[Passage] = ()
        self.others: Sequence[int] = ()
        """The articles that the passages' occurrences name: this one first, as positions on the desk."""
        self._places: dict[str, int] = {}
        self._written: dict[int, int] = {}
        self._sheets: OrderedDict[tuple[str, bool, bool], Sheet] = OrderedDict()

    # The article

    def open(self, article: int) -> None:
        """Shows an article, at the place where it was left."""
        self.keep_place()
        self.current = article
        self.passages, self.others = (), ()
        self._pane.show(self._column(Marks((), 0)), self._place_of(article))

    def _column(self, marks: Marks) -> Column:
        """The article that is read, set anew with what lies on it, as before but for what was sought."""
        assert self.current is not None
        column = Column(self._sheet(self.current), marks, is_tinted=False)
        column.only_here = self._dims_shared
        column.annotations = annotated(self._desk.keeping.notes(self.current))
        return column

    def annotate(self) -> None:
        """Shows the notes of the article as they are now."""
        if self.current is not None and self._pane.column:
            self._pane.column.annotations = annotated(self._desk.keeping.notes(self.current))
            self._pane.changed()

    def _set_again(self) -> None:
        """Sets the article anew, at the same place, with the same things lit, lifted out and selected."""
        old = self._pane.column
        if old is None:
            return
        column = self._column(old.marks)
        column.hits, column.hit_now = old.hits, old.hit_now
        column.select(old.selection)
        column.visit(old.passage_now)
        self._pane.show(column, old.place)

    def _place_of(self, article: int) -> int:
        """Where it was left, in this session or before."""
        known = self._places.get(self._desk.articles[article].id)
        return (self._desk.keeping.place(article) or -1) if known is None else known

    def restore_kept(self) -> None:
        """Goes to where one was in an earlier session, unless one has moved already."""
        column = self._pane.column
        if self.current is not None and column and column.top == 0:
            place = self._desk.keeping.place(self.current)
            if place:  # 0 is the very beginning, with the lines above the text
                self.restore(place)

    def keep_place(self) -> None:
        """Writes down where one is."""
        self.leave()
        if self.current is not None:
            place = self._places.get(self._desk.articles[self.current].id)
            kept = self._desk.keeping.place(self.current) if self.current not in self._written else None
            if place is not None and place != self._written.get(self.current, -1 if kept is None else kept):
                self._written[self.current] = place
                self._desk.keeping.keep_place(self.current, place)

    def changed(self, article: int) -> None:
        """The article is another value now (all of it was looked at, or it was corrected): what shows is set anew, at
        the same place."""
        if article == self.current:
            self._set_again()

    def leave(self) -> None:
        """Remembers where one is."""
        if self.current is not None and self._pane.column and self._pane.column.width:
            self._places[self._desk.articles[self.current].id] = self._pane.column.place

    def toggle_furniture(self) -> bool:
        """Shows what is not the article, or folds it again. Whether it shows now."""
        self.shows_furniture = not self.shows_furniture
        self._set_again()
        return self.shows_furniture

    def _sheet(self, article: int) -> Sheet:
        one = self._desk.articles[article]
        key = (one.id, self.shows_furniture, one.is_whole)
        known = self._sheets.get(key)
        if known is None or known.article is not one:
            known = self._sheets[key] = sheet(one, shows_furniture=self.shows_furniture)
            while len(self._sheets) > _KEPT_SHEETS:
                self._sheets.popitem(last=False)
        return known

    # Passages

    def put_passages(self, comparison: Comparison, others: Sequence[int]) -> None:
        """Shows in the gutter what the article shares; it was the first of those compared."""
        self.others = others
        self.passages = [p for p in comparison.passages if any(o.article == 0 for o in p.occurrences)]
        if self._pane.column:
            self._pane.column.remark(Marks(self.passages, 0))
            self._pane.changed()

    def step(self, step: int, *, altered: bool = False) -> int | None:
        """Visits the next passage, or the next one with words changed; from where one is. Its position."""
        column = self._pane.column
        if column is None:
            return None
        marks = [m for m in column.marks.marks if not altered or is_altered(self.passages[m.passage])]
        if not marks:
            return None
        now = column.passage_now
        if now is None:
            at = column.offset_of(column.top)
            place = bisect_right(marks, at, key=lambda mark: mark.start) - (1 if step < 0 else 0)
            chosen = marks[place % len(marks)]
        else:
            here = column.marks.of_passage(now)[0]
            later = [m for m in marks if m.start > here.start]
            earlier = [m for m in marks if m.start < here.start]
            chosen = (later or marks)[0] if step > 0 else (earlier or marks)[-1]
        self.visit(chosen.passage)
        return chosen.passage

    def visit(self, passage: int | None) -> None:
        """Lifts out a passage and shows it; ``None`` lifts out none."""
        column = self._pane.column
        if column is None:
            return
        column.visit(passage)
        marks = column.marks.of_passage(passage) if passage is not None else []
        if marks:
            column.move_to(column.row_of(marks[0].start) - column.height // 3)
        self._pane.changed()

    def chosen_passage(self) -> int | None:
        """The visited passage, or else the first that shows."""
        column = self._pane.column
        if column is None or column.passage_now is not None:
            return column.passage_now if column else None
        rows = range(column.top, column.top + column.height)
        return next((mark.passage for row in rows if (mark := column.mark_at(row))), None)

    def counterpart(self) -> Counterpart | None:
        """Where the visited passage, or else the first that shows, stands in another article."""
        passage = self.chosen_passage()
        if passage is None:
            return None
        occurrences = self.passages[passage].occurrences
        here = next(o for o in occurrences if o.article == 0)
        there = next((o for o in occurrences if o.article != 0), None)
        return Counterpart(self.others[there.article], there, here) if there else None

    def toggle_only_here(self) -> bool:
        """Dims what is shared, or no longer. Whether it is dimmed now."""
        column = self._pane.column
        if column is None:
            return False
        column.only_here = self._dims_shared = not self._dims_shared
        self._pane.changed()
        return self._dims_shared

    def passage_sentence(self, passage: int) -> str:
        """What a passage is, for the status line."""
        names = [short_name(self._desk.articles[other]) for other in self.others]
        chosen = self.passages[passage]
        places = sorted({o.article for o in chosen.occurrences if o.article != 0})
        also = ", ".join(names[place] for place in places)
        parts = (passage_words(chosen), f"also in {also}", voice_words(chosen, names))
        return " · ".join([f"passage {passage + 1}/{len(self.passages)}", *(part for part in parts if part)])

    # Finding: this is a target

    def searchable(self) -> Searchable | None:
        """The article that is read."""
        return self._desk.searchable(self.current) if self.current is not None else None

    async def find(self, query: Query) -> FoundPlaces:
        """Where words stand in it."""
        assert self.current is not None
        return await self._desk.find(self.current, query)

    def here(self) -> int:
        """The place at the top of the pane."""
        return self._pane.column.place if self._pane.column else 0

    def restore(self, place: int) -> None:
        """Shows a place again."""
        if self._pane.column and self._pane.column.place != place:
            self._pane.column.show_place(place)
            self._pane.changed()

    def light(self, hits: Hits | None) -> None:
        """Lights hits in the pane."""
        column = self._pane.column
        if column is None:
            return
        column.find(hits.spans if hits else (), hits.span if hits else None)
        if hits and hits.span:
            column.bring(hits.span)
        self._pane.changed()

    def take_keys(self) -> None:
        """Gives the keys to the pane."""
        self._pane.focus()

    # Where one is

    def place_line(self) -> Line:
        """Paragraph, progress, minutes left."""
        column = self._pane.column
        if column is None or self.current is None:
            return ()
        return place_line(self._desk.articles[self.current], column)
