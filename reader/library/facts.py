"""What articles are chosen by without being opened: date, kind, and the folded words of their particulars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.library.digests import DIGEST
from reader.library.queries import Asked, Condition
from reader.library.state import SessionState
from reader.text.fold import fold

_LINES: Final = ("title", "outlet", "byline", "file")


class Facts(NamedTuple):
    """Of an article; ``number`` is the one that it has in the collection."""

    number: int
    id: str
    published: str | None
    kind: str
    folded: str
    """Title, outlet, byline and path, folded: a line each."""

    def corrected(self, by_hand: Mapping[str, str | None]) -> Facts:
        """The same with the particulars that were set by hand."""
        lines = self.folded.split("\n")
        for at, name in enumerate(_LINES):
            if name in by_hand:
                lines[at] = _folded(by_hand[name] or "")
        return self._replace(published=by_hand.get("published", self.published), folded="\n".join(lines))


def facts_of(article: Article) -> Facts:
    """Of an article that need not be in the collection."""
    about = article.particulars
    return Facts(0, article.id, about.published, about.kind, folded_facts(article))


def folded_facts(article: Article) -> str:
    """What fields are looked for in: title, outlet, byline and path, folded, a line each."""
    about = article.particulars
    return _folded_lines(shown_title(article), about.outlet or "", about.byline or "", article.path)


def holds(condition: Condition, facts: Facts, state: SessionState) -> bool:
    """Whether a condition holds for an article, whether or not it is negated."""
    name, value = condition.field, condition.value
    if name == "is":
        return _is(value, facts, state)
    if name == "tag":
        return any(value in _folded(tag) for tag in state.tags.get(facts.id, ()))
    if name == "kind":
        return _folded(facts.kind).startswith(value)
    if name in ("after", "before"):
        if not facts.published:
            return False
        return facts.published >= value if name == "after" else facts.published < value
    return value in facts.folded.split("\n")[_LINES.index(name)]


def all_hold(asked: Asked, facts: Facts, state: SessionState) -> bool:
    """Whether all conditions hold for an article; what is asked of its text is left aside."""
    return all(holds(each, facts, state) != each.negated for each in asked.conditions)


def filtering(asked: Asked, state: SessionState) -> Callable[[Article], bool]:
    """Tells whether an article passes the list's filter: all conditions hold, and the words, or what they are part of,
    stand in a particular or in the path."""
    wanted = [(each.folded, each.negated) for each in asked.wanted]

    def is_listed(article: Article) -> bool:
        there = folded_facts(article)
        if any((words in there) == negated for words, negated in wanted):
            return False
        return not asked.conditions or all_hold(asked, facts_of(article), state)

    return is_listed


def _is(name: str, facts: Facts, state: SessionState) -> bool:
    return {
        "read": facts.id in state.read,
        "unread": facts.id not in state.read,
        "starred": facts.id in state.starred,
        "marked": facts.id in state.marks,
        "noted": facts.id in state.noted,
        "tagged": facts.id in state.tags,
        "digest": facts.kind == DIGEST,
        "dated": bool(facts.published),
        "undated": not facts.published,
    }[name]


@lru_cache(maxsize=32_768)
def _folded_lines(*lines: str) -> str:
    return "\n".join(map(_folded, lines))


@lru_cache(maxsize=32_768)
def _folded(words: str) -> str:
    return fold(" ".join(words.split()), case=True).text
