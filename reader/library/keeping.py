"""What a person does to the open articles, for the session and, where there is a store, for good.

The store may come late: the first picture does not wait for it. What was done before it came is written then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.articles.article import Article, BlockKind
from reader.library.state import SessionState

if TYPE_CHECKING:
    from reader.articles.corrections import Correction
    from reader.library.store import Store


class Keeping:
    """Read, stars, marks, places and corrections of the articles of one desk, which it shares."""

    def __init__(self, articles: list[Article]) -> None:
        """``articles`` is the desk's own list: a corrected article takes the place of the one that was read."""
        self._articles = articles
        self._as_read: dict[str, Article] = {}
        self._store: Store | None = None
        self._unkept: dict[str, Correction] = {}
        """What was corrected while there was no store."""
        self.state = SessionState()

    # The store

    def connect(self, store: Store) -> list[int]:
        """Keeps what is done from now on, and what was done before; what was kept holds again.

        Gives the positions of the articles that it corrected.
        """
        self._store = store
        store.meet(self._articles)
        before, kept = self.state, store.state()
        if new := sorted(before.read - kept.read):
            store.set_read(new, undoable=False)
        if new := sorted(before.starred - kept.starred):
            store.set_starred(new)
        if before.marks:
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
        self.state = self._store.state()
        self._keep_to_open()
        known = self._store.corrections()
        new = {article.id for article in articles}
        changed = [n for n, article in enumerate(self._articles) if article.id in known and article.id in new]
        for number in changed:
            self._apply(number, known[self._articles[number].id])
        return changed

    def _keep_to_open(self) -> None:
        """What was done to articles that are not open stays in the store."""
        here = {article.id for article in self._articles}
        state = self.state
        self.state = SessionState(
            state.read & here, state.starred & here, tuple(mark for mark in state.marks if mark in here)
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
        name = self._articles[article].id
        if (name in self.state.read) == read:
            return
        self.state = self.state.with_read(name, read)
        if self._store is not None:
            self._store.set_read([name], read, undoable=by_key)

    def toggle_read(self, article: int) -> None:
        """Read becomes unread."""
        self.set_read(article, self._articles[article].id not in self.state.read, by_key=True)

    def toggle_star(self, article: int) -> None:
        """Stars, or takes the star off."""
        name = self._articles[article].id
        self.state = self.state.with_star_toggled(name)
        if self._store is not None:
            self._store.set_starred([name], name in self.state.starred)

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
            elsewhere = [mark for mark in self._store.state().marks if mark not in before]
            self._store.set_marks((*self.state.marks, *elsewhere))

    # Places

    def place(self, article: int) -> int | None:
        """Where one was in an article before; ``None`` where that is not known."""
        return self._store.place(self._articles[article].id) if self._store is not None else None

    def keep_place(self, article: int, place: int) -> None:
        """Where one is in it; before the text (-1) is its beginning."""
        if self._store is not None:
            one, place = self._articles[article], max(0, place)
            self._store.keep_place(one.id, place, one.text[place : place + 120])

    # Corrections

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

    def _again(self, article: int) -> None:
        self._apply(article, self.correction(article))

    def _apply(self, article: int, correction: Correction) -> None:
        from reader.articles.corrections import corrected

        one = self._articles[article]
        plain = self._as_read.setdefault(one.id, one)
        self._articles[article] = corrected(plain, correction.verdicts, correction.particulars)

    # Taking back

    def undo(self) -> tuple[str, list[int]] | None:
        """Takes back the last thing done: what it was, and the positions of the articles to show again."""
        undone = self._store.undo() if self._store is not None else None
        if undone is None or self._store is None:
            return None
        self.state = self._store.state()
        self._keep_to_open()
        numbers = [number for number, article in enumerate(self._articles) if article.id in undone.articles]
        for number in numbers:
            self._again(number)
        return undone.what, numbers
