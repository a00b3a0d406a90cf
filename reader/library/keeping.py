"""What a person does to the open articles, for the session and, where there is a store, for good.

The store may come late: the first picture does not wait for it. What was done before it came is written then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.article import Article, BlockKind
from reader.library.glance import Glance

if TYPE_CHECKING:
    from reader.articles.corrections import Correction
    from reader.library.notes import Note, PlacedNote
    from reader.library.store import Store
    from reader.text.spans import Span

_SEARCHES = "searches"
_LEFT_OPEN = "left open"
_KEPT_SEARCHES = 50


class Keeping:
    """Read, stars, marks, tags, notes, places and corrections of the articles of one desk, which it shares."""

    def __init__(self, articles: list[Article], seen: Glance | None = None) -> None:
        """``articles`` is the desk's own list: a corrected article takes the place of the one that was read. ``seen``
        is what was kept about them when they were read."""
        self._articles = articles
        self._seen = seen or Glance()
        self._as_read: dict[str, Article] = {}
        self._store: Store | None = None
        self._pairings: dict[tuple[str, str], bool] | None = None
        self._unkept: dict[str, Correction] = {}
        """What was corrected while there was no store."""
        self.state = self._seen.state
        for number, article in self._seen.corrected.items():
            self._as_read[article.id] = articles[number]
            articles[number] = article

    # The store

    def connect(self, store: Store) -> list[int]:
        """Keeps what is done from now on, and what was done before; what was kept holds again.

        Gives the positions of the articles that it corrected.
        """
        self._store = store
        store.meet(self._articles)
        seen, before, kept = self._seen.state, self.state, store.state(self._here)
        if new := sorted(before.read - seen.read - kept.read):
            store.set_read(new, undoable=False)
        if new := sorted(before.starred - seen.starred - kept.starred):
            store.set_starred(new)
        if gone := sorted((seen.read - before.read) & kept.read):
            store.set_read(gone, False)
        if gone := sorted((seen.starred - before.starred) & kept.starred):
            store.set_starred(gone, False)
        if before.marks != seen.marks:
            here = {article.id for article in self._articles}
            store.set_marks((*before.marks, *(mark for mark in kept.marks if mark not in here)))
        for name, correction in self._unkept.items():
            for field, value in correction.particulars.items():
                store.correct(name, field, value)
            for block, kind in correction.verdicts.items():
                store.judge(name, block, kind)
        self._unkept.clear()
        return self._take_up(self._articles)

    def meet(self, articles: Sequence[Article]) -> list[int]:
        """More articles are open. Positions of those among all that were corrected before."""
        if self._store is None:
            return []
        self._store.meet(articles)
        return self._take_up(articles)

    def _take_up(self, articles: Sequence[Article]) -> list[int]:
        """What is kept about open articles holds. Positions of those among ``articles`` that it corrects."""
        assert self._store is not None
        self.state = self._store.state(self._here)
        self._keep_to_open()
        known = self._store.corrections()
        new = {article.id for article in articles}
        changed = [n for n, article in enumerate(self._articles) if article.id in known and article.id in new]
        for number in changed:
            self._apply(number, known[self._articles[number].id])
        return changed

    @property
    def _here(self) -> frozenset[str]:
        """The ids of the open articles."""
        return frozenset(article.id for article in self._articles)

    def _keep_to_open(self) -> None:
        """What was done to articles that are not open stays in the store; only their tags are known, as words to choose
        from."""
        here = self._here
        state = self.state
        self.state = replace(
            state,
            read=state.read & here,
            starred=state.starred & here,
            marks=tuple(mark for mark in state.marks if mark in here),
        )

    def notices(self) -> list[str]:
        """What there is to say about the store, each sentence once."""
        if self._store is None:
            return []
        told = list(self._store.notices)
        self._store.notices.clear()
        return told

    def close(self) -> None:
        """Closes the store."""
        if self._store is not None:
            self._store.close()

    # Read, starred, marked

    def set_read(self, article: int, read: bool = True, *, by_key: bool = False) -> None:
        """Read, or unread again; ``by_key``: it can be taken back."""
        if (self._articles[article].id in self.state.read) != read:
            self._set_read([article], read, by_key=by_key)

    def _set_read(self, articles: Sequence[int], read: bool, *, by_key: bool) -> None:
        names = self._ids(articles)
        self.state = self.state.with_read(names, read)
        if self._store is not None:
            self._store.set_read(names, read, undoable=by_key)

    def toggle_read(self, *articles: int) -> bool:
        """All become read; unread where all of them were read. Whether they are read now."""
        read = not self.state.read.issuperset(self._ids(articles))
        self._set_read(articles, read, by_key=True)
        return read

    def toggle_star(self, *articles: int) -> bool:
        """Stars all, or takes the stars off where all of them have one. Whether they are starred now."""
        names = self._ids(articles)
        starred = not self.state.starred.issuperset(names)
        self.state = self.state.with_starred(names, starred)
        if self._store is not None:
            self._store.set_starred(names, starred)
        return starred

    def _ids(self, articles: Sequence[int]) -> list[str]:
        return [self._articles[article].id for article in articles]

    def toggle_mark(self, article: int) -> None:
        """Marks for comparing, or takes the mark off."""
        self._set_marks(self.state.with_mark_toggled(self._articles[article].id).marks)

    def clear_marks(self) -> None:
        """Takes all marks off."""
        self._set_marks(())

    def _set_marks(self, marks: Sequence[str]) -> None:
        before = set(self.state.marks)
        self.state = self.state.with_marks(marks)
        if self._store is not None:
            elsewhere = [mark for mark in self._store.marks() if mark not in before]
            self._store.set_marks((*self.state.marks, *elsewhere))

    def mark_also(self, articles: Sequence[int]) -> None:
        """Marks articles after those that are marked already."""
        self._set_marks((*self.state.marks, *self._ids(articles)))

    # Tags and notes: these need a store

    def tag(self, articles: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Adds tags to articles, and takes some away."""
        self._kept.set_tags(self._ids(articles), add, remove)
        self.state = replace(self.state, tags=self._kept.tags())

    def notes(self, article: int) -> list[PlacedNote]:
        """The notes and highlights of an article, with the places where their words stand now."""
        one = self._articles[article]
        if one.id not in self.state.noted:
            return []
        return self._store.notes.placed(one) if self._store is not None else [*self._seen.notes.get(one.id, ())]

    def add_note(self, article: int, words: str, span: Span | None) -> Note:
        """Makes a note on an article, or on a span of it; without words it is a highlight."""
        note = self._kept.add_note(self._articles[article], words, span)
        self._note_again()
        return note

    def change_note(self, note: Note, words: str) -> None:
        """Gives a note other words."""
        self._kept.notes.change(note.id, words)

    def remove_note(self, note: Note) -> None:
        """Takes a note away."""
        self._kept.notes.remove(note.id)
        self._note_again()

    def _note_again(self) -> None:
        self.state = replace(self.state, noted=frozenset(self._kept.notes.counts()))

    # Stories

    def pairings(self) -> dict[tuple[str, str], bool]:
        """What was decided by hand: whether two articles belong to one story."""
        if self._pairings is None and self._store is not None:
            self._pairings = self._store.pairings()
        return self._pairings or {}

    def pair(self, pairs: Sequence[tuple[str, str]], together: bool) -> None:
        """Decides whether pairs of articles belong to one story."""
        self._kept.pair(pairs, together)
        self._pairings = None

    @property
    def _kept(self) -> Store:
        assert self._store is not None, "the store is opened before anything is done that needs it"
        return self._store

    @property
    def is_connected(self) -> bool:
        """Whether there is a store."""
        return self._store is not None

    # What is known about the program itself

    async def clash(self) -> str:
        """A sentence on packages that have the program's name, where that was not told yet; else nothing."""
        from reader.library.doctor import clash_not_told

        return await clash_not_told(self._store) if self._store is not None else ""

    # Places

    def place(self, article: int) -> int | None:
        """Where one was in an article before; ``None`` where that is not known."""
        name = self._articles[article].id
        return self._store.place(name) if self._store is not None else self._seen.places.get(name)

    def keep_place(self, article: int, place: int) -> None:
        """Where one is in it; before the text (-1) is its beginning."""
        if self._store is not None:
            one, place = self._articles[article], max(0, place)
            self._store.keep_place(one.id, place, one.text[place : place + 120])

    # Corrections

    def leave_open(self, article: int) -> None:
        """The program is ended by a mistake: the next session begins with this article."""
        if self._store is not None:
            self._store.keep_setting(_LEFT_OPEN, self._articles[article].id)

    def left_open(self) -> int | None:
        """The article that was open when the session before was ended by a mistake. It is asked for once."""
        name = self._store.setting(_LEFT_OPEN) if self._store is not None else None
        if name is None or self._store is None:
            return None
        self._store.keep_setting(_LEFT_OPEN, None)
        return next((number for number, article in enumerate(self._articles) if article.id == name), None)

    def correction(self, article: int) -> Correction:
        """What was corrected in an article."""
        from reader.articles.corrections import Correction

        name = self._articles[article].id
        return self._store.correction(name) if self._store is not None else self._unkept.get(name, Correction())

    def correct(self, article: int, field: str, value: str | None) -> None:
        """Sets a particular; ``None``: it is not known."""
        name = self._articles[article].id
        if self._store is not None:
            self._store.correct(name, field, value)
        else:
            self._unkept[name] = self.correction(article).with_particular(field, value)
        self._again(article)

    def kind_turned(self, article: int, block: int) -> BlockKind:
        """The kind of a block if the verdict on it is turned round: furniture, or what it was held for before."""
        one = self._articles[article]
        if one.blocks[block].kind != "furniture":
            return "furniture"
        held = self._as_read.get(one.id, one).blocks[block].kind
        return held if held != "furniture" else "paragraph"

    def judge(self, article: int, block: int, kind: BlockKind) -> None:
        """Says what kind of block one is; where that is what the program held it for, the correction goes."""
        from reader.articles.corrections import fingerprint

        one = self._articles[article]
        held = self._as_read.get(one.id, one).blocks[block].kind
        block_print = fingerprint(one, block)
        if self._store is not None:
            self._store.judge(one.id, block_print, kind if kind != held else None)
        elif kind != held:
            self._unkept[one.id] = self.correction(article).with_verdict(block_print, kind)
        else:
            self._unkept[one.id] = self.correction(article).without_verdict(block_print)
        self._again(article)

    def as_read(self, article: int) -> Article:
        """The article without what was corrected in it."""
        one = self._articles[article]
        return self._as_read.get(one.id, one)

    def _again(self, article: int) -> None:
        self._apply(article, self.correction(article))

    def _apply(self, article: int, correction: Correction) -> None:
        from reader.articles.corrections import corrected

        one = self._articles[article]
        plain = self._as_read.setdefault(one.id, one)
        self._articles[article] = corrected(plain, correction.verdicts, correction.particulars)

    # Searches

    def searches(self) -> list[str]:
        """What was sought everywhere, the last one first."""
        found = self._store.setting(_SEARCHES, []) if self._store is not None else []
        return [each for each in found if isinstance(each, str)]

    def keep_search(self, words: str) -> None:
        """Something was sought, and what was found was opened."""
        if self._store is not None:
            others = [each for each in self.searches() if each != words]
            self._store.keep_setting(_SEARCHES, [words, *others][:_KEPT_SEARCHES])

    # Taking back

    def undoable(self) -> str | None:
        """What would be taken back, as part of a sentence; ``None`` for nothing."""
        return self._store.undoable() if self._store is not None else None

    def undo(self) -> tuple[str, list[int]] | None:
        """Takes back the last thing done: what it was, and the positions of the articles that are other values now."""
        undone = self._store.undo() if self._store is not None else None
        if undone is None or self._store is None:
            return None
        self.state = self._store.state(self._here)
        self._pairings = None
        self._keep_to_open()
        numbers = [number for number, article in enumerate(self._articles) if article.id in undone.articles]
        before = [self._articles[number] for number in numbers]
        for number in numbers:
            self._again(number)
        changed = [number for number, old in zip(numbers, before, strict=True) if self._articles[number] != old]
        return undone.what, changed
