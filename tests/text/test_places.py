"""Hits as arrays are the hits that are found one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.find import Query, Searchable, find
from reader.text.places import find_places
from reader.text.spans import Span

TEXTS = st.text(alphabet="aAbB eéﬁ“”’ßЖ漢\n \t\xad\u0301ﬀ", max_size=60)
QUERIES = st.text(alphabet="aAbeé f'\"xs[Ж漢", min_size=1, max_size=3)


@given(TEXTS, QUERIES, st.booleans(), st.sampled_from([None, True, False]))
def test_the_same_hits(text: str, words: str, whole: bool, case: bool | None) -> None:
    query = Query(words, whole_word=whole, case=case)
    assert tuple(find_places(Searchable(text), query).hits) == find(Searchable(text), query).hits


@given(TEXTS, QUERIES, st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=4))
def test_the_same_hits_where_only_some_of_the_text_is_looked_at(
    text: str, words: str, places: list[tuple[int, int]]
) -> None:
    within = [Span(at, at + size) for at, size in places]
    query = Query(words)
    assert tuple(find_places(Searchable(text, within), query).hits) == find(Searchable(text, within), query).hits


def test_a_pattern_and_its_problem() -> None:
    found = find_places(Searchable("one two"), Query("(", regex=True))
    assert found.problem == find(Searchable("one two"), Query("(", regex=True)).problem
    assert tuple(find_places(Searchable("one two"), Query("o.", regex=True)).hits) == (Span(0, 2),)


def test_slices_and_places() -> None:
    hits = find_places(Searchable("abababab"), Query("b")).hits
    assert list(hits[1:3]) == [Span(3, 4), Span(5, 6)]
    assert hits.at(4) == 2
    assert not find_places(Searchable("abc"), Query("x")).hits
