"""A comparison made ready for the compare view: its columns, its words, its steps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.compare.comparison import Comparison, Occurrence, Passage
from reader.library.desk import Desk
from reader.text.clean import clean_line
from reader.tui.render.annotations import annotated
from reader.tui.render.column import Column
from reader.tui.render.facing import Facing, Header
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.marks import Mark, Marks, is_altered
from reader.tui.render.nothing import nothing_shared, years_apart
from reader.tui.render.particulars import counted, day_shown, percent, short_name, title_of
from reader.tui.render.passages import passage_words, voice_words
from reader.tui.render.sheet import sheet
from reader.tui.widgets.compare_view import CompareView

if TYPE_CHECKING:
    from reader.text.find import Query, Searchable
    from reader.text.places import FoundPlaces


class Compared:
    """Some articles of a desk and what they share, set as columns that face each other."""

    def __init__(self, desk: Desk, articles: Sequence[int], comparison: Comparison, *, marks_changes: bool) -> None:
        """``articles`` are positions on the desk, in the order of the comparison."""
        self._desk = desk
        self.articles = list(articles)
        self.comparison = comparison
        self._note: Sequence[Line] | None = None
        columns = [
            Column(
                sheet(desk.articles[article]),
                Marks(comparison.passages, place, desk.articles[article].text),
                marks_changes=marks_changes,
            )
            for place, article in enumerate(articles)
        ]
        self._columns = columns
        self.annotate()
        self.facing = Facing(columns, [self._header(place) for place in range(len(columns))])

    def annotate(self) -> None:
        """Shows the notes of the articles as they are now."""
        for article, column in zip(self.articles, self._columns, strict=True):
            column.annotations = annotated(self._desk.keeping.notes(article))

    def _header(self, place: int) -> Header:
        article = self._desk.articles[self.articles[place]]
        name = short_name(article) if article.particulars.outlet else title_of(article)
        when = day_shown(article.particulars, short=True)
        kind = clean_line(article.particulars.kind) if article.particulars.kind != "article" else ""
        more = (Piece(f" · {part}", "dim") for part in (kind, when) if part)
        return Header((Piece(name, "strong"), *more), self._share_line(place))

    def _share_line(self, place: int) -> Line:
        shares = [s for s in self.comparison.shares if s.article == place]
        if len(self.articles) == 2:
            share = shares[0]
            if not share.words:
                return (Piece("nothing of this is in the other", "dim"),)
            return (
                Piece(percent(share.percent), "strong"),
                Piece(" of this is in the other", "dim"),
                Piece(f" · {counted(share.words, 'word')}", "dim"),
            )
        line: list[Piece] = []
        for share in shares:
            line += [
                Piece("  "),
                Piece(percent(share.percent), "strong"),
                Piece(f" in {self._name(share.within)}", "dim"),
            ]
        return tuple(line[1:])

    def _name(self, place: int) -> str:
        return short_name(self._desk.articles[self.articles[place]])

    def keep_places(self, old: Facing) -> None:
        """Shows the same places as another setting of the same articles, with the keys in the same column."""
        self.facing.lead, self.facing.tied, self.facing.stacks = old.lead, old.tied, old.stacks
        self.facing.set(old.width, old.height, old.columns[0].measure)
        for column, before in zip(self.facing.columns, old.columns, strict=True):
            column.show_place(before.place)

    # Passages

    def passage_at(self, place: Occurrence) -> int | None:
        """The passage of the first article that covers most of a place in it."""
        best: tuple[int, int] | None = None
        for mark in self.facing.columns[0].marks.in_row(place.start, place.end):
            covered = min(mark.end, place.end) - max(mark.start, place.start)
            best = max(best or (0, 0), (covered, mark.passage))
        return best[1] if best else None

    def step(self, step: int, *, altered: bool = False) -> tuple[int, int] | None:
        """The next passage in the column that has the keys: its position, and which of its places there.

        From the visited one, or from what shows on top. Round the ends.
        """
        column = self.facing.columns[self.facing.lead]
        marks = [m for m in column.marks.marks if not altered or is_altered(self.comparison.passages[m.passage])]
        if not marks:
            return None
        now = self.facing.visited
        if now is not None:
            at = bisect_left([_key(mark) for mark in marks], _key(now))
            stands = at < len(marks) and marks[at] == now
            place = at + (1 if stands else 0) if step > 0 else at - 1
        else:
            at = bisect_left([mark.start for mark in marks], column.offset_of(column.top))
            place = at if step > 0 else at - 1
        chosen = marks[place % len(marks)]
        return chosen.passage, column.marks.of_passage(chosen.passage).index(chosen)

    def sentence(self, passage: int) -> str:
        """What a passage is, for the status line."""
        chosen = self.comparison.passages[passage]
        texts = [self._desk.articles[article].text for article in self.articles]
        counts = [sum(o.article == place for o in chosen.occurrences) for place in range(len(self.articles))]
        again = [f"{counted(n, 'time')} in {self._name(place)}" for place, n in enumerate(counts) if n > 1]
        voices = voice_words(chosen, [self._name(place) for place in range(len(self.articles))])
        number = f"passage {passage + 1}/{len(self.comparison.passages)}"
        parts = (number, passage_words(chosen, texts), voices, *again, self._prominence(chosen))
        return " · ".join(part for part in parts if part)

    def _prominence(self, passage: Passage) -> str:
        """How far down it stands, in the column that has the keys and in the others."""
        from reader.compare.prominence import paragraph_at

        first = {occurrence.article: occurrence.start for occurrence in passage.occurrences[::-1]}
        lead = self.facing.lead
        found = {
            place: at
            for place, start in sorted(first.items(), key=lambda each: each[0] != lead)
            if (at := paragraph_at(self._desk.articles[self.articles[place]], start))
        }
        if len(found) < 2:
            return ""
        there = "there" if len(self.articles) == 2 else ""
        words = [
            f"{at.number}/{at.of} {'here' if place == lead else there or f'in {self._name(place)}'}"
            for place, at in found.items()
        ]
        return f"¶ {', '.join(words)}"

    # Nothing shared

    def note(self, words: int) -> Sequence[Line]:
        """What to say where two articles share nothing, or look years apart; else nothing."""
        if self._note is None:
            articles = [self._desk.articles[article] for article in self.articles]
            if self.comparison.passages:
                apart = years_apart(articles)
                self._note = (apart,) if apart else ()
            else:
                self._note = nothing_shared(articles, self.comparison, words)
        return self._note

    def target(self, view: CompareView) -> ColumnTarget:
        """What the find bar finds in: the column that has the keys."""
        return ColumnTarget(self._desk, self.articles, view)


def _key(mark: Mark) -> tuple[int, int, int]:
    return mark.start, mark.end, mark.passage


class ColumnTarget:
    """The column that has the keys, as a text to find in."""

    def __init__(self, desk: Desk, articles: Sequence[int], view: CompareView) -> None:
        """``articles`` are positions on the desk, one a column."""
        self._desk = desk
        self._articles = articles
        self._view = view

    @property
    def _column(self) -> Column | None:
        facing = self._view.facing
        return facing.columns[facing.lead] if facing else None

    def searchable(self) -> Searchable | None:
        """The article of the column."""
        facing = self._view.facing
        return self._desk.searchable(self._articles[facing.lead]) if facing else None

    async def find(self, query: Query) -> FoundPlaces:
        """Where words stand in the article of the column."""
        facing = self._view.facing
        assert facing is not None
        return await self._desk.find(self._articles[facing.lead], query)

    def here(self) -> int:
        """The place at the top of the column."""
        return self._column.place if self._column else 0

    def restore(self, place: int) -> None:
        """Shows a place again."""
        facing = self._view.facing
        if facing and self._column and self._column.place != place:
            facing.scroll(self._column.row_of(place) - self._column.top if place >= 0 else -self._column.top)
            self._view.changed()

    def light(self, hits: Hits | None) -> None:
        """Lights hits in the column, and in no other."""
        facing = self._view.facing
        if facing is None or self._column is None:
            return
        for column in facing.columns:
            column.find((), None)
        self._column.find(hits.spans if hits else (), hits.span if hits else None)
        if hits and hits.span:
            self._column.bring(hits.span)
        self._view.changed()

    def take_keys(self) -> None:
        """Gives the keys to the view."""
        self._view.focus()
